"""How an answer reaches a reader: in public or privately, as the first answer or a further one."""

from typing import Any

import discord

from bot.ui.layouts import FrozenLayout


def visibility(interaction: discord.Interaction[Any], share: bool | None) -> bool:
    """Whether an answer is for everybody there.

    Look-ups are public in servers that installed Laurel and in a DM with it, and private elsewhere (a server that
    did not, a group DM); `share` decides otherwise.
    """
    if share is not None:
        return share
    if interaction.guild_id is not None:
        return interaction.is_guild_integration() or not interaction.is_user_integration()
    return not interaction.context.private_channel


def asked_by(interaction: discord.Interaction[Any]) -> bool:
    """Whether who pressed is who asked for the message that carries the button."""
    message = interaction.message
    asked = message.interaction_metadata if message else None
    return asked is None or asked.user.id == interaction.user.id


async def answer(interaction: discord.Interaction[Any], page: FrozenLayout) -> None:
    """Answers privately, whether or not something was answered before; an answer that was promised is filled in."""
    if interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
        await interaction.edit_original_response(view=page)
    elif interaction.response.is_done():
        await interaction.followup.send(view=page, ephemeral=True)
    else:
        await interaction.response.send_message(view=page, ephemeral=True)
