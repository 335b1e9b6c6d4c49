"""Names: folding them, and telling whether one means nobody, somebody or several. Knows no fuzziness: see search.py."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

# Letters that no Unicode decomposition turns into what fans type instead.
_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"})


@lru_cache(maxsize=32_768)  # laws, index and search fold every name of the catalogue, one after another
def fold(text: str) -> str:
    """The form in which two spellings of a name are equal; empty when nothing of a name is left.

    NFKC, casefold, accents and æ folded, everything but letters and digits dropped (design, section 7), so that
    ROSÉ = Rosé = rose, æspa = aespa, (G)I-DLE = gidle, "stray kids" = StrayKids. Hangul stays whole.
    """
    if text.isascii():  # most names are, and need none of the work
        return "".join(filter(str.isalnum, text.lower()))
    if text.isascii():
        return "".join(filter(str.isalnum, text.casefold()))
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    bare = "".join(char for char in unicodedata.normalize("NFD", folded) if char.isalnum())
    return unicodedata.normalize("NFC", bare)


def slug(text: str) -> str:
    """An id made from a name: ASCII letters and digits with single hyphens, at most 40 characters; may be empty."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ").translate(_LETTERS)
    bare = "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))
    bare = bare.replace("'", "").replace("’", "")
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in bare).split()
    return "-".join(words)[:40].strip("-")


class NameIndex:
    """Who has a name. One folded name may belong to several ids; who may share is for laws.py to say."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """`names` maps each id to everything it is called; an id answers to itself as well."""
        self._ids: dict[str, tuple[str, ...]] = {}
        for owner, spellings in names.items():
            for folded in {fold(spelling) for spelling in spellings} - {""}:
                self._ids[folded] = (*self._ids.get(folded, ()), owner)
        self._own = frozenset(names)

    def find(self, text: str) -> tuple[str, ...]:
        """The ids called `text`: none, one or several. An id itself always means just that one."""
        if text in self._own:
            return (text,)
        return self._ids.get(fold(text), ())

    def items(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Every folded name with the ids that have it."""
        return self._ids.items()
