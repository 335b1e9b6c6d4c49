"""Keeps which roles members may take by themselves, and which message offers them. Whether Laurel can give one is
not known here.
"""

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.storage.audits import note_down
from bot.storage.database import Database
from bot.storage.schema.calendar import ping_panel, ping_role

ROLES = "ping-roles"  # as the audit table calls it


class PingRole(msgspec.Struct, frozen=True):
    """A role that members may take, and what it is pinged for, which may be empty."""

    role_id: int
    what: str


class Panel(msgspec.Struct, frozen=True):
    """The message whose buttons give the roles."""

    channel_id: int
    message_id: int


class PingRoleBook:
    """All servers' roles and panels."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_guild(self, guild_id: int) -> list[PingRole]:
        """In the order in which they were listed."""
        query = sa.select(ping_role.c.role_id, ping_role.c.what).where(ping_role.c.guild_id == guild_id)
        async with self._database.read() as connection:
            rows = await connection.execute(query.order_by(ping_role.c.created_at, ping_role.c.role_id))
            return [PingRole(*row) for row in rows]

    async def put(self, guild_id: int, user_id: int, role: PingRole, *, at: int, most: int) -> bool:
        """Lists a role, or says anew what it is for; False, and nothing kept, when `most` others are listed."""
        try:
            return await self._put(guild_id, user_id, role, at, most)
        except IntegrityError:  # another process listed it in this moment: now that can be seen
            return await self._put(guild_id, user_id, role, at, most)

    async def _put(self, guild_id: int, user_id: int, role: PingRole, at: int, most: int) -> bool:
        here = ping_role.c.guild_id == guild_id
        async with self._database.write() as connection:
            listed = set(await connection.scalars(sa.select(ping_role.c.role_id).where(here)))
            if role.role_id in listed:
                known = sa.update(ping_role).where(here, ping_role.c.role_id == role.role_id)
                await connection.execute(known.values(what=role.what))
            elif len(listed) >= most:
                return False
            else:
                row = {"guild_id": guild_id, "role_id": role.role_id, "what": role.what, "created_at": at}
                await connection.execute(sa.insert(ping_role).values(row))
            await note_down(connection, guild_id, user_id, ROLES, None, str(role.role_id), at)
            return True

    async def remove(self, guild_id: int, user_id: int, role_id: int, *, at: int) -> bool:
        """Whether the role was listed; it is not any more."""
        query = sa.delete(ping_role).where(ping_role.c.guild_id == guild_id, ping_role.c.role_id == role_id)
        async with self._database.write() as connection:
            if (await connection.execute(query)).rowcount == 0:
                return False
            await note_down(connection, guild_id, user_id, ROLES, str(role_id), None, at)
            return True

    async def panel(self, guild_id: int) -> Panel | None:
        query = sa.select(ping_panel.c.channel_id, ping_panel.c.message_id).where(ping_panel.c.guild_id == guild_id)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        return None if row is None else Panel(*row)

    async def place(self, guild_id: int, panel: Panel) -> None:
        """From now on it is this message that offers the roles."""
        row = {"guild_id": guild_id, "channel_id": panel.channel_id, "message_id": panel.message_id}
        async with self._database.write() as connection:
            await connection.execute(sa.delete(ping_panel).where(ping_panel.c.guild_id == guild_id))
            await connection.execute(sa.insert(ping_panel).values(row))
