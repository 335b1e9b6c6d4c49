"""Counts, hands out and forgets what is kept of somebody, in all tables at once. Which ones is ownership.py's."""

from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.erasures import Erasure, note_erasure
from bot.storage.ownership import Rule

AT_ONCE = 250  # rows, which take a millisecond or two


class Extract(NamedTuple):
    """Rows of one table, oldest first, and how many older ones there are beside."""

    rows: list[dict[str, Any]]
    left_out: int


class PrivacyBook:
    """All tables at once, for whoever a list of rules is about."""

    def __init__(self, database: Database, rules: tuple[Rule, ...]) -> None:
        self._database = database
        self._rules = rules

    async def count(self, whose: int) -> dict[str, int]:
        """How many rows each table has, in the order of the rules, those that have none too."""
        async with self._database.read() as connection:
            return {rule.table.name: await connection.scalar(_count(rule, whose)) or 0 for rule in self._rules}

    async def extract(self, whose: int, most: int) -> dict[str, Extract]:
        """The latest rows of each table that may be exported, at most `most` of each, as they are stored."""
        found = {}
        async with self._database.read() as connection:
            for rule in self._rules:
                if rule.secret:
                    continue
                rows = await _latest(connection, rule, whose, most)
                there = len(rows) if len(rows) < most else await connection.scalar(_count(rule, whose)) or 0
                found[rule.table.name] = Extract(rows[::-1], max(there - len(rows), 0))
        return found

    async def erase(self, whose: int, noted: Erasure | None = None) -> None:
        """Forgets somebody everywhere, in one transaction that also keeps `noted`. Again, it changes nothing more."""
        async with self._database.write() as connection:
            for rule in self._rules:
                theirs = rule.column == whose
                if rule.blank is None:
                    await connection.execute(sa.delete(rule.table).where(theirs))
                else:
                    await connection.execute(sa.update(rule.table).where(theirs).values(**rule.blank))
            if noted is not None:
                await note_erasure(connection, noted)


async def _latest(connection: AsyncConnection, rule: Rule, whose: int, most: int) -> list[dict[str, Any]]:
    """Rows from the latest to older ones, a handful at a time, so that others have their turn."""
    key = tuple(rule.table.primary_key)
    query = sa.select(rule.table).where(rule.column == whose).order_by(*(column.desc() for column in key))
    rows: list[dict[str, Any]] = []
    while len(rows) < most:
        older = sa.tuple_(*key) < tuple(rows[-1][column.name] for column in key) if rows else sa.true()
        part = (await connection.execute(query.where(older).limit(min(AT_ONCE, most - len(rows))))).mappings().all()
        rows += map(dict, part)
        if len(part) < AT_ONCE:
            break
    return rows


def _count(rule: Rule, whose: int) -> sa.Select[int]:
    return sa.select(sa.func.count()).select_from(rule.table).where(rule.column == whose)
