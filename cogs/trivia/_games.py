"""`/trivia start`, `stop`, `skip`, and `/guess`."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str
from discord.ext import commands

from bot.errors import UserError
from bot.services.lookup import Lookup
from bot.services.trivia.games import Games
from bot.services.trivia.presets import Presets
from bot.trivia.questions import Difficulty
from bot.trivia.rounds import FEWEST_ROUNDS, LONGEST, MOST_ROUNDS, SHORTEST, Mode
from bot.ui.commands import look_up, server_here
from bot.ui.layouts import draw
from bot.ui.options import CHOICES
from bot.ui.reader import services_of, words_for
from bot.ui.reply import answer, in_time
from bot.ui.screens import Screens
from bot.ui.trivia.actors import actor_of, place_for_games
from bot.ui.trivia.answers import Answers
from bot.ui.trivia.beginning import Wanted, options_of
from bot.ui.trivia.topics import TopicOption

if TYPE_CHECKING:
    Rounds = int
    Seconds = int
else:
    Rounds = app_commands.Range[int, FEWEST_ROUNDS, MOST_ROUNDS]
    Seconds = app_commands.Range[int, SHORTEST, LONGEST]

MODES = [Choice(name=locale_str(f"choice-mode-{mode}"), value=mode.value) for mode in Mode]
DIFFICULTIES = [Choice(name=locale_str(f"choice-difficulty-{one}"), value=one.value) for one in Difficulty]
Asking = discord.Interaction[Any]


class GameCommands(commands.Cog):
    """A part of the group `/trivia`: games for everybody in a channel."""

    games: Games
    lookup: Lookup
    presets: Presets
    screens: Screens

    @app_commands.command(description=locale_str("command-trivia-start"))
    @app_commands.describe(
        topic=locale_str("option-trivia-topic"),
        rounds=locale_str("option-rounds"),
        seconds=locale_str("option-seconds"),
        mode=locale_str("option-mode"),
        difficulty=locale_str("option-difficulty"),
        preset=locale_str("option-preset"),
        team_a=locale_str("option-team"),
        team_b=locale_str("option-team"),
    )
    @app_commands.choices(mode=MODES, difficulty=DIFFICULTIES)
    async def start(
        self,
        interaction: Asking,
        topic: TopicOption | None = None,
        rounds: Rounds | None = None,
        seconds: Seconds | None = None,
        mode: str | None = None,
        difficulty: str | None = None,
        preset: str | None = None,
        team_a: discord.Role | None = None,
        team_b: discord.Role | None = None,
    ) -> None:
        words = await words_for(interaction)
        guild_id, channel_id = place_for_games(interaction)
        wanted = Wanted(topic, rounds, seconds, mode, difficulty, (team_a, team_b))
        saved = None if preset is None else (await self.presets.find(guild_id, preset)).options
        options = options_of(wanted, self.lookup, await services_of(interaction).languages.of_guild(guild_id), saved)
        work = self.games.start(guild_id, channel_id, actor_of(interaction), options)
        table = await in_time(interaction, work)
        key = "trivia-lobby-opened" if table.options.has_lobby else "trivia-begins"
        await answer(interaction, draw(words(key)))

    @start.autocomplete("preset")
    async def complete_preset(self, interaction: Asking, current: str) -> list[Choice[str]]:
        guild_id = server_here(interaction)
        names = [] if guild_id is None else await self.presets.suggest(guild_id, current)
        return [Choice(name=name, value=name) for name in names[:CHOICES]]

    @app_commands.command(description=locale_str("command-trivia-stop"))
    async def stop(self, interaction: Asking) -> None:
        words = await words_for(interaction)
        await in_time(interaction, self.games.stop(interaction.channel_id or 0, actor_of(interaction)))
        await answer(interaction, draw(words("trivia-stopped")))

    @app_commands.command(description=locale_str("command-trivia-skip"))
    async def skip(self, interaction: Asking) -> None:
        words = await words_for(interaction)
        votes = await in_time(interaction, self.games.skip(interaction.channel_id or 0, actor_of(interaction)))
        key = "trivia-skipping" if votes.enough else "trivia-voted"
        await answer(interaction, draw(words(key, given=votes.given, needed=votes.needed)))


class Guess(commands.Cog):
    """`/guess`, and every button and form by which a question is answered."""

    def __init__(self, answers: Answers, screens: Screens) -> None:
        self.answers, self.screens = answers, screens

    @look_up
    @app_commands.command(description=locale_str("command-guess"))
    @app_commands.describe(answer=locale_str("option-answer"))
    async def guess(self, interaction: Asking, answer: str) -> None:
        try:
            await self.answers.guess(interaction, answer)
        except UserError as error:
            await self.screens.apologise(interaction, error)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Asking) -> None:
        await self.answers.press(interaction)
