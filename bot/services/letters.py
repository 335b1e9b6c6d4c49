"""Takes what members write to whoever runs the bot: bounded, tidied, a few a day, each form once."""

from typing import Generic

from bot.clock import Clock
from bot.errors import UserError
from bot.storage.letters import D, L, LetterBook

MOST_A_DAY = 5
DAY = 24 * 60 * 60


class Letters(Generic[D, L]):
    """Use cases of one kind of letters. A member may have five open ones a day."""

    def __init__(self, book: LetterBook[D, L], clock: Clock) -> None:
        self._book = book
        self._clock = clock

    async def check(self, user_id: int) -> None:
        """Raises `too_many` when the member would have to wait: better told before writing than after."""
        times = await self._book.open_times(user_id, self._now() - DAY)
        if len(times) >= MOST_A_DAY:
            raise self.too_many(times[-MOST_A_DAY] + DAY)

    async def send(self, draft: D) -> L:
        """Keeps a letter; when this returns, it is stored. The same form again is the same letter.

        Raises what `clean` raises, and `too_many` with the moment from which there is room again.
        """
        letter = self.clean(draft)
        now = self._now()
        kept = await self._book.keep(letter, at=now, since=now - DAY, most=MOST_A_DAY)
        if kept is None:
            await self.check(draft.user_id)
            raise self.too_many(now + DAY)
        return kept

    async def all(self, *, closed: bool = False) -> list[L]:
        """Open ones, oldest first; with `closed`, all."""
        return await self._book.all(closed=closed)

    async def close(self, number: int) -> bool:
        """Whether there was such an open one."""
        return await self._book.close(number)

    def clean(self, draft: D) -> D:
        """The draft as it may be kept. Raises a UserError for one that says nothing."""
        raise NotImplementedError

    def too_many(self, again_at: int) -> UserError:
        """The error of who has written enough, and may again at `again_at` (UTC seconds)."""
        raise NotImplementedError

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


def tidied(text: str, longest: int) -> str:
    """`text` as it may be kept and shown in a terminal: no control characters, no reversed directions, bounded."""
    kept = "".join(letter if letter.isprintable() else " " if letter.isspace() else "" for letter in text)
    return " ".join(kept.split())[:longest]


def says_something(text: str) -> bool:
    """Whether there is a letter or a digit in it, in any script."""
    return any(letter.isalnum() for letter in text)
