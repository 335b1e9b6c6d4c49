"""Takes votes: each is answered only once it is stored, and those that come together are stored together."""

import asyncio

from bot.errors import Refused, StorageTrouble
from bot.storage.poll_votes import Ballot, VoteBook, Voted

AT_ONCE = 500  # votes in one transaction


class Urn:
    """One for all polls. While some votes are written the next gather, so that a crowd costs few transactions."""

    def __init__(self, book: VoteBook) -> None:
        self._book = book
        self._waiting: list[tuple[Ballot, asyncio.Future[Voted]]] = []
        self._writer: asyncio.Task[None] | None = None

    async def cast(self, ballot: Ballot) -> Voted:
        """Returns when the vote is stored for good. Raises Refused, StorageTrouble: then it is not."""
        kept: asyncio.Future[Voted] = asyncio.get_running_loop().create_future()
        self._waiting.append((ballot, kept))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write(), name="votes")
        return await kept

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
            try:
                outcomes = await self._book.keep([ballot for ballot, _ in batch])
            except BaseException as error:
                for _, kept in batch:
                    if not kept.done():
                        kept.set_exception(StorageTrouble(str(error) or repr(error)))
                if not isinstance(error, StorageTrouble):
                    raise
            else:
                for (_, kept), outcome in zip(batch, outcomes, strict=True):
                    if kept.done():  # whoever asked has gone; the vote stands
                        continue
                    if isinstance(outcome, Refused):
                        kept.set_exception(outcome)
                    else:
                        kept.set_result(outcome)
