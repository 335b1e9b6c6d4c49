"""Ways of asking a bot: one at a time, a closed loop, an open loop at an offered rate. It must not know any bot.

All times are `time.perf_counter()` of this one process, which both dispatches and receives.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.stand_in import Asked

Fire = Callable[[float | None], Asked]  # asks the next question; the argument is when it was due
PAUSE = 0.01  # seconds between an answer and the next question, one at a time
PATIENCE = 6.0  # seconds after the last question until what is unanswered counts as lost


def quantile(values: Sequence[float], share: float) -> float:
    """By nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


async def one_at_a_time(fire: Fire, count: int) -> list[float]:
    """Seconds from dispatch to callback of each."""
    latencies = []
    for _ in range(count):
        latencies.append((await fire(None).answer(30.0)).latency)
        await asyncio.sleep(PAUSE)
    return latencies


async def closed_loop(fire: Fire, window: int, seconds: float, warm_up: float) -> float:
    """Answers a second while `window` questions are always open: the most a bot can do."""
    began = time.perf_counter() + warm_up
    until = began + seconds
    answered: list[float] = []
    done = asyncio.Event()
    open_now = 0

    def ask() -> None:
        nonlocal open_now
        open_now += 1
        fire(None).on_answer = again

    def again(asked: Asked) -> None:
        nonlocal open_now
        open_now -= 1
        now = time.perf_counter()
        if began <= now <= until:
            answered.append(now)
        if now < until:
            ask()
        elif not open_now:
            done.set()

    for _ in range(window):
        ask()
    async with asyncio.timeout(seconds + warm_up + 30.0):
        await done.wait()
    return len(answered) / seconds


@dataclass(frozen=True)
class Offered:
    """What became of an offered rate. `late` is the 99th percentile, in seconds, counted from when each was due."""

    rate: float
    lost: int
    late: float

    @property
    def sustained(self) -> bool:
        return self.lost == 0 and self.late < 0.25


async def open_loop(fire: Fire, rate: float, seconds: float) -> Offered:
    """Ask evenly spaced whatever the bot does, so that one that falls behind cannot hide it."""
    began = time.perf_counter() + 0.01
    asked: list[Asked] = []
    for number in range(max(1, int(rate * seconds))):
        due = began + number / rate
        if (early := due - time.perf_counter()) > 0:
            await asyncio.sleep(early)
        asked.append(fire(due))
        if number % 8 == 0:
            await asyncio.sleep(0)  # when behind, sockets still need their turn
    deadline = time.perf_counter() + PATIENCE
    for one in asked:
        with contextlib.suppress(TimeoutError):
            await one.answer(max(0.0, deadline - time.perf_counter()))
    late = [one.answered - one.due for one in asked if one.answered is not None and one.due is not None]
    return Offered(rate, len(asked) - len(late), quantile(late, 0.99) if late else float("inf"))
