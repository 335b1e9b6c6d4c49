"""Draws where facts come from: addresses, as-of date, confidence; and how each show decides."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.catalogue import Catalogue
from bot.catalogue.model import Ceremony, Confidence, Method
from bot.services.records import ArtistProfile, AwardRecord, EditionCard
from bot.text import Words
from bot.ui.layouts import FrozenLayout, draw, page_of, pages
from bot.ui.markdown import address_link, name_of, plain
from bot.ui.queries import ArtistSourcesQuery, CeremonySourcesQuery, DecidedQuery, SourcesQuery
from bot.ui.screens import page_buttons

SHOWN_SOURCES = 8


def paper(title: str, confidence: Confidence, sources: Sequence[str], note: str | None, words: Words) -> str:
    """One claim with its support, its addresses and its note."""
    lines = [f"**{title}**", words(f"confidence-{confidence.value}")]
    lines += [f"- {address_link(source)}" for source in sources[:SHOWN_SOURCES]]
    if note and words.locale == "en-US":  # notes are kept in English
        lines.append(f"-# {plain(note)}")
    return "\n".join(lines)


def record_sources(record: AwardRecord, query: SourcesQuery, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """Every result of an award record with its papers."""
    blocks = []
    for chapter in record.chapters:
        for line in chapter.lines:
            category = line.result.category
            title = words(
                "prize",
                category=plain(category.name),
                show=plain(chapter.ceremony.short),
                year=str(chapter.edition.year),
            )
            sources = category.sources if line.result.nominee.won else (*category.nominee_sources, *category.sources)
            blocks.append(paper(title, line.result.confidence, tuple(dict.fromkeys(sources)), category.note, words))
    title = words("sources-of-record", artist=name_of(record.artist, words))
    return paged(title, blocks, query, catalogue, words)


def artist_sources(
    profile: ArtistProfile, query: ArtistSourcesQuery, catalogue: Catalogue, words: Words
) -> FrozenLayout:
    """Where a profile comes from: the artist's own papers, then those of dated moments."""
    artist = profile.artist
    blocks = [paper(words("sources-profile"), artist.confidence, artist.sources, artist.note, words)]
    for moment in catalogue.moments_of.get(artist.id, ()):
        title = plain(moment.title_ko if words.locale == "ko" and moment.title_ko else moment.title)
        blocks.append(
            paper(f"{title} ({words.date(moment.date)})", moment.confidence, moment.sources, moment.note, words)
        )
    return paged(words("sources-of-profile", artist=name_of(artist, words)), blocks, query, catalogue, words)


def ceremony_sources(
    card: EditionCard, query: CeremonySourcesQuery, catalogue: Catalogue, words: Words
) -> FrozenLayout:
    """Where an edition's prizes come from."""
    show = plain(card.ceremony.short)
    year = str(card.edition.year)
    blocks = []
    for category in card.edition.category:
        title = words("prize", category=plain(category.name), show=show, year=year)
        sources = tuple(dict.fromkeys((*category.sources, *category.nominee_sources)))
        blocks.append(paper(title, category.confidence, sources, category.note, words))
    title = words("sources-of-edition", edition=words("edition-title", show=show, year=year))
    return paged(title, blocks, query, catalogue, words)


def decided_page(shows: Iterable[Ceremony], query: DecidedQuery, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """How one show decided through the years, or how each of several does now."""
    shows = tuple(shows)
    blocks = []
    for show in shows:
        methods = sorted(show.method, key=lambda method: -(method.since or 0))
        for method in methods if len(shows) == 1 else methods[:1]:
            blocks.append(method_text(show, method, words))
    return paged(words("decided-title"), blocks, query, catalogue, words)


def method_text(show: Ceremony, method: Method, words: Words) -> str:
    """A method in words with its sources."""
    since = words("decided-since", year=str(method.since)) if method.since else ""
    summary = method.summary_ko if words.locale == "ko" and method.summary_ko else method.summary
    lines = [f"**{plain(show.name)}** {since}".strip(), words(f"method-{method.kind.value}-means")]
    if summary:
        lines.append(plain(summary))
    lines += [f"- {address_link(source)}" for source in method.sources[:SHOWN_SOURCES]]
    lines.append(f"-# {words(f'confidence-{method.confidence.value}')}")
    return "\n".join(lines)


def as_of(catalogue: Catalogue, words: Words) -> str:
    """How fresh the facts are."""
    return f"-# {words('as-of', date=words.date(catalogue.as_of))}"


def paged(
    title: str,
    blocks: Sequence[str],
    query: Any,
    catalogue: Catalogue,
    words: Words,
) -> FrozenLayout:
    """Blocks dealt over pages under a title and the as-of date; `query` is any that has a `page`."""
    header = f"## {title}\n{as_of(catalogue, words)}"
    dealt = pages(list(blocks) or [words("sources-none")], reserved=len(header))
    shown, page = page_of(dealt, query.page)
    footer = words("page-number", page=page, count=len(dealt)) if len(dealt) > 1 else None
    return draw(header, shown, [page_buttons(query, page, len(dealt), words)], footer)
