"""Artists' facts into data/artists/. Also lets other facts bring along the artists whom they name."""

from collections.abc import Iterable

from bot.catalogue.importing import render
from bot.catalogue.importing.merge import Spot, merge
from bot.catalogue.importing.notes import cleaned
from bot.catalogue.importing.report import ImportReport
from bot.catalogue.importing.roster import Roster
from bot.catalogue.importing.shelf import Shelf

_AMBIGUOUS = "artists/ambiguous.toml"


def put_artist(shelf: Shelf, roster: Roster, key: str, report: ImportReport) -> str:
    """Adds an artist or completes it. Returns "added", "merged" or "unchanged"."""
    record = roster.record(key)
    record["note"] = cleaned(record.get("note"), report)
    if record["id"] not in shelf.artist_at:
        shelf.add(roster.file_of(key), "artist", record, render.ARTIST)
        return "added"
    name, index = shelf.artist_at[record["id"]]
    table = "artist"
    spot = Spot(name, table, index, render.ARTIST, record["id"])
    return "merged" if merge(shelf, spot, record, report) else "unchanged"


def bring_along(shelf: Shelf, roster: Roster, keys: Iterable[str], report: ImportReport) -> None:
    """Adds the artists that are not in data/ yet, with those whom their records link to."""
    missing = [key for key in keys if roster.id_of(key) not in shelf.artist_at]
    for key in in_file_order(roster, roster.with_relations(missing)):
        if roster.id_of(key) not in shelf.artist_at:
            put_artist(shelf, roster, key, report)
            report.also_added += 1


def in_file_order(roster: Roster, keys: Iterable[str]) -> list[str]:
    """Groups before their members, members in their group's order, soloists by name."""
    wanted = dict.fromkeys(keys)
    groups = [key for key in wanted if roster.is_group(key)]
    ordered: dict[str, None] = {}
    for group in groups:
        ordered[group] = None
        for member in roster.members(group):
            if member in wanted:
                ordered[member] = None
    rest = sorted((key for key in wanted if key not in ordered), key=roster.id_of)
    return [*ordered, *rest]


def wanted_artists(shelf: Shelf, roster: Roster, report: ImportReport, *, named_only: bool) -> list[str]:
    """The keys to import from an artists' file: all, or those whom ceremonies in data/ name with their relations."""
    keys = roster.keys
    if named_only:
        named = {
            artist
            for name, raw in shelf.raw.items()
            if name.startswith("ceremonies/")
            for category in raw.get("category", ())
            for nominee in category.get("nominees", ())
            for artist in nominee.get("artists", ())
        }
        wanted = set(roster.with_relations(key for key in keys if roster.id_of(key) in named))
        report.skipped += len(keys) - len(wanted & set(keys))
        keys = [key for key in keys if key in wanted]
    return in_file_order(roster, keys)


def declare_shared_names(shelf: Shelf, report: ImportReport) -> None:
    """Writes every name that several artists bear into ambiguous.toml, so that look-ups ask."""
    known = shelf.raw.setdefault(_AMBIGUOUS, {}).setdefault("name", [])
    for shared in shelf.shared_names():
        rows = [n for n, row in enumerate(known) if shelf.same_name(row["name"], shared["name"])]
        if not rows:
            shelf.add(_AMBIGUOUS, "name", shared, render.SHARED)
            report.remarks["name declared as shared by several artists"] += 1
        elif new := [artist for artist in shared["artists"] if artist not in known[rows[0]]["artists"]]:
            shelf.extend(_AMBIGUOUS, "name", rows[0], "artists", new)
            report.remarks["shared name given one more artist"] += 1
