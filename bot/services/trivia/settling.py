"""What the answers to a question come to: judged before, then counted in the transaction that stores it."""

import asyncio
from collections.abc import Callable

from bot.clock import Clock
from bot.services.guilds import Guilds
from bot.services.trivia.questions import Questions
from bot.services.trivia.table import Table, row_of, table_of
from bot.services.zones import today_in
from bot.storage.games import AnswerRow, GameBook, GameRow, Settlement, Sheet
from bot.storage.scores import TRIVIA, ScoreRow
from bot.trivia.rounds import moment_of
from bot.trivia.scoring import Mark, settle

JUDGED_AT_ONCE = 20  # typed answers, before others have their turn


class Settling:
    """Makes the rule by which a question of a game is settled."""

    def __init__(self, book: GameBook, questions: Questions, guilds: Guilds, clock: Clock) -> None:
        self._book, self._questions, self._guilds, self._clock = book, questions, guilds, clock

    async def rule(self, game: GameRow, *, skipped: bool) -> Callable[[Sheet], Settlement]:
        """The rule for a question that takes no more answers. Typed ones are judged here, outside the transaction."""
        day = today_in((await self._guilds.of(game.guild_id)).zone, self._clock.now()).isoformat()
        sheet = await self._book.sheet(game.id)
        judged = {} if sheet is None else await self._judged(table_of(sheet))

        def settled(sheet: Sheet) -> Settlement:
            table = table_of(sheet)
            answers = {one.user_id: (moment_of(one.press_id), self._right(table, one, judged)) for one in table.answers}
            marks, players = settle(answers, table.players, table.options, table.window, skipped=skipped)
            return Settlement(
                marks={mark.user_id: (mark.right, mark.points) for mark in marks},
                players=[row_of(player) for player in players.values()],
                scores=[] if skipped else _scores(table, marks, day),
                skipped=skipped,
                idle=0 if answers else game.idle + 1,
            )

        return settled

    async def _judged(self, table: Table) -> dict[str, bool]:
        texts = list(dict.fromkeys(one.text for one in table.answers if one.text is not None))
        judged = {}
        for number, text in enumerate(texts, 1):
            assert table.question is not None
            judged[text] = self._questions.judge(text, table.question)
            if number % JUDGED_AT_ONCE == 0:
                await asyncio.sleep(0)
        return judged

    def _right(self, table: Table, answer: AnswerRow, judged: dict[str, bool]) -> bool:
        assert table.question is not None
        if answer.text is None:
            return answer.choice == table.question.right
        if answer.text not in judged:  # it came in between
            judged[answer.text] = self._questions.judge(answer.text, table.question)
        return judged[answer.text]


def _scores(table: Table, marks: list[Mark], day: str) -> list[ScoreRow]:
    """What counts on boards: nothing, where fewer answered than the server asks for."""
    question = table.question
    if question is None or len(marks) < table.options.rules.humans:
        return []
    topic = next(iter(question.artists), question.show)
    return [
        ScoreRow(
            guild_id=table.game.guild_id,
            user_id=mark.user_id,
            day=day,
            game=TRIVIA,
            asked=1,
            right=int(mark.right),
            points=mark.points,
            answer_ms=mark.taken_ms,
            topic=topic,
            question_id=question.id,
        )
        for mark in marks
    ]
