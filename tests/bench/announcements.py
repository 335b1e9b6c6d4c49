"""What a midnight costs: so many deliveries due at once, expanded and drained. A process for each figure, JSON out.

Beside it two other designs, written here as stand-ins: a job of APScheduler for each reminder, and one task that sleeps
until the next row of a table is due, sends it and looks for the next.
"""

from __future__ import annotations

import asyncio
import datetime
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from rich.table import Table

from bot.catalogue import Catalogue, load_catalogue
from bot.services.agenda import Agenda
from bot.services.announcements.announcer import Announcer
from bot.services.announcements.expander import Expander
from bot.services.announcements.occasions import Occasions
from bot.services.announcements.throttle import Throttle
from bot.services.lookup import Lookup
from bot.settings import packaged_data
from bot.storage.database import Database
from bot.storage.deliveries import DeliveryBook
from bot.storage.outbox import Claim, Row
from bot.storage.schema.announcements import delivery, subscription
from bot.storage.subscriptions import SubscriptionBook
from tests.bench.load import quantile
from tests.bench.virtual import BusyDatabase, VirtualLoop, watched_loop
from tests.stand_in.process import CHECKOUT

RATE, BEYOND = 40.0, 50
LATENCY = 0.15  # seconds that Discord takes for a message
SERVERS_SHARE = 10  # subscriptions of a server
MIDNIGHT = datetime.datetime(2026, 11, 27, 15, tzinfo=datetime.UTC)
MANY, FEW = 100_000, 400


class Minutes:
    """The clock of those machines: midnight, and what the loop has counted since."""

    def __init__(self, moving: bool) -> None:
        self.moving = moving
        self.began = asyncio.get_running_loop().time()

    def now(self) -> datetime.datetime:
        passed = asyncio.get_running_loop().time() - self.began if self.moving else 0.0
        return MIDNIGHT + datetime.timedelta(seconds=passed)


class Discord:
    """Takes a message after a while, and refuses what is beyond fifty in a second."""

    def __init__(self, latency: float) -> None:
        self.latency = latency
        self.sent = self.refused = 0
        self.lately: deque[float] = deque()

    async def take(self) -> int:
        now = asyncio.get_running_loop().time()
        while self.lately and self.lately[0] <= now - 1:
            self.lately.popleft()
        self.lately.append(now)
        if len(self.lately) > BEYOND and self.latency:
            self.refused += 1
        await asyncio.sleep(self.latency)
        self.sent += 1
        return self.sent


class PlainCourier:
    def __init__(self, discord: Discord) -> None:
        self.discord = discord

    def here(self, row: Row) -> bool:
        return True

    def place(self, row: Row) -> int:
        return int(row["channel_id"])

    def may_look(self, claim: Claim) -> bool:
        return True

    async def post(self, claim: Claim, *, late: bool) -> int:
        return await self.discord.take()

    async def find(self, claim: Claim) -> int | None:
        return None

    async def refused(self, claim: Claim, why: str) -> None:
        raise AssertionError


class Desk:
    """One process of Laurel, as far as announcements go."""

    def __init__(self, database: Database, *, rate: float | None, latency: float, moving: bool) -> None:
        catalogue = small()
        self.database, self.discord, clock = database, Discord(latency), Minutes(moving)
        self.occasions = Occasions(catalogue, Agenda(catalogue, clock))
        self.occasions.prepare()
        deliveries = DeliveryBook(database)
        self.expander = Expander(SubscriptionBook(database), deliveries, self.occasions, clock)
        self.announcer = Announcer(deliveries, PlainCourier(self.discord), Throttle(rate), clock, name="bench")

    async def expand(self) -> None:
        await self.expander.work(lambda guild_id: True)


def small() -> Catalogue:
    return load_catalogue(packaged_data())


async def subscribe(database: Database, count: int) -> None:
    """So many subscriptions to the birthdays and facts of the day, each in a channel of its own."""
    plain = {
        "origin": "added", "kinds": ["birthday", "debut", "fact"], "about": ["artist:bts", "show:mama"], "leads": [0],
        "vote_hours": [], "hour": 0, "minute": 0, "zone": "Asia/Seoul", "anchor": "server", "silent": False,
        "style": "digest", "weekly": False, "monthly": False, "catch_up_hours": 12, "leap_day": "03-01",
        "state": "active", "next_due_at": int(MIDNIGHT.timestamp()), "facts": "", "version": 1, "updated_at": 0,
    }  # fmt: skip
    async with database.write() as connection:
        for start in range(0, count, 1_000):
            rows = [
                plain | {"guild_id": number // SERVERS_SHARE, "channel_id": 10**9 + number}
                for number in range(start, min(start + 1_000, count))
            ]
            await connection.execute(sa.insert(subscription), rows)


def resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) if Path("/proc").is_dir() else 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


async def sent_in(database: Database) -> int:
    query = sa.select(sa.func.count()).select_from(delivery).where(delivery.c.state == "sent")
    async with database.read() as connection:
        return await connection.scalar(query) or 0


def at_the_limit(folder: str, count: int) -> dict[str, float]:
    """Drained at forty a second in simulated time, against a Discord that counts."""
    loop = VirtualLoop()

    async def work() -> dict[str, float]:
        database = loop.database = BusyDatabase(f"sqlite+aiosqlite:///{folder}/limit.db")
        await database.open()
        await subscribe(database, count)
        desk = Desk(database, rate=RATE, latency=LATENCY, moving=True)
        gc.collect()
        gc.freeze()
        await loop.watched.begin()
        await desk.expand()
        before, began = resident(), loop.time()
        await desk.announcer.work()
        seconds = loop.time() - began
        found = {
            "simulated": seconds, "share": count / seconds / RATE, "refused": float(desk.discord.refused),
            "stall": loop.watched.longest, "wall": loop.watched.longest_wall, "memory": resident() - before,
            "sent": float(await sent_in(database)),
        }  # fmt: skip
        await database.close()
        return found

    return _run(loop, work())


def without_limit(folder: str, count: int) -> dict[str, float]:
    """Drained as fast as SQLite keeps it, by the wall's clock."""
    loop, watched = watched_loop()

    async def work() -> dict[str, float]:
        database = Database(f"sqlite+aiosqlite:///{folder}/free.db")
        await database.open()
        await subscribe(database, count)
        desk = Desk(database, rate=None, latency=0.0, moving=False)
        gc.collect()
        gc.freeze()
        await watched.begin()
        began = time.perf_counter()
        await desk.expand()
        expanded, before = time.perf_counter() - began, resident()
        began = time.perf_counter()
        await desk.announcer.work()
        drained = time.perf_counter() - began
        ticks = []
        for _ in range(200):
            began = time.perf_counter()
            await desk.expand()
            await desk.announcer.work()
            ticks.append(time.perf_counter() - began)
        found = {
            "expanded": count / expanded, "drained": count / drained, "both": count / (expanded + drained),
            "stall": watched.longest, "wall": watched.longest_wall, "memory": resident() - before,
            "tick": quantile(ticks, 0.5), "sent": float(await sent_in(database)),
        }  # fmt: skip
        await database.close()
        return found

    return _run(loop, work())


def look_ups(folder: str, count: int) -> dict[str, float]:
    """How long a look-up waits and takes, idle and during a drain at the limit; real time, a few seconds of each."""
    loop, _ = watched_loop()
    seconds = 8.0 if count > FEW else 0.5

    async def work() -> dict[str, float]:
        database = Database(f"sqlite+aiosqlite:///{folder}/lookups.db")
        await database.open()
        await subscribe(database, int(RATE * seconds * 3))
        desk = Desk(database, rate=RATE, latency=LATENCY, moving=True)
        lookup = Lookup(small(), Minutes(False))
        lookup.award_record("bts")
        gc.collect()
        gc.freeze()
        idle = await asked(lookup, seconds)
        await desk.expand()
        drain = asyncio.create_task(desk.announcer.work())
        busy = await asked(lookup, seconds)
        drain.cancel()
        await asyncio.gather(drain, return_exceptions=True)
        await database.close()
        return {"idle": quantile(idle, 0.99), "busy": quantile(busy, 0.99), "sent": float(desk.discord.sent)}

    return _run(loop, work())


async def asked(lookup: Lookup, seconds: float) -> list[float]:
    """From when each was to begin until it was answered, a hundred a second."""
    loop, taken = asyncio.get_running_loop(), []
    began = loop.time()
    for number in range(int(seconds * 100)):
        meant = began + number / 100
        await asyncio.sleep(max(meant - loop.time(), 0))
        lookup.award_record("bts")
        taken.append(loop.time() - meant)
    return taken


def job_each(folder: str, count: int) -> dict[str, float]:
    """The stand-in: APScheduler holds one job for each reminder, all due at once."""
    loop, watched = watched_loop()

    async def work() -> dict[str, float]:
        from apscheduler.schedulers.asyncio import AsyncIOScheduler
        from apscheduler.triggers.date import DateTrigger

        before, discord = resident(), Discord(0.0)
        scheduler = AsyncIOScheduler(timezone=datetime.UTC, job_defaults={"misfire_grace_time": None})
        due = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=0.2)
        for _ in range(count):
            scheduler.add_job(discord.take, DateTrigger(due))
        await watched.begin()
        began = time.perf_counter()
        scheduler.start()
        taken = resident() - before
        while discord.sent < count:
            await asyncio.sleep(0.05)
        seconds = time.perf_counter() - began
        scheduler.shutdown(wait=False)
        await asyncio.sleep(0)
        return {"stall": watched.longest, "memory": taken, "drained": count / seconds}

    return _run(loop, work())


def one_sleeper(folder: str, count: int) -> dict[str, float]:
    """The stand-in: one task asks a table for the next row, sends it, deletes it; simulated time for Discord's part."""
    loop = VirtualLoop()
    count = min(count, 1_000)

    async def work() -> dict[str, float]:
        database = loop.database = BusyDatabase(f"sqlite+aiosqlite:///{folder}/sleeper.db")
        await database.open()
        timers = sa.table("timer", sa.column("id"), sa.column("due_at"))
        async with database.write() as connection:
            await connection.exec_driver_sql("CREATE TABLE timer (id INTEGER PRIMARY KEY, due_at INTEGER)")
            await connection.execute(sa.insert(timers), [{"id": number, "due_at": 0} for number in range(count)])
        discord = Discord(LATENCY)
        began, real = loop.time(), time.perf_counter()
        while True:
            async with database.read() as connection:
                row = (await connection.execute(sa.select(timers).order_by(timers.c.due_at).limit(1))).first()
            if row is None:
                break
            await discord.take()
            async with database.write() as connection:
                await connection.execute(sa.delete(timers).where(timers.c.id == row.id))
        seconds, ours = loop.time() - began, time.perf_counter() - real
        await database.close()
        return {"drained": count / (seconds + ours), "stall": loop.watched.longest}

    return _run(loop, work())


def _run(loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, dict[str, float]]) -> dict[str, float]:
    try:
        return loop.run_until_complete(work)
    finally:
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()


FIGURES: dict[str, Callable[[str, int], dict[str, float]]] = {
    "limit": at_the_limit,
    "free": without_limit,
    "lookups": look_ups,
    "jobs": job_each,
    "sleeper": one_sleeper,
}
Found = dict[str, dict[str, float]]


def look_in_processes(quick: bool, cpu: int | None) -> Found:
    """Every figure in a fresh process, on the processor that the bots have; when it is only to be proved that they
    run, all in one.
    """
    count = FEW if quick else MANY
    found: Found = {}
    for names in [",".join(FIGURES)] if quick else FIGURES:
        command = [sys.executable, "-m", "tests.bench.announcements", names, str(count)]
        command.append(str(-1 if cpu is None else cpu))
        found |= json.loads(subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.PIPE).stdout)
    return found | {"count": {"deliveries": float(count)}}


def table(found: Found, verdict: Callable[..., str]) -> Table:
    """A midnight beside its targets, and beside two other designs."""
    count = int(found["count"]["deliveries"])
    shown = Table(title=f"Announcements: {count:,} due at once, on SQLite")
    for heading in ("", "figure", "target", ""):
        shown.add_column(heading, justify="left" if not heading else "right", no_wrap=True)
    limit, free, lookups = found["limit"], found["free"], found["lookups"]

    def row(
        name: str, figure: str, value: float = 0.0, target: float | None = None, bound: str = "", **how: bool
    ) -> None:
        shown.add_row(name, figure, bound, verdict(value, target, **how))

    share = limit["share"]
    row(f"drained at {RATE:g}/s, of what that allows", f"{share:.1%}", share, 0.95, "at least 95 %", at_least=True)
    row("answers of 429 to it", f"{limit['refused']:.0f}", limit["refused"], 0, "none")
    stall = max(limit["stall"], free["stall"])
    row("longest turn of the loop, processor time", f"{stall * 1e3:.1f} ms", stall, 0.025, "at most 25 ms")
    row("the same by the clock", f"{max(limit['wall'], free['wall']) * 1e3:.1f} ms")
    row("memory it takes while draining", f"{limit['memory']:+.1f} MiB", limit["memory"], 8, "flat")
    row("expanded, without a limit", f"{free['expanded']:,.0f} /s")
    row(
        "drained, without a limit",
        f"{free['drained']:,.0f} /s",
        free["drained"],
        1500,
        "at least 1,500 /s",
        at_least=True,
    )
    row("an idle tick of both workers", f"{free['tick'] * 1e3:.2f} ms", free["tick"], 0.001, "under 1 ms")
    slower = lookups["busy"] / lookups["idle"]
    times = f"{lookups['busy'] * 1e3:.2f} ms (idle {lookups['idle'] * 1e3:.2f})"
    row("a look-up during a drain, p99", times, slower, 2, "at most twice")
    row("stand-in, a job for each: longest turn", f"{found['jobs']['stall'] * 1e3:,.0f} ms")
    row("stand-in, a job for each: memory", f"{found['jobs']['memory']:+.0f} MiB")
    row("stand-in, one sleeper: posts a second", f"{found['sleeper']['drained']:.1f} /s")
    return shown


def main() -> None:
    names, count, cpu = sys.argv[1].split(","), int(sys.argv[2]), int(sys.argv[3])
    if cpu >= 0:
        os.sched_setaffinity(0, {cpu})
    with tempfile.TemporaryDirectory(prefix="laurel-announcements-") as folder:
        print(json.dumps({name: FIGURES[name](folder, count) for name in names}))


if __name__ == "__main__":
    main()
