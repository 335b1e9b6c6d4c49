"""Date facts into data/moments/<kind>.toml: one row is one moment."""

import re
from typing import Any

from bot.catalogue.importing import render
from bot.catalogue.importing.facts import Row, addresses, confidence
from bot.catalogue.importing.merge import Spot, merge
from bot.catalogue.importing.notes import cleaned, respelt
from bot.catalogue.importing.report import ImportReport
from bot.catalogue.importing.roster import Record, Roster
from bot.catalogue.importing.shelf import Shelf
from bot.catalogue.names import fold

_RELEASE = re.compile(r".*? releases? (?:(?:the|their|his|her) )?(?:(?:album|single|EP|mini album) )?(.+)")


def outdated(rows: list[tuple[int, Row]]) -> set[int]:
    """The lines of rows that announce an end or a start of service which another row tells as done, or to the day."""
    done = {(row["kind"], *sorted(row["artists"])): row["date"] for _, row in rows if row["status"] == "confirmed"}
    found = set()
    for number, row in rows:
        date = done.get((row["kind"], *sorted(row["artists"])))
        # Only service ends once; a second concert or release of the same act is another event.
        if row["status"] == "expected" and date is not None and row["kind"] in ("discharge", "enlistment"):
            found.add(number)
        vaguer = [r for _, r in rows if r["title"] == row["title"] and r["date"].startswith(f"{row['date']}-")]
        if vaguer:
            found.add(number)
    return found


def moment(row: Row, keys: list[str], roster: Roster, report: ImportReport) -> Record:
    """The moment as its file writes it."""
    date: Any = row["date"]
    if row["status"] != "confirmed":
        date = {"on": row["date"], "status": row["status"]}
    work = None
    if row["kind"] == "release" and (match := _RELEASE.fullmatch(row["title"])):
        work = match[1]
    sources = addresses(row["sources"])
    return {
        "title": respelt(row["title"]),
        "title_ko": _korean(row["kind"], row["status"], [roster.hangul_of(key) for key in keys], work),
        "kind": row["kind"],
        "date": date,
        "artists": [roster.id_of(key) for key in keys],
        "work": work,
        "yearly": row.get("yearly", False),
        "confidence": confidence(row["confidence"]),
        "sources": sources,
        "note": cleaned(row.get("note"), report),
    }


def _korean(kind: str, status: str, names: list[str | None], work: str | None) -> str | None:
    """A Korean title where one follows from the row; others are written by hand in data/."""
    if not names or None in names:
        return None
    who = "·".join(name for name in names if name)
    expected = " 예정" if status == "expected" else ""
    if kind == "enlistment":
        return f"{who} 입대{expected}"
    if kind == "discharge" and len(names) == 1:
        return f"{who} 전역{expected}"
    if kind == "release" and work:
        return f"{who}, ‘{work}’ 발매{expected}"
    return None


def put_moment(shelf: Shelf, record: Record, report: ImportReport) -> None:
    """Adds a moment or completes it. The same one has the same title, or is the only one of that kind that day."""
    name = f"moments/{record['kind']}.toml"
    rows: list[Record] = shelf.raw.get(name, {}).get("moment", [])
    who = set(record["artists"])
    near = [n for n, row in enumerate(rows) if row["kind"] == record["kind"] and set(row.get("artists", ())) == who]
    same = [n for n in near if fold(rows[n]["title"]) == fold(record["title"]) and _year(rows[n]) == _year(record)]
    if not same and record["kind"] != "record":
        same = [n for n in near if _day(rows[n]) == _day(record) and rows[n].get("work") == record["work"]]
    if not same:
        shelf.add(name, "moment", record, render.MOMENT)
        report.added += 1
    elif merge(shelf, Spot(name, "moment", same[0], render.MOMENT, rows[same[0]]["title"]), record, report):
        report.merged += 1
    else:
        report.unchanged += 1


def _day(row: Record) -> str:
    date = row["date"]
    return str(date["on"]) if isinstance(date, dict) else str(date)


def _year(row: Record) -> str:
    return _day(row)[:4]
