"""Keeps when Laurel left servers of which it keeps anything. When that is erased is services/caretaker.py's."""

from collections.abc import AsyncIterator, Iterable

import msgspec
import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.guilds import GuildSettings
from bot.storage.ownership import SERVERS
from bot.storage.schema import guild

PAGE = 500  # servers that are read or written at a time: the loop waits for a few milliseconds only
THEIRS = tuple(rule.column for rule in SERVERS if rule.blank is None)  # of the tables that go with a server


class Departures:
    """All servers of which anything is kept. One that decided nothing gets a row when it is left."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> AsyncIterator[tuple[int, int | None]]:
        """Every such server with the moment (UTC seconds) at which Laurel left, None where it is."""
        last = -1
        while True:
            found: set[int] = set()
            async with self._database.read() as connection:
                for column in THEIRS:  # one after another: a union of so many takes the loop's time to compile
                    found.update(await connection.scalars(_next(column, last)))
                page = sorted(found)[:PAGE]
                left = sa.select(guild.c.guild_id, guild.c.left_at).where(guild.c.guild_id.in_(page))
                moments = {row.guild_id: row.left_at for row in await connection.execute(left)}
            for guild_id in page:
                yield guild_id, moments.get(guild_id)
            if len(page) < PAGE:
                return
            last = page[-1]

    async def leave(self, guild_ids: Iterable[int], at: int) -> None:
        """Keeps that Laurel left at `at`; those that it had left before, and of which nothing is kept, stay so."""
        for some in _pages(guild_ids):
            async with self._database.write() as connection:
                known = sa.union(*(sa.select(column.label("guild_id")).where(column.in_(some)) for column in THEIRS))
                theirs = set(await connection.scalars(known))
                rows = set(await connection.scalars(sa.select(guild.c.guild_id).where(guild.c.guild_id.in_(some))))
                undecided = msgspec.to_builtins(GuildSettings()) | {"version": 0, "updated_at": at}
                if theirs - rows:
                    new = [{"guild_id": guild_id, **undecided} for guild_id in theirs - rows]
                    await connection.execute(sa.insert(guild), new)
                left = sa.update(guild).where(guild.c.guild_id.in_(some), guild.c.left_at.is_(None))
                await connection.execute(left.values(left_at=at))

    async def come_back(self, guild_ids: Iterable[int]) -> None:
        """Forgets that Laurel had left."""
        for some in _pages(guild_ids):
            query = sa.update(guild).where(guild.c.guild_id.in_(some), guild.c.left_at.is_not(None))
            async with self._database.write() as connection:
                await connection.execute(query.values(left_at=None))


def _next(column: sa.Column[int], last: int) -> sa.Select[int]:
    """The page of servers after `last` in one table, however many rows each has there."""
    return sa.select(column).where(column > last).distinct().order_by(column).limit(PAGE)


def _pages(guild_ids: Iterable[int]) -> Iterable[list[int]]:
    listed = list(guild_ids)
    return (listed[start : start + PAGE] for start in range(0, len(listed), PAGE))
