"""Sends what an outbox holds: claims, sends one at a time to each place, settles. Knows neither Discord nor words.

What may happen, and what then:
- the machine stops, or an answer is lost: the lease ends, or the try is marked, and the next to claim it looks for the
  message first. Where nobody can look (no Read Message History), each try is marked before it is made: one without a
  mark was never made and is made now; one with a mark is repeated while Discord still knows its nonce; later it is
  given up as `unsure` and logged, because a second ping is worse than a post that an admin can send again by hand;
- Discord refuses the place (403, 404): the courier is told, the delivery is dead;
- 5xx, no answer: again, later and later; 429: again when Discord says, and nobody else before;
- it is too late: `missed`, and never sent.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from itertools import count

from bot.clock import Clock
from bot.errors import StorageTrouble
from bot.services.announcements.posting import Courier
from bot.services.announcements.sending import LEASE, Sender
from bot.services.announcements.throttle import Throttle
from bot.storage.outbox import BEGINNING, PENDING, Claim, Cursor, Outbox, Row, Settled

log = logging.getLogger(__name__)
AT_ONCE, AT_ONCE_UNLIMITED = 64, 256  # claims in flight
TOGETHER, SOON = 8, 0.25  # so many that ended are kept together, or what ended in so many seconds
IN_ONE_PLACE = 4  # of them


class Announcer:
    """Drains one outbox through one courier. `work` may run in many processes at once, but once at a time in each."""

    def __init__(self, outbox: Outbox, courier: Courier, throttle: Throttle, clock: Clock, *, name: str) -> None:
        """`name` is this process's, and no other's ever."""
        self.courier = courier
        self._outbox = outbox
        self._sender = Sender(outbox, courier, throttle, clock)
        self._hold = _Hold(outbox, courier, clock, name)
        self._room = AT_ONCE if throttle.rate is not None else AT_ONCE_UNLIMITED

    async def work(self) -> int | None:
        """Sends everything that is due here and now; when the next one is due (UTC seconds), None: never.

        Raises StorageTrouble; the next call goes on.
        """
        await self._hold.settle()
        first = await self._outbox.next_at()
        if first is None or first > self._hold.now():
            return first
        drain = _Drain(self._hold, self._sender, self.courier.place, self._room)
        await drain.run()
        now = self._hold.now()
        times = (await self._outbox.next_at(now), None if drain.again_at is None else max(drain.again_at, now + 1))
        return min((at for at in times if at is not None), default=None)


class _Hold:
    """What this process has in its hands: what it is sending, and what ended and could not be kept yet."""

    def __init__(self, outbox: Outbox, courier: Courier, clock: Clock, name: str) -> None:
        self._outbox = outbox
        self._courier = courier
        self._clock = clock
        self._tokens = (f"{name}.{number}" for number in count())
        self.flying: set[int] = set()
        self.ended: list[Settled] = []

    async def claim(self, most: int, after: Cursor, wanted: Callable[[Row], bool]) -> tuple[list[Claim], Cursor | None]:
        """Leases some. Never what this process is sending, whatever the clock says."""
        now = self.now()
        return await self._outbox.claim(
            now,
            whose=next(self._tokens),
            until=now + LEASE,
            most=most,
            after=after,
            wanted=lambda row: row["id"] not in self.flying and self._courier.here(row) and wanted(row),
        )

    async def settle(self) -> None:
        """Keeps what ended, all of it in one transaction. Raises StorageTrouble, and then it is kept the next time."""
        settled, self.ended = self.ended, []
        if not settled:
            return
        try:
            await self._outbox.settle(settled)
        except BaseException:
            self.ended = settled + self.ended
            raise

    def now(self) -> int:
        return int(self._clock.now().timestamp())


class _Drain:
    """One run over an outbox: lanes of claims, one for each place, and one settler behind them all."""

    def __init__(self, hold: _Hold, sender: Sender, place: Callable[[Row], int], room: int) -> None:
        self._hold = hold
        self._sender = sender
        self._place = place
        self._room = room
        self._lanes: dict[int, deque[Claim]] = {}
        self._working: set[asyncio.Task[None]] = set()
        self._waiting: dict[int, Claim] = {}  # claimed, not begun
        self._left: set[int] = set()  # places that had too many: another round
        self._again: set[int] = set()  # given back in this run: not in it any more
        self.again_at: int | None = None  # when the first of them may be tried
        self._trouble: BaseException | None = None
        self._since = asyncio.get_running_loop().time()  # nothing waits to be settled

    async def run(self) -> None:
        cursor: Cursor | None = BEGINNING
        try:
            while self._trouble is None:
                if cursor is not None and len(self._hold.flying) < self._room // 2 + 1:
                    room = self._room - len(self._hold.flying)
                    claims, cursor = await self._hold.claim(room, cursor, self._takes)
                    for claim in claims:
                        self._put(claim)
                if self._working:
                    patience = SOON if self._hold.ended else None
                    await asyncio.wait(self._working, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
                    if self._worth_settling():
                        await self._hold.settle()
                        self._since = asyncio.get_running_loop().time()
                elif cursor is None:
                    if not self._left:
                        break
                    cursor = BEGINNING
                    self._left.clear()
            if self._trouble is not None:
                if self._working:  # what is being sent had better end well
                    await asyncio.wait(self._working)
                raise self._trouble
        finally:
            await self._leave()

    def _worth_settling(self) -> bool:
        """Whether enough has ended, or long enough ago: a transaction for each would keep the disk busy for nothing."""
        ended, now = len(self._hold.ended), asyncio.get_running_loop().time()
        if not ended:
            self._since = now
        return ended >= TOGETHER or now - self._since >= SOON or not self._working

    def _takes(self, row: Row) -> bool:
        if row["id"] in self._again:
            return False
        place = self._place(row)
        if len(self._lanes.get(place, ())) >= IN_ONE_PLACE:
            self._left.add(place)
            return False
        return True

    def _put(self, claim: Claim) -> None:
        self._hold.flying.add(claim.id)
        self._waiting[claim.id] = claim
        place = self._place(claim.row)
        lane = self._lanes.get(place)
        if lane is not None:
            lane.append(claim)
            return
        self._lanes[place] = deque((claim,))
        task = asyncio.create_task(self._serve(place), name=f"deliver to {place}")
        self._working.add(task)
        task.add_done_callback(self._working.discard)

    async def _serve(self, place: int) -> None:
        lane = self._lanes[place]
        try:
            while lane and self._trouble is None:
                claim = lane.popleft()
                self._waiting.pop(claim.id, None)
                try:
                    self._note(await self._sender.send(claim))
                finally:
                    self._hold.flying.discard(claim.id)
        except Exception as error:
            self._trouble = self._trouble or error
        finally:
            del self._lanes[place]

    def _note(self, settled: Settled | None) -> None:
        if settled is None:
            return
        self._hold.ended.append(settled)
        if settled.state == PENDING and settled.retry_at is not None:
            self._again.add(settled.claim.id)
            self.again_at = min(settled.retry_at, self.again_at or settled.retry_at)

    async def _leave(self) -> None:
        """Ends what runs, keeps what ended, and gives back what was never begun."""
        working = list(self._working)
        if working:
            for task in working:
                task.cancel()
            await asyncio.gather(*working, return_exceptions=True)
        now = self._hold.now()
        for claim in self._waiting.values():
            self._hold.flying.discard(claim.id)
            given_back = Settled(claim, PENDING, error=claim.row["error"], retry_at=now, tried_at=claim.tried_at)
            if not claim.doubtful:
                self._hold.ended.append(given_back)
        try:
            await self._hold.settle()
        except StorageTrouble as trouble:
            log.warning("%d deliveries wait to be settled: %s", len(self._hold.ended), trouble)
