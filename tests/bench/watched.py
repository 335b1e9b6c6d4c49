"""Runs another module with a stopwatch on its event loop: `WATCHED_MODULE`, and `WATCHED_REPORT` for the result.

SIGUSR1 starts counting afresh, SIGUSR2 writes the report. It must change nothing else about the module.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import runpy
import signal
import sys
import time
from pathlib import Path

STALL = 0.005  # seconds


class Stopwatch:
    """The longest callbacks of the event loop, by processor time (what the code costs) and by the clock."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self.callbacks = self.stalls = 0
        self.longest_cpu = self.longest_wall = self.longest_collection = 0.0
        self.culprit = ""
        self._collecting = 0.0

    def install(self) -> None:
        run = asyncio.events.Handle._run

        def timed(handle: asyncio.Handle) -> None:
            cpu, wall = time.thread_time(), time.perf_counter()
            run(handle)
            cpu, wall = time.thread_time() - cpu, time.perf_counter() - wall
            self.callbacks += 1
            self.stalls += cpu > STALL
            self.longest_wall = max(self.longest_wall, wall)
            if cpu > self.longest_cpu:
                self.longest_cpu = cpu
                # A task's step knows its task; a plain callback is its own name.
                self.culprit = repr(getattr(handle._callback, "__self__", None) or handle)[:500]

        asyncio.events.Handle._run = timed  # type: ignore[method-assign]
        gc.callbacks.append(self._collection)

    def _collection(self, phase: str, _: dict[str, int]) -> None:
        if phase == "start":
            self._collecting = time.thread_time()
        else:
            self.longest_collection = max(self.longest_collection, time.thread_time() - self._collecting)

    def report(self, path: Path) -> None:
        part = path.with_suffix(".part")
        part.write_text(
            json.dumps({name: value for name, value in vars(self).items() if not name.startswith("_")}), "utf-8"
        )
        part.replace(path)


def main() -> None:
    module, report = os.environ["WATCHED_MODULE"], Path(os.environ["WATCHED_REPORT"])
    stopwatch = Stopwatch()
    stopwatch.install()
    signal.signal(signal.SIGUSR1, lambda *_: stopwatch.reset())
    signal.signal(signal.SIGUSR2, lambda *_: stopwatch.report(report))
    sys.argv = [module]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
