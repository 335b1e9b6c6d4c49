"""Times as people type them, in English and Korean: in 2 hours, tomorrow 9am, 내일 오전 9시, 2시간 뒤. Pure.

Written by hand, because dateparser 1.5 costs 20 MiB and 0.2 s, takes 내일 오전 9시 for nine in the evening, and knows
neither 2시간 뒤 nor 다음 주 금요일. What can mean two times is refused with both: a reminder must not come by guess.
"""

import calendar
import datetime
import re
import unicodedata

import msgspec

from bot.anniversaries.typed import typed_day
from bot.anniversaries.typed_words import (
    DAYS,
    DURATION,
    DURATION_PART,
    PARTS,
    UNITS,
    WEEKDAYS,
    WORDS_FIRST,
    counted,
    hours_of,
    tidy,
)

LONGEST = 60  # characters; nobody says a time in more
FURTHEST = datetime.timedelta(days=5 * 366)
MORNING = 9 * 60  # a day without a time, in minutes
ONE_DAY, ONE_WEEK = datetime.timedelta(days=1), datetime.timedelta(days=7)
_LEAD = re.compile(r"(?P<long>.+?) ?(?:before|earlier|ahead|prior|전)")
_STAMP = re.compile(r"<t:(\d{1,12})(?::[a-z])?>")
_TIME = re.compile(
    r"(?:at )?(?P<part>[^\W\d]+)? ?(?:at )?(?P<hour>\d{1,2})"
    r"(?:(?P<colon>:)(?P<minute>\d{2})| ?(?P<oclock>시|o'?clock)(?: (?P<korean>\d{1,2})분| (?P<half>반))?)?"
    r"(?: ?(?P<half_day>[ap])\.?m\.?)?(?: (?:in the )?(?P<after>[a-z]+))?"
)
_SAYS_AN_HOUR = ("colon", "oclock", "half_day", "part", "after")
_WEEKDAY = re.compile(r"(?P<week>this week|this|next week|next|이번 ?주|다음 ?주|담주|금주)? ?(?P<day>[^\W\d]+)")


class UnclearTime(ValueError):
    """What was typed is no time that one can be reminded at.

    Attributes:
        reason: unknown, past, far (more than five years ahead) or ambiguous.
        instants: what it could mean, in UTC seconds: the one that is past, the two of which one is meant.
    """

    def __init__(self, reason: str, *instants: int) -> None:
        super().__init__(f"{reason} {instants}")
        self.reason, self.instants = reason, instants


class _Day(msgspec.Struct, frozen=True):
    """A day that was said. `later` is what it means once the day, or the time on it, is past; `also`: perhaps that."""

    day: datetime.date
    later: datetime.date | None = None
    also: datetime.date | None = None


def typed_time(text: str, now: datetime.datetime) -> int:
    """The instant, in UTC seconds, that `text` means to somebody whose clock shows `now` (with a ZoneInfo).

    A day without a time is nine in the morning of it, a time without a day the next such. Hours and minutes are
    counted, days and longer keep the time of day, also where clocks change. Raises UnclearTime.
    """
    said = tidy(unicodedata.normalize("NFKC", text))
    if not said or len(said) > LONGEST:
        raise UnclearTime("unknown")
    try:
        found = sorted(set(_meant(said, now)))
    except OverflowError:
        raise UnclearTime("far") from None
    if not found:
        raise UnclearTime("unknown")
    present = now.timestamp()
    coming = [instant for instant in found if instant > present]
    if not coming:
        raise UnclearTime("past", found[-1])
    if len(coming) > 1:
        raise UnclearTime("ambiguous", *coming[:2])
    if coming[0] > present + FURTHEST.total_seconds():
        raise UnclearTime("far")
    return coming[0]


def typed_lead(text: str) -> float | None:
    """How long before something, in seconds: "1 day before", "하루 전", "2 hours earlier". None for anything else."""
    said = tidy(unicodedata.normalize("NFKC", text))
    match = _LEAD.fullmatch(said) if len(said) <= LONGEST else None
    ahead = _duration(f"in {match['long']}") if match else None
    return None if ahead is None else ahead[0] * 30 * 86_400 + ahead[1] * 86_400 + ahead[2]


def _meant(said: str, now: datetime.datetime) -> list[int]:
    """Every instant that `said` can mean, of the first way to read it that fits."""
    if match := _STAMP.fullmatch(said):
        return [int(match[1])]
    ahead = _duration(said)
    if ahead is not None:
        return [_ahead(now, *ahead)]
    words = said.split()
    for at in (len(words), 0, *range(1, len(words))):  # a day, a time, or one after the other
        for day, time in ((words[:at], words[at:]), (words[at:], words[:at])):
            found = _both(" ".join(day), " ".join(time), now)
            if found:
                return found
    return []


def _both(day: str, time: str, now: datetime.datetime) -> list[int]:
    minutes = _minutes(time.removesuffix(" on"), bare=bool(day)) if time else [MORNING]
    if not minutes:
        return []
    if not day:
        return [_coming(_Day(now.date(), now.date() + ONE_DAY), one, now) for one in minutes]
    said = _day(day, now.date())
    if said is None:
        return []
    days = [said] if said.also is None else [said, _Day(said.also)]
    return [_coming(one, minute, now) for one in days for minute in minutes]


def _coming(day: _Day, minutes: int, now: datetime.datetime) -> int:
    """The instant of a day's time; of the later day, where it is past and there is one."""
    instant = _instant(day.day, minutes, now)
    return _instant(day.later, minutes, now) if day.later and instant <= now.timestamp() else instant


def _instant(day: datetime.date, minutes: int, now: datetime.datetime) -> int:
    time = datetime.time(minutes // 60 % 24, minutes % 60)
    day += ONE_DAY * (minutes // (24 * 60))
    return int(datetime.datetime.combine(day, time, now.tzinfo).timestamp())


def _ahead(now: datetime.datetime, months: int, days: float, seconds: float) -> int:
    """The instant that long after `now`: months and whole days by the calendar, the rest by the clock."""
    if not months and days < 1:
        return int(now.timestamp() + days * 86_400 + seconds)
    there = _months_on(now.date(), months) + ONE_DAY * int(days)
    local = datetime.datetime.combine(there, now.time(), now.tzinfo)
    return int(local.timestamp() + days % 1 * 86_400 + seconds)


def _months_on(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        raise OverflowError(year)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _duration(said: str) -> tuple[int, float, float] | None:
    """Months, days and seconds of "in 2 hours", "1시간 30분 뒤"; None for what is none."""
    match = DURATION.fullmatch(said)
    if match is None:
        return None
    sums: dict[str, float] = {"months": 0, "days": 0, "seconds": 0}
    for part in DURATION_PART.finditer(match["parts"]):
        kind, size = UNITS[part["unit"]]
        sums[kind] += counted(part["count"]) * size + (size / 2 if part["half"] else 0)
    dated = sums["seconds"] or not any(letter in match["parts"] for letter in "일월년")
    if not (match["before"] or match["after"] or dated):  # 3일, without 뒤, is a day of the month
        return None
    return int(sums["months"]), sums["days"], sums["seconds"]


def _day(said: str, today: datetime.date) -> _Day | None:
    said = said.removeprefix("on ").removesuffix(" at").strip()
    if said in DAYS:
        return _Day(today + DAYS[said] * ONE_DAY)
    if match := _WEEKDAY.fullmatch(WORDS_FIRST.sub(r"\2 \1", said)):
        return _weekday(match["week"], match["day"], today)
    ahead = _duration(said)
    if ahead is not None and not ahead[2]:
        return _Day(_months_on(today, ahead[0]) + ONE_DAY * int(ahead[1]))
    return _typed(said, today) if said else None


def _typed(said: str, today: datetime.date) -> _Day | None:
    try:
        day = typed_day(said, today)
    except ValueError:
        return None
    if str(day.year) in said:
        return _Day(day)
    later = datetime.date(day.year, day.month, 1)
    for year in range(today.year, today.year + 9):  # 29 February waits for a leap year
        try:
            later = datetime.date(year, day.month, day.day)
        except ValueError:
            continue
        if later >= today and later != day:
            break
    return _Day(max(day, later) if day < today else day, max(later, day))


def _weekday(week: str | None, name: str, today: datetime.date) -> _Day | None:
    if name not in WEEKDAYS:
        return None
    monday = today - today.weekday() * ONE_DAY
    day = monday + WEEKDAYS[name] * ONE_DAY
    match (week or "").replace(" ", ""):
        case "이번주" | "금주" | "thisweek":
            return _Day(day)
        case "다음주" | "담주" | "nextweek":
            return _Day(day + ONE_WEEK)
        case "next" if day > today:  # said on a Monday, some mean this week's Friday, others the week after's
            return _Day(day, also=day + ONE_WEEK)
    return _Day(day if day >= today else day + ONE_WEEK, max(day, today) + ONE_WEEK if day <= today else None)


def _minutes(said: str, *, bare: bool) -> list[int]:
    """Minutes after midnight; two of them for an hour that comes twice a day. `bare`: a mere number is an hour too."""
    alone = said.removeprefix("at ").removeprefix("in the ").removeprefix("the ")
    if alone in PARTS:
        return [PARTS[alone]]
    match = _TIME.fullmatch(said)
    if match is None:
        return []
    if not bare and not said.startswith("at ") and not any(match[name] for name in _SAYS_AN_HOUR):
        return []
    hour, minute = int(match["hour"]), 30 if match["half"] else int(match["minute"] or match["korean"] or 0)
    part = match["part"] if match["part"] not in (None, "at") else match["after"]
    hours = hours_of(hour, match["half_day"], part, twelve=not match["colon"])
    return [one * 60 + minute for one in hours if minute < 60]
