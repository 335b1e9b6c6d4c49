"""What is kept of a person or a server: which tables, which columns, and what an end means in each. The one list.

A new table with a user or server id belongs into PEOPLE or SERVERS; tests/house/test_privacy.py reads the schema.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.schema import (
    audit,
    command_sync,
    failure,
    feedback,
    guild,
    guild_follow,
    member,
    member_follow,
    report,
)

NOBODY = 0  # who changed a setting, once they are gone
NOWHERE = 0
AT_ONCE = 250  # rows, which take a millisecond or two


class Meaning(Enum):
    """What a number or a JSON value of a table tells."""

    PERSON = auto()
    SERVER = auto()
    PLACE = auto()  # a channel, role or message: of a server, of nobody by itself
    TIME = auto()  # UTC seconds
    OTHER = auto()  # tells nothing of anybody


MEANINGS: Mapping[str, Meaning] = {  # of every 64-bit number and JSON value, by the column's name, in all tables alike
    "user_id": Meaning.PERSON,
    "guild_id": Meaning.SERVER,
    "channel_id": Meaning.PLACE,
    "message_id": Meaning.PLACE,
    "ping_role_id": Meaning.PLACE,
    "host_role_id": Meaning.PLACE,
    "game_channels": Meaning.PLACE,
    "at": Meaning.TIME,
    "created_at": Meaning.TIME,
    "updated_at": Meaning.TIME,
    "followed_at": Meaning.TIME,
    "left_at": Meaning.TIME,
    "synced_at": Meaning.TIME,
    "id": Meaning.OTHER,
    "application_id": Meaning.OTHER,
    "form_id": Meaning.OTHER,
    "subject_id": Meaning.OTHER,
    "command_ids": Meaning.OTHER,
    "kinds": Meaning.OTHER,
    "before": Meaning.OTHER,
    "after": Meaning.OTHER,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """What happens to the rows whose `column` names who is to be forgotten.

    They go; with `blank` they stay, with these values in place of what told of them. `secret` ones are counted, but
    others wrote them: they are in no export.
    """

    column: sa.Column[Any]
    blank: Mapping[str, Any] | None = None
    secret: bool = False

    @property
    def table(self) -> sa.Table:
        table = self.column.table
        assert isinstance(table, sa.Table)
        return table


PEOPLE = (
    Rule(member.c.user_id),
    Rule(member_follow.c.user_id),
    Rule(report.c.user_id),
    Rule(feedback.c.user_id),
    Rule(audit.c.user_id, blank={"user_id": NOBODY}),  # what was changed is the server's to know, by whom is not
)
_SENT_FROM = {"guild_id": None, "channel_id": NOWHERE, "message_id": NOWHERE}
SERVERS = (
    Rule(guild.c.guild_id),
    Rule(guild_follow.c.guild_id),
    Rule(audit.c.guild_id),
    Rule(failure.c.guild_id),
    Rule(report.c.guild_id, blank=_SENT_FROM, secret=True),  # the words are their writer's
    Rule(feedback.c.guild_id, blank={"guild_id": None}, secret=True),
)
EXEMPT = (command_sync.c.guild_id,)  # the operator's own: where commands are tried out, told by DEV_GUILD_ID


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

    async def erase(self, whose: int) -> None:
        """Forgets somebody everywhere, in one transaction. Doing it again changes nothing more."""
        async with self._database.write() as connection:
            for rule in self._rules:
                theirs = rule.column == whose
                if rule.blank is None:
                    await connection.execute(sa.delete(rule.table).where(theirs))
                else:
                    await connection.execute(sa.update(rule.table).where(theirs).values(**rule.blank))


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
