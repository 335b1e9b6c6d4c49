"""Which days a board counts. Pure: what day it is, and where, others say."""

import datetime
from enum import StrEnum
from typing import NamedTuple


class Period(StrEnum):
    """How much of the past a board counts."""

    DAY = "day"
    WEEK = "week"  # ISO 8601: from Monday
    MONTH = "month"
    SEASON = "season"  # a quarter of the year, from January, April, July and October
    ALL = "all"


class Span(NamedTuple):
    """Whole days, both counted."""

    first: datetime.date
    last: datetime.date


def span_of(period: Period, today: datetime.date) -> Span | None:
    """The days of the period that `today` is in; None for all time."""
    match period:
        case Period.DAY:
            return Span(today, today)
        case Period.WEEK:
            monday = today - datetime.timedelta(days=today.weekday())
            return Span(monday, monday + datetime.timedelta(days=6))
        case Period.MONTH:
            return _months(today.year, today.month, 1)
        case Period.SEASON:
            return _months(today.year, (today.month - 1) // 3 * 3 + 1, 3)
        case Period.ALL:
            return None


def _months(year: int, first: int, count: int) -> Span:
    """`count` calendar months from the `first` of a year on, which all lie in that year."""
    end = datetime.date(year + 1, 1, 1) if first + count > 12 else datetime.date(year, first + count, 1)
    return Span(datetime.date(year, first, 1), end - datetime.timedelta(days=1))
