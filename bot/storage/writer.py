"""Writes run one after another, and those that wait together share one commit. Opens nothing: database.py does."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import StorageTrouble

log = logging.getLogger(__name__)


class Transaction:
    """A connection on which a transaction has begun, and a way to its driver that spares what SQLAlchemy adds."""

    def __init__(self, connection: AsyncConnection, run: Callable[..., Awaitable[Any]]) -> None:
        """`run(statements)` executes statements that return nothing, as the driver does, with its exceptions."""
        self.connection = connection
        self.run = run

    async def close(self) -> None:
        await self.connection.close()


class _Group:
    """Writes that stand in one transaction and are committed together: the first bare, the others behind savepoints.

    One savepoint is set at a time, called by turns `odd` and `even`: whoever rolls back to one that was never set must
    fail, and not undo the write before.
    """

    def __init__(self, transaction: Transaction) -> None:
        self.connection = transaction.connection
        self.ended: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()  # what went wrong, if so
        self._run = transaction.run
        self._savepoint = ""

    async def mark(self) -> None:
        """From here `undo` undoes."""
        before, self._savepoint = self._savepoint, "even" if self._savepoint == "odd" else "odd"
        release = [f"RELEASE SAVEPOINT {before}"] if before else []
        await self._run([*release, f"SAVEPOINT {self._savepoint}"])

    async def undo(self) -> None:
        if self.connection.invalidated:
            raise StorageTrouble("the connection was lost")
        await self._run([f"ROLLBACK TO SAVEPOINT {self._savepoint}"])


class Writer:
    """Whose turn it is to write, and what waits for its commit."""

    def __init__(self, begin: Callable[[], Awaitable[Transaction]]) -> None:
        """`begin` leaves nothing open when it is cancelled."""
        self._begin = begin
        self._turn = asyncio.Lock()  # whoever has it writes, or commits
        self._group: _Group | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """See Database.write."""
        async with self._turn:
            group, first = self._group, False
            if group is None:
                group, first = _Group(await self._begin()), True
                self._group = group
            try:
                if not first:
                    await _plainly(group.mark())
                yield group.connection
            except BaseException as error:
                await self._undo(group, first, error)
                raise
            if first:  # behind those who wait for their turn now
                self._start(self._commit(group))
        if (trouble := await asyncio.shield(group.ended)) is not None:
            raise StorageTrouble(trouble)

    async def rest(self) -> None:
        """Returns when nobody writes or waits, and everything written is committed."""
        while True:
            async with self._turn:  # behind everybody who waits
                pass
            if not self._tasks:
                return
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def abandon(self, opening: asyncio.Future[Any]) -> None:
        """Closes again what nobody waits for any more, once it is open."""
        self._start(_abandon(opening))

    async def _undo(self, group: _Group, first: bool, error: BaseException) -> None:
        """Undoes the block that has the turn; all of the group where it cannot be undone alone."""
        undone = False
        try:
            if not first:
                await group.undo()
                undone = True
        except Exception as lost:  # SQLite, out of space, has rolled everything back by itself; a connection is gone
            log.debug("a savepoint was lost, and its group with it: %s", lost)
        finally:
            if not undone:
                self._group = None
                await asyncio.shield(self._start(self._give_up(group, error)))

    async def _commit(self, group: _Group) -> None:
        async with self._turn:
            if self._group is not group:
                return
            self._group = None
            try:
                await group.connection.commit()
            except BaseException as error:
                await self._give_up(group, error)
            else:
                group.ended.set_result(None)
                await _quietly(group.connection.close())

    async def _give_up(self, group: _Group, error: BaseException) -> None:
        """Tells every block of the group that nothing of it was kept."""
        group.ended.set_result(str(error.orig) if isinstance(error, DBAPIError) else f"given up: {error!r}")
        await _quietly(group.connection.rollback())
        await _quietly(group.connection.close())

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Work that goes on when whoever asked for it is cancelled."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


async def _abandon(opening: asyncio.Future[Any]) -> None:
    await asyncio.wait((opening,))
    if opening.cancelled() or opening.exception() is not None:
        return
    await _quietly(opening.result().close())


async def _plainly(work: Awaitable[None]) -> None:
    """What a driver says without SQLAlchemy, said as SQLAlchemy's errors are in the end."""
    try:
        await work
    except Exception as error:
        raise StorageTrouble(str(error)) from error


async def _quietly(work: Awaitable[None]) -> None:
    """The end of a connection, whose failure changes nothing for anybody any more."""
    try:
        await work
    except Exception as error:
        log.debug("a connection ended badly: %s", error)
