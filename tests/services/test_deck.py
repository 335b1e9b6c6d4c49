"""Fair turns: artists first, then eras, then facts; nothing twice before its pile is through."""

import itertools
from collections import Counter

import pytest

from bot.catalogue import Catalogue
from bot.services.facts import Fact, FactKind, Facts
from bot.trivia.deck import ERAS, Card, Deck, era_of
from tests.conftest import StillClock

DRAWS = 10_000


@pytest.fixture(scope="module")
def facts(catalogue: Catalogue) -> Facts:
    return Facts(catalogue, StillClock())


def owner(facts: Facts, number: int) -> str:
    fact = facts.facts[number]
    return next((one for one in fact.artists if facts.catalogue.is_kpop(one)), f"show {fact.show}")


def test_ten_thousand_draws_are_balanced(facts: Facts) -> None:
    """Every artist has as many turns as every other, give or take the round that is under way."""
    dealt = [facts.deal(1) for _ in range(DRAWS)]
    numbers = [number for number in dealt if number is not None]
    assert len(numbers) == DRAWS
    turns = Counter(owner(facts, number) for number in numbers)
    assert len(turns) == len(facts.deck()) and max(turns.values()) - min(turns.values()) <= 1

    eras = Counter(era_of(facts.facts[number].year) for number in numbers)
    print({ERAS[era]: f"{count / DRAWS:.1%}" for era, count in sorted(eras.items())})
    assert len(eras) == len(ERAS)
    assert min(eras.values()) > DRAWS / len(ERAS) / 2.5 and max(eras.values()) < DRAWS / len(ERAS) * 1.6


def test_eras_of_one_artist_take_turns_too(facts: Facts) -> None:
    """While each era has facts left; a girl group of fifteen years is not told by its last two."""
    for artist in ("girls-generation", "bts", "shinee"):
        piles = Counter(era_of(fact.year) for fact in facts.facts if artist in fact.artists)
        fair = min(piles.values())
        dealt = [facts.deal(2, artist) for _ in range(fair * len(piles))]
        eras = Counter(era_of(facts.facts[number].year) for number in dealt if number is not None)
        assert set(eras.values()) == {fair}, artist


def test_nothing_twice_before_the_pile_is_through(facts: Facts) -> None:
    mine = {number for number, fact in enumerate(facts.facts) if "twice" in fact.artists}
    dealt = [facts.deal(3, "twice") for _ in range(2 * len(mine))]
    assert set(dealt[: len(mine)]) == mine == set(dealt[len(mine) :])
    assert dealt[: len(mine)] != dealt[len(mine) :]


def test_every_place_has_its_own_deck(facts: Facts) -> None:
    here, there = ([facts.deal(place) for _ in range(50)] for place in (4, 5))
    assert here != there and len(set(here)) == 50


def test_only_what_has_a_source_and_has_happened_is_dealt(facts: Facts) -> None:
    for fact in facts.facts:
        assert fact.claim.confidence.counts and fact.claim.sources
        assert fact.year <= 2026
    assert {fact.kind for fact in facts.facts} == set(FactKind)


def test_members_debuts_wait_to_be_asked_for(facts: Facts) -> None:
    def told(artist: str | None) -> set[FactKind]:
        numbers = [facts.deal(6, artist) for _ in range(40)]
        return {facts.facts[number].kind for number in numbers if number is not None}

    assert FactKind.BIRTHDAY in told("rm") and FactKind.BIRTHDAY not in told(None)


def test_nothing_to_tell(facts: Facts) -> None:
    assert facts.deal(7, "rm", "golden-globes") is None
    assert facts.fact(-1) is None and facts.fact(None) is None and facts.fact(10**9) is None
    assert isinstance(facts.fact(0), Fact)


def test_nobody_has_two_turns_in_a_row() -> None:
    deck = Deck(Card(name, 0, n) for n, name in enumerate("abcde"))
    dealt = [deck.deal("seed", turn) for turn in range(1_000)]
    assert all(one != other for one, other in itertools.pairwise(dealt))
    assert Counter(dealt) == dict.fromkeys(range(5), 200)


def test_an_era_is_told_by_its_year() -> None:
    assert [era_of(year) for year in (1986, 2004, 2005, 2011, 2012, 2017, 2018, 2022, 2023, 2026)] == [
        0, 0, 1, 1, 2, 2, 3, 3, 4, 4,
    ]  # fmt: skip
