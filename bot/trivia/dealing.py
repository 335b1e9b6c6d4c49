"""How a question is put together: a fact that can be asked about, its texts in both languages, options that are wrong.

Every template uses these; what is true and what is not is for the template to know.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from random import Random
from typing import Any

import msgspec

from bot.catalogue.dates import PartialDate
from bot.catalogue.index import names_of, titles_of
from bot.catalogue.model import ArtistKind, Category, Edition
from bot.catalogue.names import fold
from bot.text import WordBook
from bot.trivia.deck import era_of
from bot.trivia.questions import (
    LANGUAGES,
    OPTION_LENGTH,
    Difficulty,
    Localised,
    Option,
    Question,
    Subject,
)
from bot.trivia.wordings import told_apart
from bot.trivia.world import World

CHOICES = 4
SOURCES = 3  # shown with the answer; the rest is one look-up away
_LEVELS = (Difficulty.EASY, Difficulty.MEDIUM, Difficulty.HARD)


class Fact(msgspec.Struct, frozen=True):
    """Something that can be asked about: cheap to keep by the thousand, made a question only when it is dealt.

    `owner` is whose turn it is in a deck (an act, or "show mama" where there is none), `matter` what its template
    needs to ask. `typed` and `chosen` say whether it can be answered without seeing options, and by one of them.
    """

    template: str
    key: str
    owner: str
    level: int
    artists: tuple[str, ...]
    matter: Any
    show: str | None = None
    year: int | None = None
    typed: bool = False
    chosen: bool = True
    pack: str | None = None

    @property
    def id(self) -> str:
        return f"{self.template}:{self.key}"

    @property
    def difficulty(self) -> Difficulty:
        return _LEVELS[min(2, max(0, self.level))]


class Maker:
    """What templates make questions with."""

    def __init__(self, world: World, words: WordBook) -> None:
        self.world = world
        self.catalogue = world.catalogue
        self._words = tuple(words.of(locale) for locale in LANGUAGES)
        self._named: dict[str, Localised] = {}  # the same few hundred come again and again

    def say(self, key: str, **values: Localised | str | int) -> Localised:
        """The message `key` in both languages."""
        en, ko = (
            words(
                key,
                **{
                    name: value.of(words.locale) if isinstance(value, Localised) else value
                    for name, value in values.items()
                },
            )
            for words in self._words
        )
        return Localised(en, ko)

    def listed(self, items: Iterable[Localised]) -> Localised:
        """A, B and C."""
        found = list(items)
        en, ko = (words.list(item.of(words.locale) for item in found) for words in self._words)
        return Localised(en, ko)

    def day(self, date: PartialDate) -> Localised:
        """A date as exact as it is known."""
        en, ko = (words.date(date) for words in self._words)
        return Localised(en, ko)

    def bare(self, artist: str) -> Localised:
        """An artist's name alone, also where others have it as well."""
        found = self.catalogue.artists[artist]
        return Localised(found.name, found.hangul or found.name)

    def named(self, artist: str) -> Localised:
        """An artist as one says it; a person whose name others have as well, with the group."""
        if artist not in self._named:
            self._named[artist] = self._told_apart(artist)
        return self._named[artist]

    def _told_apart(self, artist: str) -> Localised:
        found, plain = self.catalogue.artists[artist], self.bare(artist)
        groups = self.world.groups_of(artist) if found.kind is ArtistKind.PERSON else ()
        if not groups or not self.world.is_shared(found):
            return plain
        group = self.catalogue.artists[max(groups, key=lambda one: (self.world.fame(one), one))]
        return Localised(f"{plain.en} ({group.name})", f"{plain.ko}({group.hangul or group.name})")

    def show(self, show: str) -> Localised:
        """A ceremony's name within a sentence, where "the" stands before it."""
        title = self.title(show)
        return Localised(title.en.removeprefix("The "), title.ko)

    def title(self, show: str) -> Localised:
        """A ceremony's name by itself."""
        found = self.catalogue.ceremonies[show]
        return Localised(found.name, found.hangul or found.name)

    def edition(self, edition: Edition) -> Localised:
        """An edition by year and show."""
        return self.say("trivia-edition", show=self.show(edition.ceremony), year=str(edition.year))

    def prize(self, edition: Edition, category: Category) -> Localised:
        """A category of one edition, told apart from its others in both languages."""
        prize = self.catalogue.prize(edition, category)
        wordings = sum(self.catalogue.prize(edition, other).name_ko == prize.name_ko for other in edition.category)
        ko = prize.name_ko if wordings == 1 else told_apart(prize.name_ko, category, self._words[1])
        return Localised(category.name, ko)

    def option(self, artist: str) -> Option:
        """An artist as an option."""
        return Option(self.named(artist), artist)

    def options(self, artists: Iterable[str]) -> list[Option]:
        """Each artist as an option."""
        return [self.option(artist) for artist in artists]

    def distractors(self, right: str, pool: Iterable[str], dice: Random, *, count: int = CHOICES - 1) -> list[Option]:
        """`count` artists of `pool` that are of the right one's kind and about as well known.

        Nobody related to it, and no two that read alike. The pool must hold nobody for whom the answer is true as
        well; where it is too small, fewer come back.
        """
        world = self.world
        near = world.related(right)
        kind, side = self.catalogue.artists[right].kind, world.sides.get(right)
        place = world.rank.get(right, len(world.rank))
        ranked = sorted(
            (act for act in pool if act not in near),
            key=lambda act: (
                (self.catalogue.artists[act].kind is not kind) + (world.sides.get(act) != side),
                abs(world.rank.get(act, len(world.rank)) - place),
                act,
            ),
        )
        nearest = ranked[: count * 4]
        return self.unlike([self.option(right)], self.options(dice.sample(nearest, len(nearest))), count)

    def unlike(self, taken: Iterable[Option], candidates: Iterable[Option], count: int) -> list[Option]:
        """The first `count` candidates that read like none before them, in either language, and fit a button."""
        seen = {text for option in taken for text in alike(option.text)}
        found: list[Option] = []
        for option in candidates:
            texts = alike(option.text)
            if len(found) < count and seen.isdisjoint(texts) and fits(option.text):
                found.append(option)
                seen |= texts
        return found

    def accepted(self, artist: str) -> tuple[str, ...]:
        """Everything that counts as naming an artist."""
        named = self.named(artist)
        return tuple(dict.fromkeys((*names_of(self.catalogue.artists[artist]), named.en, named.ko)))

    def accepted_show(self, show: str) -> tuple[str, ...]:
        """Everything that counts as naming a ceremony."""
        return tuple(dict.fromkeys((*titles_of(self.catalogue.ceremonies[show]), show)))

    def question(
        self,
        fact: Fact,
        prompt: Localised,
        after: Localised,
        right: Option,
        wrong: Iterable[Option],
        dice: Random,
        *,
        accepted: Iterable[str] = (),
        rivals: Iterable[str] = (),
        subject: Subject = Subject.TEXT,
        sources: Iterable[str] = (),
        ordered: Callable[[Option], Any] | None = None,
    ) -> Question:
        """The question whole: options in an order that the dice decide, or that of `ordered` (years, numbers)."""
        others = list(wrong)
        options = [right, *others] if others else []
        if ordered is None:
            dice.shuffle(options)
        else:
            options.sort(key=ordered)
        return Question(
            id=fact.id,
            template=fact.template,
            difficulty=fact.difficulty,
            prompt=prompt,
            after=after,
            options=tuple(options),
            right=options.index(right) if options else 0,
            accepted=tuple(accepted) if fact.typed else (),
            rivals=tuple(rivals) if fact.typed else (),
            subject=subject,
            artists=fact.artists,
            show=fact.show,
            era=None if fact.year is None else era_of(fact.year),
            pack=fact.pack,
            sources=tuple(dict.fromkeys(sources))[:SOURCES],
        )


class Template(msgspec.Struct, frozen=True):
    """One way to ask: which facts it asks about, and how."""

    name: str
    facts: Callable[[World], Iterator[Fact]]
    ask: Callable[[Maker, Fact, Random], Question]


def alike(text: Localised) -> set[str]:
    """The forms in which two options read the same."""
    return {fold(text.en) or text.en, fold(text.ko) or text.ko}


def fits(text: Localised) -> bool:
    """Whether a text can stand on a button."""
    return 0 < len(text.en) <= OPTION_LENGTH and 0 < len(text.ko) <= OPTION_LENGTH


def years_around(right: int, allowed: Collection[int], dice: Random, *, count: int = CHOICES - 1) -> list[int]:
    """`count` of the allowed years, near the right one on either side."""
    others = sorted((year for year in allowed if year != right), key=lambda year: (abs(year - right), year))
    nearest = others[: count * 2]
    return dice.sample(nearest, min(count, len(nearest)))


def same(number: int) -> Option:
    """A number or a year as an option: the same in both languages."""
    return Option(Localised(str(number), str(number)))
