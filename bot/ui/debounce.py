"""Edits of a shared message, at most one in two seconds (design, section 5): the last state wins."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.errors import LaurelError

log = logging.getLogger(__name__)
SECONDS = 2.0
Redraw = Callable[[], Awaitable[Any]]


@dataclass
class _Message:
    """A message that was edited lately: by whom it is edited now, and what is wanted next."""

    working: asyncio.Task[None]
    wanted: Redraw | None = None


class Debounce:
    """One for all messages. The first wish is met at once; of those that follow within two seconds, the last one."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._messages: dict[int, _Message] = {}

    def ask(self, message_id: int, redraw: Redraw) -> None:
        """Has a message drawn anew, soon. `redraw` reads what is true when it is called, and its faults are logged."""
        message = self._messages.get(message_id)
        if message is None:
            working = asyncio.create_task(self._work(message_id), name=f"redraw {message_id}")
            self._messages[message_id] = _Message(working, redraw)
        else:
            message.wanted = redraw

    async def rest(self) -> None:
        """Returns when everything asked for is drawn."""
        while self._messages:
            await asyncio.gather(*(message.working for message in self._messages.values()), return_exceptions=True)

    async def close(self) -> None:
        """Gives up what is still wanted: whoever starts again draws it."""
        working = [message.working for message in self._messages.values()]
        for task in working:
            task.cancel()
        await asyncio.gather(*working, return_exceptions=True)

    async def _work(self, message_id: int) -> None:
        message = self._messages[message_id]
        try:
            while (redraw := message.wanted) is not None:
                message.wanted = None
                try:
                    await redraw()
                except LaurelError as error:
                    log.info("message %d could not be drawn anew: %s", message_id, error)
                except Exception:
                    log.exception("drawing message %d anew failed", message_id)
                await asyncio.sleep(self._seconds)
        finally:
            del self._messages[message_id]
