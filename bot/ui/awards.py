"""Draws an artist's award record: headline, results by show and year, a filter, and the ways onward."""

import discord

from bot.catalogue import Catalogue, Result
from bot.catalogue.model import Artist, Ceremony, Confidence, Dispute, Edition
from bot.services.records import AwardRecord, Chapter, Line, ResultFilter
from bot.text import Words
from bot.ui.layouts import FrozenLayout, Item, clip, draw
from bot.ui.markdown import both_names, category_title, credit_of, name_of, plain, source_link
from bot.ui.queries import ArtistQuery, AwardsQuery, DecidedQuery, SourcesQuery
from bot.ui.screens import EVERYTHING, open_button, page_buttons, pick_select, turn_button

RESULTS_PER_PAGE = 6
LONGEST_LINE = 520  # of characters; six of them, their headings and the headline stay under Discord's 4,000
FORMER_WINNERS = 3  # a "top ten" of the year before would say little at great length


def awards_page(record: AwardRecord, query: AwardsQuery, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """One page of `record`, with the ways to the others."""
    blocks = [_chapter(chapter, catalogue, words) for chapter in record.chapters]
    if not blocks:
        years = words.list(str(year) for year in record.years)
        blocks = [words("awards-none" if years else "awards-never", artist=name_of(record.artist, words), years=years)]
    rows: list[list[Item]] = [
        page_buttons(query, record.page, record.pages, words),
        [_show_filter(record, query, words)] if len(record.shows) > 1 else [],
        [_year_filter(record, query, words)] if len(record.years) > 1 and (record.pages > 1 or query.year) else [],
        _ways(record, query, catalogue.artists.get(query.via or ""), words),
    ]
    notes = [words("page-number", page=record.page, count=record.pages)] if record.pages > 1 else []
    notes += _notes(record, query, words)
    return draw(headline(record, query, catalogue, words), blocks, rows, "\n".join(notes) or None)


def headline(record: AwardRecord, query: AwardsQuery, catalogue: Catalogue, words: Words) -> str:
    """Names, totals, the first and the latest win and what that prize measures, and what the list is filtered by."""
    tally = record.tally
    lines = [f"## {both_names(record.artist, words)}"]
    if record.groups:
        groups = words.list(name_of(group, words) for group in record.groups)
        lines.append(words("awards-member-of", groups=groups))
    counts = {"wins": tally.wins, "nominations": tally.nominations, "grand": tally.grand_prizes}
    lines.append(words("awards-totals", **counts))
    if tally.first is not None and tally.latest is not None:
        if tally.first == tally.latest:
            lines.append(words("awards-only-win", prize=prize(tally.first, record, words)))
        else:
            lines.append(words("awards-first-win", prize=prize(tally.first, record, words)))
            lines.append(words("awards-latest-win", prize=prize(tally.latest, record, words)))
        kind = catalogue.method_kind(tally.latest.edition, tally.latest.category)
        lines.append(f"-# {words(f'method-{kind.value}-means')}")
    chosen = []
    if query.show is not None:
        chosen.append(next((plain(s.ceremony.name) for s in record.shows if s.ceremony.id == query.show), query.show))
    if query.year is not None:
        chosen.append(words("only-year", year=str(query.year)))
    if query.result is not ResultFilter.ALL:
        chosen.append(words(f"choice-result-{query.result.value}"))
    if chosen:
        lines.append(words("awards-filtered", filters=words.list(chosen)))
    return "\n".join(lines)


def prize(result: Result, record: AwardRecord, words: Words) -> str:
    """A prize in one phrase: `Favorite K-Pop Artist, AMA 2025`."""
    short = next(show.ceremony.short for show in record.shows if show.ceremony.id == result.edition.ceremony)
    return words("prize", category=plain(result.category.name), show=plain(short), year=str(result.edition.year))


def _chapter(chapter: Chapter, catalogue: Catalogue, words: Words) -> str:
    """One edition: its name, how it decides, and its lines."""
    how = words("decided-line", how=words(f"method-{chapter.method.kind.value}"))
    if chapter.method.sources:
        how = f"{how} · {source_link(chapter.method.sources[0])}"
    head = f"### {edition_title(chapter.ceremony, chapter.edition, words)}\n-# {how}\n"
    return head + "\n\n".join(_line(line, catalogue, words) for line in chapter.lines)


def edition_title(ceremony: Ceremony, edition: Edition, words: Words) -> str:
    """An edition's own title, or its show's name in the reader's script with the year."""
    if edition.name and words.locale != "ko":
        return plain(edition.name)
    show = ceremony.hangul if words.locale == "ko" and ceremony.hangul else ceremony.name
    return words("edition-title", show=plain(show), year=str(edition.year))


def _line(line: Line, catalogue: Catalogue, words: Words) -> str:
    """One result with its rivals, who had the prize before, and its source."""
    result, category = line.result, line.result.category
    title = f"**{category_title(line.prize, category, words)}**"
    if result.nominee.work:
        title = words("category-for-work", category=title, work=plain(result.nominee.work))
    marks = [words("mark-won" if result.nominee.won else "mark-nominated", category=title)]
    if result.nominee.credit:
        marks.append(words("credited-as", credit=plain(result.nominee.credit)))
    if category.grand_prize:
        marks.append(words("grand-prize"))
    if line.prize.method is not None:
        marks.append(words("decided-line", how=words(f"method-{line.prize.method.value}")))
    lines = [" · ".join(marks)]
    if line.rivals:
        names = words.list(credit_of(rival, catalogue.artists, words) for rival in line.rivals if not rival.won)
        winners = words.list(credit_of(rival, catalogue.artists, words) for rival in line.rivals if rival.won)
        if result.nominee.won:
            if names:
                lines.append(words("awards-over", rivals=names, complete=str(category.complete).lower()))
            if winners:
                lines.append(words("awards-shared", others=winners))
        elif winners:
            lines.append(words("awards-went-to", winners=winners))
    if line.before is not None and len(line.before[1].winners) <= FORMER_WINNERS:
        edition, before = line.before
        winners = words.list(credit_of(winner, catalogue.artists, words) for winner in before.winners)
        lines.append(words("awards-before", winners=winners, year=str(edition.year)))
    source = f"\n-# {provenance(result.confidence, category.sources, words)}"
    if line.disputes:
        source += f"\n-# {words('dispute-mark')}"
    return clip("\n".join(lines), LONGEST_LINE - len(source)) + source


def provenance(confidence: Confidence, sources: tuple[str, ...], words: Words) -> str:
    """The first source as a link, how many more there are, and how well the claim is supported."""
    if not sources:
        return words(f"confidence-{confidence.value}")
    support = words(f"short-{confidence.value}")
    more = words("sources-more", count=len(sources) - 1) if len(sources) > 1 else ""
    return words("source-line", source=source_link(sources[0]) + more, support=support)


def dispute_text(dispute: Dispute, words: Words) -> str:
    """Both sides of a disagreement, the better supported one first, each with a source."""
    lines = [words("dispute-title")]
    for claim in dispute.claims:
        says = claim.says_ko if words.locale == "ko" else claim.says
        lines.append(f"- {plain(says)} ({source_link(claim.sources[0])})")
    return "\n".join(lines)


def _notes(record: AwardRecord, query: AwardsQuery, words: Words) -> list[str]:
    if record.unverified:
        return [words("awards-unverified", count=record.unverified)]
    return [words("awards-unverified-shown")] if query.unverified else []


def _show_filter(record: AwardRecord, query: AwardsQuery, words: Words) -> Item:
    everything = words("filter-all-shows")
    options = [discord.SelectOption(label=everything, value=EVERYTHING, default=query.show is None)]
    for show in record.shows[:24]:
        counts = words("filter-counts", wins=show.wins, nominations=show.nominations)
        option = discord.SelectOption(label=show.ceremony.name[:100], value=show.ceremony.id, description=counts)
        option.default = show.ceremony.id == query.show
        options.append(option)
    return pick_select(words("filter-by-show"), "show", query.but(page=1, show=None), options)


def _year_filter(record: AwardRecord, query: AwardsQuery, words: Words) -> Item:
    everything = words("filter-all-years")
    options = [discord.SelectOption(label=everything, value=EVERYTHING, default=query.year is None)]
    for year in record.years[:24]:
        name = words("only-year", year=str(year))
        options.append(discord.SelectOption(label=name, value=str(year), default=year == query.year))
    return pick_select(words("filter-by-year"), "year", query.but(page=1, year=None), options)


def _ways(record: AwardRecord, query: AwardsQuery, back: Artist | None, words: Words) -> list[Item]:
    """Sources, method, profile, a group's record, and the way back to the member one came from."""
    sources = SourcesQuery(query.artist, query.show, query.year, query.result, query.unverified)
    ways: list[Item] = [
        open_button(words("button-sources"), sources, emoji="📄"),
        open_button(words("button-decided"), DecidedQuery(show=query.show, artist=query.artist), emoji="⚖️"),
        open_button(words("button-profile"), ArtistQuery(query.artist), emoji="👤"),
    ]
    if back is not None:
        ways.append(turn_button(words("button-record-of", artist=_label(back, words)), AwardsQuery(back.id), emoji="↩️"))
    for group in record.groups[: 5 - len(ways)]:
        onward = AwardsQuery(group.id, via=query.artist)
        ways.append(turn_button(words("button-record-of", artist=_label(group, words)), onward))
    if not record.chapters and record.years and len(ways) < 5:
        ways.append(turn_button(words("button-clear"), AwardsQuery(query.artist)))
    if record.unverified and len(ways) < 5:
        ways.append(turn_button(words("button-unverified"), query.but(unverified=True, page=1)))
    return ways


def _label(artist: Artist, words: Words) -> str:
    """A name for a button, which knows no markdown."""
    return artist.hangul if words.locale == "ko" and artist.hangul else artist.name
