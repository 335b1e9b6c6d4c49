"""When a yearly date comes round again."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.anniversaries.occurrences import LeapDay, next_occurrence
from bot.catalogue.dates import PartialDate

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2090, 12, 31))


@pytest.mark.parametrize(
    "date, after, expected",
    [
        ("1994-09-12", "2026-11-23", "2027-09-12"),
        ("1994-09-12", "2026-09-11", "2026-09-12"),
        ("1994-09-12", "2026-09-12", "2027-09-12"),
        ("2027-06-10", "2026-11-23", "2027-06-10"),
        ("2000-02-29", "2026-11-23", "2027-03-01"),
        ("2000-02-29", "2027-12-31", "2028-02-29"),
    ],
)
def test_days(date: str, after: str, expected: str) -> None:
    found = next_occurrence(PartialDate.parse(date), datetime.date.fromisoformat(after))
    assert str(found) == expected


def test_leap_day_on_28_february_when_asked() -> None:
    found = next_occurrence(PartialDate(2000, 2, 29), datetime.date(2026, 11, 23), leap_day=LeapDay.FEBRUARY_28)
    assert found == datetime.date(2027, 2, 28)


def test_a_month_returns_on_no_day() -> None:
    assert next_occurrence(PartialDate(2025, 6), datetime.date(2026, 1, 1)) is None
    assert next_occurrence(PartialDate(2025), datetime.date(2026, 1, 1)) is None


@given(DAYS, DAYS, st.sampled_from(LeapDay))
def test_it_is_later_and_at_most_a_year_or_so_away(day: datetime.date, after: datetime.date, leap: LeapDay) -> None:
    found = next_occurrence(PartialDate(day.year, day.month, day.day), after, leap_day=leap)
    assert found is not None and found > after and found >= day
    if after >= day:
        assert (found - after).days <= 366
