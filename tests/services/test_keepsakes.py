"""Prizes of years ago: nothing lost, gathered by act and edition, and the first few a fair share."""

import datetime
from collections import Counter

import pytest

from bot.catalogue import Catalogue, Result
from bot.services.daybook import Daybook
from bot.services.keepsakes import in_turns
from tests.conftest import StillClock

BUSIEST = datetime.date(2026, 12, 2)  # 145 prizes
Wins = list[tuple[int, Result]]


@pytest.fixture(scope="module")
def wins(catalogue: Catalogue) -> Wins:
    entries = Daybook(catalogue, StillClock()).days[12, 2]
    return [(2026 - one.date.year, one.result) for one in entries if one.result is not None and one.date.year < 2026]


def test_every_prize_is_in_one_keepsake(catalogue: Catalogue, wins: Wins) -> None:
    found = in_turns(catalogue, BUSIEST, wins)
    assert len(wins) > 100 and len(found) > 20
    assert sorted(id(result) for one in found for result in one.results) == sorted(id(result) for _, result in wins)
    for one in found:
        assert one.results and len({(r.edition.ceremony, r.edition.id) for r in one.results}) == 1
        assert all(one.artist in result.nominee.artists for result in one.results)
        grand = [result.category.grand_prize for result in one.results]
        assert grand == sorted(grand, reverse=True)


def test_nobody_has_two_before_everybody_has_one(catalogue: Catalogue, wins: Wins) -> None:
    found = in_turns(catalogue, BUSIEST, wins)
    acts = {one.artist for one in found}
    assert {one.artist for one in found[: len(acts)]} == acts
    for act in acts:
        years = [one.years for one in found if one.artist == act]
        assert years == sorted(years), "an act's own: the latest first"


def test_the_order_is_drawn_anew_each_day_and_is_the_same_for_all(catalogue: Catalogue, wins: Wins) -> None:
    assert in_turns(catalogue, BUSIEST, wins) == in_turns(catalogue, BUSIEST, reversed(wins))
    led = Counter(in_turns(catalogue, BUSIEST.replace(year=year), wins)[0].artist for year in range(2026, 2066))
    assert len(led) > 10 and led.most_common(1)[0][1] <= 8, "over the years many come first, nobody always"


def test_none_are_none(catalogue: Catalogue) -> None:
    assert in_turns(catalogue, BUSIEST, []) == []
