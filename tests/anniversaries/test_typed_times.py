"""Times as people type them, in both languages, in zones whose clocks change."""

import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.anniversaries.typed_times import LONGEST, UnclearTime, typed_lead, typed_time

SEOUL = ZoneInfo("Asia/Seoul")
NOW = datetime.datetime(2026, 11, 23, 21, 0, tzinfo=SEOUL)  # a Monday


def said(text: str, now: datetime.datetime = NOW) -> str:
    return datetime.datetime.fromtimestamp(typed_time(text, now), now.tzinfo).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("in 2 hours", "2026-11-23 23:00"),
        ("2h", "2026-11-23 23:00"),
        ("1h30m", "2026-11-23 22:30"),
        ("1 hour and a half", "2026-11-23 22:30"),
        ("half an hour", "2026-11-23 21:30"),
        ("in 1.5 hours", "2026-11-23 22:30"),
        ("in 3 days at 18:00", "2026-11-26 18:00"),
        ("a week from now", "2026-11-30 21:00"),
        ("2026-12-01 20:00", "2026-12-01 20:00"),
        ("2026-12-01T20:00", "2026-12-01 20:00"),
        ("tomorrow 9am", "2026-11-24 09:00"),
        ("9am tomorrow", "2026-11-24 09:00"),
        ("tomorrow evening at 8", "2026-11-24 20:00"),
        ("tonight at 11", "2026-11-23 23:00"),
        ("noon", "2026-11-24 12:00"),
        ("20:00", "2026-11-24 20:00"),
        ("monday 10pm", "2026-11-23 22:00"),
        ("monday 8pm", "2026-11-30 20:00"),
        ("8 pm on friday", "2026-11-27 20:00"),
        ("friday next week", "2026-12-04 09:00"),
        ("13 June 9am", "2027-06-13 09:00"),
        ("29 february", "2028-02-29 09:00"),
        ("day after tomorrow 7 pm", "2026-11-25 19:00"),
        ("dec 25", "2026-12-25 09:00"),
        ("<t:1795000000:F>", "2026-11-18 11:06"),
        ("내일 오전 9시", "2026-11-24 09:00"),
        ("내일오전9시에", "2026-11-24 09:00"),
        ("2시간 뒤", "2026-11-23 23:00"),
        ("한 시간 뒤", "2026-11-23 22:00"),
        ("1시간 반 뒤", "2026-11-23 22:30"),
        ("30분 후", "2026-11-23 21:30"),
        ("3일 뒤 오후 6시", "2026-11-26 18:00"),
        ("이틀 뒤 낮 12시", "2026-11-25 12:00"),
        ("일주일 뒤", "2026-11-30 21:00"),
        ("한 달 뒤", "2026-12-23 21:00"),
        ("모레 저녁 7시 반", "2026-11-25 19:30"),
        ("오늘 밤 11시", "2026-11-23 23:00"),
        ("밤 12시", "2026-11-24 00:00"),
        ("새벽 2시", "2026-11-24 02:00"),
        ("12월 25일 오후 6시 30분", "2026-12-25 18:30"),
        ("다음 주 금요일 오후 8시", "2026-12-04 20:00"),
        ("금요일 20시", "2026-11-27 20:00"),
        ("２시간 뒤", "2026-11-23 23:00"),
    ],
)
def test_what_is_meant(text: str, meant: str) -> None:
    if text.startswith("<"):
        assert typed_time(text, datetime.datetime(2026, 11, 1, tzinfo=SEOUL)) == 1_795_000_000
    else:
        assert said(text) == meant


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("tomorrow at 9", "2026-11-24 09:00", "2026-11-24 21:00"),
        ("at 5", "2026-11-24 05:00", "2026-11-24 17:00"),
        ("내일 10시", "2026-11-24 10:00", "2026-11-24 22:00"),
        ("next friday 8pm", "2026-11-27 20:00", "2026-12-04 20:00"),
    ],
)
def test_what_can_be_two_times_is_refused_with_both(text: str, first: str, second: str) -> None:
    with pytest.raises(UnclearTime) as unclear:
        typed_time(text, NOW)
    assert unclear.value.reason == "ambiguous"
    both = [datetime.datetime.fromtimestamp(at, SEOUL).strftime("%Y-%m-%d %H:%M") for at in unclear.value.instants]
    assert both == [first, second]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *(
            (text, "unknown")
            for text in ("", " ", "asdf", "@everyone", "🎂", "5", "3일", "25:00", "9시 61분", "2027-02-29")
        ),
        *(
            (text, "unknown")
            for text in ("x" * 10_000, "1" * LONGEST, "**9am**", "at", "in hours", "9 9 9 9", "아무 때나")
        ),
        *(
            (text, "past")
            for text in ("yesterday", "어제 오후 3시", "2020-01-01", "today 9am", "in 0 minutes", "<t:5>")
        ),
        *(
            (text, "far")
            for text in ("in 10 years", "in 999999 years", "999999 months", "2099-01-01", "<t:999999999999>")
        ),
    ],
)
def test_what_is_no_time_to_be_reminded_at(text: str, reason: str) -> None:
    with pytest.raises(UnclearTime) as unclear:
        typed_time(text, NOW)
    assert unclear.value.reason == reason


def test_an_hour_that_is_past_today_is_the_other_one() -> None:
    assert said("today at 10", NOW.replace(hour=12)) == "2026-11-23 22:00"


def test_hours_are_counted_and_days_keep_the_time_where_clocks_change() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    before = datetime.datetime(2026, 10, 24, 20, 0, tzinfo=berlin)  # clocks go back at 3:00 of the 25th
    assert typed_time("in 12 hours", before) - before.timestamp() == 12 * 3_600
    assert said("in 12 hours", before) == "2026-10-25 07:00"
    assert said("in 1 day", before) == "2026-10-25 20:00"
    assert typed_time("in 1 day", before) - before.timestamp() == 25 * 3_600


def test_a_time_that_a_clock_skips_or_a_day_that_never_was_is_one_instant() -> None:
    york = ZoneInfo("America/New_York")
    spring = datetime.datetime(2026, 3, 7, 12, 0, tzinfo=york)
    assert said("tomorrow 02:30", spring) == "2026-03-08 03:30"
    apia = ZoneInfo("Pacific/Apia")
    eve = datetime.datetime(2011, 12, 29, 12, 0, tzinfo=apia)  # there was no 30 December
    tomorrow, after = typed_time("tomorrow 9am", eve), typed_time("in 2 days", eve)
    assert eve.timestamp() < tomorrow < after


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1 day before", 86_400),
        ("2 hours earlier", 7_200),
        ("하루 전", 86_400),
        ("30분 전", 1_800),
        ("a week before", 604_800),
    ],
)
def test_how_long_before(text: str, seconds: int) -> None:
    assert typed_lead(text) == seconds


@pytest.mark.parametrize("text", ["", "before", "전", "tomorrow", "x before", "1 day after", "before" * 50])
def test_what_is_no_lead(text: str) -> None:
    assert typed_lead(text) is None
