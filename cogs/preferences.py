"""`/settings`: a member's own language and time zone, and whether boards show their name."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.clock import Clock
from bot.errors import UnknownZone
from bot.services.members import Members
from bot.services.zones import Zones
from bot.text import LOCALES, Words
from bot.ui.commands import look_up
from bot.ui.forms import Forms, Values
from bot.ui.layouts import FrozenLayout
from bot.ui.preferences import (
    DISCORDS,
    BoardsDeed,
    LanguageDeed,
    MyZoneDeed,
    MyZoneFormDeed,
    PreferencesQuery,
    preferences_page,
)
from bot.ui.reader import words_for, zone_here
from bot.ui.reply import in_time
from bot.ui.screens import Screens, StaleButton
from bot.ui.zone_form import ZONE, zone_form

if TYPE_CHECKING:
    from bot.client import Laurel

FORM = "my-zone"


class Preferences(commands.Cog):
    """`/settings`, a panel that stays: each control changes one thing at once."""

    def __init__(self, members: Members, zones: Zones, clock: Clock, screens: Screens, forms: Forms) -> None:
        self.members, self.zones, self.clock, self.screens = members, zones, clock, screens
        screens.add_live(PreferencesQuery, self.draw)
        screens.add_deed(LanguageDeed, self.choose_language)
        screens.add_deed(MyZoneDeed, self.choose_zone)
        screens.add_deed(MyZoneFormDeed, self.ask_zone)
        screens.add_deed(BoardsDeed, self.choose_boards)
        forms.add(FORM, self.take_zone)

    @look_up
    @app_commands.command(description=locale_str("command-settings"))
    async def settings(self, interaction: discord.Interaction) -> None:
        await self.screens.open(interaction, PreferencesQuery())

    async def draw(self, query: PreferencesQuery, interaction: discord.Interaction[Any], words: Words) -> FrozenLayout:
        settings = await self.members.of(interaction.user.id)
        zone = await zone_here(interaction)
        return preferences_page(settings, zone, self.clock.now(), self._unknown(query.typed), words)

    async def choose_language(
        self, deed: LanguageDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> PreferencesQuery:
        chosen = values[0] if values else ""
        if chosen not in (DISCORDS, *LOCALES):
            raise StaleButton(chosen)
        await self.members.change(interaction.user.id, language=None if chosen == DISCORDS else chosen)
        return PreferencesQuery()

    async def choose_zone(
        self, deed: MyZoneDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> PreferencesQuery:
        zone = None if deed.zone is None else self.zones.find(deed.zone)
        await self.members.change(interaction.user.id, zone=zone)
        return PreferencesQuery()

    async def ask_zone(
        self, deed: MyZoneFormDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> None:
        form = zone_form(PreferencesQuery(), await words_for(interaction), FORM)
        await interaction.response.send_modal(form)

    async def take_zone(self, interaction: discord.Interaction[Any], rest: str, values: Values) -> None:
        """Takes the zone that was typed; the panel offers the nearest to one that nobody knows."""
        typed = values.get(ZONE, "").strip()
        try:
            deed = MyZoneDeed(self.zones.find(typed))
        except UnknownZone:
            await self.screens.turn(interaction, PreferencesQuery(typed))
        else:
            await in_time(interaction, self.choose_zone(deed, interaction, ()), update=True)
            await self.screens.turn(interaction, PreferencesQuery())

    async def choose_boards(
        self, deed: BoardsDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> PreferencesQuery:
        await self.members.change(interaction.user.id, on_boards=not deed.hidden)
        return PreferencesQuery()

    def _unknown(self, typed: str) -> UnknownZone | None:
        if typed:
            try:
                self.zones.find(typed)
            except UnknownZone as error:
                return error
        return None


async def setup(bot: "Laurel") -> None:
    services = bot.services
    await bot.add_cog(Preferences(services.members, services.zones, services.clock, bot.screens, bot.forms))
