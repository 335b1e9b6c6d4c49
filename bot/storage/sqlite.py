"""SQLite as this house opens it: how a connection behaves, and one that asks its thread no more often than it must.

Only database.py uses it. SQLAlchemy over plain aiosqlite crosses to the connection's thread and back three times per
statement (for a cursor, the statement, the cursor's end) and once more for rows; here each statement is one crossing.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Self

import aiosqlite
import sqlalchemy as sa

ROWS_AT_ONCE = 64  # unused, but aiosqlite wants it


def connector(url: sa.URL, patience: float) -> partial["Connection"]:
    """What makes connections to the file that `url` names; each is opened when it is awaited.

    `patience`: how many seconds one waits for its turn to write.
    """
    (name,), options = url.get_dialect()().create_connect_args(url)
    return partial(Connection, partial(_connect, name, {"timeout": patience, **options}), ROWS_AT_ONCE)


def _connect(name: str, options: dict[str, Any]) -> sqlite3.Connection:
    """WAL, foreign keys; transactions begun by us, not by the driver; asked by one thread at a time, not by its own."""
    ours: dict[str, Any] = {"isolation_level": None, "check_same_thread": False, "factory": _Connection}
    connection: sqlite3.Connection = sqlite3.connect(name, **options | ours)
    try:
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",  # an acknowledged write survives a power cut, not only kill -9
            "foreign_keys = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


class _Connection(sqlite3.Connection):
    def close(self) -> None:
        """Gives a transaction up first: SQLite would keep it, and its lock, for as long as a cursor is remembered."""
        with contextlib.suppress(sqlite3.Error):
            self.rollback()
        super().close()


class Connection(aiosqlite.Connection):
    """What SQLAlchemy expects of aiosqlite's connections, and `run` for what needs no SQLAlchemy."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._thread.daemon = True

    def cursor(self) -> "_Cursor":  # type: ignore[override]
        return _Cursor(self)

    async def run(self, statements: Sequence[str]) -> None:
        """Executes statements that return nothing, one after another, up to the first that fails."""
        await self.ask(self._run, statements)

    async def ask(self, work: Callable[..., Any], *arguments: Any) -> None:
        """Has the connection's thread do some work."""
        await self._execute(work, *arguments)  # type: ignore[no-untyped-call]

    def _run(self, statements: Sequence[str]) -> None:
        for statement in statements:
            self._conn.execute(statement)


class _Cursor:
    """A cursor whose rows come with the statement."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._cursor = connection._conn.cursor()
        self._rows: list[Any] = []

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Any = ()) -> Self:
        await self._connection.ask(self._execute, statement, parameters)
        return self

    def _execute(self, statement: str, parameters: Any) -> None:
        self._cursor.execute(statement, parameters)
        if self._cursor.description is not None:
            self._rows = self._cursor.fetchall()

    async def executemany(self, statement: str, parameters: Iterable[Any]) -> Self:
        await self._connection.ask(self._cursor.executemany, statement, parameters)
        return self

    async def fetchall(self) -> list[Any]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Nothing to do: it has given its rows, and is forgotten."""

    @property
    def description(self) -> Any:
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._cursor.lastrowid
