"""The next posts: what a server's daily digest holds, and when. The rule alone: no clock, no storage, no words."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self
from zoneinfo import ZoneInfo

from bot.catalogue.dates import DateStatus, Precision
from bot.catalogue.model import EditionStatus
from bot.services.agenda import Agenda, coming_of, sourced
from bot.services.almanac import Found, Once, Yearly
from bot.services.coming import Coming, ComingKind
from bot.services.follows import Subjects
from bot.services.guilds import GuildSettings
from bot.services.zones import SEOUL, ends, today_in

MOST, AHEAD = 7, 365
SHOWS_KINDS = (ComingKind.CEREMONIES, ComingKind.VOTING)
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a server wants to be told: about whom, which kinds, at which hour (0 to 23) in its zone (None: Seoul)."""

    follows: Subjects
    kinds: frozenset[ComingKind]
    hour: int
    zone: str | None = None

    @classmethod
    def of(cls, settings: GuildSettings, follows: Subjects) -> Self:
        """As a server's settings say; a kind that only another version knew is left out."""
        return cls(follows, frozenset(k for k in ComingKind if k in settings.kinds), settings.hour, settings.zone)

    def at(self, day: datetime.date) -> int:
        """When the digest of `day` is posted, in UTC seconds: one instant, also where clocks change."""
        local = datetime.datetime.combine(day, datetime.time(self.hour), ZoneInfo(self.zone or SEOUL))
        return int(local.timestamp())


@dataclass(frozen=True, slots=True)
class Post:
    """One digest: posted `at` (UTC seconds), which is on `day` where the server is, with what that day brings."""

    at: int
    day: datetime.date
    dates: tuple[Coming, ...]


def forecast(
    agenda: Agenda, plan: Plan, after: datetime.datetime, *, most: int = MOST, ahead: int = AHEAD
) -> list[Post]:
    """The first `most` digests strictly after `after` (aware), at most `ahead` days away. A day without news has none.

    A followed group brings its members' and its units' dates, a followed show its ceremonies and votes, an artist
    those that have the artist on the ballot. Each date is in one digest:
    - a day of the calendar (a birthday, a release) in that day's, wherever the server is;
    - what takes place in a city of its own (each day of a ceremony, a vote) in the last one before that day is over
      there: nobody is told of a vote that has just closed;
    - a month without a day in the digest of the month's first; a year without a month in none.
    What has no source or was called off is not told.
    """
    first = today_in(plan.zone, after)
    last = first + datetime.timedelta(days=ahead)
    digests: dict[datetime.date, dict[tuple[datetime.date, int], Found]] = {}
    for found in _followed(agenda, plan, after, first - 2 * ONE_DAY, last + 2 * ONE_DAY):
        for day, told in _placed(found, plan):
            if first <= day <= last and plan.at(day) > after.timestamp():
                digests.setdefault(day, {})[told.day, id(told.row)] = told
    return [
        Post(plan.at(day), day, tuple(coming_of(found) for found in sorted(digests[day].values(), key=_reading_order)))
        for day in sorted(digests)[:most]
    ]


def _followed(
    agenda: Agenda, plan: Plan, now: datetime.datetime, first: datetime.date, until: datetime.date
) -> Iterator[Found]:
    """What concerns whom the server follows, of the kinds it wants; twice what concerns two of them."""
    artists = frozenset().union(*(agenda.with_members(one.id) for one in plan.follows if one.kind == "artist"))
    shows = {one.id for one in plan.follows if one.kind == "show"}
    rows: list[Found] = []
    if artists:
        rows += agenda.almanac.between(now, first, until, artists)
    if shows:
        for kind in plan.kinds.intersection(SHOWS_KINDS):
            found = agenda.almanac.between(now, first, until, kind=kind)
            rows += [row for row in found if isinstance(row.row, Once) and _show(row.row) in shows]
    return (row for row in rows if row.row.kind in plan.kinds and sourced(row) and not _called_off(row))


def _placed(found: Found, plan: Plan) -> Iterator[tuple[datetime.date, Found]]:
    """In which days' digests a row is told, each time with the day it is told of."""
    row = found.row
    if isinstance(row, Yearly):
        yield found.day, found
    elif row.first.precision is Precision.MONTH:
        yield row.first.first_day, found
    elif row.first.precision is Precision.DAY:
        last = row.last if row.last.precision is Precision.DAY else row.first
        for ahead in range((last.first_day - row.first.first_day).days + 1):
            day = row.first.first_day + ahead * ONE_DAY
            yield _last_before(day, row.ceremony.zone, plan) if row.ceremony else day, found._replace(day=day)


def _last_before(day: datetime.date, zone: str | None, plan: Plan) -> datetime.date:
    """The day of the last digest before `day` is over in `zone`."""
    over = ends(day, zone)
    near = (day + ahead * ONE_DAY for ahead in (2, 1, 0, -1, -2))  # zones are up to 26 hours apart
    return next(one for one in near if plan.at(one) < over)


def _called_off(found: Found) -> bool:
    row = found.row
    cancelled = isinstance(row, Once) and row.edition is not None and row.edition.status is EditionStatus.CANCELLED
    return cancelled or row.first.status is DateStatus.CANCELLED


def _show(row: Once) -> str | None:
    return row.ceremony.id if row.ceremony is not None else None


def _reading_order(found: Found) -> tuple[bool, int, str, datetime.date]:
    return found.vague, found.order, found.name, found.day
