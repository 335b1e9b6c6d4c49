"""Keeps the dates that servers have of their own. What a date may be is services/events.py's."""

from collections.abc import Mapping
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.catalogue.dates import PartialDate
from bot.storage.audits import note_down
from bot.storage.database import Database
from bot.storage.schema.calendar import event

EVENTS = "events"  # as the audit table calls it


class Event(msgspec.Struct, frozen=True):
    """A date of a server's own: a day, a month or a year, once or `yearly`. `zone` (IANA) None is the server's.

    Times are UTC seconds; `revision` counts the changes. `user_id` is who added it, 0 somebody who was forgotten.
    """

    id: int
    guild_id: int
    user_id: int
    title: str
    date: PartialDate
    yearly: bool
    zone: str | None
    note: str
    created_at: int
    updated_at: int
    revision: int


class EventBook:
    """All servers' events."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_guild(self, guild_id: int) -> list[Event]:
        """In the order in which they were added."""
        query = sa.select(event).where(event.c.guild_id == guild_id).order_by(event.c.id)
        async with self._database.read() as connection:
            return [_event(row) for row in (await connection.execute(query)).mappings()]

    async def find(self, guild_id: int, event_id: int) -> Event | None:
        async with self._database.read() as connection:
            return await _find(connection, guild_id, event_id)

    async def add(self, guild_id: int, user_id: int, values: Mapping[str, Any], *, at: int, most: int) -> Event | None:
        """Keeps one more, and who added it; None, and nothing kept, when the server has `most` already."""
        row = {"guild_id": guild_id, "user_id": user_id, "created_at": at, "updated_at": at, "revision": 0}
        async with self._database.write() as connection:
            count = sa.select(sa.func.count()).select_from(event).where(event.c.guild_id == guild_id)
            if (await connection.scalar(count) or 0) >= most:
                return None
            added = await connection.execute(sa.insert(event).values(row | _columns(values)))
            number = added.inserted_primary_key
            assert number is not None
            await note_down(connection, guild_id, user_id, EVENTS, None, values["title"], at)
            return await _find(connection, guild_id, number[0])

    async def change(
        self, guild_id: int, user_id: int, event_id: int, values: Mapping[str, Any], *, at: int
    ) -> Event | None:
        """Changes some of it; None when there is no such event any more."""
        mine = (event.c.guild_id == guild_id, event.c.id == event_id)
        async with self._database.write() as connection:
            known = await _find(connection, guild_id, event_id)
            if known is None:
                return None
            changes = _columns(values) | {"updated_at": at, "revision": event.c.revision + 1}
            await connection.execute(sa.update(event).where(*mine).values(changes))
            changed = await _find(connection, guild_id, event_id)
            assert changed is not None
            await note_down(connection, guild_id, user_id, EVENTS, known.title, changed.title, at)
            return changed

    async def remove(self, guild_id: int, user_id: int, event_id: int, *, at: int) -> Event | None:
        """The event that is gone now; None when it was before."""
        async with self._database.write() as connection:
            known = await _find(connection, guild_id, event_id)
            query = sa.delete(event).where(event.c.guild_id == guild_id, event.c.id == event_id)
            if known is None or (await connection.execute(query)).rowcount == 0:
                return None
            await note_down(connection, guild_id, user_id, EVENTS, known.title, None, at)
            return known


async def _find(connection: AsyncConnection, guild_id: int, event_id: int) -> Event | None:
    query = sa.select(event).where(event.c.guild_id == guild_id, event.c.id == event_id)
    row = (await connection.execute(query)).mappings().first()
    return None if row is None else _event(row)


def _columns(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: str(value) if name == "date" else value for name, value in values.items()}


def _event(row: Mapping[Any, Any]) -> Event:
    return Event(**{**row, "date": PartialDate.parse(row["date"])})
