"""Keeps what members report about facts. Who may report how often is services/reports.py's."""

from dataclasses import asdict, dataclass

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.storage.database import Database
from bot.storage.schema import report

OPEN, CLOSED = "open", "closed"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a member sends; the ids are Discord's. `form_id` tells forms apart: the same one twice is one report.

    `address` is that of the screen reported, `about` the line of it; either may be empty, as may `source`.
    """

    guild_id: int | None
    channel_id: int
    message_id: int
    user_id: int
    form_id: int
    locale: str
    address: str
    about: str
    what: str
    source: str


@dataclass(frozen=True, slots=True)
class Report(Draft):
    """One that was kept, at `created_at` in UTC seconds."""

    id: int
    created_at: int
    state: str


class ReportBook:
    """All reports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, user_id: int, form_id: int) -> Report | None:
        """The report that a form became, if it was sent before."""
        found = await self._select(report.c.user_id == user_id, report.c.form_id == form_id)
        return found[0] if found else None

    async def keep(self, draft: Draft, *, at: int, since: int, most: int) -> Report | None:
        """Keeps a report for good before it returns; a form that was sent before stays the report it became.

        None, and nothing kept, when the member has `most` open ones since `since` (UTC seconds) already.
        """
        try:
            async with self._database.write() as connection:
                if await connection.scalar(_of_form(draft)) is None:
                    query = sa.select(sa.func.count()).select_from(report).where(*_open_since(draft.user_id, since))
                    if (await connection.scalar(query) or 0) >= most:
                        return None
                    row = asdict(draft) | {"created_at": at, "state": OPEN}
                    await connection.execute(sa.insert(report).values(row))
        except IntegrityError:  # another process kept the same form in this moment
            pass
        return await self.find(draft.user_id, draft.form_id)

    async def open_times(self, user_id: int, since: int) -> list[int]:
        """When the member sent those that are open, since `since`, oldest first."""
        query = sa.select(report.c.created_at).where(*_open_since(user_id, since)).order_by(report.c.created_at)
        async with self._database.read() as connection:
            return list((await connection.scalars(query)).all())

    async def all(self, *, closed: bool = False) -> list[Report]:
        """Open ones, oldest first; with `closed`, those too."""
        return await self._select(*(() if closed else (report.c.state == OPEN,)))

    async def close(self, number: int) -> bool:
        """Whether there was an open one of that id, which now is closed."""
        query = sa.update(report).where(report.c.id == number, report.c.state == OPEN).values(state=CLOSED)
        async with self._database.write() as connection:
            return (await connection.execute(query)).rowcount == 1

    async def _select(self, *conditions: sa.ColumnElement[bool]) -> list[Report]:
        query = sa.select(report).where(*conditions).order_by(report.c.id)
        async with self._database.read() as connection:
            return [Report(**row) for row in (await connection.execute(query)).mappings()]


def _of_form(draft: Draft) -> sa.Select[tuple[int]]:
    return sa.select(report.c.id).where(report.c.user_id == draft.user_id, report.c.form_id == draft.form_id)


def _open_since(user_id: int, since: int) -> tuple[sa.ColumnElement[bool], ...]:
    return report.c.user_id == user_id, report.c.state == OPEN, report.c.created_at > since
