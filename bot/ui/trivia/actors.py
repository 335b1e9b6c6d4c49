"""Who acts in a game, and whether Laurel may post where they are: read from an interaction."""

from typing import Any

import discord

from bot.errors import NoServerHere, Refused
from bot.services.trivia.games import Actor
from bot.ui.commands import manages, server_here


def actor_of(interaction: discord.Interaction[Any]) -> Actor:
    """Who acts, with their roles and what they may do in this channel."""
    member = interaction.user
    roles = frozenset(role.id for role in member.roles) if isinstance(member, discord.Member) else frozenset()
    may_manage = manages(interaction)
    return Actor(interaction.user.id, roles, may_manage, may_manage or manages(interaction, "manage_messages"))


def place_for_games(interaction: discord.Interaction[Any]) -> tuple[int, int]:
    """The ids of the server and the channel. Raises NoServerHere, and Refused where Laurel may not post."""
    guild_id, channel_id = server_here(interaction), interaction.channel_id
    if guild_id is None or channel_id is None:
        raise NoServerHere
    allowed = interaction.app_permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    may_send = allowed.send_messages_in_threads if in_thread else allowed.send_messages
    if not (allowed.administrator or (allowed.view_channel and may_send)):
        raise Refused("game-no-permission")
    return guild_id, channel_id
