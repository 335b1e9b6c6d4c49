"""Firsts and records into data/records/<topic>.toml: one row is one sentence."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.catalogue.importing import render
from bot.catalogue.importing.facts import Row, addresses
from bot.catalogue.importing.merge import Spot, merge
from bot.catalogue.importing.notes import cleaned, respelt
from bot.catalogue.importing.report import ImportReport
from bot.catalogue.importing.roster import Record, Roster
from bot.catalogue.importing.shelf import Shelf
from bot.catalogue.names import slug

ID_LENGTH = 40
_FILLERS = frozenset(
    (
        *("a", "an", "the", "of", "in", "to", "and", "with", "at", "by", "for", "from", "as", "on", "after", "when"),
        *("was", "were", "is", "are", "be", "became", "had", "has", "won", "win", "took"),
        *("that", "their", "its", "his", "her", "it", "they", "who", "which", "both", "one"),
    )
)
# What a sentence is about, the first that fits; people move a record whose topic is another.
_TOPICS = (
    ("youngest", r"\byoungest\b"),
    ("streak", r"\b(?:in a row|straight|running|consecutive\w*|in succession|every year|ended .* run)\b"),
    ("sweep", r"\b(?:swept|all (?:two|three|four|five)|won every|both the)\b"),
    ("first", r"\bfirst\b"),
    ("most", r"\b(?:most|record|trophies|only act|times)\b"),
    ("chart", r"\b(?:chart|Hot 100|Billboard 200)\b"),
)


def record_id(claim: str) -> str:
    """An id of the claim's telling words; the same for the same claim, whatever has become of the record since."""
    words = [word for word in slug_words(claim) if word not in _FILLERS]
    while len("-".join(words)) > ID_LENGTH:
        words.pop()
    return "-".join(words)


def slug_words(text: str) -> list[str]:
    return [part for word in text.split() for part in slug(word.removesuffix("'s")).split("-") if part]


def topic_of(claim: str) -> str:
    return next((topic for topic, pattern in _TOPICS if re.search(pattern, claim)), "other")


def show_of(claim: str, shelf: Shelf) -> str | None:
    """The one ceremony that the claim names; of names within each other ("VMA", "MTV VMA Japan") the longest."""
    found: list[tuple[int, int, str]] = []
    for folder, name in _show_names(shelf):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?:s|'s)?(?!\w)", claim):
            found.append((match.start(), match.end(), folder))
    whole = [
        (start, end, folder)
        for start, end, folder in found
        if not any(s <= start and end <= e and (e - s) > (end - start) for s, e, _ in found)
    ]
    shows = {folder for _, _, folder in whole}
    return shows.pop() if len(shows) == 1 else None


def _show_names(shelf: Shelf) -> Iterator[tuple[str, str]]:
    for path, raw in shelf.raw.items():
        if path.startswith("ceremonies/") and path.endswith("/ceremony.toml"):
            former = [row["name"] for row in raw.get("former_names", ())]
            for name in {raw["name"], raw["short"], *raw.get("aliases", ()), *former}:
                yield raw["id"], name.removesuffix("s") if name.endswith(" Awards") else name


def put_record(shelf: Shelf, roster: Roster, row: Row, report: ImportReport) -> list[str]:
    """Adds a record or completes it, in whatever file it stands. Returns the keys of the artists whom it names."""
    artists, keys = [], []
    for name in row["artists"]:
        key = roster.find(name)
        known = [roster.id_of(key)] if key is not None else shelf.called(name)
        if len(known) != 1:
            report.refused[f"names an artist that nobody describes: {name}"] += 1
            return []
        artists += known
        keys += [key] if key is not None else []
    sources = addresses(row["sources"])
    topic = topic_of(row["claim"])
    record: Record = {
        "id": record_id(row["claim"]),
        "topic": topic,
        "claim": respelt(row["claim"]),
        "artists": artists,
        "show": show_of(row["claim"], shelf),
        "date": row["date"],
        "confidence": _confidence(sources),
        "sources": sources,
        "note": cleaned(row.get("note"), report),
    }
    for name, raw in shelf.raw.items():
        for index, here in enumerate(raw.get("record", ()) if name.startswith("records/") else ()):
            if here["id"] == record["id"]:
                # What it is about and which show is a judgement: the one in data/ stands.
                judged = frozenset({"topic", "show", "confidence"})
                changed = merge(shelf, Spot(name, "record", index, render.RECORD, here["id"]), record, report, judged)
                report.merged += changed
                report.unchanged += not changed
                return keys
    shelf.add(f"records/{topic}.toml", "record", record, render.RECORD)
    report.added += 1
    return keys


def _confidence(sources: list[str]) -> str:
    """Two pages of one site are one source."""
    sites = {urlsplit(source).netloc.removeprefix("www.") or source for source in sources}
    return {0: "unverified", 1: "single-source"}.get(len(sites), "confirmed")
