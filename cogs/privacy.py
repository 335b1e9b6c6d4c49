"""`/privacy` and `/server-data`: what is kept about a member, or about a server; as a file, and gone."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.services.privacy import Privacy, ServerData
from bot.text import Words
from bot.ui.commands import for_managers, look_up, require
from bot.ui.files import promise, send_file
from bot.ui.layouts import FrozenLayout
from bot.ui.privacy import (
    EraseDeed,
    ErasedQuery,
    EraseQuery,
    FileDeed,
    KeptQuery,
    erase_page,
    erased_page,
    file_page,
    kept_page,
)
from bot.ui.reader import words_for
from bot.ui.screens import Screens

if TYPE_CHECKING:
    from bot.client import Laurel

ADMIN = "administrator"


class KeptData(commands.Cog):
    """Everybody's own, wherever they are; a server's, for its administrators."""

    privacy = look_up(app_commands.Group(name="privacy", description=locale_str("command-privacy")))
    server_data = for_managers(
        app_commands.Group(name="server-data", description=locale_str("command-server-data")), ADMIN
    )

    def __init__(self, privacy: Privacy, server_data: ServerData, screens: Screens) -> None:
        self.mine = privacy
        self.servers = server_data
        self.screens = screens
        screens.add_live(KeptQuery, self.draw)
        screens.add_live(EraseQuery, self.draw_question)
        screens.add(ErasedQuery, erased_page)
        screens.add_deed(FileDeed, self.send)
        screens.add_deed(EraseDeed, self.erase)

    @privacy.command(description=locale_str("command-privacy-show"))
    async def show(self, interaction: discord.Interaction) -> None:
        await self.screens.open(interaction, KeptQuery())

    @privacy.command(description=locale_str("command-privacy-export"))
    async def export(self, interaction: discord.Interaction) -> None:
        await self.send(FileDeed(), interaction)

    @privacy.command(description=locale_str("command-privacy-delete"))
    async def delete(self, interaction: discord.Interaction) -> None:
        await self.screens.open(interaction, EraseQuery())

    @server_data.command(name="export", description=locale_str("command-server-data-export"))
    async def export_server(self, interaction: discord.Interaction) -> None:
        await self.send(FileDeed(server=True), interaction)

    @server_data.command(name="delete", description=locale_str("command-server-data-delete"))
    async def delete_server(self, interaction: discord.Interaction) -> None:
        await self.screens.open(interaction, EraseQuery(server=True))

    async def draw(self, query: KeptQuery, interaction: discord.Interaction, words: Words) -> FrozenLayout:
        book, whose = self._of(query, interaction)
        return kept_page(await book.count(whose), query, words)

    async def draw_question(self, query: EraseQuery, interaction: discord.Interaction, words: Words) -> FrozenLayout:
        book, whose = self._of(query, interaction)
        return erase_page(await book.count(whose), query, words)

    async def send(self, deed: FileDeed, interaction: discord.Interaction, values: tuple[str, ...] = ()) -> None:
        book, whose = self._of(deed, interaction)
        await promise(interaction)
        file = await book.file(whose)
        page = file_page(file, deed, await words_for(interaction))
        await send_file(interaction, page, file.name, file.content)

    async def erase(self, deed: EraseDeed, interaction: discord.Interaction, values: tuple[str, ...]) -> ErasedQuery:
        book, whose = self._of(deed, interaction)
        await book.erase(whose)
        return ErasedQuery(deed.server)

    def _of(self, query: KeptQuery, interaction: discord.Interaction) -> tuple[Privacy | ServerData, int]:
        """Whose data it is. Raises NotAllowed; a button may be older than a permission."""
        if query.server:
            return self.servers, require(interaction, ADMIN)
        return self.mine, interaction.user.id


async def setup(bot: "Laurel") -> None:
    await bot.add_cog(KeptData(bot.services.privacy, bot.services.server_data, bot.screens))
