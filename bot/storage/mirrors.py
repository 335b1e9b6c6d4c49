"""Keeps which ceremonies are which scheduled events of Discord. What shall be one, services/mirrors.py knows."""

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.storage.audits import note_down
from bot.storage.database import Database
from bot.storage.schema.mirrors import mirror, mirroring

ON, OFF = "on", "off"
MAKING, MADE, DROPPED = "making", "made", "dropped"
MIRROR = "mirror"  # as the audit table calls it


class Mirroring(msgspec.Struct, frozen=True):
    """Whether a server mirrors. Until `retry_at` (UTC seconds) Discord is left alone, because of `why`."""

    guild_id: int
    state: str
    updated_at: int
    retry_at: int | None = None
    why: str | None = None


class Mirror(msgspec.Struct, frozen=True, kw_only=True):
    """A ceremony's event as Discord was told of it. `claimed_at` is when somebody last set out to make it."""

    guild_id: int
    show: str
    edition: str
    state: str = MAKING
    event_id: int | None = None
    name: str
    starts_at: int
    ends_at: int
    told: str
    claimed_at: int = 0

    @property
    def key(self) -> tuple[str, str]:
        return self.show, self.edition


class MirrorBook:
    """All servers' mirrors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, guild_id: int) -> Mirroring | None:
        """None for a server that does not mirror."""
        async with self._database.read() as connection:
            query = sa.select(mirroring).where(mirroring.c.guild_id == guild_id)
            row = (await connection.execute(query)).mappings().first()
        return None if row is None else Mirroring(**row)

    async def switch(self, guild_id: int, user_id: int, state: str, *, at: int) -> bool:
        """Keeps that somebody switched it on or off, and forgets what was wrong; False when it was so already.

        Off, the row stays until `end`: what is there has to be taken away.
        """
        try:
            return await self._switch(guild_id, user_id, state, at)
        except IntegrityError:  # another process switched it on in this moment: now that can be seen
            return await self._switch(guild_id, user_id, state, at)

    async def _switch(self, guild_id: int, user_id: int, state: str, at: int) -> bool:
        mine = mirroring.c.guild_id == guild_id
        async with self._database.write() as connection:
            before = await connection.scalar(sa.select(mirroring.c.state).where(mine)) or OFF
            values = {"state": state, "updated_at": at, "retry_at": None, "why": None}
            known = await connection.execute(sa.update(mirroring).where(mine).values(values))
            if before == state:
                return False
            if known.rowcount == 0:
                await connection.execute(sa.insert(mirroring).values(guild_id=guild_id, **values))
            await note_down(connection, guild_id, user_id, MIRROR, before, state, at)
            return True

    async def after(self, guild_id: int, most: int) -> list[Mirroring]:
        """Servers that mirror, or did and are not done: those beyond an id, by id."""
        query = sa.select(mirroring).where(mirroring.c.guild_id > guild_id).order_by(mirroring.c.guild_id).limit(most)
        async with self._database.read() as connection:
            return [Mirroring(**row) for row in (await connection.execute(query)).mappings()]

    async def pause(self, guild_id: int, why: str | None, until: int | None) -> None:
        """Discord refused: it is left alone until then. With None, everything is well again."""
        query = sa.update(mirroring).where(mirroring.c.guild_id == guild_id).values(why=why, retry_at=until)
        async with self._database.write() as connection:
            await connection.execute(query)

    async def end(self, guild_id: int) -> None:
        """Forgets a server that switched it off, once nothing is left; not one that switched it on again."""
        left = sa.select(mirror.c.show).where(mirror.c.guild_id == guild_id).exists()
        off = (mirroring.c.guild_id == guild_id, mirroring.c.state == OFF)
        async with self._database.write() as connection:
            await connection.execute(sa.delete(mirroring).where(*off, ~left))

    async def of_guild(self, guild_id: int) -> list[Mirror]:
        """A server's, by their days."""
        query = sa.select(mirror).where(mirror.c.guild_id == guild_id).order_by(mirror.c.starts_at, mirror.c.show)
        async with self._database.read() as connection:
            return [Mirror(**row) for row in (await connection.execute(query)).mappings()]

    async def claim(self, new: Mirror, *, seen: Mirror | None) -> bool:
        """Sets out to make an event, as `new` says; False when somebody else does, or did.

        `seen` is the row of an earlier try that is to be gone on with, None where there was none.
        """
        values = _values(new) | {"state": MAKING, "event_id": None}
        try:
            async with self._database.write() as connection:
                if seen is None:
                    await connection.execute(sa.insert(mirror).values(values))
                    return True
                again = sa.update(mirror).where(
                    *_is(seen), mirror.c.state == MAKING, mirror.c.claimed_at == seen.claimed_at
                )
                return (await connection.execute(again.values(values))).rowcount == 1
        except IntegrityError:  # another process was faster
            return False

    async def settle(self, made: Mirror) -> None:
        """Keeps what became of an event: made, with what Discord was told, or dropped."""
        async with self._database.write() as connection:
            await connection.execute(sa.update(mirror).where(*_is(made)).values(_values(made)))

    async def forget(self, gone: Mirror) -> None:
        async with self._database.write() as connection:
            await connection.execute(sa.delete(mirror).where(*_is(gone)))


def _is(one: Mirror) -> tuple[sa.ColumnElement[bool], ...]:
    return mirror.c.guild_id == one.guild_id, mirror.c.show == one.show, mirror.c.edition == one.edition


def _values(one: Mirror) -> dict[str, object]:
    return {name: getattr(one, name) for name in Mirror.__struct_fields__}
