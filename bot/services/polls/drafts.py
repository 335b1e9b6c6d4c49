"""Makes a poll out of what somebody asks for: the answers, their order, and whether Discord's own polls can hold it."""

from collections.abc import Sequence

import msgspec

from bot.ballots.answers import LONGEST, NATIVE_MOST, asked, by_lot, shortened, tidied
from bot.ballots.bracket import Heat, first_round
from bot.catalogue import Catalogue
from bot.catalogue.model import Category, Confidence, Edition, Nominee
from bot.errors import Refused, UnknownEdition
from bot.storage.polls import Answer, Draft, KeptHeat
from bot.text import Words

NATIVE, HIDDEN = "native", "hidden"
LIVE, AFTER = "live", "after"
LONGEST_HOURS = 768  # Discord's own bound: 32 days
SEEDS = 2**31 - 1
STANCES = (2, 3)


class Wish(msgspec.Struct, frozen=True):
    """Where a poll shall be, who asks for it, when (UTC seconds), and how; what is None is chosen here."""

    guild_id: int
    channel_id: int
    user_id: int
    at: int
    hours: int = 24
    style: str | None = None
    results: str | None = None


def custom(wish: Wish, question: str, answers: Sequence[str]) -> Draft:
    """A poll with answers in the order given. Raises Refused: poll-no-question, poll-native-…"""
    return _styled(wish, "custom", asked(question), [Answer(text) for text in answers])


def debate(wish: Wish, question: str, stances: Sequence[str]) -> Draft:
    """A question with two or three stances; always ours, because reasons belong to it."""
    answers = [Answer(text) for text in stances]
    return _draft(wish, "debate", asked(question), answers, HIDDEN, wish.results or AFTER)


def bracket(wish: Wish, title: str, entrants: Sequence[Answer], seed: int) -> Draft:
    """A bracket of entrants, seeded by lot; in the order given when `seed` is 0."""
    drawn = by_lot(entrants, seed) if seed else tuple(entrants)
    draft = _draft(wish, "bracket", asked(title), drawn, HIDDEN, wish.results or AFTER)
    return msgspec.structs.replace(draft, heats=kept(first_round(len(drawn))), seed=seed)


def nominees(
    wish: Wish, question: str, edition: Edition, category: Category, prize: str, answers: Sequence[Answer], seed: int
) -> Draft:
    """A poll of who is really nominated for a prize, in the order of a lot: none stands first by merit or alphabet."""
    draft = _styled(wish, "nominees", asked(question), by_lot(answers, seed))
    about = {"show": edition.ceremony, "category": prize, "edition": edition.id}
    return msgspec.structs.replace(draft, seed=seed, **about)


def nominated(catalogue: Catalogue, show: str, prize: str, edition: str | None) -> tuple[Edition, Category]:
    """The year of a prize that a poll can be about: `edition` by its id or year, else the latest with two nominees.

    Raises UnknownEdition, Refused (poll-no-nominees).
    """
    history = catalogue.history_of.get((show, prize), ())
    if edition is not None:
        wanted = edition.strip()
        history = tuple(row for row in history if wanted in (row[0].id, str(row[0].year))) or ()
        if not history:
            known = catalogue.history_of.get((show, prize), ())
            raise UnknownEdition(show, edition, tuple(dict.fromkeys(row[0].id for row in known)))
    for year, category in history:
        if len(candidates(category)) >= 2:
            return year, category
    raise Refused("poll-no-nominees")


def candidates(category: Category) -> list[Nominee]:
    """Who is on a ballot as far as a source says so."""
    return [one for one in category.nominees if category.confidence_of(one) is not Confidence.UNVERIFIED]


def nominee_answers(category: Category, catalogue: Catalogue, words: Words) -> list[Answer]:
    """The answers of a poll of nominees, in the ballot's order."""
    found = candidates(category)
    texts = [nominee_name(one, catalogue, words) for one in found]
    short = shortened(texts, LONGEST) or tuple(f"{n}. {text}"[:LONGEST] for n, text in enumerate(texts, 1))
    return [Answer(text, key=nominee_key(one)) for text, one in zip(short, found, strict=True)]


def nominee_name(nominee: Nominee, catalogue: Catalogue, words: Words) -> str:
    """As the ballot prints it, with the work: `BTS – Dynamite`."""
    artists = [catalogue.artists[one] for one in nominee.artists]
    names = [one.hangul if words.locale == "ko" and one.hangul else one.name for one in artists]
    return tidied(" – ".join(part for part in (nominee.credit or words.list(names), nominee.work) if part))


def nominee_key(nominee: Nominee) -> str:
    """What tells one nominee of a ballot from the others."""
    return "|".join((",".join(nominee.artists), nominee.work or "", nominee.credit or ""))


def kept(heats: Sequence[Heat]) -> tuple[KeptHeat, ...]:
    """Heats as the storage has them."""
    return msgspec.convert(msgspec.to_builtins(heats), tuple[KeptHeat, ...])


def _styled(wish: Wish, kind: str, question: str, answers: Sequence[Answer]) -> Draft:
    """Discord's own where it fits and nobody wants otherwise, else ours."""
    short = shortened([one.text for one in answers])
    fits = short is not None and len(answers) <= NATIVE_MOST
    if wish.style == NATIVE and wish.results == AFTER:
        raise Refused("poll-native-live")
    if wish.style == NATIVE and not fits:
        raise Refused("poll-native-answers", most=NATIVE_MOST)
    if short is not None and fits and wish.style != HIDDEN and wish.results != AFTER:
        named = [msgspec.structs.replace(one, text=text) for one, text in zip(answers, short, strict=True)]
        return _draft(wish, kind, question, named, NATIVE, LIVE)
    return _draft(wish, kind, question, answers, HIDDEN, wish.results or AFTER)


def _draft(wish: Wish, kind: str, question: str, answers: Sequence[Answer], style: str, results: str) -> Draft:
    hours = min(max(wish.hours, 1), LONGEST_HOURS)
    return Draft(
        guild_id=wish.guild_id,
        channel_id=wish.channel_id,
        user_id=wish.user_id,
        kind=kind,
        style=style,
        results=results,
        question=question,
        answers=tuple(answers),
        hours=hours,
        opened_at=wish.at,
        closes_at=wish.at + hours * 3600,
    )
