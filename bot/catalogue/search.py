"""Finding names as a person types them: beginnings, parts, typos, half-typed Hangul. Exact meaning is names.py's."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping

from rapidfuzz import fuzz, process

from bot.catalogue.names import fold

LONGEST_QUERY = 60  # letters after folding; no name is longer, and the work grows with the length

# A keyboard shows 롲 on the way to 로제: a final consonant may still become the next syllable's first, so both are
# written as the first consonant (U+11A8.. as U+1100..), double finals as two.
_FINALS = {
    0x11A8 + n: "".join(chr(0x1100 + initial) for initial in initials)
    for n, initials in enumerate(
        (
            *((0,), (1,), (0, 9), (2,), (2, 12), (2, 18), (3,), (5,), (5, 0), (5, 6), (5, 7), (5, 9), (5, 16)),
            *((5, 17), (5, 18), (6,), (7,), (7, 9), (9,), (10,), (11,), (12,), (14,), (15,), (16,), (17,), (18,)),
        )
    )
}


class Finder:
    """Suggests ids for a text. Built once; each call is pure and takes well under 3 ms for 1,500 artists."""

    def __init__(self, names: Mapping[str, Iterable[str]], weight: Callable[[str], int]) -> None:
        """`names` maps each id to its spellings, `weight` orders those that match equally well, larger first."""
        rows = {(_letters(name), owner) for owner, found in names.items() for name in found}
        ordered = sorted(((row, owner) for row, owner in rows if row), key=lambda row: (-weight(row[1]), row))
        self._names = [name for name, _ in ordered]
        self._owners = [owner for _, owner in ordered]

    def suggest(self, text: str, limit: int = 25) -> list[str]:
        """Ids for an autocomplete box, best first: whole names, beginnings, parts, then names with a typo or two.

        An empty text suggests nobody: whom to show then is the caller's to deal out fairly.
        """
        query = _letters(text)[:LONGEST_QUERY]
        if not query:
            return []
        found = self._holding(query)
        if len(found) < limit and len(query) > 2:
            found |= dict.fromkeys(self._close(query, limit, 70))
        return list(found)[:limit]

    def nearest(self, text: str, limit: int = 3) -> tuple[str, ...]:
        """The ids whose names are closest to `text`, best first, however far; none for a text without letters."""
        query = _letters(text)[:LONGEST_QUERY]
        if not query:
            return ()
        found = self._holding(query) | dict.fromkeys(self._close(query, limit, 0))
        return tuple(found)[:limit]

    def _holding(self, query: str) -> dict[str, None]:
        """The owners of the names that hold the query: whole names first, then beginnings, then parts."""
        whole: dict[str, None] = {}
        begun: dict[str, None] = {}
        within: dict[str, None] = {}
        for name, owner in zip(self._names, self._owners, strict=True):
            if query in name:
                (whole if name == query else begun if name.startswith(query) else within)[owner] = None
        # A single letter is in most names: only those that begin with it are worth showing.
        return whole | begun | (within if len(query) > 1 else {})

    def _close(self, query: str, limit: int, cutoff: int) -> list[str]:
        matches = process.extract(query, self._names, scorer=fuzz.ratio, limit=limit * 3, score_cutoff=cutoff)
        return list(dict.fromkeys(self._owners[index] for _, _, index in matches))[:limit]


def _letters(text: str) -> str:
    """Folded, with Hangul syllables taken apart, so that a half-typed 방타 begins 방탄."""
    folded = fold(text)
    return folded if folded.isascii() else unicodedata.normalize("NFD", folded).translate(_FINALS)
