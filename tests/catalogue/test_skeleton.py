"""A new edition's file: last time's categories, and nothing overwritten."""

import pytest

from bot.catalogue.skeleton import new_edition
from bot.errors import EditionError
from tests.catalogue.conftest import Folder


def test_last_years_categories_come_along(folder: Folder) -> None:
    path, last = new_edition(folder.load(), folder.root, "AMA", 2027)
    assert path == folder.root / "ceremonies/ama/2027.toml" and last is not None and last.id == "2025"
    edition = folder.load().editions["ama", "2027"]
    assert [category.id for category in edition.category] == ["favorite-k-pop-artist"]
    assert edition.status == "announced" and not edition.category[0].nominees
    assert path.read_text(encoding="utf-8").startswith("#:schema ../../schema/edition.json\n")


def test_an_earlier_year_takes_nothing_from_a_later_one(folder: Folder) -> None:
    _, last = new_edition(folder.load(), folder.root, "ama", 2019)
    assert last is None and folder.problems() == []


@pytest.mark.parametrize(
    "show, year, says",
    [
        ("ama", 2025, r"AMA 2025 is already there \(data/ceremonies/ama/2025\.toml\)\. Edit that file\."),
        ("amma", 2027, 'No ceremony is called "amma". There are: ama.'),
        ("ama", 20027, "20027 is no year of an edition"),
    ],
)
def test_what_cannot_be_begun(folder: Folder, show: str, year: int, says: str) -> None:
    before = folder.snapshot()
    with pytest.raises(EditionError, match=says):
        new_edition(folder.load(), folder.root, show, year)
    assert folder.snapshot() == before


def test_an_edition_of_that_year_under_another_id_counts_too(folder: Folder) -> None:
    (folder.root / "ceremonies/ama/2025.toml").rename(folder.root / "ceremonies/ama/53rd.toml")
    with pytest.raises(EditionError, match=r"data/ceremonies/ama/53rd\.toml"):
        new_edition(folder.load(), folder.root, "ama", 2025)
