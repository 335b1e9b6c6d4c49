"""The questions of one topic, ready to be dealt: which are how hard, and in what mixture they come. Pure."""

from collections.abc import Iterable, Mapping

from bot.trivia.dealing import Fact
from bot.trivia.questions import Difficulty
from bot.trivia.stack import Card, Stack

QUOTA = 24  # cards of one act before every other act is through: nobody fills the game by having won much
ENOUGH = 100  # questions of each difficulty, for a mixture; what has fewer is dealt as one stack
MIXTURE = (Difficulty.EASY, Difficulty.MEDIUM, Difficulty.EASY, Difficulty.HARD, Difficulty.MEDIUM)


class Selection:
    """Facts, dealt by turns. Built in some 20 ms from 10,000 facts; a deal takes well under 1 ms."""

    def __init__(
        self,
        facts: Iterable[Fact],
        learned: Mapping[str, Difficulty],
        *,
        typed: bool,
        by_template: bool = False,
        quota: int | None = QUOTA,
    ) -> None:
        """`learned` says how hard some proved to be. `typed` takes what can be typed, else what can be chosen.

        Turns go by act, or by way of asking (`by_template`), as everything about one act would be one long turn.
        """
        self._facts = [fact for fact in facts if (fact.typed if typed else fact.chosen)]
        self._hard = [learned.get(fact.id, fact.difficulty) for fact in self._facts]
        self._by_template, self._quota = by_template, quota
        self._stacks = {difficulty: self._stack(difficulty) for difficulty in (None, *Difficulty)}
        self._mixed = all(self._stacks[difficulty].cards >= ENOUGH for difficulty in Difficulty)

    def count(self, difficulty: Difficulty | None = None) -> int:
        """How many different questions there are."""
        return self._stacks[difficulty].cards

    def deal(self, seed: str, turn: int, difficulty: Difficulty | None = None) -> Fact | None:
        """The fact of the `turn`-th turn (from 0) of the game called `seed`; None when there is none like that."""
        if difficulty is None and self._mixed:
            lap, within = divmod(turn, len(MIXTURE))
            difficulty = MIXTURE[within]
            turn = lap * MIXTURE.count(difficulty) + MIXTURE[:within].count(difficulty)
        stack = self._stacks[difficulty]
        return self._facts[stack.deal(f"{seed}/{difficulty or ''}", turn)] if stack.cards else None

    def _stack(self, difficulty: Difficulty | None) -> Stack:
        rows = enumerate(zip(self._facts, self._hard, strict=True))
        cards = (
            Card(fact.template if self._by_template else fact.owner, fact.template, number)
            for number, (fact, hard) in rows
            if difficulty in (None, hard)
        )
        return Stack(cards, self._quota)
