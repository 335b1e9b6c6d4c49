"""A stack of questions: dealt owner by owner, none twice before the stack is through. Pure; keeps nothing.

What comes when follows from a seed and a turn, so a place (a server, a member) needs to remember one number.
"""

import random
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple


class Card(NamedTuple):
    """A question as the stack sees it: whose turn it is, of what kind it is, and its number."""

    owner: str
    kind: str
    number: int


class Stack:
    """Cards dealt in rounds: in each every owner who has cards left comes once, in an order that each seed shuffles.

    An owner's own cards come kind by kind, in turn. After `quota` of them (all, without one) an owner waits until
    everybody is through, and goes on then where it stopped: so who has very many does not fill the late rounds.
    """

    def __init__(self, cards: Iterable[Card], quota: int | None = None) -> None:
        piles: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for owner, kind, number in cards:
            piles[owner][kind].append(number)
        self._piles = {owner: [sorted(kinds[kind]) for kind in sorted(kinds)] for owner, kinds in piles.items()}
        self._sizes = {owner: sum(map(len, kinds)) for owner, kinds in self._piles.items()}
        self._quotas = {owner: min(size, quota or size) for owner, size in self._sizes.items()}
        # Who has most comes first, so that those left in a later round are the first few of this list.
        self._owners = sorted(self._piles, key=lambda owner: (-self._quotas[owner], owner))
        most = max(self._quotas.values(), default=0)
        self._left = [sum(self._quotas[owner] > n for owner in self._owners) for n in range(most)]
        self._ends = list(accumulate(self._left))

    def __len__(self) -> int:
        """How many turns it takes to be through."""
        return self._ends[-1] if self._ends else 0

    @property
    def cards(self) -> int:
        """How many different cards there are."""
        return sum(self._sizes.values())

    def deal(self, seed: str, turn: int) -> int:
        """The number of the card of the `turn`-th turn (from 0) of the game called `seed`. It must not be empty."""
        lap, within = divmod(turn, len(self))
        number = bisect_right(self._ends, within)
        place = within - (self._ends[number - 1] if number else 0)
        owner = self._round(seed, lap, number)[place]
        through, card = divmod(lap * self._quotas[owner] + number, self._sizes[owner])
        return _by_turns(self._piles[owner], random.Random(f"{seed}/{owner}/{through}"))[card]

    def _round(self, seed: str, lap: int, number: int) -> list[str]:
        """The owners in the order of one round; nobody ends one round and begins the next, if others are left."""
        order = self._shuffled(seed, lap, number)
        before = (lap, number - 1) if number else (lap - 1, len(self._left) - 1)
        if len(order) > 2 and before[0] >= 0 and self._shuffled(seed, *before)[-1] == order[0]:
            # The last place stays as it is: the next round looks at it in the same way.
            order[0], order[len(order) // 2] = order[len(order) // 2], order[0]
        return order

    def _shuffled(self, seed: str, lap: int, number: int) -> list[str]:
        left = self._owners[: self._left[number]]
        return random.Random(f"{seed}/{lap}/{number}").sample(left, len(left))


def _by_turns(pile: list[list[int]], dice: random.Random) -> list[int]:
    """One owner's cards, shuffled, one of each kind in turn."""
    kinds = [dice.sample(numbers, len(numbers)) for numbers in pile]
    dice.shuffle(kinds)
    longest = max(map(len, kinds))
    return [numbers[n] for n in range(longest) for numbers in kinds if n < len(numbers)]
