"""Keeps servers' own questions, drafts and those that count. What a question may look like is bot/trivia/packs.py's."""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.audits import note_down
from bot.storage.database import Database
from bot.storage.schema.packs import pack

ADDED, REMOVED = "pack-added", "pack-removed"  # as the audit table calls them; `before` and `after` are names
DRAFTS_FOR = 24 * 60 * 60  # seconds after which a draft that nobody decided about goes


class PackHead(msgspec.Struct, frozen=True):
    """A pack without its questions. A draft was previewed only: it is asked in no game."""

    id: int
    name: str
    draft: bool
    size: int
    added_at: int


_HEAD = (pack.c.id, pack.c.name, pack.c.draft, pack.c.size, pack.c.added_at)


class PackBook:
    """All packs of all servers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_guild(self, guild_id: int) -> list[PackHead]:
        """A server's packs that count, by name."""
        query = sa.select(*_HEAD).where(pack.c.guild_id == guild_id, pack.c.draft.is_(False)).order_by(pack.c.name)
        async with self._database.read() as connection:
            return [PackHead(*row) for row in await connection.execute(query)]

    async def find(self, guild_id: int, pack_id: int) -> tuple[PackHead, list[Any]] | None:
        """A pack or a draft of that server, with its questions as they were given; None when it is gone."""
        return await self._one(pack.c.guild_id == guild_id, pack.c.id == pack_id)

    async def named(self, guild_id: int, name: str) -> tuple[PackHead, list[Any]] | None:
        """A server's pack that counts, by its name."""
        return await self._one(pack.c.guild_id == guild_id, pack.c.name == name, pack.c.draft.is_(False))

    async def _one(self, *where: sa.ColumnElement[bool]) -> tuple[PackHead, list[Any]] | None:
        query = sa.select(*_HEAD, pack.c.questions).where(*where)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        return None if row is None else (PackHead(*row[:-1]), row[-1])

    async def draft(self, guild_id: int, name: str, questions: Sequence[Any], at: int) -> int:
        """Keeps a draft in the place of an older one of that name, and returns its id. Forgotten ones go."""
        old = sa.or_(pack.c.name == name, pack.c.added_at < at - DRAFTS_FOR)
        row = {"guild_id": guild_id, "name": name, "draft": True, "size": len(questions), "added_at": at}

        async def write() -> int:
            async with self._database.write() as connection:
                await connection.execute(
                    sa.delete(pack).where(pack.c.guild_id == guild_id, pack.c.draft.is_(True), old)
                )
                query = sa.insert(pack).values(**row, questions=list(questions)).returning(pack.c.id)
                return int((await connection.execute(query)).scalar_one())

        try:
            return await write()
        except IntegrityError:  # another process kept one in this moment: now that can be seen
            return await write()

    async def confirm(self, guild_id: int, user_id: int, pack_id: int, most: int, at: int) -> PackHead | None:
        """Lets a draft count, in the place of the pack of its name. None when it is gone, or there are `most` others.

        One that counts already is returned as it is.
        """
        async with self._database.write() as connection:
            head = await _head(connection, guild_id, pack_id)
            if head is None or not head.draft:
                return head
            others = sa.select(pack.c.name).where(pack.c.guild_id == guild_id, pack.c.draft.is_(False))
            names = set((await connection.execute(others)).scalars())
            if len(names - {head.name}) >= most:
                return None
            same = (pack.c.guild_id == guild_id, pack.c.name == head.name, pack.c.draft.is_(False))
            await connection.execute(sa.delete(pack).where(*same))
            await connection.execute(sa.update(pack).where(pack.c.id == pack_id).values(draft=False, added_at=at))
            before = head.name if head.name in names else None
            await note_down(connection, guild_id, user_id, ADDED, before, head.name, at)
        return PackHead(head.id, head.name, False, head.size, at)

    async def remove(self, guild_id: int, user_id: int, pack_id: int, at: int) -> PackHead | None:
        """Deletes a pack, or lets go of a draft, of which nothing is noted down. None when it was gone."""
        async with self._database.write() as connection:
            head = await _head(connection, guild_id, pack_id)
            if head is not None:
                await connection.execute(sa.delete(pack).where(pack.c.id == pack_id))
                if not head.draft:
                    await note_down(connection, guild_id, user_id, REMOVED, head.name, None, at)
        return head


async def _head(connection: AsyncConnection, guild_id: int, pack_id: int) -> PackHead | None:
    query = sa.select(*_HEAD).where(pack.c.guild_id == guild_id, pack.c.id == pack_id)
    row = (await connection.execute(query)).first()
    return None if row is None else PackHead(*row)
