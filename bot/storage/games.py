"""Keeps games: each step of one is a transaction that finds the game as it was left, or changes nothing.

What a step means, and who may do what, is services/trivia's. Answers are kept by storage/answers.py.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
from msgspec.structs import asdict, fields
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.schema.games import game, game_answer, game_deck, game_player, game_round, game_rules, game_vote
from bot.storage.scores import ScoreRow, add_scores
from bot.storage.upserts import upsert

AT_ONCE = 200  # rows bound at a time: the loop waits for some two milliseconds
LIVING = game.c.ended_at.is_(None)


class GameRow(msgspec.Struct, frozen=True):
    """A game as it is stored: see schema/games.py."""

    guild_id: int
    channel_id: int
    starter_id: int
    state: str
    options: Mapping[str, Any]
    opened_at: int
    due_ms: int | None
    message_id: int | None = None
    round: int = 0
    idle: int = 0
    tries: int = 0
    ended_at: int | None = None
    why: str | None = None
    id: int = 0


class RoundRow(msgspec.Struct, frozen=True):
    """One question of a game."""

    number: int
    question: Mapping[str, Any]
    typed: bool
    asked_ms: int
    closes_ms: int
    message_id: int | None = None
    settled_ms: int | None = None
    skipped: bool = False


class PlayerRow(msgspec.Struct, frozen=True):
    """One who plays."""

    user_id: int
    team: int | None
    lives: int | None
    points: int
    right: int
    streak: int


class AnswerRow(msgspec.Struct, frozen=True):
    """One member's answer to the latest question; `right` and `points` None until it is settled."""

    user_id: int
    choice: int | None
    text: str | None
    press_id: int
    right: bool | None = None
    points: int | None = None


class Sheet(msgspec.Struct, frozen=True):
    """A game with its latest question, everybody who plays, and who answered that question."""

    game: GameRow
    round: RoundRow | None
    players: tuple[PlayerRow, ...]
    answers: tuple[AnswerRow, ...]


class Settlement(msgspec.Struct, frozen=True):
    """What a question brought: of each who answered whether rightly and for how many points; every player afterwards;
    what counts on boards; and where that leaves the game.
    """

    marks: Mapping[int, tuple[bool, int]]
    players: Sequence[PlayerRow]
    scores: Sequence[ScoreRow]
    skipped: bool
    idle: int


class GameBook:
    """All games."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open(self, new: GameRow) -> GameRow | None:
        """Begins a game; None when one goes on in its channel."""
        values = {key: value for key, value in asdict(new).items() if key != "id"}
        try:
            async with self._database.write() as connection:
                number = await connection.scalar(sa.insert(game).values(**values).returning(game.c.id))
        except IntegrityError:
            return None
        return GameRow(**{**values, "id": number})

    async def find(self, game_id: int) -> GameRow | None:
        return next(iter(await self._games(game.c.id == game_id)), None)

    async def in_channel(self, channel_id: int) -> GameRow | None:
        """The game that goes on there."""
        return next(iter(await self._games(game.c.channel_id == channel_id, LIVING)), None)

    async def living(self) -> list[GameRow]:
        return await self._games(LIVING)

    async def due(self, now_ms: int) -> list[GameRow]:
        """Those with a step to do by now, the longest due first."""
        return await self._games(game.c.due_ms <= now_ms)

    async def next_due(self, after_ms: int) -> int | None:
        """When the next step after `after_ms` is due."""
        async with self._database.read() as connection:
            found = await connection.scalar(sa.select(sa.func.min(game.c.due_ms)).where(game.c.due_ms > after_ms))
        return None if found is None else int(found)

    async def sheet(self, game_id: int) -> Sheet | None:
        async with self._database.read() as connection:
            return await _sheet(connection, game_id)

    async def answered(self, game_id: int, number: int) -> frozenset[int]:
        """Who answered a question of a game."""
        query = sa.select(game_answer.c.user_id)
        query = query.where(game_answer.c.game_id == game_id, game_answer.c.number == number)
        async with self._database.read() as connection:
            return frozenset(await connection.scalars(query))

    async def vote(self, known: GameRow, number: int, user_id: int) -> frozenset[int]:
        """Keeps that somebody would skip a question, and returns everybody who would."""
        key = {"game_id": known.id, "number": number}
        query = sa.select(game_vote.c.user_id).filter_by(**key)
        async with self._database.write() as connection:
            insert = upsert(connection.dialect.name, game_vote).values(**key, user_id=user_id, guild_id=known.guild_id)
            await connection.execute(insert.on_conflict_do_nothing())
            return frozenset(await connection.scalars(query))

    async def place(self, game_id: int, message_id: int, due_ms: int) -> None:
        """Keeps where a game's lobby stands, and when it is over."""
        values = {"message_id": message_id, "due_ms": due_ms, "tries": 0}
        async with self._database.write() as connection:
            await connection.execute(sa.update(game).where(game.c.id == game_id).values(**values))

    async def join(self, known: GameRow, player: PlayerRow) -> bool:
        """Keeps that somebody plays, or changed sides; False when the game is no longer in its lobby."""
        async with self._database.write() as connection:
            query = sa.select(game.c.state).where(game.c.id == known.id).with_for_update()
            if await connection.scalar(query) != known.state:
                return False
            await _keep_players(connection, known, [player])
            return True

    async def leave(self, game_id: int, user_id: int) -> None:
        """Forgets that somebody plays."""
        theirs = (game_player.c.game_id == game_id, game_player.c.user_id == user_id)
        async with self._database.write() as connection:
            await connection.execute(sa.delete(game_player).where(*theirs))

    async def ask(self, known: GameRow, state: str, asked: RoundRow, due_ms: int) -> bool:
        """Keeps a new question and that the game is in `state` now, before anybody sees it."""
        async with self._database.write() as connection:
            if not await _move(connection, known, state=state, round=asked.number, due_ms=due_ms, tries=0):
                return False
            values = asdict(asked) | {"game_id": known.id, "guild_id": known.guild_id}
            await connection.execute(sa.insert(game_round).values(**values))
            return True

    async def asked(self, known: GameRow, asked: RoundRow, due_ms: int) -> None:
        """Keeps where and when the latest question was posted, or until when it is open now."""
        latest = (game_round.c.game_id == known.id, game_round.c.number == asked.number)
        values = {name: getattr(asked, name) for name in ("message_id", "asked_ms", "closes_ms")}
        async with self._database.write() as connection:
            await connection.execute(sa.update(game_round).where(*latest).values(**values))
            await connection.execute(sa.update(game).where(game.c.id == known.id).values(due_ms=due_ms, tries=0))

    async def settle(
        self, known: GameRow, state: str, rule: Callable[[Sheet], Settlement], now_ms: int, due_ms: int
    ) -> bool:
        """Counts every answer of the latest question, once: in one transaction, and only if nobody did. `rule` decides
        what they come to; the game is in `state` afterwards. False when it was settled before.
        """
        latest = (game_round.c.game_id == known.id, game_round.c.number == known.round)
        async with self._database.write() as connection:
            query = sa.select(game_round.c.settled_ms).where(*latest).with_for_update()
            row = (await connection.execute(query)).first()
            if row is None or row[0] is not None:
                return False
            sheet = await _sheet(connection, known.id)
            assert sheet is not None
            done = rule(sheet)
            if not await _move(connection, known, state=state, due_ms=due_ms, tries=0, idle=done.idle):
                return False
            await connection.execute(
                sa.update(game_round).where(*latest).values(settled_ms=now_ms, skipped=done.skipped)
            )
            await _keep_marks(connection, known, done.marks)
            await _keep_players(connection, known, done.players)
            await add_scores(connection, done.scores)
            return True

    async def move(self, known: GameRow, state: str, due_ms: int | None, **values: Any) -> bool:
        """A step that changes nothing but the game itself; False when it is no longer as it was known."""
        async with self._database.write() as connection:
            return await _move(connection, known, state=state, due_ms=due_ms, tries=0, **values)

    async def put_off(self, known: GameRow, due_ms: int | None) -> None:
        """The step that is due failed, and is tried again then; never, when None."""
        async with self._database.write() as connection:
            values = {"due_ms": due_ms, "tries": known.tries + 1}
            await connection.execute(sa.update(game).where(game.c.id == known.id).values(**values))

    async def take_turn(self, guild_id: int, topic: str) -> int:
        """The number of the next card of a server's deck, from 0; none is taken twice."""
        async with self._database.write() as connection:
            insert = upsert(connection.dialect.name, game_deck).values(guild_id=guild_id, topic=topic, turn=1)
            more = {"turn": game_deck.c.turn + 1}
            query = insert.on_conflict_do_update(index_elements=["guild_id", "topic"], set_=more)
            return int(await connection.scalar(query.returning(game_deck.c.turn))) - 1

    async def rules(self, guild_id: int) -> Mapping[str, Any] | None:
        """What a server decided about its games; None: nothing."""
        names = ("reading", "changes", "humans")
        query = sa.select(*(game_rules.c[name] for name in names)).where(game_rules.c.guild_id == guild_id)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        return None if row is None else dict(zip(names, row, strict=True))

    async def set_rules(self, guild_id: int, values: Mapping[str, Any]) -> None:
        async with self._database.write() as connection:
            insert = upsert(connection.dialect.name, game_rules).values(guild_id=guild_id, **values)
            await connection.execute(insert.on_conflict_do_update(index_elements=["guild_id"], set_=dict(values)))

    async def tidy(self, before: int) -> int:
        """Erases games that ended before `before` (UTC seconds), with their questions and answers; how many."""
        old = sa.select(game.c.id).where(game.c.ended_at < before, game.c.due_ms.is_(None)).limit(AT_ONCE)
        async with self._database.write() as connection:
            ids = list(await connection.scalars(old))
            for table in (game_answer, game_vote, game_player, game_round):
                await connection.execute(sa.delete(table).where(table.c.game_id.in_(ids)))
            await connection.execute(sa.delete(game).where(game.c.id.in_(ids)))
            return len(ids)

    async def _games(self, *conditions: sa.ColumnElement[bool]) -> list[GameRow]:
        async with self._database.read() as connection:
            rows = await connection.execute(
                _columns(game, GameRow).where(*conditions).order_by(game.c.due_ms, game.c.id)
            )
            return [GameRow(*row) for row in rows]


def _columns(table: sa.Table, kind: type[Any]) -> sa.Select[Any]:
    return sa.select(*(table.c[field.name] for field in fields(kind)))


async def _sheet(connection: AsyncConnection, game_id: int) -> Sheet | None:
    row = (await connection.execute(_columns(game, GameRow).where(game.c.id == game_id))).first()
    if row is None:
        return None
    found = GameRow(*row)
    latest = (game_round.c.game_id == game_id, game_round.c.number == found.round)
    asked = (await connection.execute(_columns(game_round, RoundRow).where(*latest))).first()
    players = _columns(game_player, PlayerRow).where(game_player.c.game_id == game_id).order_by(game_player.c.user_id)
    given = (game_answer.c.game_id == game_id, game_answer.c.number == found.round)
    answers = _columns(game_answer, AnswerRow).where(*given).order_by(game_answer.c.press_id, game_answer.c.user_id)
    return Sheet(
        found,
        None if asked is None else RoundRow(*asked),
        tuple(PlayerRow(*one) for one in await connection.execute(players)),
        tuple(AnswerRow(*one) for one in await connection.execute(answers)),
    )


async def _move(connection: AsyncConnection, known: GameRow, **values: Any) -> bool:
    """Changes a game if it is where it was known to be."""
    same = (game.c.id == known.id, game.c.state == known.state, game.c.round == known.round)
    moved = await connection.execute(sa.update(game).where(*same).values(**values))
    return moved.rowcount == 1


async def _keep_players(connection: AsyncConnection, known: GameRow, players: Sequence[PlayerRow]) -> None:
    insert = upsert(connection.dialect.name, game_player)
    names = [field.name for field in fields(PlayerRow) if field.name != "user_id"]
    query = insert.on_conflict_do_update(
        index_elements=["game_id", "user_id"], set_={name: insert.excluded[name] for name in names}
    )
    owner = {"game_id": known.id, "guild_id": known.guild_id}
    rows = [owner | asdict(player) for player in players]
    for start in range(0, len(rows), AT_ONCE):
        await connection.execute(query, rows[start : start + AT_ONCE])


async def _keep_marks(connection: AsyncConnection, known: GameRow, marks: Mapping[int, tuple[bool, int]]) -> None:
    theirs = (
        game_answer.c.game_id == known.id,
        game_answer.c.number == known.round,
        game_answer.c.user_id == sa.bindparam("whose"),
    )
    query = sa.update(game_answer).where(*theirs)
    query = query.values(right=sa.bindparam("was_right"), points=sa.bindparam("worth"))
    rows = [{"whose": user_id, "was_right": right, "worth": points} for user_id, (right, points) in marks.items()]
    for start in range(0, len(rows), AT_ONCE):
        await connection.execute(query, rows[start : start + AT_ONCE])
