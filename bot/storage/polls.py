"""Keeps polls; their votes are poll_votes.py's. What may be asked, and when a poll ends, is services/polls'."""

from collections.abc import Mapping
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import Refused
from bot.storage.database import Database
from bot.storage.schema.polls import poll

OPEN, COUNTED, TOLD = "open", "counted", "told"


class Answer(msgspec.Struct, frozen=True):
    """One answer. `key` tells a nominee by the catalogue's own values; `votes` are None until they are counted."""

    text: str
    key: str = ""
    withdrawn: bool = False
    votes: int | None = None


class KeptHeat(msgspec.Struct, frozen=True):
    """A bracket's meeting of two answers, as bot/ballots/bracket.py made it."""

    round: int
    number: int
    first: int
    second: int | None
    first_votes: int = 0
    second_votes: int = 0
    winner: int | None = None
    why: str | None = None

    @property
    def key(self) -> int:
        return self.round * 100 + self.number


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A poll that is to be opened; ids are Discord's, times UTC seconds."""

    guild_id: int
    channel_id: int
    user_id: int
    kind: str
    style: str
    results: str
    question: str
    answers: tuple[Answer, ...]
    heats: tuple[KeptHeat, ...] = ()
    seed: int = 0
    show: str | None = None
    category: str | None = None
    edition: str | None = None
    hours: int
    opened_at: int
    closes_at: int


class Poll(Draft, frozen=True, kw_only=True):
    """One that was opened."""

    id: int
    message_id: int | None = None
    round: int = 1
    posted: int = 0
    state: str = OPEN
    gone: bool = False

    @property
    def native(self) -> bool:
        return self.style == "native"

    @property
    def now(self) -> tuple[KeptHeat, ...]:
        """The heats of a bracket's present round."""
        return tuple(heat for heat in self.heats if heat.round == self.round)


class PollBook:
    """All polls."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open(self, draft: Draft, *, most: int) -> Poll:
        """Keeps a poll. Raises Refused (poll-too-many) where a server has `most` open ones."""
        values = msgspec.to_builtins(draft)
        values |= {"message_id": None, "round": 1, "posted": 0, "state": OPEN, "gone": False}
        open_ones = sa.select(sa.func.count()).select_from(poll)
        open_ones = open_ones.where(poll.c.guild_id == draft.guild_id, poll.c.state == OPEN)
        async with self._database.write() as connection:
            if (await connection.scalar(open_ones) or 0) >= most:
                raise Refused("poll-too-many", most=most)
            kept = await connection.scalar(sa.insert(poll).values(values).returning(poll.c.id))
        return poll_of(values | {"id": kept})

    async def find(self, poll_id: int) -> Poll | None:
        async with self._database.read() as connection:
            return await found_in(connection, poll_id)

    async def of_guild(self, guild_id: int, *, most: int, state: str | None = None) -> list[Poll]:
        """The latest of a server, newest first; those that are open before the others."""
        query = sa.select(poll).where(poll.c.guild_id == guild_id)
        if state is not None:
            query = query.where(poll.c.state == state)
        query = query.order_by(sa.case((poll.c.state == OPEN, 0), else_=1), poll.c.id.desc()).limit(most)
        async with self._database.read() as connection:
            return [poll_of(row) for row in (await connection.execute(query)).mappings()]

    async def unfinished(self) -> list[Poll]:
        """Every poll that is not told yet, of all servers; the one that ends next first."""
        query = sa.select(poll).where(poll.c.state != TOLD).order_by(poll.c.closes_at, poll.c.id)
        async with self._database.read() as connection:
            return [poll_of(row) for row in (await connection.execute(query)).mappings()]

    async def change(self, poll_id: int, **values: Any) -> None:
        """Sets columns as they are."""
        async with self._database.write() as connection:
            await connection.execute(sa.update(poll).where(poll.c.id == poll_id).values(values))

    async def end(self, poll_id: int, at: int) -> bool:
        """Has an open poll end at `at`, unless it ends earlier; says whether that changed anything."""
        query = sa.update(poll).where(poll.c.id == poll_id, poll.c.state == OPEN, poll.c.closes_at > at)
        async with self._database.write() as connection:
            return bool((await connection.execute(query.values(closes_at=at))).rowcount)

    async def discard(self, poll_id: int) -> None:
        """Takes back a poll that nobody ever saw."""
        async with self._database.write() as connection:
            await connection.execute(sa.delete(poll).where(poll.c.id == poll_id, poll.c.posted == 0))


async def found_in(
    connection: AsyncConnection, poll_id: int, *, lock: bool = False, sharing: bool = False
) -> Poll | None:
    """A poll as a transaction sees it; with `lock` nobody else changes it until that ends, `sharing` with others."""
    query = sa.select(poll).where(poll.c.id == poll_id)
    if lock:
        query = query.with_for_update(read=sharing)
    row = (await connection.execute(query)).mappings().first()
    return None if row is None else poll_of(row)


def poll_of(row: Mapping[Any, Any]) -> Poll:
    """A row of the table."""
    return msgspec.convert({name: row[name] for name in Poll.__struct_fields__}, Poll)
