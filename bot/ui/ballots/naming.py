"""What ballots, categories, nominees, winners and members are called, in a reader's language."""

from collections.abc import Collection

from bot.ballots.ballot import Category, Nominee
from bot.ballots.night import Tally, favourites
from bot.ballots.results import ARTIST, TEXT
from bot.catalogue import Catalogue
from bot.services.ballots.model import Ballot
from bot.text import Words
from bot.ui.awards import edition_title
from bot.ui.markdown import category_title, plain

SHOWN_SHARES = 3


def title_of(ballot: Ballot, catalogue: Catalogue, words: Words) -> str:
    """The edition that a ballot is of, escaped."""
    edition = catalogue.editions.get((ballot.row.ceremony, ballot.row.edition))
    if edition is None:  # of another version of the catalogue
        return plain(f"{ballot.row.ceremony} {ballot.row.edition}")
    return edition_title(catalogue.ceremonies[ballot.row.ceremony], edition, words)


def category_name(ballot: Ballot, category: Category, catalogue: Catalogue, words: Words) -> str:
    """A category as the reader knows it, escaped."""
    for edition in catalogue.editions_of.get(ballot.row.ceremony, ()):
        for one in edition.category:
            if one.id == category.id and one.name == category.name:
                return category_title(catalogue.prize(edition, one), one, words)
    return plain(category.name)


def category_label(ballot: Ballot, category: Category, catalogue: Catalogue, words: Words) -> str:
    """The same for a select or a choice, which knows no markdown: at most 100 characters."""
    name = category_name(ballot, category, catalogue, words).replace("\\", "")
    return name if len(name) <= 100 else f"{name[:99]}…"


def artist_label(artist: str, catalogue: Catalogue, words: Words) -> str:
    found = catalogue.artists.get(artist)
    if found is None:
        return artist
    return found.hangul if words.locale == "ko" and found.hangul else found.name


def nominee_label(nominee: Nominee, catalogue: Catalogue, words: Words) -> str:
    """A nominee for a select or a choice: at most 100 characters, without markdown."""
    who = nominee.credit or words.list(artist_label(artist, catalogue, words) for artist in nominee.artists)
    label = f"{who} – {nominee.work}" if nominee.work else who
    return label if len(label) <= 100 else f"{label[:99]}…"


def winner_label(winner: str, category: Category | None, catalogue: Catalogue, words: Words) -> str:
    """A winner as a result names one, who need not be a nominee."""
    nominee = None if category is None else category.keys.get(winner)
    if nominee is not None:
        return nominee_label(nominee, catalogue, words)
    if winner.startswith(ARTIST):
        return artist_label(winner.removeprefix(ARTIST), catalogue, words)
    return winner.removeprefix(TEXT)


def winner_names(winners: Collection[str], category: Category | None, catalogue: Catalogue, words: Words) -> str:
    """Several of them in a sentence, escaped."""
    return words.list(f"**{plain(winner_label(winner, category, catalogue, words))}**" for winner in winners)


def member_name(user_id: int, unnamed: Collection[int], words: Words) -> str:
    """A member as boards name one: a mention, which notifies nobody; those who chose so stay unnamed."""
    return words("ballot-unnamed") if user_id in unnamed or not user_id else f"<@{user_id}>"


def shares(tally: Tally, category: Category, catalogue: Catalogue, words: Words) -> str:
    """Whom a server picked most: `RM 62% · ATEEZ 20%`."""
    told = []
    for key, count in favourites(tally, SHOWN_SHARES):
        name = plain(winner_label(key, category, catalogue, words))
        told.append(words("ballot-share", name=name, percent=round(100 * count / tally.picked)))
    return " · ".join(told)
