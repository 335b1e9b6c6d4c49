"""Points, boards and members' numbers on real files and a real PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from bot.storage.boards import DAILY, BoardBook, Days, Standings, _sums
from bot.storage.dailies import DailyBook, Run
from bot.storage.database import Database
from bot.storage.ownership import PEOPLE, SERVERS
from bot.storage.people import PeopleBook
from bot.storage.privacy import PrivacyBook
from bot.storage.schema import member
from bot.storage.schema.boards import daily, daily_place, daily_post, daily_run, preset, question_tally, score
from bot.storage.schema.boards import score_detail as detail
from bot.storage.scores import SLOWEST, TRIVIA, ScoreRow, add_scores, pace_of

GUILD, OTHER = 2**62, 2**62 + 1
ADA, BO, CHO, DANI = (2**61 + n for n in range(4))
TABLES = (score, detail, question_tally, daily, daily_run, daily_place, daily_post, preset, member)
EVER = Days()


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        for table in TABLES:
            await connection.execute(sa.delete(table))
    yield database
    await database.close()


def row(user_id: int, points: int, day: str = "2026-11-23", guild_id: int = GUILD, **more: Any) -> ScoreRow:
    return ScoreRow(guild_id, user_id, day, TRIVIA, **{"asked": 1, "right": int(points > 0), "points": points} | more)


async def add(database: Database, *rows: ScoreRow) -> None:
    async with database.write() as connection:
        await add_scores(connection, rows)


async def board(database: Database, days: Days = EVER, guild_id: int | None = GUILD, **more: Any) -> Standings:
    options = {"game": TRIVIA, "reader": 0, "seen_from": GUILD, "start": 0, "most": 10} | more
    return await BoardBook(database).standings(days=days, guild_id=guild_id, **options)


def ranks(found: Standings) -> list[tuple[int, int, int]]:
    return [(one.rank, one.user_id, one.points) for one in found.rows]


async def test_ties_share_a_rank_and_the_next_is_counted_on(database: Database) -> None:
    await add(database, row(CHO, 50), row(BO, 50), row(ADA, 90), row(DANI, 20), row(7, 0))
    found = await board(database)
    assert ranks(found) == [(1, ADA, 90), (2, BO, 50), (2, CHO, 50), (4, DANI, 20)], "no points, no place"
    assert found.count == 4 and found.own is None


async def test_what_is_added_twice_counts_twice_and_together(database: Database) -> None:
    await add(database, row(ADA, 10, answer_ms=1_200, topic="bts", question_id="a"), row(ADA, 0, topic="bts"))
    await add(database, row(ADA, 5, answer_ms=1_400, topic="bts", question_id="a"))
    await add(database)
    numbers = await BoardBook(database).numbers(TRIVIA, ADA, GUILD)
    assert (numbers.asked, numbers.right, numbers.points) == (3, 2, 15)
    assert (numbers.timed, numbers.taken_ms) == (2, 2_600)
    assert numbers.topics == {"bts": (3, 2)} and numbers.paces == {1_000: 2} and numbers.days == ("2026-11-23",)
    assert await BoardBook(database).tallies(2) == {"a": (2, 2)} and await BoardBook(database).tallies(3) == {}


async def test_wrong_answers_have_no_speed_and_long_names_are_cut(database: Database) -> None:
    await add(database, row(ADA, 0, answer_ms=900, topic="t" * 90, question_id="q" * 300))
    numbers = await BoardBook(database).numbers(TRIVIA, ADA, GUILD)
    assert numbers.timed == 0 and numbers.paces == {} and list(numbers.topics) == ["t" * 64]
    assert list(await BoardBook(database).tallies(1)) == ["q" * 200]
    assert pace_of(0) == 0 and pace_of(10**9) == SLOWEST


async def test_a_crowd_is_added_in_one_transaction(database: Database) -> None:
    await add(database, *(row(user, user % 7 + 1, answer_ms=user, topic="bts") for user in range(450)))
    found = await board(database, start=440, reader=3)
    assert found.count == 450 and len(found.rows) == 10 and found.own is not None and found.own.user_id == 3


@pytest.mark.parametrize(
    "guild_id, index", [(GUILD, "ix_score_guild_id (guild_id=? AND game=?"), (None, "ix_score_game (game=?")]
)
@pytest.mark.parametrize("days", [EVER, Days("2026-11-01", "2026-11-30")])
async def test_a_board_is_read_from_an_index_alone(
    database: Database, guild_id: int | None, index: str, days: Days
) -> None:
    """Measured with 100,000 rows of one server: some 40 ms for all time, and 200 by way of the rows."""
    if not database.is_sqlite:
        pytest.skip("PostgreSQL plans by what the tables hold")
    query = _sums(TRIVIA, days, guild_id).compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    async with database.read() as connection:
        plan = [row[3] for row in await connection.execute(sa.text(f"EXPLAIN QUERY PLAN {query}"))]
    assert any(f"USING COVERING INDEX {index}" in step for step in plan), plan


async def test_two_processes_add_to_one_members_day(database: Database) -> None:
    again = Database(database._url.render_as_string(hide_password=False))
    await again.open()
    await asyncio.gather(*(add(one, row(ADA, 1), row(BO, 1)) for one in (database, again) for _ in range(10)))
    await again.close()
    assert ranks(await board(database)) == [(1, ADA, 20), (1, BO, 20)]


async def test_what_fails_in_the_same_transaction_adds_nothing(database: Database) -> None:
    with pytest.raises(RuntimeError):
        async with database.write() as connection:
            await add_scores(connection, [row(ADA, 10)])
            raise RuntimeError
    assert (await board(database)).count == 0


async def test_a_board_counts_its_own_days_and_server(database: Database) -> None:
    await add(database, row(ADA, 10, "2026-10-31"), row(ADA, 20, "2026-11-01"), row(BO, 25, "2026-11-30"))
    await add(database, row(CHO, 90, "2026-11-02", OTHER), row(BO, 40, "2026-12-01"))
    november = Days("2026-11-01", "2026-11-30")
    assert ranks(await board(database, november)) == [(1, BO, 25), (2, ADA, 20)]
    assert ranks(await board(database)) == [(1, BO, 65), (2, ADA, 30)]
    assert ranks(await board(database, november, None)) == [(1, CHO, 90), (2, BO, 25), (3, ADA, 20)]


async def test_ones_own_place_is_told_on_every_page(database: Database) -> None:
    await add(database, *(row(user, 100 - user) for user in range(1, 31)))
    found = await board(database, start=10, reader=30)
    assert [one.user_id for one in found.rows] == list(range(11, 21))
    assert found.own is not None and (found.own.rank, found.own.points) == (30, 70)
    beyond = await board(database, start=40)
    assert beyond.rows == () and beyond.count == 30


async def test_who_hides_counts_here_and_is_left_out_everywhere(database: Database) -> None:
    people = PeopleBook(database)
    await people.change(BO, {"on_boards": False}, at=1)
    await people.change(CHO, {"language": "ko"}, at=1)
    await add(database, row(BO, 50), row(CHO, 40), row(ADA, 30), row(DANI, 45, guild_id=OTHER))
    here = await board(database)
    assert [(one.rank, one.hidden, one.here) for one in here.rows] == [
        (1, True, True),
        (2, False, True),
        (3, False, True),
    ]
    everywhere = await board(database, guild_id=None, reader=BO)
    assert ranks(everywhere) == [(1, DANI, 45), (2, CHO, 40), (3, ADA, 30)] and everywhere.own is None
    assert [one.here for one in everywhere.rows] == [False, True, True], "nobody is named who is not of this server"
    outside = await board(database, guild_id=None, seen_from=None)
    assert [one.here for one in outside.rows] == [False, False, False]


async def test_the_daily_has_its_own_board(database: Database) -> None:
    book = DailyBook(database)
    for user, marks, guild_id in ((ADA, "110", GUILD), (BO, "1", GUILD), (CHO, "0", GUILD), (DANI, "111", None)):
        begun = Run(user, "2026-11-23", guild_id)
        for number, mark in enumerate(marks):
            await book.answer(begun, number, 0, mark == "1", last=number == 2, at=5)
    assert ranks(await board(database, game=DAILY)) == [(1, ADA, 2), (2, BO, 1)]
    everybody = await board(database, guild_id=None, game=DAILY)
    assert [(one.user_id, one.here) for one in everybody.rows] == [(DANI, False), (ADA, True), (BO, True)]
    assert await book.taken(GUILD, "2026-11-23") == (1, 0) and await book.taken(OTHER, "2026-11-23") == (0, 0)


async def test_who_is_forgotten_is_on_no_board(database: Database) -> None:
    await add(database, row(ADA, 10, topic="bts"), row(BO, 5), row(ADA, 3, guild_id=OTHER))
    await DailyBook(database).answer(Run(ADA, "2026-11-23", GUILD), 0, 1, True, last=False, at=5)
    mine = PrivacyBook(database, PEOPLE)
    assert (await mine.count(ADA))["score"] == 2 and (await mine.count(ADA))["daily_run"] == 1
    await mine.erase(ADA)
    assert ranks(await board(database)) == [(1, BO, 5)] and await DailyBook(database).runs(ADA) == []
    assert not any((await mine.count(ADA)).values())


async def test_a_server_that_is_forgotten_leaves_members_their_streaks(database: Database) -> None:
    await add(database, row(ADA, 10, topic="bts"), row(ADA, 3, guild_id=OTHER))
    await DailyBook(database).answer(Run(ADA, "2026-11-23", GUILD), 0, 1, True, last=False, at=5)
    servers = PrivacyBook(database, SERVERS)
    assert "score" not in await servers.extract(GUILD, 10), "members' numbers are in no export but their own"
    await servers.erase(GUILD)
    assert (await board(database)).count == 0
    assert ranks(await board(database, guild_id=OTHER)) == [(1, ADA, 3)]
    assert [run.guild_id for run in await DailyBook(database).runs(ADA)] == [None]
