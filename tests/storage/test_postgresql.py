"""What only a server can do to us: end our connection, hold a row, deadlock two processes, fall silent, be slow."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

import bot.storage.database
from bot.errors import DatabaseError, StorageTrouble
from bot.storage.database import Database
from bot.storage.schema import command_sync
from tests.storage.test_groups import COUNTING, row, save, saved


class Wire:
    """A way to the server that can be cut without a word: what is sent disappears, and no answer comes."""

    def __init__(self, url: str) -> None:
        self._url = sa.make_url(url)
        self.silent = False

    @contextlib.asynccontextmanager
    async def laid(self) -> AsyncIterator[str]:
        """Its address."""
        carrying: set[asyncio.Task[None]] = set()
        host, port = str(self._url.query.get("host") or self._url.host), self._url.port or 5432

        async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            with contextlib.suppress(ConnectionError):
                while data := await reader.read(65_536):
                    if not self.silent:
                        writer.write(data)
                        await writer.drain()

        async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            carrying.add(asyncio.current_task())  # type: ignore[arg-type]
            if host.startswith("/"):
                there = await asyncio.open_unix_connection(f"{host}/.s.PGSQL.{port}")
            else:
                there = await asyncio.open_connection(host, port)
            ways = [asyncio.ensure_future(carry(*ends)) for ends in ((reader, there[1]), (there[0], writer))]
            with contextlib.suppress(asyncio.CancelledError):  # asyncio complains of such a task that is cancelled
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            for end in (writer, there[1]):
                end.close()
                with contextlib.suppress(ConnectionError):
                    await end.wait_closed()

        server = await asyncio.start_server(accept, "127.0.0.1", 0)
        address = self._url.set(host="127.0.0.1", port=server.sockets[0].getsockname()[1], query={})
        yield address.render_as_string(hide_password=False)
        server.close()
        for task in carrying:
            task.cancel()
        await asyncio.gather(*carrying)
        await server.wait_closed()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.storage.database, "BUSY_TIMEOUT_MS", 250)


@pytest.fixture
async def database(quick: None, postgres: str) -> AsyncIterator[Database]:
    database = Database(postgres)
    await database.open()
    async with database.write() as connection:
        await connection.execute(sa.delete(command_sync))
    yield database
    await database.close()


async def test_a_connection_that_the_server_ends_takes_its_group_and_nobody_else(database: Database) -> None:
    async def victim() -> None:
        async with database.write() as connection:
            await connection.execute(sa.text("SELECT pg_terminate_backend(pg_backend_pid())"))

    results = await asyncio.gather(
        *(save(database, number) for number in range(3)),
        victim(),
        *(save(database, number) for number in range(3, 6)),
        return_exceptions=True,
    )
    assert [type(result) for result in results[:4]] == [StorageTrouble] * 4
    assert results[4:] == [3, 4, 5] and await saved(database) == {3, 4, 5}


async def test_a_connection_that_ended_while_nobody_used_it_is_replaced(database: Database) -> None:
    await save(database, 1)
    async with database.read() as connection:
        ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = "
        await connection.execute(sa.text(ended + "current_database()"))
    assert await save(database, 2) == 2 and await saved(database) == {1, 2}


async def test_a_row_that_another_process_holds_does_not_hold_up_everybody(database: Database, postgres: str) -> None:
    await save(database, 1)
    other = Database(postgres)
    await other.open()
    holding, go_on = asyncio.Event(), asyncio.Event()

    async def hold() -> None:
        async with other.write() as connection:
            await connection.execute(sa.update(command_sync).values(synced_at=5))
            holding.set()
            await go_on.wait()

    async def want() -> None:
        async with database.write() as connection:
            await connection.execute(sa.update(command_sync).values(synced_at=6))

    holder = asyncio.create_task(hold())
    await holding.wait()
    async with asyncio.timeout(10):
        results = await asyncio.gather(want(), save(database, 2), return_exceptions=True)
    assert isinstance(results[0], StorageTrouble) and "lock timeout" in str(results[0]) and results[1] == 2
    go_on.set()
    await holder
    await other.close()


async def test_two_processes_that_write_the_same_rows_in_opposite_order(quick: None, postgres: str) -> None:
    """Rows stay locked until the group commits, so two may wait for each other: one of them hears of trouble."""
    ours, theirs = Database(postgres), Database(postgres)
    await ours.open()
    await theirs.open()
    async with ours.write() as connection:
        await connection.execute(sa.delete(command_sync))
        await connection.execute(sa.insert(command_sync), [row(number) | {"command_ids": {}} for number in range(8)])

    async def add(database: Database, number: int, name: str) -> tuple[int, str] | None:
        key = command_sync.c.guild_id == number
        try:
            async with database.write() as connection:
                known = await connection.scalar(sa.select(command_sync.c.command_ids).where(key).with_for_update())
                await connection.execute(sa.update(command_sync).where(key).values(command_ids={**known, name: 1}))
        except StorageTrouble:
            return None
        return number, name

    writes = [add(ours, number, "ours") for number in range(8)]
    writes += [add(theirs, number, "theirs") for number in reversed(range(8))]
    done = [one for one in await asyncio.gather(*writes) if one]
    async with ours.read() as connection:
        rows = await connection.execute(sa.select(command_sync.c.guild_id, command_sync.c.command_ids))
        kept = {(number, name) for number, names in rows for name in names}
    assert set(done) == kept and len(kept) >= 8
    await ours.close()
    await theirs.close()


async def test_a_server_that_falls_silent_is_given_up_soon_and_used_again(
    quick: None, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Look-ups ask for settings first: they must not wait for a server that is gone without a word."""
    monkeypatch.setattr(bot.storage.database, "SILENCE", 0.5)
    wire = Wire(postgres)
    async with wire.laid() as url:
        database = Database(url)
        await database.open()
        known = await saved(database)
        wire.silent = True
        now = asyncio.get_running_loop().time
        began = now()
        results = await asyncio.gather(
            *(saved(database) for _ in range(20)), save(database, 77), return_exceptions=True
        )
        assert {(type(one), str(one)) for one in results} == {(StorageTrouble, "the server does not answer")}
        assert now() - began < 2
        began = now()
        with pytest.raises(StorageTrouble):
            await saved(database)
        assert now() - began < 0.1, "once is enough"
        wire.silent = False
        while now() - began < 20:
            with contextlib.suppress(StorageTrouble):
                if await saved(database) == known:
                    break
            await asyncio.sleep(0.1)
        else:
            pytest.fail("the server is back, but nobody asks it")
        await database.close()


async def test_a_crowd_that_waits_for_connections_is_no_silence(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are more readers than connections, but one after another is served: nobody is sent away."""
    monkeypatch.setattr(bot.storage.database, "BUSY_TIMEOUT_MS", 250)

    async def read() -> int:
        async with database.read() as connection:
            return int(await connection.scalar(sa.text("SELECT 1 FROM pg_sleep(0.05)")) or 0)

    assert await asyncio.gather(*(read() for _ in range(150))) == [1] * 150


async def test_a_server_that_falls_silent_in_the_middle_of_a_write(
    quick: None, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.storage.database, "STATEMENT_TIMEOUT", 0.5)
    wire = Wire(postgres)
    async with wire.laid() as url:
        database = Database(url)
        await database.open()

        async def cut() -> None:
            async with database.write() as connection:
                await connection.execute(sa.text("SELECT 1"))
                wire.silent = True
                await connection.execute(sa.text("SELECT 2"))

        async with asyncio.timeout(20):
            results = await asyncio.gather(save(database, 71), cut(), save(database, 72), return_exceptions=True)
            await database.close()
    assert {type(result) for result in results} == {StorageTrouble}
    database = Database(postgres)
    await database.open()
    assert not {71, 72} & await saved(database)
    await database.close()


async def test_a_server_that_never_answers_does_not_hold_up_a_start(
    postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.storage.database, "OPENING_TIMEOUT_MS", 300)
    wire = Wire(postgres)
    wire.silent = True
    async with wire.laid() as url, asyncio.timeout(10):
        with pytest.raises(DatabaseError, match=r"cannot be used \(.+\)\. Check DATABASE_URL"):
            await Database(url).open()


async def test_who_is_cancelled_while_the_server_works_is_answered_by_the_next(database: Database) -> None:
    """A cancelled statement is ended on the server too, or the next would wait for it."""
    task = asyncio.create_task(_count(database))
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(5):
        assert await save(database, 3) == 3


async def _count(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(sa.text(COUNTING.replace("500000", "500000000")))
