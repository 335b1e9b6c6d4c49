"""Draws a prize: one year's nominees and winner, everybody who won it, and how it is decided."""

import discord

from bot.catalogue import Catalogue
from bot.catalogue.model import Category, Confidence, Edition, Nominee
from bot.services.prizes import PrizeCard
from bot.text import Words
from bot.ui.awards import dispute_text, edition_title, provenance
from bot.ui.layouts import FrozenLayout, Item, clip, draw, page_of
from bot.ui.markdown import category_title, credit_of, plain, source_link
from bot.ui.queries import CategoryQuery, CategorySourcesQuery, CeremonyQuery, DecidedQuery
from bot.ui.screens import open_button, page_buttons, pick_select, turn_button
from bot.ui.sources import paged, paper

WINNERS_PER_PAGE = 15
EDITIONS_IN_SELECT = 25


def prize_page(card: PrizeCard, query: CategoryQuery, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """The page of a prize that `query` asks for: the year it is about on each, the earlier winners dealt over pages."""
    lines = [_former(edition, category, catalogue, words) for edition, category in card.history]
    dealt = [lines[n : n + WINNERS_PER_PAGE] for n in range(0, len(lines), WINNERS_PER_PAGE)] or [[]]
    shown, page = page_of(dealt, query.page)
    blocks = [_year(card, catalogue, words)]
    if shown:
        blocks.append(clip(f"### {words('category-history')}\n" + "\n".join(shown), 1_900))
    here = query.but(page=page)
    rows: list[list[Item]] = [
        page_buttons(here, page, len(dealt), words),
        _years(card, words),
        [
            open_button(
                words("button-sources"),
                CategorySourcesQuery(card.ceremony.id, card.prize.id, card.edition.id),
                emoji="📄",
            ),
            open_button(words("button-decided"), DecidedQuery(show=card.ceremony.id), emoji="⚖️"),
            turn_button(words("button-edition"), CeremonyQuery(card.ceremony.id, card.edition.id), emoji="📅"),
        ],
    ]
    footer = words("page-number", page=page, count=len(dealt)) if len(dealt) > 1 else None
    return draw(_header(card, words), blocks, rows, footer)


def prize_sources(card: PrizeCard, query: CategorySourcesQuery, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """The papers of one year's prize, then of those before."""
    rows = dict.fromkeys([(card.edition.id, card.category.id), *((ed.id, cat.id) for ed, cat in card.history)])
    found = {(ed.id, cat.id): (ed, cat) for ed, cat in card.history} | {
        (card.edition.id, card.category.id): (card.edition, card.category)
    }
    blocks = []
    for edition, category in (found[row] for row in rows):
        title = words(
            "prize",
            category=category_title(card.prize, category, words),
            show=plain(card.ceremony.short),
            year=str(edition.year),
        )
        sources = tuple(dict.fromkeys((*category.sources, *category.nominee_sources)))
        blocks.append(paper(title, category.confidence, sources, category.note, words))
    name = plain(card.prize.name_ko if words.locale == "ko" else card.prize.name)
    return paged(words("sources-of-edition", edition=name), blocks, query, catalogue, words)


def _header(card: PrizeCard, words: Words) -> str:
    name = plain(card.prize.name_ko if words.locale == "ko" else card.prize.name)
    show = plain(card.ceremony.hangul if words.locale == "ko" and card.ceremony.hangul else card.ceremony.name)
    lines = [f"## {name}", f"{show} · {words(f'class-{card.prize.kind.value}')}"]
    lines.append(words(f"method-{card.kind.value}-means"))
    if card.method.sources:
        lines.append(f"-# {words('source-plain', source=source_link(card.method.sources[0]))}")
    return "\n".join(lines)


def _year(card: PrizeCard, catalogue: Catalogue, words: Words) -> str:
    """That year's ballot; the winner behind a spoiler while the ceremony is fresh."""
    category = card.category
    lines = [f"### {edition_title(card.ceremony, card.edition, words)}"]
    if category.name != card.prize.name:
        lines.append(f"-# {words('category-called', wording=plain(category.name))}")
    winners = words.list(_nominee(n, catalogue, words) for n in category.winners)
    others = [n for n in category.nominees if not n.won and category.confidence_of(n) is not Confidence.UNVERIFIED]
    if winners and card.spoiler:
        ballot = words.list(sorted(_nominee(n, catalogue, words) for n in (*category.winners, *others)))
        lines.append(words("ceremony-winner", winners=f"||{winners}||"))
        lines.append(words("category-ballot", nominees=ballot))
    else:
        lines.append(words("ceremony-winner", winners=winners) if winners else words("ceremony-no-winner"))
        if others:
            names = words.list(_nominee(n, catalogue, words) for n in others)
            lines.append(words("ceremony-nominees", nominees=names, complete=str(category.complete).lower()))
    text = clip("\n".join(lines), 1_100)
    confidence = category.confidence if winners else category.nominees_confidence or category.confidence
    parts = [text, f"-# {provenance(confidence, category.sources or category.nominee_sources, words)}"]
    parts += [clip(dispute_text(dispute, words), 600) for dispute in card.disputes[:1]]
    return "\n".join(parts)


def _nominee(nominee: Nominee, catalogue: Catalogue, words: Words) -> str:
    credit = credit_of(nominee, catalogue.artists, words)
    return words("nominee-with-work", nominee=credit, work=plain(nominee.work)) if nominee.work else credit


def _former(edition: Edition, category: Category, catalogue: Catalogue, words: Words) -> str:
    winners = words.list(_nominee(winner, catalogue, words) for winner in category.winners)
    unsure = "" if category.confidence.counts else f" · {words(f'short-{category.confidence.value}')}"
    return clip(f"- {edition.id}: {winners}{unsure}", 240)


def _years(card: PrizeCard, words: Words) -> list[Item]:
    """A select of the years it was given, around the one shown."""
    ids = list(dict.fromkeys([*(edition.id for edition, _ in card.history), card.edition.id]))
    if len(ids) < 2:
        return []
    start = min(max(ids.index(card.edition.id) - 12, 0), max(len(ids) - EDITIONS_IN_SELECT, 0))
    options = [
        discord.SelectOption(label=edition, value=edition, default=edition == card.edition.id)
        for edition in ids[start : start + EDITIONS_IN_SELECT]
    ]
    query = CategoryQuery(card.ceremony.id, card.prize.id)
    return [pick_select(words("filter-by-edition"), "edition", query, options)]
