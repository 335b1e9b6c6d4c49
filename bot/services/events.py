"""The dates that servers have of their own: a fan project, a server's birthday. Knows nothing of permissions."""

import datetime
from typing import Any

import msgspec

from bot.anniversaries.own_dates import returns
from bot.anniversaries.typed_dates import typed_date
from bot.catalogue.dates import PartialDate, Precision
from bot.clock import Clock
from bot.errors import Refused, StorageTrouble
from bot.services.guilds import Guilds
from bot.services.letters import says_something, tidied
from bot.services.zones import Zones, begins, today_in
from bot.storage.events import Event, EventBook

__all__ = ["AHEAD", "Event", "Events", "OwnDate"]

MOST = 100  # of a server
LONGEST_TITLE, LONGEST_NOTE = 100, 500
AHEAD = 366  # days that a list looks ahead


class OwnDate(msgspec.Struct, frozen=True):
    """One coming of an event: on `day`, or None while only a month or a year is known.

    `date` is what is known of this one, `at` when its day begins in the event's zone (UTC seconds), None without a
    day. `years` is how many years ago it first was.
    """

    event: Event
    date: PartialDate
    day: datetime.date | None
    at: int | None
    years: int


class Events:
    """Use cases of servers' own dates."""

    def __init__(self, book: EventBook, guilds: Guilds, zones: Zones, clock: Clock) -> None:
        self._book = book
        self._guilds = guilds
        self._zones = zones
        self._clock = clock

    async def of_guild(self, guild_id: int) -> list[Event]:
        """All of them, in the order in which they were added."""
        return await self._book.of_guild(guild_id)

    async def add(
        self, guild_id: int, user_id: int, *, title: str, date: str, yearly: bool, zone: str | None, note: str
    ) -> Event:
        """Keeps one for good before it returns. `date` and `zone` are as typed.

        Raises Refused for a title without a letter, for what is no date, for one that is over for good, and for one
        too many; UnknownZone.
        """
        zone = None if not zone else self._zones.find(zone)
        values = {"title": _title(title), "yearly": yearly, "zone": zone, "note": tidied(note, LONGEST_NOTE)}
        values["date"] = self._date(date, yearly, await self._today(guild_id, zone))
        kept = await self._book.add(guild_id, user_id, values, at=self._now(), most=MOST)
        if kept is None:
            raise Refused("event-too-many", most=MOST)
        return kept

    async def edit(
        self,
        guild_id: int,
        user_id: int,
        event_id: int,
        *,
        title: str | None = None,
        date: str | None = None,
        yearly: bool | None = None,
        zone: str | None = None,
        note: str | None = None,
    ) -> Event:
        """Changes what is not None; a note of "-" is none. Raises as `add`, and Refused for an event that is gone."""
        known = await self._known(guild_id, event_id)
        changes: dict[str, Any] = {}
        if title is not None:
            changes["title"] = _title(title)
        if zone:
            changes["zone"] = self._zones.find(zone)
        if note is not None:
            changes["note"] = "" if note.strip() in ("-", "") else tidied(note, LONGEST_NOTE)
        if yearly is not None:
            changes["yearly"] = yearly
        if date is not None or yearly is not None:
            today = await self._today(guild_id, changes.get("zone", known.zone))
            wanted = known.yearly if yearly is None else yearly
            changes["date"] = self._date(str(known.date) if date is None else date, wanted, today)
        if not changes:
            raise Refused("event-nothing-changed")
        changed = await self._book.change(guild_id, user_id, event_id, changes, at=self._now())
        if changed is None:
            raise Refused("event-gone")
        return changed

    async def remove(self, guild_id: int, user_id: int, event_id: int) -> Event:
        """The event that is gone now. Raises Refused for one that was before."""
        gone = await self._book.remove(guild_id, user_id, event_id, at=self._now())
        if gone is None:
            raise Refused("event-gone")
        return gone

    async def named(self, guild_id: int, text: str) -> Event:
        """The event that an option means: its id as autocomplete gave it, or its title. Raises Refused."""
        known = await self.of_guild(guild_id)
        wanted = text.strip().casefold()
        found = [one for one in known if str(one.id) == wanted] or [
            one for one in known if one.title.casefold() == wanted
        ]
        if len(found) != 1:
            raise Refused("event-several" if found else "event-unknown", text=text)
        return found[0]

    async def between(self, guild_id: int, first: datetime.date, last: datetime.date) -> list[OwnDate]:
        """What comes from `first` to `last`, both included, by day; what has no day after every day that it can be."""
        zone = (await self._guilds.of(guild_id)).zone
        found = [_coming(one, date, zone) for one in await self.of_guild(guild_id) for date in _of(one, first, last)]
        return sorted(found, key=_reading_order)

    async def upcoming(self, guild_id: int) -> list[OwnDate]:
        """The next coming of each event in the year ahead, by day."""
        today = await self._today(guild_id, None)
        found = await self.between(guild_id, today, today + datetime.timedelta(days=AHEAD))
        return list({one.event.id: one for one in reversed(found)}.values())[::-1]

    async def until(self, guild_id: int, last: datetime.date) -> list[OwnDate]:
        """The next coming of each event up to a day, by day; none while the database cannot be asked."""
        try:
            return [one for one in await self.upcoming(guild_id) if one.date.first_day <= last]
        except StorageTrouble:
            return []

    async def today(self, guild_id: int) -> datetime.date:
        """The day it is in the server's zone."""
        return await self._today(guild_id, None)

    async def _known(self, guild_id: int, event_id: int) -> Event:
        known = await self._book.find(guild_id, event_id)
        if known is None:
            raise Refused("event-gone")
        return known

    async def _today(self, guild_id: int, zone: str | None) -> datetime.date:
        return today_in(zone or (await self._guilds.of(guild_id)).zone, self._clock.now())

    def _date(self, text: str, yearly: bool, today: datetime.date) -> PartialDate:
        try:
            date = typed_date(text, today)
        except ValueError:
            raise Refused("event-date", text=text) from None
        if yearly and date.precision is Precision.YEAR:
            raise Refused("event-year-alone", text=text)
        if not yearly and date.last_day < today:
            raise Refused("event-over", text=text)
        return date

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


def _title(text: str) -> str:
    title = tidied(text, LONGEST_TITLE)
    if not says_something(title):
        raise Refused("event-title")
    return title


def _of(event: Event, first: datetime.date, last: datetime.date) -> list[PartialDate]:
    return returns(event.date, event.yearly, first, last)


def _coming(event: Event, date: PartialDate, zone: str | None) -> OwnDate:
    day = date.first_day if date.precision is Precision.DAY else None
    at = None if day is None else begins(day, event.zone or zone)
    return OwnDate(event, date, day, at, date.year - event.date.year)


def _reading_order(one: OwnDate) -> tuple[datetime.date, bool, str, int]:
    return one.date.last_day, one.day is None, one.event.title.casefold(), one.event.id
