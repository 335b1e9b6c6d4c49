"""A game to try: questions that are known before, a channel that keeps what is shown, and a clock that is pushed."""

import datetime
from dataclasses import dataclass, field

from bot.errors import Refused, SendFault
from bot.services.failures import Failures
from bot.services.guilds import Guilds
from bot.services.trivia.desk import Desk
from bot.services.trivia.games import Actor, Games
from bot.services.trivia.master import GameMaster
from bot.services.trivia.questions import Questions
from bot.services.trivia.settling import Settling
from bot.services.trivia.table import Table
from bot.storage.answers import AnswerBook
from bot.storage.database import Database
from bot.storage.failures import FailureBook
from bot.storage.games import GameBook
from bot.storage.guilds import GuildBook
from bot.trivia.questions import EVERYTHING, Difficulty, Localised, Option, Question, Topic
from bot.trivia.rounds import DISCORD_EPOCH_MS, GameOptions
from tests.conftest import StillClock

GUILD, CHANNEL, STARTER = 10, 20, 30
NAMES = ("IU", "Rosé", "RM", "Jimin")


def question(number: int) -> Question:
    """The `number`-th: its right answer goes round the four names."""
    return Question(
        id=f"try:{number}",
        template="try",
        difficulty=Difficulty.EASY,
        prompt=Localised(f"Who is number {number}?", f"{number}번은 누구일까요?"),
        after=Localised(f"{NAMES[number % 4]} is number {number}.", f"{number}번은 {NAMES[number % 4]}예요."),
        options=tuple(Option(Localised(name, name)) for name in NAMES),
        right=number % 4,
        accepted=(NAMES[number % 4], "all of them"),
        artists=("iu",),
        sources=("https://example.org/a",),
    )


class KnownQuestions(Questions):
    """Deals the questions above, in their order; there are `there` of them."""

    def __init__(self, there: int = 100) -> None:
        self.there = there

    async def deal(
        self,
        seed: str,
        turn: int,
        topic: Topic = EVERYTHING,
        difficulty: Difficulty | None = None,
        *,
        guild_id: int | None = None,
        typed: bool = False,
    ) -> Question:
        if not self.there:
            raise Refused("no-questions")
        return question(turn)

    async def count(
        self,
        topic: Topic = EVERYTHING,
        difficulty: Difficulty | None = None,
        *,
        guild_id: int | None = None,
        typed: bool = False,
    ) -> int:
        return self.there

    def judge(self, answer: str, question: Question) -> bool:
        return answer.casefold() in (one.casefold() for one in question.accepted)


@dataclass
class Channel:
    """Discord, as a game knows it: `shown` tells what was posted or drawn anew; `fault` is raised instead, if set."""

    clock: StillClock
    shown: list[tuple[str, Table]] = field(default_factory=list)
    fault: SendFault | None = None
    messages: int = 0

    def said(self) -> list[str]:
        return [what for what, _ in self.shown]

    @property
    def last(self) -> Table:
        return self.shown[-1][1]

    async def lobby(self, table: Table) -> int:
        return self._post("lobby", table)

    async def begin(self, table: Table) -> None:
        self._post("begin", table)

    async def ask(self, table: Table) -> int:
        return self._post("ask", table)

    async def redraw(self, table: Table) -> None:
        self._post("redraw", table)

    async def reveal(self, table: Table) -> None:
        self._post("reveal", table)

    async def end(self, table: Table) -> None:
        self._post("end", table)

    def _post(self, what: str, table: Table) -> int:
        if self.fault is not None:
            raise self.fault
        self.shown.append((what, table))
        self.messages += 1
        return snowflake(self.clock, self.messages)


@dataclass
class Club:
    """One process of the bot with its games; `again` is the next one, on the same database."""

    database: Database
    clock: StillClock
    channel: Channel
    questions: KnownQuestions = field(default_factory=KnownQuestions)
    here: set[int] = field(default_factory=lambda: {GUILD})
    presses: int = 0
    processes: list[GameMaster] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.book = GameBook(self.database)
        self.guilds = Guilds(GuildBook(self.database), self.clock)
        self.failures = Failures(FailureBook(self.database), self.clock)
        self.desk = Desk(AnswerBook(self.database), self.book)
        settling = Settling(self.book, self.questions, self.guilds, self.clock)
        self.master = GameMaster(self.book, self.desk, self.questions, settling, self.failures, self.clock)
        self.games = Games(self.book, self.desk, self.master, self.questions, self.guilds)
        self.processes.append(self.master)
        self.rung: list[float | None] = []
        self.master.meet(self.channel, lambda guild_id: guild_id in self.here)
        self.master.hang(self.rung.append)

    def again(self) -> "Club":
        """A fresh process: nothing is remembered but what is stored."""
        return Club(self.database, self.clock, self.channel, self.questions, self.here, self.presses, self.processes)

    async def close(self) -> None:
        for master in self.processes:
            await master.close()
        await self.database.close()

    async def start(self, channel: int = CHANNEL, by: int = STARTER, **options: object) -> Table:
        table = await self.games.start(GUILD, channel, Actor(by), GameOptions(**options))  # type: ignore[arg-type]
        await self.master.work()
        return await self.table(table.game.id)

    async def table(self, game_id: int) -> Table:
        found = await self.games.table(game_id)
        assert found is not None
        return found

    async def wait(self, seconds: float) -> None:
        """Time passes, and whatever is due by then is done."""
        self.clock.time += datetime.timedelta(seconds=seconds)
        await self.master.work()

    def press(self) -> int:
        """The id of an interaction of this moment."""
        self.presses += 1
        return snowflake(self.clock, self.presses)

    async def answer(self, table: Table, user_id: int, choice: int | None = None, text: str | None = None) -> object:
        press = self.press()
        return await self.games.answer(table.game.id, table.number, user_id, press, choice=choice, text=text)


def snowflake(clock: StillClock, number: int) -> int:
    return ((int(clock.now().timestamp() * 1000) - DISCORD_EPOCH_MS) << 22) + number
