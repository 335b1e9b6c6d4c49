"""Turns what falls due into deliveries: of all subscriptions of servers that are here, 500 at a time. Posts nothing."""

import asyncio
import datetime
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from bot.anniversaries.instants import ONE_DAY, local_day
from bot.anniversaries.occurrences import LeapDay
from bot.anniversaries.plans import SEOUL, Anchor, Kind, Plan, Post, Style, Told, kinds_of
from bot.catalogue.dates import PartialDate
from bot.clock import Clock
from bot.errors import StorageTrouble
from bot.services.announcements.changes import OWN, Known, changed, facts_of, known_of
from bot.services.announcements.occasions import Occasions, Occurrence
from bot.services.announcements.planner import change_post, farthest, next_look, posts
from bot.storage.deliveries import DeliveryBook, Expansion, Memory, NewDelivery
from bot.storage.outbox import MISSED, PENDING
from bot.storage.subscriptions import FROM_NOW, SETTINGS, Subscription, SubscriptionBook

log = logging.getLogger(__name__)
BATCH, FEW = 500, 50
FARTHEST_BACK = 31 * 86_400  # seconds: what was missed longer ago is in no history
KEPT_FOR = 120 * 86_400  # seconds: a history goes back so far
AT_ONCE = 8  # subscriptions thought about before others have their turn
WATCHED_VAGUE = 60 * 86_400  # how long a change of a date without a day, or an expected one, stays news


class OwnDate(Protocol):
    """One coming of a server's own event (services/events.py)."""

    @property
    def date(self) -> PartialDate: ...
    @property
    def day(self) -> datetime.date | None: ...
    @property
    def years(self) -> int: ...
    @property
    def event(self) -> "OwnEvent": ...


class OwnEvent(Protocol):
    @property
    def id(self) -> int: ...


class OwnDates(Protocol):
    """Knows servers' own events."""

    async def between(self, guild_id: int, first: datetime.date, last: datetime.date) -> Sequence[OwnDate]: ...


class Expander:
    """Looks at subscriptions whose time has come. Safe to run twice, at once, and after any absence."""

    def __init__(
        self,
        subscriptions: SubscriptionBook,
        deliveries: DeliveryBook,
        occasions: Occasions,
        clock: Clock,
        own: OwnDates | None = None,
    ) -> None:
        self._subscriptions = subscriptions
        self._deliveries = deliveries
        self._occasions = occasions
        self._clock = clock
        self._own = own
        self._ring: Callable[[], None] = lambda: None

    def hang(self, ring: Callable[[], None]) -> None:
        """`ring` has `work` called soon."""
        self._ring = ring

    def wake(self) -> None:
        """Something may be due earlier than was thought."""
        self._ring()

    async def work(self, here: Callable[[int], bool]) -> int | None:
        """Expands what is due in servers that are `here`; when something is due next (UTC seconds), None: never.

        Raises StorageTrouble, and then the next call goes on.
        """
        now = self.now()
        soonest = await self._subscriptions.next_due_at()
        if soonest is None or soonest > now:
            return soonest
        cursor = (-1, -1)
        while found := await self._subscriptions.due(now, after=cursor, most=BATCH):
            cursor = (found[-1].next_due_at, found[-1].id)
            mine = [one for one in found if here(one.guild_id)]
            if mine:
                await self._expand(mine, now)
            if len(found) < BATCH:
                break
        return await self._subscriptions.next_due_at(now)

    async def foresee(self, of: Subscription, first: int, last: int) -> list[Post]:
        """The posts that a subscription will make between two instants (UTC seconds), those skipped among them."""
        plan = plan_of(of, await self._about((of,)), self._occasions)
        own = await self._own_events(of, plan, first, last)
        made = await asyncio.to_thread(posts, self._occasions, plan, own, first, last)
        told = await self._told((of,), made)
        return posts(self._occasions, plan, own, first, last, _seen(of.id, told)) if told else made

    async def artists_of(self, of: Subscription) -> frozenset[str]:
        """Whom a subscription is about today, those of a followed group's members and units among them."""
        return plan_of(of, await self._about((of,)), self._occasions).artists

    async def leave(self, guild_id: int) -> None:
        """Laurel is no longer in a server: what waits for it is dropped. Without the database it waits until it is
        too late.
        """
        try:
            await self._deliveries.leave(guild_id)
        except StorageTrouble as trouble:
            log.warning("what waits for server %d cannot be dropped: %s", guild_id, trouble)

    async def prune(self) -> int:
        """Forgets what ended long ago; how many rows. Raises StorageTrouble."""
        removed = 0
        while gone := await self._deliveries.prune(self.now() - KEPT_FOR):
            removed += gone
        return removed

    def now(self) -> int:
        return int(self._clock.now().timestamp())

    async def _expand(self, mine: Sequence[Subscription], now: int) -> None:
        about = await self._about(mine)
        events = await self._subscriptions.own_dates({one.guild_id for one in mine}) if self._own is not None else {}
        facts = {one.id: facts_of(self._occasions, events.get(one.guild_id, ())) for one in mine}
        stale = [one.id for one in mine if one.facts != facts[one.id]]
        memories: dict[int, list[Memory]] = defaultdict(list)
        for start in range(0, len(stale), FEW):
            for memory in await self._deliveries.memories(stale[start : start + FEW], now):
                memories[memory.subscription_id].append(memory)
        thought: list[tuple[Subscription, Plan, Sequence[Occurrence], list[Post]]] = []
        for number, one in enumerate(mine):
            if number % AT_ONCE == 0:
                await asyncio.sleep(0)
            try:
                plan = plan_of(one, about, self._occasions)
                first = _first(one, now)
                own = await self._own_events(one, plan, first, now) if one.guild_id in events else ()
                thought.append((one, plan, own, posts(self._occasions, plan, own, first, now)))
            except Exception:  # one that cannot be understood holds nobody else up
                log.exception("subscription %d of server %d cannot be expanded", one.id, one.guild_id)
        told = await self._told([one for one, *_ in thought], [post for *_, made in thought for post in made])
        known = {row[0] for row in told}
        expansions = []
        for number, (one, plan, own, made) in enumerate(thought):
            if number % AT_ONCE == 0:
                await asyncio.sleep(0)
            if one.id in known:
                made = posts(self._occasions, plan, own, _first(one, now), now, _seen(one.id, told))
            known_dates = known_of(self._occasions, events.get(one.guild_id, ()))
            made = _with_changes(plan, made, memories.get(one.id, ()), known_dates, now)
            new = tuple(self._new(post, now) for post in made)
            expansions.append(Expansion(one, new, next_look(self._occasions, plan, now), facts[one.id]))
        await self._deliveries.expand(expansions)
        for missed in (new for one in expansions for new in one.new if new.state == MISSED):
            log.warning("missed, due at %d and too late by now: %s", missed.due_at, missed.occurrence)

    def _new(self, post: Post, now: int) -> NewDelivery:
        state = MISSED if post.expires_at < now else PENDING
        told = tuple((one.key, one.lead, one.date, one.status, _watched(one, post)) for one in post.told)
        return NewDelivery(post.occurrence, post.lead, post.payload(), post.at, post.expires_at, state, told)

    async def _about(self, some: Iterable[Subscription]) -> Mapping[int, Sequence[str]]:
        return await self._subscriptions.followed(one.guild_id for one in some if one.about is None)

    async def _told(self, some: Sequence[Subscription], made: Iterable[Post]) -> set[tuple[int, str, str, str]]:
        keys = {told.key for post in made for told in post.told}
        return await self._deliveries.told([one.id for one in some], keys) if keys else set()

    async def _own_events(self, of: Subscription, plan: Plan, first: int, last: int) -> Sequence[Occurrence]:
        if self._own is None or Kind.EVENT not in plan.kinds:
            return ()
        begin = local_day(first, plan.home) - ONE_DAY
        end = local_day(last, plan.home) + (farthest(plan) + 2) * ONE_DAY
        found = await self._own.between(of.guild_id, begin, end)
        return tuple(
            Occurrence(f"{OWN}:{one.event.id}:{one.date.year}", Kind.EVENT, one.date, one.day, years=one.years)
            for one in found
        )


def plan_of(of: Subscription, followed: Mapping[int, Sequence[str]], occasions: Occasions) -> Plan:
    """What a stored subscription means today. A group brings its members and units; what nobody knows any more falls
    away.
    """
    about = of.about if of.about is not None else followed.get(of.guild_id, ())
    artists = frozenset[str]().union(
        *(occasions.with_members(one.removeprefix("artist:")) for one in about if one.startswith("artist:"))
    )
    shows = frozenset(one.removeprefix("show:") for one in about if one.startswith("show:"))
    kinds = kinds_of(of.kinds)
    return Plan(
        kinds=kinds | {Kind.EVENT} if of.origin == SETTINGS else kinds,
        artists=artists,
        shows=shows,
        leads=of.leads,
        vote_hours=of.vote_hours,
        hour=of.hour,
        minute=of.minute,
        zone=of.zone or SEOUL,
        anchor=Anchor(of.anchor),
        style=Style(of.style),
        weekly=of.weekly,
        monthly=of.monthly,
        catch_up_hours=of.catch_up_hours,
        leap_day=LeapDay(of.leap_day),
    )


def _with_changes(plan: Plan, made: list[Post], memories: Sequence[Memory], known: Known, now: int) -> list[Post]:
    today = {one.key for post in made for one in post.told}
    news = [one for one in changed(known, memories, local_day(now, plan.home)) if one.key not in today]
    return [*made, change_post(plan, now, news)] if news else made


def _first(of: Subscription, now: int) -> int:
    """From when on nobody has looked yet."""
    return now + 1 if of.next_due_at == FROM_NOW else max(of.next_due_at, now - FARTHEST_BACK)


def _seen(number: int, told: set[tuple[int, str, str, str]]) -> Callable[[Told], bool]:
    return lambda one: (number, one.key, one.lead, one.date) in told


def _watched(one: Told, post: Post) -> int:
    """Until when a change of its date is news."""
    date = PartialDate.parse(one.date)
    over = int(datetime.datetime.combine(date.last_day + 2 * ONE_DAY, datetime.time(), datetime.UTC).timestamp())
    sure = date.day is not None and one.status in ("confirmed", "reported")
    return max(over, post.at) + (0 if sure else WATCHED_VAGUE)
