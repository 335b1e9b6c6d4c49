"""What comes: ceremonies, votes, birthdays, anniversaries, announced moments. Pure reading, answered from memory."""

import datetime

from bot.catalogue import Catalogue
from bot.catalogue.dates import DateStatus, PartialDate, Precision
from bot.catalogue.model import Artist, Confidence, EditionStatus, Moment, VotingWindow
from bot.clock import Clock
from bot.services.almanac import Almanac, Found, Once, Yearly
from bot.services.coming import Coming, ComingKind, Occasion, Upcoming
from bot.services.zones import begins, ends, today_in

LONGEST = 365
DAYS = {ComingKind.CEREMONIES: 120, ComingKind.VOTING: 60}  # rare things are looked for further ahead
DAYS_OF_ONE, DAYS_OF_A_KIND, DAYS_OF_ALL = 90, 30, 14


class Agenda:
    """Answers what comes. Every method is synchronous and touches memory only."""

    def __init__(self, catalogue: Catalogue, clock: Clock) -> None:
        self.almanac = Almanac(catalogue)
        self._catalogue = catalogue
        self._clock = clock

    def upcoming(
        self,
        *,
        artist: str | None = None,
        kind: ComingKind | None = None,
        days: int | None = None,
        page: int = 1,
        size: int | None = None,
    ) -> Upcoming:
        """What comes from today on, by day; with `size`, only that many dates, those of `page` (from 1).

        A group's includes its members' and its units'. Without an artist, birthdays and debuts are those of K-pop
        acts. `days` is held between 1 and 365; None takes as many as read well for the question. Today is Seoul's,
        for ceremonies and votes that of their own city. What has no source is left out and counted.
        """
        days = min(max(days or _days_for(artist, kind), 1), LONGEST)
        first = today_in(None, self._clock.now())
        until = first + datetime.timedelta(days=days)
        artists = None if artist is None else self.with_members(artist)
        found = self.almanac.between(self._clock.now(), first, until, artists, kind)
        shown = [row for row in found if sourced(row)]
        pages = max(1, -(-len(shown) // size)) if size else 1
        page = min(max(page, 1), pages)
        here = shown[(page - 1) * size : page * size] if size else shown
        return Upcoming(
            artist=None if artist is None else self._catalogue.artists[artist],
            kind=kind,
            days=days,
            first=first,
            until=until,
            dates=tuple(coming_of(row) for row in here),
            count=len(shown),
            unverified=len(found) - len(shown),
            later=None if shown else self._after(until, artists, kind),
            page=page,
            pages=pages,
        )

    def next_ceremony(self, show: str | None = None) -> Coming | None:
        """The first ceremony to come, of `show` or of all; one with a day before one that is expected some day."""
        now = self._clock.now()
        first = today_in(None, now)
        until = first + datetime.timedelta(days=2 * LONGEST)
        found = [
            row
            for row in self.almanac.between(now, first, until, kind=ComingKind.CEREMONIES)
            if sourced(row)
            and isinstance(row.row, Once)
            and row.row.edition is not None
            and row.row.edition.status is not EditionStatus.CANCELLED
            and show in (None, row.row.edition.ceremony)
        ]
        found.sort(key=lambda row: row.vague)
        return coming_of(found[0]) if found else None

    def with_members(self, artist: str) -> frozenset[str]:
        """An artist with the members and units a group has: what concerns one of them concerns it.

        Nobody for an id that only an older catalogue knew.
        """
        if artist not in self._catalogue.artists:
            return frozenset()
        units = (other.id for other in self._catalogue.artists.values() if other.parent == artist)
        return frozenset((artist, *self._catalogue.artists[artist].members, *units))

    def _after(self, until: datetime.date, artists: frozenset[str] | None, kind: ComingKind | None) -> Coming | None:
        """The first thing in the year after `until`."""
        last = until + datetime.timedelta(days=LONGEST)
        found = self.almanac.between(self._clock.now(), until + datetime.timedelta(days=1), last, artists, kind)
        return next((coming_of(row) for row in found if sourced(row)), None)


def _days_for(artist: str | None, kind: ComingKind | None) -> int:
    """How far ahead reads well: two weeks of everything, more of what is rare or of one artist."""
    days = DAYS.get(kind, DAYS_OF_A_KIND) if kind else DAYS_OF_ALL
    return max(days, DAYS_OF_ONE) if artist else days


def sourced(found: Found) -> bool:
    """Whether the row may be told unasked."""
    return found.row.claim.confidence is not Confidence.UNVERIFIED


def coming_of(found: Found) -> Coming:
    """The row in full."""
    row = found.row
    artist = row.claim if isinstance(row.claim, Artist) else None
    moment = row.claim if isinstance(row.claim, Moment) else None
    if isinstance(row, Yearly):
        date = PartialDate(found.day.year, found.day.month, found.day.day)
        years = found.day.year - row.first.year
        return Coming(row.occasion, found.day, date, begins(found.day), years, artist, moment)
    zone = row.ceremony.zone if row.ceremony else None
    counted = ends if row.occasion is Occasion.VOTE_CLOSES else begins
    return Coming(
        occasion=row.occasion,
        day=None if found.vague else found.day,
        date=_expected(row.first) if row.edition is not None else row.first,
        at=None if found.vague else counted(found.day, zone),
        artist=artist,
        moment=moment,
        ceremony=row.ceremony,
        edition=row.edition,
        window=row.claim if isinstance(row.claim, VotingWindow) else None,
    )


def _expected(date: PartialDate) -> PartialDate:
    """A ceremony or vote whose day nobody has announced is expected then, no more."""
    if date.precision is Precision.DAY or date.status is not DateStatus.CONFIRMED:
        return date
    return PartialDate(date.year, date.month, date.day, DateStatus.EXPECTED)
