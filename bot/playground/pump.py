"""Keeps the page live: takes turns for as long as the playground runs. Knows nothing of what a turn does."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

_log = logging.getLogger(__name__)

BEAT = 0.25
"""Seconds between turns when nothing stirs: polls end and events begin this exactly."""

GATHER = 0.04
"""Seconds to wait after a stir, so that a burst of edits becomes one turn."""

_LONGEST_REST = 5.0


class Pump:
    """Calls `turn` four times a second, and sooner when `stir` was called.

    A turn that raises is logged and tried again, after a rest that doubles up to 5 s: a page that stands still
    without a word is worse than a log full of words.
    """

    def __init__(self, turn: Callable[[], Awaitable[None]]) -> None:
        self._turn = turn
        self._stirred = asyncio.Event()
        self.failures = 0
        """How many turns in a row have failed."""

    def stir(self) -> None:
        """Ask for a turn soon. Call it from the event loop's thread."""
        self._stirred.set()

    async def run(self) -> None:
        """Take turns until cancelled; nothing else ends it."""
        while True:
            try:
                await self._turn()
                self.failures = 0
            except Exception:
                self.failures += 1
                rest = min(_LONGEST_REST, BEAT * 2**self.failures)
                _log.exception("The playground's page was not refreshed; trying again in %.1f s", rest)
                await asyncio.sleep(rest)
                continue
            await self._wait()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(BEAT):
                await self._stirred.wait()
        except TimeoutError:
            return
        await asyncio.sleep(GATHER)
        self._stirred.clear()
