"""Reads facts files: one JSON object a line. Knows their kinds and which keys a row must have; judges no content."""

import json
import re
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.errors import OperatorError

Row = dict[str, Any]

_REPOSITORY = re.compile(r"(https://github\.com/[\w.-]+/[\w.-]+) \(([^,)]+).*\)")


class FactsError(OperatorError):
    """A facts file cannot be imported. `str()` says which line and why; nothing was written.

    Attributes:
        problems: one line each, `path:line: what is wrong`.
    """

    code = 65  # EX_DATAERR

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        more = "" if len(problems) == 1 else f" (and {len(problems) - 1} more)"
        super().__init__(f"{problems[0]}{more}")


class Kind(StrEnum):
    """What the rows of a facts file are about."""

    AWARDS = "awards"
    CEREMONIES = "ceremonies"
    ARTISTS = "artists"
    DATES = "dates"
    RECORDS = "records"
    UPCOMING = "upcoming"


# The keys that tell a kind, the first that fits, and the types of what every row of it must have.
_SIGNS: tuple[tuple[Kind, dict[str, type]], ...] = (
    (
        Kind.AWARDS,
        {
            "ceremony": str,
            "edition": str,
            "category": str,
            "winners": list,
            "nominees": list,
            "sources": list,
            "confidence": str,
        },
    ),
    (Kind.CEREMONIES, {"ceremony": str, "short": str, "decided_by": str, "sources": list}),
    (Kind.ARTISTS, {"name": str, "kind": str, "aliases": list, "sources": list, "confidence": str}),
    (
        Kind.DATES,
        {"title": str, "kind": str, "date": str, "status": str, "artists": list, "sources": list, "confidence": str},
    ),
    (Kind.RECORDS, {"claim": str, "artists": list, "date": str, "sources": list}),
    (
        Kind.UPCOMING,
        {
            "ceremony": str,
            "edition": str,
            "date": str,
            "status": str,
            "nominees_by_category": dict,
            "sources": list,
        },
    ),
)
# A key that only rows of one kind have tells that kind, whatever else is missing.
_OWN_KEYS = {"claim": Kind.RECORDS, "nominees_by_category": Kind.UPCOMING}


def read_facts(path: Path) -> tuple[Kind, list[tuple[int, Row]]]:
    """The file's kind and its rows with their line numbers (from 1).

    Raises FactsError that names every malformed line.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise FactsError([f"{path}: there is no such file."]) from None
    except UnicodeDecodeError:
        raise FactsError([f"{path}: is not UTF-8."]) from None
    rows: list[tuple[int, Row]] = []
    problems: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            problems.append(f"{path}:{number}: is no JSON: {error.msg} at column {error.colno}.")
            continue
        if isinstance(row, dict):
            rows.append((number, row))
        else:
            problems.append(f"{path}:{number}: is no JSON object but {type(row).__name__}.")
    if not rows and not problems:
        raise FactsError([f"{path}: has no rows."])
    kind = _kind_of(path, rows[0][1]) if rows else Kind.AWARDS
    for number, row in rows:
        problems += [f"{path}:{number}: {what}" for what in _faults(kind, row)]
    if problems:
        raise FactsError(problems)
    return kind, rows


def _kind_of(path: Path, row: Row) -> Kind:
    for key, own in _OWN_KEYS.items():
        if key in row:
            return own
    for kind, signs in _SIGNS:
        # One key may be missing or misspelt in the very row that is looked at: that is a fault, not another kind.
        if len(signs.keys() - row.keys()) <= 1:
            return kind
    keys = ", ".join(sorted(row)[:6])
    kinds = "awards, ceremonies, artists, dates, records nor upcoming ceremonies"
    raise FactsError([f"{path}: holds neither {kinds} (its keys: {keys})."])


def _faults(kind: Kind, row: Row) -> list[str]:
    faults = []
    for key, wanted in dict(_SIGNS)[kind].items():
        if key not in row:
            faults.append(f'"{key}" is missing from a row about {kind.value}.')
        elif not isinstance(row[key], wanted):
            faults.append(f'"{key}" is {type(row[key]).__name__}, not {wanted.__name__}.')
    for list_name in ("winners", "nominees") if kind is Kind.AWARDS else ():
        for entry in row.get(list_name) or ():
            if not isinstance(entry, dict) or not isinstance(entry.get("artist"), str):
                faults.append(f'"{list_name}" holds an entry without an artist.')
    return faults


def address(source: str) -> str:
    """A source as the catalogue writes it: "https://github.com/a/b (c.json)" becomes the address of that file."""
    match = _REPOSITORY.fullmatch(source)
    return f"{match[1]}/blob/HEAD/{match[2].strip()}" if match else source.strip()


def addresses(*lists: list[str] | None) -> list[str]:
    """All sources of the lists in order, each once, as the catalogue writes them."""
    return list(dict.fromkeys(address(source) for found in lists for source in found or ()))


def confidence(text: str) -> str:
    """The catalogue's word for how sure the facts are."""
    return "unverified" if text == "memory-only" else text
