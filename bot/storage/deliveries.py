"""Keeps the deliveries of announcements: put in by the expander in one transaction, read by histories and operators.

How they are claimed and settled is outbox.py's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.audits import note_down
from bot.storage.database import Database
from bot.storage.outbox import DEAD, LEASED, MISSED, PENDING, SENT, SKIPPED, Outbox
from bot.storage.schema.announcements import announced, delivery, subscription
from bot.storage.subscriptions import ACTIVE, Subscription
from bot.storage.upserts import upsert


class NewDelivery(msgspec.Struct, frozen=True):
    """One to put in. `state` is pending, missed when it was too late already, skipped when nobody wants it.

    `told` are (occurrence, lead, date, status, watched_until) of what it tells, for the memory of what was told.
    """

    occurrence: str
    lead: str
    payload: Mapping[str, Any]
    due_at: int
    expires_at: int
    state: str = PENDING
    told: tuple[tuple[str, str, str, str, int], ...] = ()


class Expansion(msgspec.Struct, frozen=True):
    """What becomes of a subscription as it was read: its deliveries, and when it wants to be looked at next."""

    subscription: Subscription
    new: tuple[NewDelivery, ...]
    next_due_at: int
    facts: str


class Delivery(msgspec.Struct, frozen=True):
    """One row, for histories and operators. `state`: pending, leased, sent, missed, dead, skipped."""

    id: int
    subscription_id: int
    guild_id: int
    channel_id: int
    occurrence: str
    lead: str
    payload: Mapping[str, Any]
    state: str
    due_at: int
    expires_at: int
    retry_at: int
    attempts: int
    message_id: int | None
    sent_at: int | None
    late: bool
    error: str | None


AT_ONCE = 100
ENDED = (SENT, MISSED, DEAD, SKIPPED)
NAMES = tuple(Delivery.__struct_fields__)


class Memory(msgspec.Struct, frozen=True):
    """That an occurrence was told with a date, by a delivery in `state`."""

    subscription_id: int
    occurrence: str
    lead: str
    date: str
    status: str
    state: str | None
    watched_until: int


class DeliveryBook(Outbox):
    """All deliveries of announcements."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, delivery)

    async def expand(self, expansions: Sequence[Expansion]) -> int:
        """Puts deliveries in and moves their subscriptions on, all in one transaction; how many subscriptions moved.

        One that somebody changed, or expanded, since it was read is left for another look. A delivery that is there
        already stays as it is, and what it tells is not remembered anew.
        """
        seen = {one.subscription.id: one for one in expansions}
        table = subscription
        query = sa.select(table.c.id, table.c.version, table.c.next_due_at)
        query = query.where(table.c.id.in_(list(seen)), table.c.state == ACTIVE).order_by(table.c.id).with_for_update()
        async with self._database.write() as connection:
            found = (await connection.execute(query)).all()
            mine = [
                seen[row.id]
                for row in found
                if (row.version, row.next_due_at)
                == (seen[row.id].subscription.version, seen[row.id].subscription.next_due_at)
            ]
            if not mine:
                return 0
            moved = sa.update(table).where(table.c.id == sa.bindparam("b_id"))
            moved = moved.values(next_due_at=sa.bindparam("b_next"), facts=sa.bindparam("b_facts"))
            rows = [{"b_id": one.subscription.id, "b_next": one.next_due_at, "b_facts": one.facts} for one in mine]
            await connection.execute(moved, rows)
            await self._put_in(connection, mine)
            return len(mine)

    async def _put_in(self, connection: AsyncConnection, mine: Sequence[Expansion]) -> None:
        new = {_key(one.subscription.id, each): (one.subscription, each) for one in mine for each in one.new}
        if not new:
            return
        columns = (delivery.c.subscription_id, delivery.c.occurrence, delivery.c.lead)
        there = sa.select(*columns).where(
            delivery.c.subscription_id.in_({key[0] for key in new}), delivery.c.occurrence.in_({key[1] for key in new})
        )
        for row in await connection.execute(there):
            new.pop((row[0], row[1], row[2]), None)
        if not new:
            return
        for some in _handfuls([_row(*pair) for pair in new.values()]):
            await connection.execute(sa.insert(delivery), some)
        told = {
            (row["subscription_id"], row["occurrence"], row["lead"]): row for p in new.values() for row in _told(*p)
        }
        if told:
            insert = upsert(connection.dialect.name, announced)
            renewed = {name: insert.excluded[name] for name in ("date", "status", "post", "post_lead", "watched_until")}
            keys = ["subscription_id", "occurrence", "lead"]
            query = insert.on_conflict_do_update(index_elements=keys, set_=renewed)
            for some in _handfuls(list(told.values())):
                await connection.execute(query, some)

    async def told(self, subscription_ids: Iterable[int], occurrences: Iterable[str]) -> set[tuple[int, str, str, str]]:
        """Which (subscription, occurrence, lead, date) were put in already, of these occurrences."""
        query = sa.select(announced.c.subscription_id, announced.c.occurrence, announced.c.lead, announced.c.date)
        query = query.where(
            announced.c.subscription_id.in_(list(subscription_ids)), announced.c.occurrence.in_(list(occurrences))
        )
        async with self._database.read() as connection:
            return {(row[0], row[1], row[2], row[3]) for row in await connection.execute(query)}

    async def memories(self, subscription_ids: Iterable[int], since: int) -> list[Memory]:
        """What was told of dates whose change is still news at `since` (UTC seconds), with how the telling ended."""
        post = sa.and_(
            delivery.c.subscription_id == announced.c.subscription_id,
            delivery.c.occurrence == announced.c.post,
            delivery.c.lead == announced.c.post_lead,
        )
        names = ("subscription_id", "occurrence", "lead", "date", "status")
        query = sa.select(*(announced.c[name] for name in names), delivery.c.state, announced.c.watched_until)
        query = query.outerjoin_from(announced, delivery, post).where(
            announced.c.subscription_id.in_(list(subscription_ids)), announced.c.watched_until >= since
        )
        async with self._database.read() as connection:
            rows: list[Sequence[Any]] = list(await connection.execute(query))
            return [Memory(*row) for row in rows]

    async def of_guild(
        self, guild_id: int, *, most: int, offset: int = 0, of: int = 0, states: Sequence[str] = ENDED
    ) -> list[Delivery]:
        """A server's, the latest first; those of the subscription `of` alone unless it is 0."""
        query = sa.select(*_COLUMNS).where(*_those(guild_id, of, states))
        return await self._list(query.order_by(delivery.c.id.desc()).offset(offset).limit(most))

    async def count_of_guild(self, guild_id: int, *, of: int = 0, states: Sequence[str] = ENDED) -> int:
        query = sa.select(sa.func.count()).where(*_those(guild_id, of, states))
        async with self._database.read() as connection:
            return await connection.scalar(query) or 0

    async def find(self, number: int) -> Delivery | None:
        found = await self._list(sa.select(*_COLUMNS).where(delivery.c.id == number))
        return found[0] if found else None

    async def keys(self, subscription_id: int, occurrences: Iterable[str]) -> set[tuple[str, str]]:
        """Which (occurrence, lead) of a subscription there are already, in whatever state."""
        query = sa.select(delivery.c.occurrence, delivery.c.lead).where(delivery.c.subscription_id == subscription_id)
        async with self._database.read() as connection:
            rows = await connection.execute(query.where(delivery.c.occurrence.in_(list(occurrences))))
            return {(row[0], row[1]) for row in rows}

    async def skip(self, of: Subscription, new: NewDelivery, *, at: int, by: int) -> int | None:
        """Keeps beforehand that a post to come is not wanted, and who said so; the number of what stands for it, None
        when it is there already.
        """
        async with self._database.write() as connection:
            there = sa.select(delivery.c.id).where(
                delivery.c.subscription_id == of.id,
                delivery.c.occurrence == new.occurrence,
                delivery.c.lead == new.lead,
            )
            if await connection.scalar(there) is not None:
                return None
            row = _row(of, new) | {"state": SKIPPED, "error": "skipped"}
            number = (await connection.execute(sa.insert(delivery).values(row))).inserted_primary_key
            assert number is not None
            what = {"id": of.id, "post": new.occurrence}
            await note_down(connection, of.guild_id, by, "announcement-skipped", None, what, at)
            return int(number[0])

    async def resend(self, row: Delivery, at: int, expires_at: int, *, now: int, by: int) -> bool:
        """As `again`, and keeps who wanted it."""
        async with self._database.write() as connection:
            if not await self._again(connection, row.id, at, expires_at):
                return False
            what = {"id": row.subscription_id, "post": row.occurrence}
            await note_down(connection, row.guild_id, by, "announcement-resent", None, what, now)
            return True

    async def queue(self, *, states: Sequence[str], most: int) -> list[Delivery]:
        """Of all servers, for the operator: what waits, the first to be tried first; then the rest, latest first."""
        waits = delivery.c.state.in_((PENDING, LEASED))
        order = (
            sa.case((waits, 0), else_=1),
            sa.case((waits, delivery.c.retry_at), else_=-delivery.c.id),
            delivery.c.id,
        )
        return await self._list(sa.select(*_COLUMNS).where(delivery.c.state.in_(states)).order_by(*order).limit(most))

    async def leave(self, guild_id: int) -> int:
        """Laurel is no longer in the server: what waits is dropped. How many there were."""
        waiting = sa.update(delivery).where(delivery.c.guild_id == guild_id, delivery.c.state == PENDING)
        async with self._database.write() as connection:
            return (await connection.execute(waiting.values(state=SKIPPED, error="left"))).rowcount

    async def prune(self, before: int, most: int = 2_000) -> int:
        """Forgets what ended before an instant (UTC seconds), and what was told of dates long past; how many rows."""
        old = sa.select(delivery.c.id).where(delivery.c.state.in_(ENDED), delivery.c.expires_at < before)
        removed = 0
        async with self._database.write() as connection:
            gone = sa.delete(delivery).where(delivery.c.id.in_(old.limit(most).scalar_subquery()))
            removed += (await connection.execute(gone)).rowcount
            removed += (
                await connection.execute(sa.delete(announced).where(announced.c.watched_until < before))
            ).rowcount
        return removed

    async def _list(self, query: sa.Select[Any]) -> list[Delivery]:
        async with self._database.read() as connection:
            return [Delivery(*row) for row in await connection.execute(query)]


_COLUMNS = tuple(delivery.c[name] for name in NAMES)


def _those(guild_id: int, of: int, states: Sequence[str]) -> list[sa.ColumnElement[bool]]:
    mine = [delivery.c.guild_id == guild_id, delivery.c.state.in_(states)]
    return [*mine, delivery.c.subscription_id == of] if of else mine


def _handfuls(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """A few at a time: making them ready for the database takes the loop's time."""
    return (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE))


def _key(subscription_id: int, new: NewDelivery) -> tuple[int, str, str]:
    return subscription_id, new.occurrence, new.lead


def _row(of: Subscription, new: NewDelivery) -> dict[str, Any]:
    return {
        "subscription_id": of.id,
        "guild_id": of.guild_id,
        "channel_id": of.channel_id or 0,
        "occurrence": new.occurrence,
        "lead": new.lead,
        "payload": dict(new.payload),
        "state": new.state,
        "due_at": new.due_at,
        "expires_at": new.expires_at,
        "retry_at": new.due_at,
        "attempts": 0,
        "late": False,
    }


def _told(of: Subscription, new: NewDelivery) -> Iterator[dict[str, Any]]:
    names = ("occurrence", "lead", "date", "status", "watched_until")
    for one in new.told:
        about = {"subscription_id": of.id, "guild_id": of.guild_id, "post": new.occurrence, "post_lead": new.lead}
        yield about | dict(zip(names, one, strict=True))
