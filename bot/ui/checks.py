"""Draws what Laurel may do in each configured channel, what is missing and how to grant it, and the last failures."""

from collections.abc import Sequence
from typing import Any

import discord
import msgspec
from discord import ui

from bot.services.failures import Failure
from bot.services.guilds import GuildSettings
from bot.text import Words
from bot.ui.layouts import FrozenLayout, draw
from bot.ui.panels import CheckQuery, ConfigQuery, TestPostDeed
from bot.ui.screens import deed_button, turn_button

Block = str | tuple[str, ui.Button[Any]]
POSTING = ("view_channel", "send_messages", "embed_links", "attach_files")
PLAYING = ("view_channel", "send_messages")


class ChannelCheck(msgspec.Struct, frozen=True):
    """A configured channel: what it is for, and which permissions are missing. `gone`: nobody can see it any more."""

    channel_id: int
    use: str
    missing: tuple[str, ...]
    gone: bool = False


class RoleCheck(msgspec.Struct, frozen=True):
    """A configured role: its setting, and what is wrong with it: gone, silent (naming it pings nobody), or nothing."""

    role_id: int
    setting: str
    trouble: str | None


def channel_checks(guild: discord.Guild, settings: GuildSettings) -> list[ChannelCheck]:
    """Every channel that the settings name, the announcements' first."""
    wanted: list[tuple[int, str, tuple[str, ...]]] = []
    if settings.channel_id is not None:
        wanted.append((settings.channel_id, "announcements", POSTING))
    wanted += [(channel, "games", PLAYING) for channel in settings.game_channels]
    return [channel_check(guild, *one) for one in wanted]


def channel_check(
    guild: discord.Guild, number: int, use: str = "announcements", needed: tuple[str, ...] = POSTING
) -> ChannelCheck:
    """What Laurel may not do in a channel of what it needs there."""
    channel = guild.get_channel(number)
    if channel is None:
        return ChannelCheck(number, use, (), gone=True)
    allowed = channel.permissions_for(guild.me)
    return ChannelCheck(number, use, tuple(name for name in needed if not getattr(allowed, name)))


def role_checks(guild: discord.Guild, settings: GuildSettings) -> list[RoleCheck]:
    """Every role that the settings name."""
    named = ((setting, getattr(settings, setting)) for setting in ("ping_role_id", "host_role_id"))
    return [role_check(guild, number, setting) for setting, number in named if number is not None]


def role_check(guild: discord.Guild, number: int, setting: str = "ping_role_id") -> RoleCheck:
    """Whether naming a role does what it is for."""
    role = guild.get_role(number)
    trouble = None
    if role is None:
        trouble = "gone"
    elif setting == "ping_role_id" and not (role.mentionable or guild.me.guild_permissions.mention_everyone):
        trouble = "silent"
    return RoleCheck(number, setting, trouble)


def check_page(
    channels: Sequence[ChannelCheck],
    roles: Sequence[RoleCheck],
    failures: Sequence[Failure],
    query: CheckQuery,
    words: Words,
    stopped: Sequence[Block] = (),
) -> FrozenLayout:
    """A line for each channel and role, and what to do about it; `stopped` are announcements that Discord refused."""
    blocks: list[Block] = [
        *stopped,
        "\n".join(_channel(check, words) for check in channels) or words("check-no-channel"),
    ]
    if roles:
        blocks.append("\n".join(_role(check, words) for check in roles))
    lines = [
        "- " + words("check-failure", channel=_place(f, words), when=f"<t:{f.at}:R>", why=words(f"why-{f.why}"))
        for f in failures
    ]
    blocks.append("\n".join([f"**{words('check-failures')}**", *(lines or [words("check-no-failures")])]))
    ways = [turn_button(words("config-back"), ConfigQuery(since=query.since), emoji="↩️")]
    if any(check.use == "announcements" and not check.gone for check in channels):
        ways.append(deed_button(words("check-test"), TestPostDeed(query.since), emoji="📮"))
    ways.append(turn_button(words("check-again"), query, emoji="🔄"))
    fine = (
        not stopped
        and not any(check.gone or check.missing for check in channels)
        and not any(role.trouble for role in roles)
    )
    header = words("check-fine" if fine and channels else "check-not-fine" if channels or roles else "check-nothing")
    return draw(f"## {words('check-title')}\n{header}", blocks, [ways])


def test_post(words: Words) -> FrozenLayout:
    """What a channel gets when an admin tries it."""
    return draw(f"## {words('check-test-title')}\n{words('check-test-text')}")


def _place(failure: Failure, words: Words) -> str:
    """Where it was to be: a channel, or the server's scheduled events, which have none."""
    return f"<#{failure.channel_id}>" if failure.channel_id else words("mirror-events")


def _channel(check: ChannelCheck, words: Words) -> str:
    name = words("check-channel", channel=f"<#{check.channel_id}>", use=words(f"check-use-{check.use}"))
    if check.gone:
        return f"❌ {name}\n-# {words('check-gone')}"
    if not check.missing:
        return f"✅ {name}\n-# {words('check-all-there')}"
    missing = words.list(f"**{words(f'permission-{permission}')}**" for permission in check.missing)
    return f"⚠️ {name}\n-# {words('check-missing', permissions=missing)}"


def _role(check: RoleCheck, words: Words) -> str:
    name = words("check-role", role=f"<@&{check.role_id}>", use=words(f"setting-{check.setting}"))
    return f"✅ {name}" if check.trouble is None else f"⚠️ {name}\n-# {words(f'check-role-{check.trouble}')}"
