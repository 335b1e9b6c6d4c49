"""Look-ups: what an artist has won, who somebody is, how an edition went. Pure reading, answered from memory."""

import datetime
import random
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import groupby
from typing import NamedTuple

from bot.anniversaries.occurrences import next_occurrence
from bot.catalogue import Catalogue, Result
from bot.catalogue.dates import PartialDate, Precision
from bot.catalogue.index import names_of, titles_of
from bot.catalogue.model import Artist, Category, Ceremony, Confidence, Edition, Moment, MomentKind, Nominee
from bot.catalogue.search import LONGEST_QUERY, Finder
from bot.clock import Clock, SystemClock
from bot.errors import AmbiguousName, UnknownEdition, UnknownName
from bot.services.records import (
    ArtistProfile,
    AwardRecord,
    Chapter,
    ComingDate,
    DateKind,
    EditionCard,
    Holdings,
    Line,
    ResultFilter,
    ShowCount,
    Tally,
)

COMING_DATES = 5
LONG_CAREER = 100  # results
REMEMBERED_CAREERS = 512


class Lookup:
    """Answers from the catalogue. Every method is synchronous, touches memory only and takes well under 1 ms."""

    def __init__(self, catalogue: Catalogue, clock: Clock) -> None:
        self.catalogue = catalogue
        self._clock = clock
        self._career = lru_cache(maxsize=REMEMBERED_CAREERS)(self._add_up)

    @classmethod
    def over(cls, catalogue: Catalogue) -> "Lookup":
        """For the command line, which has a catalogue and no bot."""
        return cls(catalogue, SystemClock())

    # -- names

    def artist_id(self, text: str, option: str = "artist") -> str:
        """The id of the artist called `text`. Raises UnknownName with the nearest three, or AmbiguousName."""
        found = self.catalogue.artist_names.find(text.strip()[:LONGEST_QUERY])
        if not found:
            raise UnknownName(option, text, self._artists.nearest(text))
        if len(found) > 1:
            raise AmbiguousName(option, text, tuple(sorted(found, key=self.catalogue.weight, reverse=True)))
        return found[0]

    def show_id(self, text: str, option: str = "show") -> str:
        """The id of the ceremony called `text`. Raises UnknownName with the nearest three."""
        found = self.catalogue.ceremony_names.find(text.strip()[:LONGEST_QUERY])
        if not found:
            raise UnknownName(option, text, self._shows.nearest(text))
        return found[0]

    def suggest_artists(self, text: str, limit: int = 25) -> list[Artist]:
        """Artists for an autocomplete box; for an empty box, today's deal of acts with a result, fair to all."""
        ids = self._artists.suggest(text, limit) if text.strip() else self._dealt(limit)
        return [self.catalogue.artists[artist] for artist in ids]

    def suggest_shows(self, text: str, limit: int = 25) -> list[str]:
        """Ceremony ids for an autocomplete box; all of them, by name, for an empty one."""
        if text.strip():
            return self._shows.suggest(text, limit)
        return sorted(self.catalogue.ceremonies, key=lambda show: self.catalogue.ceremonies[show].name)[:limit]

    def editions(self, show: str) -> tuple[Edition, ...]:
        """A ceremony's editions, newest first."""
        return self.catalogue.editions_of.get(show, ())

    def years_of(self, artist: str | None, show: str | None) -> list[int]:
        """The years in which the artist has results, or the show editions; newest first."""
        if artist is not None:
            results = self.catalogue.results_of.get(artist, ())
            return sorted({r.edition.year for r in results if show in (None, r.edition.ceremony)}, reverse=True)
        editions = self.editions(show) if show else self.catalogue.editions.values()
        return sorted({edition.year for edition in editions}, reverse=True)

    def shows(self, show: str | None, artist: str | None) -> tuple[Ceremony, ...]:
        """The show named, else those in the artist's record, else all."""
        if show is not None:
            return (self.catalogue.ceremonies[self.show_id(show)],)
        if artist is not None:
            counted = self._career(self.artist_id(artist)).shows
            return tuple(count.ceremony for count in counted)
        return tuple(self.catalogue.ceremonies.values())

    def _dealt(self, limit: int) -> list[str]:
        """A hand of K-pop acts for today, the same for everyone; a deck is dealt through before anybody comes again."""
        acts = sorted(artist for artist in self.catalogue.results_of if self.catalogue.is_kpop(artist))
        first = self._today().toordinal() * limit
        rounds = range(first // len(acts), (first + limit - 1) // len(acts) + 1) if acts else ()
        decks = [card for number in rounds for card in random.Random(number).sample(acts, len(acts))]
        hand = decks[first % len(acts) : first % len(acts) + limit] if acts else []
        return list(dict.fromkeys(hand))

    def _today(self) -> datetime.date:
        return self._clock.now().date()

    # -- answers

    def award_record(
        self,
        artist: str,
        *,
        show: str | None = None,
        year: int | None = None,
        result: ResultFilter = ResultFilter.ALL,
        unverified: bool = False,
        page: int = 1,
        size: int | None = None,
    ) -> AwardRecord:
        """An artist's results, newest first; the tally and the shows are over everything the artist ever did.

        Claims without a source are left out unless `unverified`, and never counted. With `size`, only that many
        results, those of `page` (from 1, the nearest there is).
        """
        catalogue = self.catalogue
        career = self._career(artist)
        wanted = [
            found
            for found in career.results
            if show in (None, found.edition.ceremony)
            and year in (None, found.edition.year)
            and (result is ResultFilter.ALL or found.nominee.won is (result is ResultFilter.WON))
        ]
        shown = [found for found in wanted if unverified or found.confidence is not Confidence.UNVERIFIED]
        pages = max(1, -(-len(shown) // size)) if size else 1
        page = min(max(page, 1), pages)
        here = shown[(page - 1) * size : page * size] if size else shown
        person = catalogue.artists[artist]
        return AwardRecord(
            artist=person,
            groups=self._artists_of(catalogue.groups_of.get(artist, ())),
            members=self._artists_of(person.members),
            tally=career.tally,
            shows=career.shows,
            chapters=tuple(self._chapter(list(rows)) for _, rows in groupby(here, _edition_key)),
            years=tuple(self.years_of(artist, None)),
            unverified=len(wanted) - len(shown),
            page=page,
            pages=pages,
        )

    def artist_profile(self, artist: str) -> ArtistProfile:
        """Who an artist is, and what of theirs comes next."""
        catalogue = self.catalogue
        person = catalogue.artists[artist]
        return ArtistProfile(
            artist=person,
            groups=self._artists_of(catalogue.groups_of.get(artist, ())),
            former_groups=self._artists_of(catalogue.former_groups_of.get(artist, ())),
            members=self._artists_of(person.members),
            former_members=self._artists_of(person.former_members),
            tally=self._career(artist).tally,
            coming=self._coming(person),
        )

    def edition_card(self, show: str, edition: str | None = None) -> EditionCard:
        """One edition of a ceremony, the latest with results when `edition` is None; a year is an edition's name too.

        Raises UnknownEdition with those there are.
        """
        editions = self.editions(show)
        if edition is None:
            found = next((one for one in editions if one.category), editions[0] if editions else None)
        else:
            wanted = edition.strip()
            found = next((one for one in editions if wanted in (one.id, str(one.year))), None)
        if found is None:
            raise UnknownEdition(show, edition or "", tuple(one.id for one in editions))
        place = editions.index(found)
        ceremony = self.catalogue.ceremonies[show]
        return EditionCard(
            ceremony=ceremony,
            edition=found,
            method=ceremony.method_of(found.year),
            older=editions[place + 1] if place + 1 < len(editions) else None,
            newer=editions[place - 1] if place else None,
        )

    def holdings(self) -> Holdings:
        """How much there is, and how well it is supported."""
        return self._holdings(list(self.catalogue.editions.values()), len(self.catalogue.artists))

    def holdings_by_show(self) -> dict[str, Holdings]:
        """The same for each ceremony, by its short name."""
        shows = sorted(self.catalogue.ceremonies.values(), key=lambda show: show.name)
        return {show.short: self._holdings(list(self.editions(show.id)), 0) for show in shows}

    def _holdings(self, editions: list[Edition], artists: int) -> Holdings:
        prizes = [category for edition in editions for category in edition.category]
        levels = dict.fromkeys(Confidence, 0)
        for prize in prizes:
            levels[prize.confidence] += 1
        return Holdings(
            artists=artists,
            ceremonies=len({edition.ceremony for edition in editions}),
            editions=len(editions),
            results=len(prizes),
            sourced=sum(1 for prize in prizes if prize.sources),
            by_confidence=levels,
        )

    # -- parts

    def _artists_of(self, ids: Iterable[str]) -> tuple[Artist, ...]:
        return tuple(self.catalogue.artists[artist] for artist in ids)

    def _chapter(self, results: list[Result]) -> Chapter:
        edition = results[0].edition
        ceremony = self.catalogue.ceremonies[edition.ceremony]
        return Chapter(ceremony, edition, ceremony.method_of(edition.year), tuple(map(self._line, results)))

    def _line(self, found: Result) -> Line:
        return Line(
            result=found,
            rivals=self._rivals(found),
            before=self._before(found),
            prize=self.catalogue.prize(found.edition, found.category),
            disputes=tuple(d for d in found.edition.dispute if found.category.id in d.categories),
        )

    def _rivals(self, found: Result) -> tuple[Nominee, ...]:
        """Everybody else on the ballot, the winner first, unless the ballot rests on memory."""
        category = found.category
        others = [n for n in category.nominees if n is not found.nominee]
        known = [n for n in others if category.confidence_of(n) is not Confidence.UNVERIFIED]
        return tuple(sorted(known, key=lambda nominee: not nominee.won))

    def _before(self, found: Result) -> tuple[Edition, Category] | None:
        """The latest earlier edition at which the same prize was given."""
        prize = self.catalogue.prize(found.edition, found.category)
        history = self.catalogue.history_of[found.edition.ceremony, prize.id]
        day = found.edition.last_day
        return next(((ed, cat) for ed, cat in history if ed.last_day < day and cat.winners), None)

    @cached_property
    def _artists(self) -> Finder:
        return Finder({a.id: (a.id, *names_of(a)) for a in self.catalogue.artists.values()}, self.catalogue.weight)

    @cached_property
    def _shows(self) -> Finder:
        return Finder(
            {show.id: (show.id, *titles_of(show)) for show in self.catalogue.ceremonies.values()},
            lambda show: len(self.catalogue.editions_of.get(show, ())),
        )

    def prepare(self) -> None:
        """Gathers the names for what is misspelt or half typed, and adds up the long careers: work for a thread."""
        _ = self._artists, self._shows
        for artist, results in self.catalogue.results_of.items():
            if len(results) >= LONG_CAREER:
                self._career(artist)

    def _add_up(self, artist: str) -> "_Career":
        results = self.catalogue.results_of.get(artist, ())
        in_order = tuple(sorted(results, key=_reading_order))
        return _Career(in_order, tally(results), self._show_counts(results))

    def _show_counts(self, results: Iterable[Result]) -> tuple[ShowCount, ...]:
        counts: dict[str, list[int]] = {}
        for found in results:
            if found.counts:
                row = counts.setdefault(found.edition.ceremony, [0, 0])
                row[0] += found.nominee.won
                row[1] += 1
        shows = [ShowCount(self.catalogue.ceremonies[show], *row) for show, row in counts.items()]
        return tuple(sorted(shows, key=lambda show: (-show.wins, -show.nominations, show.ceremony.name)))

    def _coming(self, person: Artist) -> tuple[ComingDate, ...]:
        """The next few dates: birthday and debut day, kept days, and what is announced."""
        today = self._today()
        yesterday = today - datetime.timedelta(days=1)
        coming: list[tuple[datetime.date, ComingDate]] = []
        yearly: list[tuple[DateKind, PartialDate | None, Moment | None]]
        yearly = [(DateKind.BIRTHDAY, person.birthday, None), (DateKind.DEBUT, person.debut, None)]
        moments = self.catalogue.moments_of.get(person.id, ())
        yearly += [(DateKind.MOMENT, moment.date, moment) for moment in moments if moment.yearly]
        for kind, date, moment in yearly:
            if date is None or (day := next_occurrence(date, yesterday)) is None:
                continue
            if kind is DateKind.BIRTHDAY and person.died is not None:
                continue
            coming.append((day, ComingDate(kind, day, day.year - date.year, moment)))
        for moment in moments:
            if not moment.yearly and moment.date.last_day >= today and moment.kind is not MomentKind.RECORD:
                day = moment.date.first_day if moment.date.precision is Precision.DAY else None
                coming.append((moment.date.last_day, ComingDate(DateKind.MOMENT, day, 0, moment)))
        coming.sort(key=lambda row: row[0])
        return tuple(date for _, date in coming[:COMING_DATES])


class _Career(NamedTuple):
    """Everything an artist did, in reading order, added up."""

    results: tuple[Result, ...]
    tally: Tally
    shows: tuple[ShowCount, ...]


def _reading_order(found: Result) -> tuple[int, str, str, bool, bool]:
    """Newest edition first; within one, wins before nominations and grand prizes before others."""
    edition = found.edition
    return (
        -edition.last_day.toordinal(),
        edition.ceremony,
        edition.id,
        not found.nominee.won,
        not found.category.grand_prize,
    )


def _edition_key(found: Result) -> tuple[str, str]:
    return (found.edition.ceremony, found.edition.id)


def tally(results: Iterable[Result]) -> Tally:
    """Counts what may be counted; `results` newest first."""
    counted = [found for found in results if found.counts]
    wins = [found for found in counted if found.nominee.won]
    return Tally(
        wins=len(wins),
        nominations=len(counted),
        grand_prizes=sum(found.category.grand_prize for found in wins),
        first=wins[-1] if wins else None,
        latest=wins[0] if wins else None,
    )
