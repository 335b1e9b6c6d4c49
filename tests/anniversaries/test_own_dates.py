"""Dates of one's own: how they are typed, and when they come."""

import datetime

import pytest

from bot.anniversaries.own_dates import returns
from bot.anniversaries.typed_dates import typed_date
from bot.catalogue.dates import PartialDate

D = datetime.date
TODAY = D(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-12-04", "2026-12-04"),
        ("2026-12", "2026-12"),
        ("2027", "2027"),
        ("March 2027", "2027-03"),
        ("mar 2027", "2027-03"),
        ("2027 March", "2027-03"),
        ("4 March", "2027-03-04"),
        ("4 December", "2026-12-04"),
        ("3월 4일", "2027-03-04"),
        ("2027년 3월", "2027-03"),
        ("2027년", "2027"),
        ("2027.3", "2027-03"),
        ("today", "2026-11-23"),
        ("내일", "2026-11-24"),
        ("29 february", "2028-02-29"),
        ("2020-03-04", "2020-03-04"),
    ],
)
def test_what_is_typed(text: str, meant: str) -> None:
    assert str(typed_date(text, TODAY)) == meant


@pytest.mark.parametrize(
    "text",
    ["", " ", "soon", "2026-13", "2026-02-30", "1899", "2101", "9999-99-99", "🎂", "@everyone", "ma 2027", "x" * 999],
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):
        typed_date(text, TODAY)


def dates(text: str, yearly: bool, first: D, last: D) -> list[str]:
    return [str(date) for date in returns(PartialDate.parse(text), yearly, first, last)]


def test_once_and_every_year() -> None:
    assert dates("2026-03-04", False, D(2026, 1, 1), D(2028, 1, 1)) == ["2026-03-04"]
    assert dates("2026-03-04", False, D(2026, 3, 5), D(2028, 1, 1)) == []
    assert dates("2026-03-04", True, D(2026, 3, 5), D(2028, 3, 4)) == ["2027-03-04", "2028-03-04"]
    assert dates("2026-03-04", True, D(2020, 1, 1), D(2026, 12, 31)) == ["2026-03-04"], "not before it first was"


def test_the_leap_day_is_kept_on_the_first_of_march() -> None:
    assert dates("2024-02-29", True, D(2025, 1, 1), D(2028, 12, 31)) == [
        "2025-03-01", "2026-03-01", "2027-03-01", "2028-02-29",
    ]  # fmt: skip


def test_months_and_years_have_no_day() -> None:
    assert dates("2026-03", True, D(2027, 3, 31), D(2028, 3, 1)) == ["2027-03", "2028-03"]
    assert dates("2026-03", True, D(2027, 4, 1), D(2028, 2, 28)) == []
    assert dates("2026-03", False, D(2026, 3, 31), D(2027, 1, 1)) == ["2026-03"]
    assert dates("2026", True, D(2026, 12, 31), D(2030, 1, 1)) == ["2026"], "a year alone never returns"
