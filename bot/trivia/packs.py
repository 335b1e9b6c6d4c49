"""A server's own questions: what one may look like, and what is wrong with one that may not. Reads no file."""

import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

import msgspec

from bot.catalogue.names import fold

MOST_BYTES = 256 * 1024  # of a file
MOST_QUESTIONS = 500
LONGEST_NAME = 32
LONGEST = {"question": 240, "answer": 100, "wrong": 76, "after": 300, "source": 300}
LONGEST_CHOSEN = 76  # an answer that stands on a button
MOST_ANSWERS, MOST_WRONG = 20, 5
TOLD_FAULTS = 50  # a file with more is told how many more


class OwnQuestion(msgspec.Struct, frozen=True, omit_defaults=True, array_like=True):
    """A question that somebody of the server wrote: the same in every language.

    `answers` all count, the first is shown. Without `wrong` options it can only be typed.
    """

    prompt: str
    answers: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    after: str = ""
    source: str = ""

    @property
    def digest(self) -> str:
        """What tells it from the pack's others, also when the pack is uploaded again."""
        return blake2b(f"{fold(self.prompt)}\0{fold(self.answers[0])}".encode(), digest_size=6).hexdigest()


class RawQuestion(msgspec.Struct, frozen=True):
    """A question as a file has it: texts, or whatever stands in their place. `row` is where, from 1."""

    row: int
    prompt: Any
    answers: Any
    wrong: Any = ()
    after: Any = ""
    source: Any = ""


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with the question in a row: `pack-fault-<reason>` of the words. `most` is the limit broken."""

    row: int
    reason: str
    most: int = 0


class PackFile(msgspec.Struct, frozen=True):
    """A file as it was read: the questions that can be asked, and the faults of the others."""

    questions: tuple[OwnQuestion, ...]
    faults: tuple[Fault, ...] = ()


def judged(raws: Iterable[RawQuestion]) -> PackFile:
    """Takes every question that can be asked; says of each other the first thing that is wrong with it."""
    found: dict[str, OwnQuestion] = {}
    faults = []
    for raw in raws:
        try:
            question = _question(raw)
            if fold(question.prompt) in found:
                raise _Fault("twice")
            if len(found) == MOST_QUESTIONS:
                raise _Fault("too-many", MOST_QUESTIONS)
        except _Fault as fault:
            faults.append(Fault(raw.row, fault.reason, fault.most))
        else:
            found[fold(question.prompt)] = question
    return PackFile(tuple(found.values()), tuple(faults))


def pack_name(text: str) -> str:
    """A pack's name from what somebody typed, or a file's name: small letters of any script, digits and hyphens.

    Empty when nothing of a name is left.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "-".join("".join(char if char.isalnum() else " " for char in plain).split())[:LONGEST_NAME].strip("-")


class _Fault(Exception):
    def __init__(self, reason: str, most: int = 0) -> None:
        self.reason, self.most = reason, most


def _question(raw: RawQuestion) -> OwnQuestion:
    prompt = _text(raw.prompt, "question")
    if not fold(prompt):
        raise _Fault("no-question")
    answers = tuple(dict.fromkeys(_texts(raw.answers, "answer")))
    if not answers:
        raise _Fault("no-answer")
    if len(answers) > MOST_ANSWERS:
        raise _Fault("many-answers", MOST_ANSWERS)
    wrong = tuple(_texts(raw.wrong, "wrong"))
    if len(wrong) > MOST_WRONG:
        raise _Fault("many-wrong", MOST_WRONG)
    if wrong and len(answers[0]) > LONGEST_CHOSEN:
        raise _Fault("long-answer", LONGEST_CHOSEN)
    forms = [*{_form(answer) for answer in answers}, *map(_form, wrong)]
    if len(set(forms)) < len(forms):
        raise _Fault("same-option")
    return OwnQuestion(prompt, answers, wrong, _text(raw.after, "after"), _source(raw.source))


def _texts(value: Any, what: str) -> Iterator[str]:
    """One text or a list of them; empty ones are left out."""
    for one in value if isinstance(value, list | tuple) else [value]:
        text = _text(one, what)
        if text:
            yield text


def _text(value: Any, what: str) -> str:
    """A text in one line, without what cannot be seen. Numbers are texts as well; anything else is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise _Fault("no-text")
    plain = "" if value is None else str(value)
    if len(plain) > 4 * LONGEST[what]:  # before any work is done on it
        raise _Fault(f"long-{what}", LONGEST[what])
    seen = "".join(char if unicodedata.category(char) not in ("Cc", "Cs", "Co", "Cn") else " " for char in plain)
    text = " ".join(seen.split())
    if len(text) > LONGEST[what]:
        raise _Fault(f"long-{what}", LONGEST[what])
    return text


def _source(value: Any) -> str:
    text = _text(value, "source")
    if text and (not text.startswith(("https://", "http://")) or " " in text):
        raise _Fault("no-address")
    return text


def _form(text: str) -> str:
    """The form in which two options read alike."""
    return fold(text) or text
