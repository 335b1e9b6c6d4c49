"""When a ballot locks, as somebody types it, in English and Korean. Pure: "now" and the zone are given."""

import datetime
import re
from zoneinfo import ZoneInfo

from bot.anniversaries.typed import typed_day

_TIMESTAMP = re.compile(r"<t:(\d{9,11})(?::[a-zA-Z])?>")
_IN = re.compile(r"(?:in )?(\d{1,4}) ?(m|min|mins|minutes?|h|hours?|d|days?|분|시간|일)(?: ?(?:뒤|후))?")
_CLOCK = re.compile(r"(?:(?P<day>.+?)[ t])?(?P<hour>\d{1,2}):(?P<minute>\d{2})")
_UNITS = {"m": 60, "h": 3_600, "d": 86_400, "분": 60, "시": 3_600, "일": 86_400}
LONGEST_TEXT = 60


def typed_instant(text: str, now: datetime.datetime, zone: str) -> int:
    """What `text` means to somebody in `zone` (IANA), in UTC seconds: `18:00`, `12-05 18:00`, `5 December 18:00`,
    `12월 5일 18:00`, `2h`, `30분 뒤`, or Discord's own `<t:…>`. An hour alone that has passed is tomorrow's.

    Raises ValueError for anything else.
    """
    wanted = text.strip().casefold()
    if len(wanted) > LONGEST_TEXT:
        raise ValueError("too long")
    if match := _TIMESTAMP.fullmatch(wanted):
        return int(match[1])
    if match := _IN.fullmatch(wanted):
        return int(now.timestamp()) + int(match[1]) * _UNITS[match[2][0]]
    match = _CLOCK.fullmatch(wanted)
    if match is None:
        raise ValueError(f"{text!r} is no time")
    here = now.astimezone(ZoneInfo(zone))
    day = typed_day(match["day"] or "", here.date())
    at = datetime.datetime.combine(day, datetime.time(int(match["hour"]), int(match["minute"])), ZoneInfo(zone))
    if match["day"] is None and at <= here:
        at = datetime.datetime.combine(day + datetime.timedelta(days=1), at.time(), ZoneInfo(zone))
    elif match["day"] and not re.search(r"\d{4}", match["day"]) and at < here - datetime.timedelta(days=180):
        at = datetime.datetime.combine(day.replace(year=day.year + 1), at.time(), ZoneInfo(zone))
    return int(at.timestamp())
