"""`/voting` as a member meets it, in a season with votes open, coming and closed."""

import datetime
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.conftest import StillClock
from tests.season import season
from tests.stage import Stage

KST = datetime.timezone(datetime.timedelta(hours=9))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database_url=f"sqlite+aiosqlite:///{tmp_path}/laurel.db", data_dir=season(tmp_path / "data"))


async def test_open_coming_and_closed_in_this_order(stage: Stage) -> None:
    text = (await stage.slash("voting")).text
    found = [text.index(name) for name in ("Final \\*round\\*", "Live vote", "Fan vote", "First round")]
    assert found == sorted(found)
    assert "No vote is open" not in text
    assert "Old vote" not in text and "A vote for nothing" not in text and "Rumoured" not in text


async def test_an_open_vote_with_everything(stage: Stage) -> None:
    text = (await stage.slash("voting", show="HRA")).text
    end = int(datetime.datetime(2026, 12, 1, tzinfo=KST).timestamp())
    assert f"🟢 **Open**: closes Nov 30, 2026 (<t:{end}:R>)" in text
    assert "For Fans' Choice" in text
    assert "3 votes a day · Vote at [vote.example.org](<https://vote.example.org/final>)" in text
    assert "Decided by fan vote\n" in text, "the prize's own method, where it has one"
    assert "Decided by a mix of several measures. Half a jury, half the fans." in text
    assert "Source: [example.org](<https://example.org/vote-2>) · confirmed" in text


async def test_a_month_is_expected_and_has_no_countdown(stage: Stage) -> None:
    text = (await stage.slash("voting", show="han")).text
    line = next(line for line in text.splitlines() if line.startswith("🕒"))
    assert line == "🕒 **Announced**: opens Dec 2026, closes Dec 2026, expected"


async def test_a_day_lasts_until_midnight_of_the_shows_city(stage: Stage, clock: StillClock) -> None:
    """Los Angeles is 17 hours behind Seoul: on 23 November at noon UTC it is the 23rd there, and the vote is over."""
    assert "**Closed**: Nov 22, 2026" in (await stage.slash("voting", show="sun")).text
    clock.time = datetime.datetime(2026, 11, 23, 7, 59, tzinfo=datetime.UTC)  # 23:59 on the 22nd
    assert (
        f"closes Nov 22, 2026 (<t:{int(clock.time.timestamp()) + 60}:R>)"
        in (await stage.slash("voting", show="sun")).text
    )
    clock.time += datetime.timedelta(minutes=1)
    assert "**Closed**" in (await stage.slash("voting", show="sun")).text


async def test_korean(stage: Stage) -> None:
    answer = await stage.slash("voting", show="한강 어워즈", by=stage.haneul)
    for words in ("투표: 한강 어워즈", "최종 투표", "**진행 중**: 2026년 11월 30일", "하루 3표", "부문: 팬 초이스상"):
        assert words in answer.text
    assert "심사위원과 팬이 절반씩 정합니다." in answer.text
    assert {"출처", "선정 방식"} <= set(answer.buttons)


async def test_an_artist_is_found_on_the_ballots(stage: Stage) -> None:
    member = await stage.slash("voting", artist="aurora")
    assert "Final" in member.text and "Fan vote" not in member.text
    nobody = await stage.slash("voting", artist="bora")
    assert "No vote with Bora is open now" in nobody.text
    assert "The next ceremony is Han River Awards 2026: Dec 19, 2026 – Dec 20, 2026 (<t:" in nobody.text


async def test_after_the_season_it_says_when_the_next_ceremony_is(stage: Stage, clock: StillClock) -> None:
    clock.time = datetime.datetime(2026, 12, 21, tzinfo=datetime.UTC)
    text = (await stage.slash("voting")).text
    assert "🟢" not in text and "🕒 **Announced**: opens Dec 2026" in text, "nobody knows more than the month"
    clock.time = datetime.datetime(2027, 2, 1, tzinfo=datetime.UTC)
    over = await stage.slash("voting")
    assert "No vote is open now" in over.text and "next ceremony" not in over.text
    assert "Old vote" not in over.text
    assert "**Closed**: Nov 30, 2026" in (await stage.slash("voting", show="han")).text, "asked for by name"


async def test_expected_ceremonies_are_expected(stage: Stage, clock: StillClock) -> None:
    clock.time = datetime.datetime(2026, 12, 22, tzinfo=datetime.UTC)
    text = (await stage.slash("voting", show="sun")).text
    assert "The next ceremony is Sunset Awards 2026: Dec 30, 2026, expected (<t:" in text
    elsewhere = (await stage.slash("voting", show="off")).text
    assert "No further edition of this show is announced. The next ceremony is Sunset Awards 2026" in elsewhere


async def test_sources_and_method_open_beside(stage: Stage) -> None:
    answer = await stage.slash("voting", show="han")
    sources = await answer.press("Sources")
    assert sources.private and sources.text.count("](<https://example.org/vote-") == 3
    assert "Half a jury" in (await answer.press("How it is decided")).text
    assert "All votes" in answer.buttons and "Fan vote" in (await answer.press("All votes")).text


async def test_an_unknown_show_and_an_unknown_artist(stage: Stage) -> None:
    answer = await stage.slash("voting", show="Hann River Awards")
    assert answer.private and "Han River Awards" in answer.buttons
    assert "Nobody in the catalogue" in (await stage.slash("voting", artist="auroraa")).text


# -- the same season in /upcoming


async def test_the_season_in_upcoming(stage: Stage) -> None:
    text = (await stage.slash("upcoming", days=60)).text
    for line in (
        "Voting closes: Final \\*round\\*, Han River Awards 2026",
        "✨ **AURORA**: 6 years since debut",
        "💿 AURORA release Dawn @\u200beveryone \\*\\*loud\\*\\*",
        "🎤 AURORA tour some time: this month, expected",
        "🏆 **Called Off Awards 2026** · cancelled",
    ):
        assert line in text, line
    assert "**Bora** (AURORA): " not in text, "her debut is the group's"
    assert "Far Star" not in text and "A rumour" not in text and "Nari" not in text
    assert "4 claims without a source are left out" in text


async def test_an_act_from_elsewhere_is_told_when_asked_for(stage: Stage) -> None:
    assert "**Far Star** turns 36" in (await stage.slash("upcoming", artist="star")).text


async def test_a_leap_day_is_kept_on_the_first_of_march(stage: Stage) -> None:
    text = (await stage.slash("upcoming", artist="bora", days=120)).text
    assert "### Mar 1, 2027 (<t:" in text and "**Bora** (AURORA) turns 27" in text


async def test_a_ceremony_elsewhere_has_its_own_midnight(stage: Stage) -> None:
    text = (await stage.slash("upcoming", kind="ceremonies", days=60)).text
    midnight = datetime.datetime(2026, 12, 30, 8, tzinfo=datetime.UTC)
    assert f"🏆 **Sunset Awards 2026**, expected · <t:{int(midnight.timestamp())}:R>" in text
    assert "🏆 **Han River Awards 2026** · Dec 19, 2026 – Dec 20, 2026 · Han River Park, Seoul" in text
