"""/setup, as those who manage a server meet it: the whole way, left and gone on with, with what can go wrong."""

import datetime
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest

from bot.app import build_bot
from bot.catalogue import Catalogue
from bot.client import Laurel
from bot.errors import StorageTrouble
from bot.services.follows import MOST_OF_GUILD, Subject
from bot.services.guilds import GuildSettings
from bot.services.setup import FINISHED, STEPS
from bot.settings import Settings
from bot.ui.layouts import draw
from bot.ui.panels import SetupQuery
from bot.ui.queries import Deed, Query
from bot.ui.screens import deed_button, turn_button
from bot.ui.setup import SECTIONS, StepDeed
from bot.ui.setup_follows import DropDeed, HandDeed, NamesDeed
from tests.conftest import StillClock
from tests.stage import Answer, Stage

WORDS = {
    "en-US": {
        "next": "Next", "skip": "Skip", "back": "Back", "finish": "Finish", "type": "Type names…",
        "language": "Choose a language…", "zone": "Choose a zone…", "channel": "Choose a channel…",
        "kinds": "Choose what to announce…", "hour": "Choose an hour…",
        "ping": "Mention this role with announcements…", "host": "This role may host games and ballots…",
    },
    "ko": {
        "next": "다음", "skip": "건너뛰기", "back": "이전", "finish": "마치기", "type": "이름 입력하기…",
        "language": "언어 고르기…", "zone": "시간대 고르기…", "channel": "채널 고르기…",
        "kinds": "공지할 내용 고르기…", "hour": "시각 고르기…",
        "ping": "공지와 함께 멘션할 역할…", "host": "게임과 예측을 진행할 역할…",
    },
}  # fmt: skip


async def settings_of(stage: Stage) -> GuildSettings:
    return await stage.bot.services.guilds.of(stage.server.id)


async def followed(stage: Stage) -> list[str]:
    return [str(subject) for subject in await stage.bot.services.follows.of_guild(stage.server.id)]


async def follow(stage: Stage, *subjects: str) -> None:
    found = [Subject(*subject.split(":")) for subject in subjects]
    await stage.bot.services.follows.follow_guild(stage.server.id, 1, *found)


async def change(stage: Stage, by: int = 1, **changes: Any) -> None:
    await stage.bot.services.guilds.change(stage.server.id, by, **changes)


async def at(stage: Stage, section: str, by: Any = None) -> Answer:
    """`/setup`, then on to a step by whatever leads there."""
    page = await stage.slash("setup", by=by or stage.admin)
    if "Start over" in page.buttons:
        page = await page.press("Start over")
    for _ in range(SECTIONS.index(section)):
        page = await page.press(next(one for one in ("Next", "Skip", "Finish") if one in page.buttons))
    return page


def within_limits(page: Answer) -> None:
    """Components V2 (PLATFORM, section 1); what else Discord demands is checked of every request."""
    assert len(page.parts) <= 40 and sum(len(part.get("content", "")) for part in page.parts) <= 4_000
    ids = [part["custom_id"] for part in page.parts if "custom_id" in part]
    assert len(ids) == len(set(ids)) and all(len(custom_id) <= 100 for custom_id in ids)
    assert all(1 <= len(part["options"]) <= 25 for part in page.parts if part["type"] == 3)


@pytest.mark.parametrize("locale", ["en-US", "ko"])
async def test_the_whole_way(stage: Stage, locale: str) -> None:
    said, korean = WORDS[locale], locale == "ko"
    stage.locales[str(stage.admin.id)] = locale
    fans = stage.server.create_role("fans")

    page = await stage.slash("setup", by=stage.admin)
    assert page.private and ("8단계 중 1단계" if korean else "Step 1 of 8") in page.text
    assert ("아직 고르지 않아서" if korean else "Nobody has chosen yet") in page.text
    assert said["skip"] in page.buttons and said["back"] not in page.buttons
    page = await page.pick(said["language"], "ko")
    assert ("공지를 **한국어**로 써요" if korean else "will be written in **한국어**") in page.text

    page = await page.press(said["next"])
    assert "21:00" in page.text, "it is 21:00 in Seoul"
    page = await page.pick(said["zone"], "Europe/London")
    assert ("**런던** 자정" if korean else "midnight in **London**") in page.text and "**12:00**" in page.text

    page = await page.press(said["next"])
    page = await page.pick(said["channel"], stage.channel)
    assert f"<#{stage.channel.id}>" in page.text and "**00:00**" in page.text
    assert ("런던 시간" if korean else "London time") in page.text

    form = await (await page.press(said["next"])).press(said["type"])
    page = await form.submit(artists="BTS, 아이유", shows="마마")
    assert await followed(stage) == ["artist:bts", "artist:iu", "show:mama"]
    assert ("**방탄소년단**" if korean else "**BTS**") in page.text

    page = await page.press(said["next"])
    page = await page.pick(said["kinds"], "birthdays", "ceremonies")
    assert ("**생일, 시상식**" if korean else "**Birthdays and Ceremonies**") in page.text

    page = await page.press(said["next"])
    page = await page.pick(said["hour"], "9")
    assert "**09:00**" in page.text
    tomorrow = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)
    assert f"<t:{int(tomorrow.timestamp())}:t>" in page.text, "today's nine o'clock in London is over"

    page = await page.press(said["next"])
    page = await (await page.pick(said["ping"], fans)).pick(said["host"], fans)
    assert page.text.count(f"<@&{fans.id}>") == 2

    page = await page.press(said["next"])
    within_limits(page)
    assert page.text.count("> ### 오늘, ") == 7, "seven posts, in the server's language"
    assert page.text.count(f"> <@&{fans.id}>") == 7 and "turns" not in page.text
    assert "> - 🎂 **진** (방탄소년단) 34번째 생일" in page.text
    jin = int(datetime.datetime(2026, 12, 4, 9, tzinfo=datetime.UTC).timestamp())
    assert ("런던 시간 09:00" if korean else "At 09:00, London time") + f" · <t:{jin}:R>" in page.text

    page = await page.press(said["finish"])
    assert f"<t:{jin}:F>" in page.text and f"<#{stage.channel.id}>" in page.text
    for command in ("/config check", "/follow add", "/awards"):
        assert f"<{command}:" in page.text
    assert await settings_of(stage) == GuildSettings(
        language="ko",
        zone="Europe/London",
        channel_id=stage.channel.id,
        hour=9,
        kinds=("birthdays", "ceremonies"),
        ping_role_id=fans.id,
        host_role_id=fans.id,
        setup_step=FINISHED,
    )


async def test_everything_skipped(stage: Stage) -> None:
    page = await stage.slash("setup", by=stage.admin)
    for number, section in enumerate(STEPS, 1):
        assert f"Step {number} of 8" in page.text, section
        within_limits(page)
        page = await page.press(next(one for one in ("Skip", "Next", "Finish") if one in page.buttons))
    assert "All done" in page.text and "nothing will be posted" in page.text
    assert await settings_of(stage) == GuildSettings(setup_step=FINISHED)
    assert await stage.bot.services.guilds.changes(stage.server.id) == [], "how far one got is nobody's decision"


async def test_back_and_everything(stage: Stage) -> None:
    page = await at(stage, "channel")
    assert "Step 2 of 8" in (await page.press("Back")).text
    everything = await (await at(stage, "channel")).press("All settings")
    assert everything.private and "Settings of this server" in everything.text


# -- left and gone on with


@pytest.fixture
async def twin(stage: Stage, settings: Settings) -> AsyncIterator[Laurel]:
    """The bot after a restart: another one on the same database."""
    bot = build_bot(settings, StillClock())
    await bot.services.database.open()
    yield bot
    await bot.services.database.close()


async def test_another_admin_goes_on_after_a_restart(stage: Stage, twin: Laurel) -> None:
    page = await at(stage, "kinds")
    other = stage.server.add_member(
        stage.env.create_user("other"),
        roles=[stage.server.create_role("too", permissions=discord.Permissions(administrator=True))],
    )
    stage.bot.services.guilds.forget(stage.server.id)
    stage.bot.screens = twin.screens
    onward = await page.press("Next")
    assert "Step 6 of 8" in onward.text, "a panel that was open goes on"
    resumed = await stage.slash("setup", by=other)
    assert resumed.private and "as far as step 6 of 8, **Hour**" in resumed.text
    assert set(resumed.buttons) == {"Continue", "Start over", "All settings"}
    assert "Step 6 of 8" in (await resumed.press("Continue")).text


async def test_starting_over_keeps_what_was_chosen(stage: Stage) -> None:
    await (await at(stage, "zone")).pick("Choose a zone…", "Europe/London")
    again = await (await stage.slash("setup", by=stage.admin)).press("Start over")
    assert "Step 1 of 8" in again.text
    assert (await settings_of(stage)).setup_step == 1
    assert "midnight in **London**" in (await again.press("Skip")).text


async def test_going_back_does_not_forget_how_far_one_got(stage: Stage) -> None:
    page = await at(stage, "hour")
    for _ in range(3):
        page = await page.press("Back")
    await page.press("Skip")
    assert "step 6 of 8" in (await stage.slash("setup", by=stage.admin)).text


async def test_after_the_end_there_is_the_preview(stage: Stage) -> None:
    await at(stage, "done")
    page = await stage.slash("setup", by=stage.admin)
    assert "Setup is finished here" in page.text
    assert "The next posts" in (await page.press("See the next posts")).text


@pytest.mark.parametrize("step", [-3, 0, 1, 8, FINISHED, 99])
async def test_any_number_of_a_step_is_understood(stage: Stage, step: int) -> None:
    await change(stage, setup_step=step)
    page = await stage.slash("setup", by=stage.admin)
    assert ("Start over" in page.buttons) is (step > 1)


# -- two admins at once


async def test_the_later_one_sees_the_others_change(stage: Stage) -> None:
    other = stage.server.add_member(
        stage.env.create_user("other"),
        roles=[stage.server.create_role("too", permissions=discord.Permissions(manage_guild=True))],
    )
    mine, theirs = await at(stage, "channel"), await at(stage, "channel", by=other)
    first = await mine.pick("Choose a channel…", stage.channel)
    assert "Since you last looked" not in first.text
    second = await theirs.press("Skip")
    assert "Step 4 of 8" in second.text
    assert f"<@{stage.admin.id}> · Announcements: none yet → <#{stage.channel.id}>" in second.text
    assert "Since you last looked" not in (await second.press("Skip")).text, "told once"


async def test_two_who_follow_at_once_lose_nothing(stage: Stage) -> None:
    mine, theirs = await at(stage, "follows"), await at(stage, "follows")
    one, two = await mine.press("Type names…"), await theirs.press("Type names…")
    await one.submit(artists="BTS", shows="")
    page = await two.submit(artists="IU, bts", shows="")
    assert "Now followed: **IU**" in page.text and "Followed already: **BTS**" in page.text
    assert await followed(stage) == ["artist:bts", "artist:iu"]


# -- who may


async def test_a_member_may_not(stage: Stage) -> None:
    """A server may show the command to everybody: the code asks all the same."""
    stage.server.set_command_permissions(stage.bot.tree.command_ids["setup"], {stage.ada: True})
    refused = await stage.slash("setup", by=stage.ada)
    assert refused.private and "Only members with Manage Server may do this" in refused.text


async def test_a_button_older_than_the_permission_changes_nothing(stage: Stage) -> None:
    await follow(stage, "artist:bts")
    hour, follows = await at(stage, "hour"), await at(stage, "follows")
    form = await follows.press("Type names…")
    hand = next(s for s in follows.selects if s["placeholder"] == "Some artists for today…")
    before = await settings_of(stage)
    stage.dismiss(stage.admin)
    for refused in (
        await hour.press("Next"),
        await hour.press("Back"),
        await hour.pick("Choose an hour…", "9"),
        await follows.press("Type names…"),
        await follows.pick("Some artists for today…", hand["options"][0]["value"]),
        await follows.pick("Stop following…", "artist:bts"),
        await form.submit(artists="IU", shows=""),
    ):
        assert refused.private and "Only members with Manage Server may do this" in refused.text
    assert await settings_of(stage) == before and await followed(stage) == ["artist:bts"]


# -- the channel and the roles


async def test_a_channel_where_laurel_may_not_post_is_told_at_once(stage: Stage) -> None:
    deny = discord.PermissionOverwrite(send_messages=False)
    quiet = stage.server.create_text_channel("quiet", overwrites={stage.server.default_role: deny})
    page = await (await at(stage, "channel")).pick("Choose a channel…", quiet)
    assert f"posted in <#{quiet.id}>" in page.text
    assert "may not post there yet. Missing: **Send Messages**" in page.text
    await follow(stage, "artist:bts")
    preview = await at(stage, "preview")
    assert "may not post there yet" in preview.text and "turns 34" in preview.text
    back = await preview.press("Choose a channel")
    assert "Step 3 of 8" in back.text
    fine = await back.pick("Choose a channel…", stage.channel)
    assert "may not post" not in fine.text


async def test_a_channel_that_vanished(stage: Stage) -> None:
    await change(stage, channel_id=404)
    page = await at(stage, "channel")
    assert "That channel was deleted" in page.text
    assert "That channel was deleted" in (await at(stage, "preview")).text
    assert "nothing will be posted" in (await at(stage, "done")).text


async def test_roles_that_are_gone_or_silent(stage: Stage) -> None:
    await change(stage, ping_role_id=404, host_role_id=405)
    page = await at(stage, "roles")
    assert "⚠️ <@&404>: This role was deleted" in page.text and "⚠️ <@&405>" in page.text


# -- whom to follow


async def test_a_hand_is_dealt_and_taken_back(stage: Stage) -> None:
    page = await at(stage, "follows")
    assert "Nobody is followed yet" in page.text
    hand = next(s for s in page.selects if s["placeholder"] == "Some artists for today…")
    chosen = [option["value"] for option in hand["options"][:3]]
    page = await page.pick("Some artists for today…", *chosen)
    assert sorted(await followed(stage)) == sorted(chosen) and "about these 3" in page.text
    dealt = next(s for s in page.selects if s["placeholder"] == "Some artists for today…")
    assert not set(chosen) & {option["value"] for option in dealt["options"]}, "who is followed is not offered"
    page = await page.pick("Stop following…", *chosen[:2])
    assert await followed(stage) == chosen[2:]
    page = await page.pick("Stop following…", chosen[2])
    assert "Nobody is followed yet" in page.text and "Stop following…" not in [s["placeholder"] for s in page.selects]


async def typed(stage: Stage, artists: str, shows: str = "") -> Answer:
    form = await (await at(stage, "follows")).press("Type names…")
    assert form.payload["type"] == 9
    page = await form.submit(artists=artists, shows=shows)
    within_limits(page)
    return page


async def test_one_unclear_name_gets_buttons(stage: Stage) -> None:
    page = await typed(stage, "IU, Jimin")
    assert await followed(stage) == ["artist:iu"], "nothing that was fine is lost"
    assert "Not sure who is meant by “Jimin”" in page.text
    page = await page.press("Jimin · 지민 (BTS)")
    assert await followed(stage) == ["artist:iu", "artist:jimin-bts"] and "Not sure" not in page.text


async def test_several_unclear_names_get_one_select(stage: Stage) -> None:
    page = await typed(stage, "BTS, stray kidz, Jimin", "golden dics")
    assert await followed(stage) == ["artist:bts"]
    meant = next(s for s in page.selects if s["placeholder"] == "Pick everybody you meant…")
    hints = {option["value"]: option["description"] for option in meant["options"]}
    assert hints["artist:stray-kids"] == "for “stray kidz”" and hints["show:golden-disc"] == "for “golden dics”"
    page = await page.pick("Pick everybody you meant…", "artist:stray-kids", "artist:jimin-bts", "show:golden-disc")
    assert set(await followed(stage)) == {"artist:bts", "artist:stray-kids", "artist:jimin-bts", "show:golden-disc"}


@pytest.mark.parametrize("text", ["", "  ,  ", "\n\n"])
async def test_nothing_typed_changes_nothing(stage: Stage, text: str) -> None:
    page = await typed(stage, text, text)
    assert "No name was typed" in page.text and await followed(stage) == []


@pytest.mark.parametrize(
    "text", ["🎉", "@everyone", "**bold** <@&1> [x](http://y.example)", "한" * 600, "x" * 600, "|| ` || ```"]
)
async def test_strange_names_are_harmless(stage: Stage, text: str) -> None:
    page = await typed(stage, f"IU, {text}")
    assert await followed(stage) == ["artist:iu"]
    assert "Now followed: **IU**" in page.text and "❔" in page.text
    told = page.text.replace("\\*", "").replace("\\<", "").replace("\\[", "")
    for harm in ("@everyone", "**bold**", "<@&1>", "[x]", "```"):
        assert harm not in told


async def test_40_names_at_once(stage: Stage, catalogue: Catalogue) -> None:
    names = [
        artist.name for artist in catalogue.artists.values() if catalogue.artist_names.find(artist.name) == (artist.id,)
    ]
    page = await typed(stage, ", ".join(sorted(names, key=len)[:40]))
    assert len(await followed(stage)) == 40 and "about these 40" in page.text
    page = await typed(stage, ", ".join(f"nobody {number}" for number in range(40)))
    assert len(await followed(stage)) == 40 and "34 more" in page.text


async def test_as_many_as_fit_are_followed_and_the_rest_is_told(stage: Stage, catalogue: Catalogue) -> None:
    acts = [artist for artist in catalogue.artists if artist not in ("bts", "iu", "stayc")][: MOST_OF_GUILD - 2]
    await follow(stage, *(f"artist:{artist}" for artist in acts))
    page = await typed(stage, "BTS, IU, STAYC")
    assert "Now followed: **BTS** and **IU**" in page.text and "No room for **STAYC**" in page.text
    assert len(await followed(stage)) == MOST_OF_GUILD
    hand = next(s for s in page.selects if s["placeholder"] == "Some artists for today…")
    refused = await page.pick("Some artists for today…", hand["options"][0]["value"])
    assert refused.private and "100" in refused.text and len(await followed(stage)) == MOST_OF_GUILD


async def test_an_id_that_the_catalogue_forgot_can_be_taken_away(stage: Stage) -> None:
    await follow(stage, "artist:long-gone", "show:long-gone", "artist:bts")
    page = await at(stage, "follows")
    assert "long-gone" in page.text
    await page.pick("Stop following…", "artist:long-gone", "show:long-gone")
    assert await followed(stage) == ["artist:bts"]
    await follow(stage, "artist:long-gone")
    assert "turns 34" in (await at(stage, "preview")).text


# -- the preview


async def test_the_preview_says_what_is_missing_with_a_way_there(stage: Stage) -> None:
    page = await at(stage, "preview")
    assert "No channel is chosen yet" in page.text and "Nobody is followed yet" in page.text
    assert "Step 4 of 8" in (await page.press("Choose whom to follow")).text
    await follow(stage, "artist:bts")
    page = await at(stage, "preview")
    assert page.text.count("> ### Today, ") == 7 and "No channel is chosen yet" in page.text
    await change(stage, kinds=())
    page = await at(stage, "preview")
    assert "No kind of news is chosen yet" in page.text and "> ###" not in page.text
    assert "Step 5 of 8" in (await page.press("Choose what to announce")).text


async def test_a_year_without_news(stage: Stage) -> None:
    await follow(stage, "artist:long-gone")
    assert "the coming year brings nothing" in (await at(stage, "preview")).text


@pytest.mark.parametrize("locale", ["en-US", "ko"])
async def test_a_hundred_follows_fit(stage: Stage, catalogue: Catalogue, locale: str) -> None:
    often = sorted(catalogue.results_of, key=lambda artist: -len(catalogue.results_of[artist]))[:60]
    shows = list(catalogue.ceremonies)[:40]
    await follow(stage, *(f"artist:{one}" for one in often), *(f"show:{one}" for one in shows))
    await change(stage, language=locale, ping_role_id=stage.server.create_role("fans").id)
    await change(stage, kinds=("ceremonies", "voting", "birthdays", "anniversaries", "releases", "concerts", "other"))
    page = await at(stage, "follows")
    within_limits(page)
    assert "more" in page.text
    page = await at(stage, "preview")
    within_limits(page)
    assert page.text.count("> <@&") == 7


async def test_the_preview_pings_nobody(stage: Stage) -> None:
    await change(stage, ping_role_id=stage.server.create_role("fans").id)
    await follow(stage, "artist:bts")
    page = await stage.slash("setup", by=stage.admin)
    assert page.private and page.payload["data"]["allowed_mentions"]["parse"] == []
    assert "> <@&" in (await at(stage, "preview")).text


# -- what can break


async def test_a_database_in_trouble_is_told_and_nothing_moves(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    page, follows = await at(stage, "hour"), await at(stage, "follows")
    form = await follows.press("Type names…")

    async def full(*_: object, **__: object) -> None:
        raise StorageTrouble("the disk is full")

    monkeypatch.setattr(stage.bot.services.guilds._book, "change", full)
    monkeypatch.setattr(stage.bot.services.follows._book, "change_guild", full)
    monkeypatch.setattr(stage.bot.services.guilds, "change", full)
    for told in (await page.press("Next"), await form.submit(artists="BTS", shows="")):
        assert told.private and "could not keep that" in told.text
    assert await followed(stage) == []


async def press(stage: Stage, query: Query) -> Answer:
    """Presses a button of some older version, in a message of the channel."""
    button = deed_button("On", query) if isinstance(query, Deed) else turn_button("On", query)
    message = await stage.bot.get_channel(stage.channel.id).send(view=draw("old", rows=[[button]]))  # type: ignore
    return await stage.answered(stage.admin, stage.admin.click(message, custom_id=button.custom_id))


async def test_an_unknown_step_is_the_first_that_is_open(stage: Stage) -> None:
    assert "Step 1 of 8" in (await press(stage, SetupQuery("nonsense", 4))).text
    await change(stage, setup_step=4)
    assert "step 4 of 8" in (await press(stage, SetupQuery("nonsense", -7))).text


@pytest.mark.parametrize(
    "deed",
    [
        StepDeed("nonsense", 4),
        HandDeed(4, "nobody"),
        HandDeed(4, "artist:"),
        HandDeed(4, "label:hybe"),
        HandDeed(4),
        DropDeed(4),
    ],
)
async def test_a_deed_that_none_of_ours_does_is_stale(stage: Stage, deed: Deed) -> None:
    refused = await press(stage, deed)
    assert refused.private and "older version" in refused.text
    assert await settings_of(stage) == GuildSettings() and await followed(stage) == []


def test_ids_are_within_discords_limit() -> None:
    longest = "artist:" + "x" * 40
    for deed in (
        HandDeed(999_999, longest, meant=True),
        DropDeed(999_999),
        NamesDeed(999_999),
        *(StepDeed(section, 999_999, again=True) for section in SECTIONS),
    ):
        assert len(f"do:{deed.address}") <= 100
        assert type(deed).parse(deed.address.partition("?")[2]) == deed
