"""Games as they are kept, on both databases: one a channel, each step once, each answer once."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from bot.errors import StorageTrouble
from bot.storage.answers import AnswerBook, GivenAnswer
from bot.storage.database import Database
from bot.storage.games import GameBook, GameRow, PlayerRow, RoundRow, Settlement, Sheet
from bot.storage.ownership import PEOPLE, SERVERS
from bot.storage.privacy import PrivacyBook
from bot.storage.schema.boards import score
from bot.storage.schema.games import game, game_answer
from bot.storage.scores import ScoreRow
from tests.storage.test_migrations import fill, migrate

NEW = GameRow(1, 2, 3, "lobby", {"rounds": 10}, opened_at=4, due_ms=5)
ASKED = RoundRow(1, {"id": "x"}, False, asked_ms=10, closes_ms=20)


@pytest.fixture
async def database(empty: str) -> AsyncIterator[Database]:
    database = Database(empty)
    await database.open()
    yield database
    await database.close()


async def begun(book: GameBook) -> GameRow:
    """A game with its first question open."""
    new = await book.open(NEW)
    assert new is not None and await book.ask(new, "asking", ASKED, due_ms=20)
    found = await book.find(new.id)
    assert found is not None
    return found


def given(user_id: int, press_id: int, choice: int = 0, number: int = 1, joins: int | None = None) -> GivenAnswer:
    return GivenAnswer(1, number, 1, user_id, press_id, choice, None, joins)


def all_right(sheet: Sheet) -> Settlement:
    players = [PlayerRow(one.user_id, None, None, 100, 1, 1) for one in sheet.answers]
    scores = [ScoreRow(1, one.user_id, "2026-11-23", "trivia", 1, 1, 100, 5) for one in sheet.answers]
    return Settlement({one.user_id: (True, 100) for one in sheet.answers}, players, scores, skipped=False, idle=0)


async def test_a_channel_has_one_living_game(database: Database) -> None:
    book = GameBook(database)
    games = await asyncio.gather(*(book.open(NEW) for _ in range(5)))
    (first,) = [one for one in games if one is not None]
    assert await book.in_channel(2) == first and first.id == 1
    assert await book.move(first, "ended", None, ended_at=6, why="done")
    assert await book.in_channel(2) is None and await book.open(NEW) is not None


async def test_a_step_from_where_the_game_no_longer_is_changes_nothing(database: Database) -> None:
    book = GameBook(database)
    new = await book.open(NEW)
    assert new is not None
    assert await book.ask(new, "asking", ASKED, due_ms=20)
    assert not await book.ask(new, "asking", ASKED, due_ms=20)
    assert not await book.move(new, "ended", None, ended_at=1, why="done")
    assert not await book.join(new, PlayerRow(9, None, 3, 0, 0, 0))
    found = await book.find(new.id)
    assert found is not None and (found.state, found.round, found.due_ms) == ("asking", 1, 20)


async def test_the_later_press_is_the_answer_in_whatever_order_they_come(database: Database) -> None:
    book, answers = GameBook(database), AnswerBook(database)
    await begun(book)
    await answers.keep([given(7, 100, 0), given(7, 102, 2), given(7, 101, 1), given(8, 100, 3)])
    await answers.keep([given(7, 99, 3)])
    sheet = await book.sheet(1)
    assert sheet is not None and {(one.user_id, one.press_id, one.choice) for one in sheet.answers} == {
        (7, 102, 2),
        (8, 100, 3),
    }
    assert await book.answered(1, 1) == {7, 8}


async def test_a_question_is_settled_once_with_its_points_and_takes_nothing_more(database: Database) -> None:
    book, answers = GameBook(database), AnswerBook(database)
    known = await begun(book)
    assert await answers.keep([given(7, 1), given(8, 2)]) == {(1, 1)}
    settled = await asyncio.gather(*(book.settle(known, "revealing", all_right, 30, 30) for _ in range(4)))
    assert sorted(settled) == [False, False, False, True]
    assert await answers.keep([given(9, 3), given(7, 4, 3)]) == frozenset()
    async with database.read() as connection:
        assert await connection.scalar(sa.select(sa.func.sum(score.c.points))) == 200
        kept = (await connection.execute(sa.select(game_answer.c.user_id, game_answer.c.points))).all()
    assert sorted(map(tuple, kept)) == [(7, 100), (8, 100)]
    sheet = await book.sheet(1)
    assert sheet is not None and sheet.game.state == "revealing" and [one.points for one in sheet.players] == [100, 100]


async def test_what_fails_while_it_settles_leaves_the_question_open(database: Database) -> None:
    book, answers = GameBook(database), AnswerBook(database)
    known = await begun(book)
    await answers.keep([given(7, 1)])

    def broken(_: Sheet) -> Settlement:
        raise StorageTrouble("the rule fell over")

    with pytest.raises(StorageTrouble):
        await book.settle(known, "revealing", broken, 30, 30)
    assert await book.settle(known, "revealing", all_right, 30, 30)


async def test_who_answers_joins_a_team_once(database: Database) -> None:
    book, answers = GameBook(database), AnswerBook(database)
    await begun(book)
    await answers.keep([given(7, 1, joins=1)])
    await answers.keep([given(7, 2, joins=0)])
    sheet = await book.sheet(1)
    assert sheet is not None and sheet.players == (PlayerRow(7, 1, None, 0, 0, 0),)


async def test_no_card_of_a_deck_is_taken_twice(database: Database) -> None:
    book = GameBook(database)
    turns = await asyncio.gather(*(book.take_turn(1, "everything") for _ in range(20)), book.take_turn(2, "everything"))
    assert sorted(turns[:20]) == list(range(20)) and turns[20] == 0
    assert await book.take_turn(1, "artist") == 0


async def test_a_vote_to_skip_counts_once_and_for_its_question_alone(database: Database) -> None:
    book = GameBook(database)
    known = await begun(book)
    await asyncio.gather(*(book.vote(known, 1, user) for user in (7, 7, 8)))
    assert await book.vote(known, 1, 7) == {7, 8} and await book.vote(known, 2, 8) == {8}
    assert await book.move(known, "ended", None, ended_at=6, why="stopped") and await book.tidy(7) == 1
    assert await book.vote(known, 1, 9) == {9}, "with the game its votes are gone"


async def test_what_is_due_is_found_and_what_comes_next(database: Database) -> None:
    book = GameBook(database)
    for channel, due in ((2, 5), (3, 50), (4, 500)):
        assert await book.open(GameRow(1, channel, 3, "lobby", {}, opened_at=4, due_ms=due))
    assert [one.channel_id for one in await book.due(50)] == [2, 3]
    assert await book.next_due(50) == 500 and await book.next_due(500) is None


async def test_forgetting_a_server_or_a_member_leaves_nothing_of_them(database: Database) -> None:
    book, answers = GameBook(database), AnswerBook(database)
    await begun(book)
    await answers.keep([given(3, 1, joins=0), given(8, 2)])
    assert (await PrivacyBook(database, PEOPLE).count(3))["game_answer"] == 1
    await PrivacyBook(database, PEOPLE).erase(3)
    sheet = await book.sheet(1)
    assert sheet is not None and sheet.game.starter_id == 0 and not sheet.players
    assert [one.user_id for one in sheet.answers] == [8]
    await PrivacyBook(database, SERVERS).erase(1)
    assert await book.sheet(1) is None and await book.answered(1, 1) == frozenset()


async def test_0004_keeps_what_0003_holds_and_adds_games(empty: str) -> None:
    await migrate(empty, "0003")
    await fill(empty, member={"user_id": 5, "on_boards": False, "updated_at": 1})
    database = Database(empty)
    await database.open()
    async with database.read() as connection:
        assert await connection.scalar(sa.text("SELECT count(*) FROM member WHERE user_id = 5")) == 1
        assert await connection.scalar(sa.select(sa.func.count()).select_from(game)) == 0
    assert (await begun(GameBook(database))).id == 1
    await database.close()
