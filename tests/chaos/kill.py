"""Kills a writing process again and again and holds the database to what was acknowledged; prints one line of JSON.

It forks its victims once everything is imported, so it must have no thread and no connection while it does.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import random
import select
import signal
import time
import traceback
from collections.abc import Callable, Coroutine
from dataclasses import asdict, dataclass, field
from typing import Any

from bot.storage.database import Database
from tests.chaos.deeds import write_until_killed
from tests.chaos.examine import Acknowledged, damage, examine, settle

LIVES = (0.03, 0.1)  # seconds that victims may live at most once they can write, the one half and the other
PATIENCE = 20.0  # seconds until it must be able to, and until a killed one must be gone
NUMBERS = 1_000_000  # deeds for each victim
Victim = Callable[[str, int, int, int], Coroutine[Any, Any, None]]  # url, seed, first number, the pipe it tells to


@dataclass
class Findings:
    """What was found; `unheard` were kept, but the kill came before anybody heard so. `silent` rounds heard nothing."""

    seed: int
    rounds: int = 0
    acknowledged: int = 0
    unheard: int = 0
    silent: int = 0
    seconds: float = 0.0
    problems: list[str] = field(default_factory=list)


def run(url: str, rounds: int, seed: int) -> Findings:
    findings, dice = Findings(seed), random.Random(seed)
    heard: Acknowledged = []
    began = time.monotonic()
    asyncio.run(_migrate(url))
    for number in range(rounds):
        told, problem = one_round(url, dice.randrange(2**32), number * NUMBERS + 1, dice.random() * dice.choice(LIVES))
        findings.rounds += 1
        findings.silent += not told
        heard += told
        if url.startswith("sqlite"):
            problem = problem or damage(url)
        else:
            asyncio.run(settle(url))
        if problem:
            findings.problems.append(f"round {number}: {problem}")
            break
    unheard, problems = asyncio.run(examine(url, heard))
    findings.acknowledged, findings.unheard = len(heard), unheard.total()
    findings.problems += problems
    findings.seconds = round(time.monotonic() - began, 1)
    return findings


def one_round(
    url: str, seed: int, first: int, lives: float, victim: Victim = write_until_killed
) -> tuple[Acknowledged, str]:
    """What one victim acknowledged in the `lives` seconds from when it could write, and what was wrong with it."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            os.close(reading)
            asyncio.run(victim(url, seed, first, writing))
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(3)
    os.close(writing)
    try:
        said = _listen(reading, pid, lives)
    finally:
        os.close(reading)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
    told = [json.loads(line) for line in said.splitlines(keepends=True) if line.endswith(b"\n")]
    if not told:
        return [], "it could never write"
    return told[1:], "" if os.WIFSIGNALED(status) else f"it ended by itself ({os.WEXITSTATUS(status)})"


def _listen(reading: int, pid: int, lives: float) -> bytes:
    """Everything that the victim says until it is gone, also what is only read after it was killed."""
    said, dead = b"", False
    deadline = time.monotonic() + PATIENCE
    while True:
        ready, _, _ = select.select([reading], [], [], max(0.0, deadline - time.monotonic()))
        late = time.monotonic() >= deadline
        if late and dead:
            return said
        if late:
            os.kill(pid, signal.SIGKILL)
            deadline, dead = time.monotonic() + PATIENCE, True
        if ready:
            part = os.read(reading, 65_536)
            if not part:
                return said
            if not said:
                deadline = time.monotonic() + lives
            said += part


async def _migrate(url: str) -> None:
    database = Database(url)
    await database.open()
    await database.close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos.kill", description=__doc__)
    parser.add_argument("url", help="of an empty database")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=None, help="of an earlier run, to do as it did")
    options = parser.parse_args()
    seed = random.SystemRandom().randrange(10**9) if options.seed is None else options.seed
    print(json.dumps(asdict(run(options.url, options.rounds, seed))))


if __name__ == "__main__":
    main()
