"""Keeps ballots, picks and results. What counts, and who may, is services/ballots's; posts are in ballot_posts.py."""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.ballot_posts import Draft, keep_posts, touch
from bot.storage.database import Database
from bot.storage.schema.ballots import ballot, ballot_pick, ballot_result, night
from bot.storage.schema.polls import poll
from bot.storage.upserts import upsert

KEPT_CHANGES = 20  # of a member's mind about one question: a late lock goes back to what was picked before it
ASKING, SILENT, VOID = "asking", "silent", "void"


class BallotRow(msgspec.Struct, frozen=True):
    """A ballot as it is stored. Times in UTC seconds; `contents` as JSON; `state` asking, silent or void."""

    id: int
    guild_id: int
    channel_id: int
    user_id: int
    ceremony: str
    edition: str
    season: int
    scoring: str
    contents: Any
    locks_at: int | None
    state: str
    nth: int
    created_at: int


class PickRow(msgspec.Struct, frozen=True):
    """What a member chose about a category at an interaction; `choice` None took the pick back."""

    category: str
    kind: str
    interaction_id: int
    choice: str | None


class ChosenRow(msgspec.Struct, frozen=True):
    """A nominee with how many chose it, and who: user ids with commas between, or nothing."""

    kind: str
    category: str
    choice: str
    count: int
    members: str


class ResultRow(msgspec.Struct, frozen=True):
    """One entry about a category; see bot/ballots/results.py."""

    id: int
    category: str
    revision: int
    outcome: str
    winners: tuple[str, ...]
    source: str
    user_id: int
    at: int


class NewResult(msgspec.Struct, frozen=True):
    """An entry to be kept as number `revision` of its category."""

    category: str
    revision: int
    outcome: str
    winners: tuple[str, ...]
    source: str
    user_id: int
    at: int


class NightRow(msgspec.Struct, frozen=True):
    """A ceremony night, of the ballot with the same id."""

    ballot_id: int
    guild_id: int
    channel_id: int
    user_id: int
    spoiler_hours: int
    chat: str
    state: str
    created_at: int


class BallotBook:
    """All ballots."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open(self, values: dict[str, Any], posts: Sequence[Draft]) -> int | None:
        """Keeps a new ballot with its posts and returns its id; None when the server has one for that edition."""
        try:
            async with self._database.write() as connection:
                there = sa.select(ballot.c.id).where(
                    *(ballot.c[name] == values[name] for name in ("guild_id", "ceremony", "edition")), ballot.c.nth == 0
                )
                if await connection.scalar(there) is not None:
                    return None
                kept = await connection.execute(sa.insert(ballot).values(nth=0, **values))
                ballot_id = int(kept.inserted_primary_key[0])  # type: ignore[index]
                await keep_posts(connection, ballot_id, values["guild_id"], posts)
        except IntegrityError:  # another process opened one in this moment
            return None
        return ballot_id

    async def find(self, ballot_id: int) -> BallotRow | None:
        found = await self._ballots(ballot.c.id == ballot_id)
        return found[0] if found else None

    async def of_guild(self, guild_id: int) -> list[BallotRow]:
        """A server's ballots that are not void, the latest first."""
        return await self._ballots(ballot.c.guild_id == guild_id, ballot.c.nth == 0)

    async def unsettled(self, since: int) -> list[BallotRow]:
        """All ballots that are not void and were opened since, of every server there is."""
        return await self._ballots(ballot.c.nth == 0, ballot.c.created_at > since)

    async def change(self, ballot_id: int, values: dict[str, Any], posts: Sequence[Draft] = ()) -> None:
        """Changes some columns; its panel is to be drawn anew, and `posts` are to be posted."""
        async with self._database.write() as connection:
            if values:
                await connection.execute(sa.update(ballot).where(ballot.c.id == ballot_id).values(**values))
            guild_id = await connection.scalar(sa.select(ballot.c.guild_id).where(ballot.c.id == ballot_id)) or 0
            await touch(connection, ballot_id, ("panel",))
            await keep_posts(connection, ballot_id, guild_id, posts)

    # -- picks

    async def pick(self, row: BallotRow, user_id: int, one: PickRow) -> list[PickRow]:
        """Keeps what a member chose, for good before it returns everything that the member chose, oldest first.

        The same interaction twice is one choice.
        """
        key = {"ballot_id": row.id, "user_id": user_id, "category": one.category, "kind": one.kind}
        values = {**key, "interaction_id": one.interaction_id, "guild_id": row.guild_id, "choice": one.choice}
        async with self._database.write() as connection:
            insert = upsert(connection.dialect.name, ballot_pick)
            await connection.execute(insert.on_conflict_do_nothing(), values)
            rows = [PickRow(*found) for found in await connection.execute(_chosen(row.id, user_id))]
            same = [found for found in rows if (found.category, found.kind) == (one.category, one.kind)]
            if len(same) > KEPT_CHANGES:
                old = ballot_pick.c.interaction_id < same[-KEPT_CHANGES].interaction_id
                mine = (ballot_pick.c[name] == value for name, value in key.items())
                await connection.execute(sa.delete(ballot_pick).where(*mine, old))
                rows = [found for found in rows if found not in same[:-KEPT_CHANGES]]
        return rows

    async def picks_of(self, ballot_id: int, user_id: int) -> list[PickRow]:
        """All that a member chose, oldest first."""
        async with self._database.read() as connection:
            return [PickRow(*row) for row in await connection.execute(_chosen(ballot_id, user_id))]

    async def chosen(self, ballot_id: int, before: int | None, named: str) -> list[ChosenRow]:
        """Whom everybody chose in the end, by interactions before `before`; of the kind `named`, also who did."""
        pick, later = ballot_pick.c, ballot_pick.alias("later").c
        same = (later[name] == pick[name] for name in ("ballot_id", "user_id", "category", "kind"))
        changed = sa.exists().where(*same, later.interaction_id > pick.interaction_id, *_before(before, later))
        who = sa.case((pick.kind == named, sa.cast(pick.user_id, sa.String)))
        query = sa.select(pick.kind, pick.category, pick.choice, sa.func.count(), sa.func.aggregate_strings(who, ","))
        query = query.where(pick.ballot_id == ballot_id, pick.choice.is_not(None), *_before(before), ~changed)
        async with self._database.read() as connection:
            rows = await connection.execute(query.group_by(pick.kind, pick.category, pick.choice))
            return [
                ChosenRow(kind, category, choice, count, members or "")
                for kind, category, choice, count, members in rows
            ]

    async def count(self, ballot_id: int, before: int | None) -> int:
        """How many members chose anything."""
        query = sa.select(sa.func.count(ballot_pick.c.user_id.distinct()))
        query = query.where(ballot_pick.c.ballot_id == ballot_id, *_before(before))
        async with self._database.read() as connection:
            return await connection.scalar(query) or 0

    # -- results

    async def enter(self, row: BallotRow, results: Sequence[NewResult], posts: Sequence[Draft]) -> bool:
        """Keeps results and what is posted about them, all in one transaction.

        False, and nothing kept, when somebody entered another one meanwhile: a revision is there already.
        """
        try:
            async with self._database.write() as connection:
                for one in results:
                    known = sa.select(sa.func.coalesce(sa.func.max(ballot_result.c.revision), 0)).where(
                        ballot_result.c.ballot_id == row.id, ballot_result.c.category == one.category
                    )
                    if await connection.scalar(known) != one.revision - 1:
                        raise _Meanwhile
                    values = {name: getattr(one, name) for name in NewResult.__struct_fields__}
                    values |= {"winners": list(one.winners), "ballot_id": row.id, "guild_id": row.guild_id}
                    await connection.execute(sa.insert(ballot_result).values(**values))
                await touch(connection, row.id, ("standings", "wrap"))
                await touch(connection, row.id, ("reveal", "result"), [one.category for one in results])
                await keep_posts(connection, row.id, row.guild_id, posts)
        except (_Meanwhile, IntegrityError):
            return False
        return True

    async def results(self, ballot_id: int) -> list[ResultRow]:
        """Every entry there ever was, oldest first."""
        columns = [ballot_result.c[name] for name in ResultRow.__struct_fields__]
        query = sa.select(*columns).where(ballot_result.c.ballot_id == ballot_id).order_by(ballot_result.c.id)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).mappings()
            return [ResultRow(**{**row, "winners": tuple(row["winners"])}) for row in rows]

    async def polled(self, row: BallotRow, prizes: Sequence[str]) -> list[tuple[str, int]]:
        """How the server voted in its latest poll about one of these prizes of that edition, once it was counted."""
        about = {"guild_id": row.guild_id, "kind": "nominees", "show": row.ceremony, "edition": row.edition}
        query = sa.select(poll.c.answers).where(*(poll.c[name] == value for name, value in about.items()))
        query = query.where(poll.c.category.in_(prizes), poll.c.state.in_(("counted", "told"))).order_by(
            poll.c.id.desc()
        )
        async with self._database.read() as connection:
            answers = await connection.scalar(query.limit(1)) or []
        return [(one["text"], one["votes"]) for one in answers if one.get("votes")]

    # -- nights

    async def begin(self, row: NightRow, posts: Sequence[Draft]) -> bool:
        """Keeps that a night has begun; False when it had already."""
        values = {name: getattr(row, name) for name in NightRow.__struct_fields__}
        try:
            async with self._database.write() as connection:
                if await _night(connection, row.ballot_id) is not None:
                    return False
                await connection.execute(sa.insert(night).values(**values))
                await keep_posts(connection, row.ballot_id, row.guild_id, posts)
        except IntegrityError:
            return False
        return True

    async def night(self, ballot_id: int) -> NightRow | None:
        async with self._database.read() as connection:
            return await _night(connection, ballot_id)

    async def change_night(self, row: NightRow, values: dict[str, Any], posts: Sequence[Draft] = ()) -> None:
        async with self._database.write() as connection:
            await connection.execute(sa.update(night).where(night.c.ballot_id == row.ballot_id).values(**values))
            await keep_posts(connection, row.ballot_id, row.guild_id, posts)

    async def _ballots(self, *conditions: sa.ColumnElement[bool]) -> list[BallotRow]:
        query = sa.select(ballot).where(*conditions).order_by(ballot.c.id.desc())
        async with self._database.read() as connection:
            return [BallotRow(**row) for row in (await connection.execute(query)).mappings()]


class _Meanwhile(Exception):
    """Ends a transaction that came too late."""


async def _night(connection: AsyncConnection, ballot_id: int) -> NightRow | None:
    row = (await connection.execute(sa.select(night).where(night.c.ballot_id == ballot_id))).mappings().first()
    return None if row is None else NightRow(**row)


def _chosen(ballot_id: int, user_id: int) -> sa.Select[Any]:
    columns = [ballot_pick.c[name] for name in PickRow.__struct_fields__]
    query = sa.select(*columns).where(ballot_pick.c.ballot_id == ballot_id, ballot_pick.c.user_id == user_id)
    return query.order_by(ballot_pick.c.interaction_id)


def _before(interaction_id: int | None, pick: Any = ballot_pick.c) -> list[sa.ColumnElement[bool]]:
    return [] if interaction_id is None else [pick.interaction_id < interaction_id]
