"""What the catalogue says about a ballot: which edition it is of, its categories, its winners. Pure reading."""

import msgspec

from bot.ballots.ballot import Category, Contents, Nominee, key_of
from bot.ballots.results import ARTIST, TEXT
from bot.catalogue import Catalogue
from bot.catalogue.dates import Precision
from bot.catalogue.model import Category as Prize
from bot.catalogue.model import Confidence, Edition, EditionStatus
from bot.catalogue.model import Nominee as Row
from bot.errors import Refused
from bot.services.zones import begins, ends

LONGEST_NAME = 100


class Known(msgspec.Struct, frozen=True):
    """A winner that the catalogue knows: who, and where from (may be empty)."""

    winners: tuple[str, ...]
    source: str


def contents_of(edition: Edition) -> Contents:
    """An edition's categories with their nominees, but for those of which nobody knows whether they were."""
    return tuple(
        Category(category.id, category.name, category.grand_prize, _nominees(category)) for category in edition.category
    )


def _nominees(category: Prize) -> tuple[Nominee, ...]:
    known = [row for row in category.nominees if category.confidence_of(row) is not Confidence.UNVERIFIED]
    found = {_key(row): Nominee(_key(row), row.artists, row.work, row.credit) for row in known}
    return tuple(found.values())


def _key(row: Row) -> str:
    return key_of(row.artists, row.work, row.credit)


def announced(catalogue: Catalogue, show: str) -> Edition:
    """The newest announced edition of a show of which nominees are known. Raises Refused when there is none."""
    for edition in catalogue.editions_of.get(show, ()):
        if edition.status is EditionStatus.ANNOUNCED and any(one.asked for one in contents_of(edition)):
            return edition
    raise Refused("ballot-no-nominees", show=catalogue.ceremonies[show].name)


def edition_of_night(catalogue: Catalogue, show: str) -> tuple[Edition, Contents]:
    """The edition that a night without a ballot is of, and what is given away in it.

    The newest announced one with categories; else the next one announced, with the categories of the last one that was
    held, and nobody nominated. Raises Refused when none is announced.
    """
    editions = catalogue.editions_of.get(show, ())
    coming = [edition for edition in editions if edition.status is EditionStatus.ANNOUNCED]
    if not coming:
        raise Refused("night-no-edition", show=catalogue.ceremonies[show].name)
    known = next((edition for edition in coming if edition.category), None)
    if known is not None:
        return known, contents_of(known)
    last = next((edition for edition in editions if edition.category), None)
    if last is None:
        raise Refused("night-no-edition", show=catalogue.ceremonies[show].name)
    return coming[-1], tuple(Category(one.id, one.name, one.grand) for one in contents_of(last))


def starts_at(catalogue: Catalogue, edition: Edition) -> int | None:
    """When its first day begins where it is held, in UTC seconds; None when no day is known."""
    if edition.date is None or edition.date.first.precision is not Precision.DAY:
        return None
    return begins(edition.date.first.first_day, catalogue.ceremonies[edition.ceremony].zone)


def is_past(catalogue: Catalogue, edition: Edition, now: int) -> bool:
    """Whether its last day is over."""
    return ends(edition.last_day, catalogue.ceremonies[edition.ceremony].zone) <= now


def season_of(edition: Edition) -> int:
    """The calendar year in which it is held."""
    return edition.date.first.year if edition.date else edition.year


def winners_known(edition: Edition, contents: Contents) -> dict[str, Known]:
    """The winners that a source tells of, by category, as a ballot with these contents names them."""
    found = {}
    asked = {category.id: category for category in contents}
    for category in edition.category:
        if category.winners and category.confidence.counts and category.id in asked:
            keys = asked[category.id].keys
            winners = tuple(_key(row) if _key(row) in keys else stranger(row) for row in category.winners)
            found[category.id] = Known(tuple(dict.fromkeys(winners)), next(iter(category.sources), ""))
    return found


def stranger(row: Row) -> str:
    """A winner who was not nominated, as results name one."""
    if len(row.artists) == 1 and not row.credit and not row.work:
        return f"{ARTIST}{row.artists[0]}"
    return f"{TEXT}{' · '.join(filter(None, (row.credit or ', '.join(row.artists), row.work)))}"[:LONGEST_NAME]


def named_winner(catalogue: Catalogue, category: Category, text: str) -> str:
    """Who is meant by what a host picked or typed: a nominee's key, or somebody who was not nominated.

    Raises Refused when nothing was typed, or when it means several nominees.
    """
    wanted = " ".join(text.split())[:LONGEST_NAME]
    if wanted in category.keys:
        return wanted
    folded = wanted.casefold().strip("@= ")
    if not any(character.isalnum() for character in folded):
        raise Refused("ballot-winner-empty")
    artists = set(catalogue.artist_names.find(wanted))
    fitting = [one.key for one in category.nominees if artists & set(one.artists)]
    exact = [
        one.key for one in category.nominees if folded in {(one.work or "").casefold(), (one.credit or "").casefold()}
    ]
    found = exact if len(exact) == 1 else fitting or exact
    if len(found) > 1:
        raise Refused("ballot-winner-several", text=wanted, count=len(found))
    if found:
        return found[0]
    return f"{ARTIST}{artists.pop()}" if len(artists) == 1 else f"{TEXT}{wanted.lstrip('@= ')}"
