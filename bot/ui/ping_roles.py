"""Draws /notify, gives and takes roles, and knows which roles Laurel can give at all."""

from collections.abc import Iterable, Sequence
from typing import Any

import discord

from bot.errors import Mention, Refused, SendFault
from bot.services.ping_roles import PingRole
from bot.text import Words
from bot.ui.layouts import TEXT_BUDGET, FrozenLayout, Item, clip, draw
from bot.ui.markdown import plain
from bot.ui.messenger import faults
from bot.ui.queries import Deed, Query
from bot.ui.screens import deed_button

_KEYS = {"role": "r", "public": "p", "has": "h"}
IN_A_ROW = 5
# What a role that anybody may take must not allow: it would hand the server over.
DANGEROUS = discord.Permissions(
    administrator=True,
    manage_guild=True,
    manage_roles=True,
    manage_channels=True,
    manage_messages=True,
    manage_webhooks=True,
    manage_threads=True,
    manage_nicknames=True,
    manage_events=True,
    manage_expressions=True,
    kick_members=True,
    ban_members=True,
    moderate_members=True,
    mention_everyone=True,
    view_audit_log=True,
    mute_members=True,
    deafen_members=True,
    move_members=True,
)


class NotifyQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """The roles for one member; `role` was just taken (`has`) or dropped, which Discord has not told yet."""

    screen = "notify"

    role: int = 0
    has: bool = False


class ToggleRoleDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Takes or drops a role. `public`: from the message for everybody, which stays as it is."""

    screen = "notify-role"

    role: int
    public: bool = False


def trouble_with(role: discord.Role | None, guild: discord.Guild) -> str | None:
    """Why Laurel can give a role to nobody: gone, everyone, managed, dangerous, no-permission, above; None: it can."""
    if role is None:
        return "gone"
    if role.is_default():
        return "everyone"
    if role.managed:
        return "managed"
    if role.permissions.value & DANGEROUS.value:
        return "dangerous"
    if not guild.me.guild_permissions.manage_roles:
        return "no-permission"
    return "above" if role >= guild.me.top_role else None


def check_role(role: discord.Role, guild: discord.Guild, admin: discord.Member | discord.User) -> None:
    """Raises Refused for a role that Laurel cannot give, or that whoever lists it could not give either."""
    trouble = trouble_with(role, guild)
    if trouble is None and isinstance(admin, discord.Member) and admin.id != guild.owner_id:
        trouble = "above-you" if role >= admin.top_role else None
    if trouble is not None:
        raise Refused(f"notify-{trouble}", role=Mention(f"<@&{role.id}>"))


async def toggle(member: discord.Member, role_id: int) -> bool:
    """Gives a member the role, or takes it away; whether they have it now. Raises Refused."""
    guild = member.guild
    role = guild.get_role(role_id)
    if trouble := trouble_with(role, guild):
        raise Refused(f"notify-{trouble}", role=Mention(f"<@&{role_id}>"))
    assert role is not None
    has = member.get_role(role_id) is not None
    try:
        with faults():
            await (member.remove_roles(role) if has else member.add_roles(role))
    except SendFault as fault:
        reasons = {SendFault.Why.FORBIDDEN: "notify-above", SendFault.Why.GONE: "notify-gone"}
        raise Refused(reasons.get(fault.why, "notify-not-now"), role=Mention(f"<@&{role_id}>")) from fault
    return not has


def own_page(
    roles: Sequence[PingRole], member: discord.Member | discord.User, query: NotifyQuery, words: Words
) -> FrozenLayout:
    """The roles with what a member has of them."""
    guild = member.guild if isinstance(member, discord.Member) else None
    has = {role.id for role in member.roles} if isinstance(member, discord.Member) else set()
    if query.role:
        has = has | {query.role} if query.has else has - {query.role}
    known = [(one, role) for one in roles if guild is not None and (role := guild.get_role(one.role_id)) is not None]
    lines = [f"{'✅' if one.role_id in has else '▫️'} {_line(one)}" for one, _ in known]
    buttons: list[Item] = [
        deed_button(
            role.name,
            ToggleRoleDeed(one.role_id),
            emoji="✅" if one.role_id in has else "🔔",
            style=discord.ButtonStyle.success if one.role_id in has else discord.ButtonStyle.secondary,
        )
        for one, role in known
    ]
    header = f"## 🔔 {words('notify-title')}\n{words('notify-text')}"
    return draw(header, ["\n".join(lines) or words("notify-none")], _rows(buttons))


def panel_page(roles: Sequence[PingRole], guild: discord.Guild, words: Words) -> FrozenLayout:
    """The message for everybody in the server."""
    known = [(one, role) for one in roles if (role := guild.get_role(one.role_id)) is not None]
    buttons: list[Item] = [
        deed_button(role.name, ToggleRoleDeed(one.role_id, public=True), emoji="🔔") for one, role in known
    ]
    header = f"## 🔔 {words('notify-title')}\n{words('notify-panel-text')}"
    return draw(header, ["\n".join(_line(one) for one, _ in known) or words("notify-none")], _rows(buttons))


def changed_page(role_id: int, has: bool, words: Words) -> FrozenLayout:
    """What came of a button of the panel, for who pressed."""
    return draw(words("notify-taken" if has else "notify-dropped", role=f"<@&{role_id}>"))


def listed_page(roles: Sequence[PingRole], guild: discord.Guild, panel: str | None, words: Words) -> FrozenLayout:
    """What is offered, for who manages roles, with what is in the way. `panel` is a link to the message, if any."""
    lines = []
    for one in roles:
        trouble = trouble_with(guild.get_role(one.role_id), guild)
        why = f"\n  -# ⚠️ {words(f'error-notify-{trouble}', role=f'<@&{one.role_id}>')}" if trouble else ""
        lines.append(f"- {_line(one)}{why}")
    footer = words("notify-panel-there", panel=panel) if panel else words("notify-panel-none")
    text = clip("\n".join(lines), TEXT_BUDGET) or words("notify-none-listed")
    return draw(f"## 🔔 {words('notify-listed')}", [text], footer=f"-# {footer}")


def _line(role: PingRole) -> str:
    return f"<@&{role.role_id}>" + (f": {plain(role.what)}" if role.what else "")


def _rows(buttons: Iterable[Any]) -> list[list[Item]]:
    listed = list(buttons)
    return [listed[start : start + IN_A_ROW] for start in range(0, len(listed), IN_A_ROW)]
