"""From a subscription to a message on both databases: what several processes and admins may do to the same post."""

import asyncio
import datetime
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from bot.catalogue import Catalogue
from bot.errors import Refused, StorageTrouble
from bot.services.announcements.expander import Expander
from bot.services.announcements.preview import Preview
from bot.services.announcements.subscriptions import Subscriptions
from bot.services.events import Events
from bot.services.guilds import Guilds
from bot.services.zones import Zones
from bot.storage.database import Database
from bot.storage.events import EventBook
from bot.storage.guilds import GuildBook
from bot.storage.ownership import SERVERS
from bot.storage.schema import audit
from tests.conftest import StillClock
from tests.services.announcements.conftest import Desk, furnished, little

__all__ = ["little"]
DAY = datetime.timedelta(days=1)
NEXT_MIDNIGHT = datetime.datetime(2026, 11, 23, 15, tzinfo=datetime.UTC)  # in Seoul
ADMIN = 2**62 + 3


def everywhere(guild_id: int) -> bool:
    return True


@pytest.fixture
async def desk(url: str, clock: StillClock, little: Catalogue) -> AsyncIterator[Desk]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        for rule in SERVERS:
            await connection.execute(sa.delete(rule.table))
    yield furnished(database, clock, little)
    await database.close()


async def traces(desk: Desk) -> list[tuple[str, int]]:
    async with desk.database.read() as connection:
        rows = await connection.execute(sa.select(audit.c.what, audit.c.user_id).order_by(audit.c.id))
        return [(row[0], row[1]) for row in rows]


async def test_three_processes_expand_and_send_each_post_once(desk: Desk) -> None:
    for number in range(12):
        await desk.subscribe(guild_id=number, channel_id=number % 3)
    desk.clock.time = NEXT_MIDNIGHT
    await asyncio.gather(*(desk.expander.work(everywhere) for _ in range(3)))
    announcers = (desk.announcer, desk.another("second"), desk.another("third"))
    await asyncio.gather(*(announcer.work() for announcer in announcers))
    assert await desk.states() == ["sent"] * 12 and len(desk.discord.messages) == 12


async def test_skip_and_resend_are_told_with_who_did_them(desk: Desk) -> None:
    of = await desk.subscribe()
    preview = Preview(desk.expander, desk.deliveries, desk.clock)
    row = await preview.skip(of, ADMIN)
    desk.clock.time = NEXT_MIDNIGHT
    await desk.work()
    assert desk.discord.messages == [] and await desk.states() == ["skipped"]
    await preview.resend(1, ADMIN, row.id)
    with pytest.raises(Refused):
        await preview.resend(1, ADMIN, row.id)
    await desk.work()
    assert len(desk.discord.messages) == 1 and await desk.states() == ["sent"]
    assert await traces(desk) == [("announcement-skipped", ADMIN), ("announcement-resent", ADMIN)]


async def test_what_admins_change_leaves_its_trace_with_the_change_or_not_at_all(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    subscriptions = Subscriptions(desk.book, Guilds(GuildBook(desk.database), desk.clock), desk.clock)
    kept = await subscriptions.add(1, ADMIN, 10, hour=3)
    await subscriptions.change(1, ADMIN, kept.id, hour=4)
    await subscriptions.pause(1, ADMIN, kept.id)
    assert not await subscriptions.pause(1, ADMIN, kept.id)
    await subscriptions.resume(1, ADMIN, kept.id)
    await desk.book.disable(kept.id, "gone", at=desk.now)
    await subscriptions.resume(1, ADMIN, kept.id)

    async def fail(*_: object) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr("bot.storage.subscriptions.note_down", fail)
        with pytest.raises(StorageTrouble, match="full"):
            await subscriptions.remove(1, ADMIN, kept.id)
    assert (await subscriptions.find(1, kept.id)).hour == 4, "without a trace nothing is removed"
    await subscriptions.remove(1, ADMIN, kept.id)
    words = ("added", "changed", "paused", "resumed", "resumed", "removed")
    assert await traces(desk) == [(f"announcement-{word}", ADMIN) for word in words]


@pytest.mark.parametrize("yearly", [False, True])
async def test_an_own_event_that_moves_is_told_once_to_who_was_told_the_old_date(desk: Desk, yearly: bool) -> None:
    told, moved_to = "2026-12-01", "2027-01-04"
    events = Events(EventBook(desk.database), Guilds(GuildBook(desk.database), desk.clock), Zones(), desk.clock)
    desk.expander = Expander(desk.book, desk.deliveries, desk.occasions, desk.clock, events)
    kept = await events.add(1, ADMIN, title="Cup sleeves", date=told, yearly=yearly, zone=None, note="")
    await events.add(2, ADMIN, title="Elsewhere", date=told, yearly=yearly, zone=None, note="")
    await desk.subscribe(kinds=("event",), leads=(0, 7))
    await desk.subscribe(kinds=("event",), leads=(0,))
    desk.clock.time = NEXT_MIDNIGHT
    await desk.work()
    assert [row.payload["told"] for row in await desk.rows()] == [[[f"own:{kept.id}:2026", "7d", told, "confirmed"]]]
    await events.edit(1, ADMIN, kept.id, date=moved_to)
    for _ in range(3):
        desk.clock.time += DAY
        await desk.work()
    _, change = await desk.rows()
    assert change.payload["told"] == [[f"own:{kept.id}:2026", "change", moved_to, "confirmed", f"{told} confirmed"]]
    assert change.state == "sent"
    desk.clock.time = datetime.datetime(2027, 1, 3, 15, tzinfo=datetime.UTC)
    await desk.work()
    assert {row.payload["day"] for row in (await desk.rows())[2:]} >= {"2027-01-04"}, "the new date is told as well"
