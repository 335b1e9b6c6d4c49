"""Lets so many through a second, in the order in which they came. Ours, because aiolimiter knows only the loop's clock,
lets a whole second's worth through at once, and cannot be told that Discord wants a pause.
"""

import asyncio
import math
from collections.abc import Awaitable, Callable

BURST = 5  # with 40 a second at most 45 in any one second, of Discord's 50


class Throttle:
    """A token bucket that is kept as the moment of the next turn (GCRA): nothing runs while nobody waits."""

    def __init__(
        self,
        rate: float | None,
        *,
        burst: int = BURST,
        now: Callable[[], float] | None = None,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        """`rate` a second, None: without a limit. `now` counts seconds and never goes back: the loop's, if left out."""
        self.rate = rate
        self._step = 0.0 if rate is None else 1 / rate
        self._slack = self._step * (burst - 1)
        self._now = now
        self._sleep = sleep
        self._turn = -math.inf  # when the next one may go, had nobody come before
        self._closed_until = -math.inf

    async def take(self) -> None:
        """Returns when it is one's turn."""
        now = self._time()
        while self._closed_until > now:
            await self._sleep(self._closed_until - now)
            now = self._time()
        if self.rate is None:
            return
        self._turn = max(self._turn + self._step, now)
        wait = self._turn - self._slack - now
        if wait > 0:
            await self._sleep(wait)

    def pause(self, seconds: float) -> None:
        """Lets nobody through for a while: Discord said so."""
        self._closed_until = max(self._closed_until, self._time() + seconds)

    def _time(self) -> float:
        return self._now() if self._now is not None else asyncio.get_running_loop().time()
