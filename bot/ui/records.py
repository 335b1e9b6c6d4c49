"""Draws records and firsts: what the results give, what is written, and where each comes from."""

from collections.abc import Iterable, Sequence

import discord

from bot.catalogue import Catalogue, Result
from bot.catalogue.model import Confidence, RecordTopic, WrittenRecord
from bot.records.computed import ComputedRecord, RecordKind
from bot.records.rules import Holder
from bot.services.chronicle import RecordBook, WinsAt
from bot.text import Words
from bot.ui.awards import provenance
from bot.ui.layouts import FrozenLayout, Item, clip, draw
from bot.ui.markdown import category_title, name_of, plain
from bot.ui.queries import AwardsQuery, RecordQuery, RecordSourcesQuery
from bot.ui.screens import EVERYTHING, open_button, page_buttons, pick_select, turn_button
from bot.ui.sources import as_of, paged, paper

FIRSTS = (RecordKind.FIRST_NOMINATION, RecordKind.FIRST_WIN, RecordKind.FIRST_GRAND_PRIZE)
RECORDS_PER_PAGE = 5
LONGEST_RECORD = 520  # of characters; five, the headings and the footer stay under Discord's 4,000
LONGEST_LIST = 1_500  # of an artist's shows, of which a book has one
SHOWS_IN_SELECT = 24


def record_page(
    book: RecordBook, query: RecordQuery, shows: Sequence[tuple[str, str]], catalogue: Catalogue, words: Words
) -> FrozenLayout:
    """The page of a book that `query` asks for; `shows` are ids and names to choose from."""
    header = f"## {_title(book, words)}\n{as_of(catalogue, words)}"
    footer = words("records-how")
    entries = _entries(book)
    count = max(1, -(-len(entries) // RECORDS_PER_PAGE))
    page = min(max(query.page, 1), count)
    here = entries[(page - 1) * RECORDS_PER_PAGE : page * RECORDS_PER_PAGE]  # only these are drawn
    shown = [_block(entry, catalogue, words) for entry in here] or [words("records-none")]
    notes = [words("page-number", page=page, count=count)] if count > 1 else []
    if book.unverified:
        notes.append(words("awards-unverified", count=book.unverified))
    rows: list[list[Item]] = [
        page_buttons(query, page, count, words),
        [_topics(query, words)],
        [_shows(query, shows, words)] if len(shows) > 1 else [],
        _ways(book, query, words),
    ]
    return draw(header, shown, rows, "\n".join([*notes, f"-# {footer}"]))


def record_sources(book: RecordBook, query: RecordSourcesQuery, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """The papers of every record in the book; a computed one has those of the results that show it."""
    blocks = []
    for record in book.computed:
        results = [result for holder in record.holders for result in holder.evidence]
        title = f"{_kind(record, words)} · {_where(record.show, catalogue, words)}"
        note = words("record-counted", count=len({(id(r.edition), id(r.category)) for r in results}))
        blocks.append(f"{paper(title, _weakest(results), _addresses(results), None, words)}\n-# {note}")
    for written in book.written:
        blocks.append(paper(_claim(written, words), written.confidence, written.sources, written.note, words))
    return paged(words("sources-of-records"), blocks, query, catalogue, words)


def _title(book: RecordBook, words: Words) -> str:
    chosen = [name_of(book.artist, words)] if book.artist else []
    chosen += [plain(book.show.short)] if book.show else []
    chosen += [words(f"record-topic-{book.topic.value}")] if book.topic else []
    return " · ".join([words("records-title"), *chosen])


Entry = ComputedRecord | WrittenRecord | tuple[WinsAt, ...]


def _entries(book: RecordBook) -> list[Entry]:
    """What a book tells, in order; an artist's wins by show are one entry."""
    return [*book.computed, *([book.wins] if book.wins else []), *book.written]


def _block(entry: Entry, catalogue: Catalogue, words: Words) -> str:
    match entry:
        case ComputedRecord():
            return _computed(entry, catalogue, words)
        case WrittenRecord():
            return _written(entry, words)
        case rows:
            lines = [_wins_at(row, words) for row in rows]
            return clip(f"**{words('record-wins-by-show')}**\n" + "\n".join(lines), LONGEST_LIST)


def _wins_at(row: WinsAt, words: Words) -> str:
    years = _span((row.first_year, row.last_year), words)
    show = plain(row.ceremony.short)
    return words("record-wins-at", show=show, wins=row.wins, grand=row.grand_prizes, years=years)


def _computed(record: ComputedRecord, catalogue: Catalogue, words: Words) -> str:
    """What it is a record of, everybody who holds it, and where that comes from."""
    lines = [f"**{_kind(record, words)}** · {_where(record.show, catalogue, words)}"]
    lines += [f"- {_holder(record, holder, catalogue, words)}" for holder in record.holders]
    if len(record.holders) > 1:
        lines.append(f"-# {words('record-tie')}")
    if record.show is not None and not record.whole:
        lines.append(f"-# {words('record-since', year=str(record.since))}")
    results = [result for holder in record.holders for result in reversed(holder.evidence)]
    source = f"\n-# {provenance(_weakest(results), _addresses(results), words)}"
    return clip("\n".join(lines), LONGEST_RECORD - len(source)) + source


def _holder(record: ComputedRecord, holder: Holder, catalogue: Catalogue, words: Words) -> str:
    name = name_of(catalogue.artists[holder.artist], words)
    latest = holder.evidence[-1]
    if record.kind in FIRSTS:
        prizes = words.list(_prize(result, catalogue, words) for result in holder.evidence[:3])
        return words("record-first-holder", artist=name, prizes=prizes)
    if record.age is not None:
        return words(
            "record-age",
            artist=name,
            years=record.age.years,
            days=record.age.days,
            prize=_prize(latest, catalogue, words),
        )
    years = _span((holder.years[0], holder.years[-1]), words)
    key = "record-years" if record.kind in (RecordKind.STREAK, RecordKind.GRAND_STREAK) else "record-count"
    return words(key, artist=name, count=record.value, years=years)


def _prize(result: Result, catalogue: Catalogue, words: Words) -> str:
    """`Favorite K-Pop Artist, AMA 2025`."""
    category = category_title(catalogue.prize(result.edition, result.category), result.category, words)
    show = plain(catalogue.ceremonies[result.edition.ceremony].short)
    return words("prize", category=category, show=show, year=str(result.edition.year))


def _written(record: WrittenRecord, words: Words) -> str:
    lines = [_claim(record, words)]
    if record.date is not None:
        lines.append(words.date(record.date))
    if record.check and record.confidence is not Confidence.DISPUTED:
        lines.append(f"-# {words('record-checked')}")
    lines.append(f"-# {provenance(record.confidence, record.sources, words)}")
    return "\n".join(lines)


def _claim(record: WrittenRecord, words: Words) -> str:
    return plain(record.claim_ko if words.locale == "ko" and record.claim_ko else record.claim)


def _kind(record: ComputedRecord, words: Words) -> str:
    return words(f"record-of-{record.kind.value}")


def _where(show: str | None, catalogue: Catalogue, words: Words) -> str:
    if show is None:
        return words("record-everywhere")
    ceremony = catalogue.ceremonies[show]
    return plain(ceremony.hangul if words.locale == "ko" and ceremony.hangul else ceremony.name)


def _span(years: tuple[int, int], words: Words) -> str:
    first, last = years
    return (
        words("only-year", year=str(first)) if first == last else words("year-span", first=str(first), last=str(last))
    )


def _addresses(results: Iterable[Result]) -> tuple[str, ...]:
    """The sources of results, each once, in the results' order."""
    found = (
        source
        for result in results
        for source in (result.category.sources if result.nominee.won else result.category.nominee_sources)
        or result.category.sources
    )
    return tuple(dict.fromkeys(found))


def _weakest(results: Iterable[Result]) -> Confidence:
    """A count is as well supported as the weakest result in it."""
    single = any(result.confidence is Confidence.SINGLE_SOURCE for result in results)
    return Confidence.SINGLE_SOURCE if single else Confidence.CONFIRMED


def _topics(query: RecordQuery, words: Words) -> Item:
    options = [discord.SelectOption(label=words("record-topic-all"), value=EVERYTHING, default=query.topic is None)]
    for topic in RecordTopic:
        label = words(f"record-topic-{topic.value}")
        options.append(discord.SelectOption(label=label, value=topic.value, default=topic is query.topic))
    return pick_select(words("record-choose-topic"), "topic", query.but(page=1, topic=None), options)


def _shows(query: RecordQuery, shows: Sequence[tuple[str, str]], words: Words) -> Item:
    everything = words("filter-all-shows")
    options = [discord.SelectOption(label=everything, value=EVERYTHING, default=query.show is None)]
    chosen = [row for row in shows if row[0] == query.show]
    others = [row for row in shows if row[0] != query.show]
    for show, name in sorted([*chosen, *others[: SHOWS_IN_SELECT - len(chosen)]], key=lambda row: row[1]):
        options.append(discord.SelectOption(label=name[:100], value=show, default=show == query.show))
    return pick_select(words("filter-by-show"), "show", query.but(page=1, show=None), options)


def _ways(book: RecordBook, query: RecordQuery, words: Words) -> list[Item]:
    sources = RecordSourcesQuery(query.topic, query.artist, query.show, query.unverified)
    ways: list[Item] = [open_button(words("button-sources"), sources, emoji="📄")]
    if book.artist is not None:
        ways.append(open_button(words("button-awards"), AwardsQuery(book.artist.id), emoji="🏆"))
    if query.but(page=1) != RecordQuery():
        ways.append(turn_button(words("button-clear"), RecordQuery()))
    if book.unverified:
        ways.append(turn_button(words("button-unverified"), query.but(unverified=True, page=1)))
    return ways
