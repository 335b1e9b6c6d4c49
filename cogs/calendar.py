"""`/calendar`: dates for one's own calendar, as a file or from an address that stays current."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.errors import NoServerHere, Refused
from bot.services.calendars import CalendarOf, Calendars
from bot.services.lookup import Lookup
from bot.text import Words
from bot.ui.calendar import (
    FeedsQuery,
    RevokeAllDeed,
    RevokeDeed,
    SubscribeDeed,
    address_page,
    calendar_page,
    feeds_page,
)
from bot.ui.commands import look_up, manages, require, server_here
from bot.ui.files import promise, send_file
from bot.ui.layouts import FrozenLayout
from bot.ui.options import ArtistOption, ShowOption
from bot.ui.reader import words_for
from bot.ui.reply import answer
from bot.ui.screens import Screens

if TYPE_CHECKING:
    from bot.client import Laurel

FILE = "laurel.ics"


class CalendarFiles(commands.Cog):
    """The command, and the buttons under its file."""

    def __init__(self, calendars: Calendars, lookup: Lookup, screens: Screens) -> None:
        self.calendars, self.lookup = calendars, lookup
        screens.add_live(FeedsQuery, self.draw)
        screens.add_deed(SubscribeDeed, self.subscribe)
        screens.add_deed(RevokeDeed, self.revoke)
        screens.add_deed(RevokeAllDeed, self.revoke_all)
        self.screens = screens

    @look_up
    @app_commands.command(description=locale_str("command-calendar"))
    @app_commands.describe(artist=locale_str("option-artist"), show=locale_str("option-show"))
    async def calendar(
        self, interaction: discord.Interaction, artist: ArtistOption | None = None, show: ShowOption | None = None
    ) -> None:
        of = self._of(interaction, artist, show)
        words = await words_for(interaction)
        await promise(interaction)
        calendar = await self.calendars.file(of, words.locale)
        page = calendar_page(calendar, of, self.calendars.offers_feeds, words)
        await send_file(interaction, page, FILE, calendar.content)

    def _of(self, interaction: discord.Interaction[Any], artist: str | None, show: str | None) -> CalendarOf:
        if artist and show:
            raise Refused("calendar-both")
        if artist:
            return CalendarOf("artist", self.lookup.artist_id(artist))
        if show:
            return CalendarOf("show", self.lookup.show_id(show))
        guild_id = server_here(interaction)
        if guild_id is None:
            raise Refused("calendar-what")
        return CalendarOf("server", guild_id=guild_id)

    async def subscribe(
        self, deed: SubscribeDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> None:
        """Shows the new address to who pressed, once."""
        artist = deed.subject_id if deed.subject == "artist" else None
        show = deed.subject_id if deed.subject == "show" else None
        of, words = self._of(interaction, artist, show), await words_for(interaction)
        address = await self.calendars.subscribe(interaction.user.id, of, words.locale)
        await answer(interaction, address_page(address, self.calendars.name(of, words), words))

    async def draw(self, query: FeedsQuery, interaction: discord.Interaction[Any], words: Words) -> FrozenLayout:
        own = await self.calendars.addresses(interaction.user.id)
        guild_id = server_here(interaction)
        ends = guild_id is not None and manages(interaction)
        count = await self.calendars.count_of_guild(guild_id) if ends and guild_id is not None else None
        return feeds_page(own, self.calendars, count, words)

    async def revoke(
        self, deed: RevokeDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> FeedsQuery:
        await self.calendars.revoke(interaction.user.id, int(values[0] if values else 0))
        return FeedsQuery()

    async def revoke_all(
        self, deed: RevokeAllDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> FeedsQuery:
        guild_id = require(interaction)
        if server_here(interaction) is None:
            raise NoServerHere
        await self.calendars.revoke_of_guild(guild_id)
        return FeedsQuery()


async def setup(bot: "Laurel") -> None:
    await bot.add_cog(CalendarFiles(bot.services.calendars, bot.services.lookup, bot.screens))
