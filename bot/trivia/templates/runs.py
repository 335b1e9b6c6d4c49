"""Questions about a prize through the years: the odd one out, how many, who was first, in which order."""

from collections.abc import Iterable, Iterator
from itertools import islice, permutations
from random import Random

from bot.trivia.dealing import CHOICES, Fact, Maker, Template, same
from bot.trivia.questions import OPTION_LENGTH, Localised, Option, Question, Subject
from bot.trivia.world import Run, World

ODD_ONES = 8  # questions of one run
ARROW = " → "


def _fact(template: str, run: Run, artist: str, world: World, typed: bool = False) -> Fact:
    level = 1 + world.level(artist)
    return Fact(template, run.key(artist), artist, level, (artist,), run, run.show, run.until, typed)


def _texts(maker: Maker, run: Run) -> dict[str, Localised | str | int]:
    return {
        "prize": Localised(run.prize.name, run.prize.name_ko),
        "show": maker.show(run.show),
        "since": str(run.since),
        "until": str(run.until),
    }


def _known(world: World, run: Run) -> list[str]:
    return [artist for artist in run.years if artist in world.rank]


# Which one never won it?


def _odd(world: World) -> Iterator[Fact]:
    for run in world.runs:
        winners = _known(world, run)
        if len(winners) < CHOICES:
            continue
        near = set().union(*(world.related(one) for one in run.years))
        seen = world.seen_at.get(run.show, {})
        pool = {act for year in range(run.since, run.until + 1) for act in seen.get(year, ()) if act not in near}
        for act in islice(sorted(pool, key=lambda one: (world.rank[one], one)), ODD_ONES):
            yield _fact("odd", run, act, world)


def _ask_odd(maker: Maker, fact: Fact, dice: Random) -> Question:
    run: Run = fact.matter
    (right,) = maker.options(fact.artists)
    wrong = maker.distractors(fact.owner, _known(maker.world, run), dice)
    winners = [option.artist for option in wrong if option.artist]
    texts = _texts(maker, run)
    after = maker.say("trivia-after-odd", artist=right.text, others=maker.listed(one.text for one in wrong), **texts)
    return maker.question(
        fact, maker.say("trivia-ask-odd", **texts), after, right, wrong, dice,
        subject=Subject.ARTIST, sources=run.sources_of(year for one in winners for year in run.years[one][:1]),
    )  # fmt: skip


# How many times?


def _count(world: World) -> Iterator[Fact]:
    for run in world.runs:
        for artist in _known(world, run):
            if len(run.years[artist]) > 1:
                yield _fact("count", run, artist, world, typed=True)


def _ask_count(maker: Maker, fact: Fact, dice: Random) -> Question:
    run: Run = fact.matter
    years = run.years[fact.owner]
    right = len(years)
    lowest = max(1, right - dice.randrange(CHOICES))
    wrong = [same(number) for number in range(lowest, lowest + CHOICES) if number != right]
    texts = {**_texts(maker, run), "artist": maker.named(fact.owner)}
    after = maker.say("trivia-after-count", count=right, years=", ".join(map(str, years)), **texts)
    return maker.question(
        fact, maker.say("trivia-ask-count", **texts), after, same(right), wrong, dice,
        accepted=(str(right), f"{right}번", f"{right}회"), subject=Subject.NUMBER, sources=run.sources_of(years),
        ordered=lambda option: int(option.text.en),
    )  # fmt: skip


# Who won it first?


def _first(world: World) -> Iterator[Fact]:
    for run in world.runs:
        known = _known(world, run)
        for artist in known:
            if len(_later(world, run, artist)) >= CHOICES:
                yield _fact("first", run, artist, world)


def _later(world: World, run: Run, artist: str) -> list[str]:
    """Those who won it for the first time after `artist` did."""
    return [one for one in _known(world, run) if run.years[one][0] > run.years[artist][0]]


def _ask_first(maker: Maker, fact: Fact, dice: Random) -> Question:
    run: Run = fact.matter
    (right,) = maker.options(fact.artists)
    wrong = maker.distractors(fact.owner, _later(maker.world, run, fact.owner), dice)
    texts = _texts(maker, run)
    first = run.years[fact.owner][0]
    after = maker.say("trivia-after-first", artist=right.text, year=str(first), **texts)
    years = [first, *(run.years[one.artist][0] for one in wrong if one.artist)]
    return maker.question(
        fact, maker.say("trivia-ask-first", **texts), after, right, wrong, dice,
        subject=Subject.ARTIST, sources=run.sources_of(years),
    )  # fmt: skip


# In which order?


def _order(world: World) -> Iterator[Fact]:
    for run in world.runs:
        once = {one: run.years[one][0] for one in _known(world, run) if len(run.years[one]) == 1}
        for artist, year in once.items():
            if len(ladder(once, artist)) == CHOICES and year:
                yield _fact("order", run, artist, world)


def ladder(years: dict[str, int], artist: str, dice: Random | None = None) -> list[str]:
    """`artist` and three others, each of a later year than the one before; fewer where there are not as many."""
    steps = [artist]
    later: dict[int, list[str]] = {}
    for one, year in sorted(years.items()):
        if year > years[artist]:
            later.setdefault(year, []).append(one)
    chosen = sorted(later) if dice is None else sorted(dice.sample(sorted(later), min(CHOICES - 1, len(later))))
    for year in chosen[: CHOICES - 1]:
        steps.append(later[year][0] if dice is None else dice.choice(later[year]))
    return steps


def orderings(maker: Maker, right: list[str], dice: Random) -> tuple[Option, list[Option]]:
    """The right order and three wrong ones, as options."""
    others = [list(order) for order in permutations(right) if list(order) != right]
    wrong = [Option(_chain(maker, order)) for order in dice.sample(others, CHOICES - 1)]
    return Option(_chain(maker, right)), wrong


def _chain(maker: Maker, artists: Iterable[str]) -> Localised:
    named = [_short(maker, one) for one in artists]
    return Localised(ARROW.join(one.en for one in named), ARROW.join(one.ko for one in named))


def _short(maker: Maker, artist: str) -> Localised:
    """A name that leaves room for three others on a button."""
    room = (OPTION_LENGTH - (CHOICES - 1) * len(ARROW)) // CHOICES
    named = maker.named(artist)
    return Localised(*(text if len(text) <= room else f"{text[: room - 1]}…" for text in (named.en, named.ko)))


def _ask_order(maker: Maker, fact: Fact, dice: Random) -> Question:
    run: Run = fact.matter
    once = {one: run.years[one][0] for one in _known(maker.world, run) if len(run.years[one]) == 1}
    steps = ladder(once, fact.owner, dice)
    right, wrong = orderings(maker, steps, dice)
    listed = maker.listed(sorted((maker.named(one) for one in steps), key=lambda one: one.en.casefold()))
    texts = _texts(maker, run)
    rows = [maker.say("trivia-dated", artist=maker.named(one), year=str(once[one])) for one in steps]
    after = maker.say("trivia-after-order", order=maker.listed(rows), **texts)
    return maker.question(
        fact, maker.say("trivia-ask-order", artists=listed, **texts), after, right, wrong, dice,
        sources=run.sources_of(once[one] for one in steps),
    )  # fmt: skip


TEMPLATES = (
    Template("odd", _odd, _ask_odd),
    Template("count", _count, _ask_count),
    Template("first", _first, _ask_first),
    Template("order", _order, _ask_order),
)
