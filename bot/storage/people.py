"""Keeps what members decided for themselves. What may be decided is services/members.py's."""

from collections.abc import Mapping
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.schema import member


class MemberSettings(msgspec.Struct, frozen=True):
    """What a member decided. `language` None is Discord's own, `zone` (IANA) None the server's."""

    language: str | None = None
    zone: str | None = None
    on_boards: bool = True


class PeopleBook:
    """All members. One who decided nothing has no row."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, user_id: int) -> MemberSettings:
        columns = [member.c[name] for name in MemberSettings.__struct_fields__]
        async with self._database.read() as connection:
            row = (await connection.execute(sa.select(*columns).where(member.c.user_id == user_id))).first()
        return MemberSettings() if row is None else MemberSettings(*row)

    async def deciders(self, most: int) -> frozenset[int] | None:
        """The ids of all who decided anything; None when they are more than `most`."""
        async with self._database.read() as connection:
            found = (await connection.scalars(sa.select(member.c.user_id).limit(most + 1))).all()
        return frozenset(found) if len(found) <= most else None

    async def change(self, user_id: int, changes: Mapping[str, Any], at: int) -> MemberSettings:
        """Keeps some settings; the others stay as they are."""
        try:
            async with self._database.write() as connection:
                return await _change(connection, user_id, changes, at)
        except IntegrityError:  # another process kept the member's first settings in this moment: now there is a row
            async with self._database.write() as connection:
                return await _change(connection, user_id, changes, at)


async def _change(connection: AsyncConnection, user_id: int, changes: Mapping[str, Any], at: int) -> MemberSettings:
    query = sa.select(member).where(member.c.user_id == user_id).with_for_update()
    row = (await connection.execute(query)).mappings().first()
    known = {name: row[name] for name in MemberSettings.__struct_fields__} if row is not None else {}
    settings = msgspec.structs.replace(MemberSettings(**known), **changes)
    values = msgspec.structs.asdict(settings) | {"updated_at": at}
    if row is None:
        await connection.execute(sa.insert(member).values(user_id=user_id, **values))
    else:
        await connection.execute(sa.update(member).where(member.c.user_id == user_id).values(values))
    return settings
