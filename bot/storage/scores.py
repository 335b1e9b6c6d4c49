"""Adds up points in the transaction that settles what they are for. How they are read is boards.py's."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.schema.boards import question_tally, score, score_detail
from bot.storage.upserts import upsert

TRIVIA = "trivia"
PACE_MS = 500  # speeds are kept by half seconds
SLOWEST = 240  # half seconds; whoever takes longer is counted there
TOPIC, PACE = "topic", "pace"
AT_ONCE = 200  # rows bound at a time: the loop waits for some two milliseconds
LONGEST_QUESTION, LONGEST_TOPIC = 200, 64


class ScoreRow(msgspec.Struct, frozen=True):
    """What one member made of one question, on `day` (ISO, in the server's zone). `answer_ms` None was not timed.

    `topic` is an id of the catalogue that the question is about, None when it is about nobody in particular;
    `question_id` None counts for no question's difficulty.
    """

    guild_id: int
    user_id: int
    day: str
    game: str
    asked: int
    right: int
    points: int
    answer_ms: int | None = None
    topic: str | None = None
    question_id: str | None = None


async def add_scores(connection: AsyncConnection, rows: Sequence[ScoreRow]) -> None:
    """Adds rows to all that is counted, inside the transaction that settles what they are for: twice is twice."""
    days: dict[tuple[Any, ...], list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    details: dict[tuple[Any, ...], list[int]] = defaultdict(lambda: [0, 0])
    questions: dict[tuple[Any, ...], list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        timed = row.right if row.answer_ms is not None else 0
        taken = max(row.answer_ms or 0, 0) if timed else 0
        _add(days[row.user_id, row.game, row.guild_id, row.day], row.asked, row.right, row.points, timed, taken)
        if row.topic is not None:
            _add(details[row.user_id, TOPIC, row.guild_id, row.topic[:LONGEST_TOPIC]], row.asked, row.right)
        if timed:
            _add(details[row.user_id, PACE, row.guild_id, str(pace_of(taken))], row.asked, row.right)
        if row.question_id is not None:
            _add(questions[(row.question_id[:LONGEST_QUESTION],)], row.asked, row.right)
    await _count(connection, score, days)
    await _count(connection, score_detail, details)
    await _count(connection, question_tally, questions)


def pace_of(answer_ms: int) -> int:
    """The half second that an answer fell into, counted from 0."""
    return min(answer_ms // PACE_MS, SLOWEST)


def _add(sums: list[int], *more: int) -> None:
    for place, value in enumerate(more):
        sums[place] += value


async def _count(connection: AsyncConnection, table: sa.Table, sums: Mapping[tuple[Any, ...], list[int]]) -> None:
    """Adds to the rows of those keys, or begins them; in the keys' order, so that two processes never wait for each
    other in a circle.
    """
    keys = [column.name for column in table.primary_key]
    counted = [column.name for column in table.columns if column.name not in keys]
    # The columns of the key are declared in the order of the tuples; so are the counted ones.
    ordered = [dict(zip((*keys, *counted), (*key, *sums[key]), strict=True)) for key in sorted(sums)]
    for start in range(0, len(ordered), AT_ONCE):
        await connection.execute(_adding(connection, table, keys, counted), ordered[start : start + AT_ONCE])


def _adding(connection: AsyncConnection, table: sa.Table, keys: Sequence[str], counted: Iterable[str]) -> Any:
    insert = upsert(connection.dialect.name, table)
    more = {name: table.c[name] + insert.excluded[name] for name in counted}
    return insert.on_conflict_do_update(index_elements=list(keys), set_=more)
