"""The answers of a poll: read from lines, shortened so that they stay readable, put in order by lot. Pure rules."""

import random
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from bot.errors import Refused

T = TypeVar("T")
LEAST, MOST = 2, 25
LONGEST = 80  # characters of an answer: a button's label
LONGEST_QUESTION = 300
NATIVE_MOST, NATIVE_LONGEST = 10, 55  # Discord's own polls
_BULLET = re.compile(r"^\s*(?:[-*•·–]|\(?\d{1,2}[.)])\s+")  # a year such as 1989 is no bullet
_ASIDE = re.compile(r"\s*[(\[](?:[^()\[\]]*)[)\]]")
_GUESTS = re.compile(r"\s*(?:\b(?:feat|ft|featuring)\b\.?|피처링).*$", re.IGNORECASE)
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_JOINERS = "\u200c\u200d"  # an emoji of several people is held together by them


class Listed(NamedTuple):
    """What somebody wrote one a line; `merged` lines said what an earlier one had said."""

    answers: tuple[str, ...]
    merged: int


def tidied(text: str) -> str:
    """`text` on one line without anything unseen in it, such as marks that turn the reading direction."""
    seen = (c if c.isspace() or c in _JOINERS or unicodedata.category(c) not in _UNSEEN else "" for c in text)
    return " ".join(unicodedata.normalize("NFC", "".join(seen)).split()).strip(_JOINERS)


def listed(text: str, *, least: int = LEAST, most: int = MOST, longest: int = LONGEST) -> Listed:
    """The answers of a text, one a line, without bullets, empty lines and repetitions.

    Two lines are the same when they differ in case and spaces only. Raises Refused: poll-too-few,
    poll-too-long (an answer), poll-too-many-answers.
    """
    found: dict[str, str] = {}
    lines = 0
    for line in text.splitlines():
        answer = tidied(_BULLET.sub("", line))
        if not answer:
            continue
        lines += 1
        found.setdefault(_alike(answer), answer)
        if len(answer) > longest:
            raise Refused("poll-too-long", text=answer, most=longest)
    if len(found) < least:
        raise Refused("poll-too-few", least=least, count=len(found))
    if len(found) > most:
        raise Refused("poll-too-many-answers", most=most, count=len(found))
    return Listed(tuple(found.values()), lines - len(found))


def asked(text: str) -> str:
    """A question as it is kept. Raises Refused: poll-no-question."""
    question = tidied(text)[:LONGEST_QUESTION]
    if not any(character.isalnum() for character in question):
        raise Refused("poll-no-question")
    return question


def shortened(answers: Sequence[str], room: int = NATIVE_LONGEST) -> tuple[str, ...] | None:
    """The answers in `room` characters each, or None when they would no longer differ.

    What is too long first loses what stands in brackets, then guests ("feat. …"), then its end, at a word where one
    ends late enough.
    """
    short = tuple(_short(answer, room) for answer in answers)
    return short if len(set(map(_alike, short))) == len(short) else None


def _alike(answer: str) -> str:
    return "".join(unicodedata.normalize("NFKC", answer).casefold().split())


def _short(answer: str, room: int) -> str:
    for shape in (answer, _ASIDE.sub("", answer).strip(), _GUESTS.sub("", _ASIDE.sub("", answer)).strip()):
        if shape and len(shape) <= room:
            return shape
    text = _GUESTS.sub("", _ASIDE.sub("", answer)).strip() or answer
    if len(text) <= room:
        return text
    head = text[: room - 1].rstrip(_JOINERS)
    word = head.rfind(" ")
    return (head[:word] if word > room // 2 else head).rstrip(" ,–-·") + "…"


def by_lot(items: Iterable[T], seed: int) -> tuple[T, ...]:
    """The items in the order that `seed` gives them: the same for the same seed, on every machine."""
    drawn = list(items)
    random.Random(seed).shuffle(drawn)
    return tuple(drawn)
