"""Draws a server's presets, and completes their names."""

from typing import TYPE_CHECKING, Any, Protocol, cast

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.services.lookup import Lookup
from bot.services.trivia.presets import MOST, Preset, Presets
from bot.text import Words
from bot.ui.layouts import FrozenLayout, clip, draw
from bot.ui.markdown import plain
from bot.ui.options import CHOICES
from bot.ui.trivia.topics import topic_name

LONGEST_LIST = 3_400


class _Services(Protocol):
    @property
    def presets(self) -> Presets: ...


class _HasServices(Protocol):
    @property
    def services(self) -> _Services: ...


class _Preset(app_commands.Transformer):
    async def transform(self, interaction: discord.Interaction[Any], value: str, /) -> str:
        return value

    async def autocomplete(  # type: ignore[override]
        self, interaction: discord.Interaction[Any], value: str, /
    ) -> list[Choice[str]]:
        if interaction.guild_id is None:
            return []
        presets = cast(_HasServices, interaction.client).services.presets
        return [Choice(name=name, value=name) for name in await presets.suggest(interaction.guild_id, value)][:CHOICES]


def presets_page(presets: list[Preset], lookup: Lookup, words: Words) -> FrozenLayout:
    """All of a server's presets."""
    header = f"## {words('presets-title')}\n{words('presets-intro', most=MOST)}"
    lines = "\n".join(f"- {preset_line(preset, lookup, words)}" for preset in presets)
    return draw(header, [clip(lines, LONGEST_LIST) if lines else words("presets-none")])


def preset_line(preset: Preset, lookup: Lookup, words: Words) -> str:
    """`**Comeback night**: BTS · 10 questions · 20 seconds · choice · hard`."""
    options = preset.options
    parts = [
        topic_name(options.topic, lookup, words),
        words("preset-rounds", rounds=options.rounds),
        words("preset-seconds", seconds=options.seconds),
        words(f"choice-mode-{options.mode.value}"),
    ]
    if options.difficulty is not None:
        parts.append(words(f"choice-difficulty-{options.difficulty.value}"))
    return f"**{plain(preset.name)}**: {' · '.join(parts)}"


if TYPE_CHECKING:
    PresetOption = str
else:
    PresetOption = app_commands.Transform[str, _Preset]
