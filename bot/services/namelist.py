"""Names of artists and shows as somebody types them in a row, and whom each means. Pure; knows no servers."""

import re

import msgspec

from bot.catalogue.names import fold
from bot.errors import AmbiguousName, UnknownName
from bot.services.follows import Subject, Subjects
from bot.services.lookup import Lookup

MOST_NAMES = 50  # read at once; each that nobody has takes some 2 ms
_BETWEEN = re.compile(r"[,;，、；\n]+")


class Unclear(msgspec.Struct, frozen=True):
    """What was typed and means nobody, or several: those who may be meant, best first. There may be none."""

    text: str
    candidates: Subjects


class NameList(msgspec.Struct, frozen=True):
    """Whom some names mean, each once, and those that are unclear; `unread` is how many names were too many."""

    clear: Subjects
    unclear: tuple[Unclear, ...]
    unread: int


def read_names(lookup: Lookup, artists: str, shows: str) -> NameList:
    """Reads names with commas or line ends between them, in any spelling. Up to 0.1 s of work for a thread.

    A show among the artists is understood, and the reverse, where nobody else has the name.
    """
    typed = {(kind, fold(name) or name): name for kind, text in _typed(artists, shows) for name in _names(text)}
    clear: dict[Subject, None] = {}
    unclear: list[Unclear] = []
    for (kind, _), name in list(typed.items())[:MOST_NAMES]:
        found = _meant(lookup, kind, name)
        if isinstance(found, Subject):
            clear[found] = None
        else:
            unclear.append(found)
    return NameList(tuple(clear), tuple(unclear), max(0, len(typed) - MOST_NAMES))


def _typed(artists: str, shows: str) -> tuple[tuple[str, str], ...]:
    return ("artist", artists), ("show", shows)


def _names(text: str) -> list[str]:
    return [name for part in _BETWEEN.split(text) if (name := " ".join(part.split()))]


def _meant(lookup: Lookup, kind: str, name: str) -> Subject | Unclear:
    other = "show" if kind == "artist" else "artist"
    try:
        return _find(lookup, kind, name)
    except AmbiguousName as error:
        return Unclear(name, tuple(Subject(kind, one) for one in error.candidates))
    except UnknownName as error:
        nearest = tuple(Subject(kind, one) for one in error.nearest)
    try:
        return _find(lookup, other, name)
    except AmbiguousName as error:
        return Unclear(name, tuple(Subject(other, one) for one in error.candidates))
    except UnknownName:
        return Unclear(name, nearest)


def _find(lookup: Lookup, kind: str, name: str) -> Subject:
    return Subject(kind, lookup.artist_id(name) if kind == "artist" else lookup.show_id(name))
