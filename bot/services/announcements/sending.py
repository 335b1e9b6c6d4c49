"""One try of one delivery: looked for, sent, or found to be too late. Keeps nothing of how it ended."""

import asyncio
import logging

from bot.clock import Clock
from bot.errors import LaurelError, SendFault
from bot.services.announcements.posting import Courier, Nothing
from bot.services.announcements.throttle import Throttle
from bot.storage.outbox import DEAD, MISSED, PENDING, SENT, SKIPPED, Claim, Outbox, Settled

log = logging.getLogger(__name__)
LEASE = 90  # seconds
SEND_LIMIT = 30.0  # seconds for one try; the lease must outlive it
NONCE_KNOWN = 150  # seconds for which Discord surely knows a nonce: "the past few minutes"
LATE = 15 * 60  # seconds after which a post says that it is late
FIRST_BACK_OFF, LONGEST_BACK_OFF = 5, 300  # seconds
Why = SendFault.Why


class Sender:
    """Sends through one courier. See announcer.py for what may happen, and what then."""

    def __init__(self, outbox: Outbox, courier: Courier, throttle: Throttle, clock: Clock) -> None:
        self._outbox = outbox
        self._courier = courier
        self._throttle = throttle
        self._clock = clock

    async def send(self, claim: Claim) -> Settled | None:
        """Sends one, or finds out that it was sent; None when it turned out not to be ours. Raises StorageTrouble."""
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
            found = await self._courier.find(claim)
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
        blind = not self._courier.may_look(claim)
        if self._expired(claim):
            return self._missed(claim)
        await self._throttle.take()
        now = self._now()
        if now >= claim.until - SEND_LIMIT:  # others may take it soon
            return Settled(claim, PENDING, retry_at=now, tried_at=claim.tried_at)
        if blind and claim.tried_at is None and not await self._outbox.mark_tried(claim, now):
            return None
        if self._expired(claim):  # while it waited for its turn
            return self._missed(claim)
        now = self._now()
        late = now - claim.row["due_at"] > LATE
        try:
            async with asyncio.timeout(SEND_LIMIT):
                message_id = await self._courier.post(claim, late=late)
        except TimeoutError:
            fault = SendFault(Why.UNREACHABLE, "no answer in time")
            return await self._after(claim, fault, claim.tried_at or now)
        except SendFault as fault:
            uncertain = fault.why is Why.UNREACHABLE
            return await self._after(claim, fault, claim.tried_at or (now if uncertain else None))
        if late:
            log.info("delivery %d sent late: due at %d", claim.id, claim.row["due_at"])
        return Settled(claim, SENT, message_id, now, late)

    def _expired(self, claim: Claim) -> bool:
        return self._now() > int(claim.row["expires_at"])

    def _missed(self, claim: Claim) -> Settled:
        log.warning("delivery %d missed: due at %d", claim.id, claim.row["due_at"])
        return Settled(claim, MISSED, error=claim.row["error"])

    async def _after(self, claim: Claim, fault: SendFault, tried_at: int | None) -> Settled:
        now = self._now()
        told = str(fault)
        match fault.why:
            case Why.FORBIDDEN | Why.GONE:
                await self._courier.refused(claim, fault.why.value)
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

    def _now(self) -> int:
        return int(self._clock.now().timestamp())
