"""Counts a ballot's points from its picks and results. Sheets stay in memory, scoring goes on in a thread."""

import asyncio
import time
from collections.abc import Iterable, Mapping

import msgspec
from cachetools import LRUCache

from bot.ballots.ballot import first_id_at
from bot.ballots.night import Tally
from bot.ballots.results import Result, winners_of
from bot.ballots.scoring import Scores, Scoring, Sheet, Winners, added, score, sheet_of, standings
from bot.services.ballots.model import KINDS, WILL, Ballot, Standing, result_of
from bot.storage.ballots import BallotBook, ChosenRow

REMEMBERED = 64  # ballots; one of 10,000 members and 30 categories takes 1 MiB
IN_PLACE = 200  # members that are scored faster than a thread is asked


class Counting:
    """Standings are derived whenever they are asked for; only picks, which no longer change, are remembered."""

    def __init__(self, book: BallotBook) -> None:
        self._book = book
        self._sheets: LRUCache[tuple[int, int | None], _Kept] = LRUCache(REMEMBERED)
        self._forgotten = 0

    async def standing(self, ballot: Ballot, results: Iterable[Result]) -> Standing:
        """Everybody's place after these results, and how everybody picked: for whoever may know, after the lock."""
        kept = await self._of(ballot)
        scores = await _scored(kept.sheet, winners_of(results), ballot.scoring)
        places = standings(scores) if len(scores.members) < IN_PLACE else await asyncio.to_thread(standings, scores)
        return Standing(places, kept.tallies)

    async def season(self, ballots: Iterable[Ballot]) -> Standing:
        """Several ballots together."""
        scores = []
        for ballot in ballots:
            results = [result_of(row) for row in await self._book.results(ballot.id)]
            scores.append(await _scored((await self._of(ballot)).sheet, winners_of(results), ballot.scoring))
        return Standing(await asyncio.to_thread(lambda: standings(added(scores))))

    def forget(self, _whose: int = 0) -> None:
        """Picks changed or went: they are read anew."""
        self._forgotten += 1
        self._sheets.clear()

    def forget_ballot(self, ballot_id: int) -> None:
        self._forgotten += 1
        for key in [key for key in self._sheets if key[0] == ballot_id]:
            del self._sheets[key]

    async def _of(self, ballot: Ballot) -> "_Kept":
        key = (ballot.id, ballot.locks_at)
        known = self._sheets.get(key)
        if known is not None:
            return known
        times = self._forgotten
        before = None if ballot.locks_at is None else first_id_at(ballot.locks_at)
        chosen = await self._book.chosen(ballot.id, before, WILL)
        kept = await asyncio.to_thread(_kept, chosen, [(one.id, one.grand) for one in ballot.contents])
        if times == self._forgotten and ballot.locks_at is not None:
            self._sheets[key] = kept
        return kept


class _Kept(msgspec.Struct, frozen=True):
    """What no result changes."""

    sheet: Sheet
    tallies: Mapping[str, Mapping[str, Tally]]


def _kept(chosen: Iterable[ChosenRow], categories: Iterable[tuple[str, bool]]) -> _Kept:
    counts: dict[str, dict[str, dict[str, int]]] = {kind: {} for kind in KINDS}
    for one in chosen:
        counts[one.kind].setdefault(one.category, {})[one.choice] = one.count
    tallies = {
        kind: {category: Tally(category, found) for category, found in told.items()} for kind, told in counts.items()
    }
    picks = ((one.category, one.choice, map(int, one.members.split(","))) for one in chosen if one.members)
    return _Kept(sheet_of(picks, categories), tallies)


async def _scored(sheet: Sheet, winners: Winners, scoring: Scoring) -> Scores:
    """In a thread, which lets go after each category: it would hold the loop for as long as Python lets a thread."""
    if len(sheet.members) < IN_PLACE:
        return score(sheet, winners, scoring)
    return await asyncio.to_thread(score, sheet, winners, scoring, lambda: time.sleep(0))
