"""Draws an edition of a ceremony: date, place, how it decides, and every category with winner and nominees."""

import discord

from bot.catalogue import Catalogue
from bot.catalogue.model import Category, Confidence, Edition, EditionStatus, Nominee
from bot.services.records import EditionCard
from bot.text import Words
from bot.ui.awards import dispute_text, edition_title, provenance
from bot.ui.layouts import FrozenLayout, Item, draw, page_of, pages
from bot.ui.markdown import category_title, credit_of, plain, source_link
from bot.ui.queries import CeremonyQuery, CeremonySourcesQuery, DecidedQuery
from bot.ui.screens import open_button, page_buttons, pick_select, turn_button

KPOP_MARK = "◆"
EDITIONS_IN_SELECT = 25


def ceremony_page(
    card: EditionCard, editions: list[str], query: CeremonyQuery, catalogue: Catalogue, words: Words
) -> FrozenLayout:
    """The page of an edition's card that `query` asks for; `editions` are the ids to choose from, newest first."""
    header = _header(card, words)
    ordered = sorted(card.edition.category, key=lambda category: not category.grand_prize)
    blocks = [dispute_text(dispute, words) for dispute in card.edition.dispute]
    blocks += [_category(card.edition, category, catalogue, words) for category in ordered]
    legend = words("kpop-legend", mark=KPOP_MARK)
    dealt = pages(blocks or [_nothing(card, words)], reserved=len(header) + len(legend) + 20)
    shown, page = page_of(dealt, query.page)
    here = query.but(edition=card.edition.id, page=page)
    footer = legend
    if len(dealt) > 1:
        footer = f"{words('page-number', page=page, count=len(dealt))} · {legend}"
    rows = [page_buttons(here, page, len(dealt), words), _editions(card, editions, words), _ways(card, words)]
    return draw(header, shown, rows, footer if blocks else None)


def _header(card: EditionCard, words: Words) -> str:
    edition = card.edition
    lines = [f"## {edition_title(card.ceremony, edition, words)}"]
    when_where = [words.date(edition.date)] if edition.date else []
    when_where += [plain(edition.place)] if edition.place else []
    if edition.status is not EditionStatus.HELD:
        when_where.append(words(f"status-{edition.status.value}"))
    if when_where:
        lines.append(" · ".join(when_where))
    summary = card.method.summary_ko if words.locale == "ko" and card.method.summary_ko else card.method.summary
    how = words("decided-line", how=words(f"method-{card.method.kind.value}"))
    lines.append(f"**{how}.** {plain(summary) if summary else ''}".rstrip())
    if card.method.sources:
        lines.append(f"-# {words('source-plain', source=source_link(card.method.sources[0]))}")
    return "\n".join(lines)


def _category(edition: Edition, category: Category, catalogue: Catalogue, words: Words) -> str:
    prize = catalogue.prize(edition, category)
    marks = [f"**{category_title(prize, category, words)}**"]
    if category.grand_prize:
        marks.append(words("grand-prize"))
    if prize.method is not None:
        marks.append(words("decided-line", how=words(f"method-{prize.method.value}")))
    lines = [" · ".join(marks)]
    if category.winners:
        winners = words.list(_nominee(nominee, catalogue, words) for nominee in category.winners)
        lines.append(words("ceremony-winner", winners=winners))
    else:
        lines.append(words("ceremony-no-winner"))
    others = [n for n in category.nominees if not n.won and category.confidence_of(n) is not Confidence.UNVERIFIED]
    if others:
        names = words.list(_nominee(nominee, catalogue, words) for nominee in others)
        lines.append(words("ceremony-nominees", nominees=names, complete=str(category.complete).lower()))
    confidence = category.confidence if category.winners else category.nominees_confidence or category.confidence
    lines.append(f"-# {provenance(confidence, category.sources or category.nominee_sources, words)}")
    return "\n".join(lines)


def _nominee(nominee: Nominee, catalogue: Catalogue, words: Words) -> str:
    """A nominee, marked when one of its artists is at home in K-pop, with the work."""
    credit = credit_of(nominee, catalogue.artists, words)
    if any(catalogue.is_kpop(artist) for artist in nominee.artists):
        credit = f"{KPOP_MARK} {credit}"
    return words("nominee-with-work", nominee=credit, work=plain(nominee.work)) if nominee.work else credit


def _nothing(card: EditionCard, words: Words) -> str:
    return words("ceremony-announced" if card.edition.status is EditionStatus.ANNOUNCED else "ceremony-empty")


def _editions(card: EditionCard, editions: list[str], words: Words) -> list[Item]:
    """A select of editions around the one shown; Discord takes 25."""
    if len(editions) < 2:
        return []
    start = min(max(editions.index(card.edition.id) - 12, 0), max(len(editions) - EDITIONS_IN_SELECT, 0))
    options = [
        discord.SelectOption(label=edition, value=edition, default=edition == card.edition.id)
        for edition in editions[start : start + EDITIONS_IN_SELECT]
    ]
    return [pick_select(words("filter-by-edition"), "edition", CeremonyQuery(card.ceremony.id), options)]


def _ways(card: EditionCard, words: Words) -> list[Item]:
    ways: list[Item] = [
        open_button(words("button-sources"), CeremonySourcesQuery(card.ceremony.id, card.edition.id), emoji="📄"),
        open_button(words("button-decided"), DecidedQuery(show=card.ceremony.id), emoji="⚖️"),
    ]
    for edition in (card.older, card.newer):
        if edition is not None:
            ways.append(turn_button(edition.id, CeremonyQuery(card.ceremony.id, edition.id), emoji="📅"))
    return ways
