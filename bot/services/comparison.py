"""Two artists side by side: by show, by class of prize, and where they met on one ballot. Never a verdict."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

import msgspec

from bot.catalogue import Catalogue, Result
from bot.catalogue.model import Artist, Category, Ceremony, Edition, PrizeClass
from bot.catalogue.names import fold
from bot.services.lookup import tally
from bot.services.records import Tally

Sides = tuple[list[Result], ...]
Key = TypeVar("Key", bound=Hashable)


class Count(msgspec.Struct, frozen=True):
    """Wins and nominations (which include the wins) of the two, in the comparison's order."""

    wins: tuple[int, int]
    nominations: tuple[int, int]


class Meeting(msgspec.Struct, frozen=True):
    """A ballot on which both stood, each in a nomination of its own."""

    edition: Edition
    category: Category
    won: tuple[bool, bool]


class Comparison(msgspec.Struct, frozen=True):
    """The answer to `/compare`, the two in the order of their names, whoever was asked for first."""

    artists: tuple[Artist, Artist]
    tallies: tuple[Tally, Tally]
    shows: tuple[tuple[Ceremony, Count], ...]
    classes: tuple[tuple[PrizeClass, Count], ...]
    meetings: tuple[Meeting, ...]


def compare(catalogue: Catalogue, first: str, second: str, show: str | None = None) -> Comparison:
    """Compares two different artists by id, over all ceremonies or one. Counts supported claims only."""
    one, other = sorted((first, second), key=lambda artist: (fold(catalogue.artists[artist].name), artist))
    sides = tuple(
        [r for r in catalogue.results_of.get(artist, ()) if r.counts and show in (None, r.edition.ceremony)]
        for artist in (one, other)
    )
    shows = _counts(sides, lambda result: result.edition.ceremony)
    kinds = _counts(sides, lambda result: catalogue.prize(result.edition, result.category).kind)
    ceremonies = sorted((catalogue.ceremonies[found] for found in shows), key=lambda ceremony: ceremony.name)
    return Comparison(
        artists=(catalogue.artists[one], catalogue.artists[other]),
        tallies=(tally(sides[0]), tally(sides[1])),
        shows=tuple((ceremony, shows[ceremony.id]) for ceremony in ceremonies),
        classes=tuple((kind, kinds[kind]) for kind in PrizeClass if kind in kinds),
        meetings=tuple(_meetings(*sides)),
    )


def _counts(sides: Sides, key: Callable[[Result], Key]) -> dict[Key, Count]:
    """Both sides' counts by whatever `key` tells of a result."""
    nominated = [Counter(map(key, side)) for side in sides]
    won = [Counter(key(result) for result in side if result.nominee.won) for side in sides]
    return {
        found: Count((won[0][found], won[1][found]), (nominated[0][found], nominated[1][found]))
        for found in dict.fromkeys((*nominated[0], *nominated[1]))
    }


def _meetings(one: Iterable[Result], other: Iterable[Result]) -> Iterable[Meeting]:
    """Ballots that both were on; where they share a nomination, they were no rivals."""
    ballots = [_by_ballot(side) for side in (one, other)]
    for ballot, mine in ballots[0].items():
        theirs = ballots[1].get(ballot, [])
        if theirs and not {id(r.nominee) for r in mine} & {id(r.nominee) for r in theirs}:
            won = (any(r.nominee.won for r in mine), any(r.nominee.won for r in theirs))
            yield Meeting(mine[0].edition, mine[0].category, won)


def _by_ballot(results: Iterable[Result]) -> dict[tuple[str, str, str], list[Result]]:
    ballots: dict[tuple[str, str, str], list[Result]] = {}
    for result in results:
        ballots.setdefault((result.edition.ceremony, result.edition.id, result.category.id), []).append(result)
    return ballots
