"""Declares in titles.toml which titles works of several artists have, and says so: a person looks whether they do."""

from collections.abc import Iterator

from bot.catalogue.importing import render
from bot.catalogue.importing.report import ImportReport
from bot.catalogue.importing.shelf import Shelf
from bot.catalogue.works import Mention, clashes, kinship, same_title

_TITLES = "titles.toml"


def declare_shared_titles(shelf: Shelf, report: ImportReport) -> None:
    """Keeps the catalogue lawful (works.py); a remark names each title, as it may as well be a mistake of the facts."""
    for one, other in list(clashes(_mentions(shelf), kinship(_relatives(shelf)))):
        title = one.mentions[0].work
        rows = shelf.raw.get(_TITLES, {}).get("title", [])
        at = next((n for n, row in enumerate(rows) if same_title(row["name"]) == same_title(title)), None)
        known = {*rows[at]["artists"], *rows[at].get("credited", ())} if at is not None else set()
        owners = {work.mentions[0].artists[0]: work for work in (one, other)}
        new = sorted(owner for owner, work in owners.items() if known.isdisjoint(work.artists))
        if not new:
            continue
        if at is None:
            shelf.add(_TITLES, "title", {"name": title, "artists": new}, render.SHARED)
        else:
            shelf.extend(_TITLES, "title", at, "artists", new)
        said = f'"{title}" is of {" and of ".join(sorted(owners))}: declared in titles.toml'
        report.remarks[f"{said}; if one is a mistake, correct it and drop that line"] += 1


def _mentions(shelf: Shelf) -> Iterator[Mention]:
    for name, raw in shelf.raw.items():
        if name.startswith("ceremonies/") and "year" in raw:
            for category in raw.get("category", ()):
                for nominee in category.get("nominees", ()):
                    if nominee.get("work") and nominee.get("artists"):
                        yield Mention(nominee["work"], tuple(nominee["artists"]), raw["year"])


def _relatives(shelf: Shelf) -> Iterator[tuple[str, list[str]]]:
    for artist in shelf.artists():
        parent = [artist["parent"]] if "parent" in artist else []
        yield artist["id"], [*artist.get("members", ()), *artist.get("former_members", ()), *parent]
