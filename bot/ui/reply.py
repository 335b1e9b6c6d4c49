"""How an answer reaches a reader: in public or privately, as the first answer or a further one."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import discord

from bot.ui.layouts import FrozenLayout

T = TypeVar("T")


def visibility(interaction: discord.Interaction[Any], share: bool | None, in_server: str = "public") -> bool:
    """Whether an answer is for everybody there.

    Look-ups are public in servers that installed Laurel and in a DM with it, and private elsewhere (a server that
    did not, a group DM), and where the server's own setting `in_server` is "private"; `share` decides otherwise.
    """
    if share is not None:
        return share
    if interaction.guild_id is not None:
        return in_server == "public" and (interaction.is_guild_integration() or not interaction.is_user_integration())
    return not interaction.context.private_channel


def asked_by(interaction: discord.Interaction[Any]) -> bool:
    """Whether who pressed is who asked for the message that carries the button."""
    message = interaction.message
    asked = message.interaction_metadata if message else None
    return asked is None or asked.user.id == interaction.user.id


PATIENCE = 1.5  # seconds; Discord waits three


async def in_time(interaction: discord.Interaction[Any], work: Coroutine[Any, Any, T], *, update: bool = False) -> T:
    """What `work` returns; when it takes long (a busy disk), Discord is promised the answer meanwhile.

    `update`: the answer will change the message that carries the pressed button, not be one of its own.
    """
    task = asyncio.ensure_future(work)
    await asyncio.wait((task,), timeout=PATIENCE)
    if not task.done() and not interaction.response.is_done():
        await (interaction.response.defer() if update else interaction.response.defer(ephemeral=True, thinking=True))
    return await task


async def redraw(interaction: discord.Interaction[Any], page: FrozenLayout) -> None:
    """Changes the message that carries the pressed button, whether or not that was promised."""
    if interaction.response.is_done():
        await interaction.edit_original_response(view=page)
    else:
        await interaction.response.edit_message(view=page)


async def answer(interaction: discord.Interaction[Any], page: FrozenLayout) -> None:
    """Answers privately, whether or not something was answered before; an answer that was promised is filled in."""
    if interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
        await interaction.edit_original_response(view=page)
    elif interaction.response.is_done():
        await interaction.followup.send(view=page, ephemeral=True)
    else:
        await interaction.response.send_message(view=page, ephemeral=True)
