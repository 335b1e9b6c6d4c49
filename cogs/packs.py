"""`/pack`: a server's own trivia questions, from a file."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str
from discord.ext import commands

from bot.errors import UserError
from bot.trivia.packs import LONGEST_NAME
from bot.ui.commands import for_managers
from bot.ui.packs import PackDesk, PackEndQuery, PackQuery, PacksQuery
from bot.ui.screens import Screens

if TYPE_CHECKING:
    from bot.client import Laurel

NameOption = app_commands.Range[str, 1, LONGEST_NAME]


class ServerPacks(commands.Cog):
    """The commands; what they show and do is ui/packs.py's."""

    pack = for_managers(app_commands.Group(name="pack", description=locale_str("command-pack")))

    def __init__(self, desk: PackDesk, screens: Screens) -> None:
        self.desk = desk
        self.screens = screens

    @pack.command(description=locale_str("command-pack-add"))
    @app_commands.describe(file=locale_str("option-pack-file"), name=locale_str("option-pack-new-name"))
    async def add(
        self, interaction: discord.Interaction, file: discord.Attachment, name: NameOption | None = None
    ) -> None:
        await self.desk.add(interaction, file, name)

    @pack.command(name="list", description=locale_str("command-pack-list"))
    async def list_all(self, interaction: discord.Interaction) -> None:
        await self.screens.open(interaction, PacksQuery())

    @pack.command(description=locale_str("command-pack-show"))
    @app_commands.describe(name=locale_str("option-pack-name"))
    async def show(self, interaction: discord.Interaction, name: NameOption) -> None:
        await self.screens.open(interaction, PackQuery(await self.desk.id_of(interaction, name)))

    @pack.command(description=locale_str("command-pack-remove"))
    @app_commands.describe(name=locale_str("option-pack-name"))
    async def remove(self, interaction: discord.Interaction, name: NameOption) -> None:
        await self.screens.open(interaction, PackEndQuery(await self.desk.id_of(interaction, name)))

    @show.autocomplete("name")
    @remove.autocomplete("name")
    async def complete(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        try:
            names = await self.desk.suggest(interaction, current)
        except UserError:
            return []
        return [Choice(name=name, value=name) for name in names][:25]


async def setup(bot: "Laurel") -> None:
    await bot.add_cog(ServerPacks(PackDesk(bot.services.packs, bot.screens), bot.screens))
