"""Questions about one prize at one edition: who won it, in which year, at which show, which prize, with which work."""

from collections.abc import Callable, Iterator
from random import Random

from bot.catalogue.names import fold
from bot.trivia.dealing import CHOICES, Fact, Maker, Template, fits, same, years_around
from bot.trivia.questions import Localised, Option, Question, Subject
from bot.trivia.world import Award, World, asked_about, sides_of

FEWEST = CHOICES - 1
NEAR_YEARS = (2, 6)  # the acts of a show in so many years around are plausible; then those of more


def _fact(template: str, award: Award, world: World, shift: int, typed: bool) -> Fact:
    level = world.level(award.winner) + shift
    year = award.edition.year
    return Fact(template, award.key, award.winner, level, (award.winner,), award, award.show, year, typed)


def _texts(maker: Maker, award: Award) -> dict[str, Localised | str | int]:
    return {
        "artist": maker.named(award.winner),
        "prize": maker.prize(award.edition, award.category),
        "edition": maker.edition(award.edition),
        "show": maker.show(award.show),
        "year": str(award.edition.year),
    }


def _after(maker: Maker, award: Award) -> Localised:
    texts = _texts(maker, award)
    if work := award.nominee.work:
        return maker.say("trivia-after-award-work", work=Localised(f"“{work}”", f"‘{work}’"), **texts)
    return maker.say("trivia-after-award", **texts)


# Who won?


def _winners(world: World) -> Iterator[Fact]:
    for award in world.awards:
        if len(world.around(award.show, award.edition.year, NEAR_YEARS[1])) > 3 * CHOICES:
            yield _fact("winner", award, world, 0, typed=True)


def _ask_winner(maker: Maker, fact: Fact, dice: Random) -> Question:
    award: Award = fact.matter
    world, right = maker.world, award.winner
    rivals = [one for nominee in award.category.nominees if not nominee.won for one in nominee.artists]
    wrong = maker.distractors(right, (one for one in rivals if one in world.rank), dice)
    for near in NEAR_YEARS:
        if len(wrong) < FEWEST:
            others = maker.distractors(right, world.around(award.show, award.edition.year, near), dice, count=8)
            wrong += maker.unlike([maker.option(right), *wrong], others, FEWEST - len(wrong))
    prompt = maker.say("trivia-ask-winner", **_texts(maker, award))
    return maker.question(
        fact, prompt, _after(maker, award), maker.option(right), wrong, dice,
        accepted=maker.accepted(right), subject=Subject.ARTIST, sources=award.category.sources,
    )  # fmt: skip


# In which year?


def _years(world: World) -> Iterator[Fact]:
    for award in world.awards:
        if len(_other_years(world, award)) < FEWEST or not _only_once(world, award):
            continue
        debut = world.artists[award.winner].debut
        typed = debut is not None and world.whole_since(award.show, debut.year)
        yield _fact("year", award, world, 1, typed)


def _only_once(world: World, award: Award) -> bool:
    """Whether nothing in the catalogue, doubted or not, gives the winner that prize in another year."""
    return not any(
        award.winner in nominee.artists and nominee.won and edition is not award.edition
        for edition, category in world.catalogue.history_of[award.show, award.prize.id]
        for nominee in category.nominees
    )


def _other_years(world: World, award: Award) -> list[int]:
    won = world.won_in[award.show, award.prize.id]
    return [year for year, acts in won.items() if award.winner not in acts and year != award.edition.year]


def _ask_year(maker: Maker, fact: Fact, dice: Random) -> Question:
    award: Award = fact.matter
    right = award.edition.year
    wrong = years_around(right, _other_years(maker.world, award), dice)
    prompt = maker.say("trivia-ask-year", **_texts(maker, award))
    return maker.question(
        fact, prompt, _after(maker, award), same(right), map(same, wrong), dice,
        accepted=(str(right), f"{right}년"), subject=Subject.NUMBER, sources=award.category.sources,
        ordered=lambda option: option.text.en,
    )  # fmt: skip


# At which show?


def _shows(world: World) -> Iterator[Fact]:
    for award in world.awards:
        if not _names_show(world, award) and len(_other_shows(world, award)) >= FEWEST:
            yield _fact("show", award, world, 1, typed=False)


def _names_show(world: World, award: Award) -> bool:
    """Whether the prize's own name gives the show away."""
    ceremony = world.catalogue.ceremonies[award.show]
    wording = f"{fold(award.category.name)} {fold(award.prize.name_ko)}"
    hints = (ceremony.name, ceremony.short, ceremony.hangul or "", *ceremony.aliases)
    words = {fold(word) for hint in hints for word in (hint, *hint.split())} - {"", "music", "awards", "award", "k"}
    return any(word in wording for word in words if len(word) > 2 or not word.isascii())


def _other_shows(world: World, award: Award) -> list[str]:
    """Shows that gave the winner nothing of that name or class around that year, at home in the same country first."""
    taken = {award.show}
    for result in world.catalogue.results_of[award.winner]:
        if not result.nominee.won or abs(result.edition.year - award.edition.year) > 1:
            continue
        prize = world.catalogue.prize(result.edition, result.category)
        alike = prize.kind is award.prize.kind or fold(result.category.name) == fold(award.category.name)
        if alike or fold(prize.name_ko) == fold(award.prize.name_ko):
            taken.add(result.edition.ceremony)
    country = world.catalogue.ceremonies[award.show].country
    held = [show for show, years in world.years_held.items() if show not in taken and award.edition.year in years]
    return sorted(held, key=lambda show: _distance(world, show, country))


def _distance(world: World, show: str, country: str | None) -> tuple[bool, int, str]:
    return world.catalogue.ceremonies[show].country != country, -len(world.years_held[show]), show


def _ask_show(maker: Maker, fact: Fact, dice: Random) -> Question:
    award: Award = fact.matter
    others = _other_shows(maker.world, award)[: 2 * CHOICES]
    right = Option(maker.title(award.show))
    found = [Option(maker.title(show)) for show in dice.sample(others, len(others))]
    prompt = maker.say("trivia-ask-show", **_texts(maker, award))
    return maker.question(
        fact, prompt, _after(maker, award), right, maker.unlike([right], found, FEWEST), dice,
        subject=Subject.SHOW, sources=award.category.sources,
    )  # fmt: skip


# Which prize?


def _prizes(world: World) -> Iterator[Fact]:
    for award in world.awards:
        if len(_other_prizes(world, award)) > FEWEST and len(award.category.name) < 60:
            yield _fact("prize", award, world, 1, typed=False)


def _other_prizes(world: World, award: Award) -> list[int]:
    """The edition's categories (by place) whose known winners are others, and not of the winner's kin. Nor are those
    for girl groups asked of a boy group: they would be seen through at once.
    """
    near, side = world.related(award.winner), world.sides.get(award.winner)
    return [
        place
        for place, category in enumerate(award.edition.category)
        if category.winners
        and asked_about(award.edition, category)
        and (side is None or set(sides_of(category.name)) <= {side})
        and near.isdisjoint(one for winner in category.winners for one in winner.artists)
    ]


def _ask_prize(maker: Maker, fact: Fact, dice: Random) -> Question:
    award: Award = fact.matter
    places = _other_prizes(maker.world, award)
    texts = _texts(maker, award)
    right = Option(maker.prize(award.edition, award.category))
    sampled = dice.sample(places, min(len(places), 3 * CHOICES))
    others = [Option(maker.prize(award.edition, award.edition.category[place])) for place in sampled]
    return maker.question(
        fact, maker.say("trivia-ask-prize", **texts), _after(maker, award), right,
        maker.unlike([right], others, FEWEST), dice, sources=award.category.sources,
    )  # fmt: skip


# With which work?


def _works(world: World) -> Iterator[Fact]:
    for award in world.awards:
        work = award.nominee.work
        told = f"{award.category.name} {award.prize.name_ko} {world.artists[award.winner].name}"
        if not work or fold(work) in fold(told):
            continue
        if fits(Localised(work, work)) and len(_other_works(world, award)) >= FEWEST:
            yield _fact("work", award, world, 0, typed=True)


def _other_works(world: World, award: Award) -> list[str]:
    """Works that did not win it: the winner's own of those years, then those of the edition's others."""
    right = fold(award.nominee.work or "")
    found: dict[str, str] = {}
    for result in world.catalogue.results_of[award.winner]:
        if abs(result.edition.year - award.edition.year) <= NEAR_YEARS[0] and result.nominee.work:
            found.setdefault(fold(result.nominee.work), result.nominee.work)
    for category in award.edition.category:
        for nominee in category.nominees:
            if nominee.work and (len(found) < 2 * CHOICES):
                found.setdefault(fold(nominee.work), nominee.work)
    return [
        work
        for key, work in found.items()
        if key and right not in key and key not in right and fits(Localised(work, work))
    ]


def _ask_work(maker: Maker, fact: Fact, dice: Random) -> Question:
    award: Award = fact.matter
    work = award.nominee.work or ""
    others = _other_works(maker.world, award)
    own, rest = others[:CHOICES], others[CHOICES:]
    found = [Option(Localised(one, one)) for one in (*dice.sample(own, len(own)), *dice.sample(rest, len(rest)))]
    right = Option(Localised(work, work))
    return maker.question(
        fact, maker.say("trivia-ask-work", **_texts(maker, award)), _after(maker, award), right,
        maker.unlike([right], found, FEWEST), dice, accepted=titles(work), rivals=others,
        subject=Subject.WORK, sources=award.category.sources,
    )  # fmt: skip


def titles(work: str) -> tuple[str, ...]:
    """A title as it may be typed: whole, and without what stands in brackets at its end ("feat. Halsey")."""
    bare = work.split(" (")[0].strip() if work.endswith(")") else work
    return tuple(dict.fromkeys(one for one in (work, bare) if fold(one)))


_ASKED: tuple[tuple[str, Callable[[World], Iterator[Fact]], Callable[[Maker, Fact, Random], Question]], ...] = (
    ("winner", _winners, _ask_winner),
    ("year", _years, _ask_year),
    ("show", _shows, _ask_show),
    ("prize", _prizes, _ask_prize),
    ("work", _works, _ask_work),
)
TEMPLATES = tuple(Template(*row) for row in _ASKED)
