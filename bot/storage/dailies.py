"""Keeps each day's challenge as it was dealt, what members answered, and where it is posted and was."""

from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.audits import note_down
from bot.storage.database import Database
from bot.storage.schema.boards import daily, daily_place, daily_post, daily_run
from bot.storage.upserts import upsert

CLAIMED, SENT, FAILED = "claimed", "sent", "failed"
PLACED = "daily-post"  # as the audit table calls a change of where the challenge is posted


class Run(msgspec.Struct, frozen=True):
    """What a member answered of a day's challenge: the option and whether it was right, a digit for each answer.

    `finished_at` (UTC seconds) is None until every question has been answered.
    """

    user_id: int
    day: str
    guild_id: int | None
    picks: str = ""
    marks: str = ""
    started_at: int = 0
    finished_at: int | None = None

    @property
    def asked(self) -> int:
        return len(self.marks)

    @property
    def right(self) -> int:
        return self.marks.count("1")


class Place(msgspec.Struct, frozen=True):
    """Where a server has the challenge posted, from `since_at` (UTC seconds) on."""

    guild_id: int
    channel_id: int
    since_at: int


class Post(msgspec.Struct, frozen=True):
    """A day's challenge in a server: claimed before it is sent, so that it is posted once."""

    guild_id: int
    day: str
    channel_id: int
    claimed_at: int


class DailyBook:
    """All daily challenges."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def questions(self, day: str) -> Any | None:
        """The day's questions as they were kept; None before anybody asked for them."""
        async with self._database.read() as connection:
            return await connection.scalar(sa.select(daily.c.questions).where(daily.c.day == day))

    async def keep_questions(self, day: str, questions: Any, at: int) -> Any:
        """Keeps a day's questions, unless others were kept in the same moment; those that are kept now."""
        async with self._database.write() as connection:
            row = {"day": day, "questions": questions, "created_at": at}
            await connection.execute(upsert(connection.dialect.name, daily).values(row).on_conflict_do_nothing())
            return await connection.scalar(sa.select(daily.c.questions).where(daily.c.day == day))

    async def run(self, user_id: int, day: str) -> Run | None:
        """What a member has answered so far; None when they have not begun."""
        async with self._database.read() as connection:
            return await _run(connection, user_id, day)

    async def answer(
        self, begun: Run, number: int, pick: int, right: bool, *, last: bool, at: int
    ) -> tuple[Run | None, bool]:
        """Keeps the answer to question `number` (from 0) for good, and says whether it did: not when it was answered
        before, or one before it was not. Then the run as it is; None when it was to begin with another question.
        """
        try:
            return await self._answer(begun, number, pick, right, last, at)
        except IntegrityError:  # the same first answer, twice in one moment
            return await self._answer(begun, number, pick, right, last, at)

    async def _answer(
        self, begun: Run, number: int, pick: int, right: bool, last: bool, at: int
    ) -> tuple[Run | None, bool]:
        async with self._database.write() as connection:
            run = await _run(connection, begun.user_id, begun.day, lock=True)
            if number != (run.asked if run is not None else 0):
                return run, False
            before = run or begun
            marks, picks = f"{before.marks}{int(right)}", f"{before.picks}{pick}"
            values = {"marks": marks, "picks": picks, "asked": len(marks), "right": marks.count("1")}
            values |= {"finished_at": at if last else None}
            whose = {"user_id": begun.user_id, "day": begun.day}
            if run is None:
                row = whose | values | {"guild_id": begun.guild_id, "started_at": at}
                await connection.execute(sa.insert(daily_run).values(row))
            else:
                theirs = (daily_run.c.user_id == begun.user_id, daily_run.c.day == begun.day)
                await connection.execute(sa.update(daily_run).where(*theirs).values(values))
            return await _run(connection, begun.user_id, begun.day), True

    async def runs(self, user_id: int) -> list[Run]:
        """All that a member ever took, oldest first."""
        query = sa.select(*_RUN).where(daily_run.c.user_id == user_id).order_by(daily_run.c.day)
        async with self._database.read() as connection:
            return [Run(*row) for row in await connection.execute(query)]

    async def taken(self, guild_id: int, day: str) -> tuple[int, int]:
        """How many finished a day's challenge in a server, and how many of them had everything right."""
        perfect = sa.func.coalesce(sa.func.sum(sa.case((daily_run.c.right == daily_run.c.asked, 1), else_=0)), 0)
        query = sa.select(sa.func.count(), perfect)
        there = (daily_run.c.guild_id == guild_id, daily_run.c.day == day, daily_run.c.finished_at.is_not(None))
        async with self._database.read() as connection:
            count, all_right = (await connection.execute(query.where(*there))).one()
        return int(count), int(all_right)

    async def place(self, guild_id: int) -> Place | None:
        """Where a server has it posted."""
        query = sa.select(*_PLACE).where(daily_place.c.guild_id == guild_id)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        return None if row is None else Place(*row)

    async def places(self) -> list[Place]:
        """All servers that have it posted."""
        async with self._database.read() as connection:
            return [Place(*row) for row in await connection.execute(sa.select(*_PLACE))]

    async def put(self, guild_id: int, user_id: int, channel_id: int | None, at: int) -> None:
        """Has it posted in a channel from now on, or nowhere, and keeps who said so."""
        async with self._database.write() as connection:
            here = daily_place.c.guild_id == guild_id
            before = await connection.scalar(sa.select(daily_place.c.channel_id).where(here).with_for_update())
            if before == channel_id:
                return
            if channel_id is None:
                await connection.execute(sa.delete(daily_place).where(here))
            else:
                row = {"channel_id": channel_id, "since_at": at}
                query = upsert(connection.dialect.name, daily_place).values(row | {"guild_id": guild_id})
                await connection.execute(query.on_conflict_do_update(index_elements=["guild_id"], set_=row))
            was, now = (None if one is None else str(one) for one in (before, channel_id))
            await note_down(connection, guild_id, user_id, PLACED, was, now, at)

    async def claim(self, post: Post) -> bool:
        """Whether the day is this caller's to post in that server: to one of all who ask, and never again."""
        row = {"guild_id": post.guild_id, "day": post.day, "channel_id": post.channel_id}
        row |= {"claimed_at": post.claimed_at, "message_id": None, "state": CLAIMED}
        async with self._database.write() as connection:
            query = upsert(connection.dialect.name, daily_post).values(row).on_conflict_do_nothing()
            return bool((await connection.execute(query)).rowcount)

    async def posted(self, day: str) -> set[int]:
        """The servers in which the day was claimed, whatever became of it."""
        async with self._database.read() as connection:
            return set(await connection.scalars(sa.select(daily_post.c.guild_id).where(daily_post.c.day == day)))

    async def settle(self, post: Post, message_id: int | None) -> None:
        """Keeps as which message it was posted, or that it could not be (None)."""
        this = (daily_post.c.guild_id == post.guild_id, daily_post.c.day == post.day)
        values = {"message_id": message_id, "state": FAILED if message_id is None else SENT}
        async with self._database.write() as connection:
            await connection.execute(sa.update(daily_post).where(*this).values(values))

    async def unsettled(self) -> list[Post]:
        """Posts that were claimed, and of which nobody said what became of them."""
        columns = (daily_post.c.guild_id, daily_post.c.day, daily_post.c.channel_id, daily_post.c.claimed_at)
        query = sa.select(*columns).where(daily_post.c.state == CLAIMED).order_by(daily_post.c.claimed_at)
        async with self._database.read() as connection:
            return [Post(*row) for row in await connection.execute(query)]

    async def prune(self, before: str) -> None:
        """Forgets the questions and posts of days before an ISO date. What members did stays: it is their streak."""
        async with self._database.write() as connection:
            for table in (daily, daily_post):
                await connection.execute(sa.delete(table).where(table.c.day < before))


_RUN = tuple(
    daily_run.c[name] for name in ("user_id", "day", "guild_id", "picks", "marks", "started_at", "finished_at")
)
_PLACE = (daily_place.c.guild_id, daily_place.c.channel_id, daily_place.c.since_at)


async def _run(connection: AsyncConnection, user_id: int, day: str, *, lock: bool = False) -> Run | None:
    query = sa.select(*_RUN).where(daily_run.c.user_id == user_id, daily_run.c.day == day)
    row = (await connection.execute(query.with_for_update() if lock else query)).first()
    return None if row is None else Run(*row)
