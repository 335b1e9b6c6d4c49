"""Draws what a day is an anniversary of, with a source for each, and the ways to the days around it."""

from itertools import groupby

from bot.catalogue import Catalogue
from bot.catalogue.dates import PartialDate
from bot.catalogue.model import Confidence
from bot.services.daybook import DayPage, Entry, EntryKind
from bot.text import Words
from bot.ui.facts import moment_title
from bot.ui.layouts import FrozenLayout, Item, draw, page_of, pages
from bot.ui.markdown import category_title, credit_of, name_of, plain, source_link
from bot.ui.queries import ArtistQuery, TodayQuery
from bot.ui.screens import open_button, page_buttons, turn_button
from bot.ui.sources import as_of

LONGEST_BLOCK = 900


def today_page(page: DayPage, query: TodayQuery, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """The page of a day that `query` asks for."""
    title = words("today-title", date=words.day(page.day))
    if page.artist is not None:
        title = f"{title} · {name_of(page.artist, words)}"
    header = f"## {title}\n{as_of(catalogue, words)}"
    blocks = [
        block
        for kind, entries in groupby(page.entries, key=lambda entry: entry.kind)
        for block in _section(kind, list(entries), catalogue, words)
    ]
    dealt = pages(blocks or [words("today-nothing")], reserved=len(header) + 40)
    shown, number = page_of(dealt, query.page)
    footer = words("page-number", page=number, count=len(dealt)) if len(dealt) > 1 else None
    return draw(header, shown, [page_buttons(query, number, len(dealt), words), _ways(page, query, words)], footer)


def _section(kind: EntryKind, entries: list[Entry], catalogue: Catalogue, words: Words) -> list[str]:
    """The entries of one kind under their heading, in blocks short enough to be dealt over pages."""
    blocks = [f"### {words(f'today-{kind.value}s')}"]
    for entry in entries:
        line = f"- {_line(entry, catalogue, words)}{_source(entry, words)}"
        if len(blocks[-1]) + len(line) > LONGEST_BLOCK:
            blocks.append(line)
        else:
            blocks[-1] += f"\n{line}"
    return blocks


def _line(entry: Entry, catalogue: Catalogue, words: Words) -> str:
    year = str(entry.date.year)
    if entry.kind in (EntryKind.BIRTHDAY, EntryKind.DEBUT):
        name = f"**{name_of(entry.artists[0], words)}**"
        return words(f"today-{entry.kind.value}", artist=name, years=entry.years, year=year)
    if entry.result is not None:
        result = entry.result
        category = category_title(catalogue.prize(result.edition, result.category), result.category, words)
        if result.nominee.work:
            category = words("category-for-work", category=category, work=plain(result.nominee.work))
        show = plain(catalogue.ceremonies[result.edition.ceremony].short)
        return words(
            "today-win",
            artist=f"**{credit_of(result.nominee, catalogue.artists, words)}**",
            prize=words("prize", category=category, show=show, year=str(result.edition.year)),
            years=entry.years,
        )
    assert entry.moment is not None
    return words("today-moment", what=moment_title(entry.moment, words), years=entry.years, year=year)


def _source(entry: Entry, words: Words) -> str:
    mark = f" · {words('short-disputed')}" if entry.confidence is Confidence.DISPUTED else ""
    return f" · {source_link(entry.sources[0])}{mark}"


def _ways(page: DayPage, query: TodayQuery, words: Words) -> list[Item]:
    """The nearest days around with something to tell, and the artist's profile."""
    ways: list[Item] = []
    for day, emoji in ((page.before, "⬅️"), (page.after, "➡️")):
        if day is not None:
            spelled = words.date(PartialDate(day.year, day.month, day.day))
            ways.append(turn_button(spelled, query.but(date=day.isoformat(), page=1), emoji=emoji))
    if page.artist is not None:
        ways.append(open_button(words("button-profile"), ArtistQuery(page.artist.id), emoji="👤"))
    return ways
