"""Claims and settles what waits in an outbox: any table with `outbox_columns`. What is sent, and where, others know.

A delivery is pending (to be tried from `retry_at` on), leased (a process sends it, until `lease_until`), and then
sent, missed (it was too late), dead (it cannot be sent) or skipped (nobody wants it any more).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database

PENDING, LEASED, SENT, MISSED, DEAD, SKIPPED = "pending", "leased", "sent", "missed", "dead", "skipped"
PAGE = 500
LONGEST_ERROR = 200
OPEN = (LEASED, PENDING)  # whose lease has ended first: somebody may have waited for long
Cursor = tuple[int, int, int]  # which of OPEN, retry_at, id
Row = Mapping[Any, Any]
BEGINNING: Cursor = (0, -1, -1)


class Claim(msgspec.Struct, frozen=True):
    """One that is ours to send. `doubtful`: somebody may have sent it before, since `tried_at` (UTC seconds) or, when
    that is None, during the lease that ended at `lease_until`.
    """

    row: Row
    doubtful: bool
    lease_until: int | None  # of the lease before
    leased_by: str  # ours
    until: int  # our lease

    @property
    def id(self) -> int:
        return int(self.row["id"])

    @property
    def tried_at(self) -> int | None:
        found: int | None = self.row["tried_at"]
        return found


class Settled(msgspec.Struct, frozen=True):
    """How a delivery ended, or when it is tried again."""

    claim: Claim
    state: str
    message_id: int | None = None
    sent_at: int | None = None
    late: bool = False
    error: str | None = None
    retry_at: int | None = None  # of what is pending again
    tried_at: int | None = None  # of what is pending again and may have arrived


class Outbox:
    """One table of deliveries. Many processes may ask at once: each delivery is leased to one of them."""

    def __init__(self, database: Database, table: sa.Table, places: Sequence[str] = ("guild_id", "channel_id")) -> None:
        """`places` are the columns that tell where a delivery goes."""
        self._database = database
        self._table = table
        self._places = tuple(places)

    async def claim(
        self,
        at: int,
        *,
        whose: str,
        until: int,
        most: int,
        wanted: Callable[[Row], bool],
        after: Cursor = BEGINNING,
    ) -> tuple[list[Claim], Cursor | None]:
        """Leases up to `most` that are due by `at`, lie beyond `after`, and that `wanted` takes (by id and places).

        `whose` names who leases and must never be used twice. Returns them and where to go on, None at the end.
        """
        found: list[int] = []
        cursor: Cursor | None = after
        before = after
        while cursor is not None and len(found) < most:
            stage = cursor[0]
            rows = await self._page(cursor, at)
            if len(rows) == PAGE:
                cursor = (stage, rows[-1]["retry_at"], rows[-1]["id"])
            else:
                cursor = (stage + 1, -1, -1) if stage + 1 < len(OPEN) else None
            for row in rows:
                if len(found) == most:
                    cursor = before
                    break
                if wanted(row):
                    found.append(row["id"])
                before = (stage, row["retry_at"], row["id"])
        return (await self._lease(found, at, whose, until) if found else []), cursor

    async def _page(self, cursor: Cursor, at: int) -> Sequence[Row]:
        """The next ones that are due, state by state: so an index has them in order, however many there are."""
        table, (stage, *beyond) = self._table, cursor
        query = sa.select(table.c.id, table.c.retry_at, *(table.c[name] for name in self._places)).where(
            table.c.state == OPEN[stage],
            table.c.retry_at <= at,
            sa.tuple_(table.c.retry_at, table.c.id) > tuple(beyond),
        )
        async with self._database.read() as connection:
            found = await connection.execute(query.order_by(table.c.retry_at, table.c.id).limit(PAGE))
            return found.mappings().all()

    def _due(self, at: int) -> sa.ColumnElement[bool]:
        return sa.and_(self._table.c.state.in_((PENDING, LEASED)), self._table.c.retry_at <= at)

    async def _lease(self, ids: list[int], at: int, whose: str, until: int) -> list[Claim]:
        """Others who want the same at this moment have them, or do not: nobody waits."""
        table = self._table
        query = sa.select(table).where(table.c.id.in_(ids), self._due(at)).with_for_update(skip_locked=True)
        async with self._database.write() as connection:
            rows = [dict(row) for row in (await connection.execute(query)).mappings()]
            mine = sa.update(table).where(table.c.id.in_([row["id"] for row in rows]))
            values = {"state": LEASED, "lease_until": until, "retry_at": until, "leased_by": whose}
            await connection.execute(mine.values(**values, attempts=table.c.attempts + 1))
        order = {number: place for place, number in enumerate(ids)}
        rows.sort(key=lambda row: order[row["id"]])
        return [
            Claim(row, row["state"] == LEASED or row["tried_at"] is not None, row["lease_until"], whose, until)
            for row in rows
        ]

    async def mark_tried(self, claim: Claim, at: int) -> bool:
        """Keeps that it is about to be sent, for places where nobody could look afterwards. False: it is not ours."""
        table = self._table
        ours = (table.c.id == claim.id, table.c.state == LEASED, table.c.leased_by == claim.leased_by)
        async with self._database.write() as connection:
            return (await connection.execute(sa.update(table).where(*ours).values(tried_at=at))).rowcount > 0

    async def settle(self, settled: Sequence[Settled]) -> None:
        """Keeps how deliveries ended. One that was sent was sent, whoever has leased it since; anything else is told
        only by who leases it.
        """
        table = self._table
        sent = sa.update(table).where(table.c.id == sa.bindparam("b_id"), table.c.state != SENT)
        sent = sent.values(
            {
                name: sa.bindparam(f"b_{name}")
                for name in ("state", "message_id", "sent_at", "late", "error", "tried_at")
            }
        )
        other = sa.update(table).where(
            table.c.id == sa.bindparam("b_id"),
            table.c.state == LEASED,
            table.c.leased_by == sa.bindparam("b_leased_by"),
        )
        other = other.values(
            {name: sa.bindparam(f"b_{name}") for name in ("state", "error", "tried_at")}
            | {"retry_at": sa.func.coalesce(sa.bindparam("b_retry_at", type_=sa.BigInteger), table.c.retry_at)}
        )
        ends = [_bound(one, ("message_id", "sent_at", "late")) for one in settled if one.state == SENT]
        others = [_bound(one, ("leased_by", "retry_at")) for one in settled if one.state != SENT]
        async with self._database.write() as connection:
            if ends:
                await connection.execute(sent, ends)
            if others:
                await connection.execute(other, others)

    async def next_at(self, after: int = -1) -> int | None:
        """When the next one that waits, or whose lease ends, is due, of those later than `after`. None: never."""
        table = self._table
        query = sa.select(sa.func.min(table.c.retry_at)).where(
            table.c.state.in_((PENDING, LEASED)), table.c.retry_at > after
        )
        async with self._database.read() as connection:
            found: int | None = await connection.scalar(query)
            return found

    async def again(self, number: int, at: int, expires_at: int) -> bool:
        """Tries one that was missed, dead or skipped once more. False when there is none such."""
        async with self._database.write() as connection:
            return await self._again(connection, number, at, expires_at)

    async def _again(self, connection: AsyncConnection, number: int, at: int, expires_at: int) -> bool:
        table = self._table
        ended = (table.c.id == number, table.c.state.in_((MISSED, DEAD, SKIPPED)))
        values = {"state": PENDING, "retry_at": at, "attempts": 0, "expires_at": expires_at, "error": None}
        done = await connection.execute(sa.update(table).where(*ended).values(**values, tried_at=None))
        return done.rowcount > 0

    async def drop(self, number: int, why: str) -> bool:
        """Gives up one that waits. False when there is none such, or somebody is sending it now."""
        table = self._table
        waiting = (table.c.id == number, table.c.state == PENDING)
        async with self._database.write() as connection:
            done = await connection.execute(sa.update(table).where(*waiting).values(state=SKIPPED, error=why))
            return done.rowcount > 0


def _bound(one: Settled, names: tuple[str, ...]) -> dict[str, Any]:
    error = one.error[:LONGEST_ERROR] if one.error is not None else None
    bound = {"b_id": one.claim.id, "b_state": one.state, "b_error": error, "b_tried_at": one.tried_at}
    for name in names:
        bound[f"b_{name}"] = one.claim.leased_by if name == "leased_by" else getattr(one, name)
    return bound
