"""Presets: a server's named options of a game, at most 25. Knows no Discord; who may change them, the cog asks."""

import unicodedata

import msgspec

from bot.clock import Clock
from bot.errors import Refused
from bot.services.letters import says_something, tidied
from bot.storage.presets import Kept, PresetBook
from bot.trivia.rounds import GameOptions, Rules

MOST = 25
LONGEST_NAME = 32


class Preset(msgspec.Struct, frozen=True):
    """Options of a game under the name that was typed."""

    name: str
    options: GameOptions


class Presets:
    """Use cases of presets."""

    def __init__(self, book: PresetBook, clock: Clock) -> None:
        self._book = book
        self._clock = clock

    async def all(self, guild_id: int) -> list[Preset]:
        """A server's, by name."""
        return [found for kept in await self._book.all(guild_id) if (found := _read(kept)) is not None]

    async def find(self, guild_id: int, name: str) -> Preset:
        """The one of that name, in whatever case it is typed. Raises Refused("preset-unknown")."""
        kept = await self._book.find(guild_id, _called(tidied(name, LONGEST_NAME)))
        found = None if kept is None else _read(kept)
        if found is None:
            raise Refused("preset-unknown", name=name)
        return found

    async def suggest(self, guild_id: int, text: str) -> list[str]:
        """The names that contain what was typed so far."""
        wanted = _called(tidied(text, LONGEST_NAME))
        return [one.name for one in await self.all(guild_id) if wanted in _called(one.name)]

    async def save(self, guild_id: int, user_id: int, name: str, options: GameOptions) -> tuple[Preset, bool]:
        """Keeps options under a name, and says whether they took the place of others. What the server decided about
        all of its games (`rules`) and today's teams are no part of a preset.

        Raises Refused: a name that says nothing, or one preset too many.
        """
        if not says_something(name):
            raise Refused("preset-nameless")
        preset = Preset(tidied(name, LONGEST_NAME), msgspec.structs.replace(options, rules=Rules(), teams=()))
        kept = Kept(preset.name, msgspec.to_builtins(preset.options))
        at = int(self._clock.now().timestamp())
        is_kept, replaced = await self._book.save(guild_id, user_id, _called(preset.name), kept, most=MOST, at=at)
        if not is_kept:
            raise Refused("preset-too-many", most=MOST)
        return preset, replaced

    async def delete(self, guild_id: int, user_id: int, name: str) -> str:
        """Takes one away and returns its name. Raises Refused("preset-unknown")."""
        called = _called(tidied(name, LONGEST_NAME))
        gone = await self._book.delete(guild_id, user_id, called, int(self._clock.now().timestamp()))
        if gone is None:
            raise Refused("preset-unknown", name=name)
        return gone


def _called(name: str) -> str:
    """A name as it is compared. A letter may become several: the column has room for that."""
    return unicodedata.normalize("NFKC", name).casefold()[: 2 * LONGEST_NAME]


def _read(kept: Kept) -> Preset | None:
    """None for options that this version does not know."""
    try:
        return Preset(kept.name, msgspec.convert(kept.options, GameOptions))
    except msgspec.ValidationError:
        return None
