"""When Laurel left servers, on both databases and in more servers than are read at a time."""

from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.departures import PAGE, Departures
from bot.storage.guilds import UNDECIDED, GuildBook
from bot.storage.ownership import SERVERS
from bot.storage.schema import guild_follow, report


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        for rule in SERVERS:
            await connection.execute(sa.delete(rule.table))
    yield database
    await database.close()


async def everything(departures: Departures) -> list[tuple[int, int | None]]:
    return [row async for row in departures.all()]


async def test_leaving_and_coming_back(database: Database) -> None:
    departures, book = Departures(database), GuildBook(database)
    for guild_id in (1 << 62, 5, 6):
        await book.change(guild_id, 7, {"language": "ko"}, at=10)
    await departures.leave((5, 1 << 62), at=20)
    await departures.leave((5,), at=30)
    assert await everything(departures) == [(5, 20), (6, None), (1 << 62, 20)]
    await departures.come_back((5, 6, 404))
    assert await everything(departures) == [(5, None), (6, None), (1 << 62, 20)]
    assert (await book.find(5)).settings.language == "ko" and (await book.find(5)).version == 1


async def test_whose_settings_change_is_there(database: Database) -> None:
    departures, book = Departures(database), GuildBook(database)
    await book.change(5, 7, {"language": "ko"}, at=10)
    await departures.leave((5,), at=20)
    await book.change(5, 7, {"hour": 4}, at=30)
    assert await everything(departures) == [(5, None)]


async def test_a_server_with_no_settings_but_something_kept_gets_a_row_and_one_without_does_not(
    database: Database,
) -> None:
    departures = Departures(database)
    async with database.write() as connection:
        follow = {"guild_id": 5, "subject": "artist", "subject_id": "bts", "followed_at": 1}
        await connection.execute(sa.insert(guild_follow).values(follow))
        sent = {"created_at": 1, "guild_id": 6, "channel_id": 1, "message_id": 1, "user_id": 1, "form_id": 1}
        texts = {"locale": "ko", "address": "", "about": "", "what": "x", "source": "", "state": "open"}
        await connection.execute(sa.insert(report).values(sent | texts))
    await departures.leave((5, 6, 404), at=20)
    assert await everything(departures) == [(5, 20)], "a report is its writer's"
    assert await GuildBook(database).find(5) == UNDECIDED


async def test_more_servers_than_are_read_at_a_time(database: Database) -> None:
    departures, ids = Departures(database), range(1, 2 * PAGE + 2)
    async with database.write() as connection:
        rows = [{"guild_id": n, "subject": "show", "subject_id": "mama", "followed_at": 1} for n in ids]
        await connection.execute(sa.insert(guild_follow), rows)
    await departures.leave(ids, at=20)
    assert await everything(departures) == [(number, 20) for number in ids]
    await departures.come_back(ids)
    assert await everything(departures) == [(number, None) for number in ids]
    await departures.leave((), at=30)


async def test_nothing_kept_is_nothing_to_tell(database: Database) -> None:
    assert await everything(Departures(database)) == []
