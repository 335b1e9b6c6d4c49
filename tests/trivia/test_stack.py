"""A stack deals fairly and nothing twice before it is through."""

from collections import Counter
from itertools import pairwise

from bot.trivia.stack import Card, Stack


def cards(**owners: int) -> list[Card]:
    """So many cards each, of two kinds."""
    found: list[Card] = []
    for owner, count in owners.items():
        found += [Card(owner, "ab"[n % 2], len(found) + n) for n in range(count)]
    return found


def test_nothing_twice_before_the_stack_is_through() -> None:
    stack = Stack(cards(few=1, some=5, many=30))
    for lap in range(3):
        dealt = [stack.deal("seed", lap * 36 + turn) for turn in range(36)]
        assert sorted(dealt) == list(range(36))
    assert len(stack) == stack.cards == 36


def test_a_quota_keeps_who_has_much_from_filling_the_end() -> None:
    stack = Stack(cards(few=2, many=30), quota=5)
    assert (len(stack), stack.cards) == (7, 32)
    dealt = [stack.deal("seed", turn) for turn in range(7 * 6)]
    many = [number for number in dealt if number >= 2]
    assert len(many) == len(set(many)) == 30, "it goes on where it stopped"
    assert Counter(number for number in dealt if number < 2) == {0: 6, 1: 6}


def test_rounds_are_fair_and_seeds_differ() -> None:
    stack = Stack(cards(a=4, b=4, c=4, d=4))
    owners = [stack.deal("seed", turn) // 4 for turn in range(160)]
    assert all(set(owners[first : first + 4]) == {0, 1, 2, 3} for first in range(0, 160, 4))
    assert all(one != other for one, other in pairwise(owners))
    assert [stack.deal("x", turn) for turn in range(16)] != [stack.deal("y", turn) for turn in range(16)]


def test_kinds_take_turns() -> None:
    stack = Stack(cards(only=10))
    dealt = [stack.deal("seed", turn) % 2 for turn in range(10)]
    assert all(one != other for one, other in pairwise(dealt))


def test_an_empty_stack() -> None:
    assert len(Stack([])) == Stack([]).cards == 0
