"""Keeps members' reminders, and who takes direct messages. How they are claimed and settled is outbox.py's."""

from collections.abc import Mapping
from typing import Any

import msgspec
import sqlalchemy as sa
from msgspec.structs import asdict
from sqlalchemy.exc import IntegrityError

from bot.storage.database import Database
from bot.storage.outbox import DEAD, LEASED, MISSED, PENDING, SENT, SKIPPED, Outbox
from bot.storage.schema.calendar import direct_message, reminder

__all__ = ["DEAD", "LEASED", "MISSED", "PENDING", "SENT", "SKIPPED", "Draft", "Reminder", "ReminderBook"]

WAITING = (PENDING, LEASED)


class Draft(msgspec.Struct, frozen=True):
    """What a member wants to be told at `due_at` (UTC seconds), no later than `expires_at`; in `zone` (IANA) it was
    meant. Without a guild and a channel it is a direct message. `title` is that of a date, `link` of a message; they
    and `note` may be empty. `application_id` is the bot that was asked: no other can write to the member.

    About a date of the catalogue, `occasion` is its key, `date` what we know of it (EDTF; empty: called off), and
    `lead` so many seconds before it (-1: on the morning of its day; None: whatever becomes of it).
    """

    application_id: int
    user_id: int
    guild_id: int | None
    channel_id: int | None
    locale: str
    zone: str
    title: str
    note: str
    link: str
    occasion: str | None
    date: str | None
    lead: int | None
    due_at: int
    expires_at: int


class Reminder(Draft, frozen=True):
    """One that was kept. `state` skipped: the member has not said yes to a direct message yet. `moved_from`: the day
    (YYYY-MM-DD) that it was asked for, which is not its date any more.
    """

    moved_from: str | None
    id: int
    created_at: int
    state: str
    message_id: int | None
    sent_at: int | None
    late: bool
    error: str | None


COLUMNS = [reminder.c[name] for name in Reminder.__struct_fields__]


class ReminderBook(Outbox):
    """All members' reminders."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, reminder, places=("application_id", "guild_id", "channel_id", "user_id"))

    async def add(self, draft: Draft, *, agreed: bool, at: int, most: int) -> Reminder | None:
        """Keeps one for good before it returns; None, and nothing kept, when the member waits for `most` already.

        One that is not `agreed` to waits for `agree`; the member's last such makes room for it.
        """
        mine = reminder.c.user_id == draft.user_id
        row = asdict(draft) | {"state": PENDING if agreed else SKIPPED, "retry_at": draft.due_at, "created_at": at}
        async with self._database.write() as connection:
            await connection.execute(sa.delete(reminder).where(mine, reminder.c.state == SKIPPED))
            count = sa.select(sa.func.count()).select_from(reminder).where(mine, reminder.c.state.in_(WAITING))
            if (await connection.scalar(count) or 0) >= most:
                return None
            added = await connection.execute(sa.insert(reminder).values(row | {"attempts": 0, "late": False}))
            number = added.inserted_primary_key
            assert number is not None
            query = sa.select(*COLUMNS).where(reminder.c.id == number[0])
            return Reminder(**(await connection.execute(query)).mappings().one())

    async def find(self, user_id: int, reminder_id: int) -> Reminder | None:
        found = await self._select(reminder.c.user_id == user_id, reminder.c.id == reminder_id)
        return found[0] if found else None

    async def of_member(self, user_id: int, *states: str) -> list[Reminder]:
        """Those in one of `states`, the next one first."""
        return await self._select(reminder.c.user_id == user_id, reminder.c.state.in_(states))

    async def remove(self, user_id: int, reminder_id: int) -> Reminder | None:
        """The reminder that is gone now, unless it was before, or is being sent at this moment."""
        known = await self.find(user_id, reminder_id)
        theirs = (reminder.c.user_id == user_id, reminder.c.id == reminder_id, reminder.c.state != LEASED)
        async with self._database.write() as connection:
            gone = await connection.execute(sa.delete(reminder).where(*theirs))
        return known if gone.rowcount else None

    async def agree(self, user_id: int, reminder_id: int, place: Mapping[str, int | None]) -> bool:
        """Whether there was one that waited for a yes; now it waits for its time. `place`: its guild and channel."""
        query = sa.update(reminder).where(
            reminder.c.user_id == user_id, reminder.c.id == reminder_id, reminder.c.state == SKIPPED
        )
        async with self._database.write() as connection:
            return (await connection.execute(query.values(state=PENDING, **place))).rowcount == 1

    async def postpone(self, user_id: int, reminder_id: int, told_for: int, due_at: int, expires_at: int) -> bool:
        """Whether one that was told for `told_for` waits again, until `due_at`; False when it did before."""
        query = sa.update(reminder).where(
            reminder.c.user_id == user_id,
            reminder.c.id == reminder_id,
            reminder.c.due_at == told_for,
            reminder.c.state == SENT,
        )
        again: dict[str, Any] = {"state": PENDING, "due_at": due_at, "retry_at": due_at, "expires_at": expires_at}
        again["occasion"] = None  # it was told: what becomes of its date moves it no more
        again |= {"attempts": 0, "tried_at": None, "lease_until": None, "leased_by": None, "late": False}
        async with self._database.write() as connection:
            return (await connection.execute(query.values(**again))).rowcount == 1

    async def dated(self, after: int, most: int) -> list[Reminder]:
        """The next ones, by number, that wait for a date of the catalogue."""
        waits = (reminder.c.occasion.is_not(None), reminder.c.state.in_((PENDING, SKIPPED)), reminder.c.id > after)
        query = sa.select(*COLUMNS).where(*waits).order_by(reminder.c.id).limit(most)
        async with self._database.read() as connection:
            return [Reminder(**row) for row in (await connection.execute(query)).mappings()]

    async def move(self, known: Reminder, date: str, due_at: int, expires_at: int) -> bool:
        """Whether one that waits, as `known`, now waits for `date` instead; False when somebody was first."""
        query = sa.update(reminder).where(
            reminder.c.id == known.id,
            reminder.c.date == known.date,
            reminder.c.due_at == known.due_at,
            reminder.c.state.in_((PENDING, SKIPPED)),
        )
        asked_for = known.moved_from or known.date
        moved: dict[str, Any] = {"date": date, "moved_from": None if asked_for == date else asked_for}
        moved |= {"due_at": due_at, "retry_at": due_at, "expires_at": expires_at}
        async with self._database.write() as connection:
            return (await connection.execute(query.values(**moved))).rowcount == 1

    async def forget(self, *, ended_before: int, asked_before: int) -> int:
        """Erases what is over: reminders due before `ended_before` that wait no more, and those that nobody said yes
        to since `asked_before`; how many.
        """
        ended = sa.and_(reminder.c.state.in_((SENT, MISSED, DEAD)), reminder.c.due_at < ended_before)
        asked = sa.and_(reminder.c.state == SKIPPED, reminder.c.created_at < asked_before)
        async with self._database.write() as connection:
            return (await connection.execute(sa.delete(reminder).where(sa.or_(ended, asked)))).rowcount

    async def takes_messages(self, user_id: int) -> bool:
        """Whether the member said yes to direct messages, and one arrived."""
        query = sa.select(direct_message.c.user_id).where(direct_message.c.user_id == user_id)
        async with self._database.read() as connection:
            return await connection.scalar(query) is not None

    async def take_messages(self, user_id: int, yes: bool, at: int) -> None:
        """Keeps that they do, or that none arrives any more."""
        try:
            async with self._database.write() as connection:
                await connection.execute(sa.delete(direct_message).where(direct_message.c.user_id == user_id))
                if yes:
                    await connection.execute(sa.insert(direct_message).values(user_id=user_id, agreed_at=at))
        except IntegrityError:  # another process kept the same in this moment
            pass

    async def _select(self, *conditions: sa.ColumnElement[bool]) -> list[Reminder]:
        query = sa.select(*COLUMNS).where(*conditions).order_by(reminder.c.due_at, reminder.c.id)
        async with self._database.read() as connection:
            return [Reminder(**row) for row in (await connection.execute(query)).mappings()]
