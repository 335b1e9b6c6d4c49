"""Boards and members' numbers as a reader finds them: in whose days, by whose clock, with whose names."""

import datetime
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import Refused
from bot.services.guilds import Guilds
from bot.services.members import Members
from bot.services.trivia.difficulties import Difficulties
from bot.services.trivia.leaderboards import BoardGame, Leaderboards, Scope
from bot.services.trivia.stats import Stats, best_topics, median_of
from bot.storage.boards import BoardBook
from bot.storage.dailies import DailyBook, Run
from bot.storage.database import Database
from bot.storage.guilds import GuildBook
from bot.storage.people import PeopleBook
from bot.storage.scores import TRIVIA, ScoreRow, add_scores
from bot.trivia.periods import Period
from bot.trivia.questions import Difficulty
from bot.trivia.streaks import Streak
from tests.conftest import StillClock

GUILD, ADA, BO, CHO = 2**62, 11, 12, 13


class Rooms:
    """The services on one file."""

    def __init__(self, database: Database, clock: StillClock) -> None:
        self.database, self.clock = database, clock
        self.book, self.dailies = BoardBook(database), DailyBook(database)
        self.guilds, self.members = Guilds(GuildBook(database), clock), Members(PeopleBook(database), clock)
        self.boards = Leaderboards(self.book, self.guilds, self.members, clock)
        self.stats = Stats(self.book, self.dailies, self.boards, self.guilds, self.members, clock)

    async def add(self, *rows: tuple[int, str, int]) -> None:
        async with self.database.write() as connection:
            found = [ScoreRow(GUILD, who, day, TRIVIA, 1, int(p > 0), p, 2_000, "bts") for who, day, p in rows]
            await add_scores(connection, found)


@pytest.fixture
async def rooms(tmp_path: Path, clock: StillClock) -> AsyncIterator[Rooms]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/laurel.db")
    await database.open()
    yield Rooms(database, clock)
    await database.close()


async def test_the_days_are_the_servers_own(rooms: Rooms) -> None:
    await rooms.add((ADA, "2026-11-22", 10), (ADA, "2026-11-23", 20), (ADA, "2026-11-24", 40))
    rooms.clock.time = datetime.datetime(2026, 11, 23, 15, 0, tzinfo=datetime.UTC)  # midnight in Seoul
    where = {"guild_id": GUILD, "reader": ADA}
    board = await rooms.boards.board(BoardGame.TRIVIA, Period.DAY, Scope.SERVER, **where)
    assert board.zone == "Asia/Seoul" and [row.points for row in board.rows] == [40]
    await rooms.guilds.change(GUILD, 1, zone="Europe/London")
    board = await rooms.boards.board(BoardGame.TRIVIA, Period.DAY, Scope.SERVER, **where)
    assert (
        board.span is not None and str(board.span.first) == "2026-11-23" and [one.points for one in board.rows] == [20]
    )
    board = await rooms.boards.board(BoardGame.TRIVIA, Period.ALL, Scope.SERVER, **where)
    assert board.span is None and board.own is not None and board.own.points == 70
    board = await rooms.boards.board(BoardGame.DAILY, Period.DAY, Scope.SERVER, **where)
    assert board.zone == "Asia/Seoul" and board.rows == () and board.pages == 1


async def test_a_page_beyond_the_end_is_the_last(rooms: Rooms) -> None:
    await rooms.add(*((user, "2026-11-23", 1_000 - user) for user in range(1, 26)))
    board = await rooms.boards.board(BoardGame.TRIVIA, Period.WEEK, Scope.SERVER, guild_id=GUILD, reader=2, page=99)
    assert (board.page, board.pages, board.count) == (3, 3, 25) and [row.rank for row in board.rows] == [
        21,
        22,
        23,
        24,
        25,
    ]
    assert board.own is not None and board.own.rank == 2
    board = await rooms.boards.board(BoardGame.TRIVIA, Period.WEEK, Scope.SERVER, guild_id=GUILD, reader=2, page=-5)
    assert board.page == 1


async def test_outside_servers_everybodys_board_is_read(rooms: Rooms) -> None:
    await rooms.add((ADA, "2026-11-23", 10))
    await rooms.members.change(BO, on_boards=False)
    board = await rooms.boards.board(BoardGame.TRIVIA, Period.ALL, Scope.SERVER, guild_id=None, reader=BO)
    assert board.scope is Scope.EVERYWHERE and board.hidden and board.own is None
    assert [row.here for row in board.rows] == [False]


async def test_what_stats_tell(rooms: Rooms) -> None:
    days = ["2026-11-19", "2026-11-20", "2026-11-22", "2026-11-23"]
    await rooms.add(*((ADA, day, 100) for day in days), *((ADA, day, 0) for day in days), (BO, "2026-11-23", 900))
    for day in ("2026-11-22", "2026-11-23"):
        await rooms.dailies.answer(Run(ADA, day, GUILD), 0, 1, day.endswith("3"), last=True, at=1)
    stats = await rooms.stats.of(ADA, reader=ADA, guild_id=GUILD)
    assert (stats.asked, stats.right, stats.points) == (8, 4, 400)
    assert (stats.mean_ms, stats.median_ms) == (2_000, 2_250)
    assert [(one.topic, one.asked, one.right) for one in stats.topics] == [("bts", 8, 4)]
    assert stats.played == Streak(2, 2) and stats.places == {
        Period.WEEK: (2, 2), Period.SEASON: (2, 2), Period.ALL: (2, 2)
    }  # fmt: skip
    daily = stats.daily
    assert (daily.finished, daily.perfect, daily.asked, daily.right, daily.streak) == (2, 1, 2, 1, Streak(2, 2))


async def test_who_played_nothing_has_nothing(rooms: Rooms) -> None:
    stats = await rooms.stats.of(CHO, reader=CHO, guild_id=None)
    assert (stats.asked, stats.mean_ms, stats.median_ms, stats.topics, stats.places) == (0, None, None, (), {})
    assert stats.daily.finished == 0 and stats.daily.streak == Streak(0, 0)


async def test_who_hides_is_told_to_nobody_else(rooms: Rooms) -> None:
    await rooms.members.change(ADA, on_boards=False)
    with pytest.raises(Refused) as refused:
        await rooms.stats.of(ADA, reader=BO, guild_id=GUILD)
    assert refused.value.reason == "stats-hidden"
    assert (await rooms.stats.of(ADA, reader=ADA, guild_id=GUILD)).user_id == ADA


@pytest.mark.parametrize(
    "paces, median",
    [({}, None), ({1_000: 1}, 1_250), ({1_000: 1, 3_000: 1}, 3_250), ({500: 5, 9_000: 4}, 750), ({500: 0}, None)],
)
def test_medians(paces: dict[int, int], median: int | None) -> None:
    assert median_of(paces) == median


def test_best_topics_want_enough_answers_and_tell_luck_from_knowledge() -> None:
    topics = {"lucky": (4, 4), "knows": (20, 19), "five": (5, 5), "poor": (30, 3), "even": (10, 5)}
    assert [one.topic for one in best_topics(topics)] == ["knows", "five", "even"]


class Fact:
    def __init__(self, name: str, difficulty: Difficulty) -> None:
        self.id, self.difficulty = name, difficulty


class Dealer:
    """What Difficulties knows of questions."""

    def __init__(self) -> None:
        self.facts = (Fact("a", Difficulty.EASY), Fact("b", Difficulty.MEDIUM), Fact("c", Difficulty.HARD))
        self.learned: dict[str, Difficulty] | None = None

    async def relearn(self, learned: dict[str, Difficulty]) -> None:
        self.learned = learned


async def test_questions_become_as_hard_as_play_shows(rooms: Rooms) -> None:
    dealer = Dealer()
    difficulties = Difficulties(rooms.book, dealer)  # type: ignore[arg-type]
    await difficulties.work()
    assert dealer.learned is None, "nobody has played yet"
    async with rooms.database.write() as connection:
        rows = [ScoreRow(GUILD, n, "2026-11-23", TRIVIA, 1, 0, 0, question_id="a") for n in range(60)]
        rows += [ScoreRow(GUILD, n, "2026-11-23", TRIVIA, 1, n % 2, 0, question_id="b") for n in range(60)]
        rows += [ScoreRow(GUILD, n, "2026-11-23", TRIVIA, 1, 1, 9, question_id="c") for n in range(19)]
        await add_scores(connection, rows)
    await difficulties.work()
    assert dealer.learned == {"a": Difficulty.HARD}
