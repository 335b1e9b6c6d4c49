"""Servers that Laurel left: noticed, kept for 30 days, erased; those that it is in never are."""

import datetime
from collections.abc import AsyncIterator, Callable

import pytest

from bot.errors import StorageTrouble
from bot.services.caretaker import KEPT_FOR, Attendance, Caretaker
from bot.services.follows import Follows, Subject
from bot.services.guilds import Guilds
from bot.services.privacy import ServerData
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.departures import Departures
from bot.storage.follows import FollowBook
from bot.storage.guilds import GuildBook
from bot.storage.ownership import SERVERS
from bot.storage.privacy import PrivacyBook
from tests.conftest import StillClock

ONE, TWO, THREE = (number << 22 for number in (1, 2, 3))
SECOND = datetime.timedelta(seconds=1)


@pytest.fixture
async def database(settings: Settings) -> AsyncIterator[Database]:
    database = Database(settings.database_url)
    await database.open()
    yield database
    await database.close()


@pytest.fixture
def guilds(database: Database, clock: StillClock) -> Guilds:
    return Guilds(GuildBook(database), clock)


@pytest.fixture
def caretaker(database: Database, guilds: Guilds, clock: StillClock) -> Caretaker:
    servers = ServerData(PrivacyBook(database, SERVERS), clock, (guilds.forget,))
    return Caretaker(Departures(database), servers, clock)


def among(*present: int, shard_ids: tuple[int, ...] = (0,), shard_count: int = 1) -> Callable[[], Attendance]:
    return lambda: Attendance(frozenset(present), frozenset(shard_ids), shard_count)


async def left(database: Database) -> dict[int, int | None]:
    return {guild_id: left_at async for guild_id, left_at in Departures(database).all()}


async def test_thirty_days_less_a_second_keep_and_thirty_days_erase(
    caretaker: Caretaker, guilds: Guilds, database: Database, clock: StillClock
) -> None:
    for guild_id in (ONE, TWO):
        await guilds.change(guild_id, 7, language="ko")
    await caretaker.left(ONE)
    clock.time += KEPT_FOR - SECOND
    assert await caretaker.look_after(among(TWO)) == 0
    assert (await guilds.of(ONE)).language == "ko"
    clock.time += SECOND
    assert await caretaker.look_after(among(TWO)) == 1
    assert set(await left(database)) == {TWO}
    assert (await guilds.of(ONE)).language is None and (await guilds.of(TWO)).language == "ko"
    assert await guilds.changes(ONE) == [] and len(await guilds.changes(TWO)) == 1


async def test_who_returns_in_time_keeps_everything(
    caretaker: Caretaker, guilds: Guilds, database: Database, clock: StillClock
) -> None:
    await guilds.change(ONE, 7, language="ko")
    await caretaker.left(ONE)
    clock.time += KEPT_FOR - SECOND
    await caretaker.returned(ONE)
    clock.time += KEPT_FOR * 2
    assert await caretaker.look_after(among(ONE)) == 0
    assert await left(database) == {ONE: None} and (await guilds.of(ONE)).language == "ko"


async def test_leaving_again_begins_the_thirty_days_anew(
    caretaker: Caretaker, guilds: Guilds, database: Database, clock: StillClock
) -> None:
    await guilds.change(ONE, 7, language="ko")
    await caretaker.left(ONE)
    clock.time += KEPT_FOR - SECOND
    await caretaker.returned(ONE)
    await caretaker.left(ONE)
    clock.time += SECOND
    assert await caretaker.look_after(among()) == 0
    clock.time += KEPT_FOR
    assert await caretaker.look_after(among()) == 1


async def test_leaving_twice_does_not(caretaker: Caretaker, guilds: Guilds, clock: StillClock) -> None:
    await guilds.change(ONE, 7, language="ko")
    await caretaker.left(ONE)
    clock.time += KEPT_FOR
    await caretaker.left(ONE)
    assert await caretaker.look_after(among()) == 1


async def test_what_happened_while_nobody_looked_is_noticed(
    caretaker: Caretaker, guilds: Guilds, database: Database, clock: StillClock
) -> None:
    for guild_id in (ONE, TWO, THREE):
        await guilds.change(guild_id, 7, hour=3)
    await caretaker.left(TWO)
    started = int(clock.now().timestamp())
    clock.time += KEPT_FOR
    assert await caretaker.look_after(among(TWO, THREE)) == 0, "two has returned, one has just been missed"
    assert await left(database) == {ONE: started + KEPT_FOR.total_seconds(), TWO: None, THREE: None}


async def test_only_this_process_servers_are_judged(
    caretaker: Caretaker, guilds: Guilds, database: Database, clock: StillClock
) -> None:
    """Of three shards this one runs 0 and 2; server 1 is another's to see."""
    for guild_id in (ONE, TWO, THREE):
        await guilds.change(guild_id, 7, hour=3)
    await caretaker.left(ONE)
    clock.time += KEPT_FOR
    assert await caretaker.look_after(among(THREE, shard_ids=(0, 2), shard_count=3)) == 0
    known = await left(database)
    assert known[ONE] is not None and known[TWO] == clock.now().timestamp() and known[THREE] is None
    assert await caretaker.look_after(among(shard_ids=(1,), shard_count=3)) == 1


async def test_one_that_returns_while_others_are_erased_is_spared(
    caretaker: Caretaker, guilds: Guilds, database: Database, clock: StillClock
) -> None:
    for guild_id in (ONE, TWO):
        await guilds.change(guild_id, 7, hour=3)
        await caretaker.left(guild_id)
    clock.time += KEPT_FOR
    rolls = iter([among()(), among()(), among(TWO)()])
    assert await caretaker.look_after(lambda: next(rolls)) == 1
    assert set(await left(database)) == {TWO}


async def test_a_server_that_decided_nothing_but_follows_goes_too(
    caretaker: Caretaker, database: Database, clock: StillClock
) -> None:
    await Follows(FollowBook(database), clock).follow_guild(ONE, 7, Subject("artist", "bts"))
    await caretaker.left(ONE)
    await caretaker.left(TWO)
    assert await left(database) == {ONE: clock.now().timestamp()}, "of the other there is nothing to keep"
    clock.time += KEPT_FOR
    assert await caretaker.look_after(among()) == 1
    assert await left(database) == {}


async def test_without_the_database_an_event_is_no_crash(
    caretaker: Caretaker, guilds: Guilds, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    class Away(Departures):
        async def leave(self, *_: object) -> None:
            raise StorageTrouble("away")

        async def come_back(self, *_: object) -> None:
            raise StorageTrouble("away")

    waiting = Caretaker(Away(database), caretaker._servers, caretaker._clock)
    await waiting.left(ONE)
    await waiting.returned(ONE)
    assert [record.levelname for record in caplog.records] == ["WARNING", "WARNING"]


async def test_one_that_cannot_be_erased_keeps_nobody_elses_data(
    guilds: Guilds, database: Database, clock: StillClock, caplog: pytest.LogCaptureFixture
) -> None:
    erased = []

    class Picky:
        async def erase(self, whose: int, /) -> None:
            if whose == ONE:
                raise ZeroDivisionError
            erased.append(whose)

    caretaker = Caretaker(Departures(database), Picky(), clock)
    for guild_id in (ONE, TWO):
        await guilds.change(guild_id, 7, hour=3)
        await caretaker.left(guild_id)
    clock.time += KEPT_FOR
    assert await caretaker.look_after(among()) == 1
    assert erased == [TWO] and "could not be erased" in caplog.text
