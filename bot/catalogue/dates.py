"""Dates that may be known only to the month or the year, after EDTF level 0 (ISO 8601-2, Library of Congress)."""

import calendar
import datetime
import re
from enum import StrEnum
from functools import lru_cache
from typing import Self

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class DateStatus(StrEnum):
    """How sure a date is."""

    CONFIRMED = "confirmed"
    EXPECTED = "expected"
    REPORTED = "reported"
    CANCELLED = "cancelled"


class Precision(StrEnum):
    """The smallest unit a date is known to."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class PartialDate:
    """A calendar date without a zone: 2025-06-10, 2025-06 or 2025, and how sure it is. Never changes.

    A `month` of None means that only the year is known, a `day` of None that only the month is.
    No Struct and no dataclass, so that msgspec asks the loader's hook to read it from text.
    """

    __slots__ = ("day", "month", "status", "year")

    def __init__(
        self,
        year: int,
        month: int | None = None,
        day: int | None = None,
        status: DateStatus = DateStatus.CONFIRMED,
    ) -> None:
        self.year, self.month, self.day, self.status = year, month, day, status

    def _key(self) -> tuple[int, int, int, DateStatus]:
        return (self.year, self.month or 0, self.day or 0, self.status)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return f"PartialDate({self}, {self.status.value})"

    @classmethod
    def parse(cls, text: str, status: DateStatus = DateStatus.CONFIRMED) -> Self:
        """From EDTF level 0. Raises ValueError with a sentence that shows the three forms."""
        match = _EDTF.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is no date. Write 2025-06-10, 2025-06 or 2025")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        try:
            datetime.date(year, 1 if month is None else month, 1 if day is None else day)
        except ValueError:
            raise ValueError(f"{text!r} is on no calendar. Write 2025-06-10, 2025-06 or 2025") from None
        return cls(year, month, day, status)

    @property
    def precision(self) -> Precision:
        if self.day is not None:
            return Precision.DAY
        return Precision.YEAR if self.month is None else Precision.MONTH

    @property
    def first_day(self) -> datetime.date:
        """The earliest day it can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        """The latest day it can mean."""
        return _last_day(self.year, self.month or 12, self.day)

    def __str__(self) -> str:
        """EDTF again; the status is not part of it."""
        return "-".join(f"{part:02}" for part in (self.year, self.month, self.day) if part is not None)


@lru_cache(maxsize=4096)  # every list of results is put in order by it
def _last_day(year: int, month: int, day: int | None) -> datetime.date:
    return datetime.date(year, month, day or calendar.monthrange(year, month)[1])


class DateSpan:
    """One day or several in a row, both ends included: 2024-11-21/2024-11-23 (an EDTF level 0 interval)."""

    __slots__ = ("first", "last")

    def __init__(self, first: PartialDate, last: PartialDate) -> None:
        self.first, self.last = first, last

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DateSpan) and (self.first, self.last) == (other.first, other.last)

    def __hash__(self) -> int:
        return hash((self.first, self.last))

    def __repr__(self) -> str:
        return f"DateSpan({self})"

    @classmethod
    def parse(cls, text: str, status: DateStatus = DateStatus.CONFIRMED) -> Self:
        """From one date or two with a slash between. Raises ValueError with a sentence that says how to write it."""
        start, slash, end = text.partition("/")
        first = PartialDate.parse(start, status)
        last = PartialDate.parse(end, status) if slash else first
        if last.last_day < first.first_day:
            raise ValueError(f"{text!r} ends before it begins")
        return cls(first, last)

    def __contains__(self, date: PartialDate) -> bool:
        """Whether `date` can lie within."""
        return date.last_day >= self.first.first_day and date.first_day <= self.last.last_day

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"
