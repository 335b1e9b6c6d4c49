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
from typing import Any

from bot.clock import Clock
from bot.errors import LaurelError, SendFault, StorageTrouble
from bot.services.announcements.posting import Courier, Nothing
from bot.services.announcements.throttle import Throttle
from bot.storage.outbox import BEGINNING, DEAD, MISSED, PENDING, SENT, SKIPPED, Claim, Outbox, Row, Settled

log = logging.getLogger(__name__)
LEASE = 90  # seconds
SEND_LIMIT = 30.0  # seconds for one try; the lease must outlive it
NONCE_KNOWN = 150  # seconds for which Discord surely knows a nonce: "the past few minutes"
LATE = 15 * 60  # seconds after which a post says that it is late
AT_ONCE, AT_ONCE_UNLIMITED = 64, 256  # claims in flight
TOGETHER, SOON = 8, 0.25  # so many that ended are kept together, or what ended in so many seconds
IN_ONE_PLACE = 4  # of them
FIRST_BACK_OFF, LONGEST_BACK_OFF = 5, 300  # seconds
Why = SendFault.Why


class Announcer:
    """Drains one outbox through one courier. `work` may run in many processes at once, but once at a time in each."""

    def __init__(self, outbox: Outbox, courier: Courier, throttle: Throttle, clock: Clock, *, name: str) -> None:
        """`name` is this process's, and no other's ever."""
        self._outbox = outbox
        self.courier = courier
        self._throttle = throttle
        self._clock = clock
        self._tokens = (f"{name}.{number}" for number in count())
        self._flying: set[int] = set()
        self._unsettled: list[Settled] = []  # what ended, and could not be kept yet

    async def work(self) -> int | None:
        """Sends everything that is due here and now; when the next one is due (UTC seconds), None: never.

        Raises StorageTrouble; the next call goes on.
        """
        await self.settle()
        first = await self._outbox.next_at()
        if first is None or first > self._now():
            return first
        drain = _Drain(self, AT_ONCE if self._throttle.rate is not None else AT_ONCE_UNLIMITED)
        await drain.run()
        now = self._now()
        times = (await self._outbox.next_at(now), None if drain.again_at is None else max(drain.again_at, now + 1))
        return min((at for at in times if at is not None), default=None)

    async def claim(self, most: int, after: Any, wanted: Callable[[Row], bool]) -> tuple[list[Claim], Any]:
        """Leases some. Never what this process is sending, whatever the clock says."""
        now = self._now()
        return await self._outbox.claim(
            now,
            whose=next(self._tokens),
            until=now + LEASE,
            most=most,
            after=after,
            wanted=lambda row: row["id"] not in self._flying and self.courier.here(row) and wanted(row),
        )

    async def deliver(self, claim: Claim) -> Settled | None:
        """Sends one, or finds out that it was sent; how it ended is kept by `settle`."""
        settled = await self._end(claim)
        if settled is not None:
            self._unsettled.append(settled)
        return settled

    async def _end(self, claim: Claim) -> Settled | None:
        try:
            if claim.doubtful and (settled := await self._look(claim)) is not None:
                return settled
            return await self._send(claim)
        except SendFault as fault:  # of the look: what was in doubt still is
            began = claim.lease_until - LEASE if claim.lease_until is not None else self._now()
            return await self._after(claim, fault, claim.tried_at or began)
        except Nothing:
            return Settled(claim, SKIPPED, error="nothing to tell")
        except LaurelError:
            raise
        except Exception as error:  # a bug of ours, which another try would meet again
            log.exception("delivery %d cannot be made", claim.id)
            return Settled(claim, DEAD, error=type(error).__name__)

    async def _look(self, claim: Claim) -> Settled | None:
        """Whether a try before has succeeded; None: it has not, so it may be sent."""
        now = self._now()
        try:
            await self._throttle.take()
            found = await self.courier.find(claim)
        except LookupError:
            tried = claim.tried_at
            if tried is None or 0 <= now - tried <= NONCE_KNOWN:
                return None
            log.warning("delivery %d may have been posted; nobody can look, so it is not posted again", claim.id)
            return Settled(claim, DEAD, error="unsure", tried_at=tried)
        if found is None:
            return None
        log.info("delivery %d had been posted already", claim.id)
        sent_at = claim.tried_at or now
        return Settled(claim, SENT, found, sent_at, late=sent_at - claim.row["due_at"] > LATE)

    async def _send(self, claim: Claim) -> Settled | None:
        blind = not self.courier.may_look(claim)
        if self._now() <= claim.row["expires_at"]:
            await self._throttle.take()
        now = self._now()  # it may have waited for its turn
        if now > claim.row["expires_at"]:
            log.warning("delivery %d missed: due at %d", claim.id, claim.row["due_at"])
            return Settled(claim, MISSED, error=claim.row["error"])
        if now >= claim.until - SEND_LIMIT:  # others may take it soon
            return Settled(claim, PENDING, retry_at=now, tried_at=claim.tried_at)
        if blind and claim.tried_at is None and not await self._outbox.mark_tried(claim, now):
            return None
        late = now - claim.row["due_at"] > LATE
        try:
            async with asyncio.timeout(SEND_LIMIT):
                message_id = await self.courier.post(claim, late=late)
        except TimeoutError:
            fault = SendFault(Why.UNREACHABLE, "no answer in time")
            return await self._after(claim, fault, claim.tried_at or now)
        except SendFault as fault:
            uncertain = fault.why is Why.UNREACHABLE
            return await self._after(claim, fault, claim.tried_at or (now if uncertain else None))
        if late:
            log.info("delivery %d sent late: due at %d", claim.id, claim.row["due_at"])
        return Settled(claim, SENT, message_id, now, late)

    async def _after(self, claim: Claim, fault: SendFault, tried_at: int | None) -> Settled:
        now = self._now()
        told = str(fault)
        match fault.why:
            case Why.FORBIDDEN | Why.GONE:
                await self.courier.refused(claim, fault.why.value)
                return Settled(claim, DEAD, error=fault.why.value)
            case Why.REJECTED:
                log.error("delivery %d: Discord takes it for wrong: %s", claim.id, told)
                return Settled(claim, DEAD, error=told)
            case Why.BUSY:
                wait = max(fault.retry_after, 1.0)
                self._throttle.pause(wait)
                return Settled(claim, PENDING, error=told, retry_at=now + int(wait) + 1, tried_at=tried_at)
        wait = min(FIRST_BACK_OFF * 2 ** min(claim.row["attempts"], 10), LONGEST_BACK_OFF)
        log.warning("delivery %d: %s; again in %d s", claim.id, told, wait)
        return Settled(claim, PENDING, error=told, retry_at=now + wait, tried_at=tried_at)

    async def settle(self) -> None:
        """Keeps what ended, all of it in one transaction. Raises StorageTrouble, and then it is kept the next time."""
        settled, self._unsettled = self._unsettled, []
        if not settled:
            return
        try:
            await self._outbox.settle(settled)
        except BaseException:
            self._unsettled = settled + self._unsettled
            raise

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


class _Drain:
    """One run over an outbox: lanes of claims, one for each place, and one settler behind them all."""

    def __init__(self, announcer: Announcer, room: int) -> None:
        self._announcer = announcer
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
        announcer = self._announcer
        cursor: Any = BEGINNING
        try:
            while self._trouble is None:
                if cursor is not None and len(announcer._flying) < self._room // 2 + 1:
                    room = self._room - len(announcer._flying)
                    claims, cursor = await announcer.claim(room, cursor, self._takes)
                    for claim in claims:
                        self._put(claim)
                if self._working:
                    patience = SOON if announcer._unsettled else None
                    await asyncio.wait(self._working, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
                    if self._worth_settling():
                        await announcer.settle()
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
        ended, now = len(self._announcer._unsettled), asyncio.get_running_loop().time()
        if not ended:
            self._since = now
        return ended >= TOGETHER or now - self._since >= SOON or not self._working

    def _takes(self, row: Row) -> bool:
        if row["id"] in self._again:
            return False
        place = self._announcer.courier.place(row)
        if len(self._lanes.get(place, ())) >= IN_ONE_PLACE:
            self._left.add(place)
            return False
        return True

    def _put(self, claim: Claim) -> None:
        self._announcer._flying.add(claim.id)
        self._waiting[claim.id] = claim
        place = self._announcer.courier.place(claim.row)
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
                    self._note(await self._announcer.deliver(claim))
                finally:
                    self._announcer._flying.discard(claim.id)
        except Exception as error:
            self._trouble = self._trouble or error
        finally:
            del self._lanes[place]

    def _note(self, settled: Settled | None) -> None:
        if settled is not None and settled.state == PENDING and settled.retry_at is not None:
            self._again.add(settled.claim.id)
            self.again_at = min(settled.retry_at, self.again_at or settled.retry_at)

    async def _leave(self) -> None:
        """Ends what runs, keeps what ended, and gives back what was never begun."""
        working = list(self._working)
        if working:
            for task in working:
                task.cancel()
            await asyncio.gather(*working, return_exceptions=True)
        now = self._announcer._now()
        for claim in self._waiting.values():
            self._announcer._flying.discard(claim.id)
            given_back = Settled(claim, PENDING, error=claim.row["error"], retry_at=now, tried_at=claim.tried_at)
            if not claim.doubtful:
                self._announcer._unsettled.append(given_back)
        try:
            await self._announcer.settle()
        except StorageTrouble as trouble:
            log.warning("%d deliveries wait to be settled: %s", len(self._announcer._unsettled), trouble)
