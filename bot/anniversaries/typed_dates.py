"""Dates as people type them, as exactly as they know them: 2026-03-04, 2026-03, March 2026, 3월 4일, 2026년. Pure."""

import datetime
import re

from bot.anniversaries.typed import typed_day
from bot.catalogue.dates import PartialDate

_YEAR = re.compile(r"(\d{4})(?:년)?")
_MONTH = re.compile(r"(\d{4})[-./](\d{1,2})|(\d{4})년 ?(\d{1,2})월")
_NAMED = re.compile(r"([a-z]+)\.? ?(\d{4})|(\d{4}) ([a-z]+)")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
EARLIEST, LATEST = 1900, 2100


def typed_date(text: str, today: datetime.date) -> PartialDate:
    """The date that `text` means to somebody for whom it is `today`: a day, a month or a year.

    A day without a year is the next there is, today included. Raises ValueError for anything else, and for years
    before 1900 or after 2100.
    """
    said = " ".join(text.casefold().replace(",", " ").strip(" .").split())
    if not said:
        raise ValueError("nothing was typed")
    date = _month_or_year(said) or _day(said, today)
    if not EARLIEST <= date.year <= LATEST:
        raise ValueError(f"{date} is too far away")
    return date


def _month_or_year(said: str) -> PartialDate | None:
    if match := _YEAR.fullmatch(said):
        return PartialDate(int(match[1]))
    if match := _MONTH.fullmatch(said):
        year, month = (int(part) for part in match.groups() if part)
        return PartialDate.parse(f"{year:04}-{month:02}")
    if match := _NAMED.fullmatch(said):
        name, year = match[1] or match[4], int(match[2] or match[3])
        found = [number for number, known in enumerate(_MONTHS, 1) if len(name) >= 3 and known.startswith(name)]
        return PartialDate(year, found[0]) if len(found) == 1 else None
    return None


def _day(said: str, today: datetime.date) -> PartialDate:
    try:
        day = typed_day(said, today)
    except OverflowError:
        raise ValueError(f"{said!r} is no day") from None
    if day < today and not re.search(r"\d{4}", said) and said not in ("yesterday", "어제"):
        day = _again(day, today)
    return PartialDate(day.year, day.month, day.day)


def _again(day: datetime.date, today: datetime.date) -> datetime.date:
    """The next such day of a year; 29 February waits for a leap year."""
    for year in range(today.year, today.year + 9):
        try:
            again = day.replace(year=year)
        except ValueError:
            continue
        if again >= today:
            return again
    raise ValueError(f"{day} never comes again")
