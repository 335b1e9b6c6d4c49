"""Takes what members want to be reminded of, and changes it. Sends nothing: that is rounds.py's."""

import datetime
from collections.abc import Callable
from zoneinfo import ZoneInfo

import msgspec

from bot.anniversaries.typed_times import UnclearTime, typed_lead, typed_time
from bot.clock import Clock
from bot.errors import Mention, Refused, UnknownZone
from bot.services.letters import tidied
from bot.services.zones import SEOUL, Zones
from bot.storage.reminders import DEAD, LEASED, MISSED, PENDING, SKIPPED, Draft, Reminder, ReminderBook

__all__ = ["CATCH_UP", "MORNING_OF", "SNOOZES", "Draft", "Place", "Reminder", "Reminders", "When", "Wish", "told_at"]

MOST = 50  # that a member waits for at a time
LONGEST_TITLE, LONGEST_NOTE, LONGEST_LINK = 200, 500, 200
MORNING_OF = -1  # a lead: nine in the morning of the day
CATCH_UP = 12 * 60 * 60  # seconds after which a reminder that could not be sent is not sent any more
MORNING = datetime.time(9)
SNOOZES = ("10m", "1h", "1d")
LEAST = 60  # seconds: what is due sooner would be late already


class Place(msgspec.Struct, frozen=True):
    """Where a reminder is told: a channel of a server, or without one a direct message."""

    guild_id: int | None = None
    channel_id: int | None = None

    @property
    def direct(self) -> bool:
        return self.channel_id is None


class Wish(msgspec.Struct, frozen=True):
    """What a member asked for. About a date of the catalogue, `occasion` is its key (see services/occasions.py), `at`
    when it begins (UTC seconds), `day` its day, `title` what it is; `link` leads to a message.
    """

    note: str = ""
    title: str = ""
    link: str = ""
    at: int | None = None
    day: datetime.date | None = None
    occasion: str | None = None


class When(msgspec.Struct, frozen=True):
    """What was understood: `at` (UTC seconds), the zone it was meant in (IANA), and `lead`, seconds before the date of
    a wish, MORNING_OF its day, or None for a time of the member's own.
    """

    at: int
    zone: str
    lead: int | None = None


class Reminders:
    """Use cases of reminders."""

    def __init__(self, book: ReminderBook, zones: Zones, clock: Clock, on_due: Callable[[int], None]) -> None:
        """`on_due` is told of each time that something new is due at."""
        self._book = book
        self._on_due = on_due
        self._zones = zones
        self._clock = clock

    def time(self, text: str, wish: Wish, zone: str | None) -> When:
        """When somebody in `zone` (IANA; None: Seoul) wants to be told.

        `text` may name another zone at its end. About a date of the catalogue it may be so long before it, or empty:
        nine in the morning of its day, or its beginning if that comes first. Raises Refused, with what was understood.
        """
        zone = zone or SEOUL
        if wish.at is not None and wish.day is not None:
            lead = typed_lead(text) if text.strip() else None
            if lead is not None or not text.strip():
                seconds = MORNING_OF if lead is None else int(lead)
                due = told_at(wish.at, wish.day, seconds, zone, self._now())
                if due <= self._now():
                    raise Refused("remind-past", text="", zone=zone, time0=Mention(f"<t:{due}:F>"))
                return When(due, zone, seconds)
        if not text.strip():
            raise Refused("remind-when")
        try:
            return When(self._typed(text, zone), zone)
        except Refused as refused:
            words = text.split()
            for size in range(min(3, len(words) - 1), 0, -1):  # 20:00 KST, 9am New York
                try:
                    named = self._zones.find(" ".join(words[-size:]))
                    return When(self._typed(" ".join(words[:-size]), named), named)
                except (UnknownZone, Refused):
                    continue
            raise refused

    def _typed(self, text: str, zone: str) -> int:
        now = self._clock.now()
        try:
            return typed_time(text, now.astimezone(ZoneInfo(zone)))
        except UnclearTime as unclear:
            told = {f"time{n}": Mention(f"<t:{at}:F>") for n, at in enumerate(unclear.instants) if abs(at) < 2**40}
            raise Refused(f"remind-{unclear.reason}", text=text, zone=zone, **told) from None

    async def add(
        self, user_id: int, application_id: int, locale: str, wish: Wish, when: When, place: Place
    ) -> Reminder:
        """Keeps one for good before it returns. It waits for `agree` when it is a direct message and the member has
        not said yes to those. Raises Refused for one too many.
        """
        draft = Draft(
            application_id=application_id,
            user_id=user_id,
            guild_id=place.guild_id if not place.direct else None,
            channel_id=place.channel_id,
            locale=locale,
            zone=when.zone,
            title=tidied(wish.title, LONGEST_TITLE),
            note=tidied(wish.note, LONGEST_NOTE),
            link=wish.link[:LONGEST_LINK],
            occasion=wish.occasion,
            date=str(wish.day) if wish.occasion and wish.day else None,
            lead=when.lead if wish.occasion else None,
            due_at=when.at,
            expires_at=when.at + CATCH_UP,
        )
        agreed = not place.direct or await self._book.takes_messages(user_id)
        kept = await self._book.add(draft, agreed=agreed, at=self._now(), most=MOST)
        if kept is None:
            raise Refused("remind-too-many", most=MOST)
        self._on_due(when.at)
        return kept

    async def agree(self, user_id: int, reminder_id: int, place: Place) -> Reminder:
        """The member said where one may be told that waited for it: a yes to direct messages, which have been tried,
        counts for later ones. Raises Refused for one that waits no more.
        """
        if place.direct:
            await self._book.take_messages(user_id, True, self._now())
        where = {"guild_id": place.guild_id, "channel_id": place.channel_id}
        if not await self._book.agree(user_id, reminder_id, where):
            raise Refused("remind-gone")
        found = await self.one(user_id, reminder_id)
        self._on_due(found.due_at)
        return found

    async def close_messages(self, user_id: int) -> None:
        """None arrives at the member any more: they are asked again the next time."""
        await self._book.take_messages(user_id, False, self._now())

    async def one(self, user_id: int, reminder_id: int) -> Reminder:
        """A member's own. Raises Refused for one that is not theirs, or no more."""
        found = await self._book.find(user_id, reminder_id)
        if found is None:
            raise Refused("remind-gone")
        return found

    async def waiting(self, user_id: int) -> list[Reminder]:
        """What the member waits for, the next one first."""
        return await self._book.of_member(user_id, PENDING, LEASED)

    async def failed(self, user_id: int) -> list[Reminder]:
        """Those of the last month that could not be told in time, or at all, the oldest first."""
        return await self._book.of_member(user_id, MISSED, DEAD)

    async def unanswered(self, user_id: int, reminder_id: int) -> Reminder:
        """One that waits for the member's yes. Raises Refused."""
        found = await self.one(user_id, reminder_id)
        if found.state != SKIPPED:
            raise Refused("remind-gone")
        return found

    async def remove(self, user_id: int, reminder_id: int) -> Reminder:
        """The reminder that is gone now. Raises Refused for one that was before."""
        gone = await self._book.remove(user_id, reminder_id)
        if gone is None:
            raise Refused("remind-gone")
        return gone

    async def snooze(self, user_id: int, reminder_id: int, told_for: int, how: str) -> Reminder:
        """Has one that was told for `told_for` told again in 10 minutes, an hour, or at the same time tomorrow where it
        was meant. Raises Refused for one that was snoozed or removed before.
        """
        found = await self._book.find(user_id, reminder_id)
        if found is None:
            raise Refused("remind-not-yours")
        now = self._clock.now()
        match how:
            case "10m":
                due_at = int(now.timestamp()) + 600
            case "1h":
                due_at = int(now.timestamp()) + 3_600
            case _:
                local = now.astimezone(ZoneInfo(found.zone))
                tomorrow = local.date() + datetime.timedelta(days=1)
                due_at = int(datetime.datetime.combine(tomorrow, local.time(), local.tzinfo).timestamp())
        if not await self._book.postpone(user_id, reminder_id, told_for, due_at, due_at + CATCH_UP):
            raise Refused("remind-snoozed")
        self._on_due(due_at)
        return await self.one(user_id, reminder_id)

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


def told_at(at: int, day: datetime.date, lead: int, zone: str, now: int) -> int:
    """When `lead` seconds before what begins at `at` are, or the morning in `zone` of its `day`: the beginning itself,
    where the morning is past already or belongs to another day there.
    """
    if lead != MORNING_OF:
        return at - lead
    morning = int(datetime.datetime.combine(day, MORNING, ZoneInfo(zone)).timestamp())
    return morning if now + LEAST < morning and (morning < at or at < morning < at + 86_400) else at
