"""Keeps answers to questions that are open, many in one transaction. Whether one may still come: services/trivia's."""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.schema.games import game_answer, game_player, game_round
from bot.storage.upserts import upsert


class GivenAnswer(msgspec.Struct, frozen=True):
    """What a member answered by the interaction `press_id`. `joins`: the team of who plays from now on, if any."""

    game_id: int
    number: int
    guild_id: int
    user_id: int
    press_id: int
    choice: int | None
    text: str | None
    joins: int | None = None


class AnswerBook:
    """All answers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, given: Sequence[GivenAnswer]) -> frozenset[tuple[int, int]]:
        """Keeps each in place of what its member answered before, unless that was pressed later. One transaction.

        Returns the questions (game and number) that were still open: answers to others were not kept.
        """
        async with self._database.write() as connection:
            asked = sorted({(one.game_id, one.number) for one in given})
            key = sa.tuple_(game_round.c.game_id, game_round.c.number)
            query = sa.select(game_round.c.game_id, game_round.c.number)
            query = query.where(key.in_(asked), game_round.c.settled_ms.is_(None)).with_for_update(read=True)
            found = {(game_id, number) for game_id, number in await connection.execute(query)}
            insert = upsert(connection.dialect.name, game_answer)
            newer = insert.on_conflict_do_update(
                index_elements=["game_id", "number", "user_id"],
                set_={name: insert.excluded[name] for name in ("choice", "text", "press_id")},
                where=insert.excluded.press_id > game_answer.c.press_id,
            )
            # A member who pressed twice stands in a batch twice: the last press is the last row.
            rows = [
                {
                    "game_id": one.game_id,
                    "number": one.number,
                    "guild_id": one.guild_id,
                    "user_id": one.user_id,
                    "press_id": one.press_id,
                    "choice": one.choice,
                    "text": one.text,
                }
                for one in sorted(given, key=lambda one: one.press_id)
                if (one.game_id, one.number) in found
            ]
            if rows:
                await connection.execute(newer, rows)
            joining: list[dict[str, Any]] = [
                {"game_id": one.game_id, "user_id": one.user_id, "guild_id": one.guild_id, "team": one.joins}
                | {"lives": None, "points": 0, "right": 0, "streak": 0}
                for one in given
                if one.joins is not None and (one.game_id, one.number) in found
            ]
            if joining:
                await connection.execute(upsert(connection.dialect.name, game_player).on_conflict_do_nothing(), joining)
            return frozenset(found)
