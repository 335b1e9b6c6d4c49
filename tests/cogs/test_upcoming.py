"""`/upcoming` as a member meets it."""

import datetime
import re

import pytest

from tests.conftest import StillClock
from tests.stage import Answer, Stage


def days_of(answer: Answer) -> list[str]:
    return re.findall(r"^### (.*?)(?: \(<t:\d+:R>\))?$", answer.text, re.MULTILINE)


async def test_two_weeks_day_by_day(stage: Stage) -> None:
    answer = await stage.slash("upcoming")
    assert "Nov 23, 2026 – Dec 7, 2026" in answer.text and "Facts as of" in answer.text
    assert days_of(answer)[0].startswith("Today, Nov 23") or days_of(answer)[0].startswith("Nov 2")
    assert not answer.private
    seen = [answer]
    while not seen[-1].buttons["Next"]["disabled"]:
        seen.append(await seen[-1].press("Next"))
    everything = "\n".join(page.text for page in seen)
    assert "Asia Artist Awards" in everything and "**Jin** (BTS) turns 34" in everything
    assert everything.count("**Jin** (BTS)") == 1, "nothing is told twice"


async def test_the_days_are_koreas_and_tick(stage: Stage) -> None:
    answer = await stage.slash("upcoming", artist="jin-bts")
    midnight = datetime.datetime(2026, 12, 4, tzinfo=datetime.timezone(datetime.timedelta(hours=9)))
    assert f"### Dec 4, 2026 (<t:{int(midnight.timestamp())}:R>)" in answer.text
    assert "midnight in Seoul" in answer.text


async def test_today_is_seouls(stage: Stage, clock: StillClock) -> None:
    clock.time = datetime.datetime(2026, 12, 3, 15, 0, tzinfo=datetime.UTC)
    assert "### Today, Dec 4, 2026\n- 🎂 **Jin**" in (await stage.slash("upcoming", artist="jin-bts")).text
    clock.time -= datetime.timedelta(minutes=1)
    assert "### Dec 4, 2026 (<t:" in (await stage.slash("upcoming", artist="jin-bts")).text, "a page is drawn anew"


async def test_a_group_includes_its_members_and_a_member_leads_to_the_group(stage: Stage) -> None:
    group = await stage.slash("upcoming", artist="bts", kind="birthdays", days=365)
    assert "Coming up: BTS and its members" in group.text
    assert [name for name in ("Jin", "V", "j-hope", "SUGA", "Jung Kook", "RM", "Jimin") if name in group.text] == [
        *("Jin", "V", "j-hope", "SUGA", "Jung Kook", "RM", "Jimin"),
    ]
    member = await stage.slash("upcoming", artist="RM", days=365)
    assert "**RM** (BTS) turns 33" in member.text and "Jin" not in member.text
    assert "BTS and its members" in (await member.press("Coming up: BTS")).text


async def test_what_is_only_expected_is_never_counted_in_days(stage: Stage) -> None:
    answer = await stage.slash("upcoming", kind="other", artist="rowoon", days=365)
    assert "### Apr 2027, day not known yet" in answer.text
    assert "Rowoon due to finish military service: Apr 2027, expected" in answer.text
    assert "<t:" not in answer.text


async def test_this_month_is_said_so(stage: Stage, clock: StillClock) -> None:
    clock.time = datetime.datetime(2027, 4, 2, 3, 0, tzinfo=datetime.UTC)
    assert ": this month, expected" in (await stage.slash("upcoming", artist="rowoon")).text
    korean = await stage.slash("upcoming", artist="rowoon", by=stage.haneul)
    assert "이번 달 중 (예정)" in korean.text and "2027년 4월 중, 날짜 미정" in korean.text


async def test_a_dated_but_expected_thing_says_so(stage: Stage) -> None:
    answer = await stage.slash("upcoming", kind="concerts", artist="bts")
    assert "BTS ARIRANG world tour: first night in Bangkok, expected" in answer.text


async def test_korean(stage: Stage) -> None:
    answer = await stage.slash("upcoming", artist="방탄소년단", by=stage.haneul)
    assert "방탄소년단(멤버 포함) 다가오는 날" in answer.text and "**진** (방탄소년단) 34번째 생일" in answer.text
    assert {"출처", "투표", "1년 치 보기"} <= set(answer.buttons)


async def test_kinds_are_picked_and_unpicked(stage: Stage) -> None:
    everything = await stage.slash("upcoming", artist="bts")
    concerts = await everything.pick("Only one kind…", "concerts")
    assert "🎤" in concerts.text and "🎂" not in concerts.text
    assert (await concerts.pick("Only one kind…", "*")).text == everything.text


async def test_ceremonies_are_looked_for_further_ahead(stage: Stage) -> None:
    answer = await stage.slash("upcoming", kind="ceremonies")
    assert "Asia Artist Awards" in answer.text and "day not known yet" in answer.text
    assert "🎂" not in answer.text


async def test_nothing_says_what_is_next(stage: Stage) -> None:
    answer = await stage.slash("upcoming", artist="rm", days=1)
    assert "Nothing of this kind" in answer.text and "The next is" in answer.text
    assert "turns 33" in (await answer.press("A year ahead")).text


async def test_sources_are_those_of_the_page(stage: Stage) -> None:
    first = await stage.slash("upcoming", kind="birthdays")
    second = await first.press("Next")
    sources = await second.press("Sources")
    assert sources.private and "](<http" in sources.text
    name = re.search(r"🎂 (\*\*.*?) turns", second.text)
    assert name and name[1] in sources.text.replace("****", "**")


@pytest.mark.parametrize("days", [0, 366, -1])
async def test_days_are_bounded_by_discord_and_again_by_us(stage: Stage, days: int) -> None:
    from bot.ui.queries import UpcomingQuery

    page = stage.bot.screens.page(UpcomingQuery(days=days), stage.bot.services.words.of("en-US"))
    assert page.to_components()
    command = next(c for c in await stage.bot.tree.payload() if c["name"] == "upcoming")
    option = next(o for o in command["options"] if o["name"] == "days")
    assert (option["min_value"], option["max_value"]) == (1, 365)


async def test_a_name_nobody_has_keeps_the_other_options(stage: Stage) -> None:
    answer = await stage.slash("upcoming", artist="stray kidz", kind="birthdays")
    assert answer.private and "Nobody in the catalogue" in answer.text
    right = await answer.press(next(label for label in answer.buttons if label.startswith("Stray Kids")))
    assert "Coming up: Stray Kids and its members" in right.text and "Birthdays" in right.text


async def test_every_page_of_a_year_is_within_limits(stage: Stage) -> None:
    """4,000 characters and 40 components; the OpenAPI check knows neither."""
    from bot.ui.queries import UpcomingQuery

    count = stage.bot.services.agenda.upcoming(days=365, size=12).pages
    for locale in ("en-US", "ko"):
        for page in {1, 2, count // 2, count - 1, count}:
            words = stage.bot.services.words.of(locale)
            drawn = stage.bot.screens.page(UpcomingQuery(days=365, page=page), words).to_components()
            parts = list(walk(drawn))
            assert len(parts) <= 40 and sum(len(part.get("content", "")) for part in parts) <= 4_000
            assert all(len(part.get("custom_id", "")) <= 100 for part in parts)


def walk(components):  # type: ignore[no-untyped-def]
    for component in components:
        yield component
        yield from walk(component.get("components", ()))
