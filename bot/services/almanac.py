"""Every date of the catalogue, found by when it comes: once, or round again each year. Its rows sort by themselves."""

import datetime
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from bot.anniversaries.occurrences import kept_on
from bot.catalogue import Catalogue
from bot.catalogue.dates import PartialDate, Precision
from bot.catalogue.model import Artist, Ceremony, Edition, EditionStatus, Moment, MomentKind, VotingWindow
from bot.services.coming import ComingKind, Occasion
from bot.services.zones import today_in

_MOMENTS = {
    MomentKind.CEREMONY: (Occasion.CEREMONY, ComingKind.CEREMONIES),
    MomentKind.RELEASE: (Occasion.RELEASE, ComingKind.RELEASES),
    MomentKind.CONCERT: (Occasion.CONCERT, ComingKind.CONCERTS),
    MomentKind.ANNIVERSARY: (Occasion.EVENT, ComingKind.ANNIVERSARIES),
}
_ORDER = {occasion: place for place, occasion in enumerate(Occasion)}


class Yearly(NamedTuple):
    """A day that comes round: a birthday, a debut, or a moment that fans keep."""

    occasion: Occasion
    kind: ComingKind
    order: int
    name: str
    first: PartialDate
    claim: Artist | Moment
    artists: tuple[str, ...]
    for_all: bool  # whether it is told to who asks for nobody in particular


class Once(NamedTuple):
    """Something that comes once, between `first` and `last`."""

    occasion: Occasion
    kind: ComingKind
    name: str
    first: PartialDate
    last: PartialDate
    claim: Artist | Moment | Edition | VotingWindow
    edition: Edition | None = None
    ceremony: Ceremony | None = None


class Found(NamedTuple):
    """A row with its day. Sorts by day (dates without one after every day that they can be), occasion and name."""

    day: datetime.date
    vague: bool
    order: int
    name: str
    number: int  # so that the rows of one name are never compared themselves
    row: Yearly | Once


class Almanac:
    """The rows of a catalogue. Built once; reading it touches memory only."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._yearly: dict[tuple[int, int], list[Yearly]] = defaultdict(list)
        once: list[Once] = []
        for artist in catalogue.artists.values():
            once += self._of_artist(artist)
        for moment in catalogue.moments:
            occasion, kind = _MOMENTS.get(moment.kind, (Occasion.EVENT, ComingKind.OTHER))
            once.append(Once(occasion, kind, moment.title, moment.date, moment.date, moment))
            if moment.yearly:
                self._keep(Occasion.YEARLY, ComingKind.ANNIVERSARIES, moment.title, moment.date, moment)
        for edition in catalogue.editions.values():
            once += self._of_edition(edition)
        self._once = sorted(once, key=lambda row: row.last.last_day)
        self._last_days = [row.last.last_day for row in self._once]

    @property
    def yearly(self) -> Iterator[Yearly]:
        """Everything that comes round."""
        return chain.from_iterable(self._yearly.values())

    @property
    def once(self) -> Sequence[Once]:
        """Everything that comes once, in the order of its last days."""
        return self._once

    def _of_artist(self, artist: Artist) -> Iterator[Once]:
        if artist.birthday is not None and artist.died is None:
            self._keep(Occasion.BIRTHDAY, ComingKind.BIRTHDAYS, artist.name, artist.birthday, artist)
        if artist.debut is not None and not self._debuted_with_a_group(artist):
            debut = (Occasion.DEBUT, ComingKind.ANNIVERSARIES, artist.name)
            self._keep(*debut, artist.debut, artist)
            yield Once(*debut, artist.debut, artist.debut, artist)

    def _debuted_with_a_group(self, artist: Artist) -> bool:
        """Whether the day is a group's, and told there: seven members would say the same seven times."""
        catalogue = self._catalogue
        groups = (*catalogue.groups_of.get(artist.id, ()), *catalogue.former_groups_of.get(artist.id, ()))
        return any(catalogue.artists[group].debut == artist.debut for group in groups)

    def _keep(
        self, occasion: Occasion, kind: ComingKind, name: str, first: PartialDate, claim: Artist | Moment
    ) -> None:
        if first.month is None or first.day is None:
            return
        artists = claim.artists if isinstance(claim, Moment) else (claim.id,)
        for_all = isinstance(claim, Moment) or self._catalogue.is_kpop(claim.id)
        row = Yearly(occasion, kind, _ORDER[occasion], name.casefold(), first, claim, artists, for_all)
        self._yearly[first.month, first.day].append(row)

    def _of_edition(self, edition: Edition) -> Iterator[Once]:
        ceremony = self._catalogue.ceremonies[edition.ceremony]
        first, last = (edition.date.first, edition.date.last) if edition.date else (PartialDate(edition.year),) * 2
        about = (Occasion.CEREMONY, ComingKind.CEREMONIES, ceremony.name)
        yield Once(*about, first, last, edition, edition, ceremony)
        if edition.status is EditionStatus.CANCELLED:
            return
        for window in edition.voting:
            for occasion, date in ((Occasion.VOTE_OPENS, window.opens), (Occasion.VOTE_CLOSES, window.closes)):
                if date is not None:
                    named = (occasion, ComingKind.VOTING, ceremony.name)
                    yield Once(*named, date, date, window, edition, ceremony)

    def between(
        self,
        now: datetime.datetime,
        first: datetime.date,
        until: datetime.date,
        artists: frozenset[str] | None = None,
        kind: ComingKind | None = None,
    ) -> list[Found]:
        """What comes from `first` to `until`, in order; what rests on no source too.

        A ceremony's or a vote's day is that of its own city at `now`. With `artists`, what concerns one of them;
        without, birthdays and debuts are those of K-pop acts.
        """
        found: list[Found] = []
        for row in self._once[bisect_left(self._last_days, first - datetime.timedelta(days=1)) :]:
            start = first
            if row.ceremony is not None:
                start = min(first, today_in(row.ceremony.zone, now))
            if row.last.last_day < start or row.first.first_day > until or kind not in (None, row.kind):
                continue
            if artists is None or self._concerns(row, artists):
                vague = row.first.precision is not Precision.DAY
                day = row.first.last_day if vague else max(row.first.first_day, start)
                found.append(Found(day, vague, _ORDER[row.occasion], row.name.casefold(), len(found), row))
        for ahead in range((until - first).days + 1):
            day = first + datetime.timedelta(days=ahead)
            for kept in (row for pair in kept_on(day) for row in self._yearly.get(pair, ())):
                concerned = kept.for_all if artists is None else not artists.isdisjoint(kept.artists)
                if concerned and kept.first.year < day.year and kind in (None, kept.kind):
                    found.append(Found(day, False, kept.order, kept.name, len(found), kept))
        return sorted(found)

    def _concerns(self, row: Once, artists: frozenset[str]) -> bool:
        if isinstance(row.claim, Artist):
            return row.claim.id in artists
        if isinstance(row.claim, Moment):
            return not artists.isdisjoint(row.claim.artists)
        assert row.edition is not None
        return self.on_ballot(row.edition, artists, row.claim if isinstance(row.claim, VotingWindow) else None)

    def on_ballot(self, edition: Edition, artists: frozenset[str], window: VotingWindow | None = None) -> bool:
        """Whether one of `artists` is a nominee at `edition`, in the categories of `window` where it names any."""
        return not artists.isdisjoint(self._nominees(edition, window))

    def ballot(self, edition: Edition, window: VotingWindow | None = None) -> frozenset[str]:
        """All who are nominees at `edition`, in the categories of `window` where it names any."""
        return frozenset(self._nominees(edition, window))

    def _nominees(self, edition: Edition, window: VotingWindow | None) -> Iterator[str]:
        names = set(window.categories) if window else set()
        for category in edition.category:
            if not names or category.id in names or self._catalogue.prize(edition, category).id in names:
                yield from chain.from_iterable(nominee.artists for nominee in category.nominees)
