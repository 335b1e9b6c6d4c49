"""What the entered results come to: the latest of each category counts, none is ever changed. Pure, no storage."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from bot.ballots.ballot import Category, Contents
from bot.ballots.scoring import Place

CATALOGUE = 0  # who entered a result that a data release brought; also somebody whose data was deleted
ARTIST, TEXT = "@", "="  # how a winner begins who was not nominated: an artist of the catalogue, or only a name


class Outcome(StrEnum):
    WON = "won"
    UNDONE = "undone"  # as if nothing had been entered
    VOID = "void"  # the category counts for nobody


class Result(msgspec.Struct, frozen=True):
    """One entry about a category. `winners` are keys of nominees, or marked as not nominated; several share the prize.

    `revision` counts the entries of its category from 1, `at` is in UTC seconds, `source` may be empty.
    """

    id: int
    category: str
    revision: int
    outcome: Outcome
    winners: tuple[str, ...]
    source: str
    user_id: int
    at: int


def current(results: Iterable[Result]) -> dict[str, Result]:
    """The entry of each category that counts now, in whatever order they are given; undone ones are among them."""
    found: dict[str, Result] = {}
    for result in results:
        if result.category not in found or found[result.category].revision < result.revision:
            found[result.category] = result
    return found


def winners_of(results: Iterable[Result]) -> dict[str, frozenset[str]]:
    """The winners of each category that has any: what scoring takes."""
    return {
        category: frozenset(result.winners)
        for category, result in current(results).items()
        if result.outcome is Outcome.WON
    }


def settled(results: Iterable[Result]) -> dict[str, Result]:
    """The categories that are over: won or void."""
    return {category: one for category, one in current(results).items() if one.outcome is not Outcome.UNDONE}


def is_over(contents: Contents, results: Iterable[Result]) -> bool:
    """Whether every category that was asked has its result."""
    known = settled(results)
    return all(category.id in known for category in contents if category.asked)


def not_nominated(category: Category, winners: Iterable[str]) -> tuple[str, ...]:
    """Those of `winners` that were not on the ballot: allowed, and worth a warning."""
    return tuple(winner for winner in winners if winner not in category.keys)


class Move(msgspec.Struct, frozen=True):
    """A member whose points or place a correction changed; a rank of 0 is no place yet."""

    user_id: int
    before: Place | None
    after: Place

    @property
    def rose(self) -> bool:
        """A better place, or the same with more points."""
        return self._climbed > (0, 0)

    @property
    def fell(self) -> bool:
        return self._climbed < (0, 0)

    @property
    def _climbed(self) -> tuple[int, int]:
        """Places and points gained; whoever had no place before gains points only."""
        if self.before is None:
            return 0, self.after.points
        return self.before.rank - self.after.rank, self.after.points - self.before.points


def moves(before: Sequence[Place], after: Sequence[Place]) -> tuple[Move, ...]:
    """Whose place or points differ, the best place afterwards first."""
    known: Mapping[int, Place] = {place.user_id: place for place in before}
    return tuple(
        Move(place.user_id, known.get(place.user_id), place) for place in after if known.get(place.user_id) != place
    )


def risen(changed: Iterable[Move], most: int) -> tuple[Move, ...]:
    """Who rose, the best places first."""
    return tuple(move for move in changed if move.rose)[:most]


def fallen(changed: Iterable[Move], most: int) -> tuple[Move, ...]:
    """Who fell, those who fell furthest first."""
    return tuple(sorted((move for move in changed if move.fell), key=lambda move: move._climbed)[:most])
