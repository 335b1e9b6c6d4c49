"""What a game asks, in how many rounds, and when one is over. Pure: times are given, in UTC milliseconds."""

from enum import StrEnum

import msgspec

from bot.trivia.questions import EVERYTHING, Difficulty, Question, Topic

FEWEST_ROUNDS, MOST_ROUNDS = 3, 30
SHORTEST, LONGEST = 10, 120  # seconds
LONGEST_READING = 20
MOST_HUMANS = 10
LIVES = 3
SUDDEN_DEATHS = 3  # rounds beyond the last, while the first place is shared
IDLE_ROUNDS = 3  # without an answer, then a game ends
LOBBY_MS = 60_000
PAUSE_MS = 6_000  # between an answer told and the next question
GRACE_MS = 1_000  # an answer given in time may arrive so much later
FORGOTTEN_MS = 15 * 60_000  # nobody waits any more for a game that stood still so long
DISCORD_EPOCH_MS = 1_420_070_400_000


class Mode(StrEnum):
    """How a game is played."""

    CHOICE = "choice"
    TYPED = "typed"
    MIXED = "mixed"  # by turns
    ELIMINATION = "elimination"
    TEAMS = "teams"


class Team(msgspec.Struct, frozen=True):
    """One side of a game of teams; with a role, its members are those who have it."""

    name: str
    role_id: int | None = None


class Rules(msgspec.Struct, frozen=True):
    """What a server decided about all of its games.

    `reading` are seconds in which speed costs nothing; `changes`: whether an answer may be changed while the question
    is open; `humans`: how many must answer a question for its points to count on boards.
    """

    reading: int = 3
    changes: bool = True
    humans: int = 2


class GameOptions(msgspec.Struct, frozen=True):
    """What one game is: as its starter chose, or a preset says. `teams` only in that mode."""

    topic: Topic = EVERYTHING
    rounds: int = 10
    seconds: int = 20
    mode: Mode = Mode.CHOICE
    difficulty: Difficulty | None = None
    teams: tuple[Team, ...] = ()
    rules: Rules = Rules()

    @property
    def has_lobby(self) -> bool:
        """Whether one joins before the first question."""
        return self.mode in (Mode.ELIMINATION, Mode.TEAMS)

    @property
    def deck(self) -> str:
        """The name of the pile that its questions come from: a server has a turn of its own in each."""
        topic, typed = self.topic, "typed" if self.mode is Mode.TYPED else ""
        parts = (topic.artist, topic.show, topic.era, topic.pack, self.difficulty, typed)
        return "/".join("" if part is None else str(part) for part in parts)[:120]

    def types(self, number: int) -> bool:
        """Whether the answer of round `number` (from 1) is typed."""
        return self.mode is Mode.TYPED or (self.mode is Mode.MIXED and number % 2 == 0)


class Window(msgspec.Struct, frozen=True):
    """When a question is open."""

    asked_ms: int
    closes_ms: int

    def moved_to(self, asked_ms: int) -> "Window":
        """The same length from another instant: a message that was slow to appear costs nobody time."""
        return Window(asked_ms, asked_ms + self.closes_ms - self.asked_ms)

    def takes(self, at_ms: int) -> bool:
        """Whether an answer given then counts."""
        return at_ms <= self.closes_ms


def window(options: GameOptions, now_ms: int) -> Window:
    """The window of a question asked now: time to read it, then time to answer."""
    return Window(now_ms, now_ms + 1000 * (options.rules.reading + options.seconds))


def moment_of(snowflake: int) -> int:
    """When Discord made an id, in UTC milliseconds: an answer's own time, however late it reaches us."""
    return (snowflake >> 22) + DISCORD_EPOCH_MS


def typed_here(options: GameOptions, number: int, question: Question) -> bool:
    """Whether this question is answered by typing in that round."""
    return question.can_type and (options.types(number) or not question.can_choose)
