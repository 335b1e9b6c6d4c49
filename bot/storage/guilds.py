"""Keeps what servers decided, and who changed what. What may be decided, and by whom, is services/guilds.py's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.schema import audit, guild
from bot.storage.subscriptions import follow_settings

LATEST_CHANGES = 200  # kept of each server


class GuildSettings(msgspec.Struct, frozen=True):
    """What a server decided; the defaults are those of a server that decided nothing. Ids are Discord's.

    `language` None is English, `zone` (IANA) None is Seoul's, `channel_id` None is nowhere. `kinds` are kinds of
    coming dates, `game_channels` empty is everywhere. `spoiler_hours` are 0 to 168, `hour` 0 to 23.
    """

    language: str | None = None
    zone: str | None = None
    visibility: str = "public"
    spoiler_hours: int = 48
    channel_id: int | None = None
    hour: int = 0
    kinds: tuple[str, ...] = ("ceremonies", "voting", "birthdays", "anniversaries")
    ping_role_id: int | None = None
    host_role_id: int | None = None
    games: str = "everyone"
    game_channels: tuple[int, ...] = ()
    setup_step: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """A server's settings, and how many changes led to them."""

    settings: GuildSettings
    version: int


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the audit table: who changed what, from what to what, at `at` (UTC seconds).

    `what` is a setting's name or an action's; `user_id` 0 is somebody whose data was deleted.
    """

    user_id: int
    at: int
    what: str
    before: Any
    after: Any
    version: int
    id: int = field(default=0, compare=False)  # later ones are greater


UNDECIDED = Kept(GuildSettings(), 0)


class GuildBook:
    """All servers. One that decided nothing has no row."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, guild_id: int) -> Kept:
        async with self._database.read() as connection:
            row = (await connection.execute(sa.select(guild).where(guild.c.guild_id == guild_id))).mappings().first()
        return UNDECIDED if row is None else _kept(row)

    async def change(self, guild_id: int, user_id: int, changes: Mapping[str, Any], at: int) -> Kept:
        """Keeps some settings and what they were, in one transaction; a change to what it was already is none."""
        try:
            async with self._database.write() as connection:
                return await change_settings(connection, guild_id, user_id, changes, at)
        except IntegrityError:  # another process kept the server's first settings in this moment: now there is a row
            async with self._database.write() as connection:
                return await change_settings(connection, guild_id, user_id, changes, at)

    async def note(self, guild_id: int, user_id: int, what: str, before: Any, after: Any, at: int) -> None:
        """Keeps that somebody did something that is no setting."""
        entry = {"guild_id": guild_id, "user_id": user_id, "at": at, "what": what, "before": before, "after": after}
        version = sa.select(guild.c.version).where(guild.c.guild_id == guild_id).scalar_subquery()
        async with self._database.write() as connection:
            await connection.execute(sa.insert(audit).values(**entry, version=sa.func.coalesce(version, 0)))

    async def changes(self, guild_id: int, *, most: int = LATEST_CHANGES) -> list[Change]:
        """The latest changes, newest first."""
        columns = (
            audit.c.user_id,
            audit.c.at,
            audit.c.what,
            audit.c.before,
            audit.c.after,
            audit.c.version,
            audit.c.id,
        )
        query = sa.select(*columns).where(audit.c.guild_id == guild_id).order_by(audit.c.id.desc()).limit(most)
        async with self._database.read() as connection:
            return [Change(*row) for row in await connection.execute(query)]


async def change_settings(
    connection: AsyncConnection, guild_id: int, user_id: int, changes: Mapping[str, Any], at: int
) -> Kept:
    """`GuildBook.change` inside a transaction that changes more than this."""
    query = sa.select(guild).where(guild.c.guild_id == guild_id).with_for_update()
    row = (await connection.execute(query)).mappings().first()
    before = UNDECIDED if row is None else _kept(row)
    settings = msgspec.structs.replace(before.settings, **changes)
    changed = [name for name in changes if getattr(settings, name) != getattr(before.settings, name)]
    if not changed:
        return before
    after = Kept(settings, before.version + 1)
    values = msgspec.to_builtins(settings) | {"version": after.version, "updated_at": at, "left_at": None}
    if row is None:
        await connection.execute(sa.insert(guild).values(guild_id=guild_id, **values))
    else:
        await connection.execute(sa.update(guild).where(guild.c.guild_id == guild_id).values(values))
    await follow_settings(connection, guild_id, msgspec.to_builtins(settings), at)
    for name in changed:
        if name != "setup_step":  # how far somebody read is nobody's decision
            was, now = (msgspec.to_builtins(getattr(one.settings, name)) for one in (before, after))
            change = {"what": name, "before": was, "after": now, "version": after.version}
            await connection.execute(sa.insert(audit).values(guild_id=guild_id, user_id=user_id, at=at, **change))
    return after


def _kept(row: Mapping[Any, Any]) -> Kept:
    fields = {name: row[name] for name in GuildSettings.__struct_fields__}
    return Kept(msgspec.convert(fields, GuildSettings), row["version"])
