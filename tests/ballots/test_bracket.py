"""Brackets of every size: everybody plays once a round, the best have the byes, one is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ballots.bracket import LEAST, MOST, Heat, decided, first_round, next_round, round_count
from bot.ballots.tally import Side, Why

SIZES = range(LEAST, MOST + 1)


def pairs(heats: tuple[Heat, ...]) -> list[tuple[int, int | None]]:
    return [(heat.first, heat.second) for heat in heats]


def test_the_best_meets_the_last() -> None:
    assert pairs(first_round(4)) == [(0, 3), (1, 2)]
    assert pairs(first_round(8)) == [(0, 7), (3, 4), (1, 6), (2, 5)]
    assert pairs(first_round(5)) == [(0, None), (3, 4), (1, None), (2, None)]


@pytest.mark.parametrize("count", SIZES)
def test_everybody_is_drawn_once_and_the_best_have_the_byes(count: int) -> None:
    heats = first_round(count)
    drawn = [seed for heat in heats for seed in (heat.first, heat.second) if seed is not None]
    byes = sorted(heat.first for heat in heats if heat.second is None)
    assert sorted(drawn) == list(range(count)) and byes == list(range(len(byes)))
    assert len(heats) == 2 ** (round_count(count) - 1) and all(h.winner == h.first for h in heats if h.second is None)


@pytest.mark.parametrize("count", [0, 3, 33])
def test_other_sizes_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match="4 to 32"):
        first_round(count)


def play(count: int, strength: list[int]) -> tuple[int, list[Heat]]:
    heats, played = first_round(count), []
    while heats:
        heats = tuple(decided(h, {seed: Side(seed, strength[seed], seed) for seed in range(count)}) for h in heats)
        played += heats
        heats = next_round(heats)
    last = played[-1].winner
    assert last is not None
    return last, played


@given(st.integers(LEAST, MOST), st.lists(st.integers(0, 3), min_size=MOST, max_size=MOST))
def test_it_ends_with_one_of_the_strongest_after_the_rounds_it_should(count: int, strength: list[int]) -> None:
    winner, played = play(count, strength)
    assert strength[winner] == max(strength[:count]) and max(h.round for h in played) == round_count(count)
    assert len({heat.key for heat in played}) == len(played)
    assert sum(1 for heat in played if heat.second is not None) == count - 1, "everybody but one loses once"


def test_without_a_vote_the_best_seed_wins() -> None:
    winner, played = play(11, [0] * MOST)
    assert winner == 0 and {heat.why for heat in played} == {Why.SEED, Why.BYE}


def test_an_open_heat_leads_nowhere() -> None:
    with pytest.raises(ValueError, match="not decided"):
        next_round(first_round(8))
