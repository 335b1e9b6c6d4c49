"""Periods, streaks and learned difficulty: the rules of boards and practice, by themselves."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.services.zones import today_in
from bot.trivia.difficulty import ENOUGH, learned, share
from bot.trivia.periods import Period, span_of
from bot.trivia.questions import Difficulty
from bot.trivia.streaks import Streak, streak_of

DATES = st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 12, 31))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    "period, today, first, last",
    [
        (Period.DAY, "2026-02-28", "2026-02-28", "2026-02-28"),
        (Period.WEEK, "2026-11-23", "2026-11-23", "2026-11-29"),  # a Monday
        (Period.WEEK, "2026-11-29", "2026-11-23", "2026-11-29"),  # a Sunday
        (Period.WEEK, "2027-01-01", "2026-12-28", "2027-01-03"),  # a week of two years
        (Period.MONTH, "2024-02-10", "2024-02-01", "2024-02-29"),
        (Period.MONTH, "2026-12-31", "2026-12-01", "2026-12-31"),
        (Period.SEASON, "2026-03-31", "2026-01-01", "2026-03-31"),
        (Period.SEASON, "2026-04-01", "2026-04-01", "2026-06-30"),
        (Period.SEASON, "2026-11-23", "2026-10-01", "2026-12-31"),
    ],
)
def test_periods(period: Period, today: str, first: str, last: str) -> None:
    assert span_of(period, day(today)) == (day(first), day(last))


def test_all_time_has_no_ends() -> None:
    assert span_of(Period.ALL, day("2026-11-23")) is None


@settings(max_examples=200)
@given(today=DATES, period=st.sampled_from([one for one in Period if one is not Period.ALL]))
def test_every_day_is_in_its_period_and_the_next_begins_where_it_ends(today: datetime.date, period: Period) -> None:
    span = span_of(period, today)
    assert span is not None and span.first <= today <= span.last
    assert span_of(period, span.first) == span == span_of(period, span.last)
    after = span_of(period, span.last + datetime.timedelta(days=1))
    assert after is not None and after.first == span.last + datetime.timedelta(days=1)


@pytest.mark.parametrize(
    "zone, moment, today",
    [
        ("Asia/Seoul", "2026-11-23T14:59:59+00:00", "2026-11-23"),
        ("Asia/Seoul", "2026-11-23T15:00:00+00:00", "2026-11-24"),
        ("America/New_York", "2026-03-08T04:59:00+00:00", "2026-03-07"),  # the day of 23 hours begins
        ("America/New_York", "2026-03-09T03:59:00+00:00", "2026-03-08"),
        ("America/New_York", "2026-03-09T04:00:00+00:00", "2026-03-09"),
        ("America/Santiago", "2026-09-06T03:59:00+00:00", "2026-09-05"),  # the next day has no midnight
        ("America/Santiago", "2026-09-06T04:00:00+00:00", "2026-09-06"),
        ("Pacific/Kiritimati", "2026-11-22T10:00:00+00:00", "2026-11-23"),  # a Monday there, a Sunday elsewhere
    ],
)
def test_the_period_is_that_of_the_servers_zone(zone: str, moment: str, today: str) -> None:
    found = today_in(zone, datetime.datetime.fromisoformat(moment))
    assert found == day(today)
    week = span_of(Period.WEEK, found)
    assert week is not None and week.first.weekday() == 0 and week.first <= found


@pytest.mark.parametrize(
    "days, streak",
    [
        ([], Streak(0, 0)),
        (["2026-11-23"], Streak(1, 1)),
        (["2026-11-22"], Streak(1, 1)),  # today is not over
        (["2026-11-21"], Streak(0, 1)),  # yesterday was missed
        (["2026-11-21", "2026-11-22", "2026-11-23"], Streak(3, 3)),
        (["2026-11-23", "2026-11-21", "2026-11-20", "2026-11-19"], Streak(1, 3)),
        (["2026-02-28", "2026-03-01"], Streak(0, 2)),  # across a month
        (["2026-11-22", "2026-11-22", "2026-11-24"], Streak(1, 1)),  # twice is once, tomorrow is none
    ],
)
def test_streaks(days: list[str], streak: Streak) -> None:
    assert streak_of(map(day, days), day("2026-11-23")) == streak


@pytest.mark.parametrize("base", Difficulty)
def test_what_was_thought_before_counts_until_enough_have_answered(base: Difficulty) -> None:
    assert {learned(base, asked, right) for asked in range(ENOUGH) for right in (0, asked)} == {base}


@pytest.mark.parametrize(
    "base, asked, right, found",
    [
        (Difficulty.EASY, 20, 16, Difficulty.EASY),
        (Difficulty.EASY, 40, 20, Difficulty.MEDIUM),
        (Difficulty.EASY, 200, 20, Difficulty.HARD),
        (Difficulty.MEDIUM, 40, 40, Difficulty.EASY),
        (Difficulty.MEDIUM, 40, 22, Difficulty.MEDIUM),
        (Difficulty.MEDIUM, 60, 6, Difficulty.HARD),
        (Difficulty.HARD, 20, 12, Difficulty.MEDIUM),
        (Difficulty.HARD, 500, 480, Difficulty.EASY),
        (Difficulty.HARD, 20, -3, Difficulty.HARD),
    ],
)
def test_play_moves_a_question(base: Difficulty, asked: int, right: int, found: Difficulty) -> None:
    assert learned(base, asked, right) is found


@settings(max_examples=150)
@given(base=st.sampled_from(Difficulty), asked=st.integers(0, 5_000), part=st.floats(0, 1))
def test_more_right_answers_never_make_a_question_harder(base: Difficulty, asked: int, part: float) -> None:
    right = int(asked * part)
    assert 0 < share(base, asked, right) < 1
    order = [Difficulty.HARD, Difficulty.MEDIUM, Difficulty.EASY]
    assert order.index(learned(base, asked, right)) <= order.index(learned(base, asked, asked))
    assert order.index(learned(base, asked, right)) >= order.index(learned(base, asked, 0))
