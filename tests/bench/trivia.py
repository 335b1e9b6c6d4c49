"""A crowd that answers a quiz over real sockets, beside a bare button handler of discord.py that stores nothing.

It starts processes and asks; report.py compares and prints.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench import machine
from tests.bench.contest import quiet
from tests.bench.load import Fire, closed_loop, quantile
from tests.stand_in import Asked, BotProcess, StandIn
from tests.stand_in.asked import components

WINDOW = 100  # presses under way while the rate is measured
ROUNDS = 3  # of each bot, in a fresh process
WITHIN = 2.0  # seconds in which everybody answers
NOTE = (
    "Red's trivia reads messages: it neither answers nor stores each one, so it is no like-for-like. "
    "The bare handler answers each press, and stores nothing."
)


@dataclass(frozen=True)
class Crowd:
    """Some games of so many players each."""

    games: int
    players: int

    def __str__(self) -> str:
        games = "one game" if self.games == 1 else f"{self.games} games"
        return f"{games}, {self.players} players{'' if self.games == 1 else ' each'}"


@dataclass(frozen=True)
class Evening:
    """What became of a crowd: everybody answered once within WITHIN seconds. Times in seconds, rates a second.

    `unstored` are acknowledged answers that are not in the database; `stall` the longest callback by processor time.
    """

    crowd: Crowd
    answered: int
    lost: int
    unstored: int
    p50: float
    p99: float
    stall: float
    stall_by_clock: float
    rate: float  # a closed loop's: each answer stored
    bare: float  # the same of the bare handler
    cost: float  # processor seconds of a thousand answers, in that loop
    bare_cost: float

    @property
    def share(self) -> float:
        return self.rate / self.bare


CROWDS = (Crowd(1, 500), Crowd(100, 20))
QUICK = (Crowd(2, 10),)
Message = Mapping[str, Any]


def buttons(message: Message) -> list[str]:
    ids = (str(part.get("custom_id") or "") for part in components(dict(message)))
    return [one for one in ids if one.startswith(("answer:", "bare:"))]


async def questions(discord: StandIn, crowd: Crowd) -> list[Message]:
    """Starts every game, and waits for its first question."""
    for guild in range(crowd.games):
        options = {"start": {"rounds": 3, "seconds": 120}}
        await discord.slash("trivia", options, guild=guild).answer(30.0)
    found: list[Message] = []

    def there() -> bool:
        found[:] = [message for message in discord.messages.values() if buttons(message)]
        return len(found) == crowd.games

    await discord.until(there, 60.0, f"{crowd.games} questions")
    return sorted(found, key=lambda message: int(message["channel_id"]))


async def bare_questions(discord: StandIn, crowd: Crowd) -> list[Message]:
    asked = [await discord.slash("ask", guild=guild).answer(30.0) for guild in range(crowd.games)]
    return [discord.world.answer(one, one.data) for one in asked]


def presses(discord: StandIn, crowd: Crowd, posts: list[Message]) -> Fire:
    """Everybody in turn, each lap another button."""
    turns = itertools.count()
    everybody = crowd.games * crowd.players

    def fire(due: float | None = None) -> Asked:
        turn = next(turns)
        lap, place = divmod(turn, everybody)
        player, game = divmod(place, crowd.games)
        ids = buttons(posts[game])
        return discord.click(dict(posts[game]), ids[(lap + player) % len(ids)], guild=game, fan=player, due=due)

    return fire


async def answer_together(fire: Fire, count: int) -> list[Asked]:
    """Everybody once, evenly within WITHIN seconds."""
    began = time.perf_counter()
    asked = []
    for number in range(count):
        if (early := began + number * WITHIN / count - time.perf_counter()) > 0:
            await asyncio.sleep(early)
        asked.append(fire(None))
        if number % 8 == 0:
            await asyncio.sleep(0)
    deadline = time.perf_counter() + 6.0
    for one in asked:
        try:
            await one.answer(max(0.0, deadline - time.perf_counter()))
        except TimeoutError:
            continue
    return asked


def stored(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute("SELECT count(*) FROM game_answer WHERE number = 1").fetchone()[0])


async def rate_of(
    module: str, ask: Callable[[StandIn, Crowd], Any], crowd: Crowd, folder: Path, seconds: float, cpu: int | None
) -> tuple[float, float]:
    """Answers a second in a closed loop in a fresh process, and processor seconds of a thousand."""
    async with (
        StandIn(guilds=crowd.games, record=False) as discord,
        BotProcess(module, folder, discord.api, settings={"LOG_LEVEL": "WARNING"}, cpu=cpu) as process,
    ):
        await ready(discord, process)
        fire = presses(discord, crowd, await ask(discord, crowd))
        with quiet():
            used = machine.cpu_seconds(process.pid)
            rate = await closed_loop(fire, min(WINDOW, crowd.games * crowd.players), seconds, seconds / 4)
            used = machine.cpu_seconds(process.pid) - used
    return rate, 1000 * used / (1.25 * seconds * rate)


async def in_turns(crowd: Crowd, folder: Path, *, quick: bool, cpu: int | None) -> dict[str, tuple[float, float]]:
    """Rate and cost of both, medians of rounds; to and fro, so that a machine that grows slower favours nobody."""
    seconds, rounds = (0.5, 1) if quick else (4.0, ROUNDS)
    found: dict[str, list[tuple[float, float]]] = {"bare": [], "laurel": []}
    for number in range(rounds):
        for name in found if number % 2 == 0 else reversed(found):
            module, ask = ("bot", questions) if name == "laurel" else ("tests.bench.button_bot", bare_questions)
            await machine.undisturbed(0.0 if quick else 20.0)
            found[name].append(await rate_of(module, ask, crowd, folder / f"{name}-{number}", seconds, cpu))
    return {name: (median(one[0] for one in runs), median(one[1] for one in runs)) for name, runs in found.items()}


async def ready(discord: StandIn, process: BotProcess) -> None:
    await process.connected(discord)
    await discord.until(lambda: discord.commands, 60.0, "commands")
    await asyncio.sleep(3.0)  # what is prepared in a thread is prepared


async def look(crowd: Crowd, folder: Path, *, quick: bool, cpu: int | None) -> Evening:
    """The crowd's evening under a stopwatch, then both rates, each in a process of its own."""
    report = folder / "stopwatch.json"
    settings = {"LOG_LEVEL": "WARNING", "WATCHED_MODULE": "bot", "WATCHED_REPORT": str(report)}
    async with (
        StandIn(guilds=crowd.games, record=False) as discord,
        BotProcess("tests.bench.watched", folder, discord.api, settings=settings, cpu=cpu) as process,
    ):
        await ready(discord, process)
        posts = await questions(discord, crowd)
        fire = presses(discord, crowd, posts)
        os.kill(process.pid, signal.SIGUSR1)
        with quiet():
            asked = await answer_together(fire, crowd.games * crowd.players)
        await asyncio.gather(*(stop(discord, game) for game in range(crowd.games)))
        if not quick:
            await discord.until(lambda: len(reveals(discord)) >= crowd.games, 60.0, "every answer told")
        os.kill(process.pid, signal.SIGUSR2)
        await discord.slash("about").answer(30.0)  # wakes a loop that sleeps
        await discord.until(report.is_file, 10.0, "the stopwatch's report")
        told = json.loads(report.read_text("utf-8"))
        kept = stored(folder / "bot.db")
    done = [one for one in asked if one.answered is not None]
    taken = [one.latency for one in done]
    rates = await in_turns(crowd, folder, quick=quick, cpu=cpu)
    (bare, bare_cost), (ours, cost) = rates["bare"], rates["laurel"]
    return Evening(
        crowd,
        answered=len(done),
        lost=len(asked) - len(done),
        unstored=max(len(done) - kept, 0),
        p50=quantile(taken, 0.5),
        p99=quantile(taken, 0.99),
        stall=told["longest_cpu"],
        stall_by_clock=told["longest_wall"],
        rate=ours,
        bare=bare,
        cost=cost,
        bare_cost=bare_cost,
    )


async def stop(discord: StandIn, game: int) -> None:
    """The starter stops, so that nobody waits for the time to be up: what was answered is settled all the same."""
    await discord.slash("trivia", {"stop": {}}, guild=game).answer(30.0)


def reveals(discord: StandIn) -> list[Message]:
    return [
        message for message in discord.messages.values() if message.get("edited_timestamp") and not buttons(message)
    ]


async def evenings(folder: Path, *, quick: bool, cpu: int | None) -> list[Evening]:
    crowds = QUICK if quick else CROWDS
    return [await look(crowd, folder / str(number), quick=quick, cpu=cpu) for number, crowd in enumerate(crowds)]


def main() -> None:
    from rich.console import Console

    from tests.bench import report

    parser = argparse.ArgumentParser(prog="python -m tests.bench.trivia", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="prove that it runs; the figures mean nothing")
    options = parser.parse_args()
    cpu = machine.pin_harness()
    with tempfile.TemporaryDirectory(prefix="laurel-trivia-") as name:
        found = asyncio.run(evenings(Path(name), quick=options.quick, cpu=cpu))
    console = Console(width=None if Console().is_terminal else 130)
    console.print(report.trivia(found))
    console.print(NOTE)


if __name__ == "__main__":
    main()
