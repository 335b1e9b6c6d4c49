"""Questions about who is in which group."""

from collections.abc import Iterator
from random import Random

from bot.catalogue.index import names_of
from bot.catalogue.model import ArtistKind
from bot.catalogue.names import fold
from bot.trivia.dealing import CHOICES, Fact, Maker, Template
from bot.trivia.questions import Localised, Option, Question, Subject
from bot.trivia.world import World, told

NEAREST = 24  # groups about as well known, from which others are taken


def _home(world: World, person: str) -> str | None:
    """The best known of somebody's groups; None when the catalogue knows none with three members."""
    groups = [group for group in world.groups_of(person) if group in world.called]
    return max(groups, key=lambda group: (world.fame(group), group)) if groups else None


def _strange_groups(world: World, person: str) -> list[str]:
    """Groups that somebody was never in, nor anybody of that name, nor a unit or a parent of them; nearest fame."""
    home = _home(world, person)
    own = set(world.groups_of(person))
    near = own.union(*(world.kin.get(group, ()) for group in own))
    names = {fold(name) for name in names_of(world.artists[person])}
    place = world.rank[home] if home else 0
    side = world.sides.get(person)
    far = [group for group in world.groups if group not in near and names.isdisjoint(world.called[group])]
    return sorted(far, key=lambda group: (world.sides.get(group) != side, abs(world.rank[group] - place), group))[
        :NEAREST
    ]


# Which group?


def _groups(world: World) -> Iterator[Fact]:
    for person in world.acts:
        artist = world.artists[person]
        home = _home(world, person) if artist.kind is ArtistKind.PERSON else None
        if home and not world.is_shared(artist) and not _gives_away(world, person, home):
            artists = (home, person)
            yield Fact("group", person, home, world.level(home), artists, home, typed=True)


def _gives_away(world: World, person: str, group: str) -> bool:
    names = (world.artists[person].name, world.artists[group].name)
    mine, theirs = map(fold, names)
    return theirs in mine or mine in theirs


def _ask_group(maker: Maker, fact: Fact, dice: Random) -> Question:
    world, person, home = maker.world, fact.key, fact.matter
    wrong = maker.distractors(home, _strange_groups(world, person), dice)
    accepted = [name for group in world.groups_of(person) for name in maker.accepted(group)]
    texts = {"artist": maker.bare(person), "group": maker.named(home)}
    return maker.question(
        fact, maker.say("trivia-ask-group", **texts), _after(maker, person, home), maker.option(home), wrong, dice,
        accepted=accepted, subject=Subject.ARTIST, sources=_sources(world, home, person),
    )  # fmt: skip


def _after(maker: Maker, person: str, group: str) -> Localised:
    now = person in maker.catalogue.artists[group].members
    key = "trivia-after-member" if now else "trivia-after-former-member"
    return maker.say(key, artist=maker.bare(person), group=maker.named(group))


def _sources(world: World, group: str, person: str) -> tuple[str, ...]:
    return (*world.artists[group].sources[:2], *world.artists[person].sources[:1])


# Which one is a member, which one never was?


def _members(world: World) -> Iterator[Fact]:
    for group in world.groups:
        yield Fact("member", group, group, world.level(group), (group,), group)


def _ask_member(maker: Maker, fact: Fact, dice: Random) -> Question:
    world, group = maker.world, fact.key
    member = dice.choice(_sampled(world, group))
    others = dice.sample(_outsiders(world, group), NEAREST)
    right = _named(maker, member)
    wrong = maker.unlike([right], [_named(maker, one) for one in others], CHOICES - 1)
    texts = {"group": maker.named(group)}
    return maker.question(
        fact, maker.say("trivia-ask-member", **texts), _after(maker, member, group), right, wrong,
        dice, subject=Subject.ARTIST, sources=_sources(world, group, member),
    )  # fmt: skip


def _strangers(world: World) -> Iterator[Fact]:
    for group in world.groups:
        yield Fact("stranger", group, group, 1 + world.level(group), (group,), group)


def _ask_stranger(maker: Maker, fact: Fact, dice: Random) -> Question:
    world, group = maker.world, fact.key
    right = _named(maker, dice.choice(_outsiders(world, group)))
    members = _sampled(world, group)
    wrong = maker.unlike([right], [_named(maker, one) for one in dice.sample(members, len(members))], CHOICES - 1)
    texts = {"group": maker.named(group), "artist": right.text}
    return maker.question(
        fact, maker.say("trivia-ask-stranger", **texts), maker.say("trivia-after-stranger", **texts), right, wrong,
        dice, subject=Subject.ARTIST, sources=world.artists[group].sources,
    )  # fmt: skip


def _named(maker: Maker, person: str) -> Option:
    """Somebody without the group's name, which would give them away."""
    return Option(maker.bare(person), person)


def _sampled(world: World, group: str) -> list[str]:
    """The members whose name alone says who they are: not the group's own name."""
    return [one for one in world.members_of(group) if not _gives_away(world, one, group)]


def _outsiders(world: World, group: str) -> list[str]:
    """Members of groups about as well known who were never in this one, and share no name with its members."""
    called, near = world.called[group], world.related(group)
    place, side = world.rank[group], world.sides.get(group)
    groups = sorted(
        (one for one in world.groups if one not in near),
        key=lambda one: (world.sides.get(one) != side, abs(world.rank[one] - place), one),
    )
    return [
        person
        for other in groups[:NEAREST]
        for person in world.members_of(other)
        if person not in near and told(world.artists[person]) and _nobody_here(world, person, called)
    ]


def _nobody_here(world: World, person: str, called: frozenset[str]) -> bool:
    artist = world.artists[person]
    return not world.is_shared(artist) and called.isdisjoint(fold(name) for name in names_of(artist))


TEMPLATES = (
    Template("group", _groups, _ask_group),
    Template("member", _members, _ask_member),
    Template("stranger", _strangers, _ask_stranger),
)
