"""A bracket of 4 to 32: who meets whom, byes, and who goes on. Pure rules; tally.py decides a heat."""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec.structs import replace

from bot.ballots.tally import Side, Why, decide

LEAST, MOST = 4, 32


class Heat(msgspec.Struct, frozen=True):
    """A meeting of two, by their seeds from 0 (0 is the best). `second` is None for a bye.

    `round` and `number` count from 1. Once it is decided it has the votes, the winner and why.
    """

    round: int
    number: int
    first: int
    second: int | None
    first_votes: int = 0
    second_votes: int = 0
    winner: int | None = None
    why: Why | None = None

    @property
    def key(self) -> int:
        """What its votes are kept under; never 0."""
        return self.round * 100 + self.number


def first_round(count: int) -> tuple[Heat, ...]:
    """The first round of `count` entrants: the best meets the last, and the two best could only meet in the final.

    Where no power of two is full, the best seeds have a bye. Raises ValueError outside 4 to 32.
    """
    if not LEAST <= count <= MOST:
        raise ValueError(f"a bracket has {LEAST} to {MOST} entrants, not {count}")
    order = [0]
    while len(order) < count:
        size = 2 * len(order)
        order = [seed for one in order for seed in (one, size - 1 - one)]
    pairs = zip(order[::2], order[1::2], strict=True)
    return tuple(_heat(1, n, first, second if second < count else None) for n, (first, second) in enumerate(pairs, 1))


def next_round(heats: Sequence[Heat]) -> tuple[Heat, ...]:
    """The round after a decided one: neighbours meet. Empty after the final. Raises ValueError for an open heat."""
    through = [heat.winner for heat in heats]
    if None in through:
        raise ValueError("a heat is not decided yet")
    ahead = [seed for seed in through if seed is not None]
    pairs = zip(ahead[::2], ahead[1::2], strict=len(ahead) > 1)
    return tuple(_heat(heats[0].round + 1, n, *pair) for n, pair in enumerate(pairs, 1))


def decided(heat: Heat, sides: Mapping[int, Side]) -> Heat:
    """The heat with who wins it; `sides` by their seeds, one without votes may be missing."""
    if heat.second is None:
        return heat
    first, second = sides.get(heat.first, Side(heat.first)), sides.get(heat.second, Side(heat.second))
    winner, why = decide(first, second)
    return replace(heat, first_votes=first.votes, second_votes=second.votes, winner=winner, why=why)


def round_count(entrants: int) -> int:
    """How many rounds it takes."""
    return (entrants - 1).bit_length()


def _heat(round_: int, number: int, first: int, second: int | None) -> Heat:
    if second is None:
        return Heat(round_, number, first, None, winner=first, why=Why.BYE)
    return Heat(round_, number, min(first, second), max(first, second))
