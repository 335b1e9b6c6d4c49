"""Announced and expected ceremonies into data/ceremonies/<ceremony>/<edition>.toml: one row is one edition."""

import re

from bot.catalogue.importing import render
from bot.catalogue.importing.awards import Ballots, edition_of, put_edition
from bot.catalogue.importing.facts import Row, addresses
from bot.catalogue.importing.notes import cleaned
from bot.catalogue.importing.render import filled
from bot.catalogue.importing.report import ImportReport
from bot.catalogue.importing.shelf import Record, Shelf
from bot.catalogue.names import slug

_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b")
_BRACKET = re.compile(r"(.+?) \(([^()]+)\)")


def put_upcoming(shelf: Shelf, ballots: Ballots, folder: str, row: Row, report: ImportReport) -> None:
    """Adds the edition, or completes the one that is there. One that has been held since stays as it is."""
    stem, year = edition_of(row["edition"], row["date"], {row["edition"]})
    name = f"{folder}/{stem}.toml"
    here = shelf.raw.get(name)
    if here is not None and here.get("status", "held") == "held":
        report.unchanged += 1
        return
    before = repr(here)
    # What is expected is a guess: whoever wrote a date knows better.
    skip = frozenset({"date"} if row["status"] == "expected" else ())
    counts = ImportReport(facts=report.facts, kind=report.kind)
    put_edition(shelf, name, _edition(row, year, report), _categories(ballots, row), counts, skip)
    report.conflicts += counts.conflicts
    if row.get("voting_closes") and not shelf.raw[name].get("voting"):
        shelf.add(name, "voting", _window(row), render.VOTING)
    if here is None:
        report.added += 1
    elif repr(shelf.raw[name]) != before:
        report.merged += 1
    else:
        report.unchanged += 1


def _edition(row: Row, year: int, report: ImportReport) -> Record:
    ordinal = _ORDINAL.search(row["edition"])
    sources = addresses(row["sources"])
    return {
        "year": year,
        "name": f"{ordinal[0]} {row['ceremony']}" if ordinal else None,
        "date": {"on": row["date"], "status": "expected"} if row["status"] == "expected" else row["date"],
        "place": row.get("place"),
        "status": "announced",
        "confidence": "single-source" if sources else None,
        "sources": sources,
        "note": cleaned(row.get("note"), report),
    }


def _categories(ballots: Ballots, row: Row) -> list[Record]:
    """The known part of each ballot; nobody has won anything yet."""
    sources = addresses(row["sources"])
    found = []
    for text, names in row["nominees_by_category"].items():
        match = _BRACKET.fullmatch(text)
        title = (match[1] if match else text).replace(" - ", " – ")  # as the award facts write it
        nominees = ballots.nominees({"winners": [], "nominees": [{"artist": name} for name in names]})
        found.append(
            {
                "id": slug(title),
                "name": title,
                "nominees": nominees,
                "confidence": "single-source" if sources else "unverified",
                "sources": sources,
                "note": match[2] if match else None,
            }
        )
    return found


def _window(row: Row) -> Record:
    sources = addresses(row["sources"])
    window = {
        "name": "Fan vote",
        "name_ko": "팬 투표",
        "opens": row.get("voting_opens"),
        "closes": row["voting_closes"],
        "confidence": "single-source" if sources else None,
        "sources": sources,
    }
    return filled(window, render.VOTING)
