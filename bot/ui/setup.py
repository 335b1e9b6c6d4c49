"""Draws /setup: a step at a time, what each is for and what will happen, and the ways on. What is stored is others'."""

import datetime
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

import discord
import msgspec

from bot.anniversaries.instants import next_instant
from bot.services.guilds import Card, GuildSettings
from bot.services.lookup import Lookup
from bot.services.setup import FINISHED, STEPS, Standing
from bot.services.zones import SEOUL
from bot.text import Words
from bot.ui.checks import ChannelCheck, RoleCheck
from bot.ui.config import meanwhile, value_of
from bot.ui.controls import controls
from bot.ui.layouts import FrozenLayout, Item, clip, draw
from bot.ui.panels import ConfigQuery, SetupQuery
from bot.ui.queries import Deed
from bot.ui.screens import deed_button, open_button, turn_button

_KEYS = {"section": "s", "since": "n", "again": "a"}
LONGEST_HEADER = 1_400  # with what others changed; blocks have the other 2,600 of Discord's 4,000 characters
DONE = "done"
SECTIONS = (*STEPS, DONE)
Block = str | tuple[str, Any]


class StepDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Goes on to a step and remembers that the server got there; `again` forgets that it ever got further."""

    screen = "setup-step"

    section: str
    since: int
    again: bool = False


class Desk(msgspec.Struct, frozen=True):
    """What an admin finds at a step: where the server stands, and what is amiss with its channels and roles."""

    standing: Standing
    channels: Sequence[ChannelCheck]
    roles: Sequence[RoleCheck]
    lookup: Lookup

    @property
    def card(self) -> Card:
        return self.standing.card

    @property
    def settings(self) -> GuildSettings:
        return self.standing.card.settings

    @property
    def trouble(self) -> ChannelCheck | None:
        """Why nothing can be posted in the channel of announcements."""
        checks = (check for check in self.channels if check.use == "announcements")
        return next((check for check in checks if check.gone or check.missing), None)


def number_of(section: str) -> int:
    """The number of a step, from 1, as the settings keep it."""
    return SECTIONS.index(section) + 1


def resume_page(desk: Desk, words: Words) -> FrozenLayout:
    """How far somebody got, and the ways from there."""
    since = desk.card.version
    step = desk.settings.setup_step
    again = deed_button(words("setup-again"), StepDeed(STEPS[0], since, again=True), emoji="🔄")
    everything = open_button(words("setup-everything"), ConfigQuery(since=since), emoji="⚙️")
    if step >= FINISHED:
        text = words("setup-was-finished")
        on = turn_button(words("setup-see-preview"), SetupQuery(STEPS[-1], since), emoji="🔭")
    else:
        name = words(_title_key(STEPS[step - 1]))
        text = words("setup-was-begun", number=step, count=len(STEPS), name=name)
        on = turn_button(words("setup-continue"), SetupQuery(STEPS[step - 1], since), emoji="▶️")
    return draw(f"## {words('setup-title')}\n{text}", rows=[[on, again, everything]])


def step_page(
    desk: Desk, section: str, words: Words, blocks: Sequence[Block], rows: Sequence[Sequence[Item]] = ()
) -> FrozenLayout:
    """A step: its number, what it is for, what others changed meanwhile, `blocks` and `rows`, and the ways on."""
    number = number_of(section)
    title = f"## {words(_title_key(section))}"
    if number == 1:
        title = f"## {words('setup-title')}\n{words('setup-welcome')}\n#{title}"
    progress = f"-# {words('setup-progress', number=number, count=len(STEPS))}"
    lines = [title, progress, words(f"{_title_key(section)}-text")]
    header = clip("\n".join(lines) + meanwhile(desk.card, desk.lookup, words), LONGEST_HEADER)
    return draw(header, blocks, [*rows, _ways(desk, number, words)])


def setting_page(desk: Desk, section: str, words: Words) -> FrozenLayout:
    """A step that sets what /config sets too, with the same controls."""
    here = SetupQuery(section, desk.card.version)
    blocks = [outcome(desk, section, words)]
    if amiss := _amiss(desk, section, words):
        blocks.append(amiss)
    return step_page(desk, section, words, blocks, controls(section, desk.settings, here, words))


def outcome(desk: Desk, section: str, words: Words) -> str:
    """What will happen with what is chosen now, in a sentence or two."""
    settings = desk.settings
    zone = settings.zone or SEOUL
    clock = {"time": f"{settings.hour:02}:00", "city": words.city(zone)}
    match section:
        case "language" if settings.language is None:
            return words("setup-language-default")
        case "language":
            return words("setup-language", language=value_of("language", settings.language, words))
        case "zone":
            now = f"{desk.standing.now.astimezone(ZoneInfo(zone)):%H:%M}"
            return words("setup-zone" if settings.zone else "setup-zone-default", city=clock["city"], time=now)
        case "channel" if settings.channel_id is None:
            return words("setup-channel-none")
        case "channel":
            return words("setup-channel", channel=f"<#{settings.channel_id}>", **clock)
        case "kinds" if not settings.kinds:
            return words("setup-kinds-none")
        case "kinds":
            return words("setup-kinds", kinds=value_of("kinds", settings.kinds, words))
        case "hour":
            return words("setup-hour", **clock, yours=f"<t:{_next_hour(desk)}:t>")
    assert section == "roles"
    roles = (("ping", settings.ping_role_id), ("host", settings.host_role_id))
    said = [words(f"setup-{use}" if role else f"setup-{use}-none", role=f"<@&{role}>") for use, role in roles]
    return "\n".join(said)


def amiss_in_channel(check: ChannelCheck, words: Words) -> str:
    """Why nothing can be posted there, and what to do."""
    if check.gone:
        return f"❌ {words('setup-channel-gone')}"
    missing = words.list(f"**{words(f'permission-{permission}')}**" for permission in check.missing)
    return f"⚠️ {words('setup-channel-missing', permissions=missing)}"


def _amiss(desk: Desk, section: str, words: Words) -> str:
    """What stands in the way of what was chosen at a step."""
    if section == "channel":
        return amiss_in_channel(desk.trouble, words) if desk.trouble else ""
    if section == "roles":
        troubles = [check for check in desk.roles if check.trouble is not None]
        return "\n".join(f"⚠️ <@&{check.role_id}>: {words(f'setup-role-{check.trouble}')}" for check in troubles)
    return ""


def _next_hour(desk: Desk) -> int:
    """When the hour of announcements comes next, in UTC seconds."""
    settings = desk.settings
    now = int(desk.standing.now.timestamp())
    return next_instant(now, datetime.time(settings.hour), settings.zone or SEOUL)


def _ways(desk: Desk, number: int, words: Words) -> list[Item]:
    """Back, onward (by another name where nothing was decided), and everything beside."""
    since = desk.card.version
    ways: list[Item] = []
    if number > 1:
        ways.append(turn_button(words("setup-back"), SetupQuery(SECTIONS[number - 2], since), emoji="◀️"))
    onward = "setup-finish" if SECTIONS[number] == DONE else "setup-next" if _decided(desk, number) else "setup-skip"
    deed = StepDeed(SECTIONS[number], since)
    ways.append(deed_button(words(onward), deed, emoji="▶️", style=discord.ButtonStyle.primary))
    ways.append(open_button(words("setup-everything"), ConfigQuery(since=since), emoji="⚙️"))
    return ways


def _decided(desk: Desk, number: int) -> bool:
    """Whether there is anything to go on with: what has a good default has."""
    settings = desk.settings
    chosen: dict[str, Any] = {
        "language": settings.language,
        "zone": settings.zone,
        "channel": settings.channel_id,
        "follows": desk.standing.follows,
        "roles": settings.ping_role_id or settings.host_role_id,
    }
    return bool(chosen.get(SECTIONS[number - 1], True))


def _title_key(section: str) -> str:
    return f"setup-{section}-step" if section in ("follows", "preview") else f"config-{section}"
