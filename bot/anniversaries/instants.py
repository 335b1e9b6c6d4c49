"""When a post falls due: one instant for each local date in every zone, in order. Pure: no clock."""

import datetime
from collections.abc import Iterator
from functools import lru_cache
from zoneinfo import ZoneInfo

ONE_DAY = datetime.timedelta(days=1)


@lru_cache(maxsize=8192)  # ten thousand servers share a few hours and zones
def instant(day: datetime.date, time: datetime.time, zone: str) -> int:
    """When it is `time` of `day` in `zone` (IANA), in UTC seconds: one instant, which later days' come after.

    A time that a clock skips falls where it would have, had the clock not been changed yet; one that comes twice counts
    the first time. A day that a zone leaves out, such as 30 December 2011 in Apia, ends as it begins: its instant is
    just before the next day's own, so that no date is lost and none comes before the one before it.
    """
    at = _naive(day, time, zone)
    following = _naive(day + ONE_DAY, time, zone)
    return min(at, following - 1)


def _naive(day: datetime.date, time: datetime.time, zone: str) -> int:
    return int(datetime.datetime.combine(day, time, ZoneInfo(zone)).timestamp())


def local_day(at: int, zone: str) -> datetime.date:
    """The calendar day that an instant (UTC seconds) is on."""
    return datetime.datetime.fromtimestamp(at, ZoneInfo(zone)).date()


def days_due(first: int, last: int, time: datetime.time, zone: str) -> Iterator[datetime.date]:
    """The local dates whose instant lies between two instants (UTC seconds, both included), in order."""
    day = local_day(first, zone) - 2 * ONE_DAY
    end = local_day(last, zone) + 2 * ONE_DAY
    while day <= end:
        if first <= instant(day, time, zone) <= last:
            yield day
        day += ONE_DAY


def next_instant(after: int, time: datetime.time, zone: str) -> int:
    """The first instant strictly after another."""
    day = local_day(after, zone) - 2 * ONE_DAY
    while (at := instant(day, time, zone)) <= after:
        day += ONE_DAY
    return at
