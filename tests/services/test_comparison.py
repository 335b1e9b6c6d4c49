"""Two artists side by side."""

from bot.catalogue import Catalogue
from bot.services.comparison import compare


def test_the_order_is_that_of_the_names(catalogue: Catalogue) -> None:
    assert compare(catalogue, "exo", "bts") == compare(catalogue, "bts", "exo")
    assert [artist.id for artist in compare(catalogue, "exo", "bts").artists] == ["bts", "exo"]


def test_counts_add_up(catalogue: Catalogue) -> None:
    found = compare(catalogue, "bts", "exo")
    for side in (0, 1):
        assert sum(count.wins[side] for _, count in found.shows) == found.tallies[side].wins
        assert sum(count.nominations[side] for _, count in found.classes) == found.tallies[side].nominations


def test_they_met_at_the_2019_amas(catalogue: Catalogue) -> None:
    found = compare(catalogue, "exo", "bts", "ama")
    assert [(m.edition.year, m.category.name, m.won) for m in found.meetings] == [
        (2020, "Favorite Social Artist", (True, False)),
        (2019, "Favorite Social Artist", (True, False)),
    ]
    assert {ceremony.id for ceremony, _ in found.shows} == {"ama"}


def test_a_shared_nomination_is_no_meeting(catalogue: Catalogue) -> None:
    assert not [m for m in compare(catalogue, "rose", "bruno-mars", "ama").meetings if m.edition.year == 2025]
