"""The floor for answers: a discord.py bot whose buttons acknowledge with one constant line and store nothing.

It must not import Laurel.
"""

from __future__ import annotations

import os
from typing import Any

import discord
from discord import app_commands, ui
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL


class Row(ui.ActionRow["Question"]):
    """Four buttons that outlive a restart, as discord.py's guide has them."""

    async def take(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_message("Your answer is taken.", ephemeral=True)

    @ui.button(label="A", custom_id="bare:0")
    async def a(self, interaction: discord.Interaction[Any], _: ui.Button[Question]) -> None:
        await self.take(interaction)

    @ui.button(label="B", custom_id="bare:1")
    async def b(self, interaction: discord.Interaction[Any], _: ui.Button[Question]) -> None:
        await self.take(interaction)

    @ui.button(label="C", custom_id="bare:2")
    async def c(self, interaction: discord.Interaction[Any], _: ui.Button[Question]) -> None:
        await self.take(interaction)

    @ui.button(label="D", custom_id="bare:3")
    async def d(self, interaction: discord.Interaction[Any], _: ui.Button[Question]) -> None:
        await self.take(interaction)


class Question(ui.LayoutView):
    prompt: ui.TextDisplay[Any] = ui.TextDisplay("## Who won?")
    row = Row()

    def __init__(self) -> None:
        super().__init__(timeout=None)


class ButtonBot(discord.AutoShardedClient):
    def __init__(self) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        self.add_view(Question())
        await self.tree.sync()


def main() -> None:
    api = os.environ["DISCORD_API_BASE"]
    Route.BASE = api
    DiscordWebSocket.DEFAULT_GATEWAY = URL(api).with_scheme("ws").with_path("/gateway")
    bot = ButtonBot()

    @bot.tree.command(description="Asks")
    async def ask(interaction: discord.Interaction) -> None:
        question = Question()
        question.stop()  # the one that was added is enough
        await interaction.response.send_message(view=question)

    bot.run(os.environ["DISCORD_TOKEN"], log_handler=None)


if __name__ == "__main__":
    main()
