"""Counting: places with ties, percents that add up, bars, and the written rule for even heats."""

from hypothesis import given
from hypothesis import strategies as st

from bot.ballots.tally import BAR, Side, Standing, Why, bar, decide, percentages, standings, winners

COUNTS = st.dictionaries(st.integers(0, 33), st.integers(0, 10**6), max_size=34)


def test_equals_share_a_place() -> None:
    assert standings({0: 2, 1: 5, 2: 5, 3: 0}) == (
        Standing(1, 5, 1),
        Standing(2, 5, 1),
        Standing(0, 2, 3),
        Standing(3, 0, 4),
    )
    assert winners({0: 2, 1: 5, 2: 5}) == (1, 2) and winners({0: 0, 1: 0}) == winners({}) == ()


@given(COUNTS)
def test_places_follow_from_the_votes_alone(votes: dict[int, int]) -> None:
    found = standings(votes)
    assert [one.answer for one in found] == sorted(votes, key=lambda a: (-votes[a], a))
    assert standings(dict(reversed(list(votes.items())))) == found
    assert all((a.votes == b.votes) == (a.rank == b.rank) for a in found for b in found)


@given(st.lists(st.integers(0, 10**6), max_size=34))
def test_percents_add_up(votes: list[int]) -> None:
    found = percentages(votes)
    assert len(found) == len(votes) and sum(found) == (100 if sum(votes) else 0)
    assert all(abs(percent - 100 * count / (sum(votes) or 1)) < 1 for percent, count in zip(found, votes, strict=True))


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_bar_is_as_wide_as_every_other(votes: int, most: int) -> None:
    drawn = bar(min(votes, most), most)
    assert len(drawn) == BAR and ("█" in drawn) is (min(votes, most) > 0)
    assert bar(most, most) == ("█" if most else "░") * BAR


def test_the_rule_for_heats() -> None:
    assert decide(Side(3, 5, 9), Side(0, 4, 1)) == (3, Why.VOTES)
    assert decide(Side(3, 5, 8), Side(0, 5, 9)) == (3, Why.EARLIER)
    assert decide(Side(3), Side(0)) == (0, Why.SEED)


SIDES = st.tuples(st.integers(0, 9), st.integers(0, 9))


@given(SIDES, SIDES)
def test_it_does_not_matter_who_is_named_first(one: tuple[int, int], other: tuple[int, int]) -> None:
    first, second = Side(0, *one), Side(1, *other)
    assert decide(first, second) == decide(second, first)
