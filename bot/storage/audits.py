"""Keeps who did what in a server, inside the transaction that does it. GuildBook reads it."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.schema import audit, guild


async def note_down(
    connection: AsyncConnection, guild_id: int, user_id: int, what: str, before: Any, after: Any, at: int
) -> None:
    """`what` is an action's word, at most 32 characters; `before` and `after` are JSON."""
    version = sa.select(guild.c.version).where(guild.c.guild_id == guild_id).scalar_subquery()
    entry = {"guild_id": guild_id, "user_id": user_id, "at": at, "what": what, "before": before, "after": after}
    await connection.execute(sa.insert(audit).values(**entry, version=sa.func.coalesce(version, 0)))
