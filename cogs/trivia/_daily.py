"""`/trivia daily`: the day's ten questions, the line to share, and where a server has them posted."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.errors import Mention, Refused
from bot.services.guilds import Guilds
from bot.services.trivia.dailies import Dailies
from bot.services.zones import SEOUL
from bot.text import Words
from bot.ui.boards.daily import (
    DailyPickDeed,
    DailyPlaceDeed,
    DailyPlaceQuery,
    DailyQuery,
    DailyShareDeed,
    daily_page,
    daily_place_page,
    shared_page,
)
from bot.ui.commands import manages, require, server_here
from bot.ui.layouts import FrozenLayout
from bot.ui.reader import words_for
from bot.ui.reply import in_time
from bot.ui.screens import Screens, StaleButton

Asking = discord.Interaction[Any]


class DailyCommands(commands.Cog):
    """A part of the group `/trivia`: everything about the daily challenge is private, but for what one shares."""

    dailies: Dailies
    guilds: Guilds
    screens: Screens

    def add_daily_screens(self) -> None:
        self.screens.add_live(DailyQuery, self.draw_daily)
        self.screens.add_live(DailyPlaceQuery, self.draw_place)
        self.screens.add_deed(DailyPickDeed, self.pick)
        self.screens.add_deed(DailyShareDeed, self.share)
        self.screens.add_deed(DailyPlaceDeed, self.put)

    @app_commands.command(description=locale_str("command-trivia-daily"))
    async def daily(self, interaction: Asking) -> None:
        await in_time(interaction, self.dailies.sitting(interaction.user.id))
        await self.screens.open(interaction, DailyQuery())

    async def draw_daily(self, query: DailyQuery, interaction: Asking, words: Words) -> FrozenLayout:
        sitting = await self.dailies.sitting(interaction.user.id, query.day)
        may_place = server_here(interaction) is not None and manages(interaction)
        return daily_page(sitting, may_place, words)

    async def pick(self, deed: DailyPickDeed, interaction: Asking, values: tuple[str, ...]) -> DailyQuery:
        user_id, guild_id = interaction.user.id, server_here(interaction)
        await self.dailies.answer(user_id, guild_id, deed.day, deed.number, deed.pick)
        return DailyQuery(deed.day)

    async def share(self, deed: DailyShareDeed, interaction: Asking, values: tuple[str, ...]) -> None:
        """Says it for everybody there; only of a challenge that is finished."""
        sitting = await self.dailies.sitting(interaction.user.id, deed.day)
        if sitting.next is not None:
            raise StaleButton(deed.address)
        page = shared_page(sitting, interaction.user.id, await words_for(interaction))
        if interaction.response.is_done():
            await interaction.followup.send(view=page)
        else:
            await interaction.response.send_message(view=page)

    async def draw_place(self, query: DailyPlaceQuery, interaction: Asking, words: Words) -> FrozenLayout:
        guild_id = require(interaction)
        settings = await self.guilds.of(guild_id)
        place = await self.dailies.place(guild_id)
        return daily_place_page(place, settings.hour, settings.zone or SEOUL, words)

    async def put(self, deed: DailyPlaceDeed, interaction: Asking, values: tuple[str, ...]) -> DailyPlaceQuery:
        guild_id = require(interaction)
        channel_id = int(values[0]) if values else None
        if channel_id is not None and not _may_post(interaction, channel_id):
            raise Refused("daily-place", channel=Mention(f"<#{channel_id}>"))
        await self.dailies.put(guild_id, interaction.user.id, channel_id)
        return DailyPlaceQuery()


def _may_post(interaction: Asking, channel_id: int) -> bool:
    guild = interaction.guild
    channel = guild.get_channel(channel_id) if guild is not None else None
    if guild is None or channel is None:
        return False
    allowed = channel.permissions_for(guild.me)
    return allowed.view_channel and allowed.send_messages
