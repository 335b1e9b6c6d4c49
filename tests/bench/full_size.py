"""A data folder of the size Laurel promises to stay quick at: the real one, grown to 1,500 artists and 3,000 results.

What is added is invented and marked so. It must not touch the real folder.
"""

from __future__ import annotations

import itertools
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bot.catalogue.names import fold

ARTISTS, RESULTS = 1_500, 3_000
SOURCE = "https://example.org/invented-for-a-measurement"
SHOW = "stand-in-awards"
FIRST_YEAR = 1990
PRIZES_A_YEAR = 40
NOMINEES = 5
# Romanised and written syllables, combined into names as real ones are.
SYLLABLES = (
    ("ga", "가"), ("neul", "늘"), ("da", "다"), ("ra", "라"), ("mi", "미"), ("bora", "보라"), ("seo", "서"),
    ("ah", "아"), ("jin", "진"), ("chae", "채"), ("koo", "쿠"), ("tae", "태"), ("pyo", "표"), ("ha", "하"),
    ("yeon", "연"), ("won", "원"), ("soo", "수"), ("bin", "빈"), ("ho", "호"), ("eun", "은"), ("rin", "린"),
)  # fmt: skip


class FullSize(NamedTuple):
    """The grown folder: how much is in it, and who has results there, the most often nominated first."""

    folder: Path
    artists: int
    results: int
    honoured: list[str]


class Counted(NamedTuple):
    ids: list[str]
    names: set[str]
    results: int
    nominations: dict[str, int]


def grow(real: Path, folder: Path) -> FullSize:
    """Copy `real` to `folder` and add what is missing to the promised size; a larger catalogue stays as it is."""
    shutil.copytree(real, folder, dirs_exist_ok=True)
    counted = count(folder)
    added = _add_artists(folder, counted, max(0, ARTISTS - len(counted.ids)))
    ids = counted.ids + added
    missing = max(0, RESULTS - counted.results)
    _add_results(folder, added or ids, missing)
    nominations = count(folder).nominations
    honoured = sorted(nominations, key=lambda artist: (-nominations[artist], artist))
    return FullSize(folder, len(ids), counted.results + missing, honoured)


def count(folder: Path) -> Counted:
    """What a data folder holds."""
    counted = Counted([], set(), 0, {})
    results = 0
    for path in sorted(folder.glob("artists/*.toml")):
        for artist in tomllib.loads(path.read_text("utf-8")).get("artist", []):
            counted.ids.append(artist["id"])
            spellings = (artist["id"], artist["name"], artist.get("hangul", ""), *artist.get("aliases", []))
            counted.names.update(fold(spelling) for spelling in spellings)
    for path in folder.glob("ceremonies/*/*.toml"):
        for category in tomllib.loads(path.read_text("utf-8")).get("category", []):
            results += 1
            for nominee in category.get("nominees", []):
                for artist in nominee.get("artists", []):
                    counted.nominations[artist] = counted.nominations.get(artist, 0) + 1
    return counted._replace(results=results)


def invented_names(taken: set[str]) -> Iterator[tuple[str, str]]:
    """(romanised, Hangul) names that nobody has yet."""
    for length in (2, 3):
        for parts in itertools.permutations(SYLLABLES, length):
            romanised = "".join(latin for latin, _ in parts).title()
            hangul = "".join(written for _, written in parts)
            if not {fold(romanised), fold(hangul)} & taken:
                taken.update((fold(romanised), fold(hangul)))
                yield romanised, hangul


def _add_artists(folder: Path, counted: Counted, missing: int) -> list[str]:
    blocks, ids = [], []
    for name, hangul in itertools.islice(invented_names(counted.names), missing):
        ids.append(f"stand-in-{name.lower()}")
        blocks.append(
            f'[[artist]]\nid = "{ids[-1]}"\nname = "{name}"\nhangul = "{hangul}"\nkind = "group"\nscene = "kpop"\n'
            f'aliases = ["{name} of the stand-in", "{name}x"]\nconfidence = "single-source"\nsources = ["{SOURCE}"]\n'
        )
    if blocks:
        (folder / "artists" / "stand-in.toml").write_text("\n".join(blocks), "utf-8")
    return ids


def _add_results(folder: Path, artists: list[str], missing: int) -> None:
    if not missing:
        return
    show = folder / "ceremonies" / SHOW
    show.mkdir()
    papers = f'confidence = "single-source"\nsources = ["{SOURCE}"]\n'
    (show / "ceremony.toml").write_text(
        f'id = "{SHOW}"\nname = "Stand-in Awards"\nshort = "SIA"\n{papers}\n[[method]]\nkind = "jury"\n{papers}',
        "utf-8",
    )
    turn = itertools.cycle(artists)
    for year, first in enumerate(range(0, missing, PRIZES_A_YEAR), FIRST_YEAR):
        blocks = [f"year = {year}\n{papers}"]
        for prize in range(first, min(first + PRIZES_A_YEAR, missing)):
            rows = "".join(
                f'  {{ artists = ["{artist}"], work = "Song {prize}", won = {str(place == 0).lower()} }},\n'
                for place, artist in enumerate(itertools.islice(turn, NOMINEES))
            )
            blocks.append(
                f'[[category]]\nid = "prize-{prize}"\nname = "Invented Prize {prize}"\n{papers}nominees = [\n{rows}]\n'
            )
        (show / f"{year}.toml").write_text("\n".join(blocks), "utf-8")
