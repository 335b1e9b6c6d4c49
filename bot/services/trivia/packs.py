"""A server's own questions: read from a file, previewed, then counted. Asks for no permission."""

import asyncio
from collections.abc import Collection

import msgspec
from cachetools import LRUCache

from bot.clock import Clock
from bot.errors import Refused
from bot.storage.packs import PackBook, PackHead
from bot.trivia.dealing import Fact
from bot.trivia.packs import Fault, OwnQuestion, PackFile, pack_name
from bot.trivia.templates.written import own_fact

MOST_PACKS = 20  # of one server
REMEMBERED = 64  # packs whose questions are at hand, of up to some 200 KB each


class Pack(msgspec.Struct, frozen=True):
    """A pack with its questions."""

    head: PackHead
    questions: tuple[OwnQuestion, ...]

    @property
    def typed_only(self) -> int:
        """How many can be asked in typed games only."""
        return sum(not question.wrong for question in self.questions)


class Upload(msgspec.Struct, frozen=True):
    """What came of a file: a draft, or none when no question in it can be asked; and what is wrong with the others."""

    draft_id: int | None
    name: str
    faults: tuple[Fault, ...]


class Packs:
    """Use cases of packs."""

    def __init__(self, book: PackBook, clock: Clock, taken: Collection[str] = ()) -> None:
        """`taken` are the names of packs that every server has."""
        self._book, self._clock = book, clock
        self._taken = frozenset(taken)
        self._facts: LRUCache[tuple[int, str], tuple[Fact, ...]] = LRUCache(REMEMBERED)

    async def add(self, guild_id: int, file: str, content: bytes, name: str | None = None) -> Upload:
        """Reads an uploaded file and keeps what can be asked as a draft. Raises Refused, StorageTrouble."""
        called = pack_name(name or file.rpartition(".")[0])
        if not called:
            raise Refused("pack-name")
        if called in self._taken:
            raise Refused("pack-name-taken", name=called)
        heads = await self._book.of_guild(guild_id)
        if called not in {head.name for head in heads} and len(heads) >= MOST_PACKS:
            raise Refused("pack-too-many", most=MOST_PACKS)
        read = await asyncio.to_thread(_read, file, content)
        if not read.questions:
            return Upload(None, called, read.faults)
        rows = msgspec.to_builtins(read.questions)
        return Upload(await self._book.draft(guild_id, called, rows, self._now()), called, read.faults)

    async def confirm(self, guild_id: int, user_id: int, pack_id: int) -> PackHead:
        """Lets a draft count, for good before it returns. Raises Refused when it is gone, StorageTrouble."""
        head = await self._book.confirm(guild_id, user_id, pack_id, MOST_PACKS, self._now())
        if head is None:
            raise Refused("pack-gone")
        self.forget(guild_id)
        return head

    async def remove(self, guild_id: int, user_id: int, pack_id: int) -> PackHead:
        """Deletes a pack or a draft. Raises Refused when it was gone, StorageTrouble."""
        head = await self._book.remove(guild_id, user_id, pack_id, self._now())
        if head is None:
            raise Refused("pack-gone")
        self.forget(guild_id)
        return head

    async def of_guild(self, guild_id: int) -> list[PackHead]:
        """The server's packs that count, by name."""
        return await self._book.of_guild(guild_id)

    async def find(self, guild_id: int, pack_id: int) -> Pack:
        """A pack or a draft. Raises Refused when it is gone."""
        return _whole(await self._book.find(guild_id, pack_id))

    async def named(self, guild_id: int, name: str) -> Pack:
        """A pack that counts, by its name as somebody types it. Raises Refused when there is none."""
        return _whole(await self._book.named(guild_id, pack_name(name)))

    async def facts(self, guild_id: int, name: str) -> tuple[Fact, ...]:
        """What can be asked of a pack; nothing when there is none of that name."""
        called = pack_name(name)
        key = (guild_id, called)
        if key not in self._facts:
            found = await self._book.named(guild_id, called)
            questions = _whole(found).questions if found else ()
            self._facts[key] = tuple(own_fact(guild_id, called, question) for question in questions)
        return self._facts[key]

    def forget(self, guild_id: int) -> None:
        """Reads a server's packs anew when they are asked for again."""
        for key in [key for key in self._facts if key[0] == guild_id]:
            self._facts.pop(key, None)

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


def _whole(found: tuple[PackHead, list[object]] | None) -> Pack:
    if found is None:
        raise Refused("pack-gone")
    return Pack(found[0], msgspec.convert(found[1], tuple[OwnQuestion, ...]))


def _read(name: str, content: bytes) -> PackFile:
    from bot.trivia.pack_files import read_pack  # YAML: 10 ms of a start for what few servers ever do

    return read_pack(name, content)
