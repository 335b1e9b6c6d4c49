"""What servers decided: read once, changed with a trace, never old for who asks."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import StorageTrouble
from bot.services.coming import ComingKind
from bot.services.guilds import REMEMBERED, Guilds
from bot.storage.database import Database
from bot.storage.guilds import GuildBook, GuildSettings, Kept
from tests.conftest import StillClock

ADMIN, OTHER = 7, 8


class SlowBook(GuildBook):
    """One that counts what it is asked, and holds a read back until it may go on."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.reads = 0
        self.go_on = asyncio.Event()
        self.go_on.set()

    async def find(self, guild_id: int) -> Kept:
        self.reads += 1
        found = await super().find(guild_id)
        await self.go_on.wait()
        return found


@pytest.fixture
async def book(tmp_path: Path) -> AsyncIterator[SlowBook]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/laurel.db")
    await database.open()
    yield SlowBook(database)
    await database.close()


@pytest.fixture
def guilds(book: SlowBook, clock: StillClock) -> Guilds:
    return Guilds(book, clock)


async def test_it_is_read_once_and_then_remembered(guilds: Guilds, book: SlowBook) -> None:
    for _ in range(5):
        assert await guilds.of(1) == GuildSettings()
    assert book.reads == 1, "also of a server that decided nothing"
    await guilds.of(2)
    assert book.reads == 2


async def test_outside_servers_nobody_is_asked(guilds: Guilds, book: SlowBook) -> None:
    assert await guilds.of(None) == GuildSettings() and await guilds.kept(None) == Kept(GuildSettings(), 0)
    assert book.reads == 0


async def test_a_change_is_seen_at_once_without_reading_and_after_a_restart(
    guilds: Guilds, book: SlowBook, clock: StillClock
) -> None:
    kept = await guilds.change(1, ADMIN, language="ko", hour=9)
    assert kept == await guilds.kept(1) == Kept(GuildSettings(language="ko", hour=9), 1) and book.reads == 0
    assert await Guilds(book, clock).kept(1) == kept
    (first, second) = await guilds.changes(1)
    assert (first.at, first.user_id, second.what) == (int(clock.time.timestamp()), ADMIN, "language")


async def test_a_change_during_the_first_read_is_not_forgotten(guilds: Guilds, book: SlowBook) -> None:
    book.go_on.clear()
    reading = asyncio.create_task(guilds.of(1))
    while not book.reads:
        await asyncio.sleep(0)
    await guilds.change(1, ADMIN, language="ko")
    book.go_on.set()
    assert (await reading).language == "ko" and (await guilds.of(1)).language == "ko"


async def test_what_is_forgotten_during_the_first_read_is_read_again(guilds: Guilds, book: SlowBook) -> None:
    """A server's data may be deleted just then."""
    book.go_on.clear()
    reading = asyncio.create_task(guilds.of(1))
    while not book.reads:
        await asyncio.sleep(0)
    guilds.forget(1)
    book.go_on.set()
    await reading
    await guilds.of(1)
    assert book.reads == 2


async def test_two_admins_at_once_leave_memory_as_the_database_is(
    guilds: Guilds, book: SlowBook, clock: StillClock
) -> None:
    await asyncio.gather(*(guilds.change(1, admin, hour=admin) for admin in range(1, 24)), guilds.of(1))
    assert await guilds.kept(1) == await Guilds(book, clock).kept(1)
    assert (await guilds.kept(1)).version == 23


async def test_a_change_whose_end_nobody_saw_is_read_again(guilds: Guilds, book: SlowBook, clock: StillClock) -> None:
    """Cancelled while it was committed, it may have been kept."""
    await guilds.of(1)
    for moment in range(40):
        changing = asyncio.create_task(guilds.change(1, ADMIN, spoiler_hours=moment + 100))
        for _ in range(moment):
            await asyncio.sleep(0)
        changing.cancel()
        await asyncio.gather(changing, return_exceptions=True)
        await book._database._writer.rest()
        assert await guilds.kept(1) == await Guilds(book, clock).kept(1), moment


async def test_a_change_that_could_not_be_kept_is_in_nobodys_memory(
    guilds: Guilds, book: SlowBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    await guilds.change(1, ADMIN, hour=5)

    async def fail(*_: object) -> Kept:
        raise StorageTrouble("full")

    with monkeypatch.context() as patch:
        patch.setattr(book, "change", fail)
        with pytest.raises(StorageTrouble):
            await guilds.change(1, ADMIN, hour=6)
    assert (await guilds.of(1)).hour == 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": "fr"},
        {"language": ""},
        {"visibility": "secret"},
        {"visibility": None},
        {"spoiler_hours": 169},
        {"spoiler_hours": -1},
        {"hour": 24},
        {"games": "friends"},
        {"kinds": ["comebacks"]},
        {"kinds": ["voting", ""]},
    ],
    ids=str,
)
async def test_a_value_that_no_button_offers_is_refused(
    guilds: Guilds, book: SlowBook, wrong: dict[str, object]
) -> None:
    with pytest.raises(ValueError):
        await guilds.change(1, ADMIN, zone="UTC", **wrong)
    assert await guilds.kept(1) == Kept(GuildSettings(), 0) and await guilds.changes(1) == []


async def test_a_setting_that_there_is_not_is_refused(guilds: Guilds) -> None:
    with pytest.raises(TypeError):
        await guilds.change(1, ADMIN, colour="red")


async def test_kinds_come_in_any_iterable_without_repeats(guilds: Guilds) -> None:
    kept = await guilds.change(1, ADMIN, kinds=[ComingKind.VOTING, "voting", "birthdays"])
    assert kept.settings.kinds == ("voting", "birthdays")
    assert (await guilds.change(1, ADMIN, kinds=iter(("voting", "birthdays")))).version == 1
    assert (await guilds.change(1, ADMIN, kinds=[])).settings.kinds == ()


async def test_channels_come_in_any_iterable_without_repeats(guilds: Guilds) -> None:
    kept = await guilds.change(1, ADMIN, game_channels=[5, 2**62, 5])
    assert kept.settings.game_channels == (5, 2**62)
    assert (await guilds.change(1, OTHER, game_channels=[5, 2**62])).version == 1, "no change is none"


async def test_memory_is_bounded(guilds: Guilds, book: SlowBook, monkeypatch: pytest.MonkeyPatch) -> None:
    async def nothing(guild_id: int) -> Kept:
        return Kept(GuildSettings(), guild_id)

    monkeypatch.setattr(book, "find", nothing)
    for guild_id in range(1, REMEMBERED + 100):
        await guilds.of(guild_id)
    assert len(guilds._remembered) == REMEMBERED


async def test_five_thousand_servers_take_little_memory(guilds: Guilds) -> None:
    """At most 5 MiB; measured with everything changed, so nothing is shared but what is the same object in use."""

    def size(value: object, seen: set[int]) -> int:
        if id(value) in seen:
            return 0
        seen.add(id(value))
        inside = (getattr(value, name) for name in getattr(value, "__struct_fields__", ()))
        if isinstance(value, Kept):
            inside = (part for part in (value.settings, value.version))
        elif isinstance(value, tuple):
            inside = (part for part in value)
        return sys.getsizeof(value) + sum(size(part, seen) for part in inside)

    kept = [await guilds.change(2**62 + n, ADMIN, hour=9, channel_id=2**62 + n, language="ko") for n in range(20)]
    each = sum(size(one, set()) for one in kept) / len(kept)
    assert each * 5_000 < 5 * 2**20, f"{each:.0f} bytes a server"


async def test_a_card_tells_what_others_changed_meanwhile(guilds: Guilds) -> None:
    await guilds.change(1, ADMIN, hour=1)
    seen = (await guilds.card(1, reader=ADMIN)).version
    await guilds.change(1, ADMIN, hour=2)
    await guilds.change(1, OTHER, language="ko")
    card = await guilds.card(1, reader=ADMIN, since=seen)
    assert [change.what for change in card.meanwhile] == ["language"] and len(card.latest) == 3
    assert (await guilds.card(1, reader=ADMIN)).meanwhile == ()
