"""A crowd that predicts, and a great ballot after a correction: picks over real sockets, points counted anew.

The crowd meets a process of the bot's own; the counting runs in another, which prints one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec
from rich.table import Table

from bot.ballots.ballot import Category, Nominee, first_id_at
from bot.ballots.scoring import Scoring
from bot.catalogue import load_catalogue
from bot.clock import SystemClock
from bot.services.ballots.ballots import Act, Ballots
from bot.services.ballots.counting import Counting
from bot.services.ballots.hosting import Hosting
from bot.services.guilds import Guilds
from bot.storage.ballot_posts import PostBook
from bot.storage.ballots import BallotBook
from bot.storage.database import Database
from bot.storage.guilds import GuildBook
from tests.bench.load import open_loop, quantile
from tests.gala import gala
from tests.stand_in import Asked, BotProcess, StandIn, components
from tests.stand_in.process import CHECKOUT

MEMBERS, CATEGORIES, NOMINEES = 10_000, 30, 8
CROWD = 500
SECONDS = 2.0
SETTLE = 2.0  # seconds of quiet after the start
PICKED_IN_TIME, COUNTED_IN_TIME = 0.5, 1.0  # seconds
GUILD, HOST = 1, 2


@dataclass(frozen=True)
class Picks:
    """What became of the picks of a crowd; times in seconds from when each was due."""

    members: int
    acknowledged: int
    kept: int
    median: float
    p99: float


@dataclass(frozen=True)
class Counted:
    """Seconds: the first look at a locked ballot, which reads every pick; a correction after it; the loop's longest
    wait meanwhile.
    """

    members: int
    categories: int
    first: float
    correction: float
    stall: float
    moved: int


async def crowd(folder: Path, members: int, settle: float, cpu: int | None) -> Picks:
    """Opens a ballot, waits, and lets `members` pick once each, evenly over SECONDS."""
    settings = {"LOG_LEVEL": "WARNING", "DATA_DIR": str(gala(folder / "data"))}
    async with (
        StandIn(guilds=1, record=True) as discord,
        BotProcess("bot", folder, discord.api, cpu=cpu, settings=settings) as bot,
    ):
        await bot.connected(discord)
        await discord.until(lambda: discord.commands, 60.0, "commands")
        await discord.slash("ballot", {"open": {"ceremony": "han", "locks": "2h"}}, manager=True).content(30.0)
        wizard = (await discord.slash("predict", {"ballot": {}}).content(30.0)).message
        assert wizard is not None
        select = next(part for part in components(wizard) if part.get("custom_id", "").startswith("do:predict-pick"))
        values = [option["value"] for option in select["options"][:-1]]
        await asyncio.sleep(settle)
        asked: list[Asked] = []

        def pick(due: float | None) -> Asked:
            fan = len(asked)
            value = values[fan % len(values)]
            asked.append(discord.select(wizard, select["custom_id"], [value], fan=100 + fan, due=due))
            return asked[-1]

        await open_loop(pick, members / SECONDS, SECONDS)
        await asyncio.sleep(0.1)
        late = [one.answered - (one.due or one.dispatched) for one in asked if one.answered is not None]
        told = sum(1 for one in asked if "1 of 4 predicted" in one.text)
        await bot.stop()
    with sqlite3.connect(folder / "bot.db") as database:
        (kept,) = database.execute("SELECT count(DISTINCT user_id) FROM ballot_pick").fetchone()
    return Picks(members, told, kept, quantile(late, 0.5), quantile(late, 0.99))


async def count(folder: Path, members: int) -> Counted:
    """Fills a ballot, locks it, enters every winner, then corrects one."""
    clock = SystemClock()
    database = Database(f"sqlite+aiosqlite:///{folder}/laurel.db")
    await database.open()
    book, guilds = BallotBook(database), Guilds(GuildBook(database), clock)
    ballots = Ballots(book, guilds, load_catalogue(gala(folder / "data")), Counting(book), clock)
    hosting = Hosting(book, PostBook(database), ballots, guilds, clock)
    nominees = tuple(Nominee(f"{n:08x}", (f"act-{n + 1}",)) for n in range(NOMINEES))
    asked = tuple(Category(f"category-{n}", f"Category {n}", n < 3, nominees) for n in range(CATEGORIES))
    now = int(clock.now().timestamp())
    values = {"guild_id": GUILD, "channel_id": 1, "user_id": HOST, "ceremony": "han", "edition": "2026", "season": 2026}
    values |= {"scoring": Scoring.RARITY.value, "contents": msgspec.to_builtins(asked), "state": "asking"}
    ballot_id = await book.open(values | {"locks_at": now, "created_at": now - 9}, [])
    assert ballot_id is not None
    _fill(folder / "laurel.db", ballot_id, members, first_id_at(now - 5))
    ballot = await ballots.of(ballot_id, GUILD)
    began = time.perf_counter()
    await ballots.standing(ballot)
    first = time.perf_counter() - began
    act = Act(GUILD, HOST, first_id_at(now))
    for category in asked:
        await hosting.enter(act, ballot, category.id, [nominees[1].key], source="", correct=False)
    watch = asyncio.create_task(_stall())
    await asyncio.sleep(0.05)
    began = time.perf_counter()
    corrected = await hosting.enter(act, ballot, asked[0].id, [nominees[2].key], source="", correct=True)
    seconds = time.perf_counter() - began
    watch.cancel()
    stall = (await asyncio.gather(watch, return_exceptions=True))[0]
    await database.close()
    assert not isinstance(stall, BaseException)
    return Counted(members, CATEGORIES, first, seconds, stall, len(corrected.moves))


async def _stall() -> float:
    """The longest that the loop let somebody wait, until cancelled."""
    longest = 0.0
    try:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - began - 0.001)
    except asyncio.CancelledError:
        return longest


def _fill(path: Path, ballot_id: int, members: int, at: int) -> None:
    dice = random.Random(7)
    rows = (
        (ballot_id, 2**60 + member, f"category-{n}", "will", at + member, GUILD, f"{dice.randrange(NOMINEES):08x}")
        for member in range(members)
        for n in range(CATEGORIES)
    )
    columns = "ballot_id, user_id, category, kind, interaction_id, guild_id, choice"
    with sqlite3.connect(path) as database:
        database.executemany(f"INSERT INTO ballot_pick ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def look_in_processes(folder: Path, quick: bool, cpu: int | None) -> tuple[Picks, Counted]:
    """Both measurements, each in a fresh process on the processor that the bots have."""
    picks = asyncio.run(crowd(folder, 20, 0.0, cpu) if quick else crowd(folder, CROWD, SETTLE, cpu))
    command = [
        sys.executable,
        "-m",
        "tests.bench.ballots",
        str(200 if quick else MEMBERS),
        str(-1 if cpu is None else cpu),
    ]
    told = json.loads(subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.PIPE).stdout)
    return picks, Counted(**told)


def table(picks: Picks, counted: Counted) -> Table:
    """The table of the report."""
    title = (
        f"Ballots: {picks.members} members pick within {SECONDS:g} seconds; {counted.members:,} ballots counted anew"
    )
    found = Table(title=title)
    for heading in ("", "measured", "target", ""):
        found.add_column(heading, justify="left" if not heading else "right", no_wrap=True)

    def row(name: str, seconds: float, most: float | None = None) -> None:
        bound = ("", "") if most is None else (f"under {most * 1e3:.0f} ms", "met" if seconds < most else "MISSED")
        found.add_row(name, f"{seconds * 1e3:.0f} ms", *bound)

    whole = picks.acknowledged == picks.kept == picks.members
    each = f"{picks.kept} of {picks.acknowledged}"
    found.add_row("picks kept of those acknowledged", each, f"{picks.members} of each", "met" if whole else "MISSED")
    row("a pick acknowledged, median", picks.median)
    row("a pick acknowledged, p99", picks.p99, PICKED_IN_TIME)
    row(f"every pick of {counted.categories} categories read, once after the lock", counted.first)
    row("a correction: kept, and everybody's points and places before and after", counted.correction, COUNTED_IN_TIME)
    row("the loop's longest wait meanwhile", counted.stall)
    return found


def main() -> None:
    members, cpu = map(int, sys.argv[1:])
    if cpu >= 0:
        os.sched_setaffinity(0, {cpu})
    with tempfile.TemporaryDirectory(prefix="laurel-ballots-") as name:
        print(json.dumps(asdict(asyncio.run(count(Path(name), members)))))


if __name__ == "__main__":
    main()
