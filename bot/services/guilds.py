"""What a server decided: read from memory after its first use, changed with a trace. Knows nothing of permissions."""

from collections.abc import Mapping
from typing import Any

from cachetools import LRUCache

from bot.clock import Clock
from bot.services.coming import ComingKind
from bot.storage.guilds import Change, GuildBook, GuildSettings, Kept
from bot.text import LOCALES

__all__ = ["Change", "GuildSettings", "Guilds", "Kept"]

REMEMBERED = 20_000  # servers, of some 600 bytes each
CHOICES: Mapping[str, frozenset[Any]] = {
    "language": frozenset((None, *LOCALES)),
    "visibility": frozenset(("public", "private")),
    "spoiler_hours": frozenset(range(169)),
    "hour": frozenset(range(24)),
    "games": frozenset(("everyone", "hosts", "nobody")),
}


class Guilds:
    """Use cases of servers' settings."""

    def __init__(self, book: GuildBook, clock: Clock) -> None:
        self._book = book
        self._clock = clock
        self._remembered: LRUCache[int, Kept] = LRUCache(REMEMBERED)

    async def of(self, guild_id: int | None) -> GuildSettings:
        """A server's settings; outside servers those of one that decided nothing. Raises StorageTrouble."""
        return (await self.kept(guild_id)).settings

    async def kept(self, guild_id: int | None) -> Kept:
        """The same with the number of changes that led to them."""
        if guild_id is None:
            return Kept(GuildSettings(), 0)
        known = self._remembered.get(guild_id)
        if known is None:
            found = await self._book.find(guild_id)
            known = self._remembered.setdefault(guild_id, found)  # a change may have come meanwhile: it is newer
        return known

    async def change(self, guild_id: int, user_id: int, **changes: Any) -> Kept:
        """Keeps some settings for good before it returns, and that `user_id` changed them.

        Raises ValueError for a value that no button offers, StorageTrouble when nothing could be kept. Zones must be
        names that Zones knows.
        """
        for name, value in changes.items():
            if name in CHOICES and value not in CHOICES[name]:
                raise ValueError(f"{name} cannot be {value!r}")
        if "kinds" in changes:
            changes["kinds"] = tuple(dict.fromkeys(ComingKind(kind).value for kind in changes["kinds"]))
        kept = await self._book.change(guild_id, user_id, changes, self._now())
        self._remembered[guild_id] = kept
        return kept

    async def note(self, guild_id: int, user_id: int, what: str, before: Any = None, after: Any = None) -> None:
        """Keeps that somebody who manages the server did `what`, which is no setting."""
        await self._book.note(guild_id, user_id, what, before, after, self._now())

    async def changes(self, guild_id: int, *, after_version: int = -1, most: int = 10) -> list[Change]:
        """The latest changes, newest first; only those that led beyond `after_version`."""
        return await self._book.changes(guild_id, after_version=after_version, most=most)

    def forget(self, guild_id: int) -> None:
        """Takes a server out of memory: what is stored has changed by another way."""
        self._remembered.pop(guild_id, None)

    def _now(self) -> int:
        return int(self._clock.now().timestamp())
