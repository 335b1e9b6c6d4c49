"""Draws solo practice: the answer just given, then the next question. Nothing is kept: the buttons carry it all."""

import zlib

from bot.services.lookup import Lookup
from bot.text import Words
from bot.trivia.questions import Question, Topic
from bot.ui.boards.choosing import asked, choices, told
from bot.ui.layouts import FrozenLayout, draw
from bot.ui.queries import Query
from bot.ui.trivia.topics import topic_name

_KEYS = {
    "seed": "s",
    "turn": "n",
    "artist": "a",
    "show": "w",
    "era": "e",
    "pack": "k",
    "pick": "c",
    "right": "r",
    "before": "h",
}


class SoloQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Question `turn` (from 0) of a deck of one's own. `pick` is the option chosen of the one before, by whose
    `before` it is known again after a release; `right` are the right answers up to that one.
    """

    screen = "solo"

    seed: str
    turn: int = 0
    artist: str | None = None
    show: str | None = None
    era: int | None = None
    pack: str | None = None
    pick: int | None = None
    right: int = 0
    before: str = ""

    @property
    def topic(self) -> Topic:
        return Topic(self.artist, self.show, self.era, self.pack)


def solo_query(seed: str, topic: Topic) -> SoloQuery:
    """The first question."""
    return SoloQuery(seed, artist=topic.artist, show=topic.show, era=topic.era, pack=topic.pack)


def solo_page(
    query: SoloQuery, before: Question | None, question: Question, lookup: Lookup, words: Words
) -> FrozenLayout:
    """`before` is the question just answered, as it would be asked today."""
    right, blocks = query.right, []
    if before is not None and query.pick is not None:
        if fingerprint(before) == query.before:
            right += query.pick == before.right
            blocks.append(told(before, query.pick, words))
        else:
            blocks.append(words("solo-changed"))
    blocks.append(asked(question, words("solo-question", number=query.turn + 1), words))
    mark = fingerprint(question)
    rows = choices(question, lambda pick: query.but(turn=query.turn + 1, pick=pick, right=right, before=mark), words)
    header = f"## {words('solo-title')}\n{topic_name(query.topic, lookup, words)}"
    if query.turn:
        header += f" · {words('solo-score', right=right, asked=query.turn)}"
    return draw(header, blocks, rows, f"-# {words('solo-how')}")


def fingerprint(question: Question) -> str:
    """A few letters by which a question with its options is known again."""
    options = [option.text.en for option in question.options]
    return f"{zlib.crc32('|'.join([question.id, *options]).encode()) & 0xFFFFFF:x}"
