"""Mirrored ceremonies as they are kept, on both databases."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from msgspec.structs import replace

from bot.storage.database import Database
from bot.storage.guilds import GuildBook
from bot.storage.mirrors import DROPPED, MADE, Mirror, MirrorBook, Mirroring
from tests.storage.test_migration_0009 import GUILD
from tests.storage.test_migrations import fill, migrate

MAX = 2**63 - 1
NEW = Mirror(
    guild_id=MAX, show="mama", edition="2026", name="🏆 마마", starts_at=5, ends_at=9, told="a" * 64, claimed_at=3
)


@pytest.fixture
async def database(empty: str) -> AsyncIterator[Database]:
    database = Database(empty)
    await database.open()
    yield database
    await database.close()


async def test_0012_keeps_what_0011_holds(empty: str) -> None:
    await migrate(empty, "0011")
    await fill(empty, guild=GUILD)
    database = Database(empty)
    await database.open()
    assert (await GuildBook(database).find(2**62)).settings.language == "ko"
    assert await MirrorBook(database).switch(2**62, 1, "on", at=5)
    await database.close()


async def test_who_mirrors(database: Database) -> None:
    book = MirrorBook(database)
    assert await book.find(MAX) is None and not await book.switch(MAX, 7, "off", at=1)
    assert await asyncio.gather(*(book.switch(MAX, 7, "on", at=2) for _ in range(3))) == [True, False, False]
    await book.pause(MAX, "forbidden", 50)
    assert await book.after(-1, 5) == [Mirroring(MAX, "on", 2, 50, "forbidden")] and await book.after(MAX, 5) == []
    assert not await book.switch(MAX, 7, "on", at=3)
    assert await book.find(MAX) == Mirroring(MAX, "on", 3), "asked for once more, it is tried at once"
    await book.end(MAX)
    assert await book.find(MAX) is not None, "it is on"
    assert await book.claim(NEW, seen=None) and await book.switch(MAX, 8, "off", at=4)
    await book.end(MAX)
    assert await book.find(MAX) is not None, "something is left to take away"
    await book.forget(NEW)
    await book.end(MAX)
    assert await book.find(MAX) is None
    changes = await GuildBook(database).changes(MAX)
    assert [(one.user_id, one.before, one.after) for one in changes] == [(8, "on", "off"), (7, "off", "on")]


async def test_one_claim_for_each_event(database: Database) -> None:
    book = MirrorBook(database)
    claims = await asyncio.gather(*(book.claim(replace(NEW, claimed_at=n), seen=None) for n in range(4)))
    assert sorted(claims) == [False, False, False, True]
    (row,) = await book.of_guild(MAX)
    again = replace(NEW, claimed_at=700, name="moved")
    assert await book.claim(again, seen=row) and not await book.claim(again, seen=row), "the first to go on with it"
    made = replace(again, state=MADE, event_id=MAX)
    await book.settle(made)
    assert await book.of_guild(MAX) == [made] and await book.of_guild(1) == []
    assert not await book.claim(replace(again, claimed_at=900), seen=again), "it is made"
    await book.settle(replace(made, state=DROPPED, event_id=None))
    assert [(one.state, one.event_id) for one in await book.of_guild(MAX)] == [(DROPPED, None)]
    await book.forget(replace(made, edition="2025"))
    assert len(await book.of_guild(MAX)) == 1
