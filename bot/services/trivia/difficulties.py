"""Has questions become as hard as play shows them to be, read anew now and then. The rule is trivia/difficulty.py's."""

import asyncio
from collections.abc import Mapping

from bot.services.trivia.questions import Questions
from bot.storage.boards import BoardBook
from bot.trivia.difficulty import ENOUGH, learned
from bot.trivia.questions import Difficulty


class Difficulties:
    """What play taught."""

    def __init__(self, book: BoardBook, questions: Questions) -> None:
        self._book = book
        self._questions = questions

    async def work(self) -> None:
        """Reads what has been counted since, and tells who deals. Raises StorageTrouble; then all stays as it is."""
        tallies = await self._book.tallies(ENOUGH)
        if tallies:
            await self._questions.relearn(await asyncio.to_thread(self._learned, tallies))

    def _learned(self, tallies: Mapping[str, tuple[int, int]]) -> dict[str, Difficulty]:
        """Those that prove to be harder or easier than was thought. Work for a thread: there are 10,000 facts."""
        found = {}
        for fact in self._questions.facts:
            tally = tallies.get(fact.id)
            if tally is not None and (now := learned(fact.difficulty, *tally)) is not fact.difficulty:
                found[fact.id] = now
        return found
