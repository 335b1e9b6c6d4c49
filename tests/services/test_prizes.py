"""Prizes through the years, from the real catalogue."""

import datetime

import pytest

from bot.catalogue import Catalogue
from bot.catalogue.model import MethodKind, PrizeClass
from bot.errors import UnknownEdition, UnknownName
from bot.services.prizes import Prizes
from tests.conftest import StillClock


@pytest.fixture
def prizes(catalogue: Catalogue, clock: StillClock) -> Prizes:
    return Prizes(catalogue, clock)


def test_a_prize_and_everybody_who_won_it(prizes: Prizes) -> None:
    card = prizes.card("ama", prizes.prize_id("ama", "Favorite K-Pop Artist"), "2025")
    assert [(edition.year, category.winners[0].artists) for edition, category in card.history] == [
        (2025, ("rm",)),
        (2022, ("bts",)),
    ]
    assert card.kind is MethodKind.FAN_VOTE and not card.spoiler


def test_grand_prizes_come_first(prizes: Prizes) -> None:
    kinds = [prize.kind for prize in prizes.of("mama").values()]
    grand = kinds.count(PrizeClass.GRAND_PRIZE)
    assert grand >= 3 and set(kinds[:grand]) == {PrizeClass.GRAND_PRIZE}


def test_every_wording_of_every_year_finds_its_prize(prizes: Prizes, catalogue: Catalogue) -> None:
    for edition in catalogue.editions.values():
        for category in edition.category:
            prize = catalogue.prize(edition, category)
            found = prizes.of(edition.ceremony)
            assert prize.id in found
            assert prizes.prize_id(edition.ceremony, prize.id) == prize.id


def test_what_is_not_there(prizes: Prizes) -> None:
    with pytest.raises(UnknownName) as unknown:
        prizes.prize_id("ama", "favorit k-pop artst")
    assert unknown.value.option == "category" and len(unknown.value.nearest) == 3
    with pytest.raises(UnknownEdition) as edition:
        prizes.card("ama", prizes.prize_id("ama", "Favorite K-Pop Artist"), "2012")
    assert edition.value.editions == ("2025", "2022")


@pytest.mark.parametrize("days, spoiler", [(0, True), (2, True), (3, False)])
def test_the_winner_of_a_young_ceremony_is_a_spoiler(catalogue: Catalogue, days: int, spoiler: bool) -> None:
    night = datetime.datetime(2025, 5, 26, 12, tzinfo=datetime.UTC) + datetime.timedelta(days=days)
    prizes = Prizes(catalogue, StillClock(night))
    assert prizes.card("ama", prizes.prize_id("ama", "Favorite K-Pop Artist"), "2025").spoiler is spoiler
