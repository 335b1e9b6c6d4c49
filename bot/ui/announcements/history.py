"""Draws what became of a server's posts, with the reasons, and a select to send one again."""

import re
from typing import Any

from discord import SelectOption, ui

from bot.anniversaries.plans import Form, Kind
from bot.catalogue import Catalogue
from bot.catalogue.dates import Precision
from bot.services.announcements.history import Chapter, Past
from bot.services.announcements.subscriptions import Subscription
from bot.services.lookup import Lookup
from bot.text import Words
from bot.ui.announcements.addresses import HistoryQuery, ListQuery, PanelQuery, ResendDeed
from bot.ui.announcements.lines import phrase
from bot.ui.announcements.panel import LONGEST_NAME, name_of
from bot.ui.layouts import FrozenLayout, Item, clip, draw
from bot.ui.screens import deed_id, page_buttons, turn_button

LONGEST_WHAT = 200
REASONS = {  # as the outbox keeps them
    "forbidden": "forbidden",
    "gone": "gone",
    "paused": "paused",
    "left": "left",
    "no channel": "channelless",
    "nothing to tell": "nothing",
    "unsure": "unsure",
}


def history_page(
    chapter: Chapter, query: HistoryQuery, of: Subscription | None, lookup: Lookup, words: Words
) -> FrozenLayout:
    """A page of it: of one announcement, or of all."""
    catalogue = lookup.catalogue
    title = words("announce-history-title")
    if of is not None:
        title = words("announce-history-of", name=clip(name_of(of, lookup, words), LONGEST_NAME))
    blocks = ["\n".join(_entry(one, catalogue, words) for one in chapter.posts) or words("announce-history-none")]
    rows: list[list[Item]] = [page_buttons(query, chapter.page, chapter.pages, words)]
    again = {one.row.id: one for one in chapter.posts if one.resendable}
    if again:
        options = [SelectOption(label=label(one, catalogue, words), value=str(number)) for number, one in again.items()]
        select = ui.Select[Any](
            custom_id=deed_id(ResendDeed(query.number)), placeholder=words("announce-choose-resend"), options=options
        )
        rows.append([select])
    ways: list[Item] = [turn_button(words("announce-all"), ListQuery(), emoji="📣")]
    if of is not None:
        ways.insert(0, turn_button(words("announce-back"), PanelQuery(of.id), emoji="↩️"))
    rows.append(ways)
    footer = words("page-number", page=chapter.page, count=chapter.pages) if chapter.pages > 1 else None
    return draw(f"## {title}", blocks, rows, footer)


def told(one: Past, catalogue: Catalogue, words: Words) -> str:
    """What a post was about, in a phrase."""
    match one.parcel.form:
        case Form.ITEM if one.items and one.items[0].kind is not Kind.FACT:  # which it was, the post itself tells
            return phrase(one.items[0], catalogue, words)
        case Form.ITEM:
            return words("post-fact-title" if one.items else "announce-post-item", date=words.day(one.parcel.day))
        case Form.CHANGE:
            return words("announce-post-change")
        case Form.MONTH:
            return words("announce-post-month", date=words.day(one.parcel.day, Precision.MONTH))
        case Form.WEEK:
            return words("announce-post-week", date=words.day(one.parcel.day))
    return words("announce-post-digest", date=words.day(one.parcel.day))


def label(one: Past, catalogue: Catalogue, words: Words) -> str:
    """The same for a choice or an option, without markdown; at most 100 characters."""
    plainly = re.sub(r"\\(.)|\*\*", r"\1", told(one, catalogue, words))
    return f"{words.day(one.parcel.day)} · {plainly}"[:100]


def _entry(one: Past, catalogue: Catalogue, words: Words) -> str:
    row = one.row
    what = clip(told(one, catalogue, words), LONGEST_WHAT)
    line = words("announce-history-line", when=f"<t:{row.due_at}:f>", channel=f"<#{row.channel_id}>", what=what)
    return f"- {line}\n-# {_outcome(one, words)}"


def _outcome(one: Past, words: Words) -> str:
    row = one.row
    if row.state == "sent":
        sent = f"<t:{row.sent_at}:R>" if row.sent_at else ""
        link = f" · {link_to(row.guild_id, row.channel_id, row.message_id)}" if row.message_id else ""
        told = words("announce-was-late", sent=sent) if row.late else words("announce-was-sent")
        return f"✅ {told}{link}"
    outcome = words(f"announce-was-{row.state}")
    mark = "⏭️" if row.state == "skipped" else "❌" if row.state == "dead" else "⌛"
    if not row.error or row.error == "skipped":
        return f"{mark} {outcome}"
    reason = REASONS.get(row.error, "unreachable" if row.error[:1] == "5" or row.state == "missed" else "rejected")
    return f"{mark} {words('announce-because', outcome=outcome, why=words(f'announce-error-{reason}'))}"


def link_to(guild_id: int, channel_id: int, message_id: int) -> str:
    """A message, as a reader can open it."""
    return f"https://discord.com/channels/{guild_id}/{channel_id}/{message_id}"
