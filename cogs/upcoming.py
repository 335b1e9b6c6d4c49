"""`/upcoming`: ceremonies, votes, birthdays, anniversaries and everything else that comes."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str
from discord.ext import commands

from bot.services.agenda import LONGEST, Agenda
from bot.services.coming import ComingKind
from bot.services.events import Events
from bot.services.lookup import Lookup
from bot.text import Words
from bot.ui.commands import look_up, server_here
from bot.ui.layouts import FrozenLayout
from bot.ui.options import ArtistOption
from bot.ui.queries import UpcomingQuery, UpcomingSourcesQuery
from bot.ui.screens import Screens
from bot.ui.upcoming import DATES_PER_PAGE, upcoming_page, upcoming_sources

if TYPE_CHECKING:
    from bot.client import Laurel

ALL_KINDS = "everything"
KINDS = [
    Choice(name=locale_str(f"choice-coming-{kind}"), value=kind)
    for kind in (ALL_KINDS, *(kind.value for kind in ComingKind))
]


class UpcomingDates(commands.Cog):
    """`/upcoming` and the sources of what it shows."""

    def __init__(self, lookup: Lookup, agenda: Agenda, events: Events, screens: Screens) -> None:
        self.lookup = lookup
        self.agenda = agenda
        self.events = events
        self.screens = screens
        screens.add(UpcomingQuery, self.draw)
        screens.add_live(UpcomingQuery, self.draw_here)
        screens.add(UpcomingSourcesQuery, self.draw_sources)

    @look_up
    @app_commands.command(description=locale_str("command-upcoming"))
    @app_commands.describe(
        kind=locale_str("option-coming"),
        artist=locale_str("option-artist"),
        days=locale_str("option-days"),
        share=locale_str("option-share"),
    )
    @app_commands.choices(kind=KINDS)
    async def upcoming(
        self,
        interaction: discord.Interaction,
        kind: str = ALL_KINDS,
        artist: ArtistOption | None = None,
        days: app_commands.Range[int, 1, LONGEST] | None = None,
        share: bool | None = None,
    ) -> None:
        asked = None if kind == ALL_KINDS else ComingKind(kind)
        await self.screens.show(interaction, UpcomingQuery(asked, artist, days), share)

    async def draw_here(
        self, query: UpcomingQuery, interaction: discord.Interaction[Any], words: Words
    ) -> FrozenLayout:
        """For everything in a server, its own dates too; any other page is everybody's, and comes from memory."""
        guild_id = server_here(interaction)
        if guild_id is None or query.artist is not None or query.kind is not None or query.page != 1:
            return self.screens.page(query, words)
        upcoming = self.agenda.upcoming(days=query.days, size=DATES_PER_PAGE)
        own = await self.events.until(guild_id, upcoming.until)
        if not own:
            return self.screens.page(query, words)
        return upcoming_page(upcoming, query, self.lookup.catalogue, words, own)

    def draw(self, query: UpcomingQuery, words: Words) -> FrozenLayout:
        if query.artist is not None:
            query = query.but(artist=self.lookup.artist_id(query.artist))
        upcoming = self.agenda.upcoming(
            artist=query.artist, kind=query.kind, days=query.days, page=query.page, size=DATES_PER_PAGE
        )
        return upcoming_page(upcoming, query, self.lookup.catalogue, words)

    def draw_sources(self, query: UpcomingSourcesQuery, words: Words) -> FrozenLayout:
        artist = None if query.artist is None else self.lookup.artist_id(query.artist)
        upcoming = self.agenda.upcoming(
            artist=artist, kind=query.kind, days=query.days, page=query.of, size=DATES_PER_PAGE
        )
        return upcoming_sources(upcoming, query, self.lookup.catalogue, words)


async def setup(bot: "Laurel") -> None:
    services = bot.services
    await bot.add_cog(UpcomingDates(services.lookup, services.agenda, services.events, bot.screens))
