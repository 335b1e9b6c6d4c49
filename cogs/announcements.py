"""`/announce`: what Laurel posts by itself: added, changed, looked at beforehand, tried, left out, sent again."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice, Range, locale_str
from discord.ext import commands

from bot.services.announcements.preview import FARTHEST
from bot.text import Words
from bot.ui.announcements.addresses import (
    HistoryQuery,
    ListQuery,
    PanelQuery,
    PreviewQuery,
    ResendDeed,
    SampleDeed,
    SkipDeed,
    StateDeed,
)
from bot.ui.announcements.deeds import Deeds
from bot.ui.announcements.history import history_page
from bot.ui.announcements.options import BEFORE, DESCRIBED, LANGUAGE, STYLES, WHAT, changes_of
from bot.ui.announcements.panel import REMOVE, list_page
from bot.ui.announcements.preview import preview_page
from bot.ui.commands import for_managers, require
from bot.ui.layouts import FrozenLayout
from bot.ui.options import ArtistOption, ShowOption, ZoneOption
from bot.ui.reply import in_time

if TYPE_CHECKING:
    from bot.client import Laurel

CHOICES: dict[str, list[Choice[Any]]] = {"what": WHAT, "before": BEFORE, "style": STYLES, "language": LANGUAGE}
WHICH = {"which": locale_str("option-announce-which")}
Channel = discord.TextChannel | None


class Announcements(commands.Cog):
    """The commands, and the pages that only show. What buttons and forms do is ui/announcements/deeds.py's."""

    announce = for_managers(app_commands.Group(name="announce", description=locale_str("command-announce")))

    def __init__(self, deeds: Deeds) -> None:
        self.deeds, self.screens = deeds, deeds.screens
        self.subscriptions, self.lookup = deeds.subscriptions, deeds.lookup
        self.preview_of, self.history_of = deeds.preview, deeds.history
        self.screens.add_live(ListQuery, self.draw_list)
        self.screens.add_live(PreviewQuery, self.draw_preview)
        self.screens.add_live(HistoryQuery, self.draw_history)

    @announce.command(description=locale_str("command-announce-add"))
    @app_commands.describe(**DESCRIBED)
    @app_commands.choices(**CHOICES)
    async def add(
        self,
        interaction: discord.Interaction,
        what: str | None = None,
        channel: Channel = None,
        artist: ArtistOption | None = None,
        show: ShowOption | None = None,
        before: int | None = None,
        time: str | None = None,
        zone: ZoneOption | None = None,
        role: discord.Role | None = None,
        silent: bool | None = None,
        language: str | None = None,
        style: str | None = None,
    ) -> None:
        guild_id = require(interaction)
        changes = changes_of(vars(interaction.namespace), self.lookup, self.deeds.zones)
        here = interaction.channel_id if isinstance(interaction.channel, discord.TextChannel) else None
        channel_id = changes.pop("channel_id", here)
        adding = self.subscriptions.add(guild_id, interaction.user.id, channel_id, **changes)
        added = await in_time(interaction, adding)
        await self.screens.open(interaction, PanelQuery(added.id))

    @announce.command(description=locale_str("command-announce-edit"))
    @app_commands.describe(**WHICH, **DESCRIBED)
    @app_commands.choices(**CHOICES)
    async def edit(
        self,
        interaction: discord.Interaction,
        which: str | None = None,
        what: str | None = None,
        channel: Channel = None,
        artist: ArtistOption | None = None,
        show: ShowOption | None = None,
        before: int | None = None,
        time: str | None = None,
        zone: ZoneOption | None = None,
        role: discord.Role | None = None,
        silent: bool | None = None,
        language: str | None = None,
        style: str | None = None,
    ) -> None:
        changes = changes_of(vars(interaction.namespace), self.lookup, self.deeds.zones)
        one = await self.deeds.meant(interaction, which)
        if changes:
            changing = self.subscriptions.change(one.guild_id, interaction.user.id, one.id, **changes)
            await in_time(interaction, changing)
        await self.screens.open(interaction, PanelQuery(one.id))

    @announce.command(description=locale_str("command-announce-remove"))
    @app_commands.describe(**WHICH)
    async def remove(self, interaction: discord.Interaction, which: str | None = None) -> None:
        one = await self.deeds.meant(interaction, which)
        await self.screens.open(interaction, PanelQuery(one.id, REMOVE))

    @announce.command(name="list", description=locale_str("command-announce-list"))
    async def show_list(self, interaction: discord.Interaction) -> None:
        await self.screens.open(interaction, ListQuery())

    @announce.command(description=locale_str("command-announce-preview"))
    @app_commands.describe(**WHICH, days=locale_str("option-announce-days"))
    async def preview(
        self, interaction: discord.Interaction, which: str | None = None, days: Range[int, 1, FARTHEST] = 7
    ) -> None:
        number = 0 if which is None else (await self.deeds.meant(interaction, which)).id
        await self.screens.open(interaction, PreviewQuery(number, days))

    @announce.command(description=locale_str("command-announce-test"))
    @app_commands.describe(**WHICH)
    async def test(self, interaction: discord.Interaction, which: str | None = None) -> None:
        one = await self.deeds.meant(interaction, which)
        await self.screens.perform(interaction, SampleDeed(one.id))

    @announce.command(description=locale_str("command-announce-skip"))
    @app_commands.describe(**WHICH)
    async def skip(self, interaction: discord.Interaction, which: str | None = None) -> None:
        one = await self.deeds.meant(interaction, which)
        await self.screens.perform(interaction, SkipDeed(one.id))

    @announce.command(description=locale_str("command-announce-resend"))
    @app_commands.describe(post=locale_str("option-announce-post"))
    async def resend(self, interaction: discord.Interaction, post: str) -> None:
        number = int(post) if post.isascii() and post.isdigit() and len(post) < 19 else 0
        await self.screens.perform(interaction, ResendDeed(delivery=number))

    @announce.command(description=locale_str("command-announce-pause"))
    @app_commands.describe(**WHICH)
    async def pause(self, interaction: discord.Interaction, which: str | None = None) -> None:
        one = await self.deeds.meant(interaction, which)
        await self.screens.perform(interaction, StateDeed(one.id, "pause"))

    @announce.command(description=locale_str("command-announce-resume"))
    @app_commands.describe(**WHICH)
    async def resume(self, interaction: discord.Interaction, which: str | None = None) -> None:
        one = await self.deeds.meant(interaction, which)
        await self.screens.perform(interaction, StateDeed(one.id, "resume"))

    @announce.command(description=locale_str("command-announce-history"))
    @app_commands.describe(**WHICH)
    async def history(self, interaction: discord.Interaction, which: str | None = None) -> None:
        number = 0 if which is None else (await self.deeds.meant(interaction, which)).id
        await self.screens.open(interaction, HistoryQuery(number))

    @edit.autocomplete("which")
    @remove.autocomplete("which")
    @preview.autocomplete("which")
    @test.autocomplete("which")
    @skip.autocomplete("which")
    @pause.autocomplete("which")
    @resume.autocomplete("which")
    @history.autocomplete("which")
    async def complete_which(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        return await self.deeds.suggest(interaction, current)

    @resend.autocomplete("post")
    async def complete_post(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        return await self.deeds.suggest_posts(interaction, current)

    async def draw_list(self, query: ListQuery, interaction: discord.Interaction[Any], words: Words) -> FrozenLayout:
        those = await self.subscriptions.of_guild(require(interaction))
        return list_page(those, query, self.lookup, self.deeds.mention, words)

    async def draw_preview(
        self, query: PreviewQuery, interaction: discord.Interaction[Any], words: Words
    ) -> FrozenLayout:
        guild_id = require(interaction)
        if query.number:
            those = [await self.subscriptions.find(guild_id, query.number)]
        else:
            those = await self.subscriptions.of_guild(guild_id)
        pressed = interaction.type is discord.InteractionType.component
        found = await in_time(interaction, self.preview_of.coming(those, query.days), update=pressed)
        return await preview_page(found, query, self.deeds.press, self.lookup, words)

    async def draw_history(
        self, query: HistoryQuery, interaction: discord.Interaction[Any], words: Words
    ) -> FrozenLayout:
        guild_id = require(interaction)
        one = await self.subscriptions.find(guild_id, query.number) if query.number else None
        chapter = await self.history_of.page(guild_id, query.page, query.number)
        return history_page(chapter, query, one, self.lookup, words)


async def setup(bot: "Laurel") -> None:
    rooms = (bot.services, bot.press, bot.messenger, bot.screens, bot.forms)
    await bot.add_cog(Announcements(Deeds(*rooms, bot.tree.mention)))
