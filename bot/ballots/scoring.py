"""How points are counted: from everybody's picks and the winners, always from the beginning. Pure, no storage.

Points are honour only. A category that is void, or has no winner yet, gives nobody anything.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

GRAND_PRIZE = 3  # points for a grand prize where the scoring is weighted
MOST_FOR_RARITY = 5
NO_PICK = -1


class Scoring(StrEnum):
    FLAT = "flat"  # 1 point a category
    WEIGHTED = "weighted"  # 3 points for a grand prize, 1 for any other
    RARITY = "rarity"  # the fewer were right, the more: see points_for


Winners = Mapping[str, frozenset[str]]  # of each settled category, by id; several share the prize


class Column(msgspec.Struct, frozen=True):
    """All picks of one category: `picks[n]` is the place in `keys` of what member n picked, or NO_PICK."""

    category: str
    grand: bool
    keys: tuple[str, ...]
    picks: "array[int]"

    def counts(self) -> dict[str, int]:
        """How many picked each; those that nobody picked are left out."""
        found = [0] * (len(self.keys) + 1)
        for pick in self.picks:
            found[pick] += 1  # NO_PICK is the last
        return {key: count for key, count in zip(self.keys, found, strict=False) if count}


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


def sheet_of(picks: Iterable[tuple[int, str, str]], categories: Iterable[tuple[str, bool]]) -> Sheet:
    """A sheet of `(user id, category, key)`, each user and category at most once, whatever their order.

    `categories` are ids with whether each is a grand prize; picks of others are left out.
    """
    builder = SheetBuilder(categories)
    for pick in picks:
        builder.add(*pick)
    return builder.build()


class SheetBuilder:
    """Makes a sheet from picks that come a handful at a time. The last of a member's picks in a category counts."""

    def __init__(self, categories: Iterable[tuple[str, bool]]) -> None:
        self._grand = dict(categories)
        self._members: dict[int, int] = {}
        self._keys: dict[str, dict[str, int]] = {category: {} for category in self._grand}
        self._picks: dict[str, array[int]] = {category: array("h") for category in self._grand}

    def add(self, user_id: int, category: str, key: str | None) -> None:
        """`key` None takes the pick back."""
        column = self._picks.get(category)
        if column is None:
            return
        number = self._members.setdefault(user_id, len(self._members))
        if number >= len(column):
            column.extend([NO_PICK] * (number + 1 - len(column)))
        keys = self._keys[category]
        column[number] = NO_PICK if key is None else keys.setdefault(key, len(keys))

    def build(self) -> Sheet:
        count = len(self._members)
        for column in self._picks.values():
            column.extend([NO_PICK] * (count - len(column)))
        columns = (
            Column(category, grand, tuple(self._keys[category]), self._picks[category])
            for category, grand in self._grand.items()
        )
        return Sheet(tuple(self._members), tuple(columns))


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
        won = winners.get(column.category)
        if not won:
            continue
        places = {place for place, key in enumerate(column.keys) if key in won}
        if places:
            guessed = len(column.picks) - column.picks.count(NO_PICK)
            lucky = [number for number, pick in enumerate(column.picks) if pick in places]
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
