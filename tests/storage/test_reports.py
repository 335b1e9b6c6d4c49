"""Reports on real files and a real PostgreSQL: kept once, counted, closed."""

import asyncio
import itertools
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from bot.storage.database import Database
from bot.storage.reports import Draft, ReportBook
from bot.storage.schema import report

NUMBERS = itertools.count(10_000)
DRAFT = Draft(
    guild_id=None,
    channel_id=2,
    message_id=3,
    user_id=2**62,
    form_id=2**62 + 1,
    locale="en-US",
    address="sources?a=rm",
    about="RM",
    what="Wrong 🏆 한글",
    source="",
)


@pytest.fixture
async def book(url: str) -> AsyncIterator[ReportBook]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        await connection.execute(sa.delete(report))
    yield ReportBook(database)
    await database.close()


def fresh(**changes: object) -> Draft:
    return replace(DRAFT, form_id=next(NUMBERS), **changes)  # type: ignore[arg-type]


async def test_what_is_kept_is_what_was_sent(book: ReportBook) -> None:
    kept = await book.keep(DRAFT, at=1_700_000_000, since=0, most=5)
    assert kept is not None and kept == await book.find(DRAFT.user_id, DRAFT.form_id)
    assert all(getattr(kept, name) == getattr(DRAFT, name) for name in Draft.__struct_fields__)
    assert (kept.created_at, kept.state) == (1_700_000_000, "open")
    assert await book.all() == [kept]


async def test_the_same_form_many_times_at_once_is_one_report(book: ReportBook) -> None:
    kept = await asyncio.gather(*(book.keep(DRAFT, at=at, since=0, most=1) for at in range(20)))
    assert len({one.id for one in kept if one}) == 1 and all(kept)
    assert len(await book.all(closed=True)) == 1


async def test_many_forms_at_once_do_not_pass_the_limit(book: ReportBook) -> None:
    kept = await asyncio.gather(*(book.keep(fresh(), at=10, since=0, most=5) for _ in range(20)))
    assert sum(one is not None for one in kept) == 5 == len(await book.all())
    assert await book.keep(fresh(user_id=1), at=10, since=0, most=5), "others are not concerned"
    assert await book.keep(fresh(), at=20, since=10, most=5), "nor is what came before"
    assert await book.open_times(DRAFT.user_id, since=9) == [10, 10, 10, 10, 10, 20]


async def test_closing(book: ReportBook) -> None:
    first = await book.keep(fresh(), at=1, since=0, most=5)
    second = await book.keep(fresh(), at=2, since=0, most=5)
    assert first and second
    assert await book.close(first.id) is True
    assert await book.close(first.id) is False and await book.close(2**40) is False
    assert [one.id for one in await book.all()] == [second.id]
    assert [one.state for one in await book.all(closed=True)] == ["closed", "open"]
    assert len(await book.open_times(DRAFT.user_id, since=0)) == 1


async def test_two_processes_with_one_form(url: str, book: ReportBook) -> None:
    """Each has its own writer's lock; the database's own unique key decides."""
    other = Database(url)
    await other.open()
    books = (book, ReportBook(other)) * 2
    kept = await asyncio.gather(*(one.keep(DRAFT, at=1, since=0, most=5) for one in books))
    assert len({one.id for one in kept if one}) == 1 and all(kept)
    await other.close()
