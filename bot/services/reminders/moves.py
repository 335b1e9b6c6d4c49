"""Moves reminders with the dates that they wait for, when a newer catalogue knows better. Sends nothing."""

import asyncio
import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

import msgspec

from bot.anniversaries.occurrences import next_occurrence
from bot.catalogue.dates import Precision
from bot.clock import Clock
from bot.services.agenda import Agenda, coming_of
from bot.services.almanac import Found, Once, Yearly
from bot.services.coming import Occasion
from bot.services.occasions import called_off, claim_key
from bot.services.reminders.desk import CATCH_UP, told_at
from bot.services.zones import today_in
from bot.storage.reminders import Reminder, ReminderBook

PAGE = 500
LONG_AGO = datetime.timedelta(days=31)  # what is so long over is another of the same name
VOTE_PARTS = 4  # of a claim_key
Row = Yearly | Once


class Spot(msgspec.Struct, frozen=True):
    """Where a date is now: `date` (EDTF; empty: called off), and when it begins (UTC seconds) if it has a day."""

    date: str
    day: datetime.date | None = None
    at: int | None = None


class Moves:
    """One for the process. Its catalogue never changes, so that once after each start is enough."""

    def __init__(self, book: ReminderBook, agenda: Agenda, clock: Clock) -> None:
        self._book = book
        self._agenda = agenda
        self._clock = clock

    async def follow(self) -> int:
        """Has each reminder wait for where its date is now; how many moved. Raises StorageTrouble.

        What has no day any more, and what was called off, is told now: there is nothing left to wait for.
        """
        moved, after = 0, 0
        while waiting := await self._book.dated(after, PAGE):
            after = waiting[-1].id
            spots = await asyncio.to_thread(self._spots, waiting)
            for reminder, spot in zip(waiting, spots, strict=True):
                if spot is not None and spot.date != reminder.date:
                    due_at = self._due(reminder, spot)
                    moved += await self._book.move(reminder, spot.date, due_at, due_at + CATCH_UP)
        return moved

    def _due(self, reminder: Reminder, spot: Spot) -> int:
        now = int(self._clock.now().timestamp())
        if spot.day is None or spot.at is None:
            return now
        if reminder.lead is None:
            return reminder.due_at
        return max(now, told_at(spot.at, spot.day, reminder.lead, reminder.zone, now))

    def _spots(self, waiting: Sequence[Reminder]) -> list[Spot | None]:
        wanted = {key for reminder in waiting for key in (reminder.occasion, _ceremony_of(reminder.occasion))}
        rows: dict[str, list[Row]] = defaultdict(list)
        known: Iterable[Row] = chain(self._agenda.almanac.once, self._agenda.almanac.yearly)
        for row in known:
            if (key := claim_key(row)) in wanted:
                rows[key].append(row)
        today = today_in(None, self._clock.now())
        return [
            _spot(rows[one.occasion or ""] or _off(rows[_ceremony_of(one.occasion)]), _last_day_of(one), today)
            for one in waiting
        ]


def _ceremony_of(occasion: str | None) -> str:
    """The key of the ceremony that the key of a vote belongs to; empty for what is no vote."""
    parts = (occasion or "").split(".")
    return ".".join((Occasion.CEREMONY.value, *parts[1:3])) if len(parts) == VOTE_PARTS else ""


def _off(rows: Sequence[Row]) -> Sequence[Row]:
    """Those that were called off: a catalogue tells nothing of their votes any more."""
    return [row for row in rows if called_off(row)]


def _last_day_of(reminder: Reminder) -> datetime.date:
    """The last day that its date had."""
    known = reminder.date if reminder.date and len(reminder.date) == len("2026-11-28") else reminder.moved_from
    assert known is not None
    return datetime.date.fromisoformat(known)


def _spot(rows: Sequence[Row], day: datetime.date, today: datetime.date) -> Spot | None:
    """Where what was on `day` is now; None for what nobody knows of any more."""
    there = [(_day_of(row, day), row) for row in rows]
    near = [(abs(one - day), number) for number, (one, row) in enumerate(there) if _may_be(row, one, today)]
    if not near:
        return None
    now_on, row = there[min(near)[1]]
    if called_off(row):
        return Spot("")
    if isinstance(row, Once) and row.first.precision is not Precision.DAY:
        return Spot(str(row.first))
    return Spot(str(now_on), now_on, coming_of(Found(now_on, False, 0, "", 0, row)).at)


def _day_of(row: Row, near: datetime.date) -> datetime.date:
    """Of what comes once, that day if it is one of it, else the first; of what comes round, that of the same year."""
    if isinstance(row, Once):
        return near if row.first.first_day <= near <= row.last.last_day else row.first.first_day
    before = datetime.date(near.year, 1, 1) - datetime.timedelta(days=1)
    return next_occurrence(row.first, before) or row.first.first_day


def _may_be(row: Row, day: datetime.date, today: datetime.date) -> bool:
    return called_off(row) or (row.last.last_day if isinstance(row, Once) else day) >= today - LONG_AGO
