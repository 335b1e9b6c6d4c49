"""What members decided for themselves: read once a minute, as another process of the bot may change it.

Who decided nothing is known from one list, also read once a minute.
"""

import asyncio
import datetime
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.services.members import SECONDS, Members
from bot.storage.database import Database
from bot.storage.people import MemberSettings, PeopleBook
from tests.conftest import StillClock

FAN = 2**62


class CountedBook(PeopleBook):
    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.reads = self.looks = 0
        self.go_on = asyncio.Event()
        self.go_on.set()

    async def find(self, user_id: int) -> MemberSettings:
        self.reads += 1
        found = await super().find(user_id)
        await self.go_on.wait()
        return found

    async def deciders(self, most: int) -> frozenset[int] | None:
        self.looks += 1
        return await super().deciders(most)


@pytest.fixture
async def book(tmp_path: Path) -> AsyncIterator[CountedBook]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/laurel.db")
    await database.open()
    yield CountedBook(database)
    await database.close()


@pytest.fixture
def members(book: CountedBook, clock: StillClock) -> Members:
    return Members(book, clock)


def pass_by(clock: StillClock, seconds: int) -> None:
    clock.time += datetime.timedelta(seconds=seconds)


@pytest.fixture
async def decided(book: CountedBook) -> None:
    """The fan decided something earlier, before this process knew them."""
    await book.change(FAN, {"on_boards": False}, 0)


@pytest.mark.usefixtures("decided")
async def test_it_is_read_once_a_minute(members: Members, book: CountedBook, clock: StillClock) -> None:
    for _ in range(5):
        assert not (await members.of(FAN)).on_boards
    assert book.reads == 1
    pass_by(clock, SECONDS - 1)
    await members.of(FAN)
    assert book.reads == 1
    pass_by(clock, 1)
    await members.of(FAN)
    assert book.reads == 2


@pytest.mark.usefixtures("decided")
async def test_who_decided_nothing_costs_no_read(members: Members, book: CountedBook, clock: StillClock) -> None:
    crowd = await asyncio.gather(*(members.of(FAN + 1 + number) for number in range(500)))
    assert set(crowd) == {MemberSettings()} and (book.looks, book.reads) == (1, 0)
    pass_by(clock, SECONDS)
    await members.of(FAN + 1)
    assert (book.looks, book.reads) == (2, 0)


async def test_where_too_many_decided_everybody_is_looked_up(
    members: Members, book: CountedBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.members.DECIDERS", 2)
    for number in range(3):
        await book.change(FAN + number, {"language": "ko"}, 0)
    assert (await members.of(FAN)).language == "ko" and await members.of(FAN + 3) == MemberSettings()
    assert (book.looks, book.reads) == (1, 2)


async def test_what_another_process_changed_is_seen_within_a_minute(
    members: Members, book: CountedBook, clock: StillClock
) -> None:
    elsewhere = Members(book, clock)
    await members.of(FAN)
    await elsewhere.change(FAN, language="ko")
    assert (await members.of(FAN)).language is None
    pass_by(clock, SECONDS)
    assert (await members.of(FAN)).language == "ko"


async def test_ones_own_change_is_seen_at_once(members: Members, book: CountedBook, clock: StillClock) -> None:
    kept = await members.change(FAN, language="ko", on_boards=False)
    assert kept == await members.of(FAN) == MemberSettings("ko", None, False) and book.reads == 0
    assert await Members(book, clock).of(FAN) == kept
    assert (await members.change(FAN, language=None)).language is None


@pytest.mark.usefixtures("decided")
async def test_a_change_during_the_first_read_is_not_forgotten(members: Members, book: CountedBook) -> None:
    book.go_on.clear()
    reading = asyncio.create_task(members.of(FAN))
    while not book.reads:
        await asyncio.sleep(0)
    await members.change(FAN, zone="Asia/Seoul")
    book.go_on.set()
    assert (await reading).zone == "Asia/Seoul" == (await members.of(FAN)).zone


@pytest.mark.usefixtures("decided")
async def test_a_deletion_during_the_first_read_is_not_undone_in_memory(members: Members, book: CountedBook) -> None:
    book.go_on.clear()
    reading = asyncio.create_task(members.of(FAN))
    while not book.reads:
        await asyncio.sleep(0)
    members.forget(FAN)
    book.go_on.set()
    await reading
    await members.of(FAN)
    assert book.reads == 2


@pytest.mark.parametrize("language", ["fr", "", "KO", "en-GB", "한국어", "x" * 10_000])
async def test_a_language_that_we_do_not_speak_is_refused(members: Members, language: str) -> None:
    with pytest.raises(ValueError):
        await members.change(FAN, language=language)
    assert await members.of(FAN) == MemberSettings()
