"""Writes dates as an iCalendar file (RFC 5545). Pure: the same dates, the same bytes, so that a feed can be cached.

Days only: what is known to a month or a year has no place in a calendar, and a made-up day would be a lie.
"""

import datetime
from collections.abc import Iterable

import msgspec

PRODUCT = "-//Laurel//Award calendar//EN"
REFRESH = datetime.timedelta(hours=12)
LEAP_DAY_RULE = {"FREQ": ["YEARLY"], "BYYEARDAY": [60]}  # 29 February in leap years, 1 March in all others
YEARLY_RULE = {"FREQ": ["YEARLY"]}
ONE_DAY = datetime.timedelta(days=1)


class Entry(msgspec.Struct, frozen=True):
    """All-day dates from `first` to `last`, both included; with `yearly` they come round every year.

    `uid` stays the same whatever is corrected; `revision` grows with each correction, made at `changed_at` (UTC
    seconds). `leap_day`: it was on 29 February, and is kept on 1 March in other years.
    """

    uid: str
    title: str
    first: datetime.date
    last: datetime.date
    changed_at: int
    revision: int
    yearly: bool = False
    leap_day: bool = False
    expected: bool = False
    note: str = ""


def calendar_file(name: str, entries: Iterable[Entry]) -> bytes:
    """The file, of which `name` is the title that a calendar application shows."""
    import icalendar  # 60 ms and 4 MiB that only those need who ask for a file

    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    for entry in entries:
        changed = datetime.datetime.fromtimestamp(entry.changed_at, datetime.UTC)
        event = icalendar.Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", changed)
        event.add("last-modified", changed)
        event.add("sequence", entry.revision)
        event.add("summary", entry.title)
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + ONE_DAY)
        event.add("status", "TENTATIVE" if entry.expected else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        if entry.yearly:
            event.add("rrule", LEAP_DAY_RULE if entry.leap_day else YEARLY_RULE)
        if entry.note:
            event.add("description", entry.note)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
