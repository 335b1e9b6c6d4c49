"""Draws what comes, day by day, and where that is from."""

import datetime
from collections.abc import Sequence
from itertools import groupby

import discord

from bot.catalogue import Catalogue
from bot.catalogue.dates import DateStatus, PartialDate
from bot.catalogue.model import Artist, Confidence, EditionStatus
from bot.services.agenda import LONGEST
from bot.services.coming import Coming, ComingKind, Occasion, Upcoming
from bot.services.events import OwnDate
from bot.services.zones import begins
from bot.text import Words
from bot.ui.awards import edition_title
from bot.ui.events import EventsQuery
from bot.ui.layouts import FrozenLayout, Item, draw
from bot.ui.markdown import name_of, plain
from bot.ui.queries import UpcomingQuery, UpcomingSourcesQuery, VotingQuery
from bot.ui.screens import EVERYTHING, open_button, page_buttons, pick_select, turn_button
from bot.ui.sources import as_of, paged, paper

DATES_PER_PAGE = 12
LONGEST_TITLE = 120  # of characters; twelve dates, each under a day of its own, stay under Discord's 4,000
LONGEST_PLACE = 60
LONGEST_OWN, MOST_OWN = 60, 5  # of a server's own dates: of a title, and of them
ROOM = 3_600  # characters of days and own dates; the rest is for headings and notes

MARKS = {
    Occasion.CEREMONY: "🏆",
    Occasion.VOTE_CLOSES: "🗳️",
    Occasion.VOTE_OPENS: "🗳️",
    Occasion.RELEASE: "💿",
    Occasion.CONCERT: "🎤",
    Occasion.EVENT: "📌",
    Occasion.BIRTHDAY: "🎂",
    Occasion.DEBUT: "✨",
    Occasion.YEARLY: "📅",
}


def upcoming_page(
    upcoming: Upcoming, query: UpcomingQuery, catalogue: Catalogue, words: Words, own: Sequence[OwnDate] = ()
) -> FrozenLayout:
    """One page of what comes, each day under its own heading. `own` are the dates of the reader's server, by day, which
    stand before all on the first page.
    """
    here = query.but(page=upcoming.page)
    days = [_day(list(dates), upcoming, catalogue, words) for _, dates in groupby(upcoming.dates, key=_heading)]
    notes = [words("page-number", page=upcoming.page, count=upcoming.pages)] if upcoming.pages > 1 else []
    if upcoming.unverified:
        notes.append(words("awards-unverified", count=upcoming.unverified))
    if any(date.day is not None for date in upcoming.dates):
        notes.append(words("upcoming-zones"))
    rows = [
        page_buttons(here, upcoming.page, upcoming.pages, words),
        [_kinds(query, words)],
        _ways(upcoming, here, catalogue, words),
    ]
    text = "\n".join(days) or _nothing(upcoming, catalogue, words)
    blocks = [text]
    if own and upcoming.page == 1:
        blocks.insert(0, _own(own, ROOM - len(text), words))
        rows[-1].append(open_button(words("events-title"), EventsQuery(), emoji="📌"))
    footer = "\n".join(f"-# {note}" for note in notes)
    return draw(_header(upcoming, catalogue, words), blocks, rows, footer or None)


def upcoming_sources(
    upcoming: Upcoming, query: UpcomingSourcesQuery, catalogue: Catalogue, words: Words
) -> FrozenLayout:
    """Where each date of one page comes from."""
    blocks = []
    for date in upcoming.dates:
        title = f"{what(date, catalogue, words)} ({words.date(date.date)})"
        blocks.append(paper(title, date.claim.confidence, date.claim.sources, date.claim.note, words))
    return paged(words("upcoming-sources"), blocks, query, catalogue, words)


def what(date: Coming, catalogue: Catalogue, words: Words) -> str:
    """What comes, in one phrase without its day."""
    if date.ceremony is not None and date.edition is not None:
        edition = edition_title(date.ceremony, date.edition, words)
        if date.window is None:
            return edition
        name = date.window.name_ko if words.locale == "ko" and date.window.name_ko else date.window.name
        key = "upcoming-vote-closes" if date.occasion is Occasion.VOTE_CLOSES else "upcoming-vote-opens"
        return words(key, window=plain(_short(name, LONGEST_TITLE)), edition=edition)
    if date.moment is not None:
        moment = date.moment
        title = plain(_short(moment.title_ko if words.locale == "ko" and moment.title_ko else moment.title))
        return words("coming-years", what=title, years=date.years) if date.years else title
    assert date.artist is not None
    key = "upcoming-birthday" if date.occasion is Occasion.BIRTHDAY else "upcoming-debut"
    return words(key, artist=_with_group(date.artist, catalogue, words), years=date.years)


def when(date: PartialDate, today: PartialDate, words: Words) -> str:
    """A date that has no day: "this month, expected", never a count of days."""
    if (date.year, date.month) == (today.year, today.month):
        spelled = words("upcoming-this-month")
    elif date.month is None and date.year == today.year:
        spelled = words("upcoming-this-year")
    else:
        spelled = words.date(date)
    return spelled if date.status is DateStatus.CONFIRMED else words(f"date-{date.status.value}", date=spelled)


def _header(upcoming: Upcoming, catalogue: Catalogue, words: Words) -> str:
    title = words("upcoming-title")
    if upcoming.artist is not None:
        key = "upcoming-of-group" if upcoming.artist.members else "upcoming-of"
        title = words(key, artist=name_of(upcoming.artist, words))
    parts = [words("upcoming-span", first=words.day(upcoming.first), until=words.day(upcoming.until))]
    if upcoming.kind is not None:
        parts.insert(0, words(f"choice-coming-{upcoming.kind.value}"))
    if upcoming.count:
        parts.append(words("upcoming-count", count=upcoming.count))
    return f"## {title}\n{' · '.join(parts)}\n{as_of(catalogue, words)}"


def _heading(date: Coming) -> str:
    """What stands under one heading: a day, or the month or year of what has no day yet."""
    return str(date.day or date.date)


def _day(dates: list[Coming], upcoming: Upcoming, catalogue: Catalogue, words: Words) -> str:
    day = dates[0].day
    if day is None:
        head = words("upcoming-some-day", date=words.date(dates[0].date))
    elif day == upcoming.first:
        head = words("upcoming-today", date=words.day(day))
    else:
        head = f"{words.day(day)} (<t:{begins(day)}:R>)"
    return "\n".join([f"### {head}", *(line(date, upcoming.first, catalogue, words) for date in dates)])


def line(date: Coming, today: datetime.date, catalogue: Catalogue, words: Words) -> str:
    """One date under the heading of its day, as a reader finds it on `today`."""
    edition = date.edition
    parts = [what(date, catalogue, words)]
    if edition is not None and date.window is None:
        parts[0] = f"**{parts[0]}**"
    if date.day is None:
        this_month = PartialDate(today.year, today.month, today.day)
        parts[0] = f"{parts[0]}: {when(date.date, this_month, words)}"
    elif date.date.status is not DateStatus.CONFIRMED and not date.years:
        parts[0] = words(f"date-{date.date.status.value}", date=parts[0])
    if edition is not None and date.window is None:
        if edition.date is not None and edition.date.first != edition.date.last:
            parts.append(words.date(edition.date))
        if edition.place:
            parts.append(plain(_short(edition.place, LONGEST_PLACE)))
        if edition.status is EditionStatus.CANCELLED:
            parts.append(words("status-cancelled"))
    if date.day is not None and date.at not in (None, begins(date.day)):  # its own city's midnight, or a day's end
        parts.append(f"<t:{date.at}:R>")
    if date.claim.confidence is Confidence.DISPUTED:
        parts.append(words("short-disputed"))
    return f"- {MARKS[date.occasion]} {' · '.join(parts)}"


def _own(dates: Sequence[OwnDate], room: int, words: Words) -> str:
    lines = [f"### 📌 {words('events-title')}"]
    for one in dates[:MOST_OWN]:
        when = words.date(one.date) if one.at is None else f"{words.date(one.date)} (<t:{one.at}:R>)"
        title = f"**{plain(_short(one.event.title, LONGEST_OWN))}**"
        told = f"- {when} · {words('coming-years', what=title, years=one.years) if one.years else title}"
        if sum(map(len, lines)) + len(told) < room:
            lines.append(told)
    more = len(dates) - (len(lines) - 1)
    return "\n".join([*lines, *([f"- {words('upcoming-own-more', count=more)}"] if more else [])])


def _with_group(artist: Artist, catalogue: Catalogue, words: Words) -> str:
    groups = catalogue.groups_of.get(artist.id) or catalogue.former_groups_of.get(artist.id, ())
    name = f"**{name_of(artist, words)}**"
    return f"{name} ({name_of(catalogue.artists[groups[0]], words)})" if groups else name


def _short(text: str, length: int = LONGEST_TITLE) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _nothing(upcoming: Upcoming, catalogue: Catalogue, words: Words) -> str:
    nothing = words("upcoming-nothing")
    if upcoming.later is None:
        return nothing
    later = upcoming.later
    phrase = words("upcoming-next", what=what(later, catalogue, words), date=words.date(later.date))
    return f"{nothing}\n{phrase}" + ("" if later.at is None else f" (<t:{later.at}:R>)")


def _kinds(query: UpcomingQuery, words: Words) -> Item:
    everything = words("choice-coming-everything")
    options = [discord.SelectOption(label=everything, value=EVERYTHING, default=query.kind is None)]
    options += [
        discord.SelectOption(label=words(f"choice-coming-{kind.value}"), value=kind.value, default=kind == query.kind)
        for kind in ComingKind
    ]
    return pick_select(words("upcoming-choose"), "kind", query.but(kind=None, page=1), options)


def _ways(upcoming: Upcoming, here: UpcomingQuery, catalogue: Catalogue, words: Words) -> list[Item]:
    ways: list[Item] = []
    if upcoming.dates:
        sources = UpcomingSourcesQuery(here.kind, here.artist, here.days, of=upcoming.page)
        ways.append(open_button(words("button-sources"), sources, emoji="📄"))
    ways.append(turn_button(words("button-voting"), VotingQuery(artist=here.artist), emoji="🗳️"))
    if upcoming.days < LONGEST:
        ways.append(turn_button(words("button-year-ahead"), here.but(days=LONGEST, page=1), emoji="🔭"))
    if upcoming.artist is not None:
        for group in catalogue.groups_of.get(upcoming.artist.id, ())[:1]:
            name = catalogue.artists[group].hangul if words.locale == "ko" else None
            label = words("upcoming-of", artist=name or catalogue.artists[group].name)
            ways.append(turn_button(label, here.but(artist=group, page=1)))
    return ways
