"""On this day: wins, debuts, birthdays, releases and other moments that a day of the year has seen. Ranks nobody."""

import datetime
from collections import defaultdict
from enum import StrEnum
from functools import cached_property
from itertools import chain

import msgspec

from bot.anniversaries.occurrences import kept_on
from bot.anniversaries.typed import typed_day
from bot.catalogue import Catalogue, Result
from bot.catalogue.dates import DateStatus, PartialDate
from bot.catalogue.model import Artist, Confidence, Moment, MomentKind
from bot.clock import Clock
from bot.errors import UnknownDay
from bot.records.rules import exact_day
from bot.services.zones import today_in


class EntryKind(StrEnum):
    """What happened, in the order in which a page tells it."""

    BIRTHDAY = "birthday"
    DEBUT = "debut"
    WIN = "win"
    RELEASE = "release"
    MOMENT = "moment"


class Entry(msgspec.Struct, frozen=True):
    """One thing that happened `years` before the day asked for (0: on that very day)."""

    kind: EntryKind
    years: int
    artists: tuple[Artist, ...]
    date: PartialDate
    confidence: Confidence
    sources: tuple[str, ...]
    moment: Moment | None = None
    result: Result | None = None


class DayPage(msgspec.Struct, frozen=True):
    """The answer to `/today`: what `day` is an anniversary of. `before` and `after` are the nearest days that are."""

    day: datetime.date
    artist: Artist | None
    entries: tuple[Entry, ...]
    before: datetime.date | None
    after: datetime.date | None


class Daybook:
    """Every dated fact by its day of the year. Days are those of Seoul."""

    def __init__(self, catalogue: Catalogue, clock: Clock) -> None:
        self.catalogue = catalogue
        self._clock = clock

    @cached_property
    def days(self) -> dict[tuple[int, int], list[Entry]]:
        """Every entry by (month, day); gathered when first asked (see Services.prepare)."""
        days: dict[tuple[int, int], list[Entry]] = defaultdict(list)
        for entry in chain(self._people(), self._moments(), self._wins()):
            day = entry.date.first_day
            days[day.month, day.day].append(entry)
        return days

    def today(self, zone: str | None = None) -> datetime.date:
        """The day it is in `zone` (IANA; None: Seoul)."""
        return today_in(zone, self._clock.now())

    def day(self, text: str, zone: str | None = None) -> datetime.date:
        """The day a member typed; nothing typed is today in `zone`. Raises UnknownDay."""
        try:
            day = typed_day(text, self.today(zone))
        except (ValueError, OverflowError):
            raise UnknownDay(text) from None
        if not 1900 <= day.year <= 2100:
            raise UnknownDay(text)
        return day

    def page(self, day: datetime.date, artist: str | None = None) -> DayPage:
        """What happened on `day` in years before, or on that very day: to everybody, or to one artist.

        A group's page tells of its members too.
        """
        person = None if artist is None else self.catalogue.artists[artist]
        whose = None if person is None else frozenset((person.id, *person.members))
        return DayPage(
            day, person, self._entries(day, whose), self._nearest(day, whose, -1), self._nearest(day, whose, 1)
        )

    def _entries(self, day: datetime.date, whose: frozenset[str] | None) -> tuple[Entry, ...]:
        found = [
            _seen_from(day, entry)
            for key in kept_on(day)
            for entry in self.days.get(key, ())
            if entry.date.year <= day.year
            and (whose is None or any(one.id in whose for one in entry.artists))
            and (entry.date.year == day.year or _kept(entry))
        ]
        return tuple(sorted(found, key=self._reading_order))

    def _reading_order(self, entry: Entry) -> tuple[int, bool, int, str]:
        """Birthdays first, then debuts, wins, releases and the rest; in each K-pop acts first, the oldest day first."""
        name = entry.artists[0].name.casefold() if entry.artists else ""
        abroad = bool(entry.artists) and not any(self.catalogue.is_kpop(artist.id) for artist in entry.artists)
        return list(EntryKind).index(entry.kind), abroad, -entry.years, name

    def _nearest(self, day: datetime.date, whose: frozenset[str] | None, step: int) -> datetime.date | None:
        """The nearest day in that direction with an entry, at most a year away."""
        for distance in range(1, 367):
            try:
                there = day + datetime.timedelta(days=step * distance)
            except OverflowError:
                return None
            if self._entries(there, whose):
                return there
        return None

    def _people(self) -> list[Entry]:
        found = []
        for person in self.catalogue.artists.values():
            papers = (person.confidence, person.sources)
            if person.birthday is not None and person.died is None and _told(person.birthday, *papers):
                found.append(Entry(EntryKind.BIRTHDAY, 0, (person,), person.birthday, *papers))
            if person.debut is not None and _told(person.debut, *papers) and not self._with_a_group(person):
                found.append(Entry(EntryKind.DEBUT, 0, (person,), person.debut, *papers))
        return found

    def _with_a_group(self, person: Artist) -> bool:
        """Whether somebody's debut was that of their group, which tells of it."""
        groups = (*self.catalogue.groups_of.get(person.id, ()), *self.catalogue.former_groups_of.get(person.id, ()))
        return any(self.catalogue.artists[group].debut == person.debut for group in groups)

    def _moments(self) -> list[Entry]:
        return [
            Entry(
                EntryKind.RELEASE if moment.kind is MomentKind.RELEASE else EntryKind.MOMENT,
                0,
                tuple(self.catalogue.artists[artist] for artist in moment.artists),
                moment.date,
                moment.confidence,
                moment.sources,
                moment=moment,
            )
            for moment in self.catalogue.moments
            if _told(moment.date, moment.confidence, moment.sources)
            and not (moment.kind is MomentKind.ANNIVERSARY and self._says_a_debut(moment))
        ]

    def _says_a_debut(self, moment: Moment) -> bool:
        """Whether a moment only repeats the debut that an artist's own record has."""
        return any(self.catalogue.artists[artist].debut == moment.date for artist in moment.artists)

    def _wins(self) -> list[Entry]:
        found = []
        for edition in self.catalogue.editions.values():
            for category in edition.category:
                for winner in category.winners:
                    result = Result(edition, category, winner)
                    day = exact_day(result)
                    if day is None or not winner.artists or not result.counts:
                        continue
                    artists = tuple(self.catalogue.artists[artist] for artist in winner.artists)
                    date = PartialDate(day.year, day.month, day.day)
                    papers = (category.confidence, category.sources)
                    found.append(Entry(EntryKind.WIN, 0, artists, date, *papers, result=result))
        return found


def _told(date: PartialDate, confidence: Confidence, sources: tuple[str, ...]) -> bool:
    """Whether something has a day, happened, and has a source."""
    return (
        date.day is not None
        and date.status in (DateStatus.CONFIRMED, DateStatus.REPORTED)
        and confidence is not Confidence.UNVERIFIED
        and bool(sources)
    )


def _kept(entry: Entry) -> bool:
    """Whether an entry is worth telling in later years too: a concert or a call-up that nobody marks is not."""
    return entry.moment is None or entry.moment.yearly or entry.kind is EntryKind.RELEASE


def _seen_from(day: datetime.date, entry: Entry) -> Entry:
    return Entry(
        entry.kind,
        day.year - entry.date.year,
        entry.artists,
        entry.date,
        entry.confidence,
        entry.sources,
        entry.moment,
        entry.result,
    )
