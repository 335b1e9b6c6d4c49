"""Packs on real files and a real PostgreSQL: a draft counts only when it is said so."""

from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.guilds import GuildBook
from bot.storage.packs import DRAFTS_FOR, PackBook, PackHead
from bot.storage.schema import audit
from bot.storage.schema.packs import pack
from tests.storage.test_migrations import fill, migrate

GUILD, USER, DAY = 2**62, 2**62 + 1, 86_400
ROWS = [["누가?", ["알엠", "RM"]], ["q", ["a"], ["b"]]]


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        for table in (audit, pack):
            await connection.execute(sa.delete(table))
    yield database
    await database.close()


async def test_a_draft_waits_until_it_is_confirmed(database: Database) -> None:
    book = PackBook(database)
    number = await book.draft(GUILD, "우리", ROWS, at=DAY)
    assert await book.of_guild(GUILD) == [] and await book.named(GUILD, "우리") is None
    found = await book.find(GUILD, number)
    assert found == (PackHead(number, "우리", True, 2, DAY), ROWS)
    head = await book.confirm(GUILD, USER, number, most=2, at=DAY + 1)
    assert head == PackHead(number, "우리", False, 2, DAY + 1)
    assert await book.confirm(GUILD, USER, number, most=2, at=DAY + 9) == head, "a second press changes nothing"
    assert await book.of_guild(GUILD) == [head] and await book.of_guild(GUILD + 1) == []
    assert (await book.named(GUILD, "우리") or ())[1] == ROWS
    changes = await GuildBook(database).changes(GUILD)
    assert [(one.user_id, one.what, one.before, one.after) for one in changes] == [(USER, "pack-added", None, "우리")]


async def test_a_new_one_takes_the_place_of_its_name(database: Database) -> None:
    book = PackBook(database)
    first = await book.draft(GUILD, "a", ROWS, at=1)
    await book.confirm(GUILD, USER, first, most=1, at=1)
    second = await book.draft(GUILD, "a", ROWS[:1], at=2)
    assert (await book.named(GUILD, "a") or ())[1] == ROWS, "the old one counts until then"
    assert await book.confirm(GUILD, USER, second, most=1, at=2) is not None
    assert (await book.named(GUILD, "a") or ())[1] == ROWS[:1] and await book.find(GUILD, first) is None


async def test_drafts_make_room_for_each_other(database: Database) -> None:
    book = PackBook(database)
    old, same = await book.draft(GUILD, "old", ROWS, at=1), await book.draft(GUILD, "same", ROWS, at=DRAFTS_FOR)
    foreign = await book.draft(GUILD + 1, "old", ROWS, at=1)
    again = await book.draft(GUILD, "same", ROWS, at=DRAFTS_FOR + 2)
    assert await book.find(GUILD, old) is None and await book.find(GUILD, same) is None
    assert await book.find(GUILD, again) is not None and await book.find(GUILD + 1, foreign) is not None


async def test_only_so_many_and_only_ones_own(database: Database) -> None:
    book = PackBook(database)
    first = await book.draft(GUILD, "a", ROWS, at=1)
    second = await book.draft(GUILD, "b", ROWS, at=1)
    assert await book.confirm(GUILD + 1, USER, first, most=1, at=1) is None, "another server's"
    assert await book.find(GUILD + 1, first) is None and await book.remove(GUILD + 1, USER, first, at=1) is None
    assert await book.confirm(GUILD, USER, first, most=1, at=1) is not None
    assert await book.confirm(GUILD, USER, second, most=1, at=1) is None
    assert [head.name for head in await book.of_guild(GUILD)] == ["a"]


async def test_removing_leaves_a_trace_and_discarding_none(database: Database) -> None:
    book = PackBook(database)
    draft = await book.draft(GUILD, "a", ROWS, at=1)
    assert await book.remove(GUILD, USER, draft, at=2) is not None
    assert await GuildBook(database).changes(GUILD) == []
    kept = await book.draft(GUILD, "a", ROWS, at=3)
    await book.confirm(GUILD, USER, kept, most=1, at=3)
    assert await book.remove(GUILD, USER, kept, at=4) is not None and await book.remove(GUILD, USER, kept, at=5) is None
    assert [one.what for one in await GuildBook(database).changes(GUILD)] == ["pack-removed", "pack-added"]


async def test_0005_keeps_what_0003_holds(empty: str) -> None:
    await migrate(empty, "0003")
    await fill(empty, guild_follow={"guild_id": 1, "subject": "artist", "subject_id": "bts", "followed_at": 9})
    await migrate(empty, "0005")
    database = Database(empty)
    await database.open()
    async with database.read() as connection:
        rows = (await connection.execute(sa.text("SELECT subject_id FROM guild_follow"))).scalars().all()
    assert rows == ["bts"]
    assert await PackBook(database).draft(1, "a", ROWS, at=1) == 1
    await database.close()
