"""Keeps servers' presets: options of a game under a name. Which options there are, services/trivia/presets.py knows."""

from typing import Any

import msgspec
import sqlalchemy as sa

from bot.storage.audits import note_down
from bot.storage.database import Database
from bot.storage.schema.boards import preset
from bot.storage.upserts import upsert

SAVED, DELETED = "preset-saved", "preset-deleted"  # as the audit table calls them


class Kept(msgspec.Struct, frozen=True):
    """A preset: its name as it was typed, and its options as JSON."""

    name: str
    options: Any


class PresetBook:
    """All presets. `called` is a name as it is compared."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self, guild_id: int) -> list[Kept]:
        """A server's, by name."""
        query = sa.select(preset.c.name, preset.c.options).where(preset.c.guild_id == guild_id)
        async with self._database.read() as connection:
            return [Kept(*row) for row in await connection.execute(query.order_by(preset.c.called))]

    async def find(self, guild_id: int, called: str) -> Kept | None:
        query = sa.select(preset.c.name, preset.c.options)
        query = query.where(preset.c.guild_id == guild_id, preset.c.called == called)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        return None if row is None else Kept(*row)

    async def save(
        self, guild_id: int, user_id: int, called: str, kept: Kept, *, most: int, at: int
    ) -> tuple[bool, bool]:
        """Whether it is kept now (not as one too many), and whether it took the place of another of that name."""
        this = (preset.c.guild_id == guild_id, preset.c.called == called)
        async with self._database.write() as connection:
            before = (await connection.execute(sa.select(preset.c.name, preset.c.options).where(*this))).first()
            count = sa.select(sa.func.count()).select_from(preset).where(preset.c.guild_id == guild_id)
            if before is None and (await connection.scalar(count) or 0) >= most:
                return False, False
            row = {"name": kept.name, "options": kept.options}
            query = upsert(connection.dialect.name, preset)
            query = query.values(guild_id=guild_id, called=called, created_at=at, **row)
            await connection.execute(query.on_conflict_do_update(index_elements=["guild_id", "called"], set_=row))
            await note_down(connection, guild_id, user_id, SAVED, before and before.name, kept.name, at)
        return True, before is not None

    async def delete(self, guild_id: int, user_id: int, called: str, at: int) -> str | None:
        """The name of the one that is gone now; None when there was none."""
        this = (preset.c.guild_id == guild_id, preset.c.called == called)
        async with self._database.write() as connection:
            name = await connection.scalar(sa.select(preset.c.name).where(*this))
            if name is not None:
                await connection.execute(sa.delete(preset).where(*this))
                await note_down(connection, guild_id, user_id, DELETED, name, None, at)
        return None if name is None else str(name)
