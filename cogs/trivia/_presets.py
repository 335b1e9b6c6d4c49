"""`/trivia preset save`, `list`, `delete`: a server's named options of a game."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str
from discord.ext import commands

from bot.errors import NoServerHere
from bot.services.lookup import Lookup
from bot.services.trivia.presets import LONGEST_NAME, Presets
from bot.trivia.questions import Difficulty
from bot.trivia.rounds import FEWEST_ROUNDS, LONGEST, MOST_ROUNDS, SHORTEST, GameOptions, Mode
from bot.ui.boards.presets import PresetOption, preset_line, presets_page
from bot.ui.commands import require, server_here
from bot.ui.layouts import draw
from bot.ui.markdown import plain
from bot.ui.reader import words_for
from bot.ui.reply import answer, in_time
from bot.ui.trivia.topics import TopicOption, topic_of

if TYPE_CHECKING:
    Name = str
    Rounds = int
    Seconds = int
else:
    Name = app_commands.Range[str, 1, LONGEST_NAME]
    Rounds = app_commands.Range[int, FEWEST_ROUNDS, MOST_ROUNDS]
    Seconds = app_commands.Range[int, SHORTEST, LONGEST]

MODES = [Choice(name=locale_str(f"choice-mode-{mode}"), value=mode.value) for mode in Mode]
DIFFICULTIES = [Choice(name=locale_str(f"choice-difficulty-{one}"), value=one.value) for one in Difficulty]
DEFAULTS = GameOptions()
Asking = discord.Interaction[Any]


class PresetCommands(commands.Cog):
    """A part of the group `/trivia`: everybody may read a server's presets, who manages it changes them."""

    presets: Presets
    lookup: Lookup

    preset = app_commands.Group(name="preset", description=locale_str("command-trivia-preset"))

    @preset.command(description=locale_str("command-trivia-preset-save"))
    @app_commands.describe(
        name=locale_str("option-preset-name"),
        topic=locale_str("option-trivia-topic"),
        rounds=locale_str("option-rounds"),
        seconds=locale_str("option-seconds"),
        mode=locale_str("option-mode"),
        difficulty=locale_str("option-difficulty"),
    )
    @app_commands.choices(mode=MODES, difficulty=DIFFICULTIES)
    async def save(
        self,
        interaction: Asking,
        name: Name,
        topic: TopicOption | None = None,
        rounds: Rounds = DEFAULTS.rounds,
        seconds: Seconds = DEFAULTS.seconds,
        mode: str = Mode.CHOICE,
        difficulty: str | None = None,
    ) -> None:
        guild_id, hard = require(interaction), None if difficulty is None else Difficulty(difficulty)
        options = GameOptions(topic_of(topic, self.lookup), rounds, seconds, Mode(mode), hard)
        work = self.presets.save(guild_id, interaction.user.id, name, options)
        preset, replaced = await in_time(interaction, work)
        words = await words_for(interaction)
        line = preset_line(preset, self.lookup, words)
        await answer(interaction, draw(f"{words('preset-replaced' if replaced else 'preset-saved')}\n{line}"))

    @preset.command(name="list", description=locale_str("command-trivia-preset-list"))
    async def show(self, interaction: Asking) -> None:
        guild_id = server_here(interaction)
        if guild_id is None:
            raise NoServerHere
        found = await in_time(interaction, self.presets.all(guild_id))
        await answer(interaction, presets_page(found, self.lookup, await words_for(interaction)))

    @preset.command(description=locale_str("command-trivia-preset-delete"))
    @app_commands.describe(name=locale_str("option-preset"))
    async def delete(self, interaction: Asking, name: PresetOption) -> None:
        guild_id = require(interaction)
        gone = await in_time(interaction, self.presets.delete(guild_id, interaction.user.id, name))
        await answer(interaction, draw((await words_for(interaction))("preset-gone", name=plain(gone))))
