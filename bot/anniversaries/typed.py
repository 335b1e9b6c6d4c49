"""Days as people type them, in English and Korean: 06-13, 6/13, 13 June, 6월 13일, 2019-12-04, today. Pure."""

import calendar
import datetime
import re

_RELATIVE = {
    "": 0, "today": 0, "now": 0, "tonight": 0, "오늘": 0,
    "yesterday": -1, "어제": -1,
    "tomorrow": 1, "내일": 1,
}  # fmt: skip
_MONTHS = {
    name: number
    for number in range(1, 13)
    for name in (calendar.month_name[number].lower(), calendar.month_abbr[number].lower(), f"{number}월")
} | {"sept": 9}
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})|(\d{4})(\d{2})(\d{2})")
_NUMBERS = re.compile(r"(\d{1,2})[-./](\d{1,2})(?:[-./](\d{4}))?")
_KOREAN = re.compile(r"(?:(\d{4})년 ?)?(\d{1,2})월 ?(\d{1,2})일?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?([a-z]+)(?:[ -]?(\d{4}))?")
_MONTH_DAY = re.compile(r"([a-z]+)[ -]?(\d{1,2})(?:st|nd|rd|th)?(?:[ -](\d{4}))?")


def typed_day(text: str, today: datetime.date) -> datetime.date:
    """The day that `text` means to somebody for whom it is `today`; an empty text means today.

    Without a year it is this year's (29 February: the latest there was). 6/13 and 13/6 are both 13 June; 4/5 is
    5 April, month first, as Korea and the United States write it. Raises ValueError for anything else.
    """
    wanted = " ".join(text.casefold().replace(",", " ").replace(". ", ".").strip(" .").split())
    if wanted in _RELATIVE:
        return today + datetime.timedelta(days=_RELATIVE[wanted])
    year, month, day = _parts(wanted)
    if year is not None:
        return datetime.date(year, month, day)
    year = today.year
    while (month, day) == (2, 29) and not calendar.isleap(year):
        year -= 1
    return datetime.date(year, month, day)


def _parts(text: str) -> tuple[int | None, int, int]:
    """Year, month and day; the year may be missing."""
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in match.groups() if part)
        return year, month, day
    if match := _KOREAN.fullmatch(text):
        return _number(match[1]), int(match[2]), int(match[3])
    if match := _NUMBERS.fullmatch(text):
        month, day = int(match[1]), int(match[2])
        return _number(match[3]), *((day, month) if month > 12 else (month, day))
    if match := _DAY_MONTH.fullmatch(text):
        return _number(match[3]), _month(match[2]), int(match[1])
    if match := _MONTH_DAY.fullmatch(text):
        return _number(match[3]), _month(match[1]), int(match[2])
    raise ValueError(f"{text!r} is no day")


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _month(name: str) -> int:
    if name not in _MONTHS:
        raise ValueError(f"{name!r} is no month")
    return _MONTHS[name]
