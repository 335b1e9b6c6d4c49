"""What stood out in a night: the upset, the best ballot, the most split category. Pure, no storage."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

import msgspec

from bot.ballots.scoring import Place, Winners

FEWEST_PICKS = 3  # fewer tell nothing about what a server thought


class Tally(msgspec.Struct, frozen=True):
    """How one category was picked: `counts` by nominee's key, only those that were picked at all."""

    category: str
    counts: Mapping[str, int]

    @property
    def picked(self) -> int:
        return sum(self.counts.values())

    def share(self, keys: Iterable[str]) -> Fraction:
        """The part of all picks that went to one of `keys`."""
        return Fraction(sum(self.counts.get(key, 0) for key in set(keys)), self.picked or 1)


class Highlights(msgspec.Struct, frozen=True):
    """A night in three lines; each may be missing. `best` are all who share the first place with any point."""

    upset: Tally | None
    best: tuple[Place, ...]
    split: Tally | None


def highlights(tallies: Sequence[Tally], winners: Winners, places: Sequence[Place]) -> Highlights:
    """The upset: the settled category whose winners the smallest part had picked, below a half. The most split: that
    whose favourite had the smallest part. Categories that fewer than three picked in are left out; of equals the first
    of `tallies` counts.
    """
    told = [tally for tally in tallies if tally.picked >= FEWEST_PICKS]
    decided = [tally for tally in told if winners.get(tally.category)]
    upset = min(decided, key=lambda tally: tally.share(winners[tally.category]), default=None)
    if upset is not None and upset.share(winners[upset.category]) * 2 >= 1:
        upset = None
    split = min(told, key=lambda tally: Fraction(max(tally.counts.values()), tally.picked), default=None)
    if split is not None and len(split.counts) < 2:
        split = None
    return Highlights(upset, tuple(place for place in places if place.rank == 1 and place.points > 0), split)


def favourites(tally: Tally, most: int) -> list[tuple[str, int]]:
    """The nominees that were picked most, with how many picked each; equals in the order of their keys."""
    return sorted(tally.counts.items(), key=lambda row: (-row[1], row[0]))[:most]
