"""SQLite as this house opens it: its pragmas, its rows, one crossing to the thread per statement, locks given up."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.errors import DatabaseError
from bot.storage import database as rooms
from bot.storage.commands import CommandSync, CommandSyncs
from bot.storage.database import Database
from bot.storage.schema import command_sync
from bot.storage.sqlite import Connection
from tests.storage.test_groups import row


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/laurel.db")
    await database.open()
    yield database
    await database.close()


@pytest.fixture
def crossings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the threads of connections are asked."""
    asked: list[str] = []
    ask = Connection._execute

    async def counted(self: Connection, work: object, *arguments: object, **options: object) -> object:
        asked.append(getattr(work, "__name__", str(work)))
        return await ask(self, work, *arguments, **options)  # type: ignore[no-untyped-call, arg-type]

    monkeypatch.setattr(Connection, "_execute", counted)
    return asked


async def test_every_connection_is_prepared(database: Database) -> None:
    async def told(pragma: str) -> object:
        async with database.read() as connection:
            return (await connection.exec_driver_sql(f"PRAGMA {pragma}")).scalar()

    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": rooms.BUSY_TIMEOUT_MS}
    for _ in range(3):
        assert {pragma: await told(pragma) for pragma in wanted} == wanted
    async with database.read() as one, database.read() as two:
        for connection in (one, two):
            assert (await connection.exec_driver_sql("PRAGMA busy_timeout")).scalar() == rooms.BUSY_TIMEOUT_MS


async def test_rows_come_as_they_were_put(database: Database) -> None:
    async with database.write() as connection:
        many = [row(number) | {"command_ids": {"방탄소년단 🏆": number}} for number in range(500)]
        await connection.execute(sa.insert(command_sync), many)
    async with database.read() as connection:
        found = (await connection.execute(sa.select(command_sync).order_by(command_sync.c.guild_id))).mappings().all()
        assert [dict(one) for one in found] == many
        nobody = await connection.execute(sa.select(command_sync).where(command_sync.c.guild_id == -1))
        assert nobody.all() == []
    async with database.write() as connection:
        change = sa.update(command_sync).where(command_sync.c.guild_id < 100).values(synced_at=7)
        assert (await connection.execute(change)).rowcount == 100
        assert (await connection.execute(sa.delete(command_sync))).rowcount == 500


async def test_a_statement_is_one_crossing(database: Database, crossings: list[str]) -> None:
    """Each costs two switches of threads; SQLAlchemy over plain aiosqlite makes three or four a statement."""
    syncs = CommandSyncs(database)
    await syncs.save(1, 0, CommandSync("a", {}), at=1)
    assert len(crossings) == 5, f"BEGIN, DELETE, INSERT, COMMIT, and the pool's ROLLBACK: {crossings}"
    await database._writer.rest()
    crossings.clear()
    await syncs.find(1, 0)
    assert len(crossings) == 2, f"SELECT with its rows, and the pool's ROLLBACK: {crossings}"
    crossings.clear()
    await asyncio.gather(*(syncs.save(1, number, CommandSync("a", {}), at=1) for number in range(100)))
    assert len(crossings) == 3 + 300 - 1, "a savepoint, DELETE and INSERT for each but the first"


async def test_a_closed_connection_gives_its_lock_up_though_a_cursor_is_remembered(database: Database) -> None:
    assert database._engine is not None
    connection = await database._engine.connect()
    raw = (await connection.get_raw_connection()).driver_connection
    assert isinstance(raw, Connection)
    await connection.exec_driver_sql("BEGIN IMMEDIATE")
    cursor = raw._conn.execute("SELECT 1 UNION ALL SELECT 2")
    assert cursor.fetchone() == (1,)
    await connection.invalidate()
    await CommandSyncs(database).save(1, 0, CommandSync("a", {}), at=1)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        cursor.fetchone()
    await connection.close()


async def test_nothing_keeps_the_process_alive(database: Database) -> None:
    async with database.read() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert isinstance(raw, Connection) and raw._thread.daemon


async def test_a_file_that_somebody_writes_to_for_long_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process may be migrating: wait for it, and when it takes too long, say what is in the way."""
    path = tmp_path / "laurel.db"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(rooms, "OPENING_TIMEOUT_MS", 50)
    with pytest.raises(DatabaseError, match=r"\(database is locked\)\. Another program writes to it"):
        await Database(f"sqlite+aiosqlite:///{path}").open()
    monkeypatch.setattr(rooms, "OPENING_TIMEOUT_MS", 10_000)
    monkeypatch.setattr(rooms, "BUSY_TIMEOUT_MS", 50)
    database = Database(f"sqlite+aiosqlite:///{path}")
    opening = asyncio.create_task(database.open())
    await asyncio.sleep(0.2)
    assert not opening.done()
    other.execute("ROLLBACK")
    other.close()
    await opening
    await database.close()
