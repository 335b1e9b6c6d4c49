"""The controls of one subscription: some rows for each section of its panel, and what their values mean."""

from collections.abc import Iterable, Sequence
from typing import Any

import discord
from discord import SelectOption, ui

from bot.anniversaries.occurrences import LeapDay
from bot.anniversaries.plans import LEADS, VOTE_HOURS, Anchor, Kind, Style
from bot.services.announcements.subscriptions import CATCH_UPS, SETTINGS, Subscription, about_of
from bot.services.coming import ComingKind
from bot.services.lookup import Lookup
from bot.text import LANGUAGES, Words
from bot.ui.announcements.addresses import NOTHING, FormDeed, PanelQuery, SetDeed
from bot.ui.follows import label_of
from bot.ui.layouts import Item
from bot.ui.panels import SetupQuery
from bot.ui.screens import deed_button, deed_id, open_button

SECTIONS = ("kinds", "about", "when", "where", "look")
OUTLOOKS = ("weekly", "monthly")
LEAP_DAYS = tuple(day.value for day in LeapDay)


def decoded(setting: str, values: Sequence[str]) -> dict[str, Any]:
    """What a control's values mean, as changes of a subscription. Raises ValueError for what no control offers."""
    value = values[0] if values else NOTHING
    match setting:
        case "kinds":
            return {"kinds": tuple(values)}
        case "leads" | "vote_hours":
            return {setting: tuple(sorted(map(int, values)))}
        case "outlooks":
            return {name: name in values for name in OUTLOOKS}
        case "silent":
            return {"silent": value == "1"}
        case "about":
            return {"about": None}
        case "hour":
            return {"hour": int(value)}
        case "catch_up_hours":
            return {setting: int(value)}
        case "channel_id" | "role_id":
            return {setting: None if value == NOTHING else int(value)}
        case "zone" | "language":
            return {setting: None if value == NOTHING else value}
        case "anchor" | "style" | "leap_day":
            return {setting: value}
    raise ValueError(f"no announcement has {setting!r}")


def controls(one: Subscription, here: PanelQuery, lookup: Lookup, words: Words) -> list[list[Item]]:
    """The rows by which the section that `here` shows is changed."""
    match here.section:
        case "kinds":
            return [[_kinds(one, here, words)]]
        case "about":
            return _about(one, here, lookup, words)
        case "when":
            hours = {str(hour): f"{hour:02}:{one.minute:02}" for hour in range(24)}
            anchors = {anchor.value: words(f"announce-anchor-{anchor.value}") for anchor in Anchor}
            other = FormDeed(one.id, here.section, here.since)
            return [
                [_several("leads", LEADS, one.leads, here, words, least=0)],
                [_several("vote_hours", VOTE_HOURS, one.vote_hours, here, words, least=0)],
                [_choose("hour", hours, str(one.hour), here, words)],
                [_choose("anchor", anchors, one.anchor, here, words)],
                [deed_button(words("announce-other-time"), other, emoji="⌨️")],
            ]
        case "where":
            quiet = SetDeed(one.id, "silent", here.section, here.since, "0" if one.silent else "1")
            label = words("announce-be-loud" if one.silent else "announce-be-silent")
            return [
                [_channel(one.channel_id, here, words)],
                [_role(one.role_id, here, words)],
                [deed_button(label, quiet, emoji="🔔" if one.silent else "🔕")],
            ]
        case "look":
            return _look(one, here, words)
    raise ValueError(f"no section is called {here.section!r}")


def _kinds(one: Subscription, here: PanelQuery, words: Words) -> Item:
    if one.origin == SETTINGS:  # it knows those of /config alone
        labels = {kind.value: words(f"choice-coming-{kind.value}") for kind in ComingKind}
    else:
        labels = {kind.value: words(f"announce-kind-{kind.value}") for kind in Kind}
    return _select("kinds", labels, set(one.kinds), here, words, least=1, most=len(labels))


def _about(one: Subscription, here: PanelQuery, lookup: Lookup, words: Words) -> list[list[Item]]:
    named = about_of(one)
    add = deed_button(words("announce-add-names"), FormDeed(one.id, here.section, here.since), emoji="⌨️")
    if named is None:
        follows = open_button(words("announce-followed"), SetupQuery("follows"), emoji="📋")
        return [[add, follows]]
    labels = {str(subject): label_of(subject, lookup, words) for subject in named}
    every = SetDeed(one.id, "about", here.section, here.since, NOTHING)
    return [
        [_select("drop", labels, set(), here, words, least=1, most=len(labels))],
        [add, deed_button(words("announce-as-followed"), every, emoji="📋")],
    ]


def _look(one: Subscription, here: PanelQuery, words: Words) -> list[list[Item]]:
    outlooks = {name: words(f"announce-outlook-{name}") for name in OUTLOOKS}
    chosen = {name for name in OUTLOOKS if getattr(one, name)}
    languages = {NOTHING: words("announce-language-server"), **LANGUAGES}
    if one.origin == SETTINGS:
        languages[NOTHING] = words("config-language-none")
    late = {str(hours): words("announce-catch-up", hours=hours) for hours in CATCH_UPS}
    late.setdefault(str(one.catch_up_hours), words("announce-catch-up", hours=one.catch_up_hours))
    leap = {day: words(f"announce-leap-{day}") for day in LEAP_DAYS}
    styles = {style.value: words(f"announce-style-{style.value}") for style in Style}
    return [
        [_choose("style", styles, one.style, here, words)],
        [_select("outlooks", outlooks, chosen, here, words, least=0, most=len(outlooks))],
        [_choose("language", languages, one.language, here, words)],
        [_choose("catch_up_hours", late, str(one.catch_up_hours), here, words)],
        [_choose("leap_day", leap, one.leap_day, here, words)],
    ]


def _several(
    setting: str, offered: Sequence[int], chosen: Iterable[int], here: PanelQuery, words: Words, *, least: int
) -> Item:
    key = "announce-lead" if setting == "leads" else "announce-vote-hours"
    labels = {str(number): words(key, count=number) for number in offered}
    return _select(setting, labels, set(map(str, chosen)), here, words, least=least, most=len(labels))


def _choose(setting: str, labels: dict[str, str], now: str | None, here: PanelQuery, words: Words) -> Item:
    return _select(setting, labels, {now or NOTHING}, here, words)


def _select(
    setting: str,
    labels: dict[str, str],
    chosen: set[str],
    here: PanelQuery,
    words: Words,
    *,
    least: int = 1,
    most: int = 1,
) -> Item:
    options = [SelectOption(label=label[:100], value=value, default=value in chosen) for value, label in labels.items()]
    return ui.Select[Any](
        custom_id=_id(setting, here),
        placeholder=words(f"announce-choose-{setting}")[:150],
        options=options[:25],
        min_values=least,
        max_values=min(most, len(options[:25])),
    )


def _channel(now: int | None, here: PanelQuery, words: Words) -> Item:
    known = [] if now is None else [discord.SelectDefaultValue(id=now, type=discord.SelectDefaultValueType.channel)]
    return ui.ChannelSelect[Any](
        custom_id=_id("channel_id", here),
        placeholder=words("announce-choose-channel_id")[:150],
        channel_types=[discord.ChannelType.text, discord.ChannelType.news],
        default_values=known,
    )


def _role(now: int | None, here: PanelQuery, words: Words) -> Item:
    known = [] if now is None else [discord.SelectDefaultValue(id=now, type=discord.SelectDefaultValueType.role)]
    return ui.RoleSelect[Any](
        custom_id=_id("role_id", here),
        placeholder=words("announce-choose-role_id")[:150],
        default_values=known,
        min_values=0,
    )


def _id(setting: str, here: PanelQuery) -> str:
    return deed_id(SetDeed(here.number, setting, here.section, here.since))
