"""What falls due becomes deliveries: once for each local date, also after absences, changes and a new hour or zone."""

import asyncio
import datetime

import pytest

from bot.anniversaries.plans import Told
from bot.catalogue.dates import DateStatus, PartialDate
from bot.services.announcements.changes import changed, known_of
from bot.services.announcements.occasions import Occasions
from bot.services.guilds import Guilds
from bot.storage.deliveries import Memory
from bot.storage.guilds import GuildBook
from tests.services.announcements.conftest import Desk

HOUR = 3600
DAY = datetime.timedelta(days=1)
KEY = "ceremony:sun:2026#1"


def everywhere(guild_id: int) -> bool:
    return True


async def test_the_settings_of_a_server_are_its_first_subscription(desk: Desk) -> None:
    guilds = Guilds(GuildBook(desk.database), desk.clock)
    await guilds.change(5, 1, language="ko")
    (first,) = await desk.book.of_guild(5)
    assert (first.origin, first.channel_id, first.language) == ("settings", None, "ko")
    assert await desk.expander.work(everywhere) is None, "it has no channel yet"
    await guilds.change(5, 1, channel_id=50, hour=9, zone="Europe/London", kinds=("birthdays",), ping_role_id=7)
    (first,) = await desk.book.of_guild(5)
    assert (first.channel_id, first.hour, first.zone) == (50, 9, "Europe/London")
    assert (first.kinds, first.role_id, first.state) == (("birthdays",), 7, "active")
    due = await desk.expander.work(everywhere)
    assert due == datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC).timestamp()
    await guilds.change(5, 1, channel_id=None)
    assert await desk.expander.work(everywhere) is None


async def test_a_changed_hour_tells_no_date_twice(desk: Desk) -> None:
    one = await desk.subscribe(hour=21)
    desk.clock.time = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)  # 21:00 in Seoul
    await desk.work()
    await desk.book.change(1, one.id, {"hour": 23}, at=desk.now)
    for _ in range(3):
        desk.clock.time += datetime.timedelta(hours=2)
        await desk.work()
    assert [row.occurrence for row in await desk.rows()] == [
        "digest:2026-11-23@Asia/Seoul", "digest:2026-11-24@Asia/Seoul",
    ]  # fmt: skip


async def test_a_changed_zone_tells_nothing_twice(desk: Desk) -> None:
    one = await desk.subscribe(kinds=("release",), about=("artist:aurora",))
    desk.clock.time = datetime.datetime(2026, 11, 26, 16, tzinfo=datetime.UTC)  # the 27th in Seoul
    await desk.work()
    await desk.book.change(1, one.id, {"zone": "America/New_York"}, at=desk.now)
    for _ in range(4):
        desk.clock.time += datetime.timedelta(hours=11)
        await desk.work()
    assert len(await desk.rows()) == 1


async def test_a_change_while_it_was_away_loses_nothing(desk: Desk) -> None:
    one = await desk.subscribe(hour=0)
    await desk.work()
    desk.clock.time += datetime.timedelta(hours=5)  # midnight in Seoul has passed, and nobody has looked
    await desk.book.change(1, one.id, {"silent": True}, at=desk.now)
    await desk.work()
    assert await desk.states() == ["sent"]


async def test_who_was_away_for_a_week_gets_one_post_and_a_history(desk: Desk) -> None:
    await desk.subscribe(hour=20)
    await desk.work()
    desk.clock.time += 7 * DAY
    await desk.work()
    assert await desk.states() == ["missed"] * 6 + ["sent"]
    desk.clock.time += 100 * DAY
    await desk.work()
    assert len(await desk.rows()) == 7 + 31, "what was missed longer ago is in no history"


async def test_a_paused_one_tells_nothing_of_the_meantime(desk: Desk) -> None:
    one = await desk.subscribe(hour=20)
    assert await desk.book.pause(1, one.id, at=desk.now) and not await desk.book.pause(1, one.id, at=desk.now)
    desk.clock.time += 3 * DAY
    await desk.work()
    assert await desk.book.resume(1, one.id, at=desk.now) and not await desk.book.resume(1, one.id, at=desk.now)
    await desk.work()
    assert await desk.rows() == []
    desk.clock.time += DAY
    await desk.work()
    assert await desk.states() == ["sent"]


async def test_two_processes_expand_each_date_once(desk: Desk) -> None:
    for number in range(40):
        await desk.subscribe(guild_id=number)
    desk.clock.time += DAY
    await asyncio.gather(*(desk.expander.work(everywhere) for _ in range(3)))
    assert len(await desk.rows()) == 40


async def test_one_that_cannot_be_understood_holds_nobody_up(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    await desk.subscribe(zone="Moon/Tranquility")
    await desk.subscribe(guild_id=2)
    desk.clock.time += DAY
    await desk.expander.work(everywhere)
    assert [row.guild_id for row in await desk.rows()] == [2] and "cannot be expanded" in caplog.text


async def test_a_date_that_was_told_and_moves_is_told_once_more(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    about = {"kinds": ("ceremony",), "about": ("show:sun",), "leads": (0, 30)}
    await desk.subscribe(**about)
    desk.clock.time = datetime.datetime(2026, 11, 30, 16, tzinfo=datetime.UTC)
    await desk.work()
    assert [row.payload["told"] for row in await desk.rows()] == [[[KEY, "30d", "2026-12-30", "expected"]]]
    moved = PartialDate(2027, 1, 8, DateStatus.CONFIRMED)
    monkeypatch.setitem(desk.occasions._dates, KEY, (moved, False))
    desk.occasions.__dict__["facts"] = "other"
    for _ in range(3):
        desk.clock.time += DAY
        await desk.work()
    (_, change) = await desk.rows()
    assert change.payload["form"] == "change" and change.state == "sent"
    assert change.payload["told"] == [[KEY, "change", "2027-01-08", "confirmed", "2026-12-30 expected"]]


def memory(date: str, status: str = "expected", lead: str = "30d", state: str | None = "sent") -> Memory:
    return Memory(1, KEY, lead, date, status, state, 0)


@pytest.mark.parametrize(
    ("before", "date", "off", "news"),
    [
        (memory("2026-12"), "2026-12-30", False, True),  # it has a day now
        (memory("2026-12-30"), "2026-12-30", False, True),  # and now it is sure
        (memory("2026-12-30", "confirmed"), "2026-12-30", False, False),
        (memory("2026-12-30", "confirmed"), "2026-12-31", False, True),
        (memory("2026-12-30", "confirmed"), "2026-12-30", True, True),
        (memory("2026-12-30", "cancelled", "change"), "2026-12-30", True, False),
        (memory("2026-12-30", "cancelled", "change"), "2026-12-30", False, True),  # and on again
        (memory("2026-12-29", state="missed"), "2026-12-30", False, False),  # nobody was told
        (memory("2026-12-29", state=None), "2026-12-30", False, False),
        (memory("2026-12-29", state="pending"), "2026-12-30", False, True),
        (memory("2026-12-29"), "2026-11-02", False, False),  # long over
    ],
)
def test_what_is_news(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, before: Memory, date: str, off: bool, news: bool
) -> None:
    occasions: Occasions = desk.occasions
    monkeypatch.setitem(occasions._dates, KEY, (PartialDate.parse(date), off))
    found = changed(known_of(occasions, ()), [before], datetime.date(2026, 11, 24))
    status = "cancelled" if off else "confirmed"
    assert found == ([Told(KEY, "change", date, status, f"{before.date} {before.status}")] if news else [])


def test_a_change_that_was_told_is_what_counts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(desk.occasions._dates, KEY, (PartialDate.parse("2026-12-30"), False))
    told = [memory("2026-12-30", "confirmed"), memory("2026-12-31", "confirmed", "change")]
    (back,) = changed(known_of(desk.occasions, ()), told, datetime.date(2026, 11, 24))
    assert back.before == "2026-12-31 confirmed"
