"""Which posts a plan makes between two instants, and what each tells. Preview and outbox both ask here, and nobody else
decides. No clock and no storage.

Each date is in one digest of each lead:
- a day of the calendar (a birthday, a release) in that day's, counted as `anchor` says;
- what takes place in a city of its own (each day of a ceremony, a vote) in the last one before that day is over there:
  nobody is told of a vote that has just closed. With the host's anchor it is the digest of that day there;
- a month without a day in the digest of the month's first, as expected this month; a year without a month in none.
What has no source or was called off is not told.
"""

import datetime
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.anniversaries.instants import ONE_DAY, days_due, instant, local_day, next_instant
from bot.anniversaries.plans import SEOUL, Anchor, Form, Kind, Plan, Post, Style, Told
from bot.catalogue.dates import PartialDate
from bot.services.announcements.occasions import Occasions, Occurrence
from bot.services.zones import ends

HOUR = 3600
GRACE = 15 * 60  # seconds: so late every post may be, and says nothing of it
MOST_IN_OUTLOOK = 80
NOT_IN_OUTLOOKS = (Kind.WIN, Kind.RECORD, Kind.FACT, Kind.TRIVIA)
ONE_A_DAY = (Kind.FACT, Kind.TRIVIA)
REMEMBERED = (Kind.WIN, Kind.RECORD)  # told on the day alone: nobody looks forward to what has been
MONTH, WEEK, OUTLOOK, CHANGE = "month", "week", "outlook", "change"  # leads that are no length of time

Own = Sequence[Occurrence]  # a server's own events, each with its day
Seen = Callable[[Told], bool]


def posts(
    occasions: Occasions, plan: Plan, own: Own, first: int, last: int, seen: Seen = lambda told: False
) -> list[Post]:
    """The posts that fall due between two instants (UTC seconds, both included), in order, without what was `seen`."""
    made: list[Post] = []
    for zone in zones_of(plan, occasions):
        for day in days_due(first, last, plan.time, zone):
            made += _of_day(occasions, plan, own, day, zone, seen)
    made += _before_votes_close(occasions, plan, first, last, seen)
    return sorted(made, key=lambda post: (post.at, post.form is not Form.DIGEST, post.occurrence))


def next_look(occasions: Occasions, plan: Plan, after: int) -> int:
    """The first instant strictly after another at which a post could fall due, if there is anything to tell."""
    at = min(next_instant(after, plan.time, zone) for zone in zones_of(plan, occasions))
    closing = (
        one.closes_at - hours * HOUR
        for hours in plan.vote_hours
        for one in occasions.closing(after + 1 + hours * HOUR, at + hours * HOUR)
        if one.closes_at is not None and wanted(one, plan)
    )
    return min(closing, default=at)


def zones_of(plan: Plan, occasions: Occasions) -> tuple[str, ...]:
    """The zones whose days make a post, the home first."""
    if plan.anchor is not Anchor.HOST:
        return (plan.home,)
    return (plan.home, *(zone for zone in occasions.zones if zone != plan.home))


def wanted(one: Occurrence, plan: Plan) -> bool:
    """Whether it is of a kind and of somebody that the plan is about."""
    if one.kind not in plan.kinds:
        return False
    if one.kind is Kind.EVENT or one.kind in ONE_A_DAY:
        return True
    return one.show in plan.shows or not plan.artists.isdisjoint(one.artists)


def expires(plan: Plan, at: int, one: Occurrence | None = None) -> int:
    """Until when a post that is due `at` is worth sending; a vote that has closed needs no word before it."""
    until = at + max(plan.catch_up_hours * HOUR, GRACE)
    return min(until, one.closes_at) if one is not None and one.closes_at is not None else until


def change_post(plan: Plan, now: int, changes: Sequence[Told]) -> Post:
    """One post of dates that are others than those told."""
    told = "\n".join(f"{one.key} {one.date} {one.status} {one.before}" for one in changes)
    mark = hashlib.sha256(told.encode()).hexdigest()[:12]
    day = local_day(now, plan.home)
    return Post(Form.CHANGE, f"change:{mark}", CHANGE, now, expires(plan, now), day, plan.home, tuple(changes))


def _of_day(occasions: Occasions, plan: Plan, own: Own, day: datetime.date, zone: str, seen: Seen) -> Iterator[Post]:
    at = instant(day, plan.time, zone)
    items = [(one, told) for one, told in _items(occasions, plan, own, day, zone) if not seen(told)]
    if plan.style is Style.DIGEST and items:
        told = tuple(told for _, told in items)
        yield Post(Form.DIGEST, f"digest:{day}@{zone}", "", at, expires(plan, at), day, zone, told)
    elif plan.style is Style.EACH:
        for one, each in items:
            if one.kind is not Kind.WIN:
                yield Post(Form.ITEM, each.dated, each.lead, at, expires(plan, at), day, zone, (each,))
        if wins := tuple(each for one, each in items if one.kind is Kind.WIN):  # a day can have seen a hundred
            yield Post(Form.ITEM, f"wins:{day}@{zone}", "0d", at, expires(plan, at), day, zone, wins)
    if zone != plan.home:
        return
    if plan.weekly and day.weekday() == 0:
        yield from _outlook(occasions, plan, own, Form.WEEK, at, day, day + 6 * ONE_DAY)
    if plan.monthly and day.day == 1:
        yield from _outlook(occasions, plan, own, Form.MONTH, at, day, _end_of_month(day))


def _items(
    occasions: Occasions, plan: Plan, own: Own, day: datetime.date, zone: str
) -> Iterator[tuple[Occurrence, Told]]:
    """What the digest of a day in a zone tells, the nearest first."""
    home = zone == plan.home
    for lead in sorted(set(plan.leads)):
        aim = day + lead * ONE_DAY
        for one in _candidates(occasions, plan, own, aim):
            if one.kind in ONE_A_DAY or (lead and one.kind in REMEMBERED):
                continue
            place = _place(one, plan)
            if place is None:
                fits = home and one.day == aim
            elif plan.anchor is Anchor.HOST:
                fits = place == zone and one.day == aim
            else:
                assert one.day is not None
                fits = last_before(one.day, place, plan) == aim
            if fits:
                yield one, one.told(f"{lead}d")
    if home and day.day == 1:
        months = (*occasions.in_month(day.year, day.month), *(one for one in own if _is_month(one, day)))
        yield from ((one, one.told(MONTH)) for one in months if wanted(one, plan))
    if home:
        for kind in ONE_A_DAY:
            if kind in plan.kinds:
                date = PartialDate(day.year, day.month, day.day)
                one = Occurrence(f"{kind.value}:{day}", kind, date, day)
                yield one, one.told("0d")


def _candidates(occasions: Occasions, plan: Plan, own: Own, aim: datetime.date) -> Iterator[Occurrence]:
    """What has a day near `aim`: zones are up to 26 hours apart."""
    for ahead in (0, -2, -1, 1, 2):
        near = aim + ahead * ONE_DAY
        for one in occasions.on(near, plan.leap_day):
            if (ahead == 0 or one.zone is not None) and wanted(one, plan):
                yield one
    yield from (one for one in own if one.day == aim and wanted(one, plan))


def _place(one: Occurrence, plan: Plan) -> str | None:
    """The zone of the city where it takes place, if that matters to the day it is told on."""
    if one.coming is None or one.coming.ceremony is None:
        return None
    return one.zone or SEOUL


def last_before(day: datetime.date, zone: str, plan: Plan) -> datetime.date:
    """The day of the last digest before `day` is over in `zone`."""
    over = ends(day, zone)
    near = (day + ahead * ONE_DAY for ahead in (2, 1, 0, -1, -2))
    return next(one for one in near if instant(one, plan.time, plan.home) < over)


def _before_votes_close(occasions: Occasions, plan: Plan, first: int, last: int, seen: Seen) -> Iterator[Post]:
    for hours in sorted(set(plan.vote_hours)):
        for one in occasions.closing(first + hours * HOUR, last + hours * HOUR):
            told = one.told(f"{hours}h")
            if not wanted(one, plan) or seen(told):
                continue
            assert one.closes_at is not None
            at = one.closes_at - hours * HOUR
            day = local_day(at, plan.home)
            yield Post(Form.ITEM, told.dated, told.lead, at, expires(plan, at, one), day, plan.home, (told,))


def _outlook(
    occasions: Occasions, plan: Plan, own: Own, form: Form, at: int, first: datetime.date, last: datetime.date
) -> Iterator[Post]:
    """What a week or a month brings. Days are those where it takes place, as they are written everywhere."""
    lead = WEEK if form is Form.WEEK else OUTLOOK
    days = [first + ahead * ONE_DAY for ahead in range((last - first).days + 1)]
    found: list[Occurrence] = [
        one for day in days for one in (*occasions.on(day, plan.leap_day), *(two for two in own if two.day == day))
    ]
    if form is Form.MONTH:
        found += (*occasions.in_month(first.year, first.month), *(one for one in own if _is_month(one, first)))
    told = [one.told(lead) for one in found if one.kind not in NOT_IN_OUTLOOKS and wanted(one, plan)]
    if told:
        name = f"{form.value}:{first}@{plan.home}"
        yield Post(form, name, "", at, expires(plan, at), first, plan.home, tuple(told[:MOST_IN_OUTLOOK]))


def _is_month(one: Occurrence, day: datetime.date) -> bool:
    return one.day is None and (one.date.year, one.date.month) == (day.year, day.month)


def _end_of_month(day: datetime.date) -> datetime.date:
    return (day.replace(day=28) + 4 * ONE_DAY).replace(day=1) - ONE_DAY


def farthest(plan: Plan) -> int:
    """How many days after a post's own day its dates may lie."""
    return max((*plan.leads, 6 if plan.weekly else 0, 31 if plan.monthly else 0), default=0)


def without(kept: Iterable[tuple[str, str]], made: Iterable[Post]) -> list[Post]:
    """Those posts of which there is no delivery yet, by (occurrence, lead)."""
    there = set(kept)
    return [post for post in made if (post.occurrence, post.lead) not in there]
