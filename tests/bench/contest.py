"""The two bots side by side: starting them, asking them, and the figures of one round of one of them.

It must not compare or print; report.py does.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import itertools
import json
import os
import random
import signal
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import machine
from tests.bench.load import closed_loop, one_at_a_time, open_loop, quantile
from tests.stand_in import Asked, BotProcess, StandIn

Figures = dict[str, float]
ONE_ARTIST = "rm"
SHARES = (0.6, 0.75, 0.9, 1.0)
WINDOW = 50


@dataclass(frozen=True)
class Pace:
    """How much is asked. `quick` proves that the measurement runs; its figures mean nothing."""

    rounds: int = 5
    alone: int = 250  # questions one at a time
    warm: int = 300
    settle: float = 3.0  # seconds of quiet before memory is read
    seconds: float = 4.0  # of each load
    shares: tuple[float, ...] = SHARES
    patience: float = 30.0  # seconds to wait for others to leave the machine alone, before each round


QUICK = Pace(rounds=1, alone=10, warm=10, settle=0.0, seconds=0.3, shares=(0.6,), patience=0.0)


@dataclass(frozen=True)
class Stalls:
    """What watched.py reports, in seconds; `stalls` of all `callbacks` took over 5 ms of processor time.

    A garbage collection happens within some callback and counts for it too.
    """

    longest_cpu: float
    longest_wall: float
    longest_collection: float
    stalls: int
    callbacks: int
    culprit: str


@dataclass
class Contestant:
    """One bot and the Discord it knows; the commands it registered stay there between starts.

    `artists` are those it is asked about, the longest records first.
    """

    name: str
    module: str
    artists: list[str]
    cpu: int | None
    settings: Mapping[str, str] = field(default_factory=dict)
    guilds: int = 100

    def __post_init__(self) -> None:
        self.discord = StandIn(guilds=self.guilds, record=False)
        self.begin_again()

    def begin_again(self, *, heaviest_first: bool = False) -> None:
        """Let `mixed` start over: in the same shuffled order for everybody, or with the longest records first."""
        order = list(self.artists)
        if not heaviest_first:
            random.Random(11).shuffle(order)
        self._artists = itertools.cycle(order)
        self._places = itertools.count()

    def one(self, due: float | None = None) -> Asked:
        """Ask for the same artist every time."""
        return self._ask(ONE_ARTIST, due)

    def mixed(self, due: float | None = None) -> Asked:
        """Ask for the next artist, in the next guild."""
        return self._ask(next(self._artists), due)

    def _ask(self, artist: str, due: float | None) -> Asked:
        turn = next(self._places)
        place = {"guild": turn % self.guilds, "channel": turn % 2, "fan": turn % 3000}
        return self.discord.slash("awards", {"artist": artist}, due=due, **place)

    @contextlib.asynccontextmanager
    async def running(self, folder: Path, *, watched: Path | None = None) -> AsyncIterator[BotProcess]:
        """A fresh process in `folder`, ended afterwards; with `watched`, under the stopwatch that reports there."""
        settings = {**self.settings, "LOG_LEVEL": "WARNING"}
        if watched is not None:
            settings |= {"WATCHED_MODULE": self.module, "WATCHED_REPORT": str(watched)}
        module = self.module if watched is None else "tests.bench.watched"
        async with BotProcess(module, folder, self.discord.api, settings=settings, cpu=self.cpu) as process:
            yield process
            with contextlib.suppress(TimeoutError):
                await process.stop(within=10.0)
        self.discord.forget()

    async def first_answer(self, process: BotProcess) -> float:
        """Seconds from the start of the process to its first answer, asked as soon as it can be."""
        await process.connected(self.discord)
        await self.discord.until(lambda: self.discord.commands, 60.0, "commands")
        answered = await self.one().answer(60.0)
        assert answered.answered is not None
        return answered.answered - process.started


async def measure(bot: Contestant, folder: Path, pace: Pace) -> Figures:
    """One round: two starts in a fresh folder, then memory, latency and load in the second process."""
    figures: Figures = {}
    bot.begin_again()
    await machine.undisturbed(pace.patience)
    async with bot.running(folder) as process:
        figures["first start"] = await bot.first_answer(process)
    async with bot.running(folder) as process:
        figures["start"] = await bot.first_answer(process)
        await asyncio.sleep(pace.settle)
        used = machine.memory(process.pid)
        figures |= {"resident": used.resident, "proportional": used.proportional, "private": used.private}
        for _ in range(pace.warm):
            await bot.mixed().answer(30.0)
        with quiet():
            span = machine.Span(process.pid)
            for name, fire in (("mixed", bot.mixed), ("one", bot.one)):
                latencies = await one_at_a_time(fire, pace.alone)
                figures |= {f"{name} p{share}": quantile(latencies, share / 100) for share in (50, 95, 99)}
            foreign = span.end()[1]
        bot.discord.forget()
        with quiet():
            span = machine.Span(process.pid)
            rate = await closed_loop(bot.mixed, WINDOW, pace.seconds, warm_up=pace.seconds / 4)
            used_cpu, others = span.end()
        figures |= {"closed loop": rate, "sustained": 0.0, "foreign": max(foreign, others)}
        figures["cpu"] = used_cpu / (rate * pace.seconds * 1.25) * 1000
        for share in pace.shares:
            bot.discord.forget()
            with quiet():
                offered = await open_loop(bot.mixed, rate * share, pace.seconds)
            if offered.sustained:
                figures["sustained"] = offered.rate
        figures["resident after"] = machine.memory(process.pid).resident
    return figures


async def stalls(bot: Contestant, folder: Path, pace: Pace) -> Stalls:
    """The longest callbacks of the bot's event loop while it answers, one at a time and under an even load."""
    report = folder / "stopwatch.json"
    await machine.undisturbed(pace.patience)
    async with bot.running(folder, watched=report) as process:
        await bot.first_answer(process)
        for _ in range(pace.warm):
            await bot.one().answer(30.0)
        bot.begin_again(heaviest_first=True)
        os.kill(process.pid, signal.SIGUSR1)
        with quiet():
            await one_at_a_time(bot.mixed, pace.alone)
            await open_loop(bot.mixed, 200.0, pace.seconds)
        os.kill(process.pid, signal.SIGUSR2)
        await bot.one().answer(30.0)  # wakes a loop that sleeps
        await bot.discord.until(report.is_file, 10.0, "the stopwatch's report")
        told = json.loads(report.read_text("utf-8"))
    return Stalls(**told)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Our own garbage collector off, so that its pauses are not counted as the bot's."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
