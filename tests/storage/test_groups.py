"""Writes that share a commit: each is kept or undone alone, and none is acknowledged before it is durable."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.errors import StorageTrouble
from bot.storage.database import Database
from bot.storage.schema import command_sync

BLOB = "x" * 64


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        await connection.execute(sa.delete(command_sync))
    yield database
    await database.close()


async def save(database: Database, number: int, *, fail: bool = False, text: str = BLOB) -> int:
    async with database.write() as connection:
        row = {"application_id": 1, "guild_id": number, "tree_hash": BLOB, "command_ids": {text: 1}, "synced_at": 0}
        await connection.execute(sa.insert(command_sync).values(row))
        if fail:
            raise RuntimeError("changed my mind")
    return number


async def saved(database: Database) -> set[int]:
    async with database.read() as connection:
        return set(await connection.scalars(sa.select(command_sync.c.guild_id)))


def commits(database: Database) -> list[str]:
    """Every COMMIT from now on."""
    assert database._engine is not None
    seen: list[str] = []
    sa.event.listen(database._engine.sync_engine, "commit", lambda _: seen.append("commit"))
    return seen


async def test_those_who_wait_together_are_committed_together(database: Database) -> None:
    seen = commits(database)
    done = await asyncio.gather(*(save(database, number) for number in range(50)))
    assert await saved(database) == set(done) == set(range(50))
    assert len(seen) < 5


async def test_one_that_fails_undoes_only_itself(database: Database) -> None:
    results = await asyncio.gather(
        *(save(database, number, fail=number % 3 == 0) for number in range(30)), return_exceptions=True
    )
    assert [isinstance(result, RuntimeError) for result in results] == [number % 3 == 0 for number in range(30)]
    assert await saved(database) == {number for number in range(30) if number % 3}


async def test_a_mistake_in_the_middle_is_told_to_whoever_made_it(database: Database) -> None:
    """On PostgreSQL it aborts the transaction up to the savepoint."""
    numbers = [0, 1, 1, 2, 2, 3]
    results = await asyncio.gather(*(save(database, number) for number in numbers), return_exceptions=True)
    assert [isinstance(result, sa.exc.IntegrityError) for result in results] == [False, False, True, False, True, False]
    assert await saved(database) == {0, 1, 2, 3}


async def test_who_is_cancelled_takes_nobody_along(database: Database) -> None:
    tasks = [asyncio.create_task(save(database, number)) for number in range(20)]
    for pause in range(12):
        await asyncio.sleep(0)
        tasks[pause].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    kept = {result for result in results if isinstance(result, int)}
    assert {12, 13, 14, 15, 16, 17, 18, 19} <= kept <= await saved(database)
    assert await save(database, 99) == 99


async def test_closing_waits_for_what_was_written(url: str) -> None:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        await connection.execute(sa.delete(command_sync))
    while database._tasks:
        await asyncio.sleep(0)
    writing = asyncio.create_task(save(database, 5))
    while not database._tasks:
        await asyncio.sleep(0)
    writing.cancel()
    await database.close()
    database = Database(url)
    await database.open()
    assert await saved(database) == {5}
    await database.close()


async def test_a_full_disk_keeps_nothing_that_was_not_acknowledged(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/laurel.db")
    await database.open()
    assert database._engine is not None

    def small(connection: sqlite3.Connection, *_: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA page_count")
        (pages,) = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages + 8}")
        cursor.close()

    sa.event.listen(database._engine.sync_engine, "checkout", small)
    texts = [BLOB if number % 10 else "y" * 20_000 for number in range(60)]
    results = await asyncio.gather(
        *(save(database, number, text=text) for number, text in enumerate(texts)), return_exceptions=True
    )
    kept = {result for result in results if isinstance(result, int)}
    failed = [result for result in results if not isinstance(result, int)]
    assert failed and all(isinstance(error, StorageTrouble) and "full" in str(error) for error in failed)
    assert await saved(database) == kept
    await database.close()


async def test_a_locked_database_says_so_and_recovers(tmp_path: Path) -> None:
    path = tmp_path / "laurel.db"
    database = Database(f"sqlite+aiosqlite:///{path}")
    await database.open()
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageTrouble, match="locked"):
            await save(database, 1)
        other.execute("ROLLBACK")
    other.close()
    assert await save(database, 2) == 2
    assert await saved(database) == {2}
    await database.close()
