"""Remembers what Discord was told about our commands, so that a start does not tell it again."""

import msgspec
import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.schema import command_sync


class CommandSync(msgspec.Struct, frozen=True):
    """The last synchronisation: a hash of all commands, and the id that Discord gave each by name."""

    tree_hash: str
    command_ids: dict[str, int]


class CommandSyncs:
    """One row per application and server; server 0 stands for everywhere."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, application_id: int, guild_id: int) -> CommandSync | None:
        query = sa.select(command_sync.c.tree_hash, command_sync.c.command_ids).where(
            command_sync.c.application_id == application_id, command_sync.c.guild_id == guild_id
        )
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        return CommandSync(row.tree_hash, row.command_ids) if row else None

    async def save(self, application_id: int, guild_id: int, sync: CommandSync, at: int) -> None:
        """`at` in UTC seconds."""
        key = {"application_id": application_id, "guild_id": guild_id}
        async with self._database.write() as connection:
            await connection.execute(sa.delete(command_sync).filter_by(**key))
            row = {"tree_hash": sync.tree_hash, "command_ids": sync.command_ids, "synced_at": at}
            await connection.execute(sa.insert(command_sync).values(**key, **row))
