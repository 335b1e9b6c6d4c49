"""Daily challenges and presets on real files and a real PostgreSQL: once, whole, and to one of several processes."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from bot.storage.dailies import DailyBook, Place, Post, Run
from bot.storage.database import Database
from bot.storage.guilds import GuildBook
from bot.storage.presets import Kept, PresetBook
from bot.storage.schema import audit
from bot.storage.schema.boards import daily, daily_place, daily_post, daily_run, preset
from tests.storage.test_migrations import fill, migrate

GUILD, OTHER, USER = 2**62, 2**62 + 1, 2**61
DAY = "2026-11-23"


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        for table in (daily, daily_run, daily_place, daily_post, preset, audit):
            await connection.execute(sa.delete(table))
    yield database
    await database.close()


async def test_the_first_to_keep_a_days_questions_decides_them(database: Database) -> None:
    book = DailyBook(database)
    assert await book.questions(DAY) is None
    kept = await asyncio.gather(*(book.keep_questions(DAY, [{"id": n, "ko": "문제 🏆"}], at=5) for n in range(5)))
    assert len({one[0]["id"] for one in kept}) == 1 and await book.questions(DAY) == kept[0]
    assert await book.keep_questions(DAY, [], at=6) == kept[0]


async def test_each_answer_is_kept_once_and_in_its_turn(database: Database) -> None:
    book = DailyBook(database)
    begun = Run(USER, DAY, GUILD)
    assert await book.run(USER, DAY) is None
    assert await book.answer(begun, 1, 0, True, last=False, at=5) == (None, False), "it begins with the first"
    first, kept = await book.answer(begun, 0, 2, True, last=False, at=5)
    assert kept and first == Run(USER, DAY, GUILD, "2", "1", 5, None)
    again, kept = await book.answer(begun, 0, 3, False, last=False, at=6)
    assert not kept and again == first, "a second answer changes nothing"
    last, kept = await book.answer(begun, 1, 0, False, last=True, at=9)
    assert kept and last == Run(USER, DAY, GUILD, "20", "10", 5, 9) == await book.run(USER, DAY)
    assert (last.asked, last.right) == (2, 1)
    assert await book.answer(begun, 1, 0, True, last=True, at=10) == (last, False)


async def test_the_same_answer_many_times_at_once_is_one(database: Database) -> None:
    again = Database(database._url.render_as_string(hide_password=False))
    await again.open()
    begun = Run(USER, DAY, None)
    books = [DailyBook(one) for one in (database, again)]
    kept = await asyncio.gather(
        *(book.answer(begun, 0, pick, False, last=False, at=1) for book in books for pick in range(4))
    )
    await again.close()
    assert sum(was_kept for _, was_kept in kept) == 1
    assert len({run for run, _ in kept}) == 1 and [run.asked for run in await books[0].runs(USER)] == [1]


async def test_a_day_is_posted_once_in_a_server_whoever_asks(database: Database) -> None:
    book = DailyBook(database)
    again = Database(database._url.render_as_string(hide_password=False))
    await again.open()
    posts = [Post(GUILD, DAY, 7, n) for n in range(6)]
    claimed = await asyncio.gather(*((book if n % 2 else DailyBook(again)).claim(posts[n]) for n in range(6)))
    await again.close()
    assert sum(claimed) == 1 and await book.claim(Post(OTHER, DAY, 7, 1)) and await book.claim(posts[0]) is False
    assert {post.guild_id for post in await book.unsettled()} == {GUILD, OTHER} == await book.posted(DAY)
    assert await book.posted("2026-11-22") == set()
    await book.settle(posts[0], 99)
    await book.settle(Post(OTHER, DAY, 7, 1), None)
    assert await book.unsettled() == [] and not await book.claim(posts[0])


async def test_where_it_is_posted_and_who_said_so(database: Database) -> None:
    book = DailyBook(database)
    await book.put(GUILD, USER, None, at=1)
    await book.put(GUILD, USER, 7, at=2)
    await book.put(GUILD, USER, 7, at=3)
    assert await book.place(GUILD) == Place(GUILD, 7, 2)
    await book.put(GUILD, USER + 1, 8, at=4)
    assert await book.places() == [Place(GUILD, 8, 4)] and await book.place(OTHER) is None
    await book.put(GUILD, USER, None, at=5)
    assert await book.places() == []
    changes = await GuildBook(database).changes(GUILD)
    assert [(one.user_id, one.what, one.before, one.after) for one in changes] == [
        (USER, "daily-post", "8", None),
        (USER + 1, "daily-post", "7", "8"),
        (USER, "daily-post", None, "7"),
    ]


async def test_old_questions_go_and_streaks_stay(database: Database) -> None:
    book = DailyBook(database)
    for day in ("2026-09-01", DAY):
        await book.keep_questions(day, [day], at=1)
        await book.claim(Post(GUILD, day, 7, 1))
        await book.answer(Run(USER, day, GUILD), 0, 0, True, last=True, at=1)
    await book.prune("2026-11-01")
    assert await book.questions("2026-09-01") is None and await book.questions(DAY) == [DAY]
    assert [post.day for post in await book.unsettled()] == [DAY]
    assert [run.day for run in await book.runs(USER)] == ["2026-09-01", DAY]


async def test_presets(database: Database) -> None:
    book = PresetBook(database)
    assert await book.save(GUILD, USER, "night", Kept("Night", {"rounds": 5}), most=2, at=1) == (True, False)
    assert await book.save(GUILD, USER, "bts 퀴즈", Kept("BTS 퀴즈", {}), most=2, at=2) == (True, False)
    assert await book.save(GUILD, USER, "more", Kept("More", {}), most=2, at=3) == (False, False)
    assert await book.save(GUILD, USER, "night", Kept("NIGHT", {"rounds": 9}), most=2, at=4) == (True, True)
    assert await book.all(GUILD) == [Kept("BTS 퀴즈", {}), Kept("NIGHT", {"rounds": 9})] and await book.all(OTHER) == []
    assert await book.find(GUILD, "night") == Kept("NIGHT", {"rounds": 9}) and await book.find(OTHER, "night") is None
    assert await book.delete(GUILD, USER, "night", at=5) == "NIGHT"
    assert await book.delete(GUILD, USER, "night", at=6) is None
    told = [(one.what, one.before, one.after) for one in await GuildBook(database).changes(GUILD)]
    assert told == [
        ("preset-deleted", "NIGHT", None),
        ("preset-saved", "Night", "NIGHT"),
        ("preset-saved", None, "BTS 퀴즈"),
        ("preset-saved", None, "Night"),
    ]


async def test_two_who_save_one_name_at_once_end_with_one(database: Database) -> None:
    again = Database(database._url.render_as_string(hide_password=False))
    await again.open()
    books = [PresetBook(one) for one in (database, again)]
    await asyncio.gather(*(books[n % 2].save(GUILD, USER, "x", Kept("x", {"n": n}), most=25, at=n) for n in range(6)))
    await again.close()
    assert len(await books[0].all(GUILD)) == 1


async def test_0006_keeps_what_0005_holds(empty: str) -> None:
    await migrate(empty, "0005")
    change = {"guild_id": GUILD, "user_id": USER, "at": 3, "what": "language", "version": 1}
    await fill(empty, audit=change, member={"user_id": USER, "on_boards": False, "updated_at": 3})
    database = Database(empty)
    await database.open()
    assert [one.what for one in await GuildBook(database).changes(GUILD)] == ["language"]
    assert (await DailyBook(database).answer(Run(USER, DAY, None), 0, 1, True, last=False, at=4))[1]
    await database.close()
