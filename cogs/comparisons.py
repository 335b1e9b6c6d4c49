"""`/compare`: two artists side by side."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.errors import SameArtist
from bot.services.comparison import compare
from bot.services.lookup import Lookup
from bot.text import Words
from bot.ui.commands import look_up
from bot.ui.comparisons import comparison_page
from bot.ui.layouts import FrozenLayout
from bot.ui.options import ArtistOption, ShowOption
from bot.ui.queries import CompareQuery
from bot.ui.screens import Screens

if TYPE_CHECKING:
    from bot.client import Laurel


class Comparisons(commands.Cog):
    """`/compare`, which never says who is better."""

    def __init__(self, lookup: Lookup, screens: Screens) -> None:
        self.lookup = lookup
        self.screens = screens
        screens.add(CompareQuery, self.draw)

    @look_up
    @app_commands.command(description=locale_str("command-compare"))
    @app_commands.describe(
        first=locale_str("option-first"),
        second=locale_str("option-second"),
        show=locale_str("option-show"),
        share=locale_str("option-share"),
    )
    async def compare(
        self,
        interaction: discord.Interaction,
        first: ArtistOption,
        second: ArtistOption,
        show: ShowOption | None = None,
        share: bool | None = None,
    ) -> None:
        await self.screens.show(interaction, CompareQuery(first, second, show), share)

    def draw(self, query: CompareQuery, words: Words) -> FrozenLayout:
        first = self.lookup.artist_id(query.first, "first")
        second = self.lookup.artist_id(query.second, "second")
        if first == second:
            raise SameArtist(first)
        show = None if query.show is None else self.lookup.show_id(query.show)
        query = query.but(first=first, second=second, show=show)
        comparison = compare(self.lookup.catalogue, first, second, show)
        return comparison_page(comparison, query, self.lookup.catalogue, words)


async def setup(bot: "Laurel") -> None:
    await bot.add_cog(Comparisons(bot.services.lookup, bot.screens))
