"""Takes answers: each is acknowledged only once it is stored, many in one transaction, and counted once.

What an open question needs is kept in memory (a door) and can be read again from storage at any moment.
"""

import asyncio
from typing import NamedTuple

import msgspec
from cachetools import LRUCache

from bot.errors import Refused, StorageTrouble
from bot.services.trivia.table import Table, table_of
from bot.storage.answers import AnswerBook, GivenAnswer
from bot.storage.games import GameBook
from bot.trivia.questions import Question
from bot.trivia.rounds import Mode, Window, moment_of
from bot.trivia.scoring import Player, team_for
from bot.trivia.session import State

AT_ONCE = 500  # answers in one transaction
DOORS = 2_000  # open questions that are remembered
LONGEST_ANSWER = 100


class Receipt(NamedTuple):
    """What is stored of a member: their `choice` (an index) or `text`; `changed` from another answer, or given
    `again`. `team` is that of who plays for one.
    """

    question: Question
    choice: int | None
    text: str | None
    changed: bool = False
    again: bool = False
    team: str | None = None


class _Given(msgspec.Struct):
    """An answer, and whether it is stored yet."""

    press_id: int
    choice: int | None
    text: str | None
    kept: asyncio.Future[None] | None


class Door(msgspec.Struct):
    """What an open question lets in: by the game, the question's number, and who answered it so far."""

    table: Table
    number: int
    window: Window
    may_answer: frozenset[int] | None
    players: dict[int, Player]
    given: dict[int, _Given]
    open: bool = True

    @classmethod
    def of(cls, table: Table) -> "Door":
        given = {one.user_id: _Given(one.press_id, one.choice, one.text, None) for one in table.answers}
        may_open = table.state is State.ASKING and not table.settled
        return cls(table, table.number, table.window, table.may_answer, dict(table.players), given, may_open)


class Desk:
    """Use cases of answers. One process serves a server, so what it has in memory is what is stored."""

    def __init__(self, book: AnswerBook, games: GameBook) -> None:
        self._book = book
        self._games = games
        self._doors: LRUCache[int, Door] = LRUCache(DOORS)
        self._looking: dict[int, asyncio.Task[Door | None]] = {}
        self._waiting: list[tuple[GivenAnswer, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None

    def open(self, table: Table) -> Door:
        """Lets answers to a game's latest question in."""
        door = self._doors[table.game.id] = Door.of(table)
        return door

    def move(self, table: Table) -> None:
        """A question that is open stays so until another instant."""
        known = self._doors.get(table.game.id)
        if known is None or known.number != table.number:
            self.open(table)
        else:
            known.window = table.window

    async def close(self, game_id: int) -> None:
        """Lets nobody in any more, and returns when those who were let in are stored."""
        door = self._doors.pop(game_id, None)
        if door is not None:
            door.open = False
            kept = [given.kept for given in door.given.values() if given.kept is not None]
            await asyncio.gather(*kept, return_exceptions=True)

    def forget(self, game_id: int | None = None) -> None:
        """Takes a game, or all of them, out of memory: what is stored has changed by another way."""
        if game_id is None:
            self._doors.clear()
        else:
            self._doors.pop(game_id, None)

    async def door(self, game_id: int) -> Door | None:
        """The door of a game's latest question; None for a game that is no more. Those who look at once look once."""
        known = self._doors.get(game_id)
        if known is not None:
            return known
        looking = self._looking.get(game_id)
        if looking is None:
            looking = self._looking[game_id] = asyncio.create_task(self._look(game_id))
            looking.add_done_callback(lambda _: self._looking.pop(game_id, None))
        return await asyncio.shield(looking)

    async def take(
        self,
        game_id: int,
        number: int,
        user_id: int,
        press_id: int,
        *,
        choice: int | None = None,
        text: str | None = None,
    ) -> Receipt:
        """Stores an answer by the interaction `press_id`, and says what is stored now.

        The same one twice, or one that was pressed before what is known already, changes nothing. Raises Refused for
        one that does not count, StorageTrouble when nothing was kept.
        """
        door = self._doors.get(game_id) or await self.door(game_id)
        self._check(door, number, user_id, press_id, choice)
        assert door is not None
        known = door.given.get(user_id)
        if known is not None:
            if known.press_id >= press_id or (known.choice, known.text) == (choice, text):
                if known.kept is not None:
                    await asyncio.shield(known.kept)
                return self._receipt(door, known, user_id, again=True)
            if not door.table.options.rules.changes:
                raise Refused("answer-fixed")
        return await self._keep(door, _Given(press_id, choice, text, None), user_id)

    def _check(self, door: Door | None, number: int, user_id: int, press_id: int, choice: int | None) -> None:
        if door is None:
            raise Refused("game-over")
        question = door.table.question
        if door.number != number or not door.open or question is None or not door.window.takes(moment_of(press_id)):
            over = door.table.state is State.ENDED
            raise Refused("game-over" if over else "answer-late")
        if choice is not None and (door.table.typed or not 0 <= choice < len(question.options)):
            raise Refused("answer-late")
        if choice is None and not door.table.typed:
            raise Refused("guess-choice")
        if door.may_answer is not None and user_id not in door.may_answer:
            if door.table.beyond:
                raise Refused("sudden-death")
            if user_id in door.players:
                raise Refused("out-of-game")
            raise Refused("not-in-game")

    async def _keep(self, door: Door, given: _Given, user_id: int) -> Receipt:
        joins = self._side(door, user_id)
        game, before = door.table.game, door.given.get(user_id)
        row = GivenAnswer(game.id, door.number, game.guild_id, user_id, given.press_id, given.choice, given.text, joins)
        kept = given.kept = asyncio.get_running_loop().create_future()
        door.given[user_id] = given
        self._waiting.append((row, kept))
        if self._writer is None:
            self._writer = asyncio.create_task(self._write(), name="trivia answers")
        try:
            await asyncio.shield(kept)
        except BaseException:
            if kept.done() and not kept.cancelled() and kept.exception() and door.given.get(user_id) is given:
                if before is None:
                    del door.given[user_id]
                else:
                    door.given[user_id] = before
            raise
        given.kept = None
        return self._receipt(door, given, user_id, changed=before is not None)

    def _side(self, door: Door, user_id: int) -> int | None:
        """The team of who plays for none yet: in a game of teams everybody who answers plays."""
        options, player = door.table.options, door.players.get(user_id)
        if options.mode is not Mode.TEAMS or (player is not None and player.team is not None):
            return None
        team = team_for(door.players.values(), options)
        door.players[user_id] = Player(user_id, team)
        return team

    def _receipt(
        self, door: Door, given: _Given, user_id: int, *, changed: bool = False, again: bool = False
    ) -> Receipt:
        question, player, teams = door.table.question, door.players.get(user_id), door.table.options.teams
        assert question is not None
        team = None if player is None or player.team is None else teams[player.team].name
        return Receipt(question, given.choice, given.text, changed, again, team)

    async def _look(self, game_id: int) -> Door | None:
        sheet = await self._games.sheet(game_id)
        if sheet is None:
            return None
        return self._doors.get(game_id) or self.open(table_of(sheet))

    async def _write(self) -> None:
        """Stores what waits, as many at once as have come while the last ones were stored."""
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
                await self._write_batch(batch)
        finally:
            self._writer = None

    async def _write_batch(self, batch: list[tuple[GivenAnswer, asyncio.Future[None]]]) -> None:
        try:
            found = await self._book.keep([row for row, _ in batch])
        except BaseException as error:
            trouble = error if isinstance(error, StorageTrouble) else StorageTrouble(repr(error))
            for _, kept in batch:
                _fail(kept, trouble)
            if not isinstance(error, Exception):
                raise
            return
        for row, kept in batch:
            if (row.game_id, row.number) in found:
                kept.set_result(None)
            else:
                _fail(kept, Refused("answer-late"))


def _fail(kept: asyncio.Future[None], error: Exception) -> None:
    kept.set_exception(error)
    kept.exception()  # whoever waits hears of it; when nobody does any more, nobody need be told
