"""The bell rings, workers work: on time, after mistakes, and never again once it is silent."""

import asyncio
import datetime
import logging
import subprocess
import sys
import threading
from collections.abc import AsyncIterator
from zoneinfo import ZoneInfo

import pytest

from bot.errors import BackupFailed
from bot.services import bell as room
from bot.services.bell import Bell

HOUR = datetime.timedelta(hours=1)
SECOND = datetime.timedelta(seconds=1)


@pytest.fixture
async def bell() -> AsyncIterator[Bell]:
    bell = Bell()
    yield bell
    await bell.stop()


class Chore:
    """Work that counts how often it was done, and can be waited for."""

    def __init__(self, *faults: Exception) -> None:
        self.done = 0
        self.threads: set[int] = set()
        self._faults = list(faults)
        self._again = asyncio.Event()

    async def __call__(self) -> None:
        self.done += 1
        self.threads.add(threading.get_ident())
        self._again.set()
        if self._faults:
            raise self._faults.pop(0)

    async def times(self, count: int) -> None:
        async with asyncio.timeout(10):
            while self.done < count:
                self._again.clear()
                await self._again.wait()


async def test_a_ring_before_the_start_is_heard_after_it(bell: Bell) -> None:
    chore = Chore()
    bell.hang("chore", chore, every=HOUR)
    bell.ring("chore")
    await asyncio.sleep(0)
    assert chore.done == 0
    await bell.start()
    await chore.times(1)


async def test_it_rings_by_itself_and_the_work_is_done_in_the_loops_thread(bell: Bell) -> None:
    chore, other = Chore(), Chore()
    bell.hang("chore", chore, every=SECOND)
    bell.hang("other", other, at=datetime.time(4))
    await bell.start()
    await chore.times(2)
    assert chore.threads == {threading.get_ident()} and other.done == 0


async def test_soon_after_the_start_comes_before_the_first_hour(bell: Bell) -> None:
    chore = Chore()
    bell.hang("chore", chore, every=HOUR * 24 * 365, soon=datetime.timedelta(milliseconds=1))
    await bell.start()
    await chore.times(1)


async def test_rings_that_come_while_it_works_become_one(bell: Bell) -> None:
    working, go_on, done = asyncio.Event(), asyncio.Event(), []

    async def work() -> None:
        working.set()
        await go_on.wait()
        done.append(1)

    rung = bell.hang("work", work, every=HOUR)
    await bell.start()
    rung.set()
    await working.wait()
    for _ in range(5):
        bell.ring("work")
        await asyncio.sleep(0)
    go_on.set()
    for _ in range(20):
        await asyncio.sleep(0)
    assert len(done) == 2


async def test_a_worker_outlives_mistakes_and_says_each(bell: Bell, caplog: pytest.LogCaptureFixture) -> None:
    chore = Chore(ZeroDivisionError("a bug"), BackupFailed("There is no room."))
    rung = bell.hang("chore", chore, every=HOUR)
    await bell.start()
    for count in (1, 2, 3):
        rung.set()
        await chore.times(count)
        await asyncio.sleep(0)
    bug, trouble = (record for record in caplog.records if record.name == "bot.services.bell")
    assert bug.exc_info is not None and "chore failed" in bug.message
    assert trouble.exc_info is None and trouble.message == "chore: There is no room."
    assert bug.levelno == trouble.levelno == logging.ERROR


async def test_stopping_ends_work_in_the_middle_and_waits_for_it(bell: Bell) -> None:
    working, ended = asyncio.Event(), []

    async def work() -> None:
        working.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            ended.append("tidied up")

    bell.hang("work", work, every=HOUR).set()
    await bell.start()
    await working.wait()
    await bell.stop()
    assert ended == ["tidied up"]
    await bell.stop()


async def test_stopped_it_stays_silent(bell: Bell) -> None:
    chore = Chore()
    rung = bell.hang("chore", chore, every=SECOND, soon=datetime.timedelta(0))
    await bell.stop()
    await bell.start()
    rung.set()
    for _ in range(5):
        await asyncio.sleep(0)
    assert chore.done == 0


async def test_stopped_while_it_starts_it_stays_silent(bell: Bell) -> None:
    chore = Chore()
    bell.hang("chore", chore, every=SECOND)
    starting = asyncio.create_task(bell.start())
    await asyncio.sleep(0)
    await bell.stop()
    await starting
    assert bell._scheduler is None and chore.done == 0


async def test_every_ready_starts_it_once(bell: Bell) -> None:
    chore = Chore()
    bell.hang("chore", chore, every=HOUR)
    await asyncio.gather(bell.start(), bell.start())
    await bell.start()
    assert len(bell._workers) == 1


async def test_what_cannot_be_hung(bell: Bell) -> None:
    with pytest.raises(ValueError, match="not both"):
        bell.hang("chore", Chore())
    with pytest.raises(ValueError, match="not both"):
        bell.hang("chore", Chore(), every=HOUR, at=datetime.time(4))
    bell.hang("chore", Chore(), every=HOUR)
    with pytest.raises(RuntimeError, match="twice"):
        bell.hang("chore", Chore(), every=HOUR)
    await bell.start()
    with pytest.raises(RuntimeError, match="too late"):
        bell.hang("late", Chore(), every=HOUR)


async def test_it_counts_in_utc_and_forgives_every_delay() -> None:
    ropes = [
        room._Rope("hourly", Chore(), HOUR, None, None),
        room._Rope("daily", Chore(), None, datetime.time(4, 30), None),
    ]
    scheduler = room._scheduler(ropes)
    scheduler.start(paused=True)
    try:
        hourly, daily = (scheduler.get_job(rope.name) for rope in ropes)
        for job in (hourly, daily):
            assert job.misfire_grace_time is None and job.coalesce
        # The night in which New York's clocks go back, seen from there: neither twice nor never.
        now = datetime.datetime(2025, 11, 2, 1, 10, 30, tzinfo=ZoneInfo("America/New_York"))
        assert hourly.trigger.get_next_fire_time(None, now) == utc(2025, 11, 2, 6)
        first = daily.trigger.get_next_fire_time(None, utc(2025, 11, 1, 4, 30))
        second = daily.trigger.get_next_fire_time(first, utc(2025, 11, 1, 4, 31))
        assert (first, second) == (utc(2025, 11, 1, 4, 30), utc(2025, 11, 2, 4, 30))
    finally:
        scheduler.shutdown(wait=False)
        await asyncio.sleep(0)


def utc(*parts: int) -> datetime.datetime:
    return datetime.datetime(*parts, tzinfo=datetime.UTC)  # type: ignore[misc, arg-type]


def test_the_start_does_not_pay_for_it() -> None:
    code = "import sys, bot.app, bot.lifecycle; sys.exit('apscheduler' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


async def test_an_instant_rings_once_and_can_be_moved(bell: Bell) -> None:
    chore, other = Chore(), Chore()
    bell.hang("chore", chore, every=HOUR)
    bell.hang("other", other, every=HOUR)
    now = datetime.datetime.now(datetime.UTC).timestamp()
    bell.ring_at("other", now + 3600)
    bell.ring_at("chore", now + 3600)
    bell.ring_at("chore", now - 5)  # the last call counts; one that has passed rings at once
    await bell.start()
    await chore.times(1)
    bell.ring_at("chore", now + 3600)
    bell.ring_at("chore", datetime.datetime.now(datetime.UTC).timestamp() + 0.05)
    await chore.times(2)
    bell.ring_at("other", None)
    bell.ring_at("other", None)
    assert other.done == 0
