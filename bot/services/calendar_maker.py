"""Gathers the dates of a calendar and has them written: pure reading, work for a thread. Keeps nothing."""

import datetime
from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from bot.anniversaries.ical import Entry, calendar_file
from bot.anniversaries.occurrences import LeapDay, next_occurrence
from bot.catalogue import Catalogue
from bot.catalogue.dates import DateStatus, Precision
from bot.catalogue.model import Confidence
from bot.clock import Clock
from bot.services.agenda import Agenda, coming_of, sourced
from bot.services.almanac import Found, Once, Yearly
from bot.services.coming import ComingKind
from bot.services.events import Event
from bot.services.occasions import called_off, claim_key, show_of, title_of
from bot.services.zones import begins, today_in
from bot.text import Words

BEHIND, AHEAD = datetime.timedelta(days=31), datetime.timedelta(days=365)
SHOWN_SOURCES = 4
SHOWS_KINDS = (ComingKind.CEREMONIES, ComingKind.VOTING)
FIRST_YEAR = datetime.date(2020, 1, 1)  # revisions are counted from here
NOBODY: frozenset[str] = frozenset()


class CalendarOf(msgspec.Struct, frozen=True):
    """Whose calendar: subject "server" with a guild, "artist" or "show" with an id of the catalogue."""

    subject: str
    subject_id: str = ""
    guild_id: int | None = None


class Calendar(msgspec.Struct, frozen=True):
    """A file with `count` dates. `vague` ones are known to a month or a year only, and so not in it."""

    name: str
    content: bytes
    count: int
    vague: int


class CalendarMaker:
    """Makes calendars of the catalogue's dates and a server's own."""

    def __init__(self, catalogue: Catalogue, agenda: Agenda, clock: Clock) -> None:
        self._catalogue = catalogue
        self._agenda = agenda
        self._clock = clock

    def name(self, of: CalendarOf, words: Words) -> str:
        """What a calendar application calls it, in plain text."""
        if of.subject == "artist" and (artist := self._catalogue.artists.get(of.subject_id)):
            name = artist.hangul if words.locale == "ko" and artist.hangul else artist.name
            return words("calendar-name", whose=name)
        if of.subject == "show" and (show := self._catalogue.ceremonies.get(of.subject_id)):
            name = show.hangul if words.locale == "ko" and show.hangul else show.name
            return words("calendar-name", whose=name)
        return words("calendar-name-server")

    def make(
        self,
        of: CalendarOf,
        words: Words,
        own: Sequence[Event] = (),
        kinds: frozenset[str] | None = None,
        artists: frozenset[str] = NOBODY,
        shows: frozenset[str] = NOBODY,
    ) -> Calendar:
        """The calendar as it is now. `own` are a server's events; `kinds` (None: all), `artists` and `shows` what it is
        told of: without any, the ceremonies and votes of all shows.
        """
        rows = list({id(row.row): row for row in self._rows(of, kinds, artists, shows)}.values())
        exact = [row for row in rows if not row.vague and row.row.first.precision is Precision.DAY]
        today = today_in(None, self._clock.now())
        vague = sum(isinstance(row.row, Once) and row.vague and row.row.last.last_day >= today for row in rows)
        entries = [self._entry(row, words) for row in exact]
        for event in own:
            if event.date.precision is Precision.DAY:
                entries.append(_own_entry(event))
            elif event.yearly or event.date.last_day >= today:
                vague += 1
        entries = sorted(_distinct(entries), key=lambda entry: (entry.first, entry.uid))
        name = self.name(of, words)
        return Calendar(name, calendar_file(name, entries), len(entries), vague)

    def _rows(
        self, of: CalendarOf, kinds: frozenset[str] | None, artists: frozenset[str], shows: frozenset[str]
    ) -> Iterable[Found]:
        """Every row of the catalogue that belongs in; one may come several times."""
        if of.subject == "artist":
            artists = frozenset([of.subject_id])
        elif of.subject == "show":
            shows = frozenset([of.subject_id])
        now = self._clock.now()
        first, until = today_in(None, now) - BEHIND, today_in(None, now) + AHEAD
        rows: list[Found] = []
        if artists:
            theirs = frozenset().union(*(self._agenda.with_members(artist) for artist in artists))
            rows += self._agenda.almanac.between(now, first, until, theirs)
        if shows or not artists:  # a server that follows nobody has the ceremonies of all
            for kind in SHOWS_KINDS:
                found = self._agenda.almanac.between(now, first, until, kind=kind)
                rows += [row for row in found if not shows or show_of(row) in shows]
        return [
            row
            for row in rows
            if sourced(row) and not called_off(row.row) and (kinds is None or row.row.kind.value in kinds)
        ]

    def _entry(self, found: Found, words: Words) -> Entry:
        row = found.row
        yearly = isinstance(row, Yearly)
        last = row.last if isinstance(row, Once) and row.last.precision is Precision.DAY else row.first
        first = row.first.first_day
        if isinstance(row, Yearly):  # the day itself, in its own year, is another entry where it is within reach
            again = next_occurrence(row.first, first, leap_day=LeapDay.MARCH_1)
            assert again is not None
            first = again
        return Entry(
            uid=f"{'yearly.' if yearly else ''}{claim_key(row)}@laurel",
            title=title_of(coming_of(found), self._catalogue, words, yearly=yearly),
            first=first,
            last=first if yearly else last.first_day,
            changed_at=begins(self._catalogue.as_of.first_day, "UTC"),
            revision=max(0, (self._catalogue.as_of.first_day - FIRST_YEAR).days),
            yearly=yearly,
            leap_day=yearly and (row.first.month, row.first.day) == (2, 29),
            expected=row.first.status is DateStatus.EXPECTED,
            note=self._note(found, words),
        )

    def _note(self, found: Found, words: Words) -> str:
        claim = found.row.claim
        lines = [words(f"confidence-{claim.confidence.value}")] if claim.confidence is Confidence.DISPUTED else []
        lines += [source.partition(" ")[0] for source in claim.sources[:SHOWN_SOURCES]]
        return "\n".join([*lines, words("as-of", date=words.date(self._catalogue.as_of))])


def _own_entry(event: Event) -> Entry:
    day = event.date.first_day
    return Entry(
        uid=f"event.{event.id}.{event.guild_id}@laurel",
        title=event.title,
        first=day,
        last=day,
        changed_at=event.updated_at,
        revision=event.revision,
        yearly=event.yearly,
        leap_day=event.yearly and (day.month, day.day) == (2, 29),
        note=event.note,
    )


def _distinct(entries: list[Entry]) -> Iterable[Entry]:
    """Two moments of one title have one name: the later ones get their day as well."""
    seen: set[str] = set()
    for entry in sorted(entries, key=lambda one: (one.first, one.title)):
        uid = entry.uid if entry.uid not in seen else f"{entry.first}.{entry.uid}"
        if uid not in seen:
            seen.add(uid)
            yield replace(entry, uid=uid)
