"""Where a day begins: in the zone of a show's host city, or in Seoul for everything that K-pop keeps. No words."""

import datetime
from zoneinfo import ZoneInfo

SEOUL = "Asia/Seoul"


def today_in(zone: str | None, now: datetime.datetime) -> datetime.date:
    """The calendar day that `now` (aware) is in `zone` (IANA; None: Seoul)."""
    return now.astimezone(ZoneInfo(zone or SEOUL)).date()


def begins(day: datetime.date, zone: str | None = None) -> int:
    """When `day` begins in `zone`, in UTC seconds."""
    return int(datetime.datetime.combine(day, datetime.time(), ZoneInfo(zone or SEOUL)).timestamp())


def ends(day: datetime.date, zone: str | None = None) -> int:
    """When `day` is over in `zone`, in UTC seconds."""
    return begins(day + datetime.timedelta(days=1), zone)
