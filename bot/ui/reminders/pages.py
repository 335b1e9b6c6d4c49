"""Draws reminders: what was understood, the question for a yes, the list, and the message that is the reminder."""

import datetime
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

import discord
from discord import SelectOption, ui

from bot.catalogue.dates import PartialDate, Precision
from bot.services.reminders.desk import SNOOZES, Reminder
from bot.storage.reminders import MISSED, PENDING, SKIPPED
from bot.text import Words
from bot.ui.forms import FrozenForm
from bot.ui.layouts import TEXT_BUDGET, FrozenLayout, Item, clip, draw, page_of
from bot.ui.markdown import plain
from bot.ui.reminders.queries import DropDeed, HereDeed, RemindersQuery, SnoozeDeed, TryMessageDeed
from bot.ui.screens import deed_button, deed_id, open_button, page_buttons

FORM, WHEN, NOTE = "remind", "when", "note"
PER_PAGE = 10
SHOWN_FAILED = 3
LONGEST_LINE = 120
ROOM = 2_700  # characters for what waits; the rest of a page is for what went wrong


def told_page(reminder: Reminder, late: bool, words: Words) -> FrozenLayout:
    """The reminder itself, first what it is about: a notification shows no more. In a channel it names the member,
    whom nothing else in it may mention.
    """
    lines = [] if reminder.channel_id is None else [f"<@{reminder.user_id}>"]
    lines += _titled("⏰", words("remind-told"), reminder, words)
    notes = [words("remind-late", due=f"<t:{reminder.due_at}:F>")] if late else []
    notes.append(words("remind-asked", when=f"<t:{reminder.created_at}:R>"))
    snoozes: list[Item] = [
        deed_button(words(f"remind-snooze-{how}"), SnoozeDeed(reminder.id, reminder.due_at, how), emoji="💤")
        for how in SNOOZES
    ]
    return draw("\n".join(lines), rows=[snoozes], footer="\n".join(f"-# {note}" for note in notes))


def snoozed_page(reminder: Reminder, words: Words) -> FrozenLayout:
    """The same message, once it was snoozed."""
    told = words("remind-snoozed", when=f"<t:{reminder.due_at}:F>", left=f"<t:{reminder.due_at}:R>")
    ways: list[Item] = [open_button(words("remind-mine"), RemindersQuery(), emoji="📋")]
    return draw("\n".join(_titled("💤", words("remind-told"), reminder, words)), rows=[ways], footer=told)


def greeting_page(words: Words) -> FrozenLayout:
    """The direct message that shows whether one arrives."""
    return draw(f"## 👋 {words('remind-hello')}\n{words('remind-hello-text')}")


def taken_page(reminder: Reminder, here: bool, words: Words) -> FrozenLayout:
    """What was understood, and where it will be told; or the question for a yes. `here`: this channel is offered."""
    when = {"when": f"<t:{reminder.due_at}:F>", "left": f"<t:{reminder.due_at}:R>"}
    meant = words("remind-meant", time=local_time(reminder.due_at, reminder.zone, words))
    drop = deed_button(words("remind-drop"), DropDeed(reminder.id), emoji="🗑️")
    about = ["\n".join(_about(reminder, words))] if reminder.title or reminder.note or reminder.link else []
    if reminder.state == SKIPPED:
        ways: list[Item] = [
            deed_button(words("remind-try"), TryMessageDeed(reminder.id), emoji="✉️", style=discord.ButtonStyle.primary)
        ]
        if here:
            ways.append(deed_button(words("remind-here"), HereDeed(reminder.id), emoji="💬"))
        header = f"## ✉️ {words('remind-may-i')}\n{words('remind-may-i-text', **when)}"
        return draw(header, about, [[*ways, drop]], f"-# {meant}")
    where = words("remind-by-message")
    if reminder.channel_id is not None:
        where = words("remind-in-channel", channel=f"<#{reminder.channel_id}>")
    header = f"## ⏰ {words('remind-taken')}\n{words('remind-taken-text', where=where, **when)}"
    ways = [open_button(words("remind-mine"), RemindersQuery(), emoji="📋"), drop]
    return draw(header, about, [ways if reminder.state == PENDING else ways[:1]], f"-# {meant}")


def list_page(
    waiting: Sequence[Reminder], failed: Sequence[Reminder], query: RemindersQuery, words: Words
) -> FrozenLayout:
    """What a member waits for, ten a page, and lately what went wrong."""
    dealt = [waiting[start : start + PER_PAGE] for start in range(0, len(waiting), PER_PAGE)] or [()]
    shown, number = page_of(dealt, query.page)
    blocks = [clip("\n".join(_line(one, words) for one in shown), ROOM) or words("remind-none")]
    if failed:
        lines = [f"**{words('remind-failed')}**"]
        for one in failed[-SHOWN_FAILED:]:
            why = words("remind-was-missed" if one.state == MISSED else "remind-was-refused")
            lines.append(f"- {_name(one, words)} (<t:{one.due_at}:f>): {why}")
        blocks.append(clip("\n".join(lines), TEXT_BUDGET - ROOM))
    rows: list[list[Item]] = [page_buttons(query, number, len(dealt), words)]
    if shown:
        options = [_option(one, words) for one in shown]
        choose = ui.Select[Any](
            custom_id=deed_id(DropDeed(page=number)), placeholder=words("remind-choose"), options=options
        )
        rows.append([choose])
    return draw(f"## {words('remind-list')}\n{words('remind-count', count=len(waiting))}", blocks, rows)


def remind_form(channel_id: int, message_id: int, words: Words) -> FrozenForm:
    """The form of *Remind me about this*."""
    form = FrozenForm(FORM, f"{channel_id}:{message_id}", words("remind-form"))
    when = ui.TextInput[Any](custom_id=WHEN, min_length=1, max_length=60, placeholder=words("remind-when-example"))
    note = ui.TextInput[Any](custom_id=NOTE, max_length=500, required=False, style=discord.TextStyle.paragraph)
    form.add_item(ui.Label(text=words("remind-when-label"), description=words("remind-when-hint"), component=when))
    form.add_item(ui.Label(text=words("remind-note-label"), component=note))
    return form


def local_time(at: int, zone: str, words: Words) -> str:
    """A time as a clock in `zone` (IANA) shows it, with the zone: Discord's own are those of who reads."""
    there = datetime.datetime.fromtimestamp(at, ZoneInfo(zone))
    return words("remind-local", day=words.day(there.date()), time=f"{there:%H:%M}", zone=words.city(zone))


def label_of(reminder: Reminder, words: Words) -> str:
    """A reminder for a choice, in plain text of at most 100 characters."""
    name = reminder.title or reminder.note or words("remind-nameless")
    return f"{local_time(reminder.due_at, reminder.zone, words)}: {name}"[:100]


def _titled(emoji: str, otherwise: str, reminder: Reminder, words: Words) -> list[str]:
    """What it is about, under a heading that says it, or `otherwise` for what is too long to be one."""
    note = reminder.note if len(reminder.note) <= LONGEST_LINE and "\n" not in reminder.note else ""
    lines = _about(reminder, words)
    if title := reminder.title or note:
        return [f"## {emoji} {plain(title)}", *lines[1:]]
    return [f"## {emoji} {otherwise}", *lines]


def _about(reminder: Reminder, words: Words) -> list[str]:
    lines = [f"**{plain(reminder.title)}**"] if reminder.title else []
    if reminder.moved_from:
        lines.append(_news(reminder, words))
    if reminder.note:
        lines.append(f"> {plain(reminder.note)}")
    if reminder.link:
        lines.append(f"[{words('remind-message')}]({reminder.link})")
    return lines


def _news(reminder: Reminder, words: Words) -> str:
    """What became of its date since the member asked."""
    before = words.date(PartialDate.parse(reminder.moved_from or ""))
    if not reminder.date:
        return f"🕊️ {words('remind-off', before=before)}"
    date = PartialDate.parse(reminder.date)
    key = "remind-moved" if date.precision is Precision.DAY else "remind-open"
    return f"📅 {words(key, before=before, date=words.date(date))}"


def _name(reminder: Reminder, words: Words) -> str:
    name = reminder.title or reminder.note
    return plain(name if len(name) <= LONGEST_LINE else f"{name[:LONGEST_LINE]}…") if name else words("remind-nameless")


def _line(reminder: Reminder, words: Words) -> str:
    where = words("choice-remind-message") if reminder.channel_id is None else f"<#{reminder.channel_id}>"
    link = f" · [{words('remind-message')}]({reminder.link})" if reminder.link else ""
    news = f"\n  {_news(reminder, words)}" if reminder.moved_from else ""
    return f"- <t:{reminder.due_at}:F> (<t:{reminder.due_at}:R>)\n  {_name(reminder, words)} · {where}{link}{news}"


def _option(reminder: Reminder, words: Words) -> SelectOption:
    return SelectOption(label=label_of(reminder, words), value=str(reminder.id))
