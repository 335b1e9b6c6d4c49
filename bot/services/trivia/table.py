"""A game as its rules see it: what storage keeps, decoded. Nothing here changes anything."""

from dataclasses import dataclass
from functools import cached_property

import msgspec

from bot.storage.games import AnswerRow, GameRow, PlayerRow, Sheet
from bot.trivia.questions import Question
from bot.trivia.rounds import GameOptions, Window
from bot.trivia.scoring import Place, Player, contenders, standings
from bot.trivia.session import State

CLOSED = Window(0, 0)


@dataclass(frozen=True)
class Table:
    """Where a game is played: the game, its latest question if it has one, who plays, and who answered that question.

    `window` says when the question is open; `posted` is its message, None while nobody has seen it.
    """

    game: GameRow
    options: GameOptions
    players: dict[int, Player]
    answers: tuple[AnswerRow, ...]
    question: Question | None = None
    typed: bool = False
    posted: int | None = None
    window: Window = CLOSED
    settled: bool = False
    skipped: bool = False

    @property
    def state(self) -> State:
        return State(self.game.state)

    @property
    def number(self) -> int:
        return self.game.round

    @property
    def beyond(self) -> bool:
        """Whether the latest round is one of sudden death."""
        return self.number > self.options.rounds

    @cached_property
    def standings(self) -> list[Place]:
        return standings(self.players.values(), self.options)

    @cached_property
    def may_answer(self) -> frozenset[int] | None:
        """Who may answer the latest question; None: everybody. What it brought must not be counted yet."""
        return contenders(tuple(self.players.values()), self.options, self.number)


def table_of(sheet: Sheet) -> Table:
    options = msgspec.convert(sheet.game.options, GameOptions)
    players = {one.user_id: player_of(one) for one in sheet.players}
    asked = sheet.round
    if asked is None:
        return Table(sheet.game, options, players, sheet.answers)
    return Table(
        sheet.game,
        options,
        players,
        sheet.answers,
        question=msgspec.convert(asked.question, Question),
        typed=asked.typed,
        posted=asked.message_id,
        window=Window(asked.asked_ms, asked.closes_ms),
        settled=asked.settled_ms is not None,
        skipped=asked.skipped,
    )


def player_of(row: PlayerRow) -> Player:
    return Player(row.user_id, row.team, row.lives, row.points, row.right, row.streak)


def row_of(player: Player) -> PlayerRow:
    return PlayerRow(player.user_id, player.team, player.lives, player.points, player.right, player.streak)
