"""Opens the database, brings its schema up to date, closes it. One writer at a time; readers beside it."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import DatabaseError, StorageTrouble
from bot.storage.schema import REVISIONS

log = logging.getLogger(__name__)
BUSY_TIMEOUT_MS = 2_000  # a member is answered within three seconds
OURS = (IntegrityError, ProgrammingError, DataError)  # what a database says to a mistake of ours
ADVISORY_LOCK = 0x6C617572656C  # "laurel": one process migrates, the others wait


class _Group:
    """Writes that stand in one transaction and are committed together."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection
        self.committed: asyncio.Future[None] = asyncio.get_running_loop().create_future()


class Database:
    """A pool of connections to SQLite or PostgreSQL. Nothing is opened before `open()`."""

    def __init__(self, url: str) -> None:
        self._url = sa.make_url(url)
        self._turn = asyncio.Lock()  # whoever has it writes, or commits
        self._group: _Group | None = None
        self._tasks: set[asyncio.Task[None]] = set()
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
        """Closes every connection once what was written is committed; safe to call twice."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        engine, self._engine = self._engine, None
        if engine is not None:
            await engine.dispose()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection for SELECTs. Never await Discord inside. Raises StorageTrouble."""
        with _trouble():
            async with self._opened().connect() as connection:
                yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction: durable when this block has ended, undone on any exception. Never await Discord inside.

        Blocks run one after another. Those that wait while another writes share its commit, each behind a savepoint
        of its own: one that fails undoes only itself. Raises StorageTrouble, and then nothing was kept.
        """
        with _trouble():
            async with self._turn:
                group, first = self._group, False
                if group is None:
                    group = self._group = await self._begin()
                    first = True
                try:
                    if not first:
                        await group.connection.exec_driver_sql("SAVEPOINT one")
                    yield group.connection
                    if not first:
                        await group.connection.exec_driver_sql("RELEASE SAVEPOINT one")
                except BaseException as error:
                    await self._undo(group, first, error)
                    raise
                if first:  # behind those who wait for their turn now
                    self._start(self._commit(group))
            await asyncio.shield(group.committed)

    async def _begin(self) -> _Group:
        connection = await self._opened().connect()
        try:
            if self.is_sqlite:
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
        except BaseException:
            await connection.close()
            raise
        return _Group(connection)

    async def _undo(self, group: _Group, first: bool, error: BaseException) -> None:
        """Undoes the block that has the turn; all of the group where it cannot be undone alone."""
        if not first:
            try:
                await group.connection.exec_driver_sql("ROLLBACK TO SAVEPOINT one")
                return
            except BaseException:  # cancelled, or SQLite, out of space, has rolled everything back by itself
                log.debug("a savepoint was lost, and its group with it")
        self._group = None
        await asyncio.shield(self._start(self._give_up(group, error)))

    async def _commit(self, group: _Group) -> None:
        async with self._turn:
            if self._group is not group:
                return
            self._group = None
            try:
                await group.connection.commit()
            except BaseException as error:
                await self._give_up(group, error)
            else:
                group.committed.set_result(None)
                await group.connection.close()

    async def _give_up(self, group: _Group, error: BaseException) -> None:
        """Tells every block of the group that nothing of it was kept."""
        if not isinstance(error, DBAPIError):
            error = RuntimeError(f"the transaction was given up: {error!r}")
        group.committed.set_exception(error)
        group.committed.exception()  # nobody may be waiting: then nobody need hear of it
        try:
            await group.connection.rollback()
        finally:
            await group.connection.close()

    def _start(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        """Work that goes on when whoever asked for it is cancelled."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

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


@contextmanager
def _trouble() -> Iterator[None]:
    """Tells what a database is in trouble with from what was wrong with the question."""
    try:
        yield
    except OURS:
        raise
    except (DBAPIError, sa.exc.TimeoutError, OSError) as error:
        raise StorageTrouble(str(error.orig) if isinstance(error, DBAPIError) else str(error)) from error


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
