"""Categories and winners as options of commands: what is suggested, and what was meant."""

from collections.abc import Iterable, Sequence

from discord.app_commands import Choice

from bot.ballots.ballot import Category
from bot.catalogue import Catalogue
from bot.errors import Refused
from bot.services.ballots.model import Ballot
from bot.text import Words
from bot.ui.ballots.naming import category_label, nominee_label

CHOICES = 25


def category_choices(ballots: Iterable[Ballot], typed: str, catalogue: Catalogue, words: Words) -> list[Choice[str]]:
    """Categories of a server's ballots whose name holds what was typed, the latest ballot first."""
    wanted, found = typed.casefold().strip(), []
    for ballot in ballots:
        show = catalogue.ceremonies.get(ballot.row.ceremony)
        for category in ballot.contents:
            label = category_label(ballot, category, catalogue, words)
            if wanted in label.casefold() or wanted in category.name.casefold():
                name = f"{show.short if show else ballot.row.ceremony} {ballot.row.edition} · {label}"
                found.append(Choice(name=name[:100], value=value_of(ballot, category)))
    return found[:CHOICES]


def value_of(ballot: Ballot, category: Category) -> str:
    """A category as an option carries it."""
    return f"{ballot.id}:{category.id}"


def category_named(ballots: Sequence[Ballot], text: str) -> tuple[Ballot, Category]:
    """The category that was picked, or whose own name was typed. Raises Refused when there is none."""
    wanted = text.casefold().strip()
    for ballot in ballots:
        for category in ballot.contents:
            if wanted in (value_of(ballot, category), category.id, category.name.casefold()):
                return ballot, category
    raise Refused("ballot-no-category", text=text)


def winner_choices(
    ballots: Sequence[Ballot], category: str, typed: str, catalogue: Catalogue, words: Words
) -> list[Choice[str]]:
    """Nominees of the category chosen so far whose names hold what was typed."""
    try:
        _, meant = category_named(ballots, category)
    except Refused:
        return []
    labels = ((nominee_label(one, catalogue, words), one) for one in meant.nominees)
    wanted = typed.casefold().strip()
    known = set(catalogue.artist_names.find(typed)) if wanted else set()
    return [
        Choice(name=label, value=one.key)
        for label, one in labels
        if wanted in label.casefold() or known & set(one.artists)
    ][:CHOICES]
