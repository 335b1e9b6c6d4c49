"""Draws a server's announcements: all of them, and one with its sections, each with its controls."""

from collections.abc import Callable, Sequence
from typing import Any

import discord
import msgspec
from discord import ui

from bot.anniversaries.plans import Kind
from bot.services.announcements.subscriptions import DISABLED, PAUSED, SETTINGS, Subscription, about_of
from bot.services.follows import Subjects
from bot.services.guilds import Card
from bot.services.lookup import Lookup
from bot.services.zones import SEOUL
from bot.text import LANGUAGES, Words
from bot.ui.announcements.addresses import (
    FormDeed,
    HistoryQuery,
    ListQuery,
    PanelQuery,
    PreviewQuery,
    RemoveDeed,
    SampleDeed,
    StateDeed,
)
from bot.ui.announcements.controls import OUTLOOKS, SECTIONS, controls
from bot.ui.checks import ChannelCheck, RoleCheck
from bot.ui.config import meanwhile, value_of
from bot.ui.follows import subject_name
from bot.ui.forms import FrozenForm
from bot.ui.layouts import FrozenLayout, Item, clip, draw
from bot.ui.markdown import quoted
from bot.ui.screens import deed_button, page_buttons, turn_button

FORM, NAMES, SHOWS, TIME, ZONE = "announce", "artists", "shows", "time", "zone"
REMOVE = "remove"  # a section that asks once
PANEL, CHECK = "panel", "check"  # where a button stands
PER_PAGE = 10
NAMED = 8
LONGEST_NAME = 100
LONGEST_BLOCK = 500
LONGEST_HEADER = 1_300


class Desk(msgspec.Struct, frozen=True):
    """One subscription as an admin finds it: the server's latest changes, what is amiss, when it posts next."""

    one: Subscription
    card: Card
    channel: ChannelCheck | None
    role: RoleCheck | None
    next_at: int | None  # UTC seconds; None: nothing within a year, or it does not post
    followed: Subjects = ()  # by the server


def list_page(
    those: Sequence[Subscription], query: ListQuery, lookup: Lookup, mention: Callable[[str], str], words: Words
) -> FrozenLayout:
    """A page of all of them, each with the button to its panel."""
    title = f"## {words('announce-title')}"
    if not those:
        text = words("announce-none", setup=mention("setup"), add=mention("announce add"))
        return draw(f"{title}\n{text}")
    count = -(-len(those) // PER_PAGE)
    page = min(max(query.page, 1), count)
    shown = those[(page - 1) * PER_PAGE : page * PER_PAGE]
    blocks = [(_entry(one, lookup, words), turn_button(words("config-change"), PanelQuery(one.id))) for one in shown]
    ways: list[Item] = [
        turn_button(words("announce-preview"), PreviewQuery(), emoji="🔭"),
        turn_button(words("announce-history"), HistoryQuery(), emoji="🗂️"),
    ]
    footer = words("page-number", page=page, count=count) if count > 1 else None
    return draw(f"{title}\n{words('announce-intro')}", blocks, [page_buttons(query, page, count, words), ways], footer)


def panel_page(
    desk: Desk, query: PanelQuery, lookup: Lookup, words: Words, unclear: Sequence[str] = ()
) -> FrozenLayout:
    """All of one, with a button to change each part; or one part with its controls. `unclear` are names that were
    typed and mean nobody, or several.
    """
    one = desk.one
    here = query.but(since=desk.card.version)
    changed = meanwhile(desk.card, lookup, words)
    if query.section in SECTIONS:
        title = words(f"announce-{query.section}")
        header = clip(f"## {title}\n{words(f'announce-{query.section}-text')}{changed}", LONGEST_HEADER)
        back = [turn_button(words("announce-back"), here.but(section=""), emoji="↩️")]
        blocks = [
            clip(told(query.section, one, lookup, words, desk.followed), LONGEST_BLOCK),
            *_amiss(desk, query.section, words),
        ]
        if unclear:
            names = clip(", ".join(map(quoted, unclear)), LONGEST_BLOCK)
            blocks.append(words("announce-names-unclear", names=names))
        return draw(header, blocks, [*controls(one, here, lookup, words), back])
    if query.section == REMOVE:
        return _remove_page(one, here, lookup, words)
    header = clip(f"## 📣 {name_of(one, lookup, words)}\n{_state(desk, words)}{changed}", LONGEST_HEADER)
    blocks_with_ways: list[str | tuple[str, ui.Button[Any]]] = [*_amiss(desk, "where", words)]
    for section in SECTIONS:
        text = f"**{words(f'announce-{section}')}**\n{told(section, one, lookup, words, desk.followed)}"
        way = turn_button(words("config-change"), here.but(section=section))
        blocks_with_ways.append((clip(text, LONGEST_BLOCK), way))
    return draw(header, blocks_with_ways, [_deeds(one, words), _ways(one, words)])


def _remove_page(one: Subscription, here: PanelQuery, lookup: Lookup, words: Words) -> FrozenLayout:
    text = words("announce-remove-text", name=name_of(one, lookup, words))
    style = discord.ButtonStyle.danger
    remove = deed_button(words("announce-remove"), RemoveDeed(one.id), emoji="🗑️", style=style)
    return draw(text, rows=[[remove, turn_button(words("announce-back"), here.but(section=""), emoji="↩️")]])


def names_form(deed: FormDeed, words: Words) -> FrozenForm:
    """The form in which artists and shows are typed."""
    form = FrozenForm(FORM, f"{deed.section}:{deed.number}:{deed.since}", words("announce-names-title"))
    for field in (NAMES, SHOWS):
        text = ui.TextInput[Any](custom_id=field, style=discord.TextStyle.paragraph, max_length=1_000, required=False)
        label = words(f"setup-names-{field}")
        form.add_item(ui.Label(text=label, description=words(f"setup-names-{field}-hint"), component=text))
    return form


def time_form(deed: FormDeed, one: Subscription, words: Words) -> FrozenForm:
    """The form in which a time and a zone are typed."""
    form = FrozenForm(FORM, f"{deed.section}:{deed.number}:{deed.since}", words("announce-time-title"))
    now = f"{one.hour:02}:{one.minute:02}"
    time = ui.TextInput[Any](custom_id=TIME, max_length=20, default=now, placeholder="09:00", required=True)
    form.add_item(ui.Label(text=words("announce-time-label"), description=words("announce-time-hint"), component=time))
    zone = ui.TextInput[Any](
        custom_id=ZONE, max_length=60, default=one.zone or "", placeholder="Asia/Seoul", required=False
    )
    form.add_item(ui.Label(text=words("zone-label"), description=words("zone-hint"), component=zone))
    return form


def name_of(one: Subscription, lookup: Lookup, words: Words) -> str:
    """What it is called in a list: the server's own, or what it tells and of whom."""
    if one.origin == SETTINGS:
        return words("announce-own")
    kinds = _kinds(one, words, most=3)
    named = about_of(one)
    if named is None:
        return kinds
    names = [subject_name(subject, lookup, words) for subject in named[:2]]
    listed = words("setup-more", names=", ".join(names), count=len(named) - 2) if len(named) > 2 else words.list(names)
    return f"{listed}: {kinds}"


def told(section: str, one: Subscription, lookup: Lookup, words: Words, followed: Subjects = ()) -> str:
    """What is set in a section, in a line or two."""
    match section:
        case "kinds":
            return _kinds(one, words)
        case "about":
            named = about_of(one)
            if named is not None:
                return _named(named, lookup, words)
            if not followed:
                return words("announce-about-nobody")
            return words("announce-about-followed", names=_named(followed, lookup, words))
        case "when":
            return _when(one, words)
        case "where":
            lines = [f"<#{one.channel_id}>" if one.channel_id else words("config-none")]
            lines.append(
                words("announce-pings", role=f"<@&{one.role_id}>") if one.role_id else words("announce-no-role")
            )
            return " · ".join([*lines, *([words("announce-is-silent")] if one.silent else [])])
    language = LANGUAGES.get(one.language or "") or words(
        "config-language-none" if one.origin == SETTINGS else "announce-language-server"
    )
    outlooks = [words(f"announce-outlook-{name}") for name in OUTLOOKS if getattr(one, name)]
    late = words("announce-catch-up", hours=one.catch_up_hours)
    return " · ".join([words(f"announce-style-{one.style}"), *outlooks, language, late])


def _named(subjects: Subjects, lookup: Lookup, words: Words) -> str:
    names = [subject_name(subject, lookup, words) for subject in subjects[:NAMED]]
    more = len(subjects) - len(names)
    return words("setup-more", names=", ".join(names), count=more) if more else words.list(names)


def _kinds(one: Subscription, words: Words, most: int = 99) -> str:
    if one.origin == SETTINGS:
        return value_of("kinds", one.kinds, words)
    names = [words(f"announce-kind-{kind.value}") for kind in Kind if kind.value in one.kinds]
    if len(names) == len(Kind):
        return words("announce-kind-everything")
    if len(names) > most:
        return words("setup-more", names=", ".join(names[:most]), count=len(names) - most)
    return " · ".join(names) or words("config-none")


def _when(one: Subscription, words: Words) -> str:
    zone = one.zone or SEOUL
    time = f"{one.hour:02}:{one.minute:02}"
    lines = [words(f"announce-at-{one.anchor}", time=time, city=words.city(zone))]
    leads = words.list(words("announce-lead", count=lead) for lead in one.leads)
    lines.append(leads or words("announce-no-lead"))
    if one.vote_hours:
        lines.append(words.list(words("announce-vote-hours", count=hours) for hours in one.vote_hours))
    return " · ".join(lines)


def _entry(one: Subscription, lookup: Lookup, words: Words) -> str:
    channel = f"<#{one.channel_id}>" if one.channel_id else words("announce-nowhere")
    mark = {PAUSED: "⏸️", DISABLED: "⚠️"}.get(one.state, "📣" if one.channel_id else "💤")
    lines = [f"{mark} **{clip(name_of(one, lookup, words), LONGEST_NAME)}** → {channel}"]
    if one.origin == SETTINGS:
        lines.append(f"-# {_kinds(one, words, most=4)}")
    state = f"{words(f'announce-{one.state}')} · " if one.state in (PAUSED, DISABLED) else ""
    lines.append(f"-# {state}{clip(_when(one, words), LONGEST_NAME)}")
    return "\n".join(lines)


def _state(desk: Desk, words: Words) -> str:
    one = desk.one
    if one.state == DISABLED:
        return words("announce-is-disabled", why=words(f"why-{one.why or 'forbidden'}"))
    if one.state == PAUSED:
        return words("announce-is-paused")
    if one.channel_id is None:
        return words("announce-is-nowhere")
    if desk.next_at is None:
        return words("announce-is-quiet")
    return words("announce-is-active", when=f"<t:{desk.next_at}:F>", relative=f"<t:{desk.next_at}:R>")


def _amiss(desk: Desk, section: str, words: Words) -> list[str]:
    """What stands in the way of a post, as a block of its own."""
    lines = []
    if section == "where":
        if desk.channel is not None and desk.channel.gone:
            lines.append(f"❌ {words('announce-channel-gone')}")
        elif desk.channel is not None and desk.channel.missing:
            missing = words.list(f"**{words(f'permission-{name}')}**" for name in desk.channel.missing)
            lines.append(f"⚠️ {words('setup-channel-missing', permissions=missing)}")
        if desk.role is not None and desk.role.trouble is not None:
            lines.append(f"⚠️ <@&{desk.role.role_id}>: {words(f'setup-role-{desk.role.trouble}')}")
    return ["\n".join(lines)] if lines else []


def _deeds(one: Subscription, words: Words) -> list[Item]:
    found: list[Item] = []
    if one.state in (PAUSED, DISABLED):
        resume = StateDeed(one.id, "resume", PANEL)
        found.append(deed_button(words("announce-resume"), resume, emoji="▶️", style=discord.ButtonStyle.primary))
    else:
        found.append(deed_button(words("announce-pause"), StateDeed(one.id, "pause", PANEL), emoji="⏸️"))
    if one.channel_id is not None:
        found.append(deed_button(words("announce-test"), SampleDeed(one.id), emoji="🧪"))
    if one.origin != SETTINGS:
        found.append(turn_button(words("announce-remove"), PanelQuery(one.id, REMOVE), emoji="🗑️"))
    return found


def _ways(one: Subscription, words: Words) -> list[Item]:
    return [
        turn_button(words("announce-preview"), PreviewQuery(one.id), emoji="🔭"),
        turn_button(words("announce-history"), HistoryQuery(one.id), emoji="🗂️"),
        turn_button(words("announce-all"), ListQuery(), emoji="↩️"),
    ]
