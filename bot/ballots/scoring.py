"""How points are counted: from everybody's picks and the winners, always from the beginning. Pure, no storage.

Points are honour only. A category that is void, or has no winner yet, gives nobody anything.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

GRAND_PRIZE = 3  # points for a grand prize where the scoring is weighted
MOST_FOR_RARITY = 5


class Scoring(StrEnum):
    FLAT = "flat"  # 1 point a category
    WEIGHTED = "weighted"  # 3 points for a grand prize, 1 for any other
    RARITY = "rarity"  # the fewer were right, the more: see points_for


Winners = Mapping[str, frozenset[str]]  # of each settled category, by id; several share the prize


class Column(msgspec.Struct, frozen=True):
    """All picks of one category: by the nominee's key who picked it, as places in the sheet's members."""

    category: str
    grand: bool
    picks: dict[str, "array[int]"]


class Sheet(msgspec.Struct, frozen=True):
    """Everybody's picks of one ballot, column by column: what scoring needs, in some bytes a pick."""

    members: tuple[int, ...]
    columns: tuple[Column, ...]


class Place(msgspec.Struct, frozen=True):
    """A member's place: equals share one (1, 2, 2, 4). `right` is how many categories were guessed."""

    rank: int
    user_id: int
    points: int
    right: int


class Scores(msgspec.Struct, frozen=True):
    """Points and right guesses of every member of a sheet, in the sheet's order."""

    members: tuple[int, ...] = ()
    points: Sequence[int] = ()
    right: Sequence[int] = ()


def sheet_of(picks: Iterable[tuple[str, str, Iterable[int]]], categories: Iterable[tuple[str, bool]]) -> Sheet:
    """A sheet of `(category, key, who picked it)`, in any order; nobody picks two keys of one category.

    `categories` are ids with whether each is a grand prize; picks of others are left out.
    """
    columns = {category: Column(category, grand, {}) for category, grand in categories}
    members: dict[int, int] = {}
    for category, key, user_ids in picks:
        if category in columns:
            column = columns[category].picks.setdefault(key, array("l"))
            column.extend(members.setdefault(user_id, len(members)) for user_id in user_ids)
    return Sheet(tuple(members), tuple(columns.values()))


def points_for(scoring: Scoring, *, grand: bool, guessed: int, right: int) -> int:
    """What a right guess gives: `guessed` members picked anything in the category, `right` of them a winner.

    By rarity it is `guessed` / `right` without the remainder, at least 1 and at most 5: of 20 who picked, 4 were right,
    so each of them gets 5; had 15 been right, 1.
    """
    match scoring:
        case Scoring.FLAT:
            return 1
        case Scoring.WEIGHTED:
            return GRAND_PRIZE if grand else 1
        case Scoring.RARITY:
            return max(1, min(MOST_FOR_RARITY, guessed // right)) if right else 0


def score(sheet: Sheet, winners: Winners, scoring: Scoring, breathe: Callable[[], None] = lambda: None) -> Scores:
    """Every member's points, from nothing: so a correction can leave none behind. Every winner of a tie counts.

    `breathe` is called after each category, so that a thread can let others have their turn.
    """
    points, right = array("q", bytes(8 * len(sheet.members))), array("h", bytes(2 * len(sheet.members)))
    for column in sheet.columns:
        lucky = [number for key in winners.get(column.category, ()) for number in column.picks.get(key, ())]
        if lucky:
            guessed = sum(map(len, column.picks.values()))
            gain = points_for(scoring, grand=column.grand, guessed=guessed, right=len(lucky))
            for number in lucky:
                points[number] += gain
                right[number] += 1
        breathe()
    return Scores(sheet.members, points, right)


def standings(scores: Scores) -> tuple[Place, ...]:
    """Everybody by points, then by right guesses; who has the same of both shares a place, in the order of ids."""
    rows = sorted(
        zip(scores.points, scores.right, scores.members, strict=True), key=lambda row: (-row[0], -row[1], row[2])
    )
    places: list[Place] = []
    for number, (points, right, user_id) in enumerate(rows, 1):
        last = places[-1] if places else None
        shared = last is not None and (last.points, last.right) == (points, right)
        places.append(Place(last.rank if shared and last else number, user_id, points, right))
    return tuple(places)


def added(ballots: Iterable[Scores]) -> Scores:
    """A season: the points of several ballots together."""
    points: dict[int, int] = {}
    right: dict[int, int] = {}
    for scores in ballots:
        for user_id, gained, guessed in zip(scores.members, scores.points, scores.right, strict=True):
            points[user_id] = points.get(user_id, 0) + gained
            right[user_id] = right.get(user_id, 0) + guessed
    return Scores(tuple(points), tuple(points.values()), tuple(right[user_id] for user_id in points))
