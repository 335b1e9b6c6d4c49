"""Draws a server's settings: all of them by section, one with its controls, and who changed what."""

from typing import Any

from bot.errors import UnknownZone
from bot.services.follows import FOLLOW, Subject, Subjects
from bot.services.guilds import Card, Change, GuildSettings
from bot.services.lookup import Lookup
from bot.services.zones import SEOUL
from bot.text import LANGUAGES, Words
from bot.ui.controls import SECTIONS, SETTINGS, controls
from bot.ui.follows import subject_name
from bot.ui.layouts import FrozenLayout, Item, draw
from bot.ui.markdown import quoted
from bot.ui.panels import CheckQuery, ConfigQuery, PanelQuery, SetDeed, SetupQuery
from bot.ui.screens import deed_button, turn_button

SHOWN_CHANGES = 5
SHOWN_FOLLOWS = 8


def config_page(card: Card, followed: Subjects, query: ConfigQuery, lookup: Lookup, words: Words) -> FrozenLayout:
    """Everything that is set, with a button to change each; or one section with its controls."""
    here = query.but(since=card.version)
    if query.section in SECTIONS:
        return section_page(
            card, here, lookup, words, [turn_button(words("config-back"), here.but(section=""), emoji="↩️")]
        )
    blocks: list[Any] = [
        (_told(section, card.settings, words), turn_button(words("config-change"), here.but(section=section)))
        for section in SECTIONS
    ]
    follows = turn_button(words("config-change"), SetupQuery("follows", card.version))
    blocks.insert(SECTIONS.index("channel") + 1, (_followed(followed, lookup, words), follows))
    blocks.append(_history(card, lookup, words))
    ways = [turn_button(words("config-check"), CheckQuery(since=card.version), emoji="🩺")]
    return draw(f"## {words('config-title')}\n{words('config-intro')}{meanwhile(card, lookup, words)}", blocks, [ways])


def section_page(card: Card, here: PanelQuery, lookup: Lookup, words: Words, ways: list[Item]) -> FrozenLayout:
    """One section of a panel: what it is for, what is set, and its controls; `ways` lead on."""
    section = here.section
    header = f"## {words(f'config-{section}')}\n{words(f'config-{section}-text')}{meanwhile(card, lookup, words)}"
    blocks = [_told(section, card.settings, words)]
    return draw(header, blocks, [*controls(section, card.settings, here, words), ways])


def unknown_zone_page(error: UnknownZone, here: PanelQuery, words: Words) -> FrozenLayout:
    """No zone is called so: the nearest as buttons."""
    key = "error-unknown-zone" if error.nearest else "error-nothing-like-zone"
    zones = words.list(words.zone(zone) for zone in error.nearest)
    buttons: list[Item] = [
        deed_button(words.zone(zone), SetDeed("zone", here.screen, here.section, here.since, zone))
        for zone in error.nearest
    ]
    return draw(words(key, text=quoted(error.text), zones=zones), rows=[buttons])


def changed(change: Change, lookup: Lookup, words: Words) -> str:
    """One change in a line: who, what, from what to what, when."""
    who = f"<@{change.user_id}>" if change.user_id else words("config-nobody")
    values = {"who": who, "when": f"<t:{change.at}:R>"}
    if change.what == FOLLOW:
        return words("config-did", **values, what=_newly_followed(change, lookup, words))
    if change.what not in GuildSettings.__struct_fields__:
        return words("config-did", **values, what=words(f"audit-{change.what}"))
    values["what"] = words(f"setting-{change.what}")
    before, after = (value_of(change.what, value, words) for value in (change.before, change.after))
    return words("config-changed", **values, before=before, after=after)


def _newly_followed(change: Change, lookup: Lookup, words: Words) -> str:
    """Whom the server began to follow by a change, and whom no more."""
    told = []
    for key, listed in (("audit-follow", change.after), ("audit-unfollow", change.before)):
        if listed:
            subjects = tuple(Subject(*one.split(":", 1)) for one in listed)
            told.append(words(key, names=_some(subjects, lookup, words)))
    return ", ".join(told)


def _some(subjects: Subjects, lookup: Lookup, words: Words) -> str:
    """The names of the first few, and how many more there are."""
    names = [subject_name(subject, lookup, words) for subject in subjects[:SHOWN_FOLLOWS]]
    more = len(subjects) - len(names)
    return words("setup-more", names=", ".join(names), count=more) if more else words.list(names)


def value_of(setting: str, value: Any, words: Words) -> str:
    """What a setting is set to, in words."""
    match setting, value:
        case "language", None:
            return words("config-language-none")
        case "language", _:
            return LANGUAGES.get(value, str(value))
        case "zone", _:
            return words.zone(value or SEOUL)
        case (("channel_id" | "ping_role_id" | "host_role_id"), None):
            return words("config-none")
        case "channel_id", _:
            return f"<#{value}>"
        case (("ping_role_id" | "host_role_id"), _):
            return f"<@&{value}>"
        case "kinds", _:
            return words.list(words(f"choice-coming-{kind}") for kind in value) or words("config-none")
        case "hour", _:
            return f"{value:02}:00"
        case "spoiler_hours", _:
            return words("config-hours", hours=value)
        case "game_channels", _:
            return words.list(f"<#{channel}>" for channel in value) or words("config-everywhere")
    return words(f"config-{setting}-{value}")


def _followed(followed: Subjects, lookup: Lookup, words: Words) -> str:
    return f"**{words('setup-follows-step')}**\n{_some(followed, lookup, words) or words('config-none')}"


def _told(section: str, settings: GuildSettings, words: Words) -> str:
    lines = [f"**{words(f'config-{section}')}**"]
    names = SETTINGS[section]
    for name in names:
        value = value_of(name, getattr(settings, name), words)
        lines.append(f"{words(f'setting-{name}')}: {value}" if len(names) > 1 else value)
    return "\n".join(lines)


def meanwhile(card: Card, lookup: Lookup, words: Words) -> str:
    """What others changed since the reader last looked."""
    if not card.meanwhile:
        return ""
    lines = [f"- {changed(change, lookup, words)}" for change in card.meanwhile[:SHOWN_CHANGES]]
    return "\n" + "\n".join([f"> {words('config-meanwhile')}", *lines])


def _history(card: Card, lookup: Lookup, words: Words) -> str:
    lines = [f"- {changed(change, lookup, words)}" for change in card.latest[:SHOWN_CHANGES]]
    return "\n".join([f"**{words('config-changes')}**", *(lines or [words("config-no-changes")])])
