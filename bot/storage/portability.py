"""Keeps an imported file of settings: all of it in one transaction, and only over what its reader saw."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.storage.database import Database
from bot.storage.follows import Subject, Subjects, change_guild
from bot.storage.guilds import change_settings
from bot.storage.schema import guild


class _Changed(Exception):
    """Somebody else was quicker."""


class ImportBook:
    """Whole changes of servers' settings and follows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(
        self,
        guild_id: int,
        user_id: int,
        *,
        version: int,
        followed: Subjects,
        changes: Mapping[str, Any],
        follows: Iterable[Subject],
        at: int,
    ) -> bool:
        """Changes settings and has the server follow just `follows`, each with its entry in the audit table.

        False, and nothing is kept, unless the settings are still those of `version` and the server follows `followed`.
        """

        def follow(before: Subjects) -> Iterable[Subject]:
            if set(before) != set(followed):
                raise _Changed
            return follows

        async def keep() -> None:
            async with self._database.write() as connection:
                query = sa.select(guild.c.version).where(guild.c.guild_id == guild_id).with_for_update()
                if (await connection.scalar(query) or 0) != version:
                    raise _Changed
                await change_settings(connection, guild_id, user_id, changes, at)
                await change_guild(connection, guild_id, user_id, follow, at)

        try:
            try:
                await keep()
            except IntegrityError:  # another process was quicker in this moment: now that can be seen
                await keep()
        except _Changed:
            return False
        return True
