"""One instant for each local date in every zone there is, strictly in order, also where clocks and calendars jump."""

import datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.anniversaries.instants import days_due, instant, local_day, next_instant

MIDNIGHT = datetime.time()
DAY = datetime.timedelta(days=1)


@pytest.mark.parametrize("first", [datetime.date(2011, 1, 1)])
def test_every_zone_has_one_instant_a_date_strictly_in_order_for_three_years(first: datetime.date) -> None:
    """The hours differ by zone, so that every hour of the day is tried somewhere."""
    instant.cache_clear()
    for number, zone in enumerate(sorted(available_timezones())):
        time = datetime.time(number % 24, (0, 30)[number % 2])
        before = instant(first - DAY, time, zone)
        for ahead in range(3 * 365):
            at = instant.__wrapped__(first + ahead * DAY, time, zone)
            assert before < at <= before + 50 * 3600, (zone, first + ahead * DAY)
            before = at


@pytest.mark.parametrize(
    ("zone", "day", "time", "expected"),
    [
        ("America/New_York", "2025-11-02", "01:30", "2025-11-02T05:30"),  # it comes twice: the first
        ("America/New_York", "2025-03-09", "02:30", "2025-03-09T07:30"),  # skipped: an hour on
        ("Asia/Beirut", "2025-03-30", "00:00", "2025-03-29T22:00"),  # midnight itself is skipped
        ("America/Santiago", "2025-09-07", "00:00", "2025-09-07T04:00"),
        ("Asia/Seoul", "2026-11-24", "00:00", "2026-11-23T15:00"),
        ("Pacific/Apia", "2011-12-29", "00:00", "2011-12-29T10:00"),
        ("Pacific/Apia", "2011-12-31", "00:00", "2011-12-30T10:00"),
    ],
)
def test_where_clocks_change(zone: str, day: str, time: str, expected: str) -> None:
    at = instant(datetime.date.fromisoformat(day), datetime.time.fromisoformat(time), zone)
    assert datetime.datetime.fromtimestamp(at, datetime.UTC).isoformat()[:16] == expected


def test_the_day_that_apia_never_had_comes_between_its_neighbours() -> None:
    days = [datetime.date(2011, 12, 29) + ahead * DAY for ahead in range(3)]
    ats = [instant(day, datetime.time(9), "Pacific/Apia") for day in days]
    assert ats == sorted(set(ats)) and ats[2] - ats[1] == 1
    found = list(days_due(ats[0], ats[2], datetime.time(9), "Pacific/Apia"))
    assert found == days, "what was to be told of the missing day is told"


@pytest.mark.parametrize("zone", ["Asia/Seoul", "America/New_York", "Pacific/Apia", "Pacific/Kiritimati", "UTC"])
def test_windows_that_meet_tell_every_date_once(zone: str) -> None:
    time = datetime.time(1, 30)
    start = int(datetime.datetime(2011, 12, 1, tzinfo=datetime.UTC).timestamp())
    found: list[datetime.date] = []
    cursor = start
    for hours in (1, 5, 24, 25, 7 * 24, 3, 400):
        found += days_due(cursor, cursor + hours * 3600 - 1, time, zone)
        cursor += hours * 3600
    assert found == list(days_due(start, cursor - 1, time, zone))
    assert found == [found[0] + ahead * DAY for ahead in range(len(found))]


def test_the_next_instant_is_strictly_later() -> None:
    at = instant(datetime.date(2026, 11, 24), MIDNIGHT, "Asia/Seoul")
    assert next_instant(at - 1, MIDNIGHT, "Asia/Seoul") == at
    assert next_instant(at, MIDNIGHT, "Asia/Seoul") == at + 86_400
    assert local_day(at, "Asia/Seoul") == datetime.date(2026, 11, 24)
    assert local_day(at - 1, "Asia/Seoul") == datetime.date(2026, 11, 23)
    assert ZoneInfo("Asia/Seoul").key == "Asia/Seoul"
