"""The rules of the daily challenge: how it is put together, and when a server's is due. Pure."""

import datetime
from collections.abc import Awaitable, Callable, Sequence
from zoneinfo import ZoneInfo

from bot.errors import Refused
from bot.trivia.questions import Difficulty, Question

LADDER = (Difficulty.EASY,) * 4 + (Difficulty.MEDIUM,) * 4 + (Difficulty.HARD,) * 2
QUESTIONS = len(LADDER)
SPARE = 4  # turns of each difficulty that a day may pass over, so that no artist comes twice
CATCH_UP = datetime.timedelta(hours=12)
_FIRST = datetime.date(2026, 1, 1)
Deal = Callable[[int, Difficulty | None], Awaitable[Question]]


async def put_together(day: datetime.date, deal: Deal) -> list[Question]:
    """The ten of a day, from easy to hard, about different artists as far as there are.

    `deal(turn, difficulty)` gives the question of a turn. Each day has turns of its own, so that questions come again
    only once a pile is through. Raises Refused when there is nothing to ask.
    """
    found: list[Question] = []
    number = (day - _FIRST).days
    for difficulty in dict.fromkeys(LADDER):
        wanted = LADDER.count(difficulty)
        width = wanted + SPARE
        dealt = [await _dealt(deal, number * width + turn, difficulty) for turn in range(width)]
        found += _different(dealt, found, wanted)
    turn = number * QUESTIONS
    for offset in range(QUESTIONS * 3):  # one difficulty has too few: whatever there is
        if len(found) == QUESTIONS:
            break
        found += _different([await deal(turn + offset, None)], found, 1)
    return found


def is_due(now: datetime.datetime, hour: int, zone: str, since: int) -> datetime.datetime | None:
    """When a challenge should have been posted that now can still be: the latest `hour` o'clock in `zone` before `now`
    (aware), not longer ago than twelve hours, nor before `since` (UTC seconds). One a day, also when clocks change.
    """
    today = now.astimezone(ZoneInfo(zone)).date()
    for day in (today, today - datetime.timedelta(days=1)):
        at = datetime.datetime.combine(day, datetime.time(hour), ZoneInfo(zone)).astimezone(datetime.UTC)
        if at <= now:
            return at if now - at < CATCH_UP and at.timestamp() >= since else None
    return None


async def _dealt(deal: Deal, turn: int, difficulty: Difficulty) -> Question | None:
    try:
        return await deal(turn, difficulty)
    except Refused:  # none is as hard as that
        return None


def _different(dealt: Sequence[Question | None], before: Sequence[Question], wanted: int) -> list[Question]:
    """Up to `wanted` of what was dealt: first those whose artists are new, and no question twice."""
    chosen: list[Question] = []
    seen = {question.id for question in before}
    artists = {artist for question in before for artist in question.artists}
    for strict in (True, False):
        for question in dealt:
            if question is None or not question.can_choose or question.id in seen or len(chosen) == wanted:
                continue
            if strict and artists.intersection(question.artists):
                continue
            chosen.append(question)
            seen.add(question.id)
            artists.update(question.artists)
    return chosen
