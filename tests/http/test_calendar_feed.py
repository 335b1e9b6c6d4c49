"""The calendar feed over a real socket: what a calendar application gets, and what anybody else does not."""

import asyncio
import datetime
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import icalendar
import pytest

from bot.catalogue import Catalogue
from bot.errors import PortTaken, SettingsError, StorageTrouble
from bot.http.calendar import MOST_OF_TOKEN, MOST_UNKNOWN
from bot.http.server import HttpServer
from bot.services.agenda import Agenda
from bot.services.calendar_maker import Calendar, CalendarMaker, CalendarOf
from bot.services.calendars import Calendars
from bot.services.events import Events
from bot.services.follows import Follows
from bot.services.guilds import Guilds
from bot.services.zones import Zones
from bot.settings import Settings, load_settings
from bot.storage.database import Database
from bot.storage.events import EventBook
from bot.storage.feeds import FeedBook
from bot.storage.follows import FollowBook
from bot.storage.guilds import GuildBook
from bot.text import WordBook
from tests.conftest import StillClock

GUILD = 5


class Site:
    """A feed that listens on a free port, and somebody who asks it."""

    def __init__(self, calendars: Calendars, events: Events, clock: StillClock) -> None:
        self.calendars, self.events = calendars, events
        self.ready = True
        self.server = HttpServer(calendars, clock, "127.0.0.1", 0, lambda: self.ready)
        self.session = aiohttp.ClientSession()

    async def open(self) -> None:
        await self.server.start()
        runner = self.server._runner
        assert runner is not None
        self.port = runner.addresses[0][1]

    async def address(self) -> str:
        shown = await self.calendars.subscribe(1, CalendarOf("server", guild_id=GUILD), "ko")
        return shown.replace("https://feeds.example.org", f"http://127.0.0.1:{self.port}")

    async def get(self, address: str, **headers: str) -> aiohttp.ClientResponse:
        async with self.session.get(address, headers={name.replace("_", "-"): v for name, v in headers.items()}) as got:
            await got.read()
            return got


@pytest.fixture
async def site(tmp_path: Path, catalogue: Catalogue, words: WordBook, clock: StillClock) -> AsyncIterator[Site]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/x.db")
    await database.open()
    guilds, follows = Guilds(GuildBook(database), clock), Follows(FollowBook(database), clock)
    events = Events(EventBook(database), guilds, Zones(), clock)
    maker = CalendarMaker(catalogue, Agenda(catalogue, clock), clock)
    book = FeedBook(database)
    calendars = Calendars(maker, guilds, follows, events, words, book, clock, "https://feeds.example.org")
    site = Site(calendars, events, clock)
    await site.open()
    yield site
    await site.session.close()
    await site.server.stop()
    await database.close()


async def test_it_stays_current_and_says_when_nothing_changed(site: Site, clock: StillClock) -> None:
    address = await site.address()
    first = await site.get(address)
    assert (first.status, first.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert "private" in first.headers["Cache-Control"] and first.headers["Referrer-Policy"] == "no-referrer"
    assert str(icalendar.Calendar.from_ical(await first.text())["X-WR-CALNAME"]) == "서버 일정 · 로렐"
    tag, changed = first.headers["ETag"], first.headers["Last-Modified"]
    assert (await site.get(address, If_None_Match=tag)).status == 304
    assert (await site.get(address, If_None_Match=f'"other", W/{tag}')).status == 304
    assert (await site.get(address, If_Modified_Since=changed)).status == 304
    assert (await site.get(address, If_Modified_Since="nonsense")).status == 200
    kept = await site.events.add(GUILD, 1, title="생일 🎂", date="2026-12-04", yearly=False, zone=None, note="")
    clock.time += datetime.timedelta(minutes=10)
    second = await site.get(address, If_None_Match=tag)
    assert second.status == 200 and second.headers["ETag"] != tag
    assert "생일 🎂" in [str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(await second.text()).events]
    await site.events.remove(GUILD, 1, kept.id)
    clock.time += datetime.timedelta(minutes=10)
    third = await site.get(address, If_Modified_Since=second.headers["Last-Modified"])
    assert third.status == 200 and third.headers["ETag"] == tag, "what was taken away is a change as well"


async def test_whoever_has_no_token_learns_nothing(site: Site) -> None:
    address = await site.address()
    token = address.rpartition("/")[2].removesuffix(".ics")
    other = "A" if token[-1] != "A" else "B"
    strangers = [token[:-1] + other, "x" * 43, "x", "x" * 5_000, "%2e%2e", "가" * 43, token + "%00"]
    answers = [await site.get(f"http://127.0.0.1:{site.port}/calendar/{text}.ics") for text in strangers]
    assert {(answer.status, await answer.text()) for answer in answers} == {(404, "There is no such calendar.\n")}
    for path in ("/", "/calendar", "/calendar/", "/favicon.ico", "/calendar/../../etc/passwd"):
        assert (await site.get(f"http://127.0.0.1:{site.port}{path}")).status == 404
    (feed,) = await site.calendars.addresses(1)
    await site.calendars.revoke(1, feed.id)
    assert (await site.get(address)).status == 404


async def test_requests_are_bounded_and_strangers_bound_nobody_else(site: Site, clock: StillClock) -> None:
    address = await site.address()
    assert (await site.get(address)).status == 200
    stranger = f"http://127.0.0.1:{site.port}/calendar/{'x' * 43}.ics"
    statuses = [(await site.get(stranger)).status for _ in range(MOST_UNKNOWN + 5)]
    assert set(statuses) == {404, 429} and statuses[-1] == 429
    own = [(await site.get(address)).status for _ in range(MOST_OF_TOKEN + 5)]
    assert own[0] == 200 and own[-1] == 429
    clock.time += datetime.timedelta(minutes=1)
    assert (await site.get(address)).status == 200


async def test_a_bot_that_is_not_ready_and_a_database_in_trouble(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    address = await site.address()
    site.ready = False
    assert (await site.get(address)).status == 503
    site.ready = True

    async def broken(token: str) -> None:
        raise StorageTrouble("locked")

    monkeypatch.setattr(site.calendars, "feed", broken)
    answer = await site.get(address)
    assert answer.status == 503 and answer.headers["Retry-After"]


async def test_many_at_once_are_answered_from_one_making(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    address = await site.address()
    make, made = site.calendars.file, []

    async def counted(of: CalendarOf, locale: str) -> Calendar:
        made.append(of)
        return await make(of, locale)

    monkeypatch.setattr(site.calendars, "file", counted)
    answers = await asyncio.gather(*(site.get(address) for _ in range(MOST_OF_TOKEN)))
    assert {answer.status for answer in answers} == {200} and len(made) == 1


async def test_a_port_that_is_taken_is_one_line(site: Site, clock: StillClock) -> None:
    other = HttpServer(site.calendars, clock, "127.0.0.1", site.port, lambda: True)
    with pytest.raises(PortTaken, match=rf"Port {site.port} is taken. Set CALENDAR_PORT to another"):
        await other.start()
    await other.stop()


def test_settings() -> None:
    assert Settings().feeds_url is None and Settings(public_url="https://a.example").feeds_url is None
    assert Settings(calendar_port=8_080).feeds_url == "http://127.0.0.1:8080"
    environ = {"CALENDAR_PORT": "8080", "PUBLIC_URL": "https://a.example/x/", "HTTP_HOST": "0.0.0.0"}
    assert load_settings(environ, None).feeds_url == "https://a.example/x"
    for wrong in (
        {"CALENDAR_PORT": "0"},
        {"CALENDAR_PORT": "x"},
        {"PUBLIC_URL": "ftp://x"},
        {"PUBLIC_URL": "https://a?b"},
    ):
        with pytest.raises(SettingsError, match=next(iter(wrong))):
            load_settings(wrong, None)
