"""`/awards`: what an artist has won and been nominated for."""

from typing import TYPE_CHECKING, TypeVar

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str
from discord.ext import commands

from bot.services.lookup import Lookup
from bot.services.records import AwardRecord, ResultFilter
from bot.text import Words
from bot.ui.awards import RESULTS_PER_PAGE, awards_page
from bot.ui.commands import look_up
from bot.ui.layouts import FrozenLayout
from bot.ui.options import ArtistOption, ShowOption, complete_year
from bot.ui.queries import AwardsQuery, DecidedQuery, SourcesQuery
from bot.ui.screens import Screens
from bot.ui.sources import decided_page, record_sources

if TYPE_CHECKING:
    from bot.client import Laurel

Q = TypeVar("Q", AwardsQuery, SourcesQuery)
RESULTS = [Choice(name=locale_str(f"choice-result-{result}"), value=result.value) for result in ResultFilter]


class Awards(commands.Cog):
    """`/awards` and the pages that open from it: sources, and how a show decides."""

    def __init__(self, lookup: Lookup, screens: Screens) -> None:
        self.lookup = lookup
        self.screens = screens
        screens.add(AwardsQuery, self.draw)
        screens.add(SourcesQuery, self.draw_sources)
        screens.add(DecidedQuery, self.draw_methods)

    @look_up
    @app_commands.command(description=locale_str("command-awards"))
    @app_commands.describe(
        artist=locale_str("option-artist"),
        show=locale_str("option-show"),
        year=locale_str("option-year"),
        result=locale_str("option-result"),
        share=locale_str("option-share"),
    )
    @app_commands.autocomplete(year=complete_year)
    @app_commands.choices(result=RESULTS)
    async def awards(
        self,
        interaction: discord.Interaction,
        artist: ArtistOption,
        show: ShowOption | None = None,
        year: int | None = None,
        result: str = ResultFilter.ALL,
        share: bool | None = None,
    ) -> None:
        await self.screens.show(interaction, AwardsQuery(artist, show, year, ResultFilter(result)), share)

    def draw(self, query: AwardsQuery, words: Words) -> FrozenLayout:
        query = self._resolved(query)
        record = self._record(query, page=query.page, size=RESULTS_PER_PAGE)
        return awards_page(record, query, self.lookup.catalogue, words)

    def draw_sources(self, query: SourcesQuery, words: Words) -> FrozenLayout:
        query = self._resolved(query)
        return record_sources(self._record(query), query, self.lookup.catalogue, words)

    def draw_methods(self, query: DecidedQuery, words: Words) -> FrozenLayout:
        return decided_page(self.lookup.shows(query.show, query.artist), query, self.lookup.catalogue, words)

    def _resolved(self, query: Q) -> Q:
        show = None if query.show is None else self.lookup.show_id(query.show)
        return query.but(artist=self.lookup.artist_id(query.artist), show=show)

    def _record(self, query: AwardsQuery | SourcesQuery, **part: int) -> AwardRecord:
        return self.lookup.award_record(
            query.artist, show=query.show, year=query.year, result=query.result, unverified=query.unverified, **part
        )


async def setup(bot: "Laurel") -> None:
    await bot.add_cog(Awards(bot.services.lookup, bot.screens))
