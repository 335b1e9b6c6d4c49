"""Subscriptions and the outbox on both databases: in step, expanded whole or not at all, leased to one at a time."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.deliveries import DeliveryBook, Expansion, NewDelivery
from bot.storage.guilds import GuildBook
from bot.storage.outbox import DEAD, MISSED, PENDING, SENT, Claim, Settled
from bot.storage.ownership import SERVERS
from bot.storage.privacy import PrivacyBook
from bot.storage.schema.announcements import announced, delivery, subscription
from bot.storage.subscriptions import Subscription, SubscriptionBook

BIG = 2**62
ALL = ("pending", "leased", "sent", "missed", "dead", "skipped")


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        for rule in SERVERS:
            await connection.execute(sa.delete(rule.table))
    yield database
    await database.close()


@pytest.fixture
def book(database: Database) -> SubscriptionBook:
    return SubscriptionBook(database)


@pytest.fixture
def outbox(database: Database) -> DeliveryBook:
    return DeliveryBook(database)


def wanted(guild_id: int = BIG, **values: Any) -> Subscription:
    return Subscription(guild_id=guild_id, channel_id=BIG + 1, **{"kinds": ("birthday",), **values})


async def added(book: SubscriptionBook, **values: Any) -> Subscription:
    found = await book.add(wanted(**values), most=25, at=100)
    assert found is not None
    return found


def new(name: str, due_at: int = 100, **values: Any) -> NewDelivery:
    told = ((f"key-{name}", "0d", "2026-11-24", "confirmed", 10_000),)
    return NewDelivery(name, "", {"form": "digest"}, due_at, due_at + 1_000, told=told, **values)


async def fill(outbox: DeliveryBook, of: Subscription, *names: str, **values: Any) -> int:
    return await outbox.expand([Expansion(of, tuple(new(name, **values) for name in names), 500, "facts")])


async def claim(outbox: DeliveryBook, at: int = 100, whose: str = "me", most: int = 10, **values: Any) -> list[Claim]:
    found, _ = await outbox.claim(at, whose=whose, until=at + 90, most=most, wanted=lambda row: True, **values)
    return found


async def test_what_is_added_reads_as_it_was_meant(book: SubscriptionBook) -> None:
    meant = wanted(
        about=("artist:rm", "show:mama"), leads=(0, 7), vote_hours=(3,), hour=9, minute=30, zone="Asia/Tokyo",
        anchor="host", role_id=BIG + 2, silent=True, language="ko", style="each", weekly=True, monthly=True,
        catch_up_hours=0, leap_day="02-28",
    )  # fmt: skip
    kept = await book.add(meant, most=1, at=100)
    assert kept is not None and await book.find(BIG, kept.id) == kept
    for name in ("about", "leads", "vote_hours", "zone", "anchor", "role_id", "silent", "style", "leap_day", "kinds"):
        assert getattr(kept, name) == getattr(meant, name), name
    assert (kept.state, kept.version, kept.next_due_at, kept.origin) == ("active", 1, 100, "added")
    assert await book.add(meant, most=1, at=100) is None, "one may have no more"
    assert await book.find(BIG + 1, kept.id) is None, "another server's is nobody else's"


async def test_two_admins_at_once_and_what_may_be_changed(book: SubscriptionBook) -> None:
    kept = await added(book)
    changed = await book.change(BIG, kept.id, {"about": ("artist:rm",), "hour": 3}, at=200, seen=1)
    assert changed is not None and (changed.about, changed.hour, changed.version) == (("artist:rm",), 3, 2)
    assert await book.change(BIG, kept.id, {"hour": 4}, at=200, seen=1) is None
    nobody = await book.change(BIG, kept.id, {"about": None}, at=200)
    assert nobody is not None and nobody.about is None
    with pytest.raises(ValueError, match="not to be changed"):
        await book.change(BIG, kept.id, {"state": "paused"}, at=200)
    assert await book.change(BIG, 404, {"hour": 4}, at=200) is None


async def test_settings_lead_their_subscription_in_one_transaction(database: Database, book: SubscriptionBook) -> None:
    guilds = GuildBook(database)
    await guilds.change(BIG, 1, {"channel_id": 7, "kinds": ("voting",), "ping_role_id": 8}, at=100)
    (mine,) = await book.of_guild(BIG)
    assert (mine.origin, mine.channel_id, mine.kinds, mine.role_id) == ("settings", 7, ("voting",), 8)
    await guilds.change(BIG, 1, {"games": "hosts"}, at=200)
    assert (await book.of_guild(BIG))[0].version == mine.version, "what is none of its business"
    await guilds.change(BIG, 1, {"zone": "Asia/Tokyo"}, at=300)
    (mine,) = await book.of_guild(BIG)
    assert (mine.zone, mine.next_due_at) == ("Asia/Tokyo", 100), "what is overdue is still looked at"
    assert await book.remove(BIG, mine.id, at=1) is None
    with pytest.raises(ValueError, match="follow the server's settings"):
        await book.change(BIG, mine.id, {"hour": 4}, at=300)
    other = await book.change(BIG, mine.id, {"silent": True}, at=300)
    assert other is not None and other.silent
    await added(book)
    assert [one.origin for one in await book.of_guild(BIG)] == ["settings", "added"]


async def test_a_disabled_one_comes_back_by_revive_or_with_another_channel(
    database: Database, book: SubscriptionBook, outbox: DeliveryBook
) -> None:
    kept = await added(book)
    await fill(outbox, kept, "fresh", "old")
    assert await book.disable(kept.id, "forbidden", at=100) and not await book.disable(kept.id, "gone", at=100)
    for one in await claim(outbox):
        await outbox.settle([Settled(one, DEAD, error="forbidden")])
    async with database.write() as connection:
        await connection.execute(sa.update(delivery).where(delivery.c.occurrence == "old").values(expires_at=150))
    assert await book.revive(BIG, kept.id, at=200) and not await book.revive(BIG, kept.id, at=200)
    assert [(row.occurrence, row.state) for row in await outbox.queue(states=ALL, most=9)] == [
        ("fresh", "pending"), ("old", "dead"),
    ]  # fmt: skip
    await book.disable(kept.id, "gone", at=300)
    moved = await book.change(BIG, kept.id, {"channel_id": 99}, at=300)
    assert moved is not None and (moved.state, moved.why) == ("active", None)
    assert {row.channel_id for row in await outbox.queue(states=(PENDING,), most=9)} == {99}


async def test_removing_forgets_its_deliveries_and_memories(
    database: Database, book: SubscriptionBook, outbox: DeliveryBook
) -> None:
    kept, other = await added(book), await added(book)
    await fill(outbox, kept, "one")
    await fill(outbox, other, "one")
    assert await book.remove(BIG, kept.id, at=1) is not None and await book.remove(BIG, kept.id, at=2) is None
    async with database.read() as connection:
        for table in (delivery, announced):
            assert set(await connection.scalars(sa.select(table.c.subscription_id))) == {other.id}


async def test_due_ones_come_in_order_page_by_page(book: SubscriptionBook) -> None:
    numbers = [(await added(book)).id for _ in range(5)]
    await book.pause(BIG, numbers[1], at=100)
    found, cursor = [], (-1, -1)
    while page := await book.due(100, after=cursor, most=2):
        found += [one.id for one in page]
        cursor = (page[-1].next_due_at, page[-1].id)
    assert found == [numbers[0], *numbers[2:]]
    assert await book.due(99, after=(-1, -1), most=2) == [] and await book.next_due_at(99) == 100


async def test_an_expansion_is_kept_once_and_only_of_what_was_read(
    book: SubscriptionBook, outbox: DeliveryBook
) -> None:
    kept = await added(book)
    assert await fill(outbox, kept, "a", "b") == 1
    assert await fill(outbox, kept, "c") == 0, "somebody expanded it since it was read"
    again = await book.find(BIG, kept.id)
    assert again is not None and (again.next_due_at, again.facts) == (500, "facts")
    await book.change(BIG, kept.id, {"hour": 5}, at=600)
    assert await fill(outbox, again, "c") == 0, "somebody changed it since it was read"
    now = await book.find(BIG, kept.id)
    assert now is not None
    await fill(outbox, now, "b", "c")
    assert [row.occurrence for row in await outbox.queue(states=ALL, most=9)] == ["a", "b", "c"]
    assert await outbox.told([kept.id], ["key-b", "key-x"]) == {(kept.id, "key-b", "0d", "2026-11-24")}
    assert {(one.occurrence, one.state) for one in await outbox.memories([kept.id], 10_000)} == {
        ("key-a", "pending"), ("key-b", "pending"), ("key-c", "pending"),
    }  # fmt: skip
    assert await outbox.memories([kept.id], 10_001) == []


async def test_a_post_can_be_skipped_beforehand(book: SubscriptionBook, outbox: DeliveryBook) -> None:
    kept = await added(book)
    number = await outbox.skip(kept, new("a"), at=100, by=BIG)
    assert number is not None and await outbox.skip(kept, new("a"), at=100, by=BIG) is None
    await fill(outbox, kept, "a", "b")
    assert [(row.occurrence, row.state) for row in await outbox.queue(states=ALL, most=9)] == [
        ("b", "pending"), ("a", "skipped"),
    ]  # fmt: skip


async def test_many_claim_at_once_and_each_delivery_is_one_s(book: SubscriptionBook, outbox: DeliveryBook) -> None:
    kept = await added(book)
    await fill(outbox, kept, *(f"n{number}" for number in range(60)))
    found = await asyncio.gather(*(claim(outbox, whose=f"p{number}", most=20) for number in range(6)))
    ids = [one.id for some in found for one in some]
    assert len(ids) == len(set(ids)) and not any(one.doubtful for some in found for one in some)
    while more := await claim(outbox, whose="last"):
        ids += [one.id for one in more]
    assert len(ids) == len(set(ids)) == 60


async def test_a_lease_that_ended_is_doubtful_and_whoever_sent_it_is_believed(
    book: SubscriptionBook, outbox: DeliveryBook
) -> None:
    kept = await added(book)
    await fill(outbox, kept, "a")
    (first,) = await claim(outbox, whose="first")
    assert await claim(outbox, at=189, whose="second") == [], "it is leased"
    assert await outbox.next_at(100) == 190
    (second,) = await claim(outbox, at=190, whose="second")
    assert second.doubtful and second.lease_until == 190 and second.row["attempts"] == 1
    await outbox.settle([Settled(first, PENDING, retry_at=1)])
    assert [row.state for row in await outbox.queue(states=ALL, most=9)] == ["leased"], "it is not first's any more"
    assert not await outbox.mark_tried(first, 191) and await outbox.mark_tried(second, 191)
    await outbox.settle([Settled(first, SENT, BIG, 195, late=True)])
    await outbox.settle([Settled(second, DEAD, error="no")])
    (row,) = await outbox.queue(states=ALL, most=9)
    assert (row.state, row.message_id, row.sent_at, row.late) == ("sent", BIG, 195, True)
    assert await claim(outbox, at=10_000) == []


async def test_a_try_of_unknown_end_stays_in_doubt(book: SubscriptionBook, outbox: DeliveryBook) -> None:
    await fill(outbox, await added(book), "a")
    (first,) = await claim(outbox)
    await outbox.settle([Settled(first, PENDING, error="x" * 900, retry_at=150, tried_at=110)])
    (again,) = await claim(outbox, at=150)
    assert again.doubtful and again.tried_at == 110 and len(again.row["error"]) == 200


async def test_only_what_is_wanted_is_leased_and_the_rest_is_passed_by(
    book: SubscriptionBook, outbox: DeliveryBook
) -> None:
    mine, theirs = await added(book), await added(book, guild_id=5)
    await fill(outbox, theirs, *(f"t{number}" for number in range(700)))
    await fill(outbox, mine, "a", "b", "c")
    found, cursor = await outbox.claim(100, whose="me", until=190, most=2, wanted=lambda row: row["guild_id"] == BIG)
    assert [one.row["occurrence"] for one in found] == ["a", "b"] and cursor is not None
    found, cursor = await outbox.claim(
        100, whose="me2", until=190, most=2, after=cursor, wanted=lambda row: row["guild_id"] == BIG
    )
    assert [one.row["occurrence"] for one in found] == ["c"] and cursor is None


async def test_operators_and_admins_try_again_drop_and_look_back(book: SubscriptionBook, outbox: DeliveryBook) -> None:
    kept = await added(book)
    await fill(outbox, kept, "a", "b", "c")
    await fill(outbox, (await book.of_guild(BIG))[0], "late", state=MISSED)
    rows = {row.occurrence: row.id for row in await outbox.queue(states=ALL, most=9)}
    assert await outbox.drop(rows["a"], "operator") and not await outbox.drop(rows["a"], "operator")
    assert await outbox.again(rows["late"], 300, 900) and not await outbox.again(rows["b"], 300, 900)
    assert await outbox.leave(BIG) == 3
    history = await outbox.of_guild(BIG, most=2, offset=1)
    assert [row.occurrence for row in history] == ["c", "b"] and await outbox.count_of_guild(BIG) == 4
    assert await outbox.prune(5_000) == 4 and await outbox.count_of_guild(BIG) == 0
    assert await outbox.told([kept.id], ["key-a"]), "a change of it would be news still"


async def test_all_of_a_server_is_erased(database: Database, book: SubscriptionBook, outbox: DeliveryBook) -> None:
    await fill(outbox, await added(book), "a")
    privacy = PrivacyBook(database, SERVERS)
    counts = await privacy.count(BIG)
    assert [counts[name] for name in ("subscription", "delivery", "announced")] == [1, 1, 1]
    await privacy.erase(BIG)
    assert not any((await privacy.count(BIG)).values())
    async with database.read() as connection:
        assert await connection.scalar(sa.select(sa.func.count()).select_from(subscription)) == 0
