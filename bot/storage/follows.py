"""Keeps whom servers and members follow. How many they may, and who says so, is services/follows.py's."""

from collections.abc import Awaitable, Callable, Iterable
from typing import NamedTuple

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.schema import audit, guild, guild_follow, member_follow

FOLLOW = "follow"  # as the audit table calls it: `before` lists what went, `after` what came


class Subject(msgspec.Struct, frozen=True, order=True):
    """Whom or what one follows: a `kind` ("artist" or "show") and an id of the catalogue, of this one or an older."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


Subjects = tuple[Subject, ...]
Rule = Callable[[Subjects], Iterable[Subject]]


class Changed(NamedTuple):
    """What was followed, and what is now; each in the order in which it came about."""

    before: Subjects
    after: Subjects


class FollowBook:
    """All follows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_guild(self, guild_id: int) -> Subjects:
        async with self._database.read() as connection:
            return await _followed(connection, guild_follow, guild_id)

    async def of_member(self, user_id: int) -> Subjects:
        async with self._database.read() as connection:
            return await _followed(connection, member_follow, user_id)

    async def change_guild(self, guild_id: int, user_id: int, rule: Rule, at: int) -> Changed:
        """A server follows from now on what `rule` makes of what it followed: decided and kept in one transaction,
        together with who changed what. An exception of the rule's keeps nothing.
        """
        return await self._write(lambda connection: change_guild(connection, guild_id, user_id, rule, at))

    async def change_member(self, user_id: int, rule: Rule, at: int) -> Changed:
        """The same for a member's own, which leave no trace."""
        return await self._write(lambda connection: _change(connection, member_follow, user_id, rule, at))

    async def _write(self, change: Callable[[AsyncConnection], Awaitable[Changed]]) -> Changed:
        try:
            async with self._database.write() as connection:
                return await change(connection)
        except IntegrityError:  # another process followed the same in this moment: now that can be seen
            async with self._database.write() as connection:
                return await change(connection)


async def change_guild(connection: AsyncConnection, guild_id: int, user_id: int, rule: Rule, at: int) -> Changed:
    """`FollowBook.change_guild` inside a transaction that changes more than this."""
    changed = await _change(connection, guild_follow, guild_id, rule, at)
    gone = [str(subject) for subject in changed.before if subject not in changed.after]
    new = [str(subject) for subject in changed.after if subject not in changed.before]
    if gone or new:
        version = sa.select(guild.c.version).where(guild.c.guild_id == guild_id).scalar_subquery()
        entry = {"guild_id": guild_id, "user_id": user_id, "at": at, "what": FOLLOW, "before": gone, "after": new}
        await connection.execute(sa.insert(audit).values(**entry, version=sa.func.coalesce(version, 0)))
    return changed


async def _followed(connection: AsyncConnection, table: sa.Table, owner_id: int) -> Subjects:
    query = sa.select(table.c.subject, table.c.subject_id).where(_owner(table) == owner_id)
    query = query.order_by(table.c.followed_at, table.c.subject, table.c.subject_id)
    return tuple(Subject(kind, subject_id) for kind, subject_id in await connection.execute(query))


async def _change(connection: AsyncConnection, table: sa.Table, owner_id: int, rule: Rule, at: int) -> Changed:
    before = await _followed(connection, table, owner_id)
    wanted = set(rule(before))
    gone = [subject for subject in before if subject not in wanted]
    new = sorted(wanted.difference(before))
    for subject in gone:
        row = (_owner(table) == owner_id, table.c.subject == subject.kind, table.c.subject_id == subject.id)
        await connection.execute(sa.delete(table).where(*row))
    if new:
        owner = {_owner(table).name: owner_id, "followed_at": at}
        rows = [{**owner, "subject": subject.kind, "subject_id": subject.id} for subject in new]
        await connection.execute(sa.insert(table), rows)
    return Changed(before, await _followed(connection, table, owner_id) if gone or new else before)


def _owner(table: sa.Table) -> sa.Column[int]:
    owner: sa.Column[int] = table.c.guild_id if table is guild_follow else table.c.user_id
    return owner
