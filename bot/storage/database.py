"""Opens the database, brings its schema up to date, closes it. One writer at a time; readers beside it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import DatabaseError
from bot.storage.schema import REVISIONS

BUSY_TIMEOUT_MS = 5_000
ADVISORY_LOCK = 0x6C617572656C  # "laurel": one process migrates, the others wait


class Database:
    """A pool of connections to SQLite or PostgreSQL. Nothing is opened before `open()`."""

    def __init__(self, url: str) -> None:
        self._url = sa.make_url(url)
        self._writer = asyncio.Lock()
        self._engine: AsyncEngine | None = None

    @property
    def is_sqlite(self) -> bool:
        return self._url.get_backend_name() == "sqlite"

    def neighbour(self, name: str) -> Path | None:
        """A file beside the SQLite file; None for PostgreSQL and in memory."""
        if not self.is_sqlite or self._url.database in (None, "", ":memory:"):
            return None
        return Path(str(self._url.database)).parent / name

    async def open(self) -> None:
        """Connects and migrates. Raises DatabaseError with one line that says what to do."""
        await asyncio.to_thread(self._probe)
        try:
            self._engine = create_async_engine(self._url, pool_pre_ping=not self.is_sqlite)
        except ModuleNotFoundError as error:
            raise DatabaseError(f"{error.name} is not installed. Run: pip install 'laurel-bot[postgres]'") from None
        if self.is_sqlite:
            sa.event.listen(self._engine.sync_engine, "connect", _prepare_sqlite)
        try:
            await self._migrate(self._engine)
        except (DBAPIError, OSError) as error:
            await self.close()
            reason = str(error.orig) if isinstance(error, DBAPIError) else str(error)
            raise DatabaseError(f"The database {self} cannot be used ({reason}). {self._advice()}") from None
        except DatabaseError:
            await self.close()
            raise

    async def close(self) -> None:
        """Closes every connection; safe to call twice."""
        engine, self._engine = self._engine, None
        if engine is not None:
            await engine.dispose()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection for SELECTs. Never await Discord inside."""
        async with self._opened().connect() as connection:
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction, committed at the end, rolled back on any exception. Never await Discord inside."""
        async with self._writer, self._opened().connect() as connection:
            if self.is_sqlite:
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                await connection.rollback()
                raise
            await connection.commit()

    def __str__(self) -> str:
        """Where it is, without a password."""
        return self._url.database or ":memory:" if self.is_sqlite else self._url.render_as_string(hide_password=True)

    def _opened(self) -> AsyncEngine:
        if self._engine is None:
            raise RuntimeError("the database is not open")
        return self._engine

    def _probe(self) -> None:
        """Makes the SQLite file's folder and writes to the file as nobody would see.

        aiosqlite would find out as well, but a connection that fails leaves its thread to die noisily.
        """
        if not self.is_sqlite or self._url.database in (None, "", ":memory:"):
            return
        path = Path(str(self._url.database))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None)) as connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("ROLLBACK")
        except (OSError, sqlite3.Error) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise DatabaseError(f"The database {self} cannot be used ({reason}). {self._advice()}") from None

    def _advice(self) -> str:
        if self.is_sqlite:
            return "Make its folder writable, or set DATABASE_URL to a place that is."
        return "Check DATABASE_URL, and that the server runs."

    async def _migrate(self, engine: AsyncEngine) -> None:
        async with engine.connect() as connection:
            if self.is_sqlite:
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(ADVISORY_LOCK)))
            version = await connection.run_sync(_version)
            if version is not None and version not in REVISIONS:
                raise DatabaseError(
                    f"The database {self} was written by a newer Laurel (schema {version}, this one knows "
                    f"{REVISIONS[-1]}). Update Laurel, or restore a backup from before the update."
                )
            if version != REVISIONS[-1]:
                await connection.run_sync(_upgrade)
            await connection.commit()


def _version(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: sa.Connection) -> None:
    # Alembic costs 34 MiB and is needed once per release: import it only when there is something to do.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """WAL, foreign keys, patience; and transactions begun by us, not by the driver."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",  # an acknowledged write survives a power cut, not only kill -9
        "foreign_keys = ON",
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
