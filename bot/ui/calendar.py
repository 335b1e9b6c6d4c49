"""Draws /calendar: what the file holds, an address to subscribe to, and the addresses that one has."""

from collections.abc import Sequence
from typing import Any

from discord import ButtonStyle, SelectOption, ui

from bot.services.calendars import Calendar, CalendarOf, Calendars, Feed
from bot.text import Words
from bot.ui.events import EventsQuery
from bot.ui.layouts import FrozenLayout, Item, draw
from bot.ui.markdown import plain
from bot.ui.queries import Deed, Query
from bot.ui.screens import deed_button, deed_id, open_button

_KEYS = {"subject": "s", "subject_id": "a"}


class FeedsQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """The addresses that a member has."""

    screen = "feeds"


class SubscribeDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Makes an address of a calendar, for who pressed."""

    screen = "feed-make"

    subject: str
    subject_id: str = ""


class RevokeDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Ends the address that the select holds."""

    screen = "feed-end"


class RevokeAllDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Ends every address of this server's calendar."""

    screen = "feeds-end"


def calendar_page(calendar: Calendar, of: CalendarOf, feeds: bool, words: Words) -> FrozenLayout:
    """What stands above the file. `feeds`: whether addresses can be had."""
    lines = [f"## 🗓️ {plain(calendar.name)}", words("calendar-count", count=calendar.count)]
    if calendar.vague:
        lines.append(f"-# {words('calendar-vague', count=calendar.vague)}")
    lines.append(f"-# {words('calendar-how')}")
    ways: list[Item] = []
    if feeds:
        subscribe = SubscribeDeed(of.subject, of.subject_id)
        ways.append(deed_button(words("calendar-subscribe"), subscribe, emoji="🔗", style=ButtonStyle.primary))
        ways.append(open_button(words("calendar-addresses"), FeedsQuery(), emoji="📋"))
    if of.subject == "server":
        ways.append(open_button(words("events-title"), EventsQuery(), emoji="📌"))
    return draw("\n".join(lines), rows=[ways])


def address_page(address: str, name: str, words: Words) -> FrozenLayout:
    """A new address: it is shown this once."""
    text = f"```\n{address}\n```\n{words('calendar-address-text')}"
    ways: list[Item] = [open_button(words("calendar-addresses"), FeedsQuery(), emoji="📋")]
    return draw(f"## 🔗 {words('calendar-address')}\n{plain(name)}", [text], [ways])


def feeds_page(feeds: Sequence[Feed], calendars: Calendars, of_server: int | None, words: Words) -> FrozenLayout:
    """What a member has; `of_server` is how many its members have of this server's, for who may end them all."""
    lines = [f"- **{plain(_name(one, calendars, words))}** · <t:{one.created_at}:D>" for one in feeds]
    rows: list[list[Item]] = []
    if feeds:
        options = [
            SelectOption(label=f"{number}. {_name(one, calendars, words)}"[:100], value=str(one.id))
            for number, one in enumerate(feeds, 1)
        ]
        end = ui.Select[Any](custom_id=deed_id(RevokeDeed()), placeholder=words("calendar-end"), options=options)
        rows.append([end])
    if of_server:
        label = words("calendar-end-all", count=of_server)
        rows.append([deed_button(label, RevokeAllDeed(), emoji="🚫", style=ButtonStyle.danger)])
    header = f"## 🔗 {words('calendar-addresses')}\n{words('calendar-addresses-text')}"
    return draw(header, ["\n".join(lines) or words("calendar-no-addresses")], rows)


def _name(feed: Feed, calendars: Calendars, words: Words) -> str:
    return calendars.name(CalendarOf(feed.subject, feed.subject_id, feed.guild_id), words)
