"""Ceremonies' facts into data/ceremonies/<id>/ceremony.toml: who runs a show and how it decides, year by year."""

import re

from bot.catalogue.importing import render
from bot.catalogue.importing.facts import Row, addresses
from bot.catalogue.importing.merge import Spot, merge
from bot.catalogue.importing.report import ImportReport
from bot.catalogue.importing.shelf import Record, Shelf
from bot.catalogue.importing.spellings import spellings
from bot.catalogue.names import fold, slug

_FORMER = re.compile(r"(.+) \((\d{4})-(\d{4})\)")


def ceremony_id(name: str) -> str:
    """The id of a show, which is its folder: from the hand-written table, else from its name."""
    known = spellings().ceremonies.get(name, {}).get("id")
    return str(known) if known else slug(re.sub(r"\b(Music )?Awards?\b", "", name)) or slug(name)


def put_ceremony(shelf: Shelf, row: Row, report: ImportReport) -> None:
    """Adds a ceremony or completes it, with one method for each change that the facts know."""
    record, methods = _record(row), _methods(row)
    name = f"ceremonies/{record['id']}/ceremony.toml"
    if name not in shelf.raw:
        shelf.create(name, record, render.CEREMONY)
        for method in methods:
            shelf.add(name, "method", method, render.METHOD)
        report.added += 1
        return
    changed = merge(shelf, Spot(name, None, 0, render.CEREMONY, ""), record, report)
    known = {method.get("since"): n for n, method in enumerate(shelf.raw[name].get("method", ()))}
    for method in methods:
        since = method["since"]
        if since in known:
            spot = Spot(name, "method", known[since], render.METHOD, f"method since {since or 'the start'}")
            # The facts name the sources of all years together; who has sorted them by year shall not find them mixed.
            changed |= merge(shelf, spot, method, report, skip=frozenset({"sources"}))
        else:
            shelf.add(name, "method", method, render.METHOD)
            changed = True
    report.merged += changed
    report.unchanged += not changed


def _record(row: Row) -> Record:
    name = row["ceremony"]
    by_hand = spellings().ceremonies.get(name, {})
    short = by_hand.get("short") or row["short"]
    sources = addresses(row["sources"])
    aliases = [alias for alias in by_hand.get("aliases", ()) if fold(alias) not in (fold(name), fold(short))]
    return {
        "id": ceremony_id(name),
        "name": name,
        "short": short,
        "hangul": by_hand.get("hangul"),
        "aliases": aliases,
        "former_names": list(_former_names(row)),
        "country": row.get("country"),
        "zone": by_hand.get("zone") or spellings().zones.get(row.get("country") or ""),
        "first_year": row.get("first_year"),
        "organiser": row.get("organiser"),
        "confidence": "single-source" if sources else None,
        "sources": sources,
        "note": row.get("note"),
    }


def _former_names(row: Row) -> list[Record]:
    found = []
    for text in row.get("former_names", ()):
        if match := _FORMER.fullmatch(text):
            found += [{"name": name, "since": int(match[2]), "until": int(match[3])} for name in match[1].split(" / ")]
    return found


def _methods(row: Row) -> list[Record]:
    kind = row["decided_by"].replace(" ", "-")
    by_year = row.get("criteria_by_year") or {}
    sources = addresses(row.get("criteria_sources") or row["sources"])
    sure = "single-source" if sources else None
    first = {"kind": kind, "since": None, "confidence": sure, "sources": addresses(row["sources"])}
    if not by_year:
        return [first | {"summary": row.get("decided_by_note")}]
    years = [
        {"kind": kind, "since": int(years[:4]), "summary": summary, "confidence": sure, "sources": sources}
        for years, summary in sorted(by_year.items())
    ]
    return [first, *years]
