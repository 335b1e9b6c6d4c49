"""What is kept about a member, or about a server: counted, handed over as a file, erased. Knows no Discord."""

import asyncio
import datetime
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from bot import __version__
from bot.clock import Clock
from bot.storage.erasures import PERSON, SERVER, Erasure
from bot.storage.ownership import MEANINGS, Meaning
from bot.storage.privacy import Extract, PrivacyBook

log = logging.getLogger(__name__)

FORMAT = 1
MOST_ROWS = 10_000  # of each table in a file
MOST_BYTES = 8 * 1024 * 1024  # Discord takes 10 MiB
EXACT = 2**53  # beyond it many readers of JSON round
Forget = Callable[[int], None]


class DataFile(msgspec.Struct, frozen=True):
    """An export as a file; `left_out` older rows did not fit."""

    name: str
    content: bytes
    left_out: int


class _KeptData:
    """What is kept of somebody, in every table that a list of rules names."""

    what: str  # as files are called
    kind: str  # as erasures are remembered

    def __init__(self, book: PrivacyBook, clock: Clock, forget: Sequence[Forget]) -> None:
        """`forget`: the services that hold something in memory, each told whom to forget after an erasure."""
        self._book = book
        self._clock = clock
        self._forget = tuple(forget)

    async def count(self, whose: int) -> dict[str, int]:
        """How many rows each table has of them, in the order of the tables; only those with any."""
        return {table: rows for table, rows in (await self._book.count(whose)).items() if rows}

    async def export(self, whose: int) -> dict[str, Any]:
        """Everything, as JSON can carry it: moments in ISO 8601, Discord's ids as text."""
        return await asyncio.to_thread(self._told, whose, await self._book.extract(whose, MOST_ROWS))

    async def file(self, whose: int) -> DataFile:
        """The same as a file that Discord takes: when it would be too long, with the latest rows of each table."""
        most = MOST_ROWS
        while True:
            found = await self._book.extract(whose, most)
            content = await asyncio.to_thread(self._encoded, whose, found)
            if len(content) <= MOST_BYTES or most == 1:
                day = self._clock.now().date().isoformat()
                return DataFile(f"laurel-{self.what}-{day}.json", content, sum(one.left_out for one in found.values()))
            most //= 2

    async def erase(self, whose: int) -> None:
        """Erases them for good before it returns, and takes them out of memory. Raises StorageTrouble."""
        await self._book.erase(whose, Erasure(self.kind, whose, int(self._clock.now().timestamp())))
        for forget in self._forget:
            forget(whose)

    def _encoded(self, whose: int, found: Mapping[str, Extract]) -> bytes:
        return msgspec.json.format(msgspec.json.encode(self._told(whose, found)), indent=2) + b"\n"

    def _told(self, whose: int, found: Mapping[str, Extract]) -> dict[str, Any]:
        """Work for a thread: there may be thousands of rows."""
        return {
            "laurel": __version__,
            "what": self.what,
            "format": FORMAT,
            "exported_at": _moment(int(self._clock.now().timestamp())),
            "of": str(whose),
            "tables": {table: [_readable(row) for row in extract.rows] for table, extract in found.items()},
            "left_out": {table: extract.left_out for table, extract in found.items() if extract.left_out},
        }


class Privacy(_KeptData):
    """Use cases of a member's own data."""

    what = "my-data"
    kind = PERSON


class ServerData(_KeptData):
    """Use cases of a server's data. Reports and feedback sent from there belong to who wrote them."""

    what = "server-data"
    kind = SERVER

    async def erase(self, guild_id: int) -> None:
        """The same; also what the end of the 30 days after Laurel has left does."""
        await super().erase(guild_id)
        log.info("erased the data of server %d", guild_id)


def _readable(row: Mapping[str, Any]) -> dict[str, Any]:
    return {column: _value(value, MEANINGS.get(column, Meaning.OTHER)) for column, value in row.items()}


def _value(value: Any, meaning: Meaning) -> Any:
    match value:
        case bool() | None:
            return value
        case int() if meaning is Meaning.TIME:
            return _moment(value)
        case int() if meaning in (Meaning.PERSON, Meaning.SERVER, Meaning.PLACE) or abs(value) > EXACT:
            return str(value)
        case list():
            return [_value(one, meaning) for one in value]
        case dict():
            return {key: _value(one, meaning) for key, one in value.items()}
    return value


def _moment(seconds: int) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).isoformat().replace("+00:00", "Z")
