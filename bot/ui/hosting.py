"""Who hosts polls, ballots and nights: whoever manages the server's events or has its role of hosts."""

from typing import Any

import discord

from bot.errors import Refused
from bot.ui.commands import manages
from bot.ui.reader import settings_here

PERMISSION = "manage_events"


async def hosts(interaction: discord.Interaction[Any]) -> bool:
    """Whether whoever acts is a host where they are."""
    if interaction.guild_id is None:
        return False
    if manages(interaction, PERMISSION):
        return True
    role_id, member = (await settings_here(interaction)).host_role_id, interaction.user
    return isinstance(member, discord.Member) and any(role.id == role_id for role in member.roles)


async def require_host(interaction: discord.Interaction[Any]) -> int:
    """The server's id, for a host; asked again at every button. Raises Refused: not-host."""
    if interaction.guild_id is None or not await hosts(interaction):
        raise Refused("not-host")
    return interaction.guild_id
