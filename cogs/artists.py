"""`/artist`: who somebody is, and what of theirs comes next."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.services.lookup import Lookup
from bot.text import Words
from bot.ui.artists import artist_page
from bot.ui.commands import look_up
from bot.ui.layouts import FrozenLayout
from bot.ui.options import ArtistOption
from bot.ui.queries import ArtistQuery, ArtistSourcesQuery
from bot.ui.screens import Screens
from bot.ui.sources import artist_sources

if TYPE_CHECKING:
    from bot.client import Laurel


class Artists(commands.Cog):
    """`/artist` and the sources of a profile."""

    def __init__(self, lookup: Lookup, screens: Screens) -> None:
        self.lookup = lookup
        self.screens = screens
        screens.add(ArtistQuery, self.draw)
        screens.add(ArtistSourcesQuery, self.draw_sources)

    @look_up
    @app_commands.command(description=locale_str("command-artist"))
    @app_commands.describe(name=locale_str("option-artist"), share=locale_str("option-share"))
    async def artist(self, interaction: discord.Interaction, name: ArtistOption, share: bool | None = None) -> None:
        await self.screens.show(interaction, ArtistQuery(name), share)

    def draw(self, query: ArtistQuery, words: Words) -> FrozenLayout:
        return artist_page(self.lookup.artist_profile(self.lookup.artist_id(query.artist)), words)

    def draw_sources(self, query: ArtistSourcesQuery, words: Words) -> FrozenLayout:
        profile = self.lookup.artist_profile(self.lookup.artist_id(query.artist))
        return artist_sources(profile, query, self.lookup.catalogue, words)


async def setup(bot: "Laurel") -> None:
    await bot.add_cog(Artists(bot.services.lookup, bot.screens))
