"""Keeps which addresses of calendars there are: of each only a hash, so that nobody who reads this can open one."""

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec
import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.schema.calendar import feed


class Feed(msgspec.Struct, frozen=True):
    """A calendar with an address of its own: of a server (`guild_id`), or of an artist or a show (`subject_id`)."""

    id: int
    user_id: int
    guild_id: int | None
    subject: str
    subject_id: str
    locale: str
    created_at: int


class FeedBook:
    """All addresses."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, token: str, values: Mapping[str, Any], *, at: int, most: int) -> Feed | None:
        """Keeps an address; None, and nothing kept, when the member has `most` already."""
        owner = values["user_id"]
        async with self._database.write() as connection:
            count = sa.select(sa.func.count()).select_from(feed).where(feed.c.user_id == owner)
            if (await connection.scalar(count) or 0) >= most:
                return None
            row = {**values, "token_hash": hashed(token), "created_at": at}
            added = await connection.execute(sa.insert(feed).values(row))
            number = added.inserted_primary_key
            assert number is not None
            return Feed(id=number[0], created_at=at, **values)

    async def by_token(self, token: str) -> Feed | None:
        found = await self._select(feed.c.token_hash == hashed(token))
        return found[0] if found else None

    async def of_member(self, user_id: int) -> list[Feed]:
        return await self._select(feed.c.user_id == user_id)

    async def count_of_guild(self, guild_id: int) -> int:
        """How many addresses of its calendar its members have."""
        query = sa.select(sa.func.count()).select_from(feed).where(feed.c.guild_id == guild_id)
        async with self._database.read() as connection:
            return await connection.scalar(query) or 0

    async def remove(self, user_id: int, feed_id: int) -> bool:
        """Whether the member had such an address, which is no more."""
        query = sa.delete(feed).where(feed.c.user_id == user_id, feed.c.id == feed_id)
        async with self._database.write() as connection:
            return (await connection.execute(query)).rowcount == 1

    async def remove_of_guild(self, guild_id: int) -> int:
        """How many addresses of the server's calendar are no more: all that there were."""
        async with self._database.write() as connection:
            return (await connection.execute(sa.delete(feed).where(feed.c.guild_id == guild_id))).rowcount

    async def _select(self, *conditions: sa.ColumnElement[bool]) -> list[Feed]:
        columns = [feed.c[name] for name in Feed.__struct_fields__]
        async with self._database.read() as connection:
            return [Feed(*row) for row in await connection.execute(sa.select(*columns).where(*conditions))]


def hashed(token: str) -> str:
    """A token holds 256 random bits, so a plain hash of it is as good as a slow one."""
    return hashlib.sha256(token.encode()).hexdigest()
