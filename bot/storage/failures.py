"""Keeps where a post could not be made, for a server's admins to see. What counts as one: services/failures.py."""

import msgspec
import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.schema import failure

LATEST = 20  # kept of each server


class Failure(msgspec.Struct, frozen=True):
    """A post that could not be made in a channel at `at` (UTC seconds). `why` is a word such as forbidden or gone."""

    channel_id: int
    at: int
    why: str


class FailureBook:
    """The latest failures of all servers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, guild_id: int, found: Failure) -> None:
        """Keeps one, and lets the oldest of the server go."""
        values = {"guild_id": guild_id, "channel_id": found.channel_id, "at": found.at, "why": found.why}
        newest = sa.select(failure.c.id).where(failure.c.guild_id == guild_id)
        newest = newest.order_by(failure.c.id.desc()).limit(LATEST)
        async with self._database.write() as connection:
            await connection.execute(sa.insert(failure).values(values))
            old = failure.c.id.not_in(newest.scalar_subquery())
            await connection.execute(sa.delete(failure).where(failure.c.guild_id == guild_id, old))

    async def latest(self, guild_id: int, most: int) -> list[Failure]:
        """Newest first."""
        query = sa.select(failure.c.channel_id, failure.c.at, failure.c.why).where(failure.c.guild_id == guild_id)
        async with self._database.read() as connection:
            return [Failure(*row) for row in await connection.execute(query.order_by(failure.c.id.desc()).limit(most))]
