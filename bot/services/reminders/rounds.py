"""Sends reminders that are due, each once, as services/announcements/announcer.py does; moves some, and tidies up."""

import logging
import secrets
from collections.abc import Callable

from bot.clock import Clock
from bot.services.announcements.announcer import Announcer
from bot.services.announcements.posting import Courier
from bot.services.announcements.throttle import Throttle
from bot.services.reminders.moves import Moves
from bot.storage.reminders import ReminderBook

log = logging.getLogger(__name__)
KEPT_FOR = 30 * 86_400  # seconds for which reminders that are over can be looked at
ASKED_FOR = 86_400  # seconds for which a question for a yes can be answered
TIDIED_EVERY = 3_600


class ReminderRounds:
    """One for the process. `work` does all that is due now, once at a time, and may be called whenever one likes."""

    def __init__(self, book: ReminderBook, moves: Moves, throttle: Throttle, clock: Clock) -> None:
        """`throttle` is that of everything that is sent in bulk."""
        self._book = book
        self._moves = moves
        self._followed = False
        self._throttle = throttle
        self._clock = clock
        self._tidied_at = 0
        self._next: int | None = None
        self._announcer: Announcer | None = None
        self._ring_at: Callable[[float | None], None] = lambda at: None

    def hang(self, courier: Courier, ring_at: Callable[[float | None], None]) -> None:
        """Says who brings reminders to members, and what is to be told when `work` wants to be called next."""
        self._announcer = Announcer(self._book, courier, self._throttle, self._clock, name=secrets.token_hex(8))
        self._ring_at = ring_at

    def expect(self, due_at: int) -> None:
        """Something is due at `due_at` (UTC seconds) that was not known before."""
        if self._next is None or due_at < self._next:
            self._next = due_at
            self._ring_at(due_at)

    async def work(self) -> None:
        """Tells everything that is due here. Raises StorageTrouble; the next call goes on."""
        if self._announcer is None:
            raise RuntimeError("nobody brings reminders to members")
        if not self._followed:
            if moved := await self._moves.follow():
                log.info("reminders that moved with their dates: %d", moved)
            self._followed = True
        self._next = await self._announcer.work()
        self._ring_at(self._next)
        now = int(self._clock.now().timestamp())
        if now - self._tidied_at >= TIDIED_EVERY:
            self._tidied_at = now
            await self._book.forget(ended_before=now - KEPT_FOR, asked_before=now - ASKED_FOR)
