"""PartialDate and DateSpan: EDTF level 0, there and back."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.dates import DateSpan, DateStatus, PartialDate, Precision

days = st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(9999, 12, 31))
partial = st.builds(
    lambda day, precision: PartialDate(
        day.year,
        None if precision is Precision.YEAR else day.month,
        day.day if precision is Precision.DAY else None,
    ),
    days,
    st.sampled_from(Precision),
)


@given(partial)
def test_text_and_back_is_the_same_date(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date
    assert hash(PartialDate.parse(str(date))) == hash(date)


@given(partial)
def test_a_date_means_a_stretch_of_its_own_year(date: PartialDate) -> None:
    assert date.first_day <= date.last_day
    assert date.first_day.year == date.last_day.year == date.year
    length = (date.last_day - date.first_day).days + 1
    assert length in {Precision.DAY: {1}, Precision.MONTH: {28, 29, 30, 31}, Precision.YEAR: {365, 366}}[date.precision]


@given(partial, partial)
def test_a_span_holds_its_ends_and_survives_its_text(one: PartialDate, other: PartialDate) -> None:
    first, last = sorted((one, other), key=lambda date: date.first_day)
    if last.last_day < first.first_day:
        return
    span = DateSpan.parse(f"{first}/{last}")
    assert first in span
    assert last in span
    assert DateSpan.parse(str(span)) == span


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2025-06-10", "2025-06-10", "2025-06-10", Precision.DAY),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("2025", "2025-01-01", "2025-12-31", Precision.YEAR),
        (" 1999-11-27 ", "1999-11-27", "1999-11-27", Precision.DAY),
    ],
)
def test_reads_three_precisions(text: str, first: str, last: str, precision: Precision) -> None:
    date = PartialDate.parse(text)
    assert (str(date.first_day), str(date.last_day), date.precision) == (first, last, precision)


@pytest.mark.parametrize("text", ["", "10.06.2025", "2025-6-1", "2025-06-", "25-06-10", "soon", "2025-06-10T00:00"])
def test_refuses_other_forms_and_shows_the_right_ones(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no date\. Write 2025-06-10, 2025-06 or 2025"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["2025-13", "2025-02-29", "0000", "2025-00-10"])
def test_refuses_days_that_are_on_no_calendar(text: str) -> None:
    with pytest.raises(ValueError, match="is on no calendar"):
        PartialDate.parse(text)


def test_the_status_is_part_of_the_date_but_not_of_its_text() -> None:
    expected = PartialDate.parse("2027-06", DateStatus.EXPECTED)
    assert str(expected) == "2027-06"
    assert expected != PartialDate.parse("2027-06")


def test_a_span_of_one_day_is_written_as_the_day() -> None:
    assert str(DateSpan.parse("2025-05-26")) == str(DateSpan.parse("2025-05-26/2025-05-26")) == "2025-05-26"


def test_a_span_may_be_only_expected() -> None:
    span = DateSpan.parse("2027-01/2027-02", DateStatus.EXPECTED)
    assert (span.first.status, span.last.status) == (DateStatus.EXPECTED, DateStatus.EXPECTED)
    assert span != DateSpan.parse("2027-01/2027-02")


def test_a_span_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        DateSpan.parse("2024-11-23/2024-11-21")


def test_a_month_may_lie_in_a_span_that_it_only_touches() -> None:
    span = DateSpan.parse("2024-11-21/2024-11-23")
    assert PartialDate.parse("2024-11") in span
    assert PartialDate.parse("2024-11-24") not in span
