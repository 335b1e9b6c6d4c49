"""A small catalogue of four artists and one show, for tests that break it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.catalogue import Catalogue, load_catalogue
from bot.errors import CatalogueError

FILES = {
    "catalogue.toml": 'as_of = "2026-10"\n',
    "artists/bts.toml": """\
[[artist]]
id = "bts"
name = "BTS"
kind = "group"
scene = "kpop"
hangul = "방탄소년단"
aliases = ["Bangtan"]
members = ["rm", "jimin-bts"]

[[artist]]
id = "rm"
name = "RM"
kind = "person"
birthday = "1994-09-12"
confidence = "single-source"
sources = ["https://example.org/rm"]

[[artist]]
id = "jimin-bts"
name = "Jimin"
kind = "person"
""",
    "artists/others.toml": """\
artist = [
    # AOA's
    { id = "jimin-aoa", name = "Jimin", kind = "person" },
    { id = "rose", name = "ROSÉ", kind = "person" },
]
""",
    "artists/ambiguous.toml": """\
name = [
    { name = "Jimin", artists = ["jimin-aoa", "jimin-bts"] },
]
""",
    "ceremonies/ama/ceremony.toml": """\
id = "ama"
name = "American Music Awards"
short = "AMA"
zone = "America/Los_Angeles"

[[method]]
kind = "fan-vote"
""",
    "ceremonies/ama/2025.toml": """\
year = 2025
date = "2025-05-26"
place = "Las Vegas"

[[category]]
id = "favorite-k-pop-artist"
name = "Favorite K-Pop Artist"
complete = true
nominees = [
    { artists = ["rm"], won = true },
    # the rest
    { artists = ["jimin-bts"] },
    { artists = ["rose"], work = "APT." },
]
confidence = "confirmed"
sources = [
    "https://example.org/a",
    "https://example.com/b",
]
""",
    "moments/discharge.toml": """\
[[moment]]
title = "RM finishes military service"
kind = "discharge"
date = "2025-06-10"
artists = ["rm"]
yearly = true
""",
}


class Folder:
    """The files of a catalogue in a temporary folder called data."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert old in text, f"{name} has no {old!r}"
        self.write(name, text.replace(old, new, 1))

    def load(self) -> Catalogue:
        return load_catalogue(self.root)

    def problems(self) -> list[str]:
        """What load_catalogue says about it; empty when all is well."""
        try:
            self.load()
        except CatalogueError as error:
            return error.problems
        return []

    def snapshot(self) -> dict[str, str]:
        return {str(path.relative_to(self.root)): path.read_text() for path in sorted(self.root.rglob("*.toml"))}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "data")


@pytest.fixture
def empty_folder(tmp_path: Path) -> Callable[[], Folder]:
    """A folder with nothing but its imprint, as an import begins."""

    def make() -> Folder:
        made = Folder(tmp_path / "fresh" / "data")
        for name in FILES:
            if name != "catalogue.toml":
                (made.root / name).unlink()
        return made

    return make
