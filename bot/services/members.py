"""What members decided for themselves, in every server alike. Read from memory, for a minute."""

import asyncio
from typing import Any

from cachetools import TTLCache

from bot.clock import Clock
from bot.storage.people import MemberSettings, PeopleBook
from bot.text import LOCALES

__all__ = ["MemberSettings", "Members"]

REMEMBERED = 20_000
SECONDS = 60  # another process of this bot may have changed them
DECIDERS = 10_000  # as long as fewer decided anything, their ids are remembered, and nobody else costs a read
UNDECIDED = MemberSettings()


class Members:
    """Use cases of members' own settings."""

    def __init__(self, book: PeopleBook, clock: Clock) -> None:
        self._book = book
        self._clock = clock
        self._remembered: TTLCache[int, MemberSettings] = TTLCache(REMEMBERED, SECONDS, self._now)
        self._forgotten = 0  # how often `forget` was called
        self._deciders: frozenset[int] | None = None  # None: too many
        self._deciders_until = 0
        self._looking = asyncio.Lock()
        self._changed: set[int] = set()  # since the last look at who decided anything

    async def of(self, user_id: int) -> MemberSettings:
        """A member's settings. Raises StorageTrouble."""
        known = self._remembered.get(user_id)
        if known is None:
            if not await self._decided(user_id):
                return UNDECIDED
            times = self._forgotten
            found = await self._book.find(user_id)
            if times != self._forgotten:
                return found  # it may be gone by now: the next reader looks again
            known = self._remembered.setdefault(user_id, found)
        return known

    async def change(self, user_id: int, **changes: Any) -> MemberSettings:
        """Keeps some settings for good before it returns.

        Raises ValueError for a language that we do not speak. Zones must be names that Zones knows.
        """
        if changes.get("language") not in (None, *LOCALES):
            raise ValueError(f"nobody here speaks {changes['language']!r}")
        kept = await self._book.change(user_id, changes, self._now())
        self._changed.add(user_id)
        self._remembered[user_id] = kept
        return kept

    def forget(self, user_id: int) -> None:
        """Takes a member out of memory: what is stored has changed by another way."""
        self._forgotten += 1
        self._remembered.pop(user_id, None)

    async def _decided(self, user_id: int) -> bool:
        """Whether the member may have decided anything: most never do, and none of them is worth a read."""
        if self._now() >= self._deciders_until:
            async with self._looking:
                if self._now() >= self._deciders_until:
                    self._changed.clear()
                    until = self._now() + SECONDS
                    self._deciders = await self._book.deciders(DECIDERS)
                    self._deciders_until = until
        return self._deciders is None or user_id in self._deciders or user_id in self._changed

    def _now(self) -> int:
        return int(self._clock.now().timestamp())
