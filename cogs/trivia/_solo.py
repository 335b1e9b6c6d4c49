"""`/trivia solo`: practice by oneself, in servers, in DMs and wherever a member brought Laurel. Nothing is kept."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.services.lookup import Lookup
from bot.services.trivia.questions import Questions
from bot.text import Words
from bot.trivia.questions import Question
from bot.ui.boards.solo import SoloQuery, solo_page, solo_query
from bot.ui.commands import server_here
from bot.ui.layouts import FrozenLayout
from bot.ui.reply import in_time
from bot.ui.screens import Screens
from bot.ui.trivia.topics import TopicOption, topic_of

Asking = discord.Interaction[Any]


class SoloCommands(commands.Cog):
    """A part of the group `/trivia`: no points, so that nobody can farm any."""

    questions: Questions
    lookup: Lookup
    screens: Screens

    def add_solo_screens(self) -> None:
        self.screens.add_live(SoloQuery, self.draw_solo)

    @app_commands.command(description=locale_str("command-trivia-solo"))
    @app_commands.describe(topic=locale_str("option-trivia-topic"))
    async def solo(self, interaction: Asking, topic: TopicOption | None = None) -> None:
        query = solo_query(f"{interaction.id & 0xFFFFFFFF:x}", topic_of(topic, self.lookup))
        await in_time(interaction, self._dealt(query, 0, interaction))
        await self.screens.open(interaction, query)

    async def draw_solo(self, query: SoloQuery, interaction: Asking, words: Words) -> FrozenLayout:
        before = await self._dealt(query, query.turn - 1, interaction) if query.turn > 0 else None
        question = await self._dealt(query, max(query.turn, 0), interaction)
        return solo_page(query, before, question, self.lookup, words)

    async def _dealt(self, query: SoloQuery, turn: int, interaction: Asking) -> Question:
        return await self.questions.deal(f"solo/{query.seed}", turn, query.topic, guild_id=server_here(interaction))
