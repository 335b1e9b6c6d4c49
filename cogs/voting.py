"""`/voting`: where fans vote, until when, and how each show decides."""

from typing import TYPE_CHECKING, TypeVar

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.services.coming import VotingGuide
from bot.services.lookup import Lookup
from bot.services.voting import Voting
from bot.text import Words
from bot.ui.commands import look_up
from bot.ui.layouts import FrozenLayout
from bot.ui.options import ArtistOption, ShowOption
from bot.ui.queries import VotingQuery, VotingSourcesQuery
from bot.ui.screens import Screens
from bot.ui.voting import voting_page, voting_sources

if TYPE_CHECKING:
    from bot.client import Laurel

Q = TypeVar("Q", VotingQuery, VotingSourcesQuery)


class Votes(commands.Cog):
    """`/voting` and the sources of what it shows."""

    def __init__(self, lookup: Lookup, voting: Voting, screens: Screens) -> None:
        self.lookup = lookup
        self.votes = voting
        self.screens = screens
        screens.add(VotingQuery, self.draw)
        screens.add(VotingSourcesQuery, self.draw_sources)

    @look_up
    @app_commands.command(description=locale_str("command-voting"))
    @app_commands.describe(
        show=locale_str("option-show"), artist=locale_str("option-artist"), share=locale_str("option-share")
    )
    async def voting(
        self,
        interaction: discord.Interaction,
        show: ShowOption | None = None,
        artist: ArtistOption | None = None,
        share: bool | None = None,
    ) -> None:
        await self.screens.show(interaction, VotingQuery(show, artist), share)

    def draw(self, query: VotingQuery, words: Words) -> FrozenLayout:
        query = self._resolved(query)
        return voting_page(self._guide(query), query, self.lookup.catalogue, words)

    def draw_sources(self, query: VotingSourcesQuery, words: Words) -> FrozenLayout:
        query = self._resolved(query)
        return voting_sources(self._guide(query), query, self.lookup.catalogue, words)

    def _resolved(self, query: Q) -> Q:
        show = None if query.show is None else self.lookup.show_id(query.show)
        return query.but(show=show, artist=None if query.artist is None else self.lookup.artist_id(query.artist))

    def _guide(self, query: VotingQuery | VotingSourcesQuery) -> VotingGuide:
        return self.votes.guide(show=query.show, artist=query.artist)


async def setup(bot: "Laurel") -> None:
    await bot.add_cog(Votes(bot.services.lookup, bot.services.voting, bot.screens))
