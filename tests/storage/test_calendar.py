"""Events, reminders, feeds and ping roles as they are kept, on both databases."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from msgspec.structs import replace

from bot.catalogue.dates import PartialDate
from bot.storage.database import Database
from bot.storage.events import EventBook
from bot.storage.feeds import FeedBook
from bot.storage.guilds import GuildBook
from bot.storage.outbox import Settled
from bot.storage.ping_roles import Panel, PingRole, PingRoleBook
from bot.storage.reminders import DEAD, MISSED, PENDING, SENT, SKIPPED, Draft, ReminderBook
from tests.storage.test_migrations import REPORT, fill, migrate

MAX = 2**63 - 1
EVENT = {"title": "🎂 생일", "date": PartialDate(2026, 3), "yearly": True, "zone": None, "note": ""}
DRAFT = Draft(7, MAX, None, None, "ko", "Asia/Seoul", "", "메모 🏆", "", None, None, None, 1_000, 50_000)


@pytest.fixture
async def database(empty: str) -> AsyncIterator[Database]:
    database = Database(empty)
    await database.open()
    yield database
    await database.close()


async def test_0010_keeps_what_0009_holds(empty: str) -> None:
    await migrate(empty, "0009")
    await fill(empty, report=REPORT)
    database = Database(empty)
    await database.open()
    kept = await EventBook(database).add(1, 2, EVENT, at=5, most=1)
    assert kept is not None and kept.title == "🎂 생일"
    await database.close()


async def test_events(database: Database) -> None:
    book = EventBook(database)
    first = await book.add(MAX, 2, EVENT, at=5, most=2)
    assert first is not None and (first.date, first.yearly, first.revision) == (PartialDate(2026, 3), True, 0)
    assert await book.add(MAX, 2, EVENT | {"title": "b"}, at=5, most=2) is not None
    assert await book.add(MAX, 2, EVENT, at=5, most=2) is None, "no more than it may have"
    assert await book.add(1, 2, EVENT, at=5, most=2) is not None, "another server is not concerned"
    changed = await book.change(MAX, 3, first.id, {"date": PartialDate(2027, 1, 2)}, at=6)
    assert changed == replace(first, date=PartialDate(2027, 1, 2), updated_at=6, revision=1)
    assert await book.change(1, 3, first.id, {"title": "x"}, at=6) is None, "nobody changes another server's"
    assert await book.remove(1, 3, first.id, at=7) is None
    assert await book.remove(MAX, 3, first.id, at=7) == changed and await book.remove(MAX, 3, first.id, at=7) is None
    assert [one.title for one in await book.of_guild(MAX)] == ["b"]
    changes = await GuildBook(database).changes(MAX)
    assert [(one.user_id, one.what, one.before, one.after) for one in changes] == [
        (3, "events", "🎂 생일", None),
        (3, "events", "🎂 생일", "🎂 생일"),
        (2, "events", None, "b"),
        (2, "events", None, "🎂 생일"),
    ]


async def test_a_reminder_is_told_by_one_of_two_processes(database: Database) -> None:
    book = ReminderBook(database)
    kept = await book.add(DRAFT, agreed=True, at=5, most=50)
    assert kept is not None and kept.state == PENDING
    claims = await asyncio.gather(
        *(
            book.claim(1_000, whose=who, until=1_100, most=5, wanted=lambda row: row["application_id"] == 7)
            for who in ("a", "b")
        )
    )
    ((claim,),) = [found for found, _ in claims if found]
    assert not claim.doubtful and await book.next_at(1_000) == 1_100
    await book.settle([Settled(claim, SENT, message_id=9, sent_at=1_001, late=True)])
    found = await book.find(MAX, kept.id)
    assert found is not None and (found.state, found.message_id, found.late) == (SENT, 9, True)
    nobody = await book.claim(2_000, whose="c", until=2_100, most=5, wanted=lambda row: True)
    assert nobody == ([], None)


async def test_a_snooze_counts_once_and_only_for_what_was_told(database: Database) -> None:
    book = ReminderBook(database)
    kept = await book.add(DRAFT, agreed=True, at=5, most=50)
    assert kept is not None
    assert not await book.postpone(MAX, kept.id, 1_000, 2_000, 3_000), "it was not told yet"
    (claim,), _ = await book.claim(1_000, whose="a", until=1_100, most=5, wanted=lambda row: True)
    await book.settle([Settled(claim, SENT, message_id=9, sent_at=1_001)])
    assert not await book.postpone(1, kept.id, 1_000, 2_000, 3_000), "it is somebody else's"
    both = await asyncio.gather(*(book.postpone(MAX, kept.id, 1_000, due, 9_000) for due in (2_000, 3_000)))
    assert sorted(both) == [False, True]
    (again,) = await book.of_member(MAX, PENDING)
    assert again.due_at in (2_000, 3_000)
    (claim,), _ = await book.claim(3_000, whose="b", until=3_100, most=5, wanted=lambda row: True)
    assert not claim.doubtful, "it is a new telling"


async def test_how_many_wait_and_how_long_a_question_does(database: Database) -> None:
    book = ReminderBook(database)
    asked = await book.add(DRAFT, agreed=False, at=5, most=1)
    assert asked is not None and asked.state == SKIPPED
    newer = await book.add(DRAFT, agreed=False, at=6, most=1)
    assert newer is not None and await book.find(MAX, asked.id) is None, "the last question counts"
    assert await book.agree(MAX, newer.id, {"guild_id": 3, "channel_id": 4})
    assert not await book.agree(MAX, newer.id, {"guild_id": None, "channel_id": None}), "once"
    found = await book.find(MAX, newer.id)
    assert found is not None and (found.state, found.guild_id, found.channel_id) == (PENDING, 3, 4)
    assert await book.add(DRAFT, agreed=True, at=7, most=1) is None
    assert await book.add(replace(DRAFT, user_id=1), agreed=False, at=8, most=1) is not None
    assert await book.forget(ended_before=10**6, asked_before=8) == 0
    assert await book.forget(ended_before=10**6, asked_before=9) == 1, "and what waits stays"
    assert await book.remove(1, newer.id) is None and (await book.remove(MAX, newer.id)) == found
    assert not await book.of_member(MAX, PENDING, SENT, MISSED, DEAD, SKIPPED)


async def test_who_takes_direct_messages(database: Database) -> None:
    book = ReminderBook(database)
    assert not await book.takes_messages(MAX)
    await asyncio.gather(book.take_messages(MAX, True, 5), book.take_messages(MAX, True, 6))
    assert await book.takes_messages(MAX) and not await book.takes_messages(1)
    await book.take_messages(MAX, False, 7)
    assert not await book.takes_messages(MAX)


async def test_feeds_are_found_by_their_token_alone(database: Database) -> None:
    book = FeedBook(database)
    values = {"user_id": MAX, "guild_id": 3, "subject": "server", "subject_id": "", "locale": "ko"}
    feed = await book.add("secret", values, at=5, most=1)
    assert feed is not None and await book.by_token("secret") == feed and await book.by_token("Secret") is None
    assert await book.add("other", values, at=5, most=1) is None
    assert await book.count_of_guild(3) == 1 and not await book.remove(1, feed.id)
    assert await book.remove(MAX, feed.id) and await book.by_token("secret") is None
    await book.add("third", values, at=6, most=1)
    assert await book.remove_of_guild(4) == 0 and await book.remove_of_guild(3) == 1


async def test_ping_roles(database: Database) -> None:
    book = PingRoleBook(database)
    assert await book.put(3, 2, PingRole(MAX, "시상식"), at=5, most=2)
    assert await book.put(3, 2, PingRole(8, ""), at=6, most=2)
    assert not await book.put(3, 2, PingRole(9, ""), at=7, most=2)
    assert await book.put(3, 2, PingRole(8, "news"), at=7, most=2), "said anew, it is none more"
    assert await book.of_guild(3) == [PingRole(MAX, "시상식"), PingRole(8, "news")] and not await book.of_guild(4)
    assert await book.remove(3, 2, MAX, at=8) and not await book.remove(3, 2, MAX, at=8)
    assert await book.panel(3) is None
    for panel in (Panel(1, MAX), Panel(2, 5)):
        await book.place(3, panel)
        assert await book.panel(3) == panel
