"""Writes that share a commit: each is kept or undone alone, and none is acknowledged before it is durable."""

import ast
import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa

import bot.storage
from bot.errors import StorageTrouble
from bot.storage.database import Database
from bot.storage.schema import command_sync

BLOB = "x" * 64
COUNTING = "WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 500000) SELECT count(*) FROM up"


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        await connection.execute(sa.delete(command_sync))
    yield database
    await database.close()


def row(number: int, text: str = BLOB) -> dict[str, object]:
    return {"application_id": 1, "guild_id": number, "tree_hash": BLOB, "command_ids": {text: 1}, "synced_at": 0}


async def save(database: Database, number: int, *, fail: bool = False, text: str = BLOB) -> int:
    async with database.write() as connection:
        await connection.execute(sa.insert(command_sync).values(row(number, text)))
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


async def test_who_is_cancelled_while_a_statement_runs_leaves_no_lock(database: Database) -> None:
    """SQLAlchemy drops the connection, so the group is lost: all of it hears so, and nobody waits for the lock."""
    asking = asyncio.Event()

    async def busy() -> None:
        async with database.write() as connection:
            await connection.execute(sa.delete(command_sync).where(command_sync.c.guild_id < 0))
            asking.set()
            await connection.execute(sa.text(COUNTING))

    before = [asyncio.create_task(save(database, number)) for number in range(3)]
    victim = asyncio.create_task(busy())
    after = [asyncio.create_task(save(database, number)) for number in range(3, 6)]
    await asking.wait()
    await asyncio.sleep(0)
    victim.cancel()
    lost = await asyncio.gather(*before, victim, return_exceptions=True)
    assert [type(one) for one in lost] == [StorageTrouble] * 3 + [asyncio.CancelledError]
    assert await asyncio.gather(*after) == [3, 4, 5] and await saved(database) == {3, 4, 5}
    assert await save(database, 7) == 7
    del lost, victim  # until here they remember the cursors


async def test_who_is_cancelled_twice_at_any_moment_leaves_no_connection(database: Database) -> None:
    for moment in range(60):
        task = asyncio.create_task(save(database, 1_000 + moment))
        for _ in range(moment):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert await save(database, 5) == 5
    await database._writer.rest()
    assert database._engine is not None
    assert database._engine.pool.checkedout() == 0  # type: ignore[attr-defined]


async def test_whoever_writes_nothing_spoils_nothing(database: Database) -> None:
    """On PostgreSQL the first statement begins the transaction, and a savepoint needs one."""

    async def nothing(number: int) -> None:
        async with database.write():
            if number % 2:
                raise LookupError("nothing to do")

    results = await asyncio.gather(
        nothing(0), save(database, 1), nothing(1), save(database, 2), nothing(2), return_exceptions=True
    )
    assert results[1] == 1 and isinstance(results[2], LookupError) and results[3] == 2
    assert await saved(database) == {1, 2}


@pytest.mark.parametrize("seed", range(12))
async def test_a_storm_keeps_what_it_acknowledged_and_nothing_that_failed(database: Database, seed: int) -> None:
    """Failures, mistakes, cancelled and patient writers in any order; who was cancelled may or may not be kept."""
    dice = random.Random(seed)
    print("seed", seed)

    async def act(number: int) -> int:
        await asyncio.sleep(dice.random() / 100)
        async with database.write() as connection:
            await connection.execute(sa.insert(command_sync).values(row(number)))
            whim = dice.random()
            if whim < 0.1:
                raise RuntimeError("changed my mind")
            if whim < 0.2:
                await connection.execute(sa.insert(command_sync).values(row(number)))
            if whim < 0.3:
                await asyncio.sleep(dice.random() / 1_000)
        return number

    tasks = [asyncio.create_task(act(number)) for number in range(120)]
    for victim in dice.sample(tasks, 12):
        await asyncio.sleep(dice.random() / 1_000)
        victim.cancel()
    results = dict(enumerate(await asyncio.gather(*tasks, return_exceptions=True)))
    kept = {number for number, result in results.items() if result == number}
    unsure = {number for number, result in results.items() if isinstance(result, asyncio.CancelledError)}
    others = {type(result) for result in results.values() if isinstance(result, Exception)}
    assert kept <= await saved(database) <= kept | unsure
    assert others <= {RuntimeError, sa.exc.IntegrityError, StorageTrouble} and len(kept) > 20
    assert await save(database, 999) == 999


async def test_closing_waits_for_what_was_written(url: str) -> None:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        await connection.execute(sa.delete(command_sync))
    await database._writer.rest()
    writing = asyncio.create_task(save(database, 5))
    while not database._writer._tasks:
        await asyncio.sleep(0)
    writing.cancel()
    await database.close()
    database = Database(url)
    await database.open()
    assert await saved(database) == {5}
    await database.close()


async def test_closing_waits_for_who_writes_and_who_waits(database: Database, url: str) -> None:
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def slow() -> int:
        async with database.write() as connection:
            await connection.execute(sa.insert(command_sync).values(row(9)))
            inside.set()
            await go_on.wait()
        return 9

    writing = [asyncio.create_task(slow()), *(asyncio.create_task(save(database, number)) for number in range(3))]
    await inside.wait()
    closing = asyncio.create_task(database.close())
    await asyncio.sleep(0.01)
    assert not closing.done()
    go_on.set()
    await closing
    assert await asyncio.gather(*writing) == [9, 0, 1, 2]
    with pytest.raises(RuntimeError, match="not open"):
        await save(database, 4)
    await database.open()
    assert await saved(database) == {9, 0, 1, 2}


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


async def test_a_rollback_that_one_caused_is_nobody_elses_mistake(tmp_path: Path) -> None:
    """SQLite may give a transaction up by itself: the others must not be told of an error that they would explain."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/laurel.db")
    await database.open()
    async with database.write() as connection:
        await connection.exec_driver_sql(
            "CREATE TRIGGER three BEFORE INSERT ON command_sync WHEN NEW.guild_id = 3 "
            "BEGIN SELECT RAISE(ROLLBACK, 'not three'); END"
        )
    results = await asyncio.gather(*(save(database, number) for number in range(6)), return_exceptions=True)
    wrong = {number: type(result) for number, result in enumerate(results) if isinstance(result, Exception)}
    assert wrong.pop(3) is sa.exc.IntegrityError and set(wrong.values()) == {StorageTrouble}
    assert await saved(database) == {number for number, result in enumerate(results) if result == number} >= {4, 5}
    await database.close()


async def test_in_memory_readers_and_writers_do_not_meet() -> None:
    """There is one connection for all: a reader that ends would roll back what others write."""
    database = Database("sqlite+aiosqlite://")
    await database.open()

    async def read() -> None:
        assert all(0 <= number < 50 for number in await saved(database))

    done = await asyncio.gather(*(work for number in range(50) for work in (save(database, number), read())))
    assert done[::2] == list(range(50)) and await saved(database) == set(range(50))
    await database.close()


def test_no_transaction_goes_on_after_an_error() -> None:
    """A block that catches what a statement raised may go on in a transaction that is gone, and be acknowledged."""
    for module in Path(bot.storage.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            inside = isinstance(node, ast.AsyncWith) and any("write()" in ast.unparse(item) for item in node.items)
            lent = isinstance(node, ast.AsyncFunctionDef) and any(
                argument.annotation is not None and ast.unparse(argument.annotation) == "AsyncConnection"
                for argument in node.args.args
            )
            if (inside or lent) and module.stem not in ("database", "writer"):
                caught = [one.lineno for one in ast.walk(node) if isinstance(one, ast.Try)]
                assert not caught, f"{module.name}:{caught} catches inside a transaction: catch around `write()`"
