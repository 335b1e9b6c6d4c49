"""Knows which servers Laurel has left, and has what it kept of them erased 30 days later. Knows no Discord."""

import datetime
import logging
from collections.abc import Callable
from typing import Protocol

import msgspec

from bot.clock import Clock
from bot.errors import StorageTrouble
from bot.storage.departures import Departures

log = logging.getLogger(__name__)
KEPT_FOR = datetime.timedelta(days=30)


class Eraser(Protocol):
    """Erases what is kept of a server."""

    async def erase(self, whose: int, /) -> object:
        """For good, and again without harm. Raises StorageTrouble."""
        ...


class Attendance(msgspec.Struct, frozen=True):
    """The servers that this process is in, those that are unavailable too, and which shards it runs of how many."""

    present: frozenset[int]
    shard_ids: frozenset[int]
    shard_count: int

    def covers(self, guild_id: int) -> bool:
        """Whether the server would be in `present` if Laurel were in it: Discord's own rule of sharding."""
        return (guild_id >> 22) % self.shard_count in self.shard_ids


class Caretaker:
    """Use cases of leaving and coming back."""

    def __init__(self, departures: Departures, servers: Eraser, clock: Clock) -> None:
        self._departures = departures
        self._servers = servers
        self._clock = clock

    async def left(self, guild_id: int) -> None:
        """Laurel is no longer in the server. Without the database, `look_after` finds out."""
        try:
            await self._departures.leave((guild_id,), self._now())
        except StorageTrouble as trouble:
            log.warning("that Laurel left server %d is not kept yet: %s", guild_id, trouble)

    async def returned(self, guild_id: int) -> None:
        """Laurel is in the server, perhaps again: what is kept of it stays. Without the database as above."""
        try:
            await self._departures.come_back((guild_id,))
        except StorageTrouble as trouble:
            log.warning("that Laurel is in server %d again is not kept yet: %s", guild_id, trouble)

    async def look_after(self, attendance: Callable[[], Attendance]) -> int:
        """Notices who was left or returned to while nobody looked, then erases those left 30 days ago; how many.

        Only of this process's shards, and never a server that Laurel is in. Raises StorageTrouble.
        """
        now, roll = self._now(), attendance()
        gone, back, due = [], [], []
        async for guild_id, left_at in self._departures.all():
            if not roll.covers(guild_id):
                continue
            if guild_id in roll.present:
                if left_at is not None:
                    back.append(guild_id)
            elif left_at is None:
                gone.append(guild_id)
            elif now - left_at >= KEPT_FOR.total_seconds():
                due.append(guild_id)
        if gone:
            log.info("servers that Laurel is not in any more: %d; what it keeps of them goes in 30 days", len(gone))
        await self._departures.leave(gone, now)
        await self._departures.come_back(back)
        return len([guild_id for guild_id in due if await self._erase(guild_id, attendance)])

    async def _erase(self, guild_id: int, attendance: Callable[[], Attendance]) -> bool:
        if guild_id in attendance().present:  # it came back while others were erased
            return False
        try:
            await self._servers.erase(guild_id)
        except StorageTrouble:
            raise
        except Exception:  # one that cannot be erased keeps nobody else's data here
            log.exception("what is kept of server %d could not be erased", guild_id)
            return False
        return True

    def _now(self) -> int:
        return int(self._clock.now().timestamp())
