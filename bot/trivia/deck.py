"""A fair deck: deals artists first, then eras, then facts, none twice before its pile is through. Pure; keeps nothing.

Who was dealt what follows from a seed and a turn, so a place (a server, a member) needs to remember one number.
"""

import random
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

# The first years of K-pop's generations, as fans and the press count them; what is older belongs to the first.
ERAS = (0, 2005, 2012, 2018, 2023)


class Card(NamedTuple):
    """A fact as the deck sees it: whose turn it is, and the era (an index of ERAS) it is from."""

    owner: str
    era: int
    fact: int


def era_of(year: int) -> int:
    """The index in ERAS of the era that `year` belongs to."""
    return max(n for n, first in enumerate(ERAS) if first <= year)


class Deck:
    """Cards dealt in rounds. In each round every owner has exactly one turn, in an order that each seed shuffles anew.

    An owner's own cards come era by era, in turn, until all have been; then they are shuffled again.
    """

    def __init__(self, cards: Iterable[Card]) -> None:
        piles: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for owner, era, fact in cards:
            piles[owner][era].append(fact)
        self._piles = {owner: {era: sorted(pile) for era, pile in sorted(piles[owner].items())} for owner in piles}
        self._owners = sorted(self._piles)

    def __len__(self) -> int:
        """How many turns a round has."""
        return len(self._owners)

    def deal(self, seed: str, turn: int) -> int:
        """The fact of the `turn`-th turn (from 0) of the game called `seed`. The deck must not be empty."""
        number, place = divmod(turn, len(self._owners))
        owner = self._round(seed, number)[place]
        pile = self._piles[owner]
        lap, card = divmod(number, sum(map(len, pile.values())))
        return _by_turns(pile, random.Random(f"{seed}/{owner}/{lap}"))[card]

    def _round(self, seed: str, number: int) -> list[str]:
        """The owners in the order of one round; nobody ends one round and begins the next."""
        order = self._shuffled(seed, number)
        if number and len(order) > 2 and self._shuffled(seed, number - 1)[-1] == order[0]:
            # The last place stays as it is: the next round looks at it in the same way.
            order[0], order[len(order) // 2] = order[len(order) // 2], order[0]
        return order

    def _shuffled(self, seed: str, number: int) -> list[str]:
        return random.Random(f"{seed}/{number}").sample(self._owners, len(self._owners))


def _by_turns(pile: dict[int, list[int]], dice: random.Random) -> list[int]:
    """One owner's facts, shuffled, one of each era in turn."""
    eras = [dice.sample(facts, len(facts)) for facts in pile.values()]
    dice.shuffle(eras)
    longest = max(map(len, eras))
    return [facts[n] for n in range(longest) for facts in eras if n < len(facts)]
