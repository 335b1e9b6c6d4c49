"""/settings, as a member meets it: in the language just chosen, with a zone by any name, everywhere."""

import asyncio
from typing import Any

import pytest

from bot.app import build_bot
from bot.errors import StorageTrouble
from bot.services.members import MemberSettings
from bot.settings import Settings
from bot.ui.preferences import LanguageDeed
from bot.ui.screens import StaleButton
from tests.conftest import StillClock
from tests.stage import Answer, Stage

LANGUAGE, LANGUAGE_KO = "Choose a language…", "언어 고르기…"
ZONE, ZONE_KO = "Change the time zone…", "시간대 바꾸기…"


async def settings_of(stage: Stage, actor: Any = None) -> MemberSettings:
    return await stage.bot.services.members.of((actor or stage.ada).id)


async def typed(page: Answer, zone: str, button: str = ZONE) -> Answer:
    form = await page.press(button)
    assert form.payload["type"] == 9
    return await form.submit(zone=zone)


async def test_it_shows_what_holds_for_who_decided_nothing(stage: Stage) -> None:
    page = await stage.slash("settings")
    assert page.private and "As in Discord, now English" in page.text
    assert "As the server has it: Seoul (Asia/Seoul). It is 21:00 there now, Nov 23, 2026." in page.text
    assert "Shown, on leaderboards" in page.text
    (select,) = page.selects
    assert [option["label"] for option in select["options"]] == ["As in Discord", "English", "한국어"]
    assert [option["value"] for option in select["options"] if option.get("default")] == ["-"]


async def test_the_language_is_spoken_at_once_and_ever_after(stage: Stage) -> None:
    page = await (await stage.slash("settings")).pick(LANGUAGE, "ko")
    assert "내 설정" in page.text and "**언어**\n한국어" in page.text
    assert (await settings_of(stage)).language == "ko"
    assert "팔로우" in (await stage.slash("follow list")).text
    page = await page.pick(LANGUAGE_KO, "en-US")
    assert "Your settings" in page.text
    page = await (await stage.slash("settings", by=stage.haneul)).pick(LANGUAGE_KO, "en-US")
    assert "**Language**\nEnglish" in page.text
    page = await page.pick(LANGUAGE, "-")
    assert (
        "디스코드 설정대로 (지금은 한국어)" in page.text and await settings_of(stage, stage.haneul) == MemberSettings()
    )


@pytest.mark.parametrize("values", [(), ("fr",), ("",)])
async def test_a_language_that_no_panel_of_ours_offers(stage: Stage, values: tuple[str, ...]) -> None:
    choose = stage.bot.screens._deeds[LanguageDeed.screen]
    with pytest.raises(StaleButton):
        await choose(LanguageDeed(), None, values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text, shown",
    [
        ("Europe/London", "London (Europe/London). It is 12:00 there now"),
        ("뉴욕", "New York (America/New_York). It is 07:00 there now, Nov 23, 2026"),
        ("  tokyo ", "Tokyo (Asia/Tokyo). It is 21:00 there now"),
        ("Pacific/Kiritimati", "Kiritimati (Pacific/Kiritimati). It is 02:00 there now, Nov 24, 2026"),
        ("UTC", "UTC. It is 12:00 there now"),
    ],
)
async def test_a_zone_by_any_of_its_names(stage: Stage, text: str, shown: str) -> None:
    page = await typed(await stage.slash("settings"), text)
    assert page.payload["type"] == 7 and shown in page.text, "the panel itself says so"
    assert (await settings_of(stage)).zone is not None


async def test_a_typo_is_put_right_by_a_button_in_the_panel(stage: Stage) -> None:
    page = await typed(await stage.slash("settings"), "Nw York")
    assert page.payload["type"] == 7
    assert "I know no time zone called “Nw York”. Did you mean New York (America/New_York)?" in page.text
    assert (await settings_of(stage)).zone is None
    page = await page.press("New York (America/New_York)")
    assert "It is 07:00 there now" in page.text and "I know no" not in page.text
    assert (await settings_of(stage)).zone == "America/New_York"
    page = await page.press("As the server has it")
    assert "As the server has it: Seoul" in page.text and (await settings_of(stage)).zone is None
    assert "As the server has it" not in page.buttons


async def test_what_means_several_zones_offers_them_in_korean(stage: Stage) -> None:
    page = await typed(await stage.slash("settings", by=stage.haneul), "미국", ZONE_KO)
    assert "뉴욕 (America/New_York), 로스앤젤레스 (America/Los_Angeles), 시카고 (America/Chicago)" in page.text
    page = await page.press("로스앤젤레스 (America/Los_Angeles)")
    assert "로스앤젤레스 (America/Los_Angeles). 그곳은 지금 2026년 11월 23일 04:00." in page.text


@pytest.mark.parametrize(
    "text", ["@everyone", "**x** <@1>", "가나다", "🏆", "x" * 60, "Mars/Olympus", "\x00", "../etc"]
)
async def test_what_no_zone_is_like(stage: Stage, text: str) -> None:
    page = await typed(await stage.slash("settings"), text)
    assert "I know no time zone called" in page.text and "@everyone" not in page.text
    assert "<@1>" not in page.text.replace("\\<", "")
    assert (await settings_of(stage)).zone is None


async def test_nothing_typed_changes_nothing(stage: Stage) -> None:
    page = await typed(await stage.slash("settings"), "   ")
    assert (
        "Your settings" in page.text and "I know no" not in page.text and await settings_of(stage) == MemberSettings()
    )


async def test_the_servers_zone_is_shown_until_one_has_ones_own(stage: Stage) -> None:
    await stage.bot.services.guilds.change(stage.server.id, 1, zone="Europe/London")
    assert "As the server has it: London (Europe/London). It is 12:00" in (await stage.slash("settings")).text
    assert "As the server has it: Seoul" in (await stage.dm("settings")).text


async def test_the_name_on_boards(stage: Stage) -> None:
    page = await (await stage.slash("settings")).press("Hide my name")
    assert "Your points still count" in page.text and not (await settings_of(stage)).on_boards
    again = await page.press("Show my name")
    assert "Shown, on leaderboards" in again.text and (await settings_of(stage)).on_boards


async def test_one_thing_changed_leaves_the_others(stage: Stage) -> None:
    page = await (await stage.slash("settings")).press("Hide my name")
    page = await page.pick(LANGUAGE, "ko")
    await typed(page, "런던", ZONE_KO)
    assert await settings_of(stage) == MemberSettings("ko", "Europe/London", False)


async def test_in_a_dm_and_where_laurel_was_brought_along(stage: Stage) -> None:
    page = await (await stage.dm("settings")).pick(LANGUAGE, "ko")
    assert "내 설정" in page.text
    stage.brought.add(str(stage.ada.id))
    page = await stage.slash("settings")
    assert page.private and "내 설정" in page.text, "the same in every place"
    assert "나: 0" in (await page.press("팔로우 전체 보기")).text


async def test_the_panel_outlives_a_restart(stage: Stage, settings: Settings, clock: StillClock) -> None:
    page = await stage.slash("settings")
    form = await page.press(ZONE)
    another = build_bot(settings, clock)
    another.services.members._book._database = stage.bot.services.database
    stage.bot.screens, stage.bot.forms = another.screens, another.forms
    await form.submit(zone="london")
    await page.press("Hide my name")
    assert await another.services.members.of(stage.ada.id) == MemberSettings(None, "Europe/London", False)


async def test_a_slow_disk_is_waited_for(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    page = await stage.slash("settings")
    form = await page.press(ZONE)
    book = stage.bot.services.members._book
    change = book.change

    async def slow(*arguments: Any) -> Any:
        await asyncio.sleep(0.05)
        return await change(*arguments)

    monkeypatch.setattr(book, "change", slow)
    monkeypatch.setattr("bot.ui.reply.PATIENCE", 0.01)
    for answer in (await page.press("Hide my name"), await page.pick(LANGUAGE, "ko"), await form.submit(zone="런던")):
        assert answer.payload["type"] == 6, "the panel is promised to change, and nothing thinks aloud"
    assert "런던 (Europe/London)" in answer.text
    assert await settings_of(stage) == MemberSettings("ko", "Europe/London", False)


async def test_nothing_is_said_to_be_kept_that_is_not(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise StorageTrouble("database is locked")

    page = await stage.slash("settings")
    monkeypatch.setattr(stage.bot.services.members._book, "change", broken)
    assert "I could not keep that" in (await page.press("Hide my name")).text
    assert "I could not keep that" in (await page.pick(LANGUAGE, "ko")).text
    assert "I could not keep that" in (await typed(page, "london")).text
    assert await settings_of(stage) == MemberSettings()
