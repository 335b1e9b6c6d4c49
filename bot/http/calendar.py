"""`GET /calendar/<token>.ics`: a calendar that stays current. Whoever has no token learns nothing, not even that."""

import datetime
import hashlib
import logging
import re
from email.utils import format_datetime, parsedate_to_datetime

from aiohttp import web
from cachetools import LRUCache

from bot.clock import Clock
from bot.errors import StorageTrouble
from bot.services.calendars import Calendar, Calendars

log = logging.getLogger(__name__)
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
A_MINUTE = 60.0
MOST_OF_TOKEN, MOST_UNKNOWN = 20, 120  # requests a minute; an application asks a few times a day
REMEMBERED = 10_000
FRESH_FOR = 3_600  # seconds for which an application need not ask again
Answer = web.StreamResponse


class CalendarFeed:
    """The handler, with what it remembers of those who asked."""

    def __init__(self, calendars: Calendars, clock: Clock) -> None:
        self._calendars = calendars
        self._clock = clock
        self._asked = _Bounds(MOST_OF_TOKEN, clock)
        self._unknown = _Bounds(MOST_UNKNOWN, clock)
        self._known: LRUCache[str, bool] = LRUCache(REMEMBERED)
        self._seen: LRUCache[str, tuple[str, datetime.datetime]] = LRUCache(REMEMBERED)

    def mount(self, app: web.Application) -> None:
        app.router.add_get("/calendar/{token}.ics", self.answer)

    async def answer(self, request: web.Request) -> Answer:
        token = request.match_info["token"]
        if TOKEN.fullmatch(token) is None:
            return _nobody()
        who = hashlib.sha256(token.encode()).hexdigest()
        bounds, key = (self._asked, who) if who in self._known else (self._unknown, "")
        if not bounds.take(key):
            return web.Response(status=429, text="Too many requests.\n", headers={"Retry-After": "60"})
        try:
            calendar = await self._calendars.feed(token)
        except StorageTrouble as trouble:
            log.warning("a calendar could not be read: %s", trouble)
            return web.Response(status=503, text="Try again later.\n", headers={"Retry-After": "120"})
        if calendar is None:
            self._known.pop(who, None)
            return _nobody()
        self._known[who] = True
        return self._told(request, who, calendar)

    def _told(self, request: web.Request, who: str, calendar: Calendar) -> Answer:
        tag = hashlib.sha256(calendar.content).hexdigest()[:32]
        known = self._seen.get(who)
        if known is None or known[0] != tag:  # what was taken away leaves no date behind: the change itself is the date
            now = self._clock.now().replace(microsecond=0)
            known = self._seen[who] = (tag, now)
        headers = {
            "ETag": f'"{tag}"',
            "Last-Modified": format_datetime(known[1], usegmt=True),
            "Cache-Control": f"private, max-age={FRESH_FOR}",
            "X-Robots-Tag": "noindex",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }
        if _has_it(request, tag, known[1]):
            return web.Response(status=304, headers=headers)
        headers["Content-Disposition"] = 'inline; filename="laurel.ics"'
        return web.Response(body=calendar.content, content_type="text/calendar", charset="utf-8", headers=headers)


def _nobody() -> web.Response:
    return web.Response(status=404, text="There is no such calendar.\n")


def _has_it(request: web.Request, tag: str, changed: datetime.datetime) -> bool:
    if (tags := request.headers.get("If-None-Match")) is not None:
        return any(one.strip().removeprefix("W/") in (f'"{tag}"', "*") for one in tags.split(","))
    try:
        since = parsedate_to_datetime(request.headers.get("If-Modified-Since", ""))
    except ValueError:
        return False
    return (since if since.tzinfo else since.replace(tzinfo=datetime.UTC)) >= changed


class _Bounds:
    """At most so many a minute by each key, counted from that key's first."""

    def __init__(self, most: int, clock: Clock) -> None:
        self._most = most
        self._clock = clock
        self._counts: LRUCache[str, tuple[float, int]] = LRUCache(REMEMBERED)

    def take(self, key: str) -> bool:
        began, count = self._counts.get(key, (0.0, 0))
        now = self._clock.now().timestamp()
        if not began <= now < began + A_MINUTE:
            began, count = now, 0
        self._counts[key] = (began, count + 1)
        return count < self._most
