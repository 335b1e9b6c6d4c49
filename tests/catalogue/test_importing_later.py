"""The importer: records and coming ceremonies, from the facts into data/, and again, and over hand edits."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.dates import DateStatus
from bot.catalogue.importing import import_facts
from bot.catalogue.importing.records import ID_LENGTH, record_id, topic_of
from bot.catalogue.model import Confidence, EditionStatus, RecordTopic
from tests.catalogue.conftest import Folder
from tests.catalogue.test_importing import AMA, ARTISTS, AWARDS, SHOW, award, write

FIRST = "RM was the first soloist to win the American Music Award for Favorite K-Pop Artist, in 2025."
RECORDS = [
    {
        "claim": FIRST,
        "artists": ["RM", "BTS"],
        "date": "2025-05-26",
        "sources": ["https://example.org/1", "https://example.com/2"],
    },
    {
        "claim": "Rosé won something five years in a row.",
        "artists": ["Rosé"],
        "date": "2025",
        "sources": ["https://example.org/1", "https://www.example.org/2"],
        "note": "Counted up to 2025.",
    },
    {"claim": "Stranger was the first.", "artists": ["Stranger"], "date": "2025", "sources": []},
]
NEXT: dict[str, Any] = {
    "ceremony": AMA,
    "edition": "2026 (53rd)",
    "date": "2026-11-20/2026-11-21",
    "status": "announced",
    "place": "Las Vegas",
    "voting_opens": "2026-10-01",
    "voting_closes": "2026-10-31",
    "nominees_by_category": {"Popularity Award - Group (ten in all)": ["BTS", "Newcomers"]},
    "sources": ["https://example.org/next"],
    "note": "Outside, winners not in the stored material.",
}
AFTER = NEXT | {
    "edition": "54th (2027)",
    "date": "2027-05",
    "status": "expected",
    "place": None,
    "voting_opens": None,
    "voting_closes": None,
    "nominees_by_category": {},
    "note": None,
}


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    folder = tmp_path / "facts"
    write(folder / "ceremonies.jsonl", [SHOW])
    write(folder / "awards.jsonl", AWARDS)
    write(folder / "artists.jsonl", ARTISTS)
    write(folder / "records.jsonl", RECORDS)
    write(folder / "upcoming.jsonl", [NEXT, AFTER, NEXT | {"ceremony": "Unknown Awards"}])
    return folder


@pytest.fixture
def imported(facts: Path, empty_folder: Callable[[], Folder]) -> Folder:
    folder = empty_folder()
    for name in ("ceremonies", "awards", "records", "upcoming"):
        import_facts(facts / f"{name}.jsonl", folder.root)
    return folder


def test_records_come_in_with_artists_show_and_topic(facts: Path, imported: Folder) -> None:
    first, streak = imported.load().records.values()
    assert (first.claim, first.topic, first.show) == (FIRST, RecordTopic.FIRST, "ama")
    assert (first.artists, first.confidence) == (("rm", "bts"), Confidence.CONFIRMED)
    assert (streak.topic, streak.show, streak.artists) == (RecordTopic.STREAK, None, ("rose",))
    # Two pages of one site are one source.
    assert (streak.claim.split()[0], streak.confidence) == ("ROSÉ", Confidence.SINGLE_SOURCE)
    report = import_facts(facts / "records.jsonl", imported.root, dry_run=True)
    assert report.refused == {"names an artist that nobody describes: Stranger": 1}


@pytest.mark.parametrize("name", ["records", "upcoming"])
def test_importing_again_changes_not_a_byte(facts: Path, imported: Folder, name: str) -> None:
    before = imported.snapshot()
    report = import_facts(facts / f"{name}.jsonl", imported.root)
    assert imported.snapshot() == before
    assert (report.added, report.merged, report.unchanged, report.conflicts) == (0, 0, 2, [])


def test_a_record_is_known_by_its_id_wherever_it_stands(facts: Path, imported: Folder) -> None:
    text = (
        imported.read("records/first.toml")
        .replace(FIRST, "RM was first.")
        .replace('topic = "first"', 'topic = "other"')
    )
    (imported.root / "records/first.toml").unlink()
    imported.write("records/other.toml", text.replace('date = "2025-05-26"\n', ""))
    report = import_facts(facts / "records.jsonl", imported.root)
    assert (report.added, report.merged, report.conflicts) == (0, 1, [])
    moved = next(record for record in imported.load().records.values() if "rm" in record.artists)
    assert (moved.claim, moved.topic, str(moved.date)) == ("RM was first.", RecordTopic.OTHER, "2025-05-26")


def test_ids_of_records_are_short_and_end_with_a_word() -> None:
    found = record_id(FIRST)
    assert found == "rm-first-soloist-american-music-award"
    assert len(found) <= ID_LENGTH


@pytest.mark.parametrize(
    ("claim", "topic"),
    [
        ("X won it four years in a row.", "streak"),
        ("X ended Y's long run.", "streak"),
        ("X took all four grand prizes, the first to do so.", "sweep"),
        ("X has the most wins.", "most"),
        ("X is the youngest and first.", "youngest"),
        ("The show was renamed.", "other"),
    ],
)
def test_topics(claim: str, topic: str) -> None:
    assert topic_of(claim) == topic


def test_an_announced_edition_has_a_vote_and_no_winner(facts: Path, imported: Folder) -> None:
    edition = imported.load().editions["ama", "2026"]
    assert (edition.status, str(edition.date)) == (EditionStatus.ANNOUNCED, "2026-11-20/2026-11-21")
    assert (edition.name, edition.note) == (f"53rd {AMA}", None)
    (window,) = edition.voting
    assert (str(window.opens), str(window.closes)) == ("2026-10-01", "2026-10-31")
    (category,) = edition.category
    assert (category.id, category.complete, category.note) == ("popularity-award-group", False, "ten in all")
    assert [nominee.artists for nominee in category.nominees] == [("bts",), ("newcomers",)]
    assert category.winners == ()
    report = import_facts(facts / "upcoming.jsonl", imported.root, dry_run=True)
    assert list(report.refused.values()) == [1]


def test_an_expected_edition_says_so(imported: Folder) -> None:
    edition = imported.load().editions["ama", "2027"]
    assert edition.date is not None
    assert (str(edition.date), edition.date.first.status) == ("2027-05", DateStatus.EXPECTED)
    assert (edition.status, edition.voting, edition.category) == (EditionStatus.ANNOUNCED, (), ())


def test_a_held_edition_is_not_announced_again(facts: Path, imported: Folder) -> None:
    (imported.root / "ceremonies/ama/2026.toml").unlink()
    rows = [award("Artist of the Year", ["RM"], [], edition="2026", date="2026-11-20")]
    import_facts(write(facts / "awards.jsonl", rows), imported.root)
    report = import_facts(facts / "upcoming.jsonl", imported.root)
    edition = imported.load().editions["ama", "2026"]
    assert (edition.status, edition.voting) == (EditionStatus.HELD, ())
    assert [category.id for category in edition.category] == ["artist-of-the-year"]
    assert (report.unchanged, report.conflicts) == (2, [])


def test_voting_windows_of_ones_own_stay(facts: Path, imported: Folder) -> None:
    imported.change("ceremonies/ama/2026.toml", 'name = "Fan vote"', 'name = "First round"')
    before = imported.snapshot()
    import_facts(facts / "upcoming.jsonl", imported.root)
    assert imported.snapshot() == before
