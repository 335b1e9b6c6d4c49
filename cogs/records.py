"""`/record`, `/fact` and `/today`: what stands out, one fact at a time, and what a day has seen."""

from typing import TYPE_CHECKING, TypeVar

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str
from discord.ext import commands

from bot.catalogue.model import RecordTopic
from bot.services.chronicle import Chronicle, RecordBook
from bot.services.daybook import Daybook
from bot.services.facts import Facts
from bot.services.lookup import Lookup
from bot.text import Words
from bot.ui.commands import look_up
from bot.ui.facts import fact_page
from bot.ui.layouts import FrozenLayout
from bot.ui.options import ArtistOption, ShowOption
from bot.ui.queries import FactQuery, RecordQuery, RecordSourcesQuery, TodayQuery
from bot.ui.reader import zone_here
from bot.ui.records import record_page, record_sources
from bot.ui.screens import Screens
from bot.ui.today import today_page

if TYPE_CHECKING:
    from bot.client import Laurel

Q = TypeVar("Q", RecordQuery, RecordSourcesQuery, FactQuery)
TOPICS = [Choice(name=locale_str(f"record-topic-{topic.value}"), value=topic.value) for topic in RecordTopic]


class Records(commands.Cog):
    """Three ways into the catalogue for who does not look for anything by name."""

    def __init__(self, lookup: Lookup, chronicle: Chronicle, facts: Facts, daybook: Daybook, screens: Screens) -> None:
        self.lookup, self.chronicle, self.facts, self.daybook = lookup, chronicle, facts, daybook
        self.screens = screens
        screens.add(RecordQuery, self.draw)
        screens.add(RecordSourcesQuery, self.draw_sources)
        screens.add(FactQuery, self.draw_fact, self.settle_fact)
        screens.add(TodayQuery, self.draw_today, self.settle_today)

    @look_up
    @app_commands.command(description=locale_str("command-record"))
    @app_commands.describe(
        topic=locale_str("option-record-topic"),
        artist=locale_str("option-artist"),
        show=locale_str("option-show"),
        share=locale_str("option-share"),
    )
    @app_commands.choices(topic=TOPICS)
    async def record(
        self,
        interaction: discord.Interaction,
        topic: str | None = None,
        artist: ArtistOption | None = None,
        show: ShowOption | None = None,
        share: bool | None = None,
    ) -> None:
        await self.screens.show(interaction, RecordQuery(RecordTopic(topic) if topic else None, artist, show), share)

    @look_up
    @app_commands.command(description=locale_str("command-fact"))
    @app_commands.describe(
        artist=locale_str("option-artist"), show=locale_str("option-show"), share=locale_str("option-share")
    )
    async def fact(
        self,
        interaction: discord.Interaction,
        artist: ArtistOption | None = None,
        show: ShowOption | None = None,
        share: bool | None = None,
    ) -> None:
        await self.screens.show(interaction, FactQuery(artist, show), share)

    @look_up
    @app_commands.command(description=locale_str("command-today"))
    @app_commands.describe(
        date=locale_str("option-date"), artist=locale_str("option-artist"), share=locale_str("option-share")
    )
    async def today(
        self,
        interaction: discord.Interaction,
        date: str = "",
        artist: ArtistOption | None = None,
        share: bool | None = None,
    ) -> None:
        await self.screens.show(interaction, TodayQuery(date, artist), share)

    def draw(self, query: RecordQuery, words: Words) -> FrozenLayout:
        query = self._resolved(query)
        shows = [(show.id, show.name) for show in self.chronicle.shows(query.artist)]
        return record_page(self._book(query), query, shows, self.lookup.catalogue, words)

    def draw_sources(self, query: RecordSourcesQuery, words: Words) -> FrozenLayout:
        query = self._resolved(query)
        return record_sources(self._book(query), query, self.lookup.catalogue, words)

    async def settle_fact(self, query: FactQuery, interaction: discord.Interaction) -> FactQuery:
        """Deals the server, or elsewhere the member, the next fact."""
        query = self._resolved(query)
        dealt = self.facts.deal(interaction.guild_id or interaction.user.id, query.artist, query.show)
        return query.but(fact=-1 if dealt is None else dealt)

    def draw_fact(self, query: FactQuery, words: Words) -> FrozenLayout:
        fact = self.facts.fact(query.fact)
        return fact_page(fact, query, self.lookup.catalogue, words)

    async def settle_today(self, query: TodayQuery, interaction: discord.Interaction) -> TodayQuery:
        """Says which day was meant; today is the reader's."""
        return query.but(date=self.daybook.day(query.date, await zone_here(interaction)).isoformat())

    def draw_today(self, query: TodayQuery, words: Words) -> FrozenLayout:
        artist = None if query.artist is None else self.lookup.artist_id(query.artist)
        page = self.daybook.page(self.daybook.day(query.date), artist)
        return today_page(page, query.but(artist=artist), self.lookup.catalogue, words)

    def _resolved(self, query: Q) -> Q:
        artist = None if query.artist is None else self.lookup.artist_id(query.artist)
        show = None if query.show is None else self.lookup.show_id(query.show)
        return query.but(artist=artist, show=show)

    def _book(self, query: RecordQuery | RecordSourcesQuery) -> RecordBook:
        return self.chronicle.book(query.topic, query.artist, query.show, unverified=query.unverified)


async def setup(bot: "Laurel") -> None:
    services = bot.services
    await bot.add_cog(Records(services.lookup, services.chronicle, services.facts, services.daybook, bot.screens))
