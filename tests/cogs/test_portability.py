"""/config export and /config import, as those who manage a server meet them."""

import json
from typing import Any

import aiohttp
import discord
import pytest

from bot.app import build_bot
from bot.services.follows import Subject
from bot.services.guilds import GuildSettings
from bot.services.portability import Plan
from bot.services.settings_file import MOST_BYTES
from bot.settings import Settings
from bot.text import LOCALES
from bot.ui.portability import ApplyDeed, DropDeed, ImportedQuery, ImportQuery, import_page
from tests.conftest import StillClock
from tests.stage import Answer, Stage

BTS, AMA = Subject("artist", "bts"), Subject("show", "ama")
REFUSED = "Nothing was changed."


async def settings_of(stage: Stage) -> GuildSettings:
    return await stage.bot.services.guilds.of(stage.server.id)


async def export(stage: Stage) -> bytes:
    answer = await stage.slash("config export", by=stage.admin)
    assert answer.private
    (attachment,) = answer.result.response.attachments
    assert attachment.filename == "laurel-server-settings.json"
    return bytes(await attachment.read())


async def take(stage: Stage, content: bytes, by: Any = None) -> Answer:
    """Uploads a file."""
    return await stage.slash("config import", by=by or stage.admin, file=("settings.json", content))


def file(follows: Any = None, **settings: Any) -> bytes:
    data = {"what": "server-settings", "format": 1, "settings": settings}
    return json.dumps(data | ({"follows": follows} if follows is not None else {})).encode()


async def test_out_and_in_again(stage: Stage) -> None:
    role = stage.server.create_role("fans")
    services = stage.bot.services
    changed = {"hour": 9, "language": "en-US", "channel_id": stage.channel.id, "ping_role_id": role.id}
    await services.guilds.change(stage.server.id, stage.admin.id, **changed)
    await services.follows.set_guild(stage.server.id, stage.admin.id, (BTS, AMA))
    content = await export(stage)
    data = json.loads(content)
    assert data["settings"]["channel"] == {"id": str(stage.channel.id), "name": "awards"}
    assert data["settings"]["ping_role"] == {"id": str(role.id), "name": "fans"}
    assert str(stage.admin.id) not in content.decode()
    assert "There is nothing to change" in (await take(stage, content)).text
    before = await settings_of(stage)
    await services.server_data.erase(stage.server.id)
    summary = await take(stage, content)
    assert summary.private and "6 things would change" in summary.text
    for told in (f"none yet → <#{stage.channel.id}>", "**Hour**: 00:00 → 09:00", "**Followed from then on**: BTS and"):
        assert told in summary.text
    assert await settings_of(stage) == GuildSettings(), "nothing yet"
    done = await summary.press("Apply")
    assert "all 6 changes are kept" in done.text
    assert await settings_of(stage) == before and set(await services.follows.of_guild(stage.server.id)) == {BTS, AMA}
    assert {change.user_id for change in await services.guilds.changes(stage.server.id)} == {stage.admin.id}
    assert "Settings of this server" in (await done.press("All settings")).text


async def test_in_korean(stage: Stage) -> None:
    stage.locales[str(stage.admin.id)] = "ko"
    summary = await take(stage, file(hour=3, follows={"artists": ["bts"]}))
    assert "2가지가 바뀌어요" in summary.text and "**새로 팔로우**: 방탄소년단" in summary.text
    assert "2가지를 바꿨어요" in (await summary.press("적용하기")).text


async def test_cancel(stage: Stage) -> None:
    summary = await take(stage, file(hour=3))
    done = await summary.press("Cancel")
    assert done.text == REFUSED and await settings_of(stage) == GuildSettings()


async def test_what_the_server_has_not_is_left_out_and_named_harmlessly(stage: Stage) -> None:
    content = file(
        hour=3,
        channel={"id": "404", "name": "@everyone **x**"},
        ping_role={"id": str(stage.server.id), "name": "@everyone"},
        follows={"artists": ["bts", "nobody", "<@1>"], "shows": ["bts"]},
    )
    summary = await take(stage, content)
    assert "no such channel or role**: \\#@\u200beveryone \\*\\*x\\*\\* and @@\u200beveryone" in summary.text
    assert "does not know them**: nobody, \\<@1>, and bts" in summary.text
    await summary.press("Apply")
    assert await settings_of(stage) == GuildSettings(hour=3), "@everyone is never the role that is mentioned"
    assert await stage.bot.services.follows.of_guild(stage.server.id) == (BTS,)


async def test_a_change_meanwhile_shows_the_new_summary(stage: Stage) -> None:
    summary = await take(stage, file(hour=3, zone="Europe/Paris"))
    await stage.bot.services.guilds.change(stage.server.id, stage.ada.id, hour=3)
    again = await summary.press("Apply")
    assert "Somebody else changed something meanwhile" in again.text
    assert "Hour" not in again.text and "Paris (Europe/Paris)" in again.text
    assert await settings_of(stage) == GuildSettings(hour=3)
    assert "one change is kept" in (await again.press("Apply")).text
    assert await settings_of(stage) == GuildSettings(hour=3, zone="Europe/Paris")


async def test_two_devices_apply_once(stage: Stage) -> None:
    content = file(hour=3)
    first, second = await take(stage, content), await take(stage, content)
    assert "one change is kept" in (await first.press("Apply")).text
    done = await second.press("Apply")
    assert "There is nothing to change" in done.text and not done.buttons
    assert len(await stage.bot.services.guilds.changes(stage.server.id)) == 1


@pytest.mark.parametrize(
    "content, told",
    [
        (b"", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"@everyone", "not JSON"),
        (b"[" * 100_000 + b"]" * 100_000, "no file of a server’s settings"),
        (b'{"what": "my-data", "format": 1}', "no file of a server’s settings"),
        (b'{"what": "server-settings", "format": 2}', "another version of Laurel (format 2)"),
        (file(hour=99), "“settings.hour”"),
        (file(zone="Mars"), "“settings.zone”"),
        (file(**{"@everyone **`<@1>": 1}), "“settings.@\u200beveryone \\*\\*\\`\\<@"),
        (file(**{"x" * 200_000: 1}), "…”"),
        (b"[" * (MOST_BYTES + 1), "larger than 256 KiB"),
        (b"0" * (10 * 1024 * 1024), "larger than 256 KiB"),
    ],
    ids=lambda value: repr(value[:20]),
)
async def test_what_cannot_be_taken_is_told_kindly(stage: Stage, content: bytes, told: str) -> None:
    refused = await take(stage, content)
    assert refused.private and told in refused.text and refused.text.endswith(REFUSED)
    assert not refused.buttons and await settings_of(stage) == GuildSettings()


async def test_ten_megabytes_are_not_even_fetched(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fetched(*_: object, **__: object) -> bytes:
        raise AssertionError("fetched")

    monkeypatch.setattr(discord.Attachment, "read", fetched)
    assert "larger than 256 KiB" in (await take(stage, b"0" * (10 * 1024 * 1024))).text


@pytest.mark.parametrize("trouble", [aiohttp.ClientPayloadError("cut off"), ConnectionResetError(), TimeoutError()])
async def test_a_file_that_discord_does_not_hand_over(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    async def broken(*_: object, **__: object) -> bytes:
        raise trouble

    monkeypatch.setattr(discord.Attachment, "read", broken)
    refused = await take(stage, file(hour=3))
    assert "could not fetch the file" in refused.text and refused.private


async def test_a_file_that_discord_has_no_more(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage.env.backend.cdn, "get", lambda url: None)
    assert "could not fetch the file" in (await take(stage, file(hour=3))).text


async def test_after_a_restart_one_uploads_again(stage: Stage, settings: Settings, clock: StillClock) -> None:
    for label in ("Apply", "Cancel"):
        summary = await take(stage, file(hour=3))
        twin = build_bot(settings, clock)
        for button in summary.buttons.values():
            assert len(button["custom_id"]) <= 100 and twin.screens.parse(button["custom_id"].removeprefix("do:"))
        await twin.services.database.close()
        stage.bot.services.portability._held.clear()
        answer = await summary.press(label)
        told = "I no longer have that file" if label == "Apply" else REFUSED
        assert told in answer.text and await settings_of(stage) == GuildSettings()


async def test_another_servers_file_cannot_be_applied_here(stage: Stage) -> None:
    summary = await take(stage, file(hour=3))
    held = stage.bot.services.portability._held
    ((guild_id, key),) = held
    held[guild_id + 1, key] = held.pop((guild_id, key))
    assert "I no longer have that file" in (await summary.press("Apply")).text
    await summary.press("Cancel")
    assert list(held) == [(guild_id + 1, key)] and await settings_of(stage) == GuildSettings()


async def test_only_for_those_who_manage_the_server(stage: Stage) -> None:
    stage.allow_everybody("config")
    needs = "Only members with Manage Server may do this"
    assert needs in (await stage.slash("config export")).text
    assert needs in (await take(stage, file(hour=3), by=stage.ada)).text
    summary = await take(stage, file(hour=3))
    stage.dismiss(stage.admin)
    for label in ("Apply", "Cancel"):
        assert needs in (await summary.press(label)).text
    assert await settings_of(stage) == GuildSettings()


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_longest_summary_is_within_discords_limits(
    settings: Settings, clock: StillClock, locale: str
) -> None:
    bot = build_bot(settings, clock)
    number, kinds = 2**63 - 1, ("ceremonies", "voting", "birthdays", "anniversaries", "releases", "concerts", "other")
    channels = tuple(number - n for n in range(25))
    after = GuildSettings(
        "ko", "America/Argentina/Buenos_Aires", "private", 168, number, 23, (), number, number, "hosts"
    )
    before = GuildSettings(kinds=kinds, ping_role_id=number, host_role_id=number, channel_id=number)
    names = [name for name in GuildSettings.__struct_fields__ if name not in ("setup_step", "game_channels")]
    changes = {name: (getattr(before, name), getattr(after, name)) for name in names}
    artists = sorted(bot.services.catalogue.artists.values(), key=lambda artist: -len(artist.name))[:100]
    plan = Plan(
        changes={**changes, "game_channels": (channels, channels[::-1])},
        followed=tuple(Subject("artist", artist.id) for artist in artists),
        unfollowed=tuple(Subject("artist", "_" * 60 + str(n)) for n in range(100)),
        missing=tuple(f"#{'*' * 97}{n}" for n in range(27)),
        unknown=tuple(Subject("show", "_" * 60 + str(n)) for n in range(1_000)),
        seen="f" * 12,
    )
    page = import_page(plan, ImportQuery("f" * 8, stale=True), bot.services.lookup, bot.services.words.of(locale))
    texts = [part["content"] for part in page.to_components()[0]["components"] if part["type"] == 10]
    assert sum(map(len, texts)) <= 4_000
    assert all(f"**{bot.services.words.of(locale)(f'setting-{name}')}**" in texts[1] for name in names)
    for query in (ApplyDeed("f" * 8, "f" * 12), DropDeed("f" * 8), ImportQuery("f" * 8, True), ImportedQuery(999)):
        assert len(f"do:{query.address}") <= 100 and bot.screens.parse(query.address) == query
    await bot.services.database.close()
