"""The schemas are those of the model, every data file fits its own, and what they forbid the loader forbids too."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli

from bot.catalogue.schemas import FILES, mark, schema_of, schemas, unmarked, write_schemas
from bot.settings import packaged_data
from tests.catalogue.conftest import Folder

DATA = packaged_data()


@cache
def validator(name: str) -> Any:
    schema = json.loads(schemas()[f"{name}.json"])
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def test_the_committed_schemas_are_up_to_date() -> None:
    for name, text in schemas().items():
        path = DATA / "schema" / name
        assert path.exists() and path.read_text(encoding="utf-8") == text, "run `laurel catalogue schemas`"
    assert {path.name for path in (DATA / "schema").iterdir()} == set(schemas())


def test_every_data_file_fits_its_schema() -> None:
    seen = set()
    for path in sorted(DATA.rglob("*.toml")):
        name = schema_of(path.relative_to(DATA))
        if name is None:
            continue
        seen.add(name)
        raw = tomli.loads(path.read_text(encoding="utf-8"))
        errors = [error.message[:200] for error in validator(name).iter_errors(raw)]
        assert not errors, f"{path}: {errors[:3]}"
    assert seen == set(FILES)


@pytest.mark.parametrize(
    "name, text",
    [
        ("edition", "year = 2027\ncolour = 1"),
        ("edition", 'year = "2027"'),
        ("edition", 'year = 2027\ndate = "tomorrow"'),
        ("edition", 'year = 2027\nceremony = "ama"'),
        ("edition", 'year = 2027\n[[category]]\nid = "Not A Slug"\nname = "A"'),
        ("artists", '[[artist]]\nid = "a"\nname = "A"\nkind = "band"'),
        ("artists", '[[artist]]\nid = "a"\nname = "A"\nkind = "group"\ndebut = { on = "2025", status = "maybe" }'),
        ("records", '[[record]]\nid = "a"\ntopic = "best"\nclaim = "A"'),
    ],
)
def test_what_editors_mark_red(name: str, text: str) -> None:
    assert list(validator(name).iter_errors(tomli.loads(text)))


@pytest.mark.parametrize(
    "date", ['"2025"', '"2025-06"', '"2025-06-10/2025-06-12"', '{ on = "2025-06", status = "expected" }']
)
def test_dates_in_every_form(date: str) -> None:
    assert not list(validator("edition").iter_errors(tomli.loads(f"year = 2025\ndate = {date}")))


def test_files_are_marked_once_and_otherwise_left_alone(folder: Folder) -> None:
    before = folder.snapshot()
    assert len(mark(folder.root)) == len(before)
    after = folder.snapshot()
    assert {name: text.partition("\n")[2] for name, text in after.items()} == before
    assert after["ceremonies/ama/2025.toml"].startswith("#:schema ../../schema/edition.json\n")
    assert after["catalogue.toml"].startswith("#:schema schema/catalogue.json\n")
    assert after["artists/ambiguous.toml"].startswith("#:schema ../schema/ambiguous.json\n")
    assert mark(folder.root) == [] and list(unmarked(folder.root)) == []
    assert folder.problems() == []
    folder.change("catalogue.toml", "schema/catalogue.json", "elsewhere.json")
    assert [path.name for path in mark(folder.root)] == ["catalogue.toml"]
    assert folder.snapshot() == after


def test_marks_lead_to_schemas_that_are_there(folder: Folder) -> None:
    write_schemas(folder.root)
    for path, line in unmarked(folder.root):
        assert (path.parent / line.removeprefix("#:schema ")).resolve().exists()


def test_writing_again_changes_nothing(tmp_path: Path) -> None:
    assert len(write_schemas(tmp_path)) == len(FILES)
    assert write_schemas(tmp_path) == []
