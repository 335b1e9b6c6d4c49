"""What happens to polls by themselves: posted, counted a little after their end, told, led to the next round.

Everything is done once and may be done again: after a restart, or when Discord did not answer. Knows no Discord.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import msgspec

from bot.ballots.bracket import Heat, decided, next_round
from bot.ballots.tally import Side
from bot.clock import Clock
from bot.errors import LaurelError, Mention, Refused, SendFault
from bot.services.failures import Failures, Why
from bot.services.guilds import Guilds
from bot.services.polls.desk import MOST_OPEN
from bot.services.polls.drafts import kept
from bot.storage.poll_votes import Cast, Count, VoteBook
from bot.storage.polls import COUNTED, OPEN, TOLD, Answer, Draft, Poll, PollBook

log = logging.getLogger(__name__)
GRACE = 5  # seconds after the end in which votes made before it still arrive; Discord waits three for an answer
AGAIN = 30  # seconds after which what Discord did not take is tried again
PATIENCE = 3_600  # seconds that Discord may take to count its own poll
FINAL = (SendFault.Why.FORBIDDEN, SendFault.Why.GONE, SendFault.Why.REJECTED)


class Posted(msgspec.Struct, frozen=True):
    """A poll's message; Discord's own polls say themselves when they end (UTC seconds)."""

    message_id: int
    closes_at: int | None = None


class Tally(msgspec.Struct, frozen=True):
    """What Discord counted: votes in the order of the answers, and whether that is final."""

    votes: tuple[int, ...]
    final: bool


class Board(Protocol):
    """Where polls hang. All but `here` and `stir` raise SendFault."""

    def here(self, guild_id: int) -> bool: ...

    def stir(self, poll: Poll) -> None:
        """The panel shall be drawn anew, soon."""

    async def post(self, poll: Poll, *, tried: bool = False) -> Posted:
        """Hangs the poll's present round. `tried`: it may hang there already, and then it is not hung twice."""

    async def close(self, poll: Poll) -> None:
        """Draws the panel of a poll, or of a bracket's round, that is over."""

    async def tell(self, poll: Poll, *, tried: bool = False) -> None:
        """Posts the results; `tried` as for `post`."""

    async def tally(self, poll: Poll) -> Tally: ...

    async def expire(self, poll: Poll) -> None:
        """Ends Discord's own poll."""


class Rounds:
    """The rounds of all polls in the servers that are here."""

    def __init__(self, book: PollBook, votes: VoteBook, guilds: Guilds, failures: Failures, clock: Clock) -> None:
        self._book, self._votes = book, votes
        self._guilds, self._failures, self._clock = guilds, failures, clock
        self._ring: Callable[[float | None], None] = lambda at: None
        self._board: Board | None = None
        self._busy: set[int] = set()  # polls that a command posts right now

    def attach(self, board: Board) -> None:
        """Says where polls hang: the client is made after the services."""
        self._board = board

    def hang(self, ring: Callable[[float | None], None]) -> None:
        """`ring` is told at which instant `work` has something to do next, in UTC seconds; None for never."""
        self._ring = ring

    @property
    def board(self) -> Board:
        if self._board is None:
            raise RuntimeError("polls have no board yet")
        return self._board

    async def open(self, draft: Draft) -> Poll:
        """Keeps a poll and posts it. One that Discord does not take now is posted later, with `posted` 0 until then.

        Raises Refused: poll-too-many, poll-cannot-post where it may never be posted; then nothing was kept.
        """
        poll = await self._book.open(draft, most=MOST_OPEN)
        self._busy.add(poll.id)
        try:
            poll = await self._post(poll)
        except SendFault as fault:
            if fault.why in FINAL:
                await self._book.discard(poll.id)
                raise Refused("poll-cannot-post", channel=Mention(f"<#{poll.channel_id}>")) from fault
            log.warning("poll %d is posted later: %s", poll.id, fault)
        finally:
            self._busy.discard(poll.id)
        await self._guilds.note(poll.guild_id, poll.user_id, "poll-open", after=poll.question)
        await self._set_bell()
        return poll

    async def again(self, poll: Poll) -> Poll:
        """Posts the panel of an open hidden poll anew: its message was deleted. Raises Refused."""
        if poll.native or poll.state != OPEN:
            raise Refused("poll-cannot-repost")
        if poll.id in self._busy:
            raise Refused("poll-is-there")
        self._busy.add(poll.id)
        try:
            return await self._post(poll, tried=True)
        except SendFault as fault:
            raise Refused("poll-cannot-post", channel=Mention(f"<#{poll.channel_id}>")) from fault
        finally:
            self._busy.discard(poll.id)

    async def ended(self, poll: Poll) -> None:
        """A poll was ended by hand: so is Discord's own, and it is counted soon."""
        if poll.native:
            try:
                await self.board.expire(poll)
            except SendFault as fault:
                await self._fault(poll, fault)
        await self._set_bell()

    async def work(self) -> None:
        """Does everything that is due now, and says when there is more."""
        now = self._clock.now().timestamp()
        failed = False
        for poll in await self._book.unfinished():
            if not self.board.here(poll.guild_id) or poll.id in self._busy:
                continue
            try:
                await self._look_after(poll, int(now))
            except SendFault as fault:
                failed = True
                log.info("poll %d waits: %s", poll.id, fault)
            except LaurelError as error:
                failed = True
                log.warning("poll %d: %s", poll.id, error)
        await self._set_bell(soonest=now + AGAIN if failed else None)

    async def read(self, poll: Poll) -> Poll:
        """An open poll of Discord's own with its counts of now, as far as Discord tells; others as they are."""
        if not poll.native or poll.state != OPEN or not poll.posted:
            return poll
        try:
            found = await self.board.tally(poll)
        except SendFault as fault:
            await self._fault(poll, fault)
        else:
            await self._book.change(poll.id, answers=msgspec.to_builtins(_with(poll, found.votes)))
        return await self._book.find(poll.id) or poll

    async def _look_after(self, poll: Poll, now: int) -> None:
        """What is found half done was tried before, and perhaps arrived: a stop, or a lost answer, hid that."""
        told = poll.state == COUNTED
        if poll.state == OPEN and poll.posted < poll.round:
            poll = await self._begin_round(poll, tried=True)
        if poll.state == OPEN and poll.posted and poll.closes_at + GRACE <= now:
            if not await self._count(poll, now):
                raise SendFault(SendFault.Why.BUSY, "Discord has not counted it yet")
            poll = await self._book.find(poll.id) or poll
            if poll.state == OPEN:
                poll = await self._begin_round(poll)
        if poll.state == COUNTED:
            await self._tell(poll, tried=told)

    async def _begin_round(self, poll: Poll, *, tried: bool = False) -> Poll:
        """Posts a poll, or a bracket's next round; the panel of the round before says how that ended."""
        if poll.posted and poll.message_id is not None:
            await self._quietly(poll, self.board.close(poll))
        try:
            return await self._post(poll, tried=tried)
        except SendFault as fault:
            if fault.why not in FINAL:
                raise
            await self._fault(poll, fault)
            if not poll.posted:
                await self._book.discard(poll.id)
                return msgspec.structs.replace(poll, state=TOLD)
            await self._book.change(poll.id, posted=poll.round, gone=True)
            return msgspec.structs.replace(poll, posted=poll.round, gone=True)

    async def _post(self, poll: Poll, *, tried: bool = False) -> Poll:
        posted = await self.board.post(poll, tried=tried)
        values = {"message_id": posted.message_id, "posted": poll.round, "gone": False}
        if posted.closes_at is not None:
            values["closes_at"] = posted.closes_at
        await self._book.change(poll.id, **values)
        return msgspec.structs.replace(poll, **values)

    async def _count(self, poll: Poll, now: int) -> bool:
        """Counts a poll that has ended; False when Discord has not yet counted its own."""
        if not poll.native:
            await self._votes.settle(poll.id, lambda found, count: settled(found, count, now), by=now - GRACE)
            return True
        votes: Sequence[int] = [one.votes or 0 for one in poll.answers]  # as last seen, when its message is gone
        try:
            found = await self.board.tally(poll)
        except SendFault as fault:
            if fault.why not in FINAL:
                raise
            await self._fault(poll, fault)
        else:
            if not found.final and now < poll.closes_at + PATIENCE:
                return False
            votes = found.votes
        values = {"answers": _with(poll, votes), "state": COUNTED}
        await self._votes.settle(poll.id, lambda _, __: values)
        return True

    async def _tell(self, poll: Poll, *, tried: bool) -> None:
        """Says how it ended: on the panel, and in a post of its own."""
        if not poll.native and poll.message_id is not None and not poll.gone:
            await self._quietly(poll, self.board.close(poll))
        try:
            await self.board.tell(poll, tried=tried)
        except SendFault as fault:
            if fault.why not in FINAL:
                raise
            await self._fault(poll, fault, message=False)
        await self._book.change(poll.id, state=TOLD)

    async def _quietly(self, poll: Poll, work: Any) -> None:
        """An old panel that cannot be drawn must not hold up what follows."""
        try:
            await work
        except SendFault as fault:
            await self._fault(poll, fault)

    async def _fault(self, poll: Poll, fault: SendFault, *, message: bool = True) -> None:
        """Remembers what an admin should see; `message`: a 404 means that the poll's message is gone."""
        log.info("poll %d: %s", poll.id, fault)
        if fault.why is SendFault.Why.GONE and message:
            await self._book.change(poll.id, gone=True)
        elif fault.why in (SendFault.Why.FORBIDDEN, SendFault.Why.GONE):
            await self._failures.note(poll.guild_id, poll.channel_id, Why(fault.why.value))

    async def _set_bell(self, soonest: float | None = None) -> None:
        due = [poll.closes_at + GRACE for poll in await self._book.unfinished() if self.board.here(poll.guild_id)]
        at = min(due, default=None) if soonest is None else soonest
        if at is not None and soonest is None:
            at = max(at, self._clock.now().timestamp() + 1)
        self._ring(at)


def settled(poll: Poll, count: Count, now: int) -> Mapping[str, Any]:
    """What becomes of a hidden poll whose votes are `count`: counted, or a bracket's next round from `now` on."""
    if poll.kind != "bracket":
        cast = count.get(0, {})
        votes = [cast.get(n, Cast()).votes for n in range(len(poll.answers))]
        return {"answers": _with(poll, votes), "state": COUNTED}
    now_on = msgspec.convert(msgspec.to_builtins(poll.now), tuple[Heat, ...])
    done = tuple(decided(heat, _sides(count.get(heat.key, {}))) for heat in now_on)
    before = tuple(heat for heat in poll.heats if heat.round < poll.round)
    ahead = next_round(done)
    heats = {"heats": (*before, *kept(done), *kept(ahead))}
    if not ahead:
        return heats | {"state": COUNTED}
    return heats | {"round": poll.round + 1, "closes_at": now + poll.hours * 3600}


def _sides(cast: Mapping[int, Cast]) -> dict[int, Side]:
    return {answer: Side(answer, *found) for answer, found in cast.items()}


def _with(poll: Poll, votes: Sequence[int]) -> list[Answer]:
    counts = dict(enumerate(votes))
    return [msgspec.structs.replace(one, votes=counts.get(n, 0)) for n, one in enumerate(poll.answers)]
