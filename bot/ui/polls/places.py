"""Whether a poll may hang in a channel: what Laurel needs there, and what whoever asks may do there themselves."""

from typing import Any

import discord

from bot.errors import Mention, NoServerHere, Refused
from bot.text import Words
from bot.ui.commands import server_here
from bot.ui.hosting import require_host

NEEDED = ("view_channel", "send_messages")


async def require_polls(interaction: discord.Interaction[Any]) -> int:
    """The server's id, for who hosts there. Raises NoServerHere, Refused: not-host."""
    if server_here(interaction) is None:
        raise NoServerHere
    return await require_host(interaction)


def check_place(interaction: discord.Interaction[Any], channel_id: int, words: Words, style: str | None) -> bool:
    """Whether Discord's own polls may be sent there too. Raises Refused for what is missing.

    `style` "native" needs that; a channel that is not here's needs that who asks may write there themselves.
    """
    theirs, ours = interaction.permissions, interaction.app_permissions
    if channel_id != interaction.channel_id:
        channel = interaction.guild.get_channel_or_thread(channel_id) if interaction.guild else None
        if channel is None or interaction.guild is None or not isinstance(interaction.user, discord.Member):
            raise Refused("poll-no-channel")
        theirs, ours = channel.permissions_for(interaction.user), channel.permissions_for(interaction.guild.me)
        if not (theirs.view_channel and theirs.send_messages) and not theirs.administrator:
            raise Refused("poll-not-your-channel", channel=Mention(f"<#{channel_id}>"))
    in_thread = isinstance(interaction.channel, discord.Thread) and channel_id == interaction.channel_id
    needed = ("view_channel", "send_messages_in_threads") if in_thread else NEEDED
    wanted = (*needed, "send_polls") if style == "native" else needed
    missing = [] if ours.administrator else [name for name in wanted if not getattr(ours, name)]
    if missing:
        listed = words.list(f"**{words(f'permission-{name}')}**" for name in missing)
        raise Refused("poll-missing", channel=Mention(f"<#{channel_id}>"), permissions=Mention(listed))
    return bool(ours.administrator or ours.send_polls)
