"""`/event`: the dates that a server has of its own."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str
from discord.ext import commands

from bot.errors import NoServerHere
from bot.services.events import Events
from bot.services.mirrors import Mirrors
from bot.text import Words
from bot.ui.commands import for_managers, manages, require, server_here
from bot.ui.events import EventQuery, EventsQuery, RemoveEventDeed, event_label, event_page, events_page
from bot.ui.layouts import FrozenLayout
from bot.ui.mirror_page import MirrorDeed, MirrorQuery, mirror_page
from bot.ui.mirrors import EventBoard
from bot.ui.options import ZoneOption
from bot.ui.reader import words_for
from bot.ui.reply import in_time
from bot.ui.screens import Screens

if TYPE_CHECKING:
    from bot.client import Laurel

PERMISSION = "manage_events"
CHOICES = 25
Title = app_commands.Range[str, 1, 100]
DateText = app_commands.Range[str, 1, 40]
Note = app_commands.Range[str, 1, 500]
SWITCH = [Choice(name=locale_str(f"choice-mirror-{state}"), value=state) for state in ("on", "off")]


class ServerEvents(commands.Cog):
    """The commands for who manages events, and the list, which everybody in the server may open."""

    event = for_managers(app_commands.Group(name="event", description=locale_str("command-event")), PERMISSION)

    def __init__(self, events: Events, mirrors: Mirrors, screens: Screens) -> None:
        self.events, self.mirrors, self.screens = events, mirrors, screens
        screens.add_live(EventsQuery, self.draw_list)
        screens.add_live(EventQuery, self.draw)
        screens.add_deed(RemoveEventDeed, self.take_away)
        screens.add_live(MirrorQuery, self.draw_mirrors)
        screens.add_deed(MirrorDeed, self.switch)

    @event.command(description=locale_str("command-event-add"))
    @app_commands.describe(
        title=locale_str("option-event-title"),
        date=locale_str("option-event-date"),
        yearly=locale_str("option-event-yearly"),
        zone=locale_str("option-event-zone"),
        note=locale_str("option-event-note"),
    )
    async def add(
        self,
        interaction: discord.Interaction,
        title: Title,
        date: DateText,
        yearly: bool = False,
        zone: ZoneOption | None = None,
        note: Note | None = None,
    ) -> None:
        who = (require(interaction, PERMISSION), interaction.user.id)
        adding = self.events.add(*who, title=title, date=date, yearly=yearly, zone=zone, note=note or "")
        await self.screens.open(interaction, EventQuery((await in_time(interaction, adding)).id))

    @event.command(description=locale_str("command-event-edit"))
    @app_commands.describe(
        event=locale_str("option-event"),
        title=locale_str("option-event-title"),
        date=locale_str("option-event-date"),
        yearly=locale_str("option-event-yearly"),
        zone=locale_str("option-event-zone"),
        note=locale_str("option-event-note"),
    )
    async def edit(
        self,
        interaction: discord.Interaction,
        event: str,
        title: Title | None = None,
        date: DateText | None = None,
        yearly: bool | None = None,
        zone: ZoneOption | None = None,
        note: Note | None = None,
    ) -> None:
        guild_id = require(interaction, PERMISSION)
        number = (await self.events.named(guild_id, event)).id
        who = (guild_id, interaction.user.id, number)
        editing = self.events.edit(*who, title=title, date=date, yearly=yearly, zone=zone, note=note)
        await self.screens.open(interaction, EventQuery((await in_time(interaction, editing)).id))

    @event.command(description=locale_str("command-event-remove"))
    @app_commands.describe(event=locale_str("option-event"))
    async def remove(self, interaction: discord.Interaction, event: str) -> None:
        found = await self.events.named(require(interaction, PERMISSION), event)
        await self.screens.perform(interaction, RemoveEventDeed(found.id))

    @event.command(name="list", description=locale_str("command-event-list"))
    async def show(self, interaction: discord.Interaction) -> None:
        require(interaction, PERMISSION)
        await self.screens.open(interaction, EventsQuery())

    @event.command(description=locale_str("command-event-mirror"))
    @app_commands.describe(switch=locale_str("option-event-mirror"))
    @app_commands.choices(switch=SWITCH)
    async def mirror(self, interaction: discord.Interaction, switch: str | None = None) -> None:
        require(interaction, PERMISSION)
        if switch is None:
            await self.screens.open(interaction, MirrorQuery())
        else:
            await self.screens.perform(interaction, MirrorDeed(on=switch == "on"))

    @edit.autocomplete("event")
    @remove.autocomplete("event")
    async def complete(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        words, wanted = await words_for(interaction), current.strip().casefold()
        known = await self.events.of_guild(require(interaction, PERMISSION))
        found = [one for one in known if wanted in one.title.casefold()]
        return [Choice(name=event_label(one, words), value=str(one.id)) for one in found[:CHOICES]]

    async def draw(self, query: EventQuery, interaction: discord.Interaction[Any], words: Words) -> FrozenLayout:
        return event_page(await self.events.named(require(interaction, PERMISSION), str(query.event)), words)

    async def draw_list(self, query: EventsQuery, interaction: discord.Interaction[Any], words: Words) -> FrozenLayout:
        guild_id = server_here(interaction)
        if guild_id is None:
            raise NoServerHere
        coming, today = await self.events.upcoming(guild_id), await self.events.today(guild_id)
        known = await self.events.of_guild(guild_id)
        return events_page(known, coming, today, query, manages(interaction, PERMISSION), words)

    async def take_away(
        self, deed: RemoveEventDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> EventsQuery:
        guild_id = require(interaction, PERMISSION)
        number = deed.event if deed.event is not None else int(values[0] if values else 0)
        await self.events.remove(guild_id, interaction.user.id, number)
        return EventsQuery(deed.page)

    async def draw_mirrors(
        self, query: MirrorQuery, interaction: discord.Interaction[Any], words: Words
    ) -> FrozenLayout:
        return mirror_page(await self.mirrors.card(require(interaction, PERMISSION)), words)

    async def switch(
        self, deed: MirrorDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> MirrorQuery:
        await self.mirrors.switch(require(interaction, PERMISSION), interaction.user.id, on=deed.on)
        return MirrorQuery()


async def setup(bot: "Laurel") -> None:
    services = bot.services
    services.mirrors.put_up(EventBoard(bot, services.catalogue))
    await bot.add_cog(ServerEvents(services.events, services.mirrors, bot.screens))
