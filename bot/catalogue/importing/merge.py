"""Brings a record from the facts together with the one in data/: adds what is missing, keeps what is there."""

from typing import Any

import msgspec

from bot.catalogue.importing.render import filled
from bot.catalogue.importing.report import ImportReport
from bot.catalogue.importing.shelf import Record, Shelf
from bot.catalogue.names import fold

# Wording is for people to improve or to strike out: it comes with a new record, and is theirs from then on.
PROSE = frozenset({"note", "summary", "summary_ko", "title", "title_ko", "claim", "claim_ko"})
_MEMBERSHIP = {"members": "former_members", "former_members": "members"}


class Spot(msgspec.Struct, frozen=True):
    """Where a record stands: the file, its table there, and what to call it in a sentence."""

    name: str
    table: str | None
    index: int
    order: list[str]
    title: str


def merge(shelf: Shelf, spot: Spot, facts: Record, report: ImportReport, skip: frozenset[str] = frozenset()) -> bool:
    """Completes the record at `spot`, apart from the keys in `skip`. Returns whether that changed anything."""
    here = shelf.raw[spot.name] if spot.table is None else shelf.raw[spot.name][spot.table][spot.index]
    changed = False
    for key, found in filled(facts, spot.order).items():
        if key in skip or key in PROSE:
            continue
        if key not in here:
            if key in _MEMBERSHIP:
                found = [item for item in found if item not in here.get(_MEMBERSHIP[key], ())]
                if not found:
                    continue
            shelf.set_key(spot.name, spot.table, spot.index, key, found, spot.order)
            changed = True
        elif isinstance(found, list):
            changed |= _union(shelf, spot, key, here, found)
        elif not _same(here[key], found):
            say_conflict(report, shelf, spot, key, here[key], found)
    return changed


def _union(shelf: Shelf, spot: Spot, key: str, here: Record, found: list[Any]) -> bool:
    """Adds the items that are not there yet, in whatever spelling."""
    if key == "aliases":
        known = {fold(name) for name in (*here[key], here.get("name", ""), here.get("hangul", ""))}
        new = [name for name in found if fold(name) not in known]
    else:
        elsewhere = here.get(_MEMBERSHIP.get(key, ""), ())
        new = [item for item in found if item not in here[key] and item not in elsewhere]
    if new:
        shelf.extend(spot.name, spot.table, spot.index, key, new)
    return bool(new)


def say_conflict(report: ImportReport, shelf: Shelf, spot: Spot, key: str, here: object, facts: object) -> None:
    title = f"{spot.title}: " if spot.title else ""
    report.conflicts.append(
        f'{shelf.root.name}/{spot.name}: {title}{key} is "{_words(here)}" here, "{_words(facts)}" in the facts; '
        f'kept "{_words(here)}"'
    )


def _words(found: object) -> str:
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, dict):
        return f"{found.get('on')} ({found.get('status', 'confirmed')})"
    return str(found)


def _same(here: object, facts: object) -> bool:
    if isinstance(here, str) and isinstance(facts, str):
        return here == facts
    # TOML's own dates and the text of one mean the same day.
    return here == facts or str(here) == str(facts)
