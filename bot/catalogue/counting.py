"""Counts results: whose, where, in which years. Only what has a source counts. Compares nothing: see proofs.py."""

import datetime
from collections.abc import Iterator

import msgspec

from bot.catalogue.index import Catalogue, Result
from bot.catalogue.model import ArtistKind, Edition, Measure


class Scope(msgspec.Struct, frozen=True):
    """Which results are meant; years are those of editions, both included. `prize` is a prize's id in `show`."""

    of: Measure = Measure.WINS
    show: str | None = None
    prize: str | None = None
    grand_prize: bool = False
    since: int | None = None
    until: int | None = None

    def covers(self, result: Result, catalogue: Catalogue) -> bool:
        """Whether `result` is one of them. Nominations include wins."""
        edition, category = result.edition, result.category
        return (
            self.show in (None, edition.ceremony)
            and (self.of is Measure.NOMINATIONS or result.nominee.won)
            and (category.grand_prize or not self.grand_prize)
            and (self.since or edition.year) <= edition.year <= (self.until or edition.year)
            and result.counts
            and self.prize in (None, catalogue.prize(edition, category).id)
        )


def day_of(result: Result) -> datetime.date:
    """The day it was given, or the last it can have been."""
    return result.category.date.last_day if result.category.date else result.edition.last_day


def results_in(catalogue: Catalogue, scope: Scope, artist: str) -> list[Result]:
    """An artist's results in `scope`, newest first. A shared result counts for each artist it credits."""
    return [found for found in catalogue.results_of.get(artist, ()) if scope.covers(found, catalogue)]


def editions_in(catalogue: Catalogue, scope: Scope) -> Iterator[Edition]:
    """The editions of the scope's show, or all, in its years; newest first."""
    editions = catalogue.editions.values() if scope.show is None else catalogue.editions_of.get(scope.show, ())
    return (one for one in editions if (scope.since or one.year) <= one.year <= (scope.until or one.year))


def everyones(catalogue: Catalogue, scope: Scope) -> dict[str, list[Result]]:
    """Every artist's results in `scope`, newest first; artists without one are left out."""
    found: dict[str, list[Result]] = {}
    for edition in editions_in(catalogue, scope):
        for category in edition.category:
            for nominee in category.nominees:
                result = Result(edition, category, nominee)
                if scope.covers(result, catalogue):
                    for artist in nominee.artists:
                        found.setdefault(artist, []).append(result)
    return found


def eligible(catalogue: Catalogue, artist: str, *, kpop: bool, kind: ArtistKind | None) -> bool:
    """Whether an artist is one of those compared: K-pop acts, groups or persons."""
    return (not kpop or catalogue.is_kpop(artist)) and kind in (None, catalogue.artists[artist].kind)
