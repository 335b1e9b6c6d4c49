"""How many days in a row: a day missed ends it. Pure."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

DAY = datetime.timedelta(days=1)


class Streak(NamedTuple):
    """Days in a row: those that still go on, and the most there ever were."""

    now: int
    best: int


def streak_of(days: Iterable[datetime.date], today: datetime.date) -> Streak:
    """The streak of who did something on `days`, in any order. Today need not be done yet: it goes on until midnight.

    Days after `today` (of who travelled, or of a clock put right) count for nothing.
    """
    done = {day for day in days if day <= today}
    now = 0
    day = today if today in done else today - DAY
    while day in done:
        now, day = now + 1, day - DAY
    best = length = 0
    before = None
    for day in sorted(done):
        length = length + 1 if before is not None and day - before == DAY else 1
        best, before = max(best, length), day
    return Streak(now, best)
