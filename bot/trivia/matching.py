"""Judges a typed answer: the rules of the design's section 7, in order. Knows names, not whose they are."""

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.catalogue.names import fold

LONGEST_ANSWER = 120  # characters; no name is longer, and a message of thousands is no answer
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"(?<![^\W_])[ivx]{2,4}(?![^\W_])")  # a word by itself: Chapter II is not Chapter III
_ROMANS = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12"}
_SYLLABLES = ("가", "힣")


class Names:
    """The names that a typo may not be confused with, prepared once."""

    def __init__(self, names: Iterable[str]) -> None:
        self._spelled = {fold(name): spell(fold(name)) for name in names}
        self._spelled.pop("", None)

    def __contains__(self, folded: str) -> bool:
        return folded in self._spelled

    def rival(self, folded: str, distance: int, own: frozenset[str]) -> bool:
        """Whether a name outside `own` (folded) is at most `distance` from `folded`."""
        near = process.extract(
            spell(folded), self._spelled, scorer=OSA.distance, score_cutoff=distance, limit=len(own) + 1
        )
        return any(name not in own for _, _, name in near)


NOBODY = Names(())


def judge(answer: str, accepted: Iterable[str], others: Names = NOBODY, *, exact: bool = False) -> bool:
    """Whether `answer`, as a whole, is one of `accepted`, in any script, or a small typo away from one.

    A typo that is as near to one of `others` never counts; nor does any where `exact` (numbers).
    """
    if len(answer) > LONGEST_ANSWER:
        return False
    known = tuple(accepted)
    typed, numbers = fold(answer), digits(answer)
    if not typed:  # titles of signs alone, such as "!"
        bare = _bare(answer)
        return bool(bare) and any(_bare(name) == bare for name in known)
    folded = {name: fold(name) for name in known}
    if any(typed == spelling and _same(numbers, digits(name)) for name, spelling in folded.items()):
        return True
    if exact or typed in others:
        return False
    distances = [
        distance
        for name, spelling in folded.items()
        if spelling and numbers == digits(name) and (distance := _distance(typed, spelling)) is not None
    ]
    return bool(distances) and not others.rival(typed, min(distances), frozenset(folded.values()))


def allowed(length: int, hangul: bool = False) -> int:
    """How many letters of a name of `length` may be wrong: 0 up to 4, 1 up to 6, 2 beyond.

    A Hangul syllable says as much as two Latin letters, and its letters are counted one by one: names of up to two
    syllables must be exact, of up to six may have one letter wrong (애스파 is 에스파).
    """
    if hangul:
        return 0 if length <= 2 else 1 if length <= 6 else 2
    return 0 if length <= 4 else 1 if length <= 6 else 2


def digits(text: str) -> tuple[str, ...]:
    """The groups of digits of a text, Roman numerals that stand alone among them: they must be equal."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return tuple(_DIGITS.findall(_ROMAN.sub(lambda match: _ROMANS.get(match[0], match[0]), plain)))


def spell(folded: str) -> str:
    """A folded name letter by letter: Hangul syllables are taken apart."""
    return folded if folded.isascii() else unicodedata.normalize("NFD", folded)


def _distance(typed: str, name: str) -> int | None:
    """The edit distance, a swap of neighbours counting one; None when it is more than the name may have."""
    limit = allowed(len(name), _is_hangul(name))
    if limit == 0:
        return None
    distance = OSA.distance(spell(typed), spell(name), score_cutoff=limit)
    return distance if distance <= limit else None


def _same(typed: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Equal groups, or the same digits written as one: 247 for 24/7, but never 1.23 for 12.3."""
    return typed == wanted or (1 in (len(typed), len(wanted)) and "".join(typed) == "".join(wanted))


def _is_hangul(text: str) -> bool:
    return any(_SYLLABLES[0] <= char <= _SYLLABLES[1] for char in text)


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
