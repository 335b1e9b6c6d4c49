"""`/setup`: a server's settings step by step, then the posts that come of them. Goes on where somebody stopped."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.services.languages import Languages
from bot.services.lookup import Lookup
from bot.services.setup import STEPS, SetupGuide
from bot.text import Words
from bot.ui.announcements.posts import Posts
from bot.ui.checks import channel_checks, role_checks
from bot.ui.commands import for_managers, require
from bot.ui.forms import Forms, Values
from bot.ui.layouts import FrozenLayout
from bot.ui.panels import SetupQuery
from bot.ui.reader import words_for
from bot.ui.reply import in_time, redraw
from bot.ui.screens import Screens, StaleButton
from bot.ui.setup import SECTIONS, Desk, StepDeed, number_of, resume_page, setting_page
from bot.ui.setup_follows import (
    ARTISTS,
    FORM,
    SHOWS,
    DropDeed,
    HandDeed,
    NamesDeed,
    follows_page,
    names_form,
    subjects_of,
)
from bot.ui.setup_preview import done_page, preview_page

if TYPE_CHECKING:
    from bot.client import Laurel


class Setup(commands.Cog):
    """The guided panel. What a control sets is /config's to keep; here is the way through."""

    def __init__(
        self,
        guide: SetupGuide,
        languages: Languages,
        lookup: Lookup,
        screens: Screens,
        forms: Forms,
        mention: Callable[[str], str],
    ) -> None:
        self.guide, self.languages, self.lookup = guide, languages, lookup
        self.screens, self.mention = screens, mention
        self.drawer = Posts(lookup.catalogue, mention)
        screens.add_live(SetupQuery, self.draw)
        screens.add_deed(StepDeed, self.go)
        screens.add_deed(HandDeed, self.follow)
        screens.add_deed(DropDeed, self.drop)
        screens.add_deed(NamesDeed, self.ask_names)
        forms.add(FORM, self.take_names)

    @for_managers
    @app_commands.command(description=locale_str("command-setup"))
    async def setup(self, interaction: discord.Interaction) -> None:
        await self.screens.open(interaction, SetupQuery())

    async def draw(self, query: SetupQuery, interaction: discord.Interaction, words: Words) -> FrozenLayout:
        guild_id = require(interaction)
        desk = await self._desk(interaction, query.since)
        match query.section:
            case "follows":
                return follows_page(desk, self.lookup, words)
            case "preview":
                posts = await self.guide.next_posts(guild_id)
                theirs = await self.languages.of_guild(guild_id)
                return preview_page(desk, posts, self.drawer, theirs, words)
            case "done":
                return done_page(desk, await self.guide.next_posts(guild_id), self.mention, words)
            case section if section in STEPS:
                return setting_page(desk, section, words)
        if desk.settings.setup_step > 1:
            return resume_page(desk, words)
        return setting_page(desk, STEPS[0], words)

    async def go(self, deed: StepDeed, interaction: discord.Interaction, values: tuple[str, ...]) -> SetupQuery:
        """Goes on to a step, or begins again at one."""
        guild_id = require(interaction)
        if deed.section not in SECTIONS:
            raise StaleButton(deed.address)
        if deed.again:
            await self.guide.begin_again(guild_id, interaction.user.id)
        else:
            await self.guide.reach(guild_id, interaction.user.id, number_of(deed.section))
        return SetupQuery(deed.section, deed.since)

    async def follow(self, deed: HandDeed, interaction: discord.Interaction, values: tuple[str, ...]) -> SetupQuery:
        """Follows whom a button or a select names."""
        guild_id = require(interaction)
        subjects = subjects_of((deed.subject,) if deed.subject is not None else values)
        await self.guide.follow(guild_id, interaction.user.id, subjects)
        return SetupQuery("follows", deed.since)

    async def drop(self, deed: DropDeed, interaction: discord.Interaction, values: tuple[str, ...]) -> SetupQuery:
        """Follows them no more."""
        guild_id = require(interaction)
        await self.guide.drop(guild_id, interaction.user.id, subjects_of(values))
        return SetupQuery("follows", deed.since)

    async def ask_names(self, deed: NamesDeed, interaction: discord.Interaction, values: tuple[str, ...]) -> None:
        """Opens the form in which names are typed."""
        require(interaction)
        await interaction.response.send_modal(names_form(deed.since, await words_for(interaction)))

    async def take_names(self, interaction: discord.Interaction[Any], rest: str, values: Values) -> None:
        """Follows whom the names mean, and shows the step again with what is unclear."""
        guild_id = require(interaction)
        typed = values.get(ARTISTS, ""), values.get(SHOWS, "")
        taken = await in_time(interaction, self.guide.follow_named(guild_id, interaction.user.id, *typed), update=True)
        desk = await self._desk(interaction, int(rest) if rest.lstrip("-").isdigit() else -1)
        await redraw(interaction, follows_page(desk, self.lookup, await words_for(interaction), taken))

    async def _desk(self, interaction: discord.Interaction[Any], since: int) -> Desk:
        """What this admin finds here now."""
        guild = interaction.guild
        assert guild is not None  # whoever asks has required it
        standing = await self.guide.stand(guild.id, reader=interaction.user.id, since=since)
        settings = standing.card.settings
        return Desk(standing, channel_checks(guild, settings), role_checks(guild, settings), self.lookup)


async def setup(bot: "Laurel") -> None:
    services = bot.services
    rooms = (services.setup_guide, services.languages, services.lookup)
    await bot.add_cog(Setup(*rooms, bot.screens, bot.forms, bot.tree.mention))
