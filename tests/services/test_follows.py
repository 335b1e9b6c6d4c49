"""Following as the rules take it: bounded, whole or not at all, read from memory."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.errors import TooManyFollows
from bot.services.follows import MOST_OF_GUILD, MOST_OF_MEMBER, Follows, Subject
from bot.storage.database import Database
from bot.storage.follows import FollowBook
from tests.conftest import StillClock

BTS, RM, MAMA = Subject("artist", "bts"), Subject("artist", "rm"), Subject("show", "mama")


@pytest.fixture
async def follows(tmp_path: Path, clock: StillClock) -> AsyncIterator[Follows]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/laurel.db")
    await database.open()
    yield Follows(FollowBook(database), clock)
    await database.close()


def many(count: int) -> list[Subject]:
    return [Subject("artist", f"a{number:03}") for number in range(count)]


async def test_a_server(follows: Follows) -> None:
    assert await follows.of_guild(1) == ()
    assert await follows.follow_guild(1, 9, BTS, MAMA) is True
    assert await follows.follow_guild(1, 9, BTS) is False
    assert await follows.follow_guild(1, 9, BTS, RM) is True, "one of them is new"
    assert set(await follows.of_guild(1)) == {BTS, MAMA, RM} and await follows.of_guild(2) == ()
    assert await follows.unfollow_guild(1, 9, BTS, RM) is True
    assert await follows.unfollow_guild(1, 9, BTS) is False
    assert await follows.of_guild(1) == (MAMA,)
    assert await follows.set_guild(1, 9, [BTS, RM, BTS]) is True
    assert await follows.set_guild(1, 9, [RM, BTS]) is False, "in another order, it is the same"
    assert set(await follows.of_guild(1)) == {BTS, RM}
    assert await follows.set_guild(1, 9, []) is True and await follows.of_guild(1) == ()


async def test_a_member(follows: Follows) -> None:
    assert await follows.follow_member(1, BTS) is True and await follows.follow_member(1, BTS) is False
    assert await follows.of_member(1) == (BTS,) and await follows.of_guild(1) == ()
    assert await follows.unfollow_member(1, BTS, RM) is True and await follows.unfollow_member(1, BTS) is False
    assert await follows.of_member(1) == ()


async def test_as_many_as_one_may(follows: Follows) -> None:
    await follows.set_guild(1, 9, many(MOST_OF_GUILD))
    for refused in (follows.follow_guild(1, 9, BTS), follows.set_guild(1, 9, many(MOST_OF_GUILD + 1))):
        with pytest.raises(TooManyFollows) as error:
            await refused
        assert (error.value.most, error.value.server) == (MOST_OF_GUILD, True)
    assert len(await follows.of_guild(1)) == MOST_OF_GUILD
    assert await follows.follow_guild(1, 9, many(1)[0]) is False, "who has it already is not refused"
    await follows.unfollow_guild(1, 9, many(1)[0])
    with pytest.raises(TooManyFollows):
        await follows.follow_guild(1, 9, BTS, RM)
    assert BTS not in await follows.of_guild(1), "both or neither"
    assert await follows.follow_guild(1, 9, BTS) is True

    await follows.follow_member(1, *many(MOST_OF_MEMBER))
    with pytest.raises(TooManyFollows) as error:
        await follows.follow_member(1, BTS)
    assert (error.value.most, error.value.server) == (MOST_OF_MEMBER, False)
    assert await follows.follow_member(2, BTS) is True, "others are not concerned"


async def test_many_at_once_do_not_pass_the_limit(follows: Follows) -> None:
    await follows.set_guild(1, 9, many(MOST_OF_GUILD - 3))
    new = [Subject("show", f"s{number}") for number in range(10)]
    done = await asyncio.gather(*(follows.follow_guild(1, 9, one) for one in new), return_exceptions=True)
    assert done.count(True) == 3 and sum(isinstance(one, TooManyFollows) for one in done) == 7
    follows_now = await follows.of_guild(1)
    follows.forget(1)
    assert await follows.of_guild(1) == follows_now and len(follows_now) == MOST_OF_GUILD


@pytest.mark.parametrize("subject", [Subject("song", "x"), Subject("artist", ""), Subject("show", "x" * 65)])
async def test_what_nobody_can_follow(follows: Follows, subject: Subject) -> None:
    for refused in (follows.follow_guild(1, 9, subject), follows.follow_member(1, subject)):
        with pytest.raises(ValueError, match="nobody can follow"):
            await refused
    with pytest.raises(ValueError, match="nobody can follow"):
        await follows.set_guild(1, 9, [BTS, subject])
    assert await follows.unfollow_guild(1, 9, subject) is False, "but whoever asks not to is fine"


async def test_a_server_is_read_from_memory(follows: Follows, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = 0
    of_guild = FollowBook.of_guild

    async def counted(book: FollowBook, guild_id: int) -> Any:
        nonlocal reads
        reads += 1
        return await of_guild(book, guild_id)

    monkeypatch.setattr(FollowBook, "of_guild", counted)
    for _ in range(3):
        assert await follows.of_guild(1) == ()
    await follows.follow_guild(1, 9, BTS)
    assert await follows.of_guild(1) == (BTS,) and reads == 1
    follows.forget(1)
    assert await follows.of_guild(1) == (BTS,) and reads == 2


async def test_a_change_during_the_first_read_is_not_forgotten(
    follows: Follows, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, go_on = asyncio.Event(), asyncio.Event()
    of_guild = FollowBook.of_guild

    async def slow(book: FollowBook, guild_id: int) -> Any:
        found = await of_guild(book, guild_id)
        reading.set()
        await go_on.wait()
        return found

    monkeypatch.setattr(FollowBook, "of_guild", slow)
    first = asyncio.create_task(follows.of_guild(1))
    await reading.wait()
    await follows.follow_guild(1, 9, BTS)
    go_on.set()
    assert await first == (BTS,) == await follows.of_guild(1)
