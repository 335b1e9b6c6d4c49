"""The importer's one way in: reads a facts file, asks the room for its kind, and writes what came of it."""

from collections.abc import Callable, Collection
from pathlib import Path

from bot.catalogue.importing.artists import bring_along, declare_shared_names, put_artist, wanted_artists
from bot.catalogue.importing.awards import Ballots, edition_of, edition_record, put_edition
from bot.catalogue.importing.ceremonies import ceremony_id, put_ceremony
from bot.catalogue.importing.facts import FactsError, Kind, Row, read_facts
from bot.catalogue.importing.moments import moment, outdated, put_moment
from bot.catalogue.importing.records import put_record
from bot.catalogue.importing.report import ImportReport
from bot.catalogue.importing.roster import Record, Roster
from bot.catalogue.importing.shelf import Shelf
from bot.catalogue.importing.titles import declare_shared_titles
from bot.catalogue.importing.upcoming import put_upcoming
from bot.catalogue.load import load_catalogue

Progress = Callable[[int, int], None]
Rows = list[tuple[int, Row]]


def import_facts(
    facts: Path,
    data_dir: Path,
    *,
    only: Collection[str] = (),
    named_only: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Adds what a facts file knows to the catalogue under `data_dir`; what is there already wins.

    `only` takes ceremonies by their name in the facts or their id (awards, ceremonies, upcoming). `named_only` takes
    artists whom the ceremonies in data/ name, with their groups and fellow members, and dates whose artists are all in
    data/. Who is who is read from artists.jsonl beside the facts file, where there is one. `progress` is called with
    (rows done, rows in all).
    Raises FactsError for a facts file and CatalogueError for a catalogue that cannot be read; nothing is written then.
    """
    kind, rows = read_facts(facts)
    if not (data_dir / "catalogue.toml").exists():
        raise FactsError([f'{data_dir.name}/catalogue.toml: is missing. Write one that says: as_of = "2026-10"'])
    if (data_dir / "artists").is_dir() and (data_dir / "ceremonies").is_dir():
        load_catalogue(data_dir)
    report = ImportReport(facts=facts.name, kind=kind.value, rows=len(rows))
    shelf = Shelf(data_dir)
    roster = Roster(_artist_rows(facts, kind, rows, report))
    tell = progress or (lambda done, total: None)
    if kind is Kind.AWARDS:
        _awards(shelf, roster, rows, report, only, tell)
    elif kind is Kind.CEREMONIES:
        _ceremonies(shelf, rows, report, only, tell)
    elif kind is Kind.ARTISTS:
        _artists(shelf, roster, report, tell, named_only=named_only)
    elif kind is Kind.RECORDS:
        _records(shelf, roster, rows, report, tell)
    elif kind is Kind.UPCOMING:
        _upcoming(shelf, roster, rows, report, only, tell)
    else:
        _dates(shelf, roster, rows, report, tell, named_only=named_only)
    if report.skipped == report.rows and only:
        report.remarks[f"no row is of {' or '.join(sorted(only))}"] += 1
    declare_shared_names(shelf, report)
    declare_shared_titles(shelf, report)
    report.written = shelf.written(dry_run=dry_run)
    return report


def _artist_rows(facts: Path, kind: Kind, rows: Rows, report: ImportReport) -> list[Row]:
    if kind is Kind.ARTISTS:
        return [row for _, row in rows]
    beside = facts.with_name("artists.jsonl")
    if beside.exists():
        return [row for _, row in read_facts(beside)[1]]
    report.remarks["no artists.jsonl beside the facts: unknown names become bare acts"] += 1
    return []


def _awards(
    shelf: Shelf, roster: Roster, rows: Rows, report: ImportReport, only: Collection[str], tell: Progress
) -> None:
    ballots = Ballots(roster, shelf, report)
    editions: dict[tuple[str, str], list[Row]] = {}
    for _, row in rows:
        folder = f"ceremonies/{ceremony_id(row['ceremony'])}"
        if not _asked_for(row["ceremony"], only):
            report.skipped += 1
        elif f"{folder}/ceremony.toml" not in shelf.raw:
            report.refused[f"{row['ceremony']} has no {folder}/ceremony.toml: import its ceremonies file first"] += 1
        else:
            editions.setdefault((row["ceremony"], row["edition"]), []).append(row)
    done = len(rows) - sum(len(found) for found in editions.values())
    for (ceremony, text), found in editions.items():
        done += len(found)
        tell(done, len(rows))
        stem, year = edition_of(text, found[0]["date"], {other for show, other in editions if show == ceremony})
        found, categories = _distinct(found, ballots, report)
        record = edition_record(text, year, ceremony, found, categories)
        put_edition(shelf, f"ceremonies/{ceremony_id(ceremony)}/{stem}.toml", record, categories, report)
    bring_along(shelf, roster, ballots.named, report)


def _asked_for(ceremony: str, only: Collection[str]) -> bool:
    return not only or ceremony in only or ceremony_id(ceremony) in only


def _distinct(rows: list[Row], ballots: Ballots, report: ImportReport) -> tuple[list[Row], list[Record]]:
    """The rows and their categories, without a second row for a category."""
    kept: dict[str, tuple[Row, Record]] = {}
    for row in rows:
        category = ballots.category(row)
        if category["id"] in kept:
            report.refused["a second row for the same category of the same edition"] += 1
        else:
            kept[category["id"]] = (row, category)
    return [row for row, _ in kept.values()], [category for _, category in kept.values()]


def _ceremonies(shelf: Shelf, rows: Rows, report: ImportReport, only: Collection[str], tell: Progress) -> None:
    for done, (_, row) in enumerate(rows, 1):
        if not _asked_for(row["ceremony"], only):
            report.skipped += 1
        else:
            put_ceremony(shelf, row, report)
        tell(done, len(rows))


def _artists(shelf: Shelf, roster: Roster, report: ImportReport, tell: Progress, *, named_only: bool) -> None:
    keys = wanted_artists(shelf, roster, report, named_only=named_only)
    for done, key in enumerate(keys, 1):
        outcome = put_artist(shelf, roster, key, report)
        setattr(report, outcome, getattr(report, outcome) + 1)
        tell(done, len(keys))
    if roster.dropped_aliases:
        report.remarks["alias left out because it is another artist's name"] = roster.dropped_aliases


def _dates(shelf: Shelf, roster: Roster, rows: Rows, report: ImportReport, tell: Progress, *, named_only: bool) -> None:
    old = outdated(rows)
    for done, (number, row) in enumerate(rows, 1):
        tell(done, len(rows))
        keys = [roster.find(name) for name in row["artists"]]
        known = [key for key in keys if key is not None]
        if number in old:
            report.refused["announces what another row tells as done, or more exactly"] += 1
        elif len(known) < len(keys):
            missing = [name for name, key in zip(row["artists"], keys, strict=True) if key is None]
            report.refused[f"names artists that nobody describes: {', '.join(missing)}"] += 1
        elif named_only and not (known and all(roster.id_of(key) in shelf.artist_at for key in known)):
            report.skipped += 1
        else:
            put_moment(shelf, moment(row, known, roster, report), report)
            bring_along(shelf, roster, known, report)


def _records(shelf: Shelf, roster: Roster, rows: Rows, report: ImportReport, tell: Progress) -> None:
    for done, (_, row) in enumerate(rows, 1):
        bring_along(shelf, roster, put_record(shelf, roster, row, report), report)
        tell(done, len(rows))


def _upcoming(
    shelf: Shelf, roster: Roster, rows: Rows, report: ImportReport, only: Collection[str], tell: Progress
) -> None:
    ballots = Ballots(roster, shelf, report)
    for done, (_, row) in enumerate(rows, 1):
        tell(done, len(rows))
        folder = f"ceremonies/{ceremony_id(row['ceremony'])}"
        if not _asked_for(row["ceremony"], only):
            report.skipped += 1
        elif f"{folder}/ceremony.toml" not in shelf.raw:
            report.refused[f"{row['ceremony']} has no {folder}/ceremony.toml: import its ceremonies file first"] += 1
        else:
            put_upcoming(shelf, ballots, folder, row, report)
    bring_along(shelf, roster, ballots.named, report)
