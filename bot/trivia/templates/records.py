"""Questions about records: whose is it, and who has won the most at a show."""

import re
from collections.abc import Iterator
from random import Random

from bot.catalogue.counting import Scope, everyones
from bot.catalogue.index import names_of
from bot.catalogue.model import Artist, RecordTopic, WrittenRecord
from bot.catalogue.names import fold
from bot.records.computed import ComputedRecord, RecordKind, computed_records
from bot.text.korean import with_particle
from bot.trivia.dealing import CHOICES, Fact, Maker, Template
from bot.trivia.questions import Localised, Question, Subject
from bot.trivia.world import World, told

BLANK = "◯◯◯"
FEWEST_PRIZES = 4  # a "most" of two or three says little
_ASKED = (RecordTopic.FIRST, RecordTopic.MOST, RecordTopic.STREAK, RecordTopic.SWEEP)
_PAIRS = ("은/는", "이/가", "을/를", "과/와", "으로/로")
_PARTICLES = {particle: pair for pair in _PAIRS for particle in pair.split("/")}


# Whose record is it?


def _records(world: World) -> Iterator[Fact]:
    for record in world.catalogue.records.values():
        if not told(record) or record.topic not in _ASKED or len(record.artists) != 1 or not record.claim_ko:
            continue
        (artist,) = record.artists
        blanked = _blanked(world, record, world.artists[artist])
        if blanked and artist in world.rank:
            year = record.date.year if record.date else world.catalogue.as_of.year
            level = world.level(artist) + 1
            yield Fact("record", record.id, artist, level, (artist,), (record, blanked), record.show, year, typed=True)


def _blanked(world: World, record: WrittenRecord, artist: Artist) -> Localised | None:
    """The claim without the artist's name; None where it does not stand there, or something else gives it away."""
    en = re.sub(rf"(?<!\w){re.escape(artist.name)}(?!\w)", BLANK, record.claim)
    ko = _without(record.claim_ko or "", artist.hangul or artist.name)
    near = [world.artists[one] for one in world.related(artist.id)]
    telling = {fold(name) for one in near for name in names_of(one)}
    words = {fold(word) for text in (en, ko) for word in re.split(r"[\s’'‘,.]+", text)}
    if BLANK not in en or BLANK not in ko or words & {name for name in telling if len(name) > 1}:
        return None
    return Localised(en, ko)


def _without(text: str, name: str) -> str:
    """A Korean sentence with the name blanked, its particle written for either sound: "◯◯◯은(는)"."""
    particles = "|".join(sorted(_PARTICLES, key=len, reverse=True))

    def blank(found: re.Match[str]) -> str:
        return with_particle(BLANK, _PARTICLES[found[1]]) if found[1] else BLANK

    return re.sub(rf"{re.escape(name)}(?:({particles})(?!\w))?", blank, text)


def _ask_record(maker: Maker, fact: Fact, dice: Random) -> Question:
    record, blanked = fact.matter
    world, right = maker.world, fact.owner
    pool = world.acts[: 8 * CHOICES] if record.show is None else _regulars(world, record.show)
    after = Localised(record.claim, record.claim_ko)
    return maker.question(
        fact, maker.say("trivia-ask-record", claim=blanked), after, maker.option(right),
        maker.distractors(right, pool, dice), dice,
        accepted=maker.accepted(right), subject=Subject.ARTIST, sources=record.sources,
    )  # fmt: skip


def _regulars(world: World, show: str) -> list[str]:
    """The acts that a show knew, and the best known of all."""
    seen = (act for acts in world.seen_at.get(show, {}).values() for act in acts)
    return list(dict.fromkeys((*seen, *world.acts[: 4 * CHOICES])))


# Who has won the most there?


def _mosts(world: World) -> Iterator[Fact]:
    for record in computed_records(world.catalogue):
        wanted = record.kind in (RecordKind.WINS, RecordKind.GRAND_PRIZES)
        if wanted and record.show and len(record.holders) == 1 and record.value >= FEWEST_PRIZES:
            artist = record.holders[0].artist
            others = _fewer(world, record)
            if artist in world.rank and len([one for one in others if one not in world.related(artist)]) >= CHOICES:
                key = f"{record.show}/{record.kind.value}"
                level = 1 + world.level(artist)
                yield Fact("most", key, artist, level, (artist,), (record, others), record.show, typed=True)


def _fewer(world: World, record: ComputedRecord) -> tuple[str, ...]:
    """Those who have won there as well, but less."""
    scope = Scope(show=record.show, grand_prize=record.kind is RecordKind.GRAND_PRIZES)
    counts = {act: len(rows) for act, rows in everyones(world.catalogue, scope).items() if act in world.rank}
    fewer = [act for act, count in counts.items() if count < record.value]
    return tuple(sorted(fewer, key=lambda act: (-counts[act], act))[: 3 * CHOICES])


def _ask_most(maker: Maker, fact: Fact, dice: Random) -> Question:
    record, others = fact.matter
    assert fact.show is not None
    evidence = record.holders[0].evidence
    texts: dict[str, Localised | str | int] = {"show": maker.show(fact.show), "since": str(record.since)}
    (right,) = maker.options([fact.owner])
    after = maker.say(f"trivia-after-most-{record.kind.value}", artist=right.text, count=record.value, **texts)
    return maker.question(
        fact, maker.say(f"trivia-ask-most-{record.kind.value}", **texts), after, right,
        maker.distractors(fact.owner, others, dice), dice, accepted=maker.accepted(fact.owner),
        subject=Subject.ARTIST, sources=[source for result in evidence[-3:] for source in result.category.sources[:1]],
    )  # fmt: skip


TEMPLATES = (
    Template("record", _records, _ask_record),
    Template("most", _mosts, _ask_most),
)
