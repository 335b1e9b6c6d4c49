"""The controls of a server's settings: the same in /config and /setup. Each is some rows for one section."""

from collections.abc import Iterable, Sequence
from typing import Any

import discord
from discord import SelectOption, ui

from bot.services.coming import ComingKind
from bot.services.guilds import GuildSettings
from bot.text import LANGUAGES, Words
from bot.ui.layouts import Item
from bot.ui.panels import PanelQuery, SetDeed, ZoneFormDeed
from bot.ui.screens import deed_button, deed_id

SECTIONS = ("language", "zone", "channel", "kinds", "hour", "roles", "visibility", "spoilers", "games")
NOTHING = "-"  # the value that clears a setting
ZONES = (
    "Asia/Seoul", "Asia/Tokyo", "Asia/Manila", "Asia/Jakarta", "Asia/Bangkok", "Asia/Kolkata", "Australia/Sydney",
    "Europe/London", "Europe/Paris", "America/Sao_Paulo", "America/Mexico_City", "America/New_York",
    "America/Chicago", "America/Los_Angeles", "UTC",
)  # fmt: skip
SPOILER_HOURS = (0, 12, 24, 48, 72, 168)
VISIBILITIES = ("public", "private")
GAMES = ("everyone", "hosts", "nobody")
MOST_CHANNELS = 25
SETTINGS = {  # the settings of each section
    "language": ("language",),
    "zone": ("zone",),
    "channel": ("channel_id",),
    "kinds": ("kinds",),
    "hour": ("hour",),
    "roles": ("ping_role_id", "host_role_id"),
    "visibility": ("visibility",),
    "spoilers": ("spoiler_hours",),
    "games": ("games", "game_channels"),
}


def decoded(setting: str, values: Sequence[str]) -> Any:
    """What a control's values mean for a setting. Raises ValueError for what no control offers."""
    if setting == "kinds":
        return tuple(values)
    if setting == "game_channels":
        return tuple(map(int, values))
    value = values[0] if values else NOTHING
    if value == NOTHING:
        return None
    return int(value) if setting.endswith("_id") or setting in ("hour", "spoiler_hours") else value


def controls(section: str, settings: GuildSettings, here: PanelQuery, words: Words) -> list[list[Item]]:
    """The rows by which `section` is changed; the panel at `here` is shown again afterwards."""
    match section:
        case "language":
            labels = {NOTHING: words("config-language-none"), **LANGUAGES}
            return [[_choose("language", labels, settings.language, here, words)]]
        case "zone":
            form = ZoneFormDeed(here.screen, here.section, here.since)
            zones = dict.fromkeys((*ZONES, *((settings.zone,) if settings.zone else ())))
            labels = {zone: words.zone(zone) for zone in zones}
            return [
                [_choose("zone", labels, settings.zone or ZONES[0], here, words)],
                [deed_button(words("config-zone-other"), form, emoji="⌨️")],
            ]
        case "channel":
            return [[_channels("channel_id", (settings.channel_id,), here, words)]]
        case "kinds":
            options = [
                SelectOption(label=words(f"choice-coming-{kind}"), value=kind, default=kind in settings.kinds)
                for kind in ComingKind
            ]
            return [[_select("kinds", options, here, words, most=len(options), least=0)]]
        case "hour":
            labels = {str(hour): f"{hour:02}:00" for hour in range(24)}
            return [[_choose("hour", labels, str(settings.hour), here, words)]]
        case "roles":
            return [
                [_roles("ping_role_id", settings.ping_role_id, here, words)],
                [_roles("host_role_id", settings.host_role_id, here, words)],
            ]
        case "visibility":
            labels = {value: words(f"config-visibility-{value}") for value in VISIBILITIES}
            return [[_choose("visibility", labels, settings.visibility, here, words)]]
        case "spoilers":
            labels = {str(hours): words("config-hours", hours=hours) for hours in SPOILER_HOURS}
            return [[_choose("spoiler_hours", labels, str(settings.spoiler_hours), here, words)]]
        case "games":
            labels = {value: words(f"config-games-{value}") for value in GAMES}
            return [
                [_choose("games", labels, settings.games, here, words)],
                [_channels("game_channels", settings.game_channels, here, words, most=MOST_CHANNELS)],
            ]
    raise ValueError(f"no section is called {section!r}")


def _deed(setting: str, here: PanelQuery) -> str:
    return deed_id(SetDeed(setting, here.screen, here.section, here.since))


def _choose(setting: str, labels: dict[str, str], now: str | None, here: PanelQuery, words: Words) -> Item:
    """One of several; `now` None stands at the one that clears."""
    options = [
        SelectOption(label=label[:100], value=value, default=value == (now or NOTHING))
        for value, label in labels.items()
    ]
    return _select(setting, options, here, words)


def _select(
    setting: str, options: list[SelectOption], here: PanelQuery, words: Words, *, least: int = 1, most: int = 1
) -> Item:
    return ui.Select[Any](
        custom_id=_deed(setting, here),
        placeholder=words(f"config-choose-{setting}")[:150],
        options=options,
        min_values=least,
        max_values=most,
    )


def _channels(setting: str, now: Iterable[int | None], here: PanelQuery, words: Words, *, most: int = 1) -> Item:
    known = [discord.Object(channel) for channel in now if channel is not None]
    return ui.ChannelSelect[Any](
        custom_id=_deed(setting, here),
        placeholder=words(f"config-choose-{setting}")[:150],
        channel_types=[discord.ChannelType.text, discord.ChannelType.news],
        default_values=[
            discord.SelectDefaultValue(id=one.id, type=discord.SelectDefaultValueType.channel) for one in known
        ],
        min_values=0,
        max_values=most,
    )


def _roles(setting: str, now: int | None, here: PanelQuery, words: Words) -> Item:
    chosen = [] if now is None else [discord.SelectDefaultValue(id=now, type=discord.SelectDefaultValueType.role)]
    return ui.RoleSelect[Any](
        custom_id=_deed(setting, here),
        placeholder=words(f"config-choose-{setting}")[:150],
        default_values=chosen,
        min_values=0,
        max_values=1,
    )
