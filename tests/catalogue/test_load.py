"""A broken file is answered with its line, what is wrong there, and what to do."""

import os
import re
from pathlib import Path

import pytest

from bot.catalogue import load_catalogue
from bot.catalogue.dates import DateStatus
from bot.errors import CatalogueError
from tests.catalogue.conftest import Folder

EDITION = "ceremonies/ama/2025.toml"
BTS = "artists/bts.toml"
OTHERS = "artists/others.toml"
SHOW = "ceremonies/ama/ceremony.toml"
MOMENTS = "moments/discharge.toml"
NO_ID = "Ids are small letters, digits and single hyphens, like"
FORMS = "Write 2025-06-10, 2025-06 or 2025."

BROKEN = [
    (EDITION, "complete =", "compleet =", '8: "compleet" is no field here. Did you mean "complete"?'),
    (EDITION, "won = true", "wn = true", '10: "wn" is no field here. Did you mean "won"?'),
    (EDITION, "complete = true", 'complete = "yes"', "8: complete is text in quotes. Write true or false."),
    (EDITION, "2025-05-26", "26.05.2025", f"2: date: '26.05.2025' is no date. {FORMS}"),
    (EDITION, "2025-05-26", "2025-02-30", f"2: date: '2025-02-30' is on no calendar. {FORMS}"),
    (EDITION, "year = 2025", "year = 1825", "1: year is 1825. Write a number of at least 1900."),
    (EDITION, "year = 2025\n", "", '1: "year" is missing. Add it to this record.'),
    (EDITION, 'place = "Las Vegas"', "place = 5", "3: place is a number without quotes. Write text in quotes."),
    (EDITION, "year = 2025", 'year = 2025\nid = "x"', "2: id comes from the file's path. Delete this line."),
    (EDITION, '"rm"]', '"Rosé"]', f'10: artists: "Rosé" is no id. {NO_ID} "rose".'),
    (
        EDITION,
        '"https://example.org/a"',
        '"see the page"',
        '17: sources: "see the page" is no address. Write one that begins with https://, or owner/repository.',
    ),
    (
        EDITION,
        '"confirmed"',
        '"sure"',
        '15: confidence "sure" is none of confirmed, single-source, disputed, unverified.',
    ),
    (
        EDITION,
        "nominees = [",
        "nominees = {",
        "10: is no TOML: Invalid initial character for a key part. Compare with a neighbouring file.",
    ),
    (
        EDITION,
        "complete = true",
        'name = "again"',
        "8: is no TOML: Cannot overwrite a value. Compare with a neighbouring file.",
    ),
    (BTS, 'kind = "group"', 'kind = "grup"', '4: kind "grup" is none of group, person, act. Did you mean "group"?'),
    (BTS, 'id = "rm"', 'id = "RM"', f'11: id: "RM" is no id. {NO_ID} "rm".'),
    (BTS, "hangul", "hangeul", '6: "hangeul" is no field here. Did you mean "hangul"?'),
    (BTS, 'name = "RM"', 'name = ""', "12: name needs at least 1 letter."),
    (BTS, "1994-09-12", "1994-13-12", f"14: birthday: '1994-13-12' is on no calendar. {FORMS}"),
    (BTS, '"Bangtan"]', '"Bangtan"', "8: is no TOML: Unclosed array. Compare with a neighbouring file."),
    (OTHERS, 'id = "rose", ', "", '4: "id" is missing. Add it to this record.'),
    (
        OTHERS,
        '"ROSÉ", kind = "person"',
        '"ROSÉ", kind = 1',
        "4: kind is a number without quotes. Write text in quotes.",
    ),
    ("artists/ambiguous.toml", '"jimin-aoa", ', "", "2: artists needs at least 2 entries."),
    (SHOW, "fan-vote", "fans", '7: kind "fans" is none of fan-vote, jury, industry-vote, data, mixed.'),
    (SHOW, '\n[[method]]\nkind = "fan-vote"\n', "", '1: "method" is missing. Add it to this record.'),
    (MOMENTS, '["rm"]', '"rm"', "5: artists is text in quotes. Write a list in square brackets."),
    (
        MOMENTS,
        '"2025-06-10"',
        '{ on = "2025-06-10", status = "maybe" }',
        '4: date: status "maybe" is none of confirmed, expected, reported, cancelled.',
    ),
    (
        MOMENTS,
        '"2025-06-10"',
        '{ day = "2025-06-10" }',
        '4: date: A date with a status is written { on = "2025-06", status = "expected" }.',
    ),
    ("catalogue.toml", "2026-10", "soon", f"1: as_of: 'soon' is no date. {FORMS}"),
]


def test_the_small_catalogue_loads(folder: Folder) -> None:
    assert folder.problems() == []


@pytest.mark.parametrize(("name", "old", "new", "wanted"), BROKEN)
def test_a_broken_file_says_where_and_what(folder: Folder, name: str, old: str, new: str, wanted: str) -> None:
    folder.change(name, old, new)
    assert folder.problems() == [f"data/{name}:{wanted}"]


def test_a_file_that_is_not_utf8(folder: Folder) -> None:
    (folder.root / BTS).write_bytes("name = 방탄".encode("euc-kr"))
    assert folder.problems() == ["data/artists/bts.toml:1: is not UTF-8. Save it as UTF-8 text."]


def test_a_missing_imprint(folder: Folder) -> None:
    (folder.root / "catalogue.toml").unlink()
    assert folder.problems() == ["data/catalogue.toml:1: is missing. It belongs to every catalogue."]


def test_a_folder_that_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=re.escape("holds no artists/ and ceremonies/. Point DATA_DIR at")):
        load_catalogue(tmp_path / "nowhere")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(folder: Folder) -> None:
    (folder.root / BTS).chmod(0)
    assert folder.problems() == ["data/artists/bts.toml:1: cannot be read (Permission denied)."]


def test_every_broken_file_is_named_at_once(folder: Folder) -> None:
    folder.change(BTS, 'kind = "group"', 'kind = "grup"')
    folder.change(MOMENTS, '["rm"]', '"rm"')
    with pytest.raises(CatalogueError) as caught:
        folder.load()
    assert [line.split(":")[0] for line in caught.value.problems] == [f"data/{BTS}", f"data/{MOMENTS}"]
    assert str(caught.value).endswith("(and 1 more: run `laurel catalogue check`)")


def test_dates_are_read_as_text_as_tomls_own_and_with_a_status(folder: Folder) -> None:
    folder.change(BTS, '"1994-09-12"', "1994-09-12")
    folder.change(MOMENTS, '"2025-06-10"', '{ on = "2027-06", status = "expected" }')
    folder.change(EDITION, 'date = "2025-05-26"', 'date = { on = "2025-05-26", status = "expected" }')
    catalogue = folder.load()
    span = catalogue.editions["ama", "2025"].date
    assert span is not None and span.first.status is DateStatus.EXPECTED
    assert str(catalogue.artists["rm"].birthday) == "1994-09-12"
    assert catalogue.moments[0].date.status is DateStatus.EXPECTED
