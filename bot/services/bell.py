"""Rings at set times and wakes the workers that do what is due. The only room that knows APScheduler.

What is due, a worker asks a Clock: a ring may come late, twice, or once for many that were missed.
"""

import asyncio
import datetime
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import msgspec

from bot.errors import LaurelError

if TYPE_CHECKING:
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)
Work = Callable[[], Awaitable[object]]
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class _Rope(msgspec.Struct, frozen=True):
    """One piece of work, what wakes its worker, and when the bell does."""

    name: str
    work: Work
    every: datetime.timedelta | None
    at: datetime.time | None
    soon: datetime.timedelta | None
    rung: asyncio.Event = msgspec.field(default_factory=asyncio.Event)


class Bell:
    """One job of APScheduler and one worker for each piece of work. The job only sets an event; the worker works."""

    def __init__(self) -> None:
        self._ropes: dict[str, _Rope] = {}
        self._workers: list[asyncio.Task[None]] = []
        self._first: list[asyncio.TimerHandle] = []
        self._instants: dict[str, float] = {}
        self._scheduler: AsyncIOScheduler | None = None
        self._state = "silent"  # then "ringing", then "closed" for good

    def hang(
        self,
        name: str,
        work: Work,
        *,
        every: datetime.timedelta | None = None,
        at: datetime.time | None = None,
        soon: datetime.timedelta | None = None,
    ) -> asyncio.Event:
        """Has `work` done `every` so often (counted from 1970, so every hour is on the hour) or daily `at` an hour UTC.

        With `soon`, also that long after the start. The event that this returns wakes the worker at any other time, as
        does `ring`. Rings that come while it works become one, which follows. An exception is logged, and the worker
        goes on. Raises ValueError unless just one of `every` and `at` is given, RuntimeError after the start.
        """
        if (every is None) == (at is None):
            raise ValueError(f"{name} needs `every` or `at`, and not both")
        if self._state != "silent" or name in self._ropes:
            raise RuntimeError(f"{name} comes too late, or twice")
        rope = self._ropes[name] = _Rope(name, work, every, at, soon)
        return rope.rung

    def ring(self, name: str) -> None:
        """Wakes a worker now; before the start, as soon as it has begun."""
        self._ropes[name].rung.set()

    def ring_at(self, name: str, at: float | None) -> None:
        """Also rings for a worker at an instant in UTC seconds: the next one that it has something to do at.

        The last call counts: there is one such instant for each name, None takes it away. One that has passed rings
        at once. It is kept until the start, and forgotten when the bell stops.
        """
        if at is None:
            self._instants.pop(name, None)
        else:
            self._instants[name] = at
        if self._scheduler is not None:
            _set(self._scheduler, self._ropes[name], at)

    async def start(self) -> None:
        """Begins to ring; again, or after `stop`, it does nothing. APScheduler costs 30 ms to import: in a thread."""
        if self._state != "silent":
            return
        self._state = "ringing"
        loop = asyncio.get_running_loop()
        for rope in self._ropes.values():
            self._workers.append(asyncio.create_task(_serve(rope), name=f"bell: {rope.name}"))
            if rope.soon is not None:
                self._first.append(loop.call_later(rope.soon.total_seconds(), rope.rung.set))
        scheduler = await asyncio.to_thread(_scheduler, list(self._ropes.values()))
        if self._state == "ringing":
            scheduler.start()
            self._scheduler = scheduler
            for name, at in self._instants.items():
                _set(scheduler, self._ropes[name], at)

    async def stop(self) -> None:
        """Silences the bell and ends the workers where they stand, for good; safe to call twice, or without a start."""
        self._state = "closed"
        for handle in self._first:
            handle.cancel()
        scheduler, self._scheduler = self._scheduler, None
        if scheduler is not None:
            scheduler.shutdown(wait=False)
        workers, self._workers = self._workers, []
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        await asyncio.sleep(0)  # APScheduler shuts down in the loop's next turn


async def _serve(rope: _Rope) -> None:
    """Works whenever it is rung for, until cancelled; nothing else ends it."""
    while True:
        await rope.rung.wait()
        rope.rung.clear()
        try:
            await rope.work()
        except LaurelError as error:
            log.error("%s: %s", rope.name, error)
        except Exception:
            log.exception("%s failed; it goes on at the next ring", rope.name)


def _scheduler(ropes: list[_Rope]) -> "AsyncIOScheduler":
    from apscheduler.schedulers.asyncio import AsyncIOScheduler
    from apscheduler.triggers.cron import CronTrigger
    from apscheduler.triggers.interval import IntervalTrigger

    scheduler = AsyncIOScheduler(
        timezone=datetime.UTC, job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
    )
    for rope in ropes:
        if rope.at is not None:
            at = rope.at
            trigger = CronTrigger(hour=at.hour, minute=at.minute, second=at.second, timezone=datetime.UTC)
        else:
            assert rope.every is not None
            seconds = int(rope.every.total_seconds())
            trigger = IntervalTrigger(seconds=seconds, start_date=EPOCH, timezone=datetime.UTC)
        scheduler.add_job(_pull, trigger, args=[rope.rung], id=rope.name, name=rope.name)
    return scheduler


def _set(scheduler: "AsyncIOScheduler", rope: _Rope, at: float | None) -> None:
    """At most one job more for each rope."""
    from apscheduler.triggers.date import DateTrigger

    job = f"{rope.name}, next"
    if at is not None:
        instant = datetime.datetime.fromtimestamp(at, datetime.UTC)
        scheduler.add_job(_pull, DateTrigger(instant), args=[rope.rung], id=job, name=job, replace_existing=True)
    elif scheduler.get_job(job) is not None:
        scheduler.remove_job(job)


async def _pull(rung: asyncio.Event) -> None:
    rung.set()  # in a coroutine, because APScheduler runs plain functions in threads
