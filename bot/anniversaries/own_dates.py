"""When a date of somebody's own comes: once, or round again each year. Pure: no clock, no zone."""

import datetime

from bot.anniversaries.occurrences import LeapDay, next_occurrence
from bot.catalogue.dates import PartialDate, Precision

ONE_DAY = datetime.timedelta(days=1)
HALF_A_YEAR = datetime.timedelta(days=183)


def returns(
    date: PartialDate, yearly: bool, first: datetime.date, last: datetime.date, leap_day: LeapDay = LeapDay.MARCH_1
) -> list[PartialDate]:
    """The dates that `date` has between `first` and `last`, both included: itself, or with `yearly` its returns.

    A month without a day is one of them as long as it is not over, and so is a year, which has no returns. The date
    itself, in its own year, counts.
    """
    if not yearly or date.precision is Precision.YEAR:
        return [date] if date.last_day >= first and date.first_day <= last else []
    if date.precision is Precision.MONTH:
        months = (PartialDate(year, date.month) for year in range(max(date.year, first.year), last.year + 1))
        return [month for month in months if month.last_day >= first and month.first_day <= last]
    found = []
    day = next_occurrence(date, first - ONE_DAY, leap_day=leap_day)
    while day is not None and day <= last:
        found.append(PartialDate(day.year, day.month, day.day))
        day = next_occurrence(date, day, leap_day=leap_day)
    return found


def nearest(date: PartialDate, yearly: bool, told: PartialDate) -> PartialDate:
    """The return of `date` that stands for the one that was `told`, whatever `date` was then; itself if it has none."""
    if not yearly:
        return date
    found = returns(date, yearly, told.first_day - HALF_A_YEAR, told.last_day + HALF_A_YEAR)
    return min(found, key=lambda one: abs(one.first_day - told.first_day), default=date)
