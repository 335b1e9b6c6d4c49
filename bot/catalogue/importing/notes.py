"""Takes out of the facts' notes what was meant for those who gathered them, and says the rest plainly."""

import re

from bot.catalogue.importing.report import ImportReport
from bot.catalogue.importing.spellings import spellings
from bot.catalogue.names import fold

# What rests on no source is said in the catalogue's words.
_PLAIN = (
    (r"month and day from the fan calendar, year from memory", "No source found for the year."),
    (r"end date from memory, not checked against a page", "No source found for the end date."),
    (r"fandom name from memory", "No source found for the fandom's name."),
    (r"date of death from memory", "No source found for the date of death."),
    (r"the page lists the album, the chart date is from memory", "No source found for the chart date."),
    (r"left izna in 2025 \(from memory, no source fetched\)", "Left izna in 2025; no source found."),
    (r"; name first given in \d{4} \(year from memory\)", ""),
    (r"Winner sourced; the four rivals are from memory\.", "No source found for the four rivals."),
)
_INTERNAL = re.compile(
    r"find_string|fact-check|\bstored?\b|memory says|from memory|rests? on memory|re-check|linked page|fetched"
    r"|^winner (?:unknown|sourced)",
    re.IGNORECASE,
)
_BIRTHDAY = re.compile(r"birthday differs elsewhere: ((?:\w+ [\d-]+(?:, )?)+)")
_SENTENCE = re.compile(r"(?<=[.;])\s+")


def cleaned(note: str | None, report: ImportReport) -> str | None:
    """The note without what was about tools, stores and lists' short names; None when nothing is left."""
    if not note:
        return None
    for pattern, plain in _PLAIN:
        note = re.sub(pattern, plain, note)
    note = _BIRTHDAY.sub(_other_birthdays, note.strip())
    parts = _SENTENCE.split(note)
    kept = [part for part in parts if not _INTERNAL.search(part)]
    if len(kept) < len(parts):
        report.remarks["part of a note about how it was gathered left out"] += 1
    return respelt(" ".join(kept).strip().rstrip(";")) or None


def _other_birthdays(match: re.Match[str]) -> str:
    days = dict.fromkeys(re.findall(r"[\d-]+(?=,|$)", match[1].strip()))
    return f"Other lists give {' or '.join(days)} as the birthday"


def respelt(text: str) -> str:
    """The text with names as their bearers write them today."""
    for old, new in spellings().display.items():
        if fold(old) == fold(new):
            text = re.sub(rf"\b{re.escape(old)}(?!\w)", new, text)
    return text
