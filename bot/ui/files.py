"""Answers with a file under the page, for the reader alone."""

import io
from typing import Any

import discord

from bot.ui.layouts import FrozenLayout


async def promise(interaction: discord.Interaction[Any]) -> None:
    """Tells Discord that an answer for the reader alone will come: to gather and send a file may take a while."""
    await interaction.response.defer(ephemeral=True, thinking=True)


async def send_file(interaction: discord.Interaction[Any], page: FrozenLayout, name: str, content: bytes) -> None:
    """Keeps the promise with `page` and under it a file of at most 10 MiB."""
    # A message of components shows no attachment that none of them names.
    view = FrozenLayout([*page.to_components(), {"type": 13, "file": {"url": f"attachment://{name}"}}])
    await interaction.edit_original_response(view=view, attachments=[discord.File(io.BytesIO(content), filename=name)])
