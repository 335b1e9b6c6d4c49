"""Who was forgotten, kept for as long as backups may hold them: restoring one forgets them again."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.schema import erasure

PERSON, SERVER = "person", "server"
KEPT_FOR = 60 * 86_400  # seconds: twice as long as the oldest of our own backups is kept


class Erasure(NamedTuple):
    """That a person or a server was forgotten, at a time in UTC seconds."""

    kind: str
    whose: int
    at: int


async def note_erasure(connection: AsyncConnection, told: Erasure) -> None:
    """Keeps it in the transaction that forgets them; an earlier one of theirs goes, and those that are long past."""
    same = (erasure.c.kind == told.kind) & (erasure.c.whose == told.whose)
    await connection.execute(sa.delete(erasure).where(same | (erasure.c.at < told.at - KEPT_FOR)))
    await connection.execute(sa.insert(erasure).values(**told._asdict()))


class Erasures:
    """All that are still remembered."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> frozenset[Erasure]:
        async with self._database.read() as connection:
            return frozenset(Erasure(*row) for row in await connection.execute(sa.select(erasure)))


def erasures_of(file: Path) -> frozenset[Erasure]:
    """Those that an SQLite file remembers, without changing it: none where it is missing, broken, or of an older
    version. Waits for the disk.
    """
    if not file.exists():
        return frozenset()
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            return frozenset(Erasure(*row) for row in connection.execute("SELECT kind, whose, at FROM erasure"))
    except sqlite3.Error:
        return frozenset()
