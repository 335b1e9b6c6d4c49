"""Every date of the catalogue as something that may be announced, by day and by key. Pure reading, from memory."""

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

import msgspec

from bot.anniversaries.occurrences import LeapDay, kept_on
from bot.anniversaries.plans import Kind, Told
from bot.catalogue import Catalogue, Result
from bot.catalogue.dates import DateStatus, PartialDate, Precision
from bot.catalogue.model import Artist, EditionStatus, Moment, MomentKind, VotingWindow, WrittenRecord
from bot.records.rules import exact_day
from bot.services.agenda import Agenda, coming_of, sourced
from bot.services.almanac import Found, Once, Yearly
from bot.services.coming import Coming, ComingKind, Occasion
from bot.services.zones import ends

DAYS_KEPT = 512
ONE_DAY = datetime.timedelta(days=1)
ROUND = 5  # wins are told after one year, and every five
_KINDS = {
    ComingKind.CEREMONIES: Kind.CEREMONY,
    ComingKind.VOTING: Kind.VOTING,
    ComingKind.BIRTHDAYS: Kind.BIRTHDAY,
    ComingKind.RELEASES: Kind.RELEASE,
    ComingKind.CONCERTS: Kind.CONCERT,
}
_SERVICE = (MomentKind.ENLISTMENT, MomentKind.DISCHARGE)


class Occurrence(msgspec.Struct, frozen=True, eq=False):
    """One thing that may be told of a date.

    `day` is None where only a month is known. `zone` (IANA) is that of the city where it takes place, None for a day
    of the calendar. `closes_at` (UTC seconds) is a vote's end. What it is stands in `coming`, `result` or `record`; a
    server's own event, the daily fact and the daily questions have none of them: their `kind` says it.
    """

    key: str
    kind: Kind
    date: PartialDate
    day: datetime.date | None
    artists: frozenset[str] = frozenset()
    show: str | None = None
    zone: str | None = None
    closes_at: int | None = None
    years: int = 0
    coming: Coming | None = None
    result: Result | None = None
    record: WrittenRecord | None = None

    def told(self, lead: str) -> Told:
        return Told(self.key, lead, str(self.date), self.date.status.value)


class Occasions:
    """What the catalogue has to announce. Built once; a day is put together when it is first asked for."""

    def __init__(self, catalogue: Catalogue, agenda: Agenda) -> None:
        self._catalogue = catalogue
        self._agenda = agenda
        self.on = lru_cache(maxsize=DAYS_KEPT)(self._on)
        self.in_month = lru_cache(maxsize=48)(self._in_month)
        self.with_members = lru_cache(maxsize=4096)(agenda.with_members)

    def prepare(self) -> None:
        """Gathers what is asked for most: work for a thread."""
        _ = self._once, self._days, self._months, self._yearly, self._wins, self._records, self._closing, self.facts

    def find(self, told: Told) -> Occurrence | None:
        """What a post tells, as the catalogue knows it today; None when it knows it no more, or never did.

        A yearly one is that of the told year; of one that comes once the date may have changed since.
        """
        if (once := self._once.get(told.key)) is not None:
            return once
        date = PartialDate.parse(told.date)
        if date.day is None:
            return None
        for leap_day in LeapDay:
            for one in self.on(date.first_day, leap_day):
                if one.key == told.key:
                    return one
        return None

    def now(self, key: str) -> tuple[PartialDate, bool] | None:
        """The date that something that comes once has today, and whether it was called off. None: it is not known."""
        return self._dates.get(key)

    @cached_property
    def facts(self) -> str:
        """A mark that differs whenever a date that could be announced does."""
        told = (f"{key} {date} {date.status.value} {off}" for key, (date, off) in sorted(self._dates.items()))
        return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]

    @cached_property
    def zones(self) -> tuple[str, ...]:
        """Where something takes place."""
        return tuple(sorted({one.zone for one in self._once.values() if one.zone is not None}))

    def closing(self, first: int, last: int) -> Iterator[Occurrence]:
        """Votes that close between two instants (UTC seconds, both included)."""
        for one in self._closing:
            assert one.closes_at is not None
            if first <= one.closes_at <= last:
                yield one

    def _on(self, day: datetime.date, leap_day: LeapDay) -> tuple[Occurrence, ...]:
        """What has that day, in the order in which it is told."""
        found = list(self._days.get(day, ()))
        for pair in kept_on(day, leap_day=leap_day):
            for row in self._yearly_of(pair):
                first = row.first
                if first.year < day.year:
                    found.append(_yearly(row, day))
            found += (one for one in self._kept_wins(pair, day))
            found += (one for one in self._kept_records(pair, day))
        return tuple(sorted(found, key=_reading_order))

    def _in_month(self, year: int, month: int) -> tuple[Occurrence, ...]:
        """What is expected in a month, on no day."""
        return tuple(sorted(self._months.get((year, month), ()), key=_reading_order))

    def _yearly_of(self, pair: tuple[int, int]) -> Sequence[Yearly]:
        return self._yearly.get(pair, ())

    @cached_property
    def _yearly(self) -> dict[tuple[int, int], list[Yearly]]:
        found: dict[tuple[int, int], list[Yearly]] = defaultdict(list)
        for row in self._agenda.almanac.yearly:
            if sourced(Found(row.first.first_day, False, row.order, row.name, 0, row)) and not _off(row):
                assert row.first.month is not None and row.first.day is not None
                found[row.first.month, row.first.day].append(row)
        return found

    @cached_property
    def _rows(self) -> list[Occurrence]:
        """Everything that comes once, called off or not."""
        return [one for row in self._agenda.almanac.once for one in self._of(row)]

    def _of(self, row: Once) -> Iterator[Occurrence]:
        if not sourced(Found(row.first.first_day, False, 0, row.name, 0, row)):
            return
        key, artists = _key(row), self._artists(row)
        show = row.ceremony.id if row.ceremony is not None else None
        zone = row.ceremony.zone if row.ceremony is not None else None
        kind = _kind(row)
        if row.first.precision is not Precision.DAY:
            coming = coming_of(Found(row.first.last_day, True, 0, row.name, 0, row))
            mark = f"{key}#1" if row.occasion is Occasion.CEREMONY else key
            yield Occurrence(mark, kind, coming.date, None, artists, show, zone, coming=coming)
            return
        last = row.last if row.last.precision is Precision.DAY else row.first
        for ahead in range((last.first_day - row.first.first_day).days + 1):
            day = row.first.first_day + ahead * ONE_DAY
            coming = coming_of(Found(day, False, 0, row.name, 0, row))
            mark = f"{key}#{ahead + 1}" if row.occasion is Occasion.CEREMONY else key
            closes_at = ends(day, zone) if row.occasion is Occasion.VOTE_CLOSES else None
            date = PartialDate(day.year, day.month, day.day, row.first.status)
            yield Occurrence(mark, kind, date, day, artists, show, zone, closes_at, coming=coming)

    def _artists(self, row: Once) -> frozenset[str]:
        if isinstance(row.claim, Artist):
            return frozenset((row.claim.id,))
        if isinstance(row.claim, Moment):
            return frozenset(row.claim.artists)
        assert row.edition is not None
        window = row.claim if isinstance(row.claim, VotingWindow) else None
        return self._agenda.almanac.ballot(row.edition, window)

    @cached_property
    def _once(self) -> dict[str, Occurrence]:
        return {one.key: one for one in self._rows}

    @cached_property
    def _dates(self) -> dict[str, tuple[PartialDate, bool]]:
        return {one.key: (one.date, _called_off(one)) for one in self._rows}

    @cached_property
    def _days(self) -> dict[datetime.date, list[Occurrence]]:
        found: dict[datetime.date, list[Occurrence]] = defaultdict(list)
        for one in self._rows:
            if one.day is not None and not _called_off(one):
                found[one.day].append(one)
        return found

    @cached_property
    def _months(self) -> dict[tuple[int, int], list[Occurrence]]:
        found: dict[tuple[int, int], list[Occurrence]] = defaultdict(list)
        for one in self._rows:
            if one.date.precision is Precision.MONTH and not _called_off(one):
                assert one.date.month is not None
                found[one.date.year, one.date.month].append(one)
        return found

    @cached_property
    def _closing(self) -> list[Occurrence]:
        return [one for one in self._rows if one.closes_at is not None and not _called_off(one)]

    @cached_property
    def _wins(self) -> dict[tuple[int, int], list[tuple[str, datetime.date, Result]]]:
        found: dict[tuple[int, int], list[tuple[str, datetime.date, Result]]] = defaultdict(list)
        for edition in self._catalogue.editions.values():
            for category in edition.category:
                for number, winner in enumerate(category.winners):
                    result = Result(edition, category, winner)
                    day = exact_day(result)
                    if day is not None and winner.artists and result.counts:
                        key = _short(f"win:{edition.ceremony}:{edition.id}:{category.id}:{number}")
                        found[day.month, day.day].append((key, day, result))
        return found

    def _kept_wins(self, pair: tuple[int, int], day: datetime.date) -> Iterator[Occurrence]:
        for key, won, result in self._wins.get(pair, ()):
            years = day.year - won.year
            if years == 1 or (years > 0 and years % ROUND == 0):
                date = PartialDate(day.year, day.month, day.day)
                whose, show = frozenset(result.nominee.artists), result.edition.ceremony
                yield Occurrence(f"{key}:{day.year}", Kind.WIN, date, day, whose, show, years=years, result=result)

    @cached_property
    def _records(self) -> dict[tuple[int, int], list[WrittenRecord]]:
        found: dict[tuple[int, int], list[WrittenRecord]] = defaultdict(list)
        for record in self._catalogue.records.values():
            date = record.date
            if date is not None and date.month and date.day and record.confidence.counts and record.sources:
                found[date.month, date.day].append(record)
        return found

    def _kept_records(self, pair: tuple[int, int], day: datetime.date) -> Iterator[Occurrence]:
        for record in self._records.get(pair, ()):
            assert record.date is not None
            years = day.year - record.date.year
            if years > 0:
                date = PartialDate(day.year, day.month, day.day)
                about = (frozenset(record.artists), record.show)
                key = f"record:{record.id}:{day.year}"
                yield Occurrence(key, Kind.RECORD, date, day, *about, years=years, record=record)


def _yearly(row: Yearly, day: datetime.date) -> Occurrence:
    coming = coming_of(Found(day, False, row.order, row.name, 0, row))
    years = day.year - row.first.year
    date = PartialDate(day.year, day.month, day.day)
    name = row.claim.id if isinstance(row.claim, Artist) else _moment(row.claim)
    key = f"{row.occasion.value}:{name}:{day.year}"
    return Occurrence(key, _kind(row), date, day, frozenset(row.artists), years=years, coming=coming)


def _kind(row: Yearly | Once) -> Kind:
    if row.kind in _KINDS:
        return _KINDS[row.kind]
    if row.kind is ComingKind.ANNIVERSARIES:
        return Kind.DEBUT if row.occasion is Occasion.DEBUT else Kind.ANNIVERSARY
    if isinstance(row.claim, Moment) and row.claim.kind in _SERVICE:
        return Kind.SERVICE
    return Kind.RECORD if isinstance(row.claim, Moment) and row.claim.kind is MomentKind.RECORD else Kind.OTHER


def _key(row: Once) -> str:
    """What names it, whatever its date becomes."""
    if isinstance(row.claim, Artist):
        return f"{row.occasion.value}:{row.claim.id}:{row.first.year}"
    if isinstance(row.claim, Moment):
        return f"moment:{_moment(row.claim)}"
    assert row.edition is not None
    about = f"{row.occasion.value}:{row.edition.ceremony}:{row.edition.id}"
    return about if row.occasion is Occasion.CEREMONY else f"{about}:{_hash(row.claim.name or '', 8)}"


def _moment(moment: Moment) -> str:
    """Moments have no ids. Somebody serves once; anything else goes by its title."""
    if moment.kind in _SERVICE and moment.artists:
        return _short(f"{moment.kind.value}-{'+'.join(moment.artists)}")
    return f"{moment.kind.value}-{_hash('|'.join((moment.title, *moment.artists)), 12)}"


def _short(name: str, most: int = 90) -> str:
    return name if len(name) <= most else f"{name[: most - 13]}-{_hash(name, 12)}"


def _hash(text: str, length: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def _off(row: Yearly) -> bool:
    return row.first.status is DateStatus.CANCELLED


def _called_off(one: Occurrence) -> bool:
    edition = one.coming.edition if one.coming is not None else None
    cancelled = edition is not None and edition.status is EditionStatus.CANCELLED
    return cancelled or one.date.status is DateStatus.CANCELLED


_ORDER = {kind: place for place, kind in enumerate(Kind)}


def _reading_order(one: Occurrence) -> tuple[bool, int, int, str]:
    return one.day is None, _ORDER[one.kind], -one.years, one.key
