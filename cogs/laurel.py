"""`/help` and `/about`: what Laurel does, and how it is."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str
from discord.ext import commands

from bot import __version__
from bot.text import Words
from bot.ui.about import TOPICS, Condition, about_page, help_page
from bot.ui.commands import look_up
from bot.ui.layouts import FrozenLayout
from bot.ui.queries import HelpQuery
from bot.ui.reader import words_for
from bot.ui.reply import answer

if TYPE_CHECKING:
    from bot.client import Laurel

TOPIC_CHOICES = [Choice(name=locale_str(f"topic-{topic.id}"), value=topic.id) for topic in TOPICS]


class About(commands.Cog):
    """`/help` and `/about`. Both answer privately: they are for the reader, not for the channel."""

    def __init__(self, bot: "Laurel") -> None:
        self.bot = bot
        self.started_at = int(bot.services.clock.now().timestamp())
        bot.screens.add(HelpQuery, self.draw_help)

    @look_up
    @app_commands.command(description=locale_str("command-help"))
    @app_commands.describe(topic=locale_str("option-topic"))
    @app_commands.choices(topic=TOPIC_CHOICES)
    async def help(self, interaction: discord.Interaction, topic: str | None = None) -> None:
        await self.bot.screens.open(interaction, HelpQuery(topic))

    @look_up
    @app_commands.command(description=locale_str("command-about"))
    async def about(self, interaction: discord.Interaction) -> None:
        services = self.bot.services
        words = await words_for(interaction)
        page = about_page(self._condition(), services.lookup.holdings(), services.catalogue, words)
        await answer(interaction, page)

    def draw_help(self, query: HelpQuery, words: Words) -> FrozenLayout:
        return help_page(query, self.bot.tree.mention, words)

    def _condition(self) -> Condition:
        latency = self.bot.latency
        return Condition(
            version=__version__,
            started_at=self.started_at,
            latency_ms=round(latency * 1000) if latency == latency else None,  # NaN before the first heartbeat
            shards=self.bot.shard_count or 1,
            servers=len(self.bot.guilds),
            application_id=self.bot.application_id,
        )


async def setup(bot: "Laurel") -> None:
    await bot.add_cog(About(bot))
