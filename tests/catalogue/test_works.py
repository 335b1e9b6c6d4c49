"""A work belongs to its artist: one title of two artists is a mistake, until data/titles.toml says that it is none."""

import json
import shutil
from pathlib import Path

import pytest

from bot.catalogue import load_catalogue
from bot.catalogue.importing import import_facts
from bot.errors import CatalogueError
from bot.settings import packaged_data
from tests.catalogue.conftest import Folder

BTS = "artists/bts.toml"
OTHERS = "artists/others.toml"
NEXT = "ceremonies/ama/2027.toml"
TITLES = "titles.toml"


def give(folder: Folder, nominees: str, year: int = 2027) -> None:
    """One more edition with a category of these rows; rose has "APT." in 2025."""
    head = f'year = {year}\n\n[[category]]\nid = "song"\nname = "Song"\nnominees = [\n'
    rows = "".join(f"    {row},\n" for row in nominees.split(" | "))
    folder.write(f"ceremonies/ama/{year}.toml", f"{head}{rows}]\n")


def declare(folder: Folder, *rows: str) -> None:
    folder.write(TITLES, "title = [\n" + "".join(f"    {{ {row} }},\n" for row in rows) + "]\n")


@pytest.mark.parametrize("spelling", ["APT.", "Apt", "ＡＰＴ"])
def test_one_work_of_two_artists_says_where_and_what(folder: Folder, spelling: str) -> None:
    give(folder, f'{{ artists = ["bts"] }} | {{ artists = ["rm"], work = "{spelling}" }}')
    assert folder.problems() == [
        f'data/ceremonies/ama/2027.toml:8: "{spelling}" is a work of "rm" here and of "rose" in 2025 '
        "(data/ceremonies/ama/2025.toml:13). Correct one, or, if two works are really called so or one artist wrote "
        f'the other\'s, add "{spelling}" to data/titles.toml.'
    ]


def test_the_later_of_the_two_is_told_and_each_pair_once(folder: Folder) -> None:
    give(folder, '{ artists = ["rm"], work = "APT." }', year=2024)
    give(folder, '{ artists = ["rm"], work = "APT." } | { artists = ["rm", "bts"], work = "APT." }', year=2023)
    (problem,) = folder.problems()
    assert problem.startswith('data/ceremonies/ama/2025.toml:13: "APT." is a work of "rose" here and of "rm" in 2024 (')


@pytest.mark.parametrize(
    "nominees",
    [
        '{ artists = ["rose", "rm"], work = "APT." }',
        '{ artists = ["jimin-bts"], work = "APT." } | { artists = ["rose", "bts"], work = "APT." }',
        '{ credit = "Various artists", work = "APT." }',
        '{ artists = ["rm"], work = "APT. 2" }',
        '{ artists = ["rm"] }',
    ],
    ids=["overlap", "joined by a third", "nobody", "another title", "no title"],
)
def test_no_two_artists_of_one_work(folder: Folder, nominees: str) -> None:
    give(folder, nominees)
    assert folder.problems() == []


def test_years_later_it_is_another_work(folder: Folder) -> None:
    give(folder, '{ artists = ["rm"], work = "APT." }', year=2028)
    assert folder.problems() == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (BTS, '"jimin-bts"]', '"jimin-bts", "rose"]'),
        (BTS, 'members = ["rm", "jimin-bts"]', 'members = ["rm", "jimin-bts"]\nformer_members = ["rose"]'),
        (OTHERS, 'kind = "person" },\n]', 'kind = "group", parent = "bts" },\n]'),
    ],
    ids=["member", "former member", "unit"],
)
def test_a_group_and_its_own_are_no_two_artists(folder: Folder, name: str, old: str, new: str) -> None:
    give(folder, '{ artists = ["bts"], work = "APT." }')
    assert len(folder.problems()) == 1
    folder.change(name, old, new)
    assert folder.problems() == []


def test_declared_namesakes_pass_and_a_third_does_not(folder: Folder) -> None:
    give(folder, '{ artists = ["rm", "bts"], work = "APT." }')
    declare(folder, 'name = "Apt", artists = ["bts", "rose"]')
    assert folder.problems() == []
    declare(folder, 'name = "APT.", artists = ["rose"]')
    assert len(folder.problems()) == 1
    declare(folder, 'name = "APT.", artists = ["bts", "rose"]')
    give(folder, '{ artists = ["jimin-aoa"], work = "APT." }', year=2026)
    assert len(folder.problems()) == 2


def test_who_wrote_a_work_may_be_named_for_it(folder: Folder) -> None:
    give(folder, '{ artists = ["jimin-aoa"], work = "APT.", won = true }')
    declare(folder, 'name = "APT.", artists = ["rose"], credited = ["jimin-aoa"]')
    assert folder.problems() == []


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ('name = "APT.", artists = ["rose", "rmm"]', '"rmm" is no artist. Did you mean "rm" (RM)?'),
        ('name = "APT.", artists = ["rose"], credited = ["rmm"]', '"rmm" is no artist. Did you mean "rm" (RM)?'),
        ('name = "APT.", artists = ["bts"]', 'no edition names a work "APT." of "bts". Drop "bts" here.'),
        (
            'name = "On", artists = ["jimin-aoa"]',
            'nobody else has a "On" at the time of that of "jimin-aoa". Drop "jimin-aoa" here.',
        ),
        ('name = "apt", artists = ["rm", "rose"]', 'the title "apt" is declared twice. Merge the two.'),
    ],
)
def test_a_declaration_that_nothing_needs_is_refused(folder: Folder, row: str, wanted: str) -> None:
    give(folder, '{ artists = ["rm"], work = "APT." } | { artists = ["jimin-aoa"], work = "On" }')
    declare(folder, 'name = "APT.", artists = ["rm", "rose"]', row)
    assert f"data/titles.toml:3: {wanted}" in folder.problems()


def test_a_declaration_goes_with_what_needed_it(folder: Folder) -> None:
    give(folder, '{ artists = ["rm"], work = "APT." }')
    declare(folder, 'name = "APT.", artists = ["rm", "rose"]')
    assert folder.problems() == []
    (folder.root / NEXT).unlink()
    assert folder.problems() == [
        'data/titles.toml:2: no edition names a work "APT." of "rm". Drop "rm" here.',
        'data/titles.toml:2: nobody else has a "APT." at the time of that of "rose". Drop "rose" here.',
    ]


def test_the_real_data_need_each_of_their_declarations(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(packaged_data(), data)
    load_catalogue(data)
    (data / TITLES).unlink()
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(data)
    assert all(line.endswith("to data/titles.toml.") for line in caught.value.problems)
    for title in ("Boy With Luv", "Wine", "Señorita", "ROCKSTAR"):
        assert any(f'"{title}" is a work of' in line for line in caught.value.problems)


def test_an_import_declares_what_it_brings_and_says_so(folder: Folder, tmp_path: Path) -> None:
    give(folder, '{ artists = ["jimin-aoa"], work = "APT." }')
    declare(folder, 'name = "APT.", artists = ["rose"], credited = ["jimin-aoa"]')
    row = {
        "ceremony": "American Music Awards",
        "edition": "2026",
        "date": "2026-05-25",
        "place": "Las Vegas",
        "category": "Best Song",
        "winners": [{"artist": "RM", "work": "APT."}],
        "nominees": [{"artist": "BTS", "work": "ON"}, {"artist": "ROSÉ", "work": "On"}],
        "sources": ["https://example.org/a"],
        "confidence": "single-source",
    }
    facts = tmp_path / "facts" / "awards.jsonl"
    facts.parent.mkdir()
    facts.write_text(json.dumps(row) + "\n", encoding="utf-8")
    report = import_facts(facts, folder.root)
    said = [line for line in report.lines() if "titles.toml" in line]
    assert len(said) == 2 and any(line.startswith('note: 1 x "ON" is of bts and of rose: declared') for line in said)
    assert folder.read(TITLES) == (
        'title = [\n    { name = "APT.", artists = ["rose", "rm"], credited = ["jimin-aoa"] },\n'
        '    { name = "ON", artists = ["bts", "rose"] },\n]\n'
    )
    assert folder.problems() == []
    assert import_facts(facts, folder.root).written == []
