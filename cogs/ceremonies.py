"""`/ceremony`: an edition of a show, with every category, its winner and its nominees."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.services.lookup import Lookup
from bot.text import Words
from bot.ui.ceremonies import ceremony_page
from bot.ui.commands import look_up
from bot.ui.layouts import FrozenLayout
from bot.ui.options import ShowOption, complete_edition
from bot.ui.queries import CeremonyQuery, CeremonySourcesQuery
from bot.ui.screens import Screens
from bot.ui.sources import ceremony_sources

if TYPE_CHECKING:
    from bot.client import Laurel


class Ceremonies(commands.Cog):
    """`/ceremony` and the sources of an edition."""

    def __init__(self, lookup: Lookup, screens: Screens) -> None:
        self.lookup = lookup
        self.screens = screens
        screens.add(CeremonyQuery, self.draw)
        screens.add(CeremonySourcesQuery, self.draw_sources)

    @look_up
    @app_commands.command(description=locale_str("command-ceremony"))
    @app_commands.describe(
        show=locale_str("option-show"), edition=locale_str("option-edition"), share=locale_str("option-share")
    )
    @app_commands.autocomplete(edition=complete_edition)
    async def ceremony(
        self,
        interaction: discord.Interaction,
        show: ShowOption,
        edition: str | None = None,
        share: bool | None = None,
    ) -> None:
        await self.screens.show(interaction, CeremonyQuery(show, edition), share)

    def draw(self, query: CeremonyQuery, words: Words) -> FrozenLayout:
        query = query.but(show=self.lookup.show_id(query.show))
        card = self.lookup.edition_card(query.show, query.edition)
        editions = [edition.id for edition in self.lookup.editions(query.show)]
        return ceremony_page(card, editions, query, self.lookup.catalogue, words)

    def draw_sources(self, query: CeremonySourcesQuery, words: Words) -> FrozenLayout:
        card = self.lookup.edition_card(self.lookup.show_id(query.show), query.edition)
        return ceremony_sources(card, query, self.lookup.catalogue, words)


async def setup(bot: "Laurel") -> None:
    await bot.add_cog(Ceremonies(bot.services.lookup, bot.screens))
