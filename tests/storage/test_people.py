"""What members decided for themselves, on real files and a real PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.people import MemberSettings, PeopleBook
from bot.storage.schema import member

FAN = 2**63 - 1


@pytest.fixture
async def book(url: str) -> AsyncIterator[PeopleBook]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        await connection.execute(sa.delete(member))
    yield PeopleBook(database)
    await database.close()


async def test_who_decided_nothing_has_defaults(book: PeopleBook) -> None:
    assert await book.find(FAN) == MemberSettings() == MemberSettings(None, None, True)


async def test_one_setting_leaves_the_others(book: PeopleBook) -> None:
    assert await book.change(FAN, {"language": "ko"}, at=1) == MemberSettings("ko")
    assert await book.change(FAN, {"zone": "Asia/Seoul"}, at=2) == MemberSettings("ko", "Asia/Seoul")
    kept = await book.change(FAN, {"on_boards": False}, at=3)
    assert kept == MemberSettings("ko", "Asia/Seoul", False) == await book.find(FAN)
    assert (await book.find(FAN)).on_boards is False, "a bool on both databases"
    assert await book.change(FAN, {"language": None, "zone": None, "on_boards": True}, at=4) == MemberSettings()
    assert await book.find(FAN) == MemberSettings() == await book.find(FAN - 1)
    async with book._database.read() as connection:
        assert (await connection.execute(sa.select(member.c.user_id, member.c.updated_at))).all() == [(FAN, 4)]


async def test_nothing_to_change_keeps_what_is_there(book: PeopleBook) -> None:
    await book.change(FAN, {"language": "ko"}, at=1)
    assert await book.change(FAN, {}, at=2) == MemberSettings("ko") == await book.find(FAN)


async def test_a_setting_that_there_is_not_is_a_bug_and_keeps_nothing(book: PeopleBook) -> None:
    with pytest.raises(TypeError):
        await book.change(FAN, {"language": "ko", "colour": "red"}, at=1)
    assert await book.find(FAN) == MemberSettings()


@pytest.mark.parametrize("known", [True, False])
async def test_two_servers_at_once_in_two_processes(url: str, book: PeopleBook, known: bool) -> None:
    """One member, two settings, also the very first ones: both are kept."""
    other = Database(url)
    await other.open()
    if known:
        await book.change(FAN, {"on_boards": False}, at=0)
    changes = [book.change(FAN, {"language": "ko"}, at=1), PeopleBook(other).change(FAN, {"zone": "UTC"}, at=2)]
    kept = await asyncio.gather(*changes)
    assert MemberSettings("ko", "UTC", not known) in kept
    assert await book.find(FAN) == MemberSettings("ko", "UTC", not known)
    await other.close()


async def test_many_members_at_once(book: PeopleBook) -> None:
    wanted = {fan: "ko" if fan % 2 else None for fan in range(1, 200)}
    await asyncio.gather(*(book.change(fan, {"language": language}, at=fan) for fan, language in wanted.items()))
    assert {fan: (await book.find(fan)).language for fan in wanted} == wanted
