"""Counting votes: places, shares, bars, and who wins a heat. Pure rules; who may vote is decided elsewhere."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

import msgspec

BAR = 12  # characters


class Standing(msgspec.Struct, frozen=True):
    """An answer by its place among the answers, its votes, and its rank: equals share one, the next is left out."""

    answer: int
    votes: int
    rank: int


def standings(votes: Mapping[int, int]) -> tuple[Standing, ...]:
    """The answers by their votes; equals stand as they stood on the poll."""
    ordered = sorted(votes.items(), key=lambda one: (-one[1], one[0]))
    return tuple(
        Standing(answer, count, 1 + sum(1 for other in votes.values() if other > count)) for answer, count in ordered
    )


def winners(votes: Mapping[int, int]) -> tuple[int, ...]:
    """Every answer with the most votes, all of them when they are even; none when nobody voted."""
    most = max(votes.values(), default=0)
    return tuple(answer for answer, count in sorted(votes.items()) if count == most > 0)


def percentages(votes: Sequence[int]) -> tuple[int, ...]:
    """Whole percents that add up to 100: what rounding leaves over goes to the largest remainders, earlier ones first.

    All are 0 when nobody voted.
    """
    total = sum(votes)
    if total == 0:
        return (0,) * len(votes)
    whole = [100 * count // total for count in votes]
    by_remainder = sorted(range(len(votes)), key=lambda n: (-(100 * votes[n] % total), n))
    for n in by_remainder[: 100 - sum(whole)]:
        whole[n] += 1
    return tuple(whole)


def bar(votes: int, most: int, width: int = BAR) -> str:
    """A bar beside which the number stands: full for the most votes, and never empty for one vote."""
    filled = 0 if most == 0 or votes == 0 else max(1, round(width * votes / most))
    return "█" * filled + "░" * (width - filled)


class Why(StrEnum):
    """By what a heat was decided."""

    VOTES = "votes"
    EARLIER = "earlier"  # as many votes, and had them first
    SEED = "seed"  # nobody voted: the better seed goes on
    BYE = "bye"  # nobody to meet


class Side(msgspec.Struct, frozen=True):
    """One side of a heat: its seed from 0, votes, and `reached`, which grows with the time of its last vote."""

    seed: int
    votes: int = 0
    reached: int = 0


def decide(first: Side, second: Side) -> tuple[int, Why]:
    """Who of two goes on, by their seed, and why.

    The rule: more votes; with as many, whoever had that many first (by the votes that stand at the end); without a
    vote on either side, the better seed.
    """
    if first.votes != second.votes:
        return (first if first.votes > second.votes else second).seed, Why.VOTES
    if first.votes and first.reached != second.reached:
        return (first if first.reached < second.reached else second).seed, Why.EARLIER
    return min(first.seed, second.seed), Why.SEED
