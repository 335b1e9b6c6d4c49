"""When a yearly date comes round again. Pure: no clock, no zone, no catalogue."""

import calendar
import datetime
from enum import StrEnum

from bot.catalogue.dates import PartialDate


class LeapDay(StrEnum):
    """Where 29 February falls in a common year."""

    FEBRUARY_28 = "02-28"
    MARCH_1 = "03-01"


def next_occurrence(
    date: PartialDate, after: datetime.date, *, leap_day: LeapDay = LeapDay.MARCH_1
) -> datetime.date | None:
    """The first yearly return of `date` strictly after `after`, as a calendar day without a zone.

    None when `date` has no day: "June 2025" returns every June, but on no day. 29 February falls on 28 February
    or 1 March in common years, as `leap_day` says (design, section 5). The day itself, in its own year, counts.
    """
    if date.month is None or date.day is None:
        return None
    year = max(after.year, date.year)
    while True:
        day = _in_year(date.month, date.day, year, leap_day)
        if day > after:
            return day
        year += 1


def kept_on(day: datetime.date, *, leap_day: LeapDay = LeapDay.MARCH_1) -> tuple[tuple[int, int], ...]:
    """The (month, day) pairs that are celebrated on `day`: its own, and in common years perhaps 29 February's."""
    own = (day.month, day.day)
    return (own, (2, 29)) if not calendar.isleap(day.year) and day == _in_year(2, 29, day.year, leap_day) else (own,)


def _in_year(month: int, day: int, year: int, leap_day: LeapDay) -> datetime.date:
    if (month, day) == (2, 29) and not calendar.isleap(year):
        return datetime.date(year, 2, 28) if leap_day is LeapDay.FEBRUARY_28 else datetime.date(year, 3, 1)
    return datetime.date(year, month, day)
