"""Who may do what with ballots: whoever manages events or has the server's role of hosts; members in a server."""

from typing import Any

import discord

from bot.errors import NoServerHere
from bot.services.ballots.ballots import Act
from bot.ui.commands import require, server_here
from bot.ui.reader import settings_here

PERMISSION = "manage_events"


async def host(interaction: discord.Interaction[Any]) -> Act:
    """What a host does by this interaction. Raises NotAllowed for anybody else; asked again at every button."""
    role_id = (await settings_here(interaction)).host_role_id
    member = interaction.user
    roles = {role.id for role in member.roles} if isinstance(member, discord.Member) else set()
    if interaction.guild_id is not None and role_id in roles:
        return Act(interaction.guild_id, member.id, interaction.id)
    return Act(require(interaction, PERMISSION), member.id, interaction.id)


def member(interaction: discord.Interaction[Any]) -> Act:
    """What a member does by this interaction. Raises NoServerHere where there is no server with Laurel."""
    guild_id = server_here(interaction)
    if guild_id is None:
        raise NoServerHere
    return Act(guild_id, interaction.user.id, interaction.id)
