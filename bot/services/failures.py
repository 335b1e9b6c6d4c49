"""Posts that could not be made: noted by whoever posts, shown by /config check. Knows nothing of Discord."""

from enum import StrEnum

from bot.clock import Clock
from bot.storage.failures import Failure, FailureBook

__all__ = ["Failure", "Failures", "Why"]

SHOWN = 5


class Why(StrEnum):
    """Why a post could not be made."""

    FORBIDDEN = "forbidden"  # Discord 403: a permission is missing
    GONE = "gone"  # Discord 404: the channel is no more
    UNREACHABLE = "unreachable"  # Discord 5xx, or no answer


class Failures:
    """Use cases of failed posts."""

    def __init__(self, book: FailureBook, clock: Clock) -> None:
        self._book = book
        self._clock = clock

    async def note(self, guild_id: int, channel_id: int, why: Why) -> None:
        """Keeps that a post in a channel of a server failed now."""
        await self._book.add(guild_id, Failure(channel_id, int(self._clock.now().timestamp()), why.value))

    async def latest(self, guild_id: int) -> list[Failure]:
        """The last few, newest first."""
        return await self._book.latest(guild_id, SHOWN)
