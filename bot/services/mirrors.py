"""Keeps servers' scheduled events in step with the ceremonies they follow. Speaks to Discord through a Noticeboard."""

import logging
from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from bot.anniversaries.mirroring import (
    LEASE,
    MARGIN,
    Key,
    Notice,
    Step,
    There,
    What,
    dropped,
    is_sure,
    row_of,
    steps,
    told,
)
from bot.catalogue import Catalogue
from bot.clock import Clock
from bot.errors import Refused, SendFault, StorageTrouble
from bot.services.announcements.throttle import Throttle
from bot.services.ceremonials import Ceremonial, Ceremonials
from bot.services.failures import Failures, Why
from bot.services.follows import Follows
from bot.services.languages import Languages
from bot.storage.mirrors import MAKING, OFF, ON, Mirror, MirrorBook, Mirroring
from bot.text import Words

log = logging.getLogger(__name__)
MOST_THERE = 100  # events that Discord lets a server have
PATIENCE = 86_400  # seconds for which Discord is left alone after it refused
BATCH = 100
EVENTS = 0  # as failures call the place: it is no channel
ACTS = (What.MAKE, What.EDIT, What.REMOVE)  # what Discord asks a permission for
FORBIDDEN, FULL, REJECTED = "forbidden", "full", "rejected"


class MirrorCard(msgspec.Struct, frozen=True):
    """How a server mirrors, and each ceremony with what Discord has of it.

    `follows` says whether it follows any show, `until` before which instant (UTC seconds) Discord takes no new event.
    """

    mirroring: Mirroring | None
    follows: bool
    until: int
    ceremonies: tuple[tuple[Ceremonial, Mirror | None], ...]


class Noticeboard(Protocol):
    """A server's scheduled events. What asks Discord raises SendFault."""

    def may(self, guild_id: int) -> bool:
        """Whether Laurel may make events there."""
        ...

    def known(self, guild_id: int) -> Sequence[There]:
        """What Discord told of by itself: nearly always right."""
        ...

    async def listed(self, guild_id: int) -> Sequence[There]:
        """What there is: asked now."""
        ...

    def write(self, of: Ceremonial, words: Words) -> Notice: ...

    async def create(self, guild_id: int, notice: Notice) -> int: ...

    async def edit(self, guild_id: int, event_id: int, notice: Notice) -> None: ...

    async def delete(self, guild_id: int, event_id: int) -> None:
        """One that is gone already is no fault."""
        ...


class Mirrors:
    """Use cases of mirrored ceremonies. `work` is safe after a restart, twice, and by two processes at once."""

    def __init__(
        self,
        book: MirrorBook,
        catalogue: Catalogue,
        follows: Follows,
        languages: Languages,
        failures: Failures,
        throttle: Throttle,
        clock: Clock,
    ) -> None:
        self._book = book
        self._ceremonials = Ceremonials(catalogue)
        self._follows = follows
        self._languages = languages
        self._failures = failures
        self._throttle = throttle
        self._clock = clock
        self._ring: Callable[[], None] = lambda: None
        self._board: Noticeboard | None = None

    def put_up(self, board: Noticeboard) -> None:
        """Says where events are made."""
        self._board = board

    def hang(self, ring: Callable[[], None]) -> None:
        """`ring` has `work` called soon."""
        self._ring = ring

    async def switch(self, guild_id: int, user_id: int, *, on: bool) -> None:
        """Keeps for good before it returns that a server mirrors or not, and has `work` see to it.

        Raises Refused where Laurel may not make events, or where there is no room for one more.
        """
        board = self._events
        if on and not board.may(guild_id):
            raise Refused("mirror-forbidden")
        if on and not await self._book.of_guild(guild_id) and len(board.known(guild_id)) >= MOST_THERE:
            raise Refused("mirror-full", most=MOST_THERE)
        await self._book.switch(guild_id, user_id, ON if on else OFF, at=self._now())
        self._ring()

    async def card(self, guild_id: int) -> MirrorCard:
        """How it is, with what is mirrored, or would be."""
        rows = {row.key: row for row in await self._book.of_guild(guild_id)}
        shows = await self._shows(guild_id)
        coming = self._ceremonials.coming(shows, rows.keys(), self._now())
        ceremonies = tuple((one, rows.get(one.key)) for one in coming)
        return MirrorCard(await self._book.find(guild_id), shows is not None, self._now() + MARGIN, ceremonies)

    async def work(self, here: Callable[[int], bool]) -> int | None:
        """Does what is to be done in servers that are `here`; when to come again before the hour is over (UTC
        seconds), None: not before. Raises StorageTrouble, and then the next call goes on.
        """
        last, again = -1, None
        written: dict[tuple[Key, str], Notice] = {}
        while some := await self._book.after(last, BATCH):
            last = some[-1].guild_id
            for one in some:
                if not here(one.guild_id) or (one.retry_at or 0) > self._now():
                    continue
                try:
                    found = await self._look_after(one, written)
                except StorageTrouble:
                    raise
                except SendFault as fault:
                    log.warning("scheduled events of server %d: %s; tried again within the hour", one.guild_id, fault)
                    found = None
                except Exception:  # one server that cannot be understood holds nobody else up
                    log.exception("scheduled events of server %d cannot be kept in step", one.guild_id)
                    found = None
                again = min((at for at in (again, found) if at is not None), default=None)
        return again

    @property
    def _events(self) -> Noticeboard:
        if self._board is None:
            raise RuntimeError("nobody makes events")
        return self._board

    async def _look_after(self, one: Mirroring, written: dict[tuple[Key, str], Notice]) -> int | None:
        """Everything for one server; when a claim of somebody who did not come back ends."""
        guild_id, board, on = one.guild_id, self._events, one.state == ON
        rows = await self._book.of_guild(guild_id)
        wanted = await self._wanted(guild_id, rows, written) if on else {}
        there = board.known(guild_id)
        todo = steps(wanted, rows, there, self._now(), on=on)
        why = None
        if any(step.what in ACTS for step in todo) and not board.may(guild_id):
            await self._refused(guild_id)
            return None
        if not all(map(is_sure, todo)):
            await self._throttle.take()
            there = await board.listed(guild_id)
            todo = steps(wanted, rows, there, self._now(), on=on)
        count = len(there)
        for step in todo:
            if step.what is What.MAKE and step.event_id is None and count >= MOST_THERE:
                why = FULL
                continue
            try:
                count += await self._take(guild_id, step)
            except SendFault as fault:
                if fault.why is SendFault.Why.FORBIDDEN:
                    await self._refused(guild_id)
                    return None
                if fault.why is not SendFault.Why.REJECTED:
                    raise
                log.error("Discord rejects the event of %s for server %d: %s", step.key, guild_id, fault)
                why = REJECTED
        if why != one.why:
            await self._book.pause(guild_id, why, None)
        if not on:
            await self._book.end(guild_id)
        claims = [row.claimed_at + LEASE for row in rows if row.state == MAKING]
        return min((at for at in claims if at > self._now()), default=None)

    async def _take(self, guild_id: int, step: Step) -> int:
        """Takes a step; how many events more there are now."""
        row, notice = step.row, step.notice
        match step.what:
            case What.MAKE:
                assert notice is not None
                return await self._make(guild_id, step, notice)
            case What.EDIT:
                assert row is not None and notice is not None and step.event_id is not None
                await self._edit(guild_id, row, notice, step.event_id)
            case What.REMOVE:
                assert step.event_id is not None
                await self._throttle.take()
                await self._events.delete(guild_id, step.event_id)
                if row is not None:
                    await self._book.forget(row)
                return -1
            case What.FORGET:
                assert row is not None
                await self._book.forget(row)
            case What.DROP:
                assert row is not None
                log.info("the event of %s is gone from server %d; it is not made again", step.key, guild_id)
                await self._book.settle(dropped(row))
            case What.NOTE:
                assert row is not None and notice is not None
                await self._book.settle(dropped(told(row, notice, 0)))
        return 0

    async def _make(self, guild_id: int, step: Step, notice: Notice) -> int:
        """Claims, then makes: whoever dies between leaves a claim, and whoever finds it looks at Discord first."""
        row = row_of(guild_id, step.key, notice, at=self._now())
        if not await self._book.claim(row, seen=step.row):
            return 0
        if step.event_id is not None:  # it was made, and nobody was left to say so
            if notice.starts_at > self._now():
                await self._edit(guild_id, row, notice, step.event_id)
            else:
                await self._book.settle(told(row, notice, step.event_id))
            return 0
        await self._throttle.take()
        try:
            event_id = await self._events.create(guild_id, notice)
        except SendFault as fault:
            if fault.why is not SendFault.Why.UNREACHABLE:  # which may have arrived: the claim stays
                await self._book.forget(row)
            raise
        await self._book.settle(told(row, notice, event_id))
        return 1

    async def _edit(self, guild_id: int, row: Mirror, notice: Notice, event_id: int) -> None:
        await self._throttle.take()
        try:
            await self._events.edit(guild_id, event_id, notice)
        except SendFault as fault:
            if fault.why is not SendFault.Why.GONE:
                raise
            await self._book.settle(dropped(row))
        else:
            await self._book.settle(told(row, notice, event_id))

    async def _refused(self, guild_id: int) -> None:
        """Leaves Discord alone until tomorrow, and tells whoever looks at /config check or /event mirror."""
        log.warning("server %d lets nobody make scheduled events; tried again tomorrow", guild_id)
        await self._book.pause(guild_id, FORBIDDEN, self._now() + PATIENCE)
        await self._failures.note(guild_id, EVENTS, Why.FORBIDDEN)

    async def _wanted(
        self, guild_id: int, rows: Sequence[Mirror], written: dict[tuple[Key, str], Notice]
    ) -> dict[Key, Notice]:
        words = await self._languages.of_guild(guild_id)
        found = {}
        known = {row.key for row in rows}
        for one in self._ceremonials.coming(await self._shows(guild_id), known, self._now()):
            notice = written.get((one.key, words.locale))
            if notice is None:
                notice = written[one.key, words.locale] = self._events.write(one, words)
            found[one.key] = notice
        return found

    async def _shows(self, guild_id: int) -> frozenset[str] | None:
        """The shows that a server follows; None: it follows none."""
        followed = frozenset(one.id for one in await self._follows.of_guild(guild_id) if one.kind == "show")
        return followed or None

    def _now(self) -> int:
        return int(self._clock.now().timestamp())
