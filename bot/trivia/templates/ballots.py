"""Questions about a whole ballot: who was not on it."""

from collections.abc import Iterator
from itertools import islice
from random import Random

from bot.catalogue.model import Category, Edition
from bot.trivia.dealing import CHOICES, Fact, Maker, Template
from bot.trivia.questions import Question, Subject
from bot.trivia.world import World, asked_about

STRANGERS = 4  # questions of one ballot


def _absent(world: World) -> Iterator[Fact]:
    for edition in world.editions:
        for category in edition.category:
            listed = _listed(world, edition, category)
            if len(listed) < CHOICES - 1:
                continue
            for stranger in islice(_strangers(world, edition, category, listed), STRANGERS):
                key = f"{edition.ceremony}/{edition.id}/{category.id}/{stranger}"
                matter = (edition, category, listed)
                level = max(1, world.level(stranger))
                yield Fact("absent", key, stranger, level, (stranger,), matter, edition.ceremony, edition.year)


def _listed(world: World, edition: Edition, category: Category) -> tuple[str, ...]:
    """The acts of a ballot that is known whole and sourced; none of one that is not."""
    supported = category.nominees_confidence is None or category.nominees_confidence.counts
    if not category.complete or not supported or not asked_about(edition, category):
        return ()
    found = (one.artists[0] for one in category.nominees if len(one.artists) == 1 and one.credit is None)
    return tuple(dict.fromkeys(one for one in found if one in world.rank))


def _strangers(world: World, edition: Edition, category: Category, listed: tuple[str, ...]) -> Iterator[str]:
    """Acts that the show knew in those years, of the ballot's kind, and not on it, nor related to anybody on it."""
    there = {one for nominee in category.nominees for one in nominee.artists}
    near = set().union(*(world.related(one) for one in there))
    kinds = {world.artists[one].kind for one in listed}
    middle = sorted(world.rank[one] for one in listed)[len(listed) // 2]
    pool = [one for one in world.around(edition.ceremony, edition.year, 1) if one not in near]
    sides = {world.sides.get(one) for one in listed}
    alike = [one for one in pool if world.artists[one].kind in kinds and world.sides.get(one) in sides]
    yield from sorted(alike, key=lambda one: (abs(world.rank[one] - middle), one))


def _ask_absent(maker: Maker, fact: Fact, dice: Random) -> Question:
    edition, category, listed = fact.matter
    (right,) = maker.options(fact.artists)
    wrong = maker.unlike([right], maker.options(dice.sample(listed, len(listed))), CHOICES - 1)
    texts = {"prize": maker.prize(edition, category), "edition": maker.edition(edition)}
    after = maker.say("trivia-after-absent", artist=right.text, **texts)
    return maker.question(
        fact, maker.say("trivia-ask-absent", **texts), after, right, wrong, dice,
        subject=Subject.ARTIST, sources=(*category.nominee_sources, *category.sources),
    )  # fmt: skip


TEMPLATES = (Template("absent", _absent, _ask_absent),)
