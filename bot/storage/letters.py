"""Keeps what members write to whoever runs the bot, a table for each kind. How often is services/letters.py's."""

from typing import Any, Generic, Protocol, TypeVar

import sqlalchemy as sa
from msgspec.structs import asdict
from sqlalchemy.exc import IntegrityError

from bot.storage.database import Database

OPEN, CLOSED = "open", "closed"


class Draft(Protocol):
    """What a member sends: a struct with the table's columns. The same form twice is one letter."""

    @property
    def user_id(self) -> int: ...

    @property
    def form_id(self) -> int: ...


class Letter(Draft, Protocol):
    """One that was kept, at `created_at` in UTC seconds; its state is open or closed."""

    @property
    def id(self) -> int: ...

    @property
    def created_at(self) -> int: ...

    @property
    def state(self) -> str: ...


D = TypeVar("D", bound=Draft)
L = TypeVar("L", bound=Letter)


class LetterBook(Generic[D, L]):
    """All letters of one kind."""

    def __init__(self, database: Database, table: sa.Table, kind: type[L]) -> None:
        """`kind` is a struct of exactly the columns of `table`."""
        self._database = database
        self._table = table
        self._kind = kind

    async def find(self, user_id: int, form_id: int) -> L | None:
        """The letter that a form became, if it was sent before."""
        found = await self._select(self._table.c.user_id == user_id, self._table.c.form_id == form_id)
        return found[0] if found else None

    async def keep(self, draft: D, *, at: int, since: int, most: int) -> L | None:
        """Keeps a letter for good before it returns; a form that was sent before stays the letter it became.

        None, and nothing kept, when the member has `most` open ones since `since` (UTC seconds) already.
        """
        try:
            async with self._database.write() as connection:
                if await connection.scalar(self._of_form(draft)) is None:
                    query = sa.select(sa.func.count()).select_from(self._table)
                    query = query.where(*self._open_since(draft.user_id, since))
                    if (await connection.scalar(query) or 0) >= most:
                        return None
                    sent: Any = draft
                    row = asdict(sent) | {"created_at": at, "state": OPEN}
                    await connection.execute(sa.insert(self._table).values(row))
        except IntegrityError:  # another process kept the same form in this moment
            pass
        return await self.find(draft.user_id, draft.form_id)

    async def open_times(self, user_id: int, since: int) -> list[int]:
        """When the member sent those that are open, since `since`, oldest first."""
        query = sa.select(self._table.c.created_at).where(*self._open_since(user_id, since))
        async with self._database.read() as connection:
            return list((await connection.scalars(query.order_by(self._table.c.created_at))).all())

    async def all(self, *, closed: bool = False) -> list[L]:
        """Open ones, oldest first; with `closed`, those too."""
        return await self._select(*(() if closed else (self._table.c.state == OPEN,)))

    async def close(self, number: int) -> bool:
        """Whether there was an open one of that id, which now is closed."""
        query = sa.update(self._table).where(self._table.c.id == number, self._table.c.state == OPEN)
        async with self._database.write() as connection:
            return (await connection.execute(query.values(state=CLOSED))).rowcount == 1

    async def _select(self, *conditions: sa.ColumnElement[bool]) -> list[L]:
        query = sa.select(self._table).where(*conditions).order_by(self._table.c.id)
        async with self._database.read() as connection:
            return [self._kind(**row) for row in (await connection.execute(query)).mappings()]

    def _of_form(self, draft: D) -> sa.Select[tuple[int]]:
        of_form = (self._table.c.user_id == draft.user_id, self._table.c.form_id == draft.form_id)
        return sa.select(self._table.c.id).where(*of_form)

    def _open_since(self, user_id: int, since: int) -> tuple[sa.ColumnElement[bool], ...]:
        columns = self._table.c
        return columns.user_id == user_id, columns.state == OPEN, columns.created_at > since
