"""Questions about acts themselves: birthday, debut, fandom."""

from collections.abc import Iterator
from functools import lru_cache
from random import Random

from babel.dates import get_month_names

from bot.catalogue.dates import DateStatus, PartialDate
from bot.catalogue.model import Artist, ArtistKind
from bot.catalogue.names import fold
from bot.trivia.dealing import CHOICES, Fact, Maker, Template, same, years_around
from bot.trivia.questions import Localised, Option, Question, Subject
from bot.trivia.templates.runs import ladder, orderings
from bot.trivia.world import World

BIRTHDAYS = 500  # of so many of the best known persons
_MONTHS = range(1, 13)


def _owner(world: World, artist: str) -> str:
    """Whose turn a question about a member is: the best known group's."""
    groups = [group for group in world.groups_of(artist) if group in world.rank]
    return max(groups, key=lambda group: (world.fame(group), group)) if groups else artist


def _doubted(artist: Artist, *words: str) -> bool:
    """Whether the artist's own note says that sources differ about this."""
    note = (artist.note or "").casefold()
    return any(word in note for word in words)


# In which month is the birthday?


def _birthdays(world: World) -> Iterator[Fact]:
    named_so = {fold(_month(month).en)[:length] for month in _MONTHS for length in (3, None)}
    people = [act for act in world.acts if world.artists[act].kind is ArtistKind.PERSON]
    for act in people[:BIRTHDAYS]:
        artist = world.artists[act]
        if artist.died or fold(artist.name) in named_so or _doubted(artist, "birth", "lists"):
            continue  # "In which month was Jun born?" in June
        if artist.birthday and artist.birthday.day:
            level = 1 + world.level(act)
            artists = (act, *world.groups_of(act))
            yield Fact("birthday", act, _owner(world, act), level, artists, artist.birthday.month, typed=True)


@lru_cache(maxsize=16)
def _month(number: int) -> Localised:
    en, ko = (get_month_names("wide", locale=locale)[number] for locale in ("en_US", "ko"))
    return Localised(en, ko)


def _ask_birthday(maker: Maker, fact: Fact, dice: Random) -> Question:
    artist = maker.catalogue.artists[fact.key]
    month: int = fact.matter
    others = dice.sample([one for one in _MONTHS if one != month], CHOICES - 1)
    options = {one: Option(_month(one)) for one in (month, *others)}
    named = maker.named(artist.id)
    assert artist.birthday is not None
    after = maker.say("trivia-after-birthday", artist=named, day=maker.day(artist.birthday))
    right = _month(month)
    return maker.question(
        fact, maker.say("trivia-ask-birthday", artist=named), after, options[month],
        [options[one] for one in others], dice,
        accepted=(right.en, right.en[:3], right.ko, str(month), f"{month:02}"),
        rivals=[text for one in _MONTHS if one != month for text in (_month(one).en, _month(one).ko)],
        sources=artist.sources, ordered=lambda option: list(map(_month, _MONTHS)).index(option.text),
    )  # fmt: skip


# In which year was the debut?


def _debut_of(world: World, act: str) -> PartialDate | None:
    """An act's own debut, if everybody agrees when it was; members' debuts are their group's."""
    artist = world.artists[act]
    debut = artist.debut
    if debut is None or _doubted(artist, "debut", "lists", "release") or debut.status is not DateStatus.CONFIRMED:
        return None
    own = artist.kind is ArtistKind.GROUP or not world.groups_of(act)
    return debut if own and debut.last_day <= world.catalogue.as_of.first_day else None


def _debuts(world: World) -> Iterator[Fact]:
    for act in world.acts:
        if debut := _debut_of(world, act):
            level = 1 + world.level(act)
            yield Fact("debut", act, act, level, (act,), debut, year=debut.year, typed=True)


def _ask_debut(maker: Maker, fact: Fact, dice: Random) -> Question:
    debut: PartialDate = fact.matter
    latest = maker.catalogue.as_of.year
    wrong = years_around(debut.year, range(debut.year - 4, min(latest, debut.year + 4) + 1), dice)
    named = maker.named(fact.key)
    key = "trivia-after-debut-day" if debut.day else "trivia-after-debut"
    after = maker.say(key, artist=named, day=maker.day(debut))
    return maker.question(
        fact, maker.say("trivia-ask-debut", artist=named), after, same(debut.year), map(same, wrong), dice,
        accepted=(str(debut.year), f"{debut.year}년"), subject=Subject.NUMBER,
        sources=maker.catalogue.artists[fact.key].sources, ordered=lambda option: option.text.en,
    )  # fmt: skip


# In which order did they debut?


def _debut_orders(world: World) -> Iterator[Fact]:
    years = _debut_years(world)
    for act in years:
        if len(ladder(_peers(world, years, act), act)) == CHOICES:
            level = 1 + world.level(act)
            yield Fact("debuts", act, act, level, (act,), years, year=years[act])


def _debut_years(world: World) -> dict[str, int]:
    return {act: debut.year for act in world.groups if (debut := _debut_of(world, act))}


def _peers(world: World, years: dict[str, int], act: str) -> dict[str, int]:
    """The groups that debuted within eight years after, about as well known, and the act itself."""
    near = world.related(act) - {act}
    later = [one for one in years if years[act] < years[one] <= years[act] + 8 and one not in near]
    later.sort(key=lambda one: (abs(world.rank[one] - world.rank[act]), one))
    return {act: years[act], **{one: years[one] for one in later[: 4 * CHOICES]}}


def _ask_debuts(maker: Maker, fact: Fact, dice: Random) -> Question:
    peers = _peers(maker.world, fact.matter, fact.key)
    steps = ladder(peers, fact.key, dice)
    right, wrong = orderings(maker, steps, dice)
    listed = maker.listed(sorted((maker.named(one) for one in steps), key=lambda one: one.en.casefold()))
    rows = [maker.say("trivia-dated", artist=maker.named(one), year=str(peers[one])) for one in steps]
    sources = [source for one in steps for source in maker.catalogue.artists[one].sources[:1]]
    return maker.question(
        fact, maker.say("trivia-ask-debuts", artists=listed),
        maker.say("trivia-after-debuts", order=maker.listed(rows)), right, wrong, dice, sources=sources,
    )  # fmt: skip


# Whose fandom is it, and what is it called?


def _fandoms(world: World, template: str) -> Iterator[Fact]:
    named: dict[str, list[str]] = {}
    for artist in world.artists.values():
        named.setdefault(fold(artist.fandom or ""), []).append(artist.id)
    for act in world.acts:
        artist = world.artists[act]
        fandom = fold(artist.fandom or "")
        if not fandom or len(named[fandom]) > 1 or _doubted(artist, "fandom") or "(" in (artist.fandom or ""):
            continue
        names = (fold(artist.name), fold(artist.hangul or artist.name))
        if not any(name in fandom or fandom in name for name in names):
            yield Fact(template, act, _owner(world, act), world.level(act), (act,), artist.fandom, typed=True)


def _ask_fandom(maker: Maker, fact: Fact, dice: Random) -> Question:
    """Whose fandom?"""
    artist = maker.catalogue.artists[fact.key]
    wrong = maker.distractors(fact.key, _with_fandoms(maker.world, fact), dice)
    named = maker.named(fact.key)
    after = maker.say("trivia-after-fandom", artist=named, fandom=fact.matter)
    return maker.question(
        fact, maker.say("trivia-ask-fandom", fandom=fact.matter), after, maker.option(fact.key), wrong, dice,
        accepted=maker.accepted(fact.key), subject=Subject.ARTIST, sources=artist.sources,
    )  # fmt: skip


def _ask_fans(maker: Maker, fact: Fact, dice: Random) -> Question:
    """Which fandom?"""
    artist = maker.catalogue.artists[fact.key]
    fandoms = [
        maker.catalogue.artists[option.artist].fandom or ""
        for option in maker.distractors(fact.key, _with_fandoms(maker.world, fact), dice, count=3 * CHOICES)
        if option.artist
    ]
    right = Option(Localised(fact.matter, fact.matter))
    wrong = maker.unlike([right], [Option(Localised(one, one)) for one in fandoms], CHOICES - 1)
    named = maker.named(fact.key)
    after = maker.say("trivia-after-fandom", artist=named, fandom=fact.matter)
    return maker.question(
        fact, maker.say("trivia-ask-fans", artist=named), after, right, wrong, dice,
        accepted=(fact.matter,), rivals=fandoms, sources=artist.sources,
    )  # fmt: skip


def _with_fandoms(world: World, fact: Fact) -> list[str]:
    """Acts whose fandom is known under another name."""
    mine = fold(fact.matter)
    return [act for act in world.acts if fold(world.artists[act].fandom or "") not in ("", mine)]


TEMPLATES = (
    Template("birthday", _birthdays, _ask_birthday),
    Template("debut", _debuts, _ask_debut),
    Template("debuts", _debut_orders, _ask_debuts),
    Template("fandom", lambda world: _fandoms(world, "fandom"), _ask_fandom),
    Template("fans", lambda world: _fandoms(world, "fans"), _ask_fans),
)
