"""`/live`: a ceremony night, told category by category from a host's console."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Range, locale_str
from discord.ext import commands

from bot.ballots.ballot import Category
from bot.errors import Refused
from bot.services.ballots.ballots import Act
from bot.services.ballots.model import Ballot
from bot.services.bundle import Services
from bot.text import Words
from bot.ui.ballots import console
from bot.ui.ballots.console import FORM, NAMES, SOURCE, console_page, winner_form
from bot.ui.ballots.hosts import host
from bot.ui.ballots.naming import category_label
from bot.ui.ballots.queries import NightDeed, NightQuery, WinDeed
from bot.ui.commands import for_managers
from bot.ui.forms import Forms, Values
from bot.ui.hosting import PERMISSION
from bot.ui.layouts import FrozenLayout
from bot.ui.options import ShowOption
from bot.ui.reader import words_for
from bot.ui.reply import in_time
from bot.ui.screens import Screens, StaleButton

if TYPE_CHECKING:
    from bot.client import Laurel


class Live(commands.Cog):
    """The console of a night. It is private to its host, and any host can open one of their own at any time."""

    live = for_managers(app_commands.Group(name="live", description=locale_str("command-live")), PERMISSION)

    def __init__(self, services: Services, screens: Screens, forms: Forms) -> None:
        rooms = services.balloting
        self.nights, self.ballots, self.posting = rooms.nights, rooms.ballots, rooms.posting
        self.lookup, self.catalogue, self.screens = services.lookup, services.catalogue, screens
        screens.add_live(NightQuery, self.draw)
        screens.add_deed(NightDeed, self.do)
        screens.add_deed(WinDeed, self.win)
        forms.add(FORM, self.take)

    @live.command(description=locale_str("command-live-start"))
    @app_commands.describe(
        ceremony=locale_str("option-ballot-ceremony"),
        channel=locale_str("option-night-channel"),
        spoiler_hours=locale_str("option-night-spoilers"),
        thread=locale_str("option-night-thread"),
    )
    async def start(
        self,
        interaction: discord.Interaction,
        ceremony: ShowOption,
        channel: discord.TextChannel | None = None,
        spoiler_hours: Range[int, 0, 168] | None = None,
        thread: bool = True,
    ) -> None:
        act, show = await host(interaction), self.lookup.show_id(ceremony)
        channel_id = channel.id if channel else interaction.channel_id or 0
        work = self.nights.start(act, show, channel_id, spoiler_hours=spoiler_hours, chat=thread)
        ballot = await in_time(interaction, work)
        await in_time(interaction, self.posting.after(ballot.id))
        await self.screens.open(interaction, NightQuery(ballot.id))

    @live.command(description=locale_str("command-live-console"))
    @app_commands.describe(ceremony=locale_str("option-which-night"))
    async def console(self, interaction: discord.Interaction, ceremony: ShowOption | None = None) -> None:
        act = await host(interaction)
        show = None if ceremony is None else self.lookup.show_id(ceremony)
        await self.screens.open(interaction, NightQuery((await self.nights.latest(act.guild_id, show)).id))

    async def draw(self, query: NightQuery, interaction: discord.Interaction, words: Words) -> FrozenLayout:
        act = await host(interaction)
        night = await self.nights.console(act.guild_id, query.ballot, reader=act.user_id, since=query.since)
        return console_page(night, query, self.catalogue, words)

    async def do(self, deed: NightDeed, interaction: discord.Interaction, values: tuple[str, ...]) -> NightQuery:
        """Announces, undoes or ends, and has the channel told."""
        act = await host(interaction)
        ballot = await self.ballots.of(deed.ballot, act.guild_id)
        here = NightQuery(deed.ballot, deed.category, since=deed.since)
        try:
            await self._do(act, ballot, deed)
        except Refused as refused:
            return _clash(refused, here)
        await self.posting.after(ballot.id)
        return here

    async def _do(self, act: Act, ballot: Ballot, deed: NightDeed) -> None:
        match deed.what:
            case console.ANNOUNCE:
                await self.nights.announce(act, ballot, _category(ballot, deed.category))
            case console.UNDO:
                await self.nights.undo(act, ballot, _category(ballot, deed.category), deed.revision)
            case console.FINISH:
                await self.nights.finish(act, ballot)
            case _:
                raise StaleButton(deed.address)

    async def win(self, deed: WinDeed, interaction: discord.Interaction, values: tuple[str, ...]) -> NightQuery | None:
        """Enters who was picked; a button without picks opens the form."""
        act = await host(interaction)
        ballot = await self.ballots.of(deed.ballot, act.guild_id)
        category = _category(ballot, deed.category)
        if not values:
            words = await words_for(interaction)
            title = category_label(ballot, category, self.catalogue, words)
            await interaction.response.send_modal(winner_form(deed, title, words))
            return None
        return await self._reveal(act, ballot, deed, list(values), "")

    async def take(self, interaction: discord.Interaction[Any], rest: str, values: Values) -> None:
        """Takes the names that were typed: nominees', or others', which the reveal says."""
        act, deed = await host(interaction), self.screens.parse(rest)
        if not isinstance(deed, WinDeed):
            raise StaleButton(rest)
        ballot = await self.ballots.of(deed.ballot, act.guild_id)
        names = values.get(NAMES, "").splitlines()
        work = self._reveal(act, ballot, deed, names, values.get(SOURCE, ""))
        await self.screens.turn(interaction, await in_time(interaction, work, update=True))

    async def _reveal(self, act: Act, ballot: Ballot, deed: WinDeed, names: list[str], source: str) -> NightQuery:
        here = NightQuery(deed.ballot, deed.category, since=deed.since)
        category = _category(ballot, deed.category)
        try:
            await self.nights.reveal(act, ballot, category, deed.revision, names, source)
        except Refused as refused:
            return _clash(refused, here)
        await self.posting.after(ballot.id)
        return here


def _category(ballot: Ballot, index: int) -> Category:
    if not 0 <= index < len(ballot.contents):
        raise Refused("ballot-gone")
    return ballot.contents[index]


def _clash(refused: Refused, here: NightQuery) -> NightQuery:
    """The console anew for who was too late; anything else is told as it is."""
    if refused.reason not in ("ballot-meanwhile", "ballot-undecided"):
        raise refused
    return here.but(clash=True)


async def setup(bot: "Laurel") -> None:
    await bot.add_cog(Live(bot.services, bot.screens, bot.forms))
