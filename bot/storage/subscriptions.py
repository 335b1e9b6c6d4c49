"""Keeps what servers subscribe to. What a plan means, and who may change it, is known elsewhere.

A server's own settings are its first subscription (`origin` settings): `follow_settings` keeps it in step inside the
transaction that changes them. It has a channel only when the settings have. What an admin (`by`) changes leaves its
trace in the same transaction.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
import sqlalchemy as sa
from msgspec.structs import asdict
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.audits import note_down
from bot.storage.database import Database
from bot.storage.schema import guild_follow
from bot.storage.schema.announcements import announced, delivery, subscription
from bot.storage.schema.calendar import event

SETTINGS, ADDED = "settings", "added"
ACTIVE, PAUSED, DISABLED = "active", "paused", "disabled"
FROM_NOW = 0  # of `next_due_at`
RESUMED = "announcement-resumed"  # as the audit table calls it
_JSON_TUPLES = ("kinds", "about", "leads", "vote_hours")


class Subscription(msgspec.Struct, frozen=True, kw_only=True):
    """One row. `about` None: whom the server follows; otherwise `artist:<id>` and `show:<id>`. `next_due_at` (UTC
    seconds) is the first instant that nobody has looked at yet, 0: from now on.
    """

    id: int = 0
    guild_id: int
    origin: str = ADDED
    channel_id: int | None
    kinds: tuple[str, ...]
    about: tuple[str, ...] | None = None
    leads: tuple[int, ...] = (0,)
    vote_hours: tuple[int, ...] = ()
    hour: int = 0
    minute: int = 0
    zone: str | None = None
    anchor: str = "server"
    role_id: int | None = None
    silent: bool = False
    language: str | None = None
    style: str = "digest"
    weekly: bool = False
    monthly: bool = False
    catch_up_hours: int = 12
    leap_day: str = "03-01"
    state: str = ACTIVE
    why: str | None = None
    next_due_at: int = FROM_NOW
    facts: str = ""
    version: int = 0
    updated_at: int = 0


class OwnDate(msgspec.Struct, frozen=True):
    """When an event of a server's own is: `date` (EDTF) once, or every year."""

    id: int
    date: str
    yearly: bool


NAMES = tuple(Subscription.__struct_fields__)
CHANGEABLE = frozenset(NAMES) - {
    "id", "guild_id", "origin", "state", "why", "next_due_at", "facts", "version", "updated_at",
}  # fmt: skip
FROM_SETTINGS = frozenset(("channel_id", "kinds", "hour", "zone", "role_id", "language"))  # changed by /config alone


class SubscriptionBook:
    """All subscriptions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_guild(self, guild_id: int) -> list[Subscription]:
        """A server's, the one of its settings first."""
        order = (sa.case((subscription.c.origin == SETTINGS, 0), else_=1), subscription.c.id)
        query = sa.select(subscription).where(subscription.c.guild_id == guild_id).order_by(*order)
        async with self._database.read() as connection:
            return [read(row) for row in (await connection.execute(query)).mappings()]

    async def find(self, guild_id: int, number: int) -> Subscription | None:
        """One of a server's."""
        async with self._database.read() as connection:
            return await _find(connection, guild_id, number)

    async def add(self, new: Subscription, *, most: int, at: int, by: int | None = None) -> Subscription | None:
        """Keeps a new one, which tells what falls due after `at`; None when the server has `most` already."""
        there = sa.select(sa.func.count()).where(subscription.c.guild_id == new.guild_id)
        async with self._database.write() as connection:
            if (await connection.scalar(there) or 0) >= most:
                return None
            values = _values({name: getattr(new, name) for name in CHANGEABLE}) | {
                "guild_id": new.guild_id, "origin": ADDED, "state": ACTIVE, "next_due_at": at, "facts": "",
                "version": 1, "updated_at": at,
            }  # fmt: skip
            added = (await connection.execute(sa.insert(subscription).values(values))).inserted_primary_key
            assert added is not None
            kept = await _find(connection, new.guild_id, added[0])
            assert kept is not None
            if by is not None:
                await note_down(connection, new.guild_id, by, "announcement-added", None, _decided(kept), at)
            return kept

    async def change(
        self,
        guild_id: int,
        number: int,
        changes: Mapping[str, Any],
        *,
        at: int,
        seen: int | None = None,
        by: int | None = None,
    ) -> Subscription | None:
        """Changes some of CHANGEABLE: what is due from `at` on goes by them, what waits goes to the new channel.

        None, and nothing is kept, when it is gone, or is no longer of version `seen`. Raises ValueError for a name
        that is not CHANGEABLE, or one that follows the settings in the one that does.
        """
        if strange := set(changes) - CHANGEABLE:
            raise ValueError(f"not to be changed: {sorted(strange)}")
        async with self._database.write() as connection:
            before = await _find(connection, guild_id, number, for_update=True)
            if before is None or seen not in (None, before.version):
                return None
            if before.origin == SETTINGS and FROM_SETTINGS & set(changes):
                raise ValueError("these follow the server's settings")
            values = _values(changes)
            values |= {"version": before.version + 1, "updated_at": at, "next_due_at": _looked_at(at)}
            moved = "channel_id" in changes and changes["channel_id"] != before.channel_id
            if moved:
                values |= _revived()
            await connection.execute(sa.update(subscription).where(subscription.c.id == number).values(values))
            if moved:
                await _move_waiting(connection, number, changes["channel_id"])
            if by is not None:
                was = {name: getattr(before, name) for name in changes}
                after = {"id": number, **changes}
                await note_down(connection, guild_id, by, "announcement-changed", was, after, at)
            return await _find(connection, guild_id, number)

    async def remove(self, guild_id: int, number: int, *, at: int, by: int | None = None) -> Subscription | None:
        """Forgets one with its deliveries, and returns what it was; never that of the settings."""
        async with self._database.write() as connection:
            before = await _find(connection, guild_id, number, for_update=True)
            if before is None or before.origin == SETTINGS:
                return None
            for table in (delivery, announced):
                await connection.execute(sa.delete(table).where(table.c.subscription_id == number))
            await connection.execute(sa.delete(subscription).where(subscription.c.id == number))
            if by is not None:
                await note_down(connection, guild_id, by, "announcement-removed", _decided(before), None, at)
            return before

    async def pause(self, guild_id: int, number: int, *, at: int, by: int | None = None) -> bool:
        """Nothing is told until `resume`; what waits is skipped. False when it is gone or was not active."""
        async with self._database.write() as connection:
            if not await self._become(connection, guild_id, number, (ACTIVE, DISABLED), state=PAUSED, why=None, at=at):
                return False
            waiting = sa.update(delivery).where(delivery.c.subscription_id == number, delivery.c.state == "pending")
            await connection.execute(waiting.values(state="skipped", error="paused"))
            if by is not None:
                await note_down(connection, guild_id, by, "announcement-paused", None, {"id": number}, at)
            return True

    async def resume(self, guild_id: int, number: int, *, at: int, by: int | None = None) -> bool:
        """Tells again what falls due from now on. False when it is gone or was not paused."""
        async with self._database.write() as connection:
            changed = {"state": ACTIVE, "why": None, "next_due_at": at}
            done = await self._become(connection, guild_id, number, (PAUSED,), at=at, **changed)
            if done and by is not None:
                await note_down(connection, guild_id, by, RESUMED, None, {"id": number}, at)
            return done

    async def revive(self, guild_id: int, number: int, *, at: int, by: int | None = None) -> bool:
        """Brings back one that Discord refused. What could not be posted, and may still be late, is tried again; what
        fell due since is told as after any other absence. False when it is gone or was not disabled.
        """
        async with self._database.write() as connection:
            if not await self._become(connection, guild_id, number, (DISABLED,), at=at, state=ACTIVE, why=None):
                return False
            refused = (delivery.c.state == "dead", delivery.c.error.in_(("forbidden", "gone")))
            again = sa.update(delivery).where(delivery.c.subscription_id == number, *refused)
            values = {"state": "pending", "retry_at": at, "attempts": 0, "error": None, "tried_at": None}
            await connection.execute(again.where(delivery.c.expires_at > at).values(values))
            if by is not None:
                await note_down(connection, guild_id, by, RESUMED, None, {"id": number}, at)
            return True

    async def disable(self, number: int, why: str, *, at: int) -> bool:
        """Discord refuses the channel: nothing more until `revive`, or until it gets another channel. False when it is
        gone, or was not active.
        """
        query = sa.update(subscription).where(subscription.c.id == number, subscription.c.state == ACTIVE)
        async with self._database.write() as connection:
            done = await connection.execute(query.values(state=DISABLED, why=why, updated_at=at))
            return done.rowcount > 0

    async def due(self, at: int, *, after: tuple[int, int], most: int) -> list[Subscription]:
        """Those active with a channel that have something to look at by `at`, in the order of (next_due_at, id) and
        beyond `after` in it.
        """
        key = sa.tuple_(subscription.c.next_due_at, subscription.c.id)
        query = sa.select(subscription).where(
            subscription.c.state == ACTIVE,
            subscription.c.channel_id.is_not(None),
            subscription.c.next_due_at <= at,
            key > after,
        )
        query = query.order_by(subscription.c.next_due_at, subscription.c.id).limit(most)
        async with self._database.read() as connection:
            return [read(row) for row in (await connection.execute(query)).mappings()]

    async def next_due_at(self, after: int = -1) -> int | None:
        """The first instant later than `after` at which a subscription wants to be looked at."""
        query = sa.select(sa.func.min(subscription.c.next_due_at)).where(
            subscription.c.state == ACTIVE, subscription.c.channel_id.is_not(None), subscription.c.next_due_at > after
        )
        async with self._database.read() as connection:
            found: int | None = await connection.scalar(query)
            return found

    async def followed(self, guild_ids: Iterable[int]) -> dict[int, list[str]]:
        """Whom servers follow, as `about` would say it."""
        found: dict[int, list[str]] = {}
        query = sa.select(guild_follow.c.guild_id, guild_follow.c.subject, guild_follow.c.subject_id)
        async with self._database.read() as connection:
            for guild_id, kind, subject in await connection.execute(
                query.where(guild_follow.c.guild_id.in_(set(guild_ids)))
            ):
                found.setdefault(guild_id, []).append(f"{kind}:{subject}")
        return found

    async def own_dates(self, guild_ids: Iterable[int]) -> dict[int, list[OwnDate]]:
        """The events that these servers have of their own, for those that have any."""
        found: dict[int, list[OwnDate]] = {}
        query = sa.select(event.c.guild_id, event.c.id, event.c.date, event.c.yearly).order_by(event.c.id)
        async with self._database.read() as connection:
            for guild_id, *row in await connection.execute(query.where(event.c.guild_id.in_(set(guild_ids)))):
                found.setdefault(guild_id, []).append(OwnDate(*row))
        return found

    async def _become(
        self,
        connection: AsyncConnection,
        guild_id: int,
        number: int,
        states: tuple[str, ...],
        *,
        at: int,
        **values: Any,
    ) -> bool:
        mine = (subscription.c.id == number, subscription.c.guild_id == guild_id, subscription.c.state.in_(states))
        values |= {"updated_at": at, "version": subscription.c.version + 1}
        return (await connection.execute(sa.update(subscription).where(*mine).values(values))).rowcount > 0


async def follow_settings(connection: AsyncConnection, guild_id: int, settings: Mapping[str, Any], at: int) -> None:
    """Keeps the subscription of a server's settings in step with them, inside the transaction that changes them.

    `settings` are those of GuildSettings. The row of the server is locked by then, so that there is one subscription.
    """
    mine = (subscription.c.guild_id == guild_id, subscription.c.origin == SETTINGS)
    before = (await connection.execute(sa.select(subscription).where(*mine))).mappings().first()
    values = _from_settings(settings)
    if before is None:
        plain = Subscription(guild_id=guild_id, origin=SETTINGS, **values)
        new = _values({name: getattr(plain, name) for name in CHANGEABLE})
        new |= {"guild_id": guild_id, "origin": SETTINGS, "state": ACTIVE, "next_due_at": at, "facts": "", "version": 1}
        await connection.execute(sa.insert(subscription).values(**new, updated_at=at))
        return
    changed = {name: value for name, value in values.items() if before[name] != value}
    if not changed:
        return
    changed |= {"version": before["version"] + 1, "updated_at": at, "next_due_at": _looked_at(at)}
    if "channel_id" in changed:
        changed |= _revived()
    await connection.execute(sa.update(subscription).where(*mine).values(changed))
    if "channel_id" in changed:
        await _move_waiting(connection, before["id"], changed["channel_id"])


def of_settings(guild_id: int, settings: Mapping[str, Any]) -> Subscription:
    """What `follow_settings` would keep for a server that has none yet."""
    values = _from_settings(settings)
    return Subscription(guild_id=guild_id, origin=SETTINGS, **{**values, "kinds": tuple(values["kinds"])})


def _from_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {name: settings[name] for name in ("channel_id", "hour", "zone", "language")}
    return values | {"kinds": list(settings["kinds"]), "role_id": settings["ping_role_id"]}


def read(row: Mapping[Any, Any]) -> Subscription:
    """A row as it is known outside."""
    values = {name: row[name] for name in NAMES}
    for name in _JSON_TUPLES:
        values[name] = None if values[name] is None else tuple(values[name])
    return Subscription(**values)


def _decided(one: Subscription) -> dict[str, Any]:
    """As the audit table keeps it: what an admin decided."""
    return {"id": one.id, **{name: value for name, value in asdict(one).items() if name in CHANGEABLE}}


def _values(fields: Mapping[str, Any]) -> dict[str, Any]:
    listed = {name: list(fields[name]) for name in _JSON_TUPLES if fields.get(name) is not None}
    values = {**fields, **listed}
    if "about" in fields and fields["about"] is None:
        values["about"] = sa.null()  # not JSON's own
    return values


def _looked_at(at: int) -> sa.ColumnElement[int]:
    """From when on a change counts: now, or earlier where something due has not been looked at yet."""
    overdue = sa.and_(subscription.c.next_due_at <= at, subscription.c.next_due_at != FROM_NOW)
    return sa.case((overdue, subscription.c.next_due_at), else_=at)


def _revived() -> dict[str, Any]:
    """What a new channel does to one that the old channel had disabled."""
    disabled = subscription.c.state == DISABLED
    return {"state": sa.case((disabled, ACTIVE), else_=subscription.c.state), "why": sa.null()}


async def _move_waiting(connection: AsyncConnection, number: int, channel_id: int | None) -> None:
    """What waits goes to the new channel; where the old one may have got it, nobody can look any more."""
    waiting = sa.update(delivery).where(delivery.c.subscription_id == number, delivery.c.state == "pending")
    if channel_id is None:
        await connection.execute(waiting.values(state="skipped", error="no channel"))
    else:
        await connection.execute(waiting.values(channel_id=channel_id, tried_at=None))


async def _find(
    connection: AsyncConnection, guild_id: int, number: int, *, for_update: bool = False
) -> Subscription | None:
    query = sa.select(subscription).where(subscription.c.id == number, subscription.c.guild_id == guild_id)
    row = (await connection.execute(query.with_for_update() if for_update else query)).mappings().first()
    return None if row is None else read(row)
