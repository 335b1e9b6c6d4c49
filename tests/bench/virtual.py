"""A loop whose time passes only while nothing is done: an hour of waiting takes none. Its turns are timed."""

from __future__ import annotations

import asyncio
import selectors
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.storage.database import Database


class BusyDatabase(Database):
    """Counts who waits for it, so that a virtual clock stands still meanwhile."""

    busy = 0

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Any]:
        self.busy += 1
        try:
            async with super().read() as connection:
                yield connection
        finally:
            self.busy -= 1

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Any]:
        self.busy += 1
        try:
            async with super().write() as connection:
                yield connection
        finally:
            self.busy -= 1


class WatchedSelector(selectors.DefaultSelector):  # type: ignore[valid-type,misc]
    """Measures the loop's turns: from the end of one wait to the begin of the next."""

    loop: VirtualLoop | None = None

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.longest_wall = 0.0  # of processor time, and by the wall, where others have a part in it
        self._woke: tuple[float, float] | None = None

    def select(self, timeout: float | None = None) -> Any:
        if self._woke is not None:
            self.longest = max(self.longest, time.thread_time() - self._woke[0])
            self.longest_wall = max(self.longest_wall, time.perf_counter() - self._woke[1])
        found = self._wait(timeout)
        self._woke = time.thread_time(), time.perf_counter()
        return found

    async def begin(self) -> None:
        """Forgets the turns before."""
        await asyncio.sleep(0)
        self.longest = self.longest_wall = 0.0

    def _wait(self, timeout: float | None) -> Any:
        loop = self.loop
        if loop is None or timeout is None or timeout <= 0:
            return super().select(timeout)
        database = loop.database
        if database is not None and database.busy:
            return super().select(0.05)
        found = super().select(0)
        if not found:
            loop.virtual += timeout
        return found


class VirtualLoop(asyncio.SelectorEventLoop):
    """Its `time` moves when everybody sleeps, at once to the first who wakes."""

    def __init__(self) -> None:
        self.virtual = 0.0
        self.database: BusyDatabase | None = None
        self.watched = WatchedSelector()
        super().__init__(self.watched)
        self.watched.loop = self

    def time(self) -> float:
        return self.virtual


def watched_loop() -> tuple[asyncio.SelectorEventLoop, WatchedSelector]:
    """An ordinary loop under the same stopwatch."""
    selector = WatchedSelector()
    return asyncio.SelectorEventLoop(selector), selector
