"""How one member does at trivia: accuracy, speed, topics, streaks, places. Says nothing in words, and knows no Discord.

In a server these are its own numbers; elsewhere all servers' together. The daily challenge is one everywhere.
"""

import datetime
from collections.abc import Mapping

import msgspec

from bot.clock import Clock
from bot.errors import Refused
from bot.services.guilds import Guilds
from bot.services.members import Members
from bot.services.trivia.leaderboards import BoardGame, Leaderboards
from bot.services.zones import SEOUL, today_in
from bot.storage.boards import BoardBook
from bot.storage.dailies import DailyBook
from bot.storage.scores import PACE_MS, SLOWEST, TRIVIA
from bot.trivia.periods import Period
from bot.trivia.streaks import Streak, streak_of

BEST_TOPICS = 3
FEWEST_ANSWERS = 5  # on a topic, to tell luck from knowledge
PRIOR_ASKED, PRIOR_RIGHT = 4, 2  # three of three is not yet better than nineteen of twenty
RANKED = (Period.WEEK, Period.SEASON, Period.ALL)


class TopicScore(msgspec.Struct, frozen=True):
    """An id of the catalogue, and how many questions about it were answered, and right."""

    topic: str
    asked: int
    right: int


class DailyNumbers(msgspec.Struct, frozen=True):
    """Challenges finished, those with everything right, answers and right ones in all, and days in a row."""

    finished: int
    perfect: int
    asked: int
    right: int
    streak: Streak


class MemberStats(msgspec.Struct, frozen=True):
    """A member's numbers. Speeds are milliseconds of right answers, None where none was timed; the median is exact to
    half a second. `places` are rank and size of each board on which they have a place.
    """

    user_id: int
    asked: int
    right: int
    points: int
    mean_ms: int | None
    median_ms: int | None
    topics: tuple[TopicScore, ...]
    played: Streak
    daily: DailyNumbers
    places: Mapping[Period, tuple[int, int]]


class Stats:
    """Use cases of members' numbers."""

    def __init__(
        self,
        book: BoardBook,
        dailies: DailyBook,
        boards: Leaderboards,
        guilds: Guilds,
        members: Members,
        clock: Clock,
    ) -> None:
        self._book, self._dailies, self._boards = book, dailies, boards
        self._guilds, self._members, self._clock = guilds, members, clock

    async def of(self, user_id: int, *, reader: int, guild_id: int | None) -> MemberStats:
        """A member's numbers, for `reader`. Raises Refused for somebody else who hides from boards."""
        if user_id != reader and not (await self._members.of(user_id)).on_boards:
            raise Refused("stats-hidden")
        numbers = await self._book.numbers(TRIVIA, user_id, guild_id)
        now = self._clock.now()
        today = today_in((await self._guilds.of(guild_id)).zone, now)
        places = {}
        for period in RANKED if numbers.points else ():
            own, count = await self._boards.place(BoardGame.TRIVIA, period, guild_id=guild_id, user_id=user_id)
            if own is not None:
                places[period] = (own.rank, count)
        return MemberStats(
            user_id=user_id,
            asked=numbers.asked,
            right=numbers.right,
            points=numbers.points,
            mean_ms=round(numbers.taken_ms / numbers.timed) if numbers.timed else None,
            median_ms=median_of(numbers.paces),
            topics=best_topics(numbers.topics),
            played=streak_of(map(datetime.date.fromisoformat, numbers.days), today),
            daily=await self._daily(user_id, today_in(SEOUL, now)),
            places=places,
        )

    async def _daily(self, user_id: int, today: datetime.date) -> DailyNumbers:
        runs = await self._dailies.runs(user_id)
        done = [run for run in runs if run.finished_at is not None]
        streak = streak_of((datetime.date.fromisoformat(run.day) for run in done), today)
        perfect = sum(run.right == run.asked for run in done)
        return DailyNumbers(len(done), perfect, sum(run.asked for run in done), sum(run.right for run in done), streak)


def median_of(paces: Mapping[int, int]) -> int | None:
    """The middle speed (of two, the slower) of answers counted by the half second that they fell into, whose middle
    it is. None of no answers.
    """
    left = sum(paces.values()) // 2
    for pace in sorted(paces):
        left -= paces[pace]
        if left < 0:
            return min(pace, SLOWEST * PACE_MS) + PACE_MS // 2
    return None


def best_topics(topics: Mapping[str, tuple[int, int]]) -> tuple[TopicScore, ...]:
    """The topics with the highest share of right answers, of those that were asked often enough."""
    known = [TopicScore(topic, *counts) for topic, counts in topics.items() if counts[0] >= FEWEST_ANSWERS]
    known.sort(key=lambda one: (-(one.right + PRIOR_RIGHT) / (one.asked + PRIOR_ASKED), -one.asked, one.topic))
    return tuple(known[:BEST_TOPICS])
