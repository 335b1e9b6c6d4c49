"""The kept catalogue: the same as the one that was read, and never a stale one."""

import shutil
from pathlib import Path

import pytest

from bot.catalogue import Catalogue, load_catalogue
from bot.errors import CatalogueError
from bot.settings import packaged_data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(packaged_data(), tmp_path / "data")
    return tmp_path / "data"


def same(one: Catalogue, other: Catalogue) -> bool:
    parts = ("artists", "shared_names", "ceremonies", "prizes_of", "editions", "moments", "records", "as_of")
    return all(getattr(one, part) == getattr(other, part) for part in parts)


def test_it_comes_back_as_it_was(data: Path, tmp_path: Path, catalogue: Catalogue) -> None:
    kept = tmp_path / "catalogue.cache"
    assert same(load_catalogue(data, kept), catalogue)
    assert kept.is_file()
    again = load_catalogue(data, kept)
    assert same(again, catalogue)
    assert list(again.results_of) == list(catalogue.results_of)


def test_a_changed_fact_is_read_anew(data: Path, tmp_path: Path) -> None:
    kept = tmp_path / "catalogue.cache"
    load_catalogue(data, kept)
    file = data / "artists" / "bts.toml"
    file.write_text(file.read_text("utf-8").replace('fandom = "ARMY"', 'fandom = "A.R.M.Y"'), encoding="utf-8")
    assert load_catalogue(data, kept).artists["bts"].fandom == "A.R.M.Y"
    file.write_text("[[artist]\n", encoding="utf-8")
    with pytest.raises(CatalogueError):
        load_catalogue(data, kept)


@pytest.mark.parametrize("content", [b"", b"no msgpack", b"\x93\x01"])
def test_a_damaged_file_costs_only_time(data: Path, tmp_path: Path, content: bytes, catalogue: Catalogue) -> None:
    kept = tmp_path / "catalogue.cache"
    kept.write_bytes(content)
    assert same(load_catalogue(data, kept), catalogue)


def test_a_place_that_cannot_be_written(data: Path, catalogue: Catalogue) -> None:
    assert same(load_catalogue(data, Path("/proc/catalogue.cache")), catalogue)
