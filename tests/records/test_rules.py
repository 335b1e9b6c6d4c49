"""The rules of records: ties are ties, gaps are gaps, and nobody has an age without a birthday."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue import Catalogue, Result
from bot.catalogue.dates import DateSpan, PartialDate
from bot.catalogue.model import Artist, ArtistKind, Category, Confidence, Edition, Nominee
from bot.records.rules import Age, age_on, exact_day, first, longest_streak, most, streak, youngest

SOURCE = ("https://example.org/a",)


def result(year: int, *artists: str, date: str | None = None, name: str = "prize") -> Result:
    nominee = Nominee(artists=artists, won=True)
    category = Category(id=name, name=name, nominees=(nominee,), confidence=Confidence.SINGLE_SOURCE, sources=SOURCE)
    span = DateSpan.parse(date or f"{year}-12-01")
    return Result(Edition(ceremony="show", id=str(year), year=year, date=span, category=(category,)), category, nominee)


def test_a_tie_has_every_holder_and_no_first() -> None:
    results = {"zzz": [result(2020, "zzz"), result(2019, "zzz")], "aaa": [result(2020, "aaa"), result(2018, "aaa")]}
    value, holders = most({**results, "bbb": [result(2020, "bbb")]})
    assert value == 2 and [holder.artist for holder in holders] == ["aaa", "zzz"]
    assert holders[0].years == (2018, 2020)
    assert most({}) == (0, ())


def test_who_was_first_is_told_by_the_day() -> None:
    results = {
        "late": [result(2012, "late", date="2012-11-19")],
        "early": [result(2013, "early"), result(2012, "early", date="2012-11-18")],
    }
    (holder,) = first(results)
    assert holder.artist == "early" and [r.edition.year for r in holder.evidence] == [2012]
    assert first({}) == ()


@pytest.mark.parametrize(
    "years, held, longest",
    [
        ([], [2018, 2019], ()),
        ([2018, 2019, 2021], range(2018, 2022), (2018, 2019)),
        ([2018, 2019, 2021, 2022], [2018, 2019, 2021, 2022], (2018, 2019, 2021, 2022)),  # nothing was given in 2020
        ([2016, 2017, 2019, 2020], range(2016, 2021), (2019, 2020)),  # the later of two
        ([2020], [], (2020,)),
    ],
)
def test_streaks(years: list[int], held: list[int], longest: tuple[int, ...]) -> None:
    assert streak(years, held) == longest


@given(st.sets(st.integers(1990, 2030)), st.sets(st.integers(1990, 2030)))
def test_a_streak_is_of_wins_and_unbroken(years: set[int], held: set[int]) -> None:
    run = streak(years, held)
    assert set(run) <= years and bool(run) == bool(years)
    if run:
        assert all(year in years or year not in held for year in range(run[0], run[-1] + 1))


def test_the_longest_streak_is_of_two_years_at_least() -> None:
    results = {"one": [result(2020, "one"), result(2018, "one")], "two": [result(2019, "two"), result(2018, "two")]}
    value, (holder,) = longest_streak(results, [2018, 2019, 2020])
    assert (value, holder.artist, holder.years) == (2, "two", (2018, 2019))
    assert longest_streak({"one": results["one"]}, [2018, 2019, 2020]) == (0, ())


@pytest.mark.parametrize(
    "born, day, age",
    [
        ("1994-09-12", "2025-05-26", Age(30, 256)),
        ("1994-09-12", "2025-09-12", Age(31, 0)),
        ("2004-02-29", "2021-02-28", Age(16, 365)),
        ("2004-02-29", "2021-03-01", Age(17, 0)),
        ("2004-02-29", "2024-02-29", Age(20, 0)),
    ],
)
def test_ages(born: str, day: str, age: Age) -> None:
    assert age_on(PartialDate.parse(born), datetime.date.fromisoformat(day)) == age


def test_only_a_full_birthday_with_a_source_and_an_exact_day_tell_an_age() -> None:
    def person(name: str, birthday: str, confidence: Confidence = Confidence.SINGLE_SOURCE) -> Artist:
        born = PartialDate.parse(birthday)
        return Artist(id=name, name=name, kind=ArtistKind.PERSON, birthday=born, confidence=confidence, sources=SOURCE)

    people = {
        one.id: one
        for one in (
            person("known", "1990-01-01"),
            person("year-only", "2005"),
            person("no-source", "2006-01-01", Confidence.UNVERIFIED),
            person("two-days", "2007-01-01"),
        )
    }
    results = {name: [result(2020, name)] for name in people}
    results["two-days"] = [result(2020, "two-days", date="2020-11-20/2020-11-21")]
    age, holders = youngest(results, people)
    assert age == Age(30, 335) and [holder.artist for holder in holders] == ["known"]
    assert exact_day(results["two-days"][0]) is None
    assert youngest({}, {}) == (None, ())


def test_the_real_ones(catalogue: Catalogue) -> None:
    boa = catalogue.results_of["boa"]
    age, holders = youngest({"boa": list(boa)}, catalogue.artists)
    assert age is not None and age.years == 14 and holders[0].evidence[0].edition.ceremony == "mama"
