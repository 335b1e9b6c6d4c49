"""The daily challenge: ten questions a day (Seoul's), the same for everyone, once per member. Knows no Discord.

A day's questions are kept when the first member asks for them: no release and no restart changes them.
"""

import datetime
import logging
from collections.abc import Callable
from typing import Any, Protocol

import msgspec
from cachetools import LRUCache

from bot.clock import Clock
from bot.errors import Refused, SendFault
from bot.services.failures import Failures, Why
from bot.services.guilds import Guilds
from bot.services.trivia.questions import Questions
from bot.services.zones import SEOUL, ends, today_in
from bot.storage.dailies import DailyBook, Place, Post, Run
from bot.trivia.dailies import is_due, put_together
from bot.trivia.questions import Difficulty, Question
from bot.trivia.streaks import Streak, streak_of

log = logging.getLogger(__name__)
REMEMBERED = 4  # days
KEPT_FOR = datetime.timedelta(days=30)  # what was asked; what members answered stays
AGAIN_AFTER = 60  # seconds between tries to post
GIVE_UP_AFTER = 240  # within which Discord knows a nonce again
SEED = "daily"
DAY = datetime.timedelta(days=1)
WHY = {SendFault.Why.GONE: Why.GONE, SendFault.Why.FORBIDDEN: Why.FORBIDDEN}


class Challenge(msgspec.Struct, frozen=True):
    """A day's questions, and when the day ends (UTC seconds)."""

    day: str
    questions: tuple[Question, ...]
    ends_at: int


class Sitting(msgspec.Struct, frozen=True):
    """Where a member stands with a day's challenge. `streak` once it is finished."""

    challenge: Challenge
    run: Run
    streak: Streak | None

    @property
    def next(self) -> Question | None:
        """The question to answer; None when all are answered."""
        asked = self.run.asked
        return self.challenge.questions[asked] if asked < len(self.challenge.questions) else None


class Poster(Protocol):
    """Posts the day's challenge."""

    async def post(self, guild_id: int, channel_id: int, day: str, ends_at: int, nonce: str) -> int:
        """The message's id; the same `nonce` again is the same message. Raises SendFault."""
        ...


class Dailies:
    """Use cases of the daily challenge."""

    def __init__(self, book: DailyBook, questions: Questions, guilds: Guilds, failures: Failures, clock: Clock) -> None:
        self._book, self._questions = book, questions
        self._guilds, self._failures, self._clock = guilds, failures, clock
        self._challenges: LRUCache[str, Challenge] = LRUCache(REMEMBERED)
        self._pruned = ""

    def today(self) -> str:
        """The day whose challenge is open, ISO: Seoul's."""
        return today_in(SEOUL, self._clock.now()).isoformat()

    async def sitting(self, user_id: int, day: str | None = None) -> Sitting:
        """Where a member stands, today if no day is given. Raises Refused for a day that is over or to come."""
        day = self.today() if day is None else day
        run = await self._book.run(user_id, day)
        if (run is None and day != self.today()) or day < self._oldest():
            raise Refused("daily-over")
        return await self._sitting(run or Run(user_id, day, None))

    async def answer(self, user_id: int, guild_id: int | None, day: str, number: int, pick: int) -> Sitting:
        """Keeps an answer for good, and says where the member stands then. The same question again changes nothing.

        One who has begun a day may end it until the next is over. Raises Refused for what nobody asked.
        """
        before = await self.sitting(user_id, day)
        question = before.next
        if number != before.run.asked or question is None:
            return before
        if not 0 <= pick < len(question.options):
            raise Refused("daily-over")
        yesterday = (today_in(SEOUL, self._clock.now()) - DAY).isoformat()
        if day not in (self.today(), yesterday):
            raise Refused("daily-over")
        last = number + 1 == len(before.challenge.questions)
        begun = Run(user_id, day, guild_id)
        run, _ = await self._book.answer(begun, number, pick, pick == question.right, last=last, at=self._now())
        return await self._sitting(run or begun)

    async def place(self, guild_id: int) -> Place | None:
        """Where a server has it posted."""
        return await self._book.place(guild_id)

    async def put(self, guild_id: int, user_id: int, channel_id: int | None) -> None:
        """Has it posted in a channel each day from now on, at the server's hour, or no more."""
        await self._book.put(guild_id, user_id, channel_id, self._now())

    async def taken(self, guild_id: int, day: str) -> tuple[int, int]:
        """How many finished a day's challenge in a server, and how many of them with everything right."""
        return await self._book.taken(guild_id, day)

    async def work(self, poster: Poster, here: Callable[[int], bool]) -> float | None:
        """Posts what is due now in the servers that are here, each day once; again it posts nothing more.

        Returns when it wants to be called again (UTC seconds) because Discord did not answer; None: whenever it is.
        """
        await self._prune()
        waiting = False
        for post in await self._book.unsettled():
            if here(post.guild_id):
                waiting |= not await self._send(post, poster)
        for day, place in await self._due(here):
            post = Post(place.guild_id, day, place.channel_id, self._now())
            if await self._book.claim(post):
                waiting |= not await self._send(post, poster)
        return self._clock.now().timestamp() + AGAIN_AFTER if waiting else None

    async def _due(self, here: Callable[[int], bool]) -> list[tuple[str, Place]]:
        """Where today's challenge should stand and does not. One that was due on a day that is over is let go."""
        today, now = self.today(), self._clock.now()
        posted = await self._book.posted(today)
        due = []
        for place in await self._book.places():
            if place.guild_id not in posted and here(place.guild_id):
                settings = await self._guilds.of(place.guild_id)
                at = is_due(now, settings.hour, settings.zone or SEOUL, place.since_at)
                if at is not None and today_in(SEOUL, at).isoformat() == today:
                    due.append((today, place))
        return due

    async def _send(self, post: Post, poster: Poster) -> bool:
        """Whether nothing is left to do: it is posted, or cannot be."""
        day = datetime.date.fromisoformat(post.day)
        late = self._now() - post.claimed_at
        if late > GIVE_UP_AFTER:  # by now Discord would post it a second time
            await self._fail(post, Why.UNREACHABLE)
            return True
        try:
            nonce = f"d{post.channel_id:x}{day:%m%d}"[:25]
            message_id = await poster.post(post.guild_id, post.channel_id, post.day, ends(day, SEOUL), nonce)
        except SendFault as fault:
            if fault.why in (SendFault.Why.BUSY, SendFault.Why.UNREACHABLE):
                log.info("the daily challenge waits in server %d: %s", post.guild_id, fault)
                return False
            await self._fail(post, WHY.get(fault.why, Why.UNREACHABLE))
        else:
            await self._book.settle(post, message_id)
        return True

    async def _fail(self, post: Post, why: Why) -> None:
        await self._book.settle(post, None)
        await self._failures.note(post.guild_id, post.channel_id, why)

    async def _sitting(self, run: Run) -> Sitting:
        challenge = await self._challenge(run.day)
        streak = None
        if run.finished_at is not None:
            runs = await self._book.runs(run.user_id)
            done = [datetime.date.fromisoformat(one.day) for one in runs if one.finished_at is not None]
            streak = streak_of(done, today_in(SEOUL, self._clock.now()))
        return Sitting(challenge, run, streak)

    async def _challenge(self, day: str) -> Challenge:
        known = self._challenges.get(day)
        if known is None:
            kept = await self._book.questions(day)
            if kept is None:
                kept = await self._book.keep_questions(day, await self._dealt(day), self._now())
            questions = tuple(msgspec.convert(kept, list[Question]))
            known = self._challenges[day] = Challenge(day, questions, ends(datetime.date.fromisoformat(day), SEOUL))
        return known

    async def _dealt(self, day: str) -> Any:
        async def deal(turn: int, difficulty: Difficulty | None) -> Question:
            return await self._questions.deal(SEED, turn, difficulty=difficulty)

        return msgspec.to_builtins(await put_together(datetime.date.fromisoformat(day), deal))

    async def _prune(self) -> None:
        today = self.today()
        if today != self._pruned:
            await self._book.prune(self._oldest())
            self._pruned = today

    def _oldest(self) -> str:
        """The first day whose questions are still there."""
        return (today_in(SEOUL, self._clock.now()) - KEPT_FOR).isoformat()

    def _now(self) -> int:
        return int(self._clock.now().timestamp())
