"""`/category`: a prize through the years."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str
from discord.ext import commands

from bot.services.lookup import Lookup
from bot.services.prizes import PrizeCard, Prizes
from bot.text import Words
from bot.ui.commands import look_up
from bot.ui.layouts import FrozenLayout
from bot.ui.options import ShowOption, complete_edition
from bot.ui.prizes import prize_page, prize_sources
from bot.ui.queries import CategoryQuery, CategorySourcesQuery
from bot.ui.reader import spoiler_hours_here, words_for
from bot.ui.screens import Screens

if TYPE_CHECKING:
    from bot.client import Laurel


class Categories(commands.Cog):
    """`/category` and the sources of a prize."""

    def __init__(self, lookup: Lookup, prizes: Prizes, screens: Screens) -> None:
        self.lookup, self.prizes, self.screens = lookup, prizes, screens
        screens.add(CategoryQuery, self.draw, self.settle)
        screens.add(CategorySourcesQuery, self.draw_sources)

    @look_up
    @app_commands.command(description=locale_str("command-category"))
    @app_commands.describe(
        show=locale_str("option-show"),
        category=locale_str("option-category"),
        edition=locale_str("option-edition"),
        share=locale_str("option-share"),
    )
    @app_commands.autocomplete(edition=complete_edition)
    async def category(
        self,
        interaction: discord.Interaction,
        show: ShowOption,
        category: str,
        edition: str | None = None,
        share: bool | None = None,
    ) -> None:
        await self.screens.show(interaction, CategoryQuery(show, category, edition), share)

    @category.autocomplete("category")
    async def complete_category(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        shows = self.lookup.catalogue.ceremony_names.find(str(interaction.namespace.show or ""))
        korean = (await words_for(interaction)).locale == "ko"
        found = self.prizes.suggest(shows[0], current) if shows else []
        return [Choice(name=(prize.name_ko if korean else prize.name)[:100], value=prize.id) for prize in found]

    async def settle(self, query: CategoryQuery, interaction: discord.Interaction) -> CategoryQuery:
        """Says for how long winners hide here."""
        return query.but(spoiler_hours=await spoiler_hours_here(interaction))

    def draw(self, query: CategoryQuery, words: Words) -> FrozenLayout:
        card = self._card(query, query.spoiler_hours)
        query = query.but(show=card.ceremony.id, category=card.prize.id)
        return prize_page(card, query, self.lookup.catalogue, words)

    def draw_sources(self, query: CategorySourcesQuery, words: Words) -> FrozenLayout:
        return prize_sources(self._card(query), query, self.lookup.catalogue, words)

    def _card(self, query: CategoryQuery | CategorySourcesQuery, spoiler_hours: int = 0) -> PrizeCard:
        show = self.lookup.show_id(query.show)
        prize = self.prizes.prize_id(show, query.category)
        return self.prizes.card(show, prize, query.edition, spoiler_hours=spoiler_hours)


async def setup(bot: "Laurel") -> None:
    services = bot.services
    await bot.add_cog(Categories(services.lookup, services.prizes, bot.screens))
