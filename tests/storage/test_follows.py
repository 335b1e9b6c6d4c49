"""Follows on real files and a real PostgreSQL: changed whole or not at all, and a server's with a trace."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.follows import FollowBook, Rule, Subject, Subjects
from bot.storage.guilds import GuildBook
from bot.storage.schema import audit, guild, guild_follow, member_follow

GUILD, USER = 2**62, 2**62 + 1
BTS, RM, MAMA = Subject("artist", "bts"), Subject("artist", "rm"), Subject("show", "mama")


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        for table in (audit, guild, guild_follow, member_follow):
            await connection.execute(sa.delete(table))
    yield database
    await database.close()


def add(*subjects: Subject) -> Rule:
    return lambda before: (*before, *subjects)


def drop(*subjects: Subject) -> Rule:
    return lambda before: [one for one in before if one not in subjects]


async def test_what_is_followed_and_who_said_so(database: Database) -> None:
    book = FollowBook(database)
    assert await book.of_guild(GUILD) == ()
    assert await book.change_guild(GUILD, USER, add(MAMA, BTS), at=1) == ((), (BTS, MAMA))
    assert await book.change_guild(GUILD, USER, add(RM), at=2) == ((BTS, MAMA), (BTS, MAMA, RM))
    assert await book.change_guild(GUILD, 7, drop(BTS), at=3) == ((BTS, MAMA, RM), (MAMA, RM))
    assert await book.of_guild(GUILD) == (MAMA, RM) and await book.of_guild(GUILD + 1) == ()
    changes = await GuildBook(database).changes(GUILD)
    assert [(change.user_id, change.at, change.what, change.before, change.after) for change in changes] == [
        (7, 3, "follow", ["artist:bts"], []),
        (USER, 2, "follow", [], ["artist:rm"]),
        (USER, 1, "follow", [], ["artist:bts", "show:mama"]),
    ]


async def test_no_change_leaves_no_trace(database: Database) -> None:
    book = FollowBook(database)
    await book.change_guild(GUILD, USER, add(BTS), at=1)
    assert await book.change_guild(GUILD, USER, add(BTS), at=2) == ((BTS,), (BTS,))
    assert await book.change_guild(GUILD, USER, drop(RM), at=2) == ((BTS,), (BTS,))
    assert len(await GuildBook(database).changes(GUILD)) == 1


async def test_the_trace_carries_the_version_of_the_settings(database: Database) -> None:
    book = FollowBook(database)
    await book.change_guild(GUILD, USER, add(BTS), at=1)
    await GuildBook(database).change(GUILD, USER, {"zone": "Europe/London"}, at=2)
    await book.change_guild(GUILD, USER, add(RM), at=3)
    assert [change.version for change in await GuildBook(database).changes(GUILD)] == [1, 1, 0]


async def test_a_rule_that_refuses_keeps_nothing(database: Database) -> None:
    book = FollowBook(database)

    def refuse(before: Subjects) -> Subjects:
        raise LookupError

    with pytest.raises(LookupError):
        await book.change_guild(GUILD, USER, refuse, at=1)
    with pytest.raises(LookupError):
        await book.change_member(USER, refuse, at=1)
    assert await book.of_guild(GUILD) == await book.of_member(USER) == ()
    assert await GuildBook(database).changes(GUILD) == []
    assert (await book.change_member(USER, add(BTS), at=1)).after == (BTS,), "the next one is not concerned"


async def test_members_leave_no_trace(database: Database) -> None:
    book = FollowBook(database)
    assert await book.change_member(USER, add(MAMA, BTS), at=1) == ((), (BTS, MAMA))
    assert await book.change_member(USER, drop(MAMA), at=2) == ((BTS, MAMA), (BTS,))
    assert await book.of_member(USER) == (BTS,) and await book.of_guild(USER) == ()
    assert await GuildBook(database).changes(USER) == []


async def test_ids_that_no_catalogue_knows(database: Database) -> None:
    book = FollowBook(database)
    odd = (Subject("artist", "가" * 64), Subject("show", "@everyone **x**"))
    await book.change_member(USER, add(*odd), at=1)
    assert set(await book.of_member(USER)) == set(odd)
    await book.change_member(USER, drop(*odd), at=1)
    assert await book.of_member(USER) == ()


async def test_a_kind_that_there_is_not_is_refused_by_the_database(database: Database) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        await FollowBook(database).change_member(USER, add(Subject("song", "dynamite")), at=1)
    assert await FollowBook(database).of_member(USER) == ()


async def test_many_at_once_lose_nothing(database: Database) -> None:
    book = FollowBook(database)
    subjects = [Subject("artist", f"a{number}") for number in range(30)]
    await asyncio.gather(*(book.change_guild(GUILD, USER, add(one, BTS), at=1) for one in subjects))
    assert set(await book.of_guild(GUILD)) == {*subjects, BTS}
    changes = await GuildBook(database).changes(GUILD)
    assert sorted(text for change in changes for text in change.after) == sorted(map(str, (*subjects, BTS)))


async def test_two_processes_that_follow_the_same(url: str, database: Database) -> None:
    other = Database(url)
    await other.open()
    books = (FollowBook(database), FollowBook(other)) * 5
    await asyncio.gather(*(book.change_guild(GUILD, USER, add(BTS, RM), at=1) for book in books))
    assert await books[0].of_guild(GUILD) == await books[1].of_guild(GUILD) == (BTS, RM)
    assert len(await GuildBook(database).changes(GUILD)) == 1, "one of them did, the others found it done"
    await other.close()
