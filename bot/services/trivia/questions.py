"""Deals questions: from the catalogue, the written packs and a server's own. Judges what is typed. Keeps no turn."""

import asyncio
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from random import Random
from typing import Protocol

import msgspec

from bot.catalogue import Catalogue
from bot.catalogue.index import names_of, titles_of
from bot.errors import Refused
from bot.text import WordBook
from bot.trivia.dealing import Fact, Maker
from bot.trivia.deck import era_of
from bot.trivia.matching import Names, judge
from bot.trivia.questions import EVERYTHING, Difficulty, Question, Subject, Topic
from bot.trivia.selection import QUOTA, Selection
from bot.trivia.templates import TEMPLATES
from bot.trivia.world import World

SELECTIONS = 48  # topics remembered, of up to some 100 KB each; those of everything are always kept


class OwnPacks(Protocol):
    """A server's own questions, as services/trivia/packs.py has them."""

    async def facts(self, guild_id: int, name: str) -> tuple[Fact, ...]:
        """Those of the pack called `name`; empty when the server has none."""


class Questions:
    """All there is to ask."""

    def __init__(self, catalogue: Catalogue, words: WordBook, packs: OwnPacks | None = None) -> None:
        self.catalogue = catalogue
        self._words, self._packs = words, packs
        self._learned: Mapping[str, Difficulty] = {}
        self._everything: dict[bool, Selection] = {}
        self._selections: OrderedDict[tuple[Topic, bool], Selection] = OrderedDict()
        self._rivals: dict[Subject, Names] = {}

    # Getting ready: a second of work, for a thread

    def prepare(self) -> None:
        """Gathers every fact and the whole selections. What is asked before does its part of this itself."""
        for typed in (False, True):
            self._select(EVERYTHING, typed)
        for subject in Subject:
            self._names(subject)
        len(self._by_topic)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Everything that the catalogue lets us ask about."""
        return tuple(fact for template in TEMPLATES for fact in template.facts(self._maker.world))

    @cached_property
    def _maker(self) -> Maker:
        return Maker(World(self.catalogue), self._words)

    @cached_property
    def _ways(self) -> dict[str, Callable[[Maker, Fact, Random], Question]]:
        return {template.name: template.ask for template in TEMPLATES}

    @cached_property
    def _by_topic(self) -> Mapping[Topic, list[Fact]]:
        """The facts of each single artist, show, era and pack."""
        found: dict[Topic, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            for topic in _topics(fact):
                found[topic].append(fact)
        return dict(found)

    async def relearn(self, learned: Mapping[str, Difficulty]) -> None:
        """From now on these questions (by id) are as hard as play has shown; the others as hard as was thought."""
        if learned == self._learned:
            return
        self._learned = dict(learned)
        self._selections.clear()
        self._everything = await asyncio.to_thread(self._whole)

    def _whole(self) -> dict[bool, Selection]:
        return {typed: Selection(self.facts, self._learned, typed=typed) for typed in (False, True)}

    # Dealing

    async def deal(
        self,
        seed: str,
        turn: int,
        topic: Topic = EVERYTHING,
        difficulty: Difficulty | None = None,
        *,
        guild_id: int | None = None,
        typed: bool = False,
    ) -> Question:
        """The `turn`-th question (from 0) of the stack called `seed`: the same whenever it is asked, on any machine.

        No repeats before a stack is through, balanced over artists. A place (a server, a member) needs to remember one
        seed and one turn. `typed` asks only for what can be answered by typing; else all can be answered by a button.
        `guild_id` lets `topic.pack` name one of the server's own packs, which may have typed questions only.

        Raises Refused("no-questions") when there is none like that.
        """
        selection = await self._selected(topic, typed, guild_id)
        fact = selection.deal(seed, turn, difficulty)
        if fact is None:
            raise Refused("no-questions")
        return self.ask(fact, f"{seed}/{turn}")

    async def count(
        self,
        topic: Topic = EVERYTHING,
        difficulty: Difficulty | None = None,
        *,
        guild_id: int | None = None,
        typed: bool = False,
    ) -> int:
        """How many different questions there are of that kind: a game asks no more rounds than this."""
        return (await self._selected(topic, typed, guild_id)).count(difficulty)

    def ask(self, fact: Fact, seed: str) -> Question:
        """The fact as a question, whose options and their order follow from the seed. Takes some 0.2 ms."""
        question = self._ways[fact.template](self._maker, fact, Random(f"{seed}/{fact.id}"))
        return msgspec.structs.replace(question, difficulty=self._learned.get(fact.id, question.difficulty))

    async def _selected(self, topic: Topic, typed: bool, guild_id: int | None) -> Selection:
        if topic.pack is not None and guild_id is not None and self._packs is not None:
            own = await self._packs.facts(guild_id, topic.pack)
            if own:
                return Selection(own, self._learned, typed=typed, quota=None)
        selection = self._everything.get(typed) if topic.whole else self._selections.get((topic, typed))
        if selection is None:
            selection = await asyncio.to_thread(self._select, topic, typed)
        return selection

    def _select(self, topic: Topic, typed: bool) -> Selection:
        """Builds the selection and remembers it."""
        if topic.whole:
            return self._everything.setdefault(typed, Selection(self.facts, self._learned, typed=typed))
        lists = [self._by_topic.get(one, []) for one in _parts(topic)]
        wanted = [fact for fact in lists[0] if all(fact in found for found in lists[1:])]
        single = topic.artist is not None
        made = Selection(wanted, self._learned, typed=typed, by_template=single, quota=None if single else QUOTA)
        self._selections[topic, typed] = made
        if len(self._selections) > SELECTIONS:
            self._selections.popitem(last=False)
        return made

    # Judging

    def judge(self, answer: str, question: Question) -> bool:
        """Whether a typed answer is right (design, section 7; bot/trivia/matching.py has the rules).

        Takes under 3 ms, once everything is prepared.
        """
        exact = question.subject is Subject.NUMBER
        others = self._names(question.subject)
        rivals = Names(question.rivals)
        if not judge(answer, question.accepted, others, exact=exact):
            return False
        return judge(answer, question.accepted, rivals, exact=exact)

    def _names(self, subject: Subject) -> Names:
        if subject not in self._rivals:
            self._rivals[subject] = Names(_all_names(self.catalogue, subject))
        return self._rivals[subject]


def _all_names(catalogue: Catalogue, subject: Subject) -> Iterable[str]:
    """Everything of that kind that the catalogue knows, right or wrong."""
    if subject is Subject.ARTIST:
        return [name for artist in catalogue.artists.values() for name in names_of(artist)]
    if subject is Subject.SHOW:
        return [name for show in catalogue.ceremonies.values() for name in titles_of(show)]
    if subject is Subject.WORK:
        rows = (row for rows in catalogue.results_of.values() for row in rows)
        return {row.nominee.work for row in rows if row.nominee.work}
    return ()


def _topics(fact: Fact) -> Iterable[Topic]:
    yield from (Topic(artist=artist) for artist in dict.fromkeys(fact.artists))
    if fact.show is not None:
        yield Topic(show=fact.show)
    if fact.year is not None:
        yield Topic(era=era_of(fact.year))
    if fact.pack is not None:
        yield Topic(pack=fact.pack)


def _parts(topic: Topic) -> list[Topic]:
    """The single topics that one is made of."""
    parts = (
        Topic(artist=topic.artist),
        Topic(show=topic.show),
        Topic(era=topic.era),
        Topic(pack=topic.pack),
    )
    return [part for part in parts if not part.whole]
