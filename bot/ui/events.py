"""Draws the dates that a server has of its own: all of them by day, and one."""

import datetime
from collections.abc import Sequence
from itertools import groupby
from typing import Any

import discord
import msgspec
from discord import SelectOption, ui

from bot.services.events import Event, OwnDate
from bot.text import Words
from bot.ui.layouts import TEXT_BUDGET, FrozenLayout, Item, clip, draw, page_of
from bot.ui.markdown import plain
from bot.ui.queries import Deed, Query
from bot.ui.screens import deed_button, deed_id, open_button, page_buttons

_KEYS = {"page": "p", "event": "i"}
PER_PAGE = 12
LONGEST_LINE = 100


class EventsQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """A server's own dates, the next one first."""

    screen = "events"

    page: int = 1


class EventQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """One of them, as it was just kept."""

    screen = "event"

    event: int


class RemoveEventDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Takes one away; without a number, the one that a select holds."""

    screen = "event-remove"

    event: int | None = None
    page: int = 1


class _Row(msgspec.Struct, frozen=True):
    """A line of the list: an event under a heading."""

    heading: str
    event: Event
    line: str


def events_page(
    events: Sequence[Event],
    coming: Sequence[OwnDate],
    today: datetime.date,
    query: EventsQuery,
    manages: bool,
    words: Words,
) -> FrozenLayout:
    """All of a server's: those that come within the year by day, then later ones, then those that are over."""
    rows = [_Row(_heading(one, words), one.event, _line(one, words)) for one in coming]
    told = {one.event.id for one in coming}
    rest = [one for one in events if one.id not in told]
    for key, some in (
        ("events-later", [one for one in rest if one.date.first_day > today]),
        ("events-over", [one for one in rest if one.date.first_day <= today]),
    ):
        ordered = sorted(some, key=lambda one: one.date.first_day)
        rows += [_Row(words(key), one, f"- {_name(one)} · {words.date(one.date)}") for one in ordered]
    dealt = [rows[start : start + PER_PAGE] for start in range(0, len(rows), PER_PAGE)] or [[]]
    shown, number = page_of(dealt, query.page)
    blocks = []
    for heading, group in groupby(shown, key=lambda row: row.heading):
        blocks.append("\n".join([f"### {heading}", *(row.line for row in group)]))
    text = clip("\n".join(blocks), TEXT_BUDGET) or words("events-none" if manages else "events-none-here")
    buttons: list[list[Item]] = [page_buttons(query, number, len(dealt), words)]
    if manages and shown:
        options = [
            SelectOption(label=f"{words.date(row.event.date)}: {row.event.title}"[:100], value=str(row.event.id))
            for row in {row.event.id: row for row in shown}.values()
        ]
        remove = ui.Select[Any](
            custom_id=deed_id(RemoveEventDeed(page=number)), placeholder=words("events-choose"), options=options
        )
        buttons.append([remove])
    return draw(f"## {words('events-title')}\n{words('events-count', count=len(events))}", [text], buttons)


def event_page(event: Event, words: Words) -> FrozenLayout:
    """One, with everything that is known of it."""
    date = words("events-yearly", date=words.date(event.date)) if event.yearly else words.date(event.date)
    lines = [f"## 📌 {plain(event.title)}", date]
    if event.zone is not None:
        lines.append(words("events-zone", zone=words.zone(event.zone)))
    if event.date.day is None:
        lines.append(f"-# {words('events-no-day')}")
    ways: list[Item] = [
        open_button(words("events-all"), EventsQuery(), emoji="📋"),
        deed_button(words("events-remove"), RemoveEventDeed(event.id), emoji="🗑️", style=discord.ButtonStyle.secondary),
    ]
    return draw("\n".join(lines), [plain(event.note)] if event.note else [], [ways])


def event_label(event: Event, words: Words) -> str:
    """One for a choice, in plain text of at most 100 characters."""
    return f"{event.title} ({words.date(event.date)})"[:100]


def _heading(one: OwnDate, words: Words) -> str:
    if one.day is None:
        return words("upcoming-some-day", date=words.date(one.date))
    return f"{words.day(one.day)} (<t:{one.at}:R>)"


def _line(one: OwnDate, words: Words) -> str:
    parts = [_name(one.event)]
    if one.years:
        parts.append(words("events-years", count=one.years))
    if one.event.note:
        note = one.event.note
        parts.append(plain(note if len(note) <= LONGEST_LINE else f"{note[:LONGEST_LINE]}…"))
    return f"- {' · '.join(parts)}"


def _name(event: Event) -> str:
    return f"📌 **{plain(event.title)}**"
