"""Who acts on a ballot, by which interaction: a host, or a member in a server."""

from typing import Any

import discord

from bot.errors import NoServerHere
from bot.services.ballots.ballots import Act
from bot.ui.commands import server_here
from bot.ui.hosting import require_host


async def host(interaction: discord.Interaction[Any]) -> Act:
    """What a host does by this interaction. Raises Refused for anybody else; asked again at every button."""
    return Act(await require_host(interaction), interaction.user.id, interaction.id)


def member(interaction: discord.Interaction[Any]) -> Act:
    """What a member does by this interaction. Raises NoServerHere where there is no server with Laurel."""
    guild_id = server_here(interaction)
    if guild_id is None:
        raise NoServerHere
    return Act(guild_id, interaction.user.id, interaction.id)
