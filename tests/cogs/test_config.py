"""/config, as those who manage a server meet it: every control, both languages, two admins at once, what is missing."""

from typing import Any

import discord
import pytest

from bot.app import build_bot
from bot.services.guilds import GuildSettings
from bot.settings import Settings
from bot.ui.controls import SECTIONS, controls
from bot.ui.panels import ConfigQuery
from tests.conftest import StillClock
from tests.stage import Answer, Stage


async def settings_of(stage: Stage) -> GuildSettings:
    return await stage.bot.services.guilds.of(stage.server.id)


def changers(page: Answer) -> list[str]:
    """The custom ids of the buttons that change a section, in order."""
    return [part["custom_id"] for part in page.parts if part.get("label") in ("Change", "바꾸기")]


async def section(stage: Stage, name: str, by: Any = None) -> Answer:
    """`/config view`, then *Change* beside one section."""
    actor = by or stage.admin
    page = await stage.slash("config view", by=actor)
    custom_id = next(one for one in changers(page) if f"s={name}" in one)
    return await stage.answered(actor, actor.click(page.result.response, custom_id=custom_id))


async def test_it_shows_everything_privately_with_a_button_each(stage: Stage) -> None:
    page = await stage.slash("config view", by=stage.admin)
    assert page.private and "Settings of this server" in page.text
    assert len(changers(page)) == len(SECTIONS) + 1  # whom the server follows is changed in /setup
    for told in ("English (nobody chose)", "Seoul (Asia/Seoul)", "none yet", "00:00", "48 hours", "every channel"):
        assert told in page.text
    assert "Nothing was changed yet." in page.text


async def test_every_control_changes_its_setting_and_is_audited(stage: Stage) -> None:
    role = stage.server.create_role("fans")
    await (await section(stage, "language")).pick("Choose a language…", "ko")
    await (await section(stage, "zone")).pick("Choose a zone…", "Europe/London")
    await (await section(stage, "channel")).pick("Choose a channel…", stage.channel)
    await (await section(stage, "kinds")).pick("Choose what to announce…", "birthdays", "voting")
    await (await section(stage, "hour")).pick("Choose an hour…", "21")
    await (await section(stage, "roles")).pick("Mention this role with announcements…", role)
    await (await section(stage, "roles")).pick("This role may host games and ballots…", role)
    await (await section(stage, "visibility")).pick("Choose who sees them…", "private")
    await (await section(stage, "spoilers")).pick("Choose how long…", "0")
    await (await section(stage, "games")).pick("Choose who may start one…", "hosts")
    page = await (await section(stage, "games")).pick("Only in these channels…", stage.channel)
    assert f"Where: <#{stage.channel.id}>" in page.text
    assert await settings_of(stage) == GuildSettings(
        language="ko",
        zone="Europe/London",
        visibility="private",
        spoiler_hours=0,
        channel_id=stage.channel.id,
        hour=21,
        kinds=("birthdays", "voting"),
        ping_role_id=role.id,
        host_role_id=role.id,
        games="hosts",
        game_channels=(stage.channel.id,),
    )
    changes = await stage.bot.services.guilds.changes(stage.server.id, most=20)
    assert [change.what for change in reversed(changes)] == [
        "language", "zone", "channel_id", "kinds", "hour", "ping_role_id", "host_role_id", "visibility",
        "spoiler_hours", "games", "game_channels",
    ]  # fmt: skip
    assert {change.user_id for change in changes} == {stage.admin.id}
    assert (changes[-1].before, changes[-1].after) == (None, "ko")


async def test_what_is_set_is_taken_back(stage: Stage) -> None:
    await (await section(stage, "channel")).pick("Choose a channel…", stage.channel)
    await (await section(stage, "language")).pick("Choose a language…", "ko")
    await (await section(stage, "channel")).pick("Choose a channel…")
    await (await section(stage, "language")).pick("Choose a language…", "-")
    await (await section(stage, "kinds")).pick("Choose what to announce…")
    assert await settings_of(stage) == GuildSettings(kinds=())


async def test_in_korean(stage: Stage) -> None:
    stage.locales[str(stage.admin.id)] = "ko"
    page = await stage.slash("config view", by=stage.admin)
    assert "이 서버의 설정" in page.text and len(changers(page)) == len(SECTIONS) + 1
    page = await (await section(stage, "visibility")).pick("누구에게 보일지 고르기…", "private")
    assert "물어본 사람에게만 보이기" in page.text


async def test_the_single_settings(stage: Stage) -> None:
    by = stage.admin
    assert "한국어" in (await stage.slash("config language", language="ko", by=by)).text
    assert "New York (America/New_York)" in (await stage.slash("config zone", zone="new york", by=by)).text
    assert "Only who asks" in (await stage.slash("config visibility", answers="private", by=by)).text
    assert "72 hours" in (await stage.slash("config spoilers", hours=72, by=by)).text
    page = await stage.slash("config games", who="hosts", channel=stage.channel, by=by)
    assert f"<#{stage.channel.id}>" in page.text and page.private
    assert await settings_of(stage) == GuildSettings(
        language="ko",
        zone="America/New_York",
        visibility="private",
        spoiler_hours=72,
        games="hosts",
        game_channels=(stage.channel.id,),
    )


@pytest.mark.parametrize("typed", ["Atlantis", "@everyone", "🦄", "x" * 400, "**Seoul"])
async def test_a_zone_nobody_knows_changes_nothing(stage: Stage, typed: str) -> None:
    page = await stage.slash("config zone", zone=typed, by=stage.admin)
    assert page.private
    if typed != "**Seoul":
        assert "I know no time zone" in page.text
        assert await settings_of(stage) == GuildSettings()


async def test_a_zone_is_typed_into_a_form_and_a_slip_offers_the_nearest(stage: Stage) -> None:
    page = await section(stage, "zone")
    form = await page.press("Another one…")
    assert form.payload["type"] == 9
    slip = await form.submit(zone="Londn")
    assert slip.private and "Did you mean" in slip.text and "Europe London" not in slip.text
    await slip.press("London (Europe/London)")
    assert (await settings_of(stage)).zone == "Europe/London"
    page = await (await (await section(stage, "zone")).press("Another one…")).submit(zone="seoul")
    assert "Seoul (Asia/Seoul)" in page.text


async def test_two_admins_at_once_see_each_others_changes(stage: Stage) -> None:
    other = stage.server.add_member(
        stage.env.create_user("other"),
        roles=[stage.server.create_role("too", permissions=discord.Permissions(administrator=True))],
    )
    mine = await section(stage, "language")
    theirs = await section(stage, "language", by=other)
    first = await mine.pick("Choose a language…", "en-US")
    assert "Since you last looked" not in first.text
    second = await theirs.pick("Choose a language…", "ko")
    assert "Since you last looked, this changed" in second.text
    assert f"<@{stage.admin.id}> · Language: English (nobody chose) → English" in second.text
    assert (await settings_of(stage)).language == "ko"
    again = await first.pick("Choose a language…", "ko")
    assert f"<@{other.id}>" in again.text, "the first is told as well when they touch their panel"


async def test_an_admin_sees_what_another_followed_meanwhile(stage: Stage) -> None:
    mine = await section(stage, "hour")
    other = stage.server.add_member(
        stage.env.create_user("other"),
        roles=[stage.server.create_role("too", permissions=discord.Permissions(manage_guild=True))],
    )
    await stage.slash("follow add", artist="rm", by=other, **{"for": "server"})
    assert "**Artists and shows**\nRM" in (await stage.slash("config view", by=stage.admin)).text
    page = await mine.pick("Choose an hour…", "9")
    assert f"- <@{other.id}> · the server now follows RM" in page.text
    await stage.slash("follow remove", artist="rm", by=other, **{"for": "server"})
    assert (
        f"- <@{other.id}> · the server no longer follows RM" in (await stage.slash("config view", by=stage.admin)).text
    )


async def test_buttons_outlive_a_restart(stage: Stage, settings: Settings) -> None:
    page = await section(stage, "hour")
    custom_id = page.selects[0]["custom_id"]
    twin = build_bot(settings, StillClock())
    assert twin.screens.parse(custom_id.removeprefix("do:")) == stage.bot.screens.parse(custom_id.removeprefix("do:"))
    await twin.close() if twin.is_ready() else await twin.services.database.close()


async def test_a_button_older_than_the_permission_changes_nothing(stage: Stage) -> None:
    page = await section(stage, "visibility")
    zones = await section(stage, "zone")
    form = await zones.press("Another one…")
    stage.dismiss(stage.admin)
    for refused in (
        await page.pick("Choose who sees them…", "private"),
        await zones.press("Another one…"),
        await zones.press("All settings"),
        await form.submit(zone="London"),
    ):
        assert refused.private and "Only members with Manage Server may do this" in refused.text
    assert await settings_of(stage) == GuildSettings()


async def test_what_is_decided_is_obeyed(stage: Stage) -> None:
    assert not (await stage.slash("awards", artist="rm")).private
    await stage.slash("config visibility", answers="private", by=stage.admin)
    assert (await stage.slash("awards", artist="rm")).private
    assert not (await stage.slash("awards", artist="rm", share=True)).private
    stage.locales[str(stage.ada.id)] = "fr"
    assert (await stage.slash("awards", artist="rm")).text.startswith("## RM")
    await stage.slash("config language", language="ko", by=stage.admin)
    assert (await stage.slash("awards", artist="rm")).text.startswith("## 알엠")


async def test_check_names_what_is_missing_and_how_to_grant_it(stage: Stage) -> None:
    nothing = await stage.slash("config check", by=stage.admin)
    assert nothing.private and "Nothing is set up yet" in nothing.text
    role = stage.server.create_role("fans")
    deny = discord.PermissionOverwrite(send_messages=False)
    quiet = stage.server.create_text_channel("quiet", overwrites={stage.server.default_role: deny})
    change = stage.bot.services.guilds.change
    await change(
        stage.server.id,
        1,
        channel_id=quiet.id,
        game_channels=(stage.channel.id, 404),
        ping_role_id=role.id,
        host_role_id=405,
    )
    page = await stage.slash("config check", by=stage.admin)
    assert (
        f"⚠️ <#{quiet.id}>: announcements\n-# Missing: **Send Messages**, **Embed Links**, and **Attach Files**."
        in page.text
    )
    assert f"✅ <#{stage.channel.id}>: games" in page.text
    assert "❌ <#404>: games\n-# The channel was deleted" in page.text
    assert f"✅ <@&{role.id}>: Mentioned" in page.text and "⚠️ <@&405>: Hosts\n-# The role was deleted" in page.text
    assert "None so far." in page.text
    failed = await page.press("Send a test post")
    assert (
        f"- <#{quiet.id}> · <t:{int(stage.bot.services.clock.now().timestamp())}:R> · a permission is missing"
        in failed.text
    )
    await change(stage.server.id, 1, channel_id=stage.channel.id, game_channels=(), host_role_id=None)
    page = await (await stage.slash("config check", by=stage.admin)).press("Send a test post")
    assert "All is well" in page.text and stage.channel.last_message is not None


@pytest.mark.parametrize("section", SECTIONS)
def test_controls_fit_a_custom_id(section: str, stage: Stage) -> None:
    words = stage.bot.services.words.of("ko")
    here = ConfigQuery(section, 999_999)
    for row in controls(section, GuildSettings(game_channels=tuple(range(2**62, 2**62 + 25))), here, words):
        for item in row:
            assert len(item.custom_id) <= 100
