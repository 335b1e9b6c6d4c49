"""The importer: from a facts file into data/, and again, and over hand edits."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.importing import FactsError, ImportReport, import_facts
from tests.catalogue.conftest import Folder
from tests.catalogue.test_credits import group, person

Row = dict[str, Any]
AMA = "American Music Awards"
EDITION = "ceremonies/ama/2025.toml"


def award(category: str, winners: list[str], rivals: list[str], **more: object) -> Row:
    everyone = [{"artist": name, "work": None} for name in (*winners, *rivals)]
    return {
        "ceremony": AMA,
        "edition": "2025",
        "date": "2025-05-26",
        "place": "Las Vegas",
        "category": category,
        "winners": everyone[: len(winners)],
        "nominees": everyone,
        "complete": True,
        "sources": ["https://example.org/1", "https://example.com/2"],
        "confidence": "confirmed",
        "kpop_acts": [],
        "winner_basis": "sourced",
        "nominees_basis": "sourced",
    } | more


SHOW = {
    "ceremony": AMA,
    "short": "AMA",
    "country": "USA",
    "first_year": 1974,
    "organiser": "Somebody",
    "decided_by": "fan vote",
    "decided_by_note": "Votes choose.",
    "sources": ["https://example.org/show"],
    "former_names": ["Old Awards / Older Awards (1974-1980)"],
}
AWARDS = [
    award("Favorite K-Pop Artist", ["RM"], ["Jimin", "ROSÉ", "ATEEZ"], kpop_acts=["ATEEZ"]),
    award("Collaboration of the Year", ["Lady Gaga & Bruno Mars"], ["ROSÉ & Bruno Mars"], complete=False),
    award("Artist of the Year", ["Taylor Swift"], []),
]
ARTISTS = [
    group("BTS", "방탄소년단", "RM", "Jimin", debut="2013-06-13"),
    group("AOA", "에이오에이", "Jimin (AOA)"),
    group("BLACKPINK", "블랙핑크", "Rosé"),
    person("RM", "BTS", "알엠", "Rap Monster", birthday="1994-09-12", birth_name="Kim Nam-joon"),
    person("Jimin", "BTS", "지민"),
    person("Jimin (AOA)", "AOA", "지민"),
    person("Rosé", "BLACKPINK", "로제", "Rose", sources=["https://github.com/a/b (data/idols.json)"]),
]
DATES: list[Row] = [
    {
        "title": "RM finishes military service",
        "kind": "discharge",
        "date": "2025-06-10",
        "status": "confirmed",
        "artists": ["RM"],
        "yearly": True,
        "sources": ["https://example.org/rm"],
        "confidence": "single-source",
        "note": "same day as V",
    },
    {
        "title": "RM due to finish military service",
        "kind": "discharge",
        "date": "2025-06",
        "status": "expected",
        "artists": ["RM"],
        "sources": [],
        "confidence": "memory-only",
    },
    {
        "title": "BTS release the album ARIRANG",
        "kind": "release",
        "date": "2026-03-20",
        "status": "confirmed",
        "artists": ["BTS"],
        "sources": ["https://example.org/arirang"],
        "confidence": "single-source",
    },
    {
        "title": "Jimin due to sing",
        "kind": "concert",
        "date": "2027-02",
        "status": "expected",
        "artists": ["Jimin"],
        "sources": [],
        "confidence": "memory-only",
    },
    {
        "title": "Stranger sings",
        "kind": "concert",
        "date": "2027",
        "status": "expected",
        "artists": ["Stranger"],
        "sources": [],
        "confidence": "memory-only",
    },
]


def write(path: Path, rows: Iterable[object]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A folder with the four kinds of facts."""
    folder = tmp_path / "facts"
    write(folder / "ceremonies.jsonl", [SHOW])
    write(folder / "awards.jsonl", AWARDS)
    write(folder / "artists.jsonl", ARTISTS)
    write(folder / "dates.jsonl", DATES)
    return folder


@pytest.fixture
def imported(facts: Path, empty_folder: Callable[[], Folder]) -> Folder:
    """What came of importing ceremonies and awards."""
    folder = empty_folder()
    import_facts(facts / "ceremonies.jsonl", folder.root)
    import_facts(facts / "awards.jsonl", folder.root)
    return folder


def test_what_is_imported_can_be_loaded(facts: Path, empty_folder: Callable[[], Folder]) -> None:
    folder = empty_folder()
    calls: list[tuple[int, int]] = []
    import_facts(facts / "ceremonies.jsonl", folder.root)
    report = import_facts(facts / "awards.jsonl", folder.root, progress=lambda done, total: calls.append((done, total)))
    catalogue = folder.load()
    assert (report.rows, report.added, report.kind) == (3, 3, "awards")
    assert calls[-1] == (3, 3)
    assert set(catalogue.artists) >= {"rm", "bts", "jimin-bts", "rose", "blackpink", "ateez", "bruno-mars"}
    assert "aoa" not in catalogue.artists
    assert catalogue.artists["rm"].birth_name == "Kim Nam-joon"
    assert catalogue.is_kpop("ateez")
    assert not catalogue.is_kpop("bruno-mars")
    result = catalogue.results_of["rm"][0]
    assert result.nominee.won
    assert result.category.sources == ("https://example.org/1", "https://example.com/2")
    together = catalogue.history_of["ama", "collaboration-of-the-year"][0][1].nominees[1]
    assert (together.artists, together.credit) == (("rose", "bruno-mars"), "ROSÉ & Bruno Mars")
    assert catalogue.history_of["ama", "artist-of-the-year"][0][1].grand_prize
    former = catalogue.ceremonies["ama"].former_names
    assert [(name.name, name.since, name.until) for name in former] == [
        ("Old Awards", 1974, 1980),
        ("Older Awards", 1974, 1980),
    ]


def test_a_source_in_a_repository_becomes_an_address(imported: Folder) -> None:
    assert imported.load().artists["rose"].sources == ("https://github.com/a/b/blob/HEAD/data/idols.json",)


@pytest.mark.parametrize("name", ["ceremonies", "awards", "artists", "dates"])
def test_importing_again_changes_not_a_byte(facts: Path, imported: Folder, name: str) -> None:
    import_facts(facts / f"{name}.jsonl", imported.root)
    before = imported.snapshot()
    report = import_facts(facts / f"{name}.jsonl", imported.root)
    assert imported.snapshot() == before
    assert (report.added, report.merged, report.written, report.conflicts) == (0, 0, [], [])
    assert report.unchanged > 0


def test_a_dry_run_writes_nothing_and_says_what_it_would(facts: Path, empty_folder: Callable[[], Folder]) -> None:
    folder = empty_folder()
    report = import_facts(facts / "ceremonies.jsonl", folder.root, dry_run=True)
    assert report.written == [Path("data/ceremonies/ama/ceremony.toml")]
    assert list(folder.snapshot()) == ["catalogue.toml"]


def test_hand_edits_and_comments_survive_and_conflicts_are_told(facts: Path, imported: Folder) -> None:
    imported.change(EDITION, 'place = "Las Vegas"', 'place = "Fontainebleau"  # the hall')
    imported.change(
        EDITION, '    { artists = ["rm"], won = true },', '    # by a mile\n    { artists = ["rm"], won = true },'
    )
    imported.change("artists/bts.toml", 'birthday = "1994-09-12"', 'birthday = "1994-09-13"  # as he says')
    before = imported.snapshot()
    awards = import_facts(facts / "awards.jsonl", imported.root)
    artists = import_facts(facts / "artists.jsonl", imported.root, named_only=True)
    assert imported.snapshot() == before
    assert awards.conflicts == [
        'data/ceremonies/ama/2025.toml: place is "Fontainebleau" here, "Las Vegas" in the facts; kept "Fontainebleau"'
    ]
    assert artists.conflicts == [
        'data/artists/bts.toml: rm: birthday is "1994-09-13" here, "1994-09-12" in the facts; kept "1994-09-13"'
    ]


def test_another_winner_is_a_conflict_and_no_second_winner(facts: Path, imported: Folder) -> None:
    imported.change(EDITION, '{ artists = ["rm"], won = true }', '{ artists = ["rm"] }')
    imported.change(EDITION, '{ artists = ["jimin-bts"] }', '{ artists = ["jimin-bts"], won = true }')
    before = imported.snapshot()
    report = import_facts(facts / "awards.jsonl", imported.root)
    assert imported.snapshot() == before
    assert report.conflicts == [
        "data/ceremonies/ama/2025.toml: Favorite K-Pop Artist: winner is "
        '"jimin-bts" here, "rm" in the facts; kept "jimin-bts"'
    ]


def test_what_is_missing_is_added_and_the_rest_left_alone(facts: Path, imported: Folder) -> None:
    wanted = imported.snapshot()
    text = imported.read(EDITION)
    for line in ('    { artists = ["ateez"] },\n', '    "https://example.com/2",\n', "complete = true\n"):
        assert line in text
        text = text.replace(line, "", 1)
    imported.write(EDITION, f"# kept by hand\n{text}")
    report = import_facts(facts / "awards.jsonl", imported.root)
    assert report.merged >= 1
    assert imported.read(EDITION).startswith("# kept by hand\n")
    assert imported.read(EDITION).removeprefix("# kept by hand\n") == wanted[EDITION]


def test_a_list_on_one_line_is_written_out_when_it_grows(facts: Path, imported: Folder) -> None:
    text = imported.read(EDITION)
    rows = text[text.index("nominees = [") : text.index("]\n", text.index('["ateez"]') + 12) + 1]
    imported.change(EDITION, rows, 'nominees = [{ artists = ["rm"], won = true }]  # so far')
    import_facts(facts / "awards.jsonl", imported.root)
    category = imported.load().results_of["rm"][0].category
    assert [nominee.artists for nominee in category.nominees] == [("rm",), ("jimin-bts",), ("rose",), ("ateez",)]
    assert "]  # so far\n" in imported.read(EDITION)


def test_wording_is_the_editors(facts: Path, imported: Folder) -> None:
    import_facts(facts / "dates.jsonl", imported.root)
    imported.change("moments/discharge.toml", 'note = "same day as V"\n', "")
    imported.change("moments/discharge.toml", "알엠 전역", "RM 전역")
    before = imported.snapshot()
    assert import_facts(facts / "dates.jsonl", imported.root).conflicts == []
    assert imported.snapshot() == before


def test_an_act_of_a_list_gets_what_it_lacks_on_its_line(facts: Path, imported: Folder) -> None:
    name = "artists/elsewhere.toml"
    row = '    { id = "bruno-mars", name = "Bruno Mars", kind = "person", scene = "elsewhere" },'
    imported.change(name, row, '    { id = "bruno-mars", name = "Bruno Mars", kind = "person" },  # him')
    import_facts(facts / "awards.jsonl", imported.root)
    assert "# him" in imported.read(name)
    assert imported.load().artists["bruno-mars"].name == "Bruno Mars"


def test_an_artist_whom_somebody_added_by_hand_is_found_by_name(facts: Path, imported: Folder) -> None:
    row = award("Some Prize", ["Tyla"], ["RM"], edition="2024", date="2024-05-26")
    imported.write("artists/tyla.toml", '[[artist]]\nid = "tyla-singer"\nname = "Tyla"\nkind = "person"\n')
    report = import_facts(write(facts / "more.jsonl", [row]), imported.root)
    assert report.also_added == 0
    assert imported.load().editions["ama", "2024"].category[0].winners[0].artists == ("tyla-singer",)


def test_lists_and_tables_may_be_written_either_way(facts: Path, imported: Folder) -> None:
    name, rose = "artists/elsewhere.toml", '    { id = "rose", name = "ROSÉ", kind = "person" },  # her\n'
    acts = [(act, act.replace("-", " ").title()) for act in ("bruno-mars", "lady-gaga", "taylor-swift")]
    tables = "\n".join(f'# act\n[[artist]]\nid = "{act}"\nname = "{title}"\nkind = "person"\n' for act, title in acts)
    imported.write(name, tables)
    imported.write("artists/blackpink.toml", f"artist = [\n{rose}]\n")
    row = award("Some Prize", ["Tyla"], ["RM"], edition="2024", date="2024-05-26")
    import_facts(write(facts / "more.jsonl", [row]), imported.root)
    import_facts(facts / "artists.jsonl", imported.root)
    catalogue = imported.load()
    assert catalogue.artists["rose"].hangul == "로제"
    assert imported.read(name).startswith(tables)
    assert imported.read(name).endswith('\n[[artist]]\nid = "tyla"\nname = "Tyla"\nkind = "act"\nscene = "elsewhere"\n')
    assert "},  # her\n" in imported.read("artists/blackpink.toml")


def test_what_cannot_be_added_to_is_said_and_nothing_written(facts: Path, imported: Folder) -> None:
    text = imported.read("artists/bts.toml")
    start, end = text.index('[[artist]]\nid = "rm"'), text.index('[[artist]]\nid = "jimin-bts"')
    imported.write("artists/bts.toml", f"{text[:start]}{text[end:]}")
    imported.write("artists/rm.toml", 'artist = [{ id = "rm",\nname = "RM", kind = "person" }]\n'.replace(",\n", ", "))
    before = imported.snapshot()
    with pytest.raises(FactsError, match=r'^data/artists/rm\.toml: row 1 of "artist" is not written one key a line'):
        import_facts(facts / "artists.jsonl", imported.root)
    assert imported.snapshot() == before


def test_dates(facts: Path, imported: Folder) -> None:
    report = import_facts(facts / "dates.jsonl", imported.root)
    assert (report.added, sum(report.refused.values())) == (3, 2)
    catalogue = imported.load()
    (discharge,) = catalogue.moments_of["rm"]
    assert (str(discharge.date), discharge.title_ko, discharge.yearly) == ("2025-06-10", "알엠 전역", True)
    (release,) = catalogue.moments_of["bts"]
    assert release.work == "ARIRANG"
    (concert,) = catalogue.moments_of["jimin-bts"]
    assert (str(concert.date), concert.date.status.value) == ("2027-02", "expected")


def test_dates_of_the_named_only(facts: Path, empty_folder: Callable[[], Folder]) -> None:
    folder = empty_folder()
    report = import_facts(facts / "dates.jsonl", folder.root, named_only=True)
    assert (report.added, report.skipped) == (0, 3)


def test_all_artists_and_the_names_they_share(facts: Path, imported: Folder) -> None:
    report = import_facts(facts / "artists.jsonl", imported.root)
    catalogue = imported.load()
    assert {"aoa", "jimin-aoa"} <= set(catalogue.artists)
    assert report.added == 2
    assert catalogue.artist_names.find("Jimin") == catalogue.artist_names.find("지민") == ("jimin-aoa", "jimin-bts")


def test_only_takes_the_ceremonies_asked_for(facts: Path, imported: Folder) -> None:
    report = import_facts(facts / "awards.jsonl", imported.root, only=["MAMA Awards"])
    assert (report.skipped, report.added, report.unchanged) == (3, 0, 0)
    assert report.remarks["no row is of MAMA Awards"] == 1
    assert import_facts(facts / "awards.jsonl", imported.root, only=["ama"]).unchanged == 3


def test_awards_of_an_unknown_show_are_refused(facts: Path, empty_folder: Callable[[], Folder]) -> None:
    report = import_facts(facts / "awards.jsonl", empty_folder().root)
    assert dict(report.refused) == {
        f"{AMA} has no ceremonies/ama/ceremony.toml: import its ceremonies file first": 3,
    }
    assert any("3 refused" in line for line in report.lines())


CONFIDENCE = [
    ({}, ("confirmed", None, 2, 0)),
    ({"confidence": "single-source"}, ("single-source", None, 2, 0)),
    ({"confidence": "memory-only", "sources": []}, ("unverified", None, 0, 0)),
    ({"nominees_basis": "partly memory"}, ("confirmed", "unverified", 2, 0)),
    ({"nominees_basis": "memory"}, ("confirmed", "unverified", 2, 0)),
    ({"nominees_basis": "sourced (weak)"}, ("confirmed", "unverified", 2, 0)),
    ({"winner_basis": "memory"}, ("unverified", "confirmed", 0, 2)),
    ({"winner_basis": "memory", "nominees_basis": "memory"}, ("unverified", None, 0, 2)),
    ({"nominee_sources": ["https://example.net/ballot"]}, ("confirmed", "single-source", 2, 1)),
]


@pytest.mark.parametrize(("more", "wanted"), CONFIDENCE)
def test_confidence_is_carried_over(
    tmp_path: Path, facts: Path, imported: Folder, more: Row, wanted: tuple[str, str | None, int, int]
) -> None:
    row = award("Some Prize", ["RM"], ["ROSÉ"], edition="2024", date="2024-05-26", **more)
    import_facts(write(facts / "more.jsonl", [row]), imported.root)
    category = imported.load().editions["ama", "2024"].category[0]
    nominees = category.nominees_confidence.value if category.nominees_confidence else None
    papers = (len(category.sources), len(category.nominee_sources))
    assert (category.confidence.value, nominees, *papers) == wanted
    assert category.complete == (row["nominees_basis"] == "sourced")


def test_an_edition_of_several_days_is_a_span(facts: Path, imported: Folder) -> None:
    rows = [
        award("One", ["RM"], [], edition="34th (2024)", date="2024-11-21", place="Dolby Theatre"),
        award("Two", ["RM"], [], edition="34th (2024)", date="2024-11-23"),
        award("Three", ["RM"], [], edition="34th (2024)", date="2024-11-23"),
    ]
    import_facts(write(facts / "more.jsonl", rows), imported.root)
    edition = imported.load().editions["ama", "2024"]
    assert (str(edition.date), edition.place, edition.name) == ("2024-11-21/2024-11-23", "Las Vegas", f"34th {AMA}")
    assert [(str(c.date), c.place) for c in edition.category] == [
        ("2024-11-21", "Dolby Theatre"),
        ("2024-11-23", None),
        ("2024-11-23", None),
    ]


def test_methods_change_with_the_years(facts: Path, imported: Folder) -> None:
    row = SHOW | {"ceremony": "MAMA Awards", "short": "MAMA", "decided_by": "mixed"}
    row |= {"criteria_by_year": {"2019-2020": "Old.", "2021": "New."}, "criteria_sources": ["https://example.org/c"]}
    import_facts(write(facts / "more.jsonl", [row]), imported.root)
    show = imported.load().ceremonies["mama"]
    assert [(method.since, method.summary) for method in show.method] == [(None, None), (2019, "Old."), (2021, "New.")]
    assert show.method_of(2020).summary == "Old."


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        ("First edition of the category.", "First edition of the category."),
        ("A list. Taken from a public GitHub fact-check log (find_string id 61903770968).", "A list."),
        ("Winner not in the stored material (memory says this one).", None),
        ("end date from memory, not checked against a page", "No source found for the end date."),
        (
            "birthday differs elsewhere: kp 1997-05-27, dbk 1997-03-16",
            "Other lists give 1997-05-27 or 1997-03-16 as the birthday",
        ),
        ("enlisted together with Jungkook", "enlisted together with Jung Kook"),
        (None, None),
    ],
)
def test_notes_speak_of_no_tools(note: str | None, wanted: str | None) -> None:
    from bot.catalogue.importing.notes import cleaned

    assert cleaned(note, ImportReport("x.jsonl", "awards")) == wanted


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ('{"ceremony": "X"', ":1: is no JSON: Expecting ',' delimiter at column 17."),
        ("[1, 2]", ":1: is no JSON object but list."),
        ("", ": has no rows."),
        (
            '{"claim": "x", "artists": [], "sources": []}',
            ':1: "date" is missing from a row about records.',
        ),
        (
            '{"ceremony": "X", "edition": "1st", "date": "2027", "nominees_by_category": {}, "sources": []}',
            ':1: "status" is missing from a row about upcoming.',
        ),
        (
            '{"a": 1, "b": 2}',
            ": holds neither awards, ceremonies, artists, dates, records nor upcoming ceremonies (its keys: a, b).",
        ),
        (json.dumps(DATES[0] | {"artists": "RM"}), ':1: "artists" is str, not list.'),
        (
            json.dumps({key: value for key, value in DATES[0].items() if key != "date"}),
            ':1: "date" is missing from a row about dates.',
        ),
        (json.dumps(AWARDS[0] | {"winners": [{"work": "x"}]}), ':1: "winners" holds an entry without an artist.'),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(tmp_path: Path, folder: Folder, lines: str, wanted: str) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text(lines, encoding="utf-8")
    before = folder.snapshot()
    with pytest.raises(FactsError) as caught:
        import_facts(path, folder.root)
    assert str(caught.value) == f"{path}{wanted}"
    assert folder.snapshot() == before


def test_every_malformed_line_is_told_at_once(tmp_path: Path, folder: Folder) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text(f"{json.dumps(DATES[0])}\n\n{{\n[]\n", encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        import_facts(path, folder.root)
    assert [problem.removeprefix(str(path)).split(":")[1] for problem in caught.value.problems] == ["3", "4"]
    assert str(caught.value).endswith("(and 1 more)")


def test_a_folder_without_an_imprint_is_no_catalogue(facts: Path, tmp_path: Path) -> None:
    with pytest.raises(FactsError, match=r"catalogue\.toml: is missing"):
        import_facts(facts / "dates.jsonl", tmp_path / "nowhere")


def test_a_missing_facts_file(tmp_path: Path, folder: Folder) -> None:
    with pytest.raises(FactsError, match="there is no such file"):
        import_facts(tmp_path / "none.jsonl", folder.root)
