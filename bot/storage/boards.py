"""Reads what scores.py and dailies.py keep as boards and as members' own numbers.

Which days a board counts, and who is named on it, is services/trivia/leaderboards.py's.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.schema import member
from bot.storage.schema.boards import daily_run, question_tally, score, score_detail
from bot.storage.scores import PACE, PACE_MS, TOPIC

DAILY = "daily"


class Days(NamedTuple):
    """The first and last day that count, ISO, both counted; None has no end."""

    first: str | None = None
    last: str | None = None


class Standing(msgspec.Struct, frozen=True):
    """A member's place: ties share a rank. `hidden` wants no name; `here` has points in the reader's server."""

    user_id: int
    rank: int
    points: int
    asked: int
    right: int
    hidden: bool
    here: bool


class Standings(msgspec.Struct, frozen=True):
    """A part of a board, best first, the reader's own place wherever it is, and how many are on the board."""

    rows: tuple[Standing, ...]
    own: Standing | None
    count: int


class Numbers(msgspec.Struct, frozen=True):
    """How a member does at trivia, in one server or in all. `paces` are right answers by milliseconds (from, about),
    `topics` ids of the catalogue with how many were asked and right, `days` those played on, ISO.
    """

    asked: int
    right: int
    points: int
    timed: int
    taken_ms: int
    days: tuple[str, ...]
    topics: Mapping[str, tuple[int, int]]
    paces: Mapping[int, int]


class BoardBook:
    """All boards."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def standings(
        self, game: str, days: Days, *, guild_id: int | None, reader: int, seen_from: int | None, start: int, most: int
    ) -> Standings:
        """`most` places from the `start`-th (from 0) of a server's board, or of everybody's (`guild_id` None), from
        which those who want no name are left out. `seen_from` is the server in which it is read.
        """
        ranked = _ranked(game, days, guild_id).subquery()
        hidden = sa.func.coalesce(~member.c.on_boards, sa.false())
        query = sa.select(ranked, hidden, _here(game, ranked, guild_id, seen_from))
        query = query.select_from(ranked.outerjoin(member, member.c.user_id == ranked.c.user_id))
        query = query.where(ranked.c.place.between(start + 1, start + most) | (ranked.c.user_id == reader))
        async with self._database.read() as connection:
            found = (await connection.execute(query.order_by(ranked.c.place))).all()
            count = found[0].total if found else await connection.scalar(_size(game, days, guild_id)) or 0
        places = {
            row.place: Standing(row.user_id, row.rank, row.points, row.asked, row.right, bool(row[-2]), bool(row[-1]))
            for row in found
        }
        rows = tuple(one for place, one in places.items() if start < place <= start + most)
        return Standings(rows, next((one for one in places.values() if one.user_id == reader), None), count)

    async def numbers(self, game: str, user_id: int, guild_id: int | None) -> Numbers:
        """A member's own; `guild_id` None adds all servers together."""
        mine = [score.c.user_id == user_id]
        details = [score_detail.c.user_id == user_id]
        if guild_id is not None:
            mine.append(score.c.guild_id == guild_id)
            details.append(score_detail.c.guild_id == guild_id)
        names = ("asked", "right", "points", "timed", "taken_ms")
        # By game, not of one game: SQLite would take the index of everybody's days, and read all of them.
        sums = sa.select(score.c.game, *(sa.func.sum(score.c[name]) for name in names)).where(*mine)
        async with self._database.read() as connection:
            found = {name: totals for name, *totals in await connection.execute(sums.group_by(score.c.game))}
            played = await connection.execute(sa.select(score.c.game, score.c.day).where(*mine).distinct())
            days = tuple(day for name, day in played if name == game)
            topics = await _details(connection, TOPIC, details)
            paces = await _details(connection, PACE, details)
        totals = dict(zip(names, map(int, found.get(game, [0] * len(names))), strict=True))
        by_pace = {int(name) * PACE_MS: right for name, (_, right) in paces.items()}
        return Numbers(**totals, days=days, topics=topics, paces=by_pace)

    async def tallies(self, least: int) -> dict[str, tuple[int, int]]:
        """How often each question that `least` answered was asked and right, by its id."""
        query = sa.select(question_tally).where(question_tally.c.asked >= least)
        async with self._database.read() as connection:
            return {name: (asked, right) for name, asked, right in await connection.execute(query)}


def _sums(game: str, days: Days, guild_id: int | None) -> sa.Select[Any]:
    """What each member has; whoever has no points is on no board."""
    table = daily_run if game == DAILY else score
    points = table.c.right if game == DAILY else table.c.points
    total = sa.func.sum(points)
    columns = (total.label("points"), *(sa.func.sum(table.c[name]).label(name) for name in ("asked", "right")))
    query = sa.select(table.c.user_id, *columns).group_by(table.c.user_id).having(total > 0)
    if game != DAILY:
        query = query.where(table.c.game == game)
    if guild_id is not None:
        query = query.where(table.c.guild_id == guild_id)
    else:
        query = query.where(table.c.user_id.not_in(sa.select(member.c.user_id).where(~member.c.on_boards)))
    if days.first is not None:
        query = query.where(table.c.day >= days.first)
    return query if days.last is None else query.where(table.c.day <= days.last)


def _ranked(game: str, days: Days, guild_id: int | None) -> sa.Select[Any]:
    """The same with places: ties share a rank, and stand in an order that does not change from page to page."""
    sums = _sums(game, days, guild_id).subquery()
    best = sums.c.points.desc()
    return sa.select(
        sums,
        sa.func.rank().over(order_by=best).label("rank"),
        sa.func.row_number().over(order_by=(best, sums.c.user_id)).label("place"),
        sa.func.count().over().label("total"),
    )


def _size(game: str, days: Days, guild_id: int | None) -> sa.Select[int]:
    return sa.select(sa.func.count()).select_from(_sums(game, days, guild_id).subquery())


def _here(game: str, ranked: sa.Subquery, guild_id: int | None, seen_from: int | None) -> sa.ColumnElement[bool]:
    """Whether the reader may meet them in the server where the board is read."""
    if guild_id is not None:
        return sa.true() if guild_id == seen_from else sa.false()
    if seen_from is None:
        return sa.false()
    table = daily_run if game == DAILY else score
    theirs = (table.c.guild_id == seen_from, table.c.user_id == ranked.c.user_id)
    return sa.exists().where(*theirs)


async def _details(
    connection: AsyncConnection, what: str, conditions: list[sa.ColumnElement[bool]]
) -> dict[str, tuple[int, int]]:
    asked, right = sa.func.sum(score_detail.c.asked), sa.func.sum(score_detail.c.right)
    query = sa.select(score_detail.c.name, asked, right).where(score_detail.c.what == what, *conditions)
    rows = await connection.execute(query.group_by(score_detail.c.name))
    return {name: (int(asked), int(right)) for name, asked, right in rows}
