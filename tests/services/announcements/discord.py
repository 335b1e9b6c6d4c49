"""A Discord that counts: it keeps every message, knows nonces for three minutes, and fails when told to.

Also a process that may die at any of its awaits of storage or Discord: from then on nothing of it works any more.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from bot.errors import SendFault
from bot.storage.database import Database
from bot.storage.outbox import Claim, Row
from bot.storage.subscriptions import SubscriptionBook

NONCE_KNOWN = 180
Why = SendFault.Why


class Death(BaseException):
    """kill -9: what runs afterwards cannot touch anything."""


@dataclass
class Message:
    id: int
    channel_id: int
    nonce: str
    delivery_id: int
    at: float  # Discord's own time
    by_clock: int  # the sender's, when the try began
    late: bool


@dataclass
class Discord:
    """The one that all processes talk to. `time` is its own, which no jump of ours moves."""

    time: float = 0.0
    messages: list[Message] = field(default_factory=list)
    faults: deque[str] = field(default_factory=deque)  # of the next posts: lost, 500, 429
    closed: dict[int, str] = field(default_factory=dict)  # channels that are forbidden or gone
    unreadable: set[int] = field(default_factory=set)
    away: set[int] = field(default_factory=set)  # guilds
    requests: int = 0

    def post(self, channel_id: int, nonce: str, delivery_id: int, by_clock: int, late: bool) -> int:
        self.requests += 1
        if why := self.closed.get(channel_id):
            raise SendFault(Why(why), why)
        fault = self.faults.popleft() if self.faults else ""
        if fault == "500":
            raise SendFault(Why.UNREACHABLE, "500")
        if fault == "429":
            raise SendFault(Why.BUSY, "429", 2.0)
        known = next((m for m in self.messages if m.nonce == nonce and self.time - m.at <= NONCE_KNOWN), None)
        if known is None:
            known = Message(len(self.messages) + 1, channel_id, nonce, delivery_id, self.time, by_clock, late)
            self.messages.append(known)
        if fault == "lost":
            raise SendFault(Why.UNREACHABLE, "no answer")
        return known.id


@dataclass
class Life:
    """When a process dies, or is stopped: at the so many-th await of storage or Discord from now."""

    left: int | None = None
    gently: bool = False
    dead: bool = False
    task: asyncio.Task[Any] | None = None

    async def point(self) -> None:
        await asyncio.sleep(0)
        if self.dead:
            raise Death
        if self.left is not None:
            self.left -= 1
            if self.left <= 0:
                self.left = None
                if self.gently:
                    assert self.task is not None
                    self.task.cancel()
                    await asyncio.sleep(0)
                else:
                    self.dead = True
                    raise Death


class MortalDatabase(Database):
    """A database that a process loses when it dies: before a statement, before a commit, after it."""

    def __init__(self, url: str, life: Life) -> None:
        super().__init__(url)
        self.life = life

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Any]:
        await self.life.point()
        async with super().read() as connection:
            yield connection
        await self.life.point()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Any]:
        await self.life.point()
        async with super().write() as connection:
            yield connection
            await self.life.point()
        await self.life.point()


class CountingCourier:
    """A courier to that Discord."""

    def __init__(self, discord: Discord, life: Life, book: SubscriptionBook, now: Callable[[], int]) -> None:
        self.discord, self.life, self.book, self.now = discord, life, book, now

    def here(self, row: Row) -> bool:
        return row["guild_id"] not in self.discord.away

    def place(self, row: Row) -> int:
        return int(row["channel_id"])

    def may_look(self, claim: Claim) -> bool:
        return claim.row["channel_id"] not in self.discord.unreadable

    async def post(self, claim: Claim, *, late: bool) -> int:
        channel, begun_at = claim.row["channel_id"], self.now()
        await self.life.point()
        found = self.discord.post(channel, f"{channel}-{claim.id}", claim.id, begun_at, late)
        await self.life.point()
        return found

    async def find(self, claim: Claim) -> int | None:
        await self.life.point()
        self.discord.requests += 1
        channel = claim.row["channel_id"]
        if channel in self.discord.unreadable:
            raise LookupError
        if why := self.discord.closed.get(channel):
            raise SendFault(Why(why), why)
        return next((m.id for m in self.discord.messages if m.delivery_id == claim.id), None)

    async def refused(self, claim: Claim, why: str) -> None:
        await self.book.disable(claim.row["subscription_id"], why, at=self.now())
