"""Opens the database, brings its schema up to date, closes it. One writer at a time (writer.py); readers beside it."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Coroutine, Iterator, Sequence
from contextlib import aclosing, asynccontextmanager, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import DatabaseError, StorageTrouble
from bot.storage import sqlite
from bot.storage.schema import REVISIONS
from bot.storage.writer import Transaction, Writer

T = TypeVar("T")
BUSY_TIMEOUT_MS = 2_000  # a member is answered within three seconds
SILENCE = 5.0  # seconds for which a server that did not answer is not asked again: everybody would wait in vain
WAL_TRIES, WAL_PAUSE = 100, 0.05  # seconds, in a thread of its own
OPENING_TIMEOUT_MS = 15_000  # nobody waits for a start, and another process may be migrating
STATEMENT_TIMEOUT = 30.0  # seconds after which a server that was asked something is taken for gone
SILENT = "the server does not answer"
OURS = (IntegrityError, ProgrammingError, DataError)  # what a database says to a mistake of ours
ADVISORY_LOCK = 0x6C617572656C  # "laurel": one process migrates, the others wait


class Database:
    """A pool of connections to SQLite or PostgreSQL. Nothing is opened before `open()`."""

    def __init__(self, url: str) -> None:
        self._url = sa.make_url(url)
        self._writer = Writer(lambda: self._soon(self._begun()))
        self._engine: AsyncEngine | None = None
        self._silent_until = self._heard_at = 0.0  # by the loop's clock

    @property
    def is_sqlite(self) -> bool:
        return self.dialect == "sqlite"

    @property
    def dialect(self) -> str:
        """SQLAlchemy's name of it: sqlite or postgresql."""
        return self._url.get_backend_name()

    @property
    def _in_memory(self) -> bool:
        return self.is_sqlite and self._url.database in (None, "", ":memory:")

    def neighbour(self, name: str) -> Path | None:
        """A file beside the SQLite file; None for PostgreSQL and in memory."""
        if not self.is_sqlite or self._in_memory:
            return None
        return Path(str(self._url.database)).parent / name

    async def open(self) -> None:
        """Connects and migrates. Raises DatabaseError with one line that says what to do."""
        await asyncio.to_thread(self._probe)
        try:
            if self.is_sqlite:
                connector = sqlite.connector(self._url, BUSY_TIMEOUT_MS / 1000)
                self._engine = create_async_engine(self._url, async_creator=connector)
            else:
                patience = {"timeout": OPENING_TIMEOUT_MS / 1000, "command_timeout": STATEMENT_TIMEOUT}
                self._engine = create_async_engine(self._url, pool_pre_ping=True, connect_args=patience)
                sa.event.listen(self._engine.sync_engine, "connect", _prepare_postgresql)
        except ModuleNotFoundError as error:
            raise DatabaseError(f"{error.name} is not installed. Run: pip install 'laurel-bot[postgres]'") from None
        try:
            await self._migrate(self._engine)
        except (DBAPIError, OSError) as error:
            await self.close()
            raise self._unusable(_reason(error)) from None
        except DatabaseError:
            await self.close()
            raise

    async def close(self) -> None:
        """Closes every connection once what is being written is committed; safe to call twice."""
        await self._writer.rest()
        engine, self._engine = self._engine, None
        if engine is not None:
            await engine.dispose()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection for SELECTs. Never await Discord inside. Raises StorageTrouble."""
        alone = self._in_memory  # there is one connection for all, so those who read wait for their turn as well
        with _trouble():
            async with self._writer.write() if alone else aclosing(await self._reading()) as connection:
                yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction: durable when this block has ended, undone on any exception. Never await Discord inside.

        Blocks run one after another. Those that wait while another writes share its commit, each behind a savepoint
        of its own: one that fails undoes only itself. (One that is cancelled in the middle of a statement, and one
        that loses the connection, take along those they share with: these hear of StorageTrouble.) A block must not
        catch what its statements raise: the transaction may be lost. Raises StorageTrouble, and then nothing was kept.
        """
        with _trouble():
            async with self._writer.write() as connection:
                yield connection

    async def _reading(self) -> AsyncConnection:
        return await (self._connected() if self.is_sqlite else self._soon(self._connected()))

    async def _connected(self) -> AsyncConnection:
        return await self._opened().connect()

    async def _begun(self) -> Transaction:
        connection = await self._connected()
        try:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            if not self.is_sqlite:  # there the first statement begins
                return Transaction(connection, partial(_run_in_postgresql, connection, driver))
            await connection.exec_driver_sql("BEGIN IMMEDIATE")
            return Transaction(connection, driver.run)
        except BaseException:
            await connection.close()
            raise

    async def _soon(self, work: Coroutine[Any, Any, T]) -> T:
        """What `work` opens, or StorageTrouble: a server may be gone without a word, and most answers need none of it.

        Whoever is cancelled meanwhile leaves nothing open.
        """
        now = asyncio.get_running_loop().time
        if now() < self._silent_until:
            work.close()
            raise StorageTrouble(SILENT)
        opening = asyncio.ensure_future(work)
        try:
            while not opening.done():
                asked = now()
                await asyncio.wait((opening,), timeout=None if self.is_sqlite else BUSY_TIMEOUT_MS / 1000)
                if not opening.done() and self._heard_at < asked:  # nor is there a crowd before us that is served
                    self._silent_until = now() + SILENCE
                    raise StorageTrouble(SILENT)
            opened = opening.result()
        except BaseException:
            if not self.is_sqlite:  # which has its own patience
                opening.cancel()
            self._writer.abandon(opening)  # SQLAlchemy takes its time to be cancelled
            raise
        self._heard_at = now()
        return opened

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
        if not self.is_sqlite or self._in_memory:
            return
        path = Path(str(self._url.database))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            patience = OPENING_TIMEOUT_MS / 1000
            with closing(sqlite3.connect(path, timeout=patience, isolation_level=None)) as connection:
                for tries in range(WAL_TRIES, 0, -1):
                    connection.execute("BEGIN IMMEDIATE")
                    connection.execute("ROLLBACK")
                    try:
                        connection.execute("PRAGMA journal_mode = WAL")
                        break
                    except sqlite3.OperationalError:  # for this alone SQLite does not wait its turn
                        if tries == 1:
                            raise
                        time.sleep(WAL_PAUSE)
        except (OSError, sqlite3.Error) as error:
            raise self._unusable(str(error.strerror if isinstance(error, OSError) else error)) from None

    def _unusable(self, reason: str) -> DatabaseError:
        advice = "Make its folder writable, or set DATABASE_URL to a place that is."
        if not self.is_sqlite:
            advice = "Check DATABASE_URL, and that the server runs."
        elif "locked" in reason:
            advice = "Another program writes to it: stop that one, or wait until it has finished."
        return DatabaseError(f"The database {self} cannot be used ({reason}). {advice}")

    async def _migrate(self, engine: AsyncEngine) -> None:
        async with engine.connect() as connection:
            if self.is_sqlite:
                await connection.exec_driver_sql(f"PRAGMA busy_timeout = {OPENING_TIMEOUT_MS}")
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                await connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
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
            if self.is_sqlite:
                await connection.exec_driver_sql(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")


async def _run_in_postgresql(connection: AsyncConnection, driver: Any, statements: Sequence[str]) -> None:
    if not driver.is_in_transaction():  # whoever wrote first had nothing to write
        await connection.exec_driver_sql("SELECT 1")
    await driver.execute("; ".join(statements))


def _prepare_postgresql(connection: Any, _record: Any) -> None:
    """Patience: another process that never ends its transaction must not hold up all of our writes for ever."""
    cursor = connection.cursor()
    cursor.execute(f"SET lock_timeout = {BUSY_TIMEOUT_MS}")
    cursor.close()
    connection.commit()


@contextmanager
def _trouble() -> Iterator[None]:
    """Tells what a database is in trouble with from what was wrong with the question."""
    try:
        yield
    except OURS:
        raise
    except (DBAPIError, sa.exc.TimeoutError, OSError) as error:
        raise StorageTrouble(_reason(error)) from error


def _reason(error: Exception) -> str:
    return str(error.orig if isinstance(error, DBAPIError) else error) or SILENT


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
