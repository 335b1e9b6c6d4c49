"""The machine under the measurement: which processor belongs to whom, memory and CPU from /proc, foreign load.

It must not judge; on a system without /proc it says "unknown" (NaN) rather than guess.
"""

from __future__ import annotations

import asyncio
import math
import os
import time
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
UNKNOWN = math.nan


def pin_harness() -> int | None:
    """Keep this process on one processor; the other one, for the bots, or None where there is only one."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    processors = sorted(os.sched_getaffinity(0))
    if len(processors) < 2:
        return None
    os.sched_setaffinity(0, {processors[0]})
    return processors[-1]


def cpu_seconds(pid: int) -> float:
    """User and system time a process has used."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rsplit(")", 1)[1].split()
    except OSError:
        return UNKNOWN
    return (int(fields[11]) + int(fields[12])) / TICKS


@dataclass(frozen=True)
class Memory:
    """Mebibytes: resident, proportional (shared pages divided), and private to the process."""

    resident: float
    proportional: float
    private: float


def memory(pid: int) -> Memory:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()[1:]
    except OSError:
        return Memory(UNKNOWN, UNKNOWN, UNKNOWN)
    sizes = {name: int(rest.split()[0]) / 1024 for name, _, rest in (line.partition(":") for line in lines)}
    return Memory(sizes["Rss"], sizes["Pss"], sizes["Private_Clean"] + sizes["Private_Dirty"])


def busy_seconds() -> float:
    """CPU seconds all processors have spent busy since the machine started, steal by other guests included."""
    try:
        fields = [int(field) for field in Path("/proc/stat").read_text("ascii").split("\n", 1)[0].split()[1:9]]
    except OSError:
        return UNKNOWN
    user, nice, system, _idle, _waiting, interrupt, soft, steal = fields
    return (user + nice + system + interrupt + soft + steal) / TICKS


class Span:
    """CPU of one bot, and of everybody who is neither it nor us, from construction to `end`."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._began = self._now()

    def _now(self) -> tuple[float, float, float, float]:
        return time.perf_counter(), busy_seconds(), time.process_time(), cpu_seconds(self.pid)

    def end(self) -> tuple[float, float]:
        """(CPU seconds of the bot, processors others kept busy on average)."""
        seconds, busy, own, bot = (now - then for now, then in zip(self._now(), self._began, strict=True))
        ours = bot if self.pid == os.getpid() else own + bot
        return bot, max(0.0, busy - ours) / seconds


async def undisturbed(patience: float, others_at_most: float = 0.15) -> None:
    """Wait for a second in which others leave the machine alone, at most `patience` seconds."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        span = Span(os.getpid())
        await asyncio.sleep(1.0)
        if not span.end()[1] > others_at_most:  # unknown counts as quiet
            return
