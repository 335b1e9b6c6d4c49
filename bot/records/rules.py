"""The rules of single records: most, first, youngest, longest streak. Ties are ties: every holder is returned.

All of them look at results that count (a source says so), and a shared result counts for each artist it credits.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from bot.catalogue.counting import day_of
from bot.catalogue.dates import PartialDate, Precision
from bot.catalogue.index import Result
from bot.catalogue.model import Artist

Results = Mapping[str, list[Result]]  # by artist, newest first


class Holder(msgspec.Struct, frozen=True):
    """Who holds a record, and the results that show it, oldest first."""

    artist: str
    evidence: tuple[Result, ...]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted({result.edition.year for result in self.evidence}))


class Age(msgspec.Struct, frozen=True):
    """How old somebody was on a day, in whole years and days."""

    years: int
    days: int


def most(results: Results) -> tuple[int, tuple[Holder, ...]]:
    """The largest number of results anybody has, and who has it."""
    largest = max(map(len, results.values()), default=0)
    found = (Holder(artist, tuple(reversed(rows))) for artist, rows in results.items() if len(rows) == largest)
    return largest, _ordered(found) if largest else ()


def first(results: Results) -> tuple[Holder, ...]:
    """Who had a result on the earliest day that anybody had one.

    Nobody when that day is known only roughly and somebody else's could be as early.
    """
    days = {artist: min(day_of(result) for result in rows) for artist, rows in results.items() if rows}
    earliest = min(days.values(), default=None)
    return _ordered(
        Holder(artist, tuple(result for result in results[artist] if day_of(result) == earliest))
        for artist, day in days.items()
        if day == earliest
    )


def streak(years: Iterable[int], held: Iterable[int]) -> tuple[int, ...]:
    """The longest run of `years` without a gap; a year that is not in `held` is no gap: nothing was given in it.

    The latest of several equally long ones; empty for no years.
    """
    wanted = set(years)
    longest: list[int] = []
    run: list[int] = []
    for year in sorted({*held, *wanted}):
        run = [*run, year] if year in wanted else []
        if len(run) >= len(longest):
            longest = run or longest
    return tuple(longest)


def longest_streak(results: Results, held: Iterable[int]) -> tuple[int, tuple[Holder, ...]]:
    """The longest streak anybody has, of at least two years, and who has it; the evidence is of those years."""
    years = set(held)
    runs = {artist: streak({result.edition.year for result in rows}, years) for artist, rows in results.items()}
    longest = max(map(len, runs.values()), default=0)
    if longest < 2:
        return 0, ()
    return longest, _ordered(
        Holder(artist, tuple(result for result in reversed(results[artist]) if result.edition.year in run))
        for artist, run in runs.items()
        if len(run) == longest
    )


def youngest(results: Results, artists: Mapping[str, Artist]) -> tuple[Age | None, tuple[Holder, ...]]:
    """The youngest person named by a result on a known day, whose birthday is known with its day and has a source.

    Groups have no age, so members count only for what they won under their own names.
    """
    ages: list[tuple[datetime.timedelta, Age, str, Result]] = []
    for artist, rows in results.items():
        person = artists[artist]
        born = person.birthday
        if born is None or born.precision is not Precision.DAY or not person.confidence.counts:
            continue
        for result in rows:
            day = exact_day(result)
            if day is not None and day > born.first_day:
                ages.append((day - born.first_day, age_on(born, day), artist, result))
    if not ages:
        return None, ()
    _, least, _, _ = min(ages, key=lambda row: row[0])
    return least, _ordered(Holder(artist, (result,)) for _, age, artist, result in reversed(ages) if age == least)


def exact_day(result: Result) -> datetime.date | None:
    """The day a prize was given; None when it is known only roughly (a month, an edition of several days)."""
    date: PartialDate | None = result.category.date
    span = result.edition.date
    if date is None and span is not None and span.first == span.last:
        date = span.first
    return date.first_day if date is not None and date.precision is Precision.DAY else None


def age_on(born: PartialDate, day: datetime.date) -> Age:
    """Whole years since birth, and days since the last birthday (29 February: since 1 March in common years)."""
    month, date = born.month or 1, born.day or 1

    def birthday(year: int) -> datetime.date:
        try:
            return datetime.date(year, month, date)
        except ValueError:
            return datetime.date(year, 3, 1)

    last = birthday(day.year) if birthday(day.year) <= day else birthday(day.year - 1)
    return Age(last.year - born.year, (day - last).days)


def _ordered(holders: Iterable[Holder] | Iterator[Holder]) -> tuple[Holder, ...]:
    """By id, and each artist once: a tie has no first."""
    unique = {holder.artist: holder for holder in holders}
    return tuple(unique[artist] for artist in sorted(unique))
