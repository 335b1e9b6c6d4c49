"""What a question is, once it is dealt: whole in both languages, so that a running game can be kept and taken up again.

Knows no catalogue: how questions are made is dealing.py's and the templates', how answers are judged matching.py's.
"""

from enum import StrEnum

import msgspec

LANGUAGES = ("en-US", "ko")
PROMPT_LENGTH = 300
OPTION_LENGTH = 76  # a button's label holds 80 characters, and "A · " goes before
AFTER_LENGTH = 600
FEWEST_OPTIONS, MOST_OPTIONS = 2, 6


class Difficulty(StrEnum):
    """How hard a question is thought to be before anybody played it."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Subject(StrEnum):
    """What a typed answer is: decides with which other names a typo may not be confused."""

    ARTIST = "artist"
    SHOW = "show"
    WORK = "work"
    NUMBER = "number"  # a year, a count: digits only, never a typo
    TEXT = "text"


class Localised(msgspec.Struct, frozen=True):
    """A text in both languages, without markdown: a button's label takes it as is, a message escapes it."""

    en: str
    ko: str

    def of(self, locale: str | None) -> str:
        """For a locale of ours or of Discord's: Korean for `ko`, English for every other."""
        return self.ko if locale == "ko" else self.en


class Option(msgspec.Struct, frozen=True):
    """One answer to choose. `artist` is the id of whom it names, if it names one artist."""

    text: Localised
    artist: str | None = None


class Topic(msgspec.Struct, frozen=True):
    """What a game is about; nothing set means everything.

    `era` is an index of `bot.trivia.deck.ERAS`; `pack` the id of a written pack or the name of a server's own.
    """

    artist: str | None = None
    show: str | None = None
    era: int | None = None
    pack: str | None = None

    @property
    def whole(self) -> bool:
        """Whether it leaves nothing out."""
        return self == Topic()


EVERYTHING = Topic()


class Question(msgspec.Struct, frozen=True):
    """One question as a game asks it.

    `id` names template and fact: the same in every game, after a restart, and after a data release as long as the fact
    is the same. `options` (2 to 6, in the order shown) is empty for what can only be typed; `right` is the index of
    the only right one. `accepted` holds every answer that counts when typed, in any script; empty for what makes no
    sense without its options. `rivals` are names that a typo must not be nearer to, beside the catalogue's own.
    """

    id: str
    template: str
    difficulty: Difficulty
    prompt: Localised
    after: Localised
    options: tuple[Option, ...] = ()
    right: int = 0
    accepted: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    subject: Subject = Subject.TEXT
    artists: tuple[str, ...] = ()
    show: str | None = None
    era: int | None = None
    pack: str | None = None
    sources: tuple[str, ...] = ()

    @property
    def can_choose(self) -> bool:
        """Whether it can be answered by a button."""
        return bool(self.options)

    @property
    def can_type(self) -> bool:
        """Whether it can be answered by typing."""
        return bool(self.accepted)

    @property
    def answer(self) -> Localised:
        """The right answer, to be shown."""
        if self.options:
            return self.options[self.right].text
        return Localised(self.accepted[0], self.accepted[0])
