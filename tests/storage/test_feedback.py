"""Feedback on real files and a real PostgreSQL: kept once, counted, closed."""

import asyncio
import itertools
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from bot.storage.database import Database
from bot.storage.feedback import FeedbackBook, Thought
from bot.storage.schema import feedback

NUMBERS = itertools.count(10_000)
THOUGHT = Thought(guild_id=None, user_id=2**62, form_id=2**62 + 1, locale="ko", text="트로트도 🏆\n부탁해요")


@pytest.fixture
async def book(url: str) -> AsyncIterator[FeedbackBook]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        await connection.execute(sa.delete(feedback))
    yield FeedbackBook(database)
    await database.close()


def fresh(**changes: object) -> Thought:
    return replace(THOUGHT, form_id=next(NUMBERS), **changes)  # type: ignore[arg-type]


async def test_what_is_kept_is_what_was_sent(book: FeedbackBook) -> None:
    kept = await book.keep(THOUGHT, at=1_700_000_000, since=0, most=5)
    assert kept is not None and kept == await book.find(THOUGHT.user_id, THOUGHT.form_id)
    assert all(getattr(kept, name) == getattr(THOUGHT, name) for name in Thought.__struct_fields__)
    assert (kept.created_at, kept.state) == (1_700_000_000, "open")


async def test_many_at_once_are_one_for_each_form_and_do_not_pass_the_limit(book: FeedbackBook) -> None:
    same = await asyncio.gather(*(book.keep(THOUGHT, at=1, since=0, most=5) for _ in range(10)))
    assert len({one.id for one in same if one}) == 1 and all(same)
    kept = await asyncio.gather(*(book.keep(fresh(), at=10, since=0, most=5) for _ in range(20)))
    assert sum(one is not None for one in kept) == 4 and len(await book.all()) == 5
    assert await book.keep(fresh(user_id=1), at=10, since=0, most=5), "others are not concerned"


async def test_closing(book: FeedbackBook) -> None:
    first = await book.keep(fresh(), at=1, since=0, most=5)
    second = await book.keep(fresh(), at=2, since=0, most=5)
    assert first and second
    assert await book.close(first.id) is True
    assert await book.close(first.id) is False and await book.close(2**40) is False
    assert [one.id for one in await book.all()] == [second.id]
    assert [one.state for one in await book.all(closed=True)] == ["closed", "open"]
    assert await book.open_times(THOUGHT.user_id, since=0) == [2]
