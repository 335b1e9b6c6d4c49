"""What a server decided: read from memory after its first use, changed with a trace. Knows nothing of permissions."""

from collections.abc import Mapping
from typing import Any

import msgspec
from cachetools import LRUCache

from bot.clock import Clock
from bot.services.coming import ComingKind
from bot.storage.guilds import Change, GuildBook, GuildSettings, Kept
from bot.text import LOCALES

__all__ = ["Card", "Change", "GuildSettings", "Guilds", "Kept"]

SHOWN_CHANGES = 10
REMEMBERED = 20_000  # servers, of some 600 bytes each
CHOICES: Mapping[str, frozenset[Any]] = {
    "language": frozenset((None, *LOCALES)),
    "visibility": frozenset(("public", "private")),
    "spoiler_hours": frozenset(range(169)),
    "hour": frozenset(range(24)),
    "games": frozenset(("everyone", "hosts", "nobody")),
}


class Card(msgspec.Struct, frozen=True):
    """A server's settings with the latest changes, newest first; `meanwhile` are those that others made.

    `version` is the id of the last change of any kind, 0 before the first.
    """

    settings: GuildSettings
    version: int
    latest: tuple[Change, ...]
    meanwhile: tuple[Change, ...]


class Guilds:
    """Use cases of servers' settings."""

    def __init__(self, book: GuildBook, clock: Clock) -> None:
        self._book = book
        self._clock = clock
        self._remembered: LRUCache[int, Kept] = LRUCache(REMEMBERED)
        self._forgotten = 0  # how often `forget` was called

    async def of(self, guild_id: int | None) -> GuildSettings:
        """A server's settings; outside servers those of one that decided nothing. Raises StorageTrouble."""
        return (await self.kept(guild_id)).settings

    async def kept(self, guild_id: int | None) -> Kept:
        """The same with the number of changes that led to them."""
        if guild_id is None:
            return Kept(GuildSettings(), 0)
        known = self._remembered.get(guild_id)
        if known is None:
            times = self._forgotten
            found = await self._book.find(guild_id)
            if times != self._forgotten:
                return found  # it may be gone by now: the next reader looks again
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
        if "game_channels" in changes:
            changes["game_channels"] = tuple(dict.fromkeys(changes["game_channels"]))
        try:
            kept = await self._book.change(guild_id, user_id, changes, self._now())
        except BaseException:  # who loses the database at the very end cannot know whether it was kept
            self.forget(guild_id)
            raise
        self._remembered[guild_id] = kept
        return kept

    async def card(self, guild_id: int, *, reader: int, since: int = -1) -> Card:
        """A server's settings as `reader` finds them, who saw those of version `since` before (-1: none)."""
        kept = await self.kept(guild_id)
        latest = await self.changes(guild_id, most=SHOWN_CHANGES)
        meanwhile = [] if since < 0 else [c for c in latest if c.id > since and c.user_id != reader]
        return Card(kept.settings, latest[0].id if latest else 0, tuple(latest), tuple(meanwhile))

    async def note(self, guild_id: int, user_id: int, what: str, before: Any = None, after: Any = None) -> None:
        """Keeps that somebody who manages the server did `what`, which is no setting."""
        await self._book.note(guild_id, user_id, what, before, after, self._now())

    async def changes(self, guild_id: int, *, most: int = SHOWN_CHANGES) -> list[Change]:
        """The latest changes, newest first."""
        return await self._book.changes(guild_id, most=most)

    def forget(self, guild_id: int) -> None:
        """Takes a server out of memory: what is stored has changed by another way."""
        self._forgotten += 1
        self._remembered.pop(guild_id, None)

    def _now(self) -> int:
        return int(self._clock.now().timestamp())
