"""Takes what members report about facts, and hands it to whoever runs the bot. Knows nothing of Discord's forms."""

from dataclasses import replace

from bot.clock import Clock
from bot.errors import EmptyReport, TooManyReports
from bot.storage.reports import Draft, Report, ReportBook

__all__ = ["Draft", "Report", "Reports"]

MOST_A_DAY = 5
DAY = 24 * 60 * 60
LONGEST_WHAT, LONGEST_SOURCE, LONGEST_LINE = 1_000, 500, 100


class Reports:
    """Use cases of reports. A member may have five open ones a day."""

    def __init__(self, book: ReportBook, clock: Clock) -> None:
        self._book = book
        self._clock = clock

    async def check(self, user_id: int) -> None:
        """Raises TooManyReports when the member would have to wait: better told before writing than after."""
        times = await self._book.open_times(user_id, self._now() - DAY)
        if len(times) >= MOST_A_DAY:
            raise TooManyReports(times[-MOST_A_DAY] + DAY)

    async def send(self, draft: Draft) -> Report:
        """Keeps a report; when this returns, it is stored. The same form again is the same report.

        Raises EmptyReport when nothing is said, TooManyReports with the moment from which there is room again.
        """
        what = tidied(draft.what, LONGEST_WHAT)
        if not any(letter.isalnum() for letter in what):
            raise EmptyReport
        now = self._now()
        clean = replace(
            draft,
            what=what,
            source=tidied(draft.source, LONGEST_SOURCE),
            about=tidied(draft.about, LONGEST_LINE),
            address=tidied(draft.address, LONGEST_LINE),
        )
        kept = await self._book.keep(clean, at=now, since=now - DAY, most=MOST_A_DAY)
        if kept is None:
            await self.check(draft.user_id)
            raise TooManyReports(now + DAY)
        return kept

    async def all(self, *, closed: bool = False) -> list[Report]:
        """Open ones, oldest first; with `closed`, all."""
        return await self._book.all(closed=closed)

    async def close(self, number: int) -> bool:
        """Whether there was such an open report."""
        return await self._book.close(number)

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


def tidied(text: str, longest: int) -> str:
    """`text` as it may be kept and shown in a terminal: no control characters, no reversed directions, bounded."""
    kept = "".join(letter if letter.isprintable() else " " if letter.isspace() else "" for letter in text)
    return " ".join(kept.split())[:longest]
