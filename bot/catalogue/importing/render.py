"""Writes records as TOML a fan likes to edit: keys in one order, one row a line, nothing empty. Reads nothing."""

from collections.abc import Mapping
from typing import Any

WIDTH = 120

# fmt: off
ARTIST = [
    "id", "name", "kind", "scene", "hangul", "aliases", "birth_name", "members", "former_members", "parent",
    "birthday", "died", "debut", "disbanded", "agency", "fandom", "country", "confidence", "sources", "note",
]
CEREMONY = [
    "id", "name", "short", "hangul", "aliases", "former_names", "country", "zone", "first_year", "organiser",
    "confidence", "sources", "note",
]
METHOD = ["kind", "since", "summary", "summary_ko", "confidence", "sources", "note"]
EDITION = ["year", "name", "date", "place", "status", "confidence", "sources", "note"]
CATEGORY = [
    "id", "name", "grand_prize", "date", "place", "complete", "nominees", "confidence", "nominees_confidence",
    "sources", "nominee_sources", "note",
]
NOMINEE = ["artists", "work", "credit", "won"]
MOMENT = ["title", "title_ko", "kind", "date", "artists", "work", "yearly", "confidence", "sources", "note"]
SHARED = ["name", "artists"]
VOTING = [
    "name", "name_ko", "opens", "closes", "daily_votes", "page", "categories", "confidence", "sources", "note",
]
RECORD = [
    "id", "topic", "claim", "claim_ko", "artists", "show", "date", "check", "confidence", "sources", "note",
]
# fmt: on
ROWS = ("nominees", "former_names")  # arrays of inline tables, one a line

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def text_value(text: str) -> str:
    if '"' in text and "'" not in text and text.isprintable():
        return f"'{text}'"
    return f'"{text.translate(_ESCAPES)}"'


def value(found: Any) -> str:
    """A value on one line."""
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, str):
        return text_value(found)
    if isinstance(found, Mapping):
        return "{ " + ", ".join(f"{key} = {value(item)}" for key, item in found.items()) + " }"
    if isinstance(found, list | tuple):
        return "[" + ", ".join(value(item) for item in found) + "]"
    return str(found)


def line(key: str, found: Any) -> str:
    """`key = value`: on one line where that is readable, else one item a line."""
    flat = f"{key} = {value(found)}"
    if not isinstance(found, list | tuple) or not found:
        return flat
    if key not in ROWS and (len(flat) <= WIDTH and not (key.endswith("sources") and len(found) > 1)):
        return flat
    return "\n".join([f"{key} = [", *(f"    {value(item)}," for item in found), "]"])


def filled(record: Mapping[str, Any], order: list[str]) -> dict[str, Any]:
    """The record in `order`, without what is empty or false: absence says the same."""
    return {key: record[key] for key in order if record.get(key) not in (None, "", False, [], ())}


def body(record: Mapping[str, Any], order: list[str]) -> str:
    return "".join(f"{line(key, found)}\n" for key, found in filled(record, order).items())


def block(table: str, record: Mapping[str, Any], order: list[str]) -> str:
    """A `[[table]]` with its keys."""
    return f"[[{table}]]\n{body(record, order)}"
