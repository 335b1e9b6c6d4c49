"""Draws the host's console of a night, and the form for a winner who was not nominated."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import SelectOption, ui

from bot.ballots.ballot import Category
from bot.ballots.results import CATALOGUE, Outcome, Result
from bot.catalogue import Catalogue
from bot.services.ballots.model import ASKING
from bot.services.ballots.nights import OVER, Console
from bot.text import Words
from bot.ui.ballots.naming import category_label, category_name, member_name, nominee_label, title_of, winner_names
from bot.ui.ballots.queries import NightDeed, NightQuery, WinDeed
from bot.ui.ballots.wizard import nominee_pages, shown_line
from bot.ui.forms import FrozenForm
from bot.ui.layouts import FrozenLayout, Item, draw, page_of
from bot.ui.screens import deed_button, deed_id, pick_select, turn_button

FORM = "night-else"
NAMES, SOURCE = "names", "source"
PER_SELECT = 25
MOST_WINNERS = 5
CATEGORIES_IN_SELECT = 25
ANNOUNCE, UNDO, FINISH = "announce", "undo", "finish"


def console_page(console: Console, query: NightQuery, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """One category with everything that can be done about it; what other hosts did meanwhile comes first."""
    ballot = console.ballot
    index = query.category if 0 <= query.category < len(ballot.contents) else console.next_index
    category = ballot.contents[index]
    result = console.results.get(category.id)
    settled = result is not None and result.outcome is not Outcome.UNDONE
    dealt = [category.nominees[n : n + PER_SELECT] for n in range(0, len(category.nominees), PER_SELECT)] or [()]
    shown, page = page_of(dealt, query.page)
    here = NightQuery(ballot.id, index, page, since=console.latest)
    revision = console.revision(category.id)
    rows: list[list[Item]] = []
    if shown:
        rows.append([_winners(here, category, shown, revision, settled, catalogue, words)])
        rows.append(nominee_pages(here, page, len(dealt), words))
    rows.append(_deeds(here, revision, settled, words))
    rows.append([_jump(console, here, catalogue, words)])
    ways: list[Item] = [
        turn_button(words("night-refresh"), here, emoji="🔄"),
        turn_button(words("night-open-next"), NightQuery(ballot.id, since=console.latest), emoji="⏭️"),
        deed_button(words("night-finish"), NightDeed(ballot.id, FINISH, since=console.latest), emoji="🏁"),
    ]
    rows.append(ways)
    header = f"## {words('night-console', title=title_of(ballot, catalogue, words))}\n{_condition(console, words)}"
    block = _category(console, category, catalogue, words)
    if len(dealt) > 1:
        block += f"\n{shown_line(page, PER_SELECT, len(category.nominees), words)}"
    blocks = [*_meanwhile(console, query, catalogue, words), block]
    return draw(header, blocks, rows, words("night-console-again"))


def _condition(console: Console, words: Words) -> str:
    night = console.night
    progress = words("night-progress", done=console.told, count=len(console.ballot.contents))
    counted = words("ballot-count", count=console.count) if console.ballot.row.state == ASKING else ""
    where = words("night-where", channel=f"<#{night.channel_id}>")
    spoilers = words("night-spoilers", hours=night.spoiler_hours) if night.spoiler_hours else ""
    parts = [f"{progress} {counted}".strip(), f"{where} {spoilers}".strip()]
    if night.chat == "refused":
        parts.append(words("night-no-thread"))
    if night.state == OVER:
        parts.append(words("night-is-over"))
    return "\n".join(parts)


def _meanwhile(console: Console, query: NightQuery, catalogue: Catalogue, words: Words) -> list[str]:
    lines = [words("night-clash")] if query.clash else []
    for result in console.meanwhile[-5:]:
        category = console.ballot.category(result.category)
        assert category is not None
        who = words("night-catalogue") if result.user_id == CATALOGUE else member_name(result.user_id, (), words)
        name = category_name(console.ballot, category, catalogue, words)
        outcome = outcome_line(result, category, catalogue, words)
        lines.append(f"> {words('night-meanwhile', who=who, category=name, outcome=outcome)}")
    return ["\n".join(lines)] if lines else []


def outcome_line(result: Result, category: Category, catalogue: Catalogue, words: Words) -> str:
    """An entry in a few words."""
    match result.outcome:
        case Outcome.UNDONE:
            return words("night-undone")
        case Outcome.VOID:
            return words("ballot-category-void")
        case Outcome.WON:
            return f"🏆 {winner_names(result.winners, category, catalogue, words)}"


def _category(console: Console, category: Category, catalogue: Catalogue, words: Words) -> str:
    number = console.ballot.contents.index(category) + 1
    lines = [f"### {number}. {category_name(console.ballot, category, catalogue, words)}"]
    if category.grand:
        lines[0] += f" · {words('grand-prize')}"
    result = console.results.get(category.id)
    lines.append(outcome_line(result, category, catalogue, words) if result else words("night-no-winner-yet"))
    if not category.nominees:
        lines.append(words("night-no-nominees"))
    return "\n".join(lines)


def _winners(
    here: NightQuery,
    category: Category,
    shown: Sequence[Any],
    revision: int,
    settled: bool,
    catalogue: Catalogue,
    words: Words,
) -> Item:
    options = [
        SelectOption(
            label=nominee_label(one, catalogue, words),
            value=one.key,
            description=words("predict-withdrawn")[:100] if one.withdrawn else None,
        )
        for one in shown
    ]
    deed = WinDeed(here.ballot, here.category, revision, here.since, here.page)
    return ui.Select[Any](
        custom_id=deed_id(deed),
        placeholder=words("night-choose-again" if settled else "night-choose"),
        options=options,
        max_values=min(MOST_WINNERS, len(options)),
    )


def _deeds(here: NightQuery, revision: int, settled: bool, words: Words) -> list[Item]:
    deed = NightDeed(here.ballot, ANNOUNCE, here.category, revision, here.since)
    other = WinDeed(here.ballot, here.category, revision, here.since, page=0)
    items: list[Item] = [
        deed_button(words("night-announce"), deed, emoji="📣", style=discord.ButtonStyle.primary),
        deed_button(words("night-else"), other, emoji="⌨️"),
    ]
    if settled:
        items.append(deed_button(words("night-undo"), deed.but(what=UNDO), emoji="↩️"))
    return items


def _jump(console: Console, here: NightQuery, catalogue: Catalogue, words: Words) -> Item:
    ballot = console.ballot
    count = len(ballot.contents)
    start = min(max(here.category - 12, 0), max(count - CATEGORIES_IN_SELECT, 0))
    options = []
    for number in range(start, min(count, start + CATEGORIES_IN_SELECT)):
        category = ballot.contents[number]
        result = console.results.get(category.id)
        mark = "🏆" if result is not None and result.outcome is not Outcome.UNDONE else "▫️"
        label = category_label(ballot, category, catalogue, words)
        options.append(SelectOption(label=label, value=str(number), emoji=mark, default=number == here.category))
    return pick_select(
        words("predict-jump"), "category", NightQuery(ballot.id, here.category, since=here.since), options
    )


def winner_form(deed: WinDeed, title: str, words: Words) -> FrozenForm:
    """Asks for one winner or several, a line each."""
    form = FrozenForm(FORM, deed.address, words("night-else-title")[:45])
    names = ui.TextInput[Any](custom_id=NAMES, style=discord.TextStyle.paragraph, max_length=300, required=True)
    source = ui.TextInput[Any](custom_id=SOURCE, max_length=300, required=False, placeholder="https://…")
    form.add_item(ui.Label(text=words("night-else-names")[:45], description=title[:100], component=names))
    form.add_item(ui.Label(text=words("night-else-source")[:45], component=source))
    return form
