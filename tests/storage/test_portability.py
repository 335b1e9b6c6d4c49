"""An import in the database: all of it with its trace, over just what was seen, or nothing."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from bot.storage.database import Database
from bot.storage.follows import FollowBook, Subject
from bot.storage.guilds import GuildBook, GuildSettings
from bot.storage.portability import ImportBook
from bot.storage.schema import audit, guild, guild_follow

SEOUL, ADA, BO = 2**61 + 1, 2**60 + 1, 2**60 + 2
BTS, IU, MAMA = Subject("artist", "bts"), Subject("artist", "iu"), Subject("show", "mama")


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        for table in (guild, guild_follow, audit):
            await connection.execute(sa.delete(table))
    yield database
    await database.close()


async def changes(database: Database) -> list[tuple[str, int]]:
    return [(change.what, change.user_id) for change in reversed(await GuildBook(database).changes(SEOUL))]


async def test_all_of_it_at_once_with_its_trace(database: Database) -> None:
    await FollowBook(database).change_guild(SEOUL, BO, lambda _: (BTS, MAMA), at=1)
    kept = await ImportBook(database).keep(
        SEOUL, ADA, version=0, followed=(MAMA, BTS), changes={"hour": 9, "zone": "Asia/Tokyo"}, follows=(BTS, IU), at=5
    )
    assert kept
    found = await GuildBook(database).find(SEOUL)
    assert (found.settings, found.version) == (GuildSettings(hour=9, zone="Asia/Tokyo"), 1)
    assert await FollowBook(database).of_guild(SEOUL) == (BTS, IU)
    assert await changes(database) == [("follow", BO), ("hour", ADA), ("zone", ADA), ("follow", ADA)]
    (latest, *_) = await GuildBook(database).changes(SEOUL)
    assert (latest.before, latest.after, latest.at, latest.version) == (["show:mama"], ["artist:iu"], 5, 1)


@pytest.mark.parametrize("version, followed", [(0, (BTS,)), (2, (BTS,)), (1, ()), (1, (IU,)), (1, (BTS, IU))])
async def test_what_was_not_seen_is_not_overwritten(
    database: Database, version: int, followed: tuple[Subject, ...]
) -> None:
    before = (await GuildBook(database).change(SEOUL, BO, {"hour": 7}, at=1)).settings
    await FollowBook(database).change_guild(SEOUL, BO, lambda _: (BTS,), at=1)
    book = ImportBook(database)
    assert not await book.keep(SEOUL, ADA, version=version, followed=followed, changes={"hour": 9}, follows=(IU,), at=5)
    found = await GuildBook(database).find(SEOUL)
    assert (found.settings, found.version) == (before, 1)
    assert await FollowBook(database).of_guild(SEOUL) == (BTS,)
    assert await changes(database) == [("hour", BO), ("follow", BO)]


async def test_two_at_once_are_one(database: Database) -> None:
    book = ImportBook(database)
    done = await asyncio.gather(
        *(
            book.keep(SEOUL, user, version=0, followed=(), changes={"hour": hour}, follows=(BTS,), at=5)
            for user, hour in ((ADA, 9), (BO, 10))
        )
    )
    assert sorted(done) == [False, True]
    winner, hour = ((ADA, 9), (BO, 10))[done.index(True)]
    assert (await GuildBook(database).find(SEOUL)).settings.hour == hour
    assert await changes(database) == [("hour", winner), ("follow", winner)]


async def test_two_processes_at_once_are_one(url: str, database: Database) -> None:
    other = Database(url)
    await other.open()
    try:
        done = await asyncio.gather(
            *(
                ImportBook(one).keep(SEOUL, ADA, version=0, followed=(), changes={"hour": 9}, follows=(BTS,), at=5)
                for one in (database, other) * 2
            )
        )
    finally:
        await other.close()
    assert done.count(True) == 1
    assert await changes(database) == [("hour", ADA), ("follow", ADA)]


async def test_a_mistake_keeps_nothing(database: Database) -> None:
    nobody = (Subject("agency", "hybe"),)
    with pytest.raises(DBAPIError):
        await ImportBook(database).keep(SEOUL, ADA, version=0, followed=(), changes={"hour": 99}, follows=nobody, at=5)
    assert (await GuildBook(database).find(SEOUL)).version == 0
    assert await FollowBook(database).of_guild(SEOUL) == () and await changes(database) == []
