"""Who reads an answer: in which language, and with what their server and they decided."""

import logging
from typing import Any, Protocol, cast

import discord

from bot.errors import StorageTrouble
from bot.services.guilds import Guilds, GuildSettings
from bot.services.languages import Languages
from bot.services.lookup import Lookup
from bot.services.members import Members
from bot.services.trivia.packs import Packs
from bot.services.zones import Zones
from bot.text import Words
from bot.ui.reply import visibility

log = logging.getLogger(__name__)


class _Services(Protocol):
    @property
    def lookup(self) -> Lookup: ...

    @property
    def languages(self) -> Languages: ...

    @property
    def guilds(self) -> Guilds: ...

    @property
    def members(self) -> Members: ...

    @property
    def zones(self) -> Zones: ...

    @property
    def packs(self) -> Packs: ...


class _HasServices(Protocol):
    @property
    def services(self) -> _Services: ...


def services_of(interaction: discord.Interaction[Any]) -> _Services:
    """What reading needs. Options and buttons are made before the bot is, so they ask the client."""
    return cast(_HasServices, interaction.client).services


async def words_for(interaction: discord.Interaction[Any]) -> Words:
    """The words for whoever acts: their own choice of a language, Discord's, or the server's."""
    languages = services_of(interaction).languages
    return await languages.words(interaction.user.id, interaction.locale.value, interaction.guild_id)


async def settings_here(interaction: discord.Interaction[Any]) -> GuildSettings:
    """What the server decided, for a look-up: one needs no database, and without it nobody has decided anything."""
    try:
        return await services_of(interaction).guilds.of(interaction.guild_id)
    except StorageTrouble as error:
        log.warning("no server's settings can be read: %s", error)
        return GuildSettings()


async def visibility_here(interaction: discord.Interaction[Any], share: bool | None) -> bool:
    """Whether an answer is for everybody there: as the reader says, else as the server set, else as the place is."""
    return visibility(interaction, share, (await settings_here(interaction)).visibility)


async def spoiler_hours_here(interaction: discord.Interaction[Any]) -> int:
    """For how many hours after a ceremony its winners hide."""
    return (await settings_here(interaction)).spoiler_hours


async def zone_here(interaction: discord.Interaction[Any]) -> str | None:
    """Whose day it is: the member's own zone, else the server's, else (None) Seoul's."""
    try:
        own = (await services_of(interaction).members.of(interaction.user.id)).zone
    except StorageTrouble as error:
        log.warning("nobody's zone can be read: %s", error)
        return None
    return own or (await settings_here(interaction)).zone
