"""What servers decided, on real files and a real PostgreSQL: defaults, changes with their trace, two at once."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import sqlalchemy as sa

from bot.errors import StorageTrouble
from bot.storage.database import Database
from bot.storage.guilds import UNDECIDED, Change, GuildBook, GuildSettings, Kept
from bot.storage.schema import audit, feedback, guild, guild_follow, member_follow

HERE, ADMIN, OTHER = 2**63 - 1, 2**63 - 2, 7
ROW = {
    "guild_id": HERE,
    "visibility": "public",
    "spoiler_hours": 48,
    "hour": 0,
    "kinds": [],
    "games": "everyone",
    "game_channels": [],
    "setup_step": 0,
    "version": 1,
    "updated_at": 1,
}
LETTER = {"created_at": 1, "user_id": 1, "form_id": 1, "locale": "ko", "text": "안녕", "state": "open"}
FOLLOW = {"subject": "artist", "subject_id": "rm", "followed_at": 1}


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        for table in (guild, audit, guild_follow, member_follow, feedback):
            await connection.execute(sa.delete(table))
    yield database
    await database.close()


@pytest.fixture
def book(database: Database) -> GuildBook:
    return GuildBook(database)


@pytest.fixture
async def elsewhere(url: str, database: Database) -> AsyncIterator[GuildBook]:
    """Another process: it has a turn and connections of its own."""
    other = Database(url)
    await other.open()
    yield GuildBook(other)
    await other.close()


async def rows(book: GuildBook) -> int:
    async with book._database.read() as connection:
        return int(await connection.scalar(sa.select(sa.func.count()).select_from(guild)) or 0)


async def test_who_decided_nothing_has_defaults_and_no_row(book: GuildBook) -> None:
    assert await book.find(HERE) == UNDECIDED == Kept(GuildSettings(), 0)
    assert await book.changes(HERE) == [] and await rows(book) == 0


async def test_every_setting_comes_back_as_it_was_kept(book: GuildBook) -> None:
    wanted = {
        "language": "ko",
        "zone": "America/Argentina/ComodRivadavia",
        "visibility": "private",
        "spoiler_hours": 168,
        "channel_id": 2**63 - 1,
        "hour": 23,
        "kinds": ("birthdays", "voting"),
        "ping_role_id": 2**62,
        "host_role_id": 1,
        "games": "hosts",
        "game_channels": (2**63 - 1, 5),
        "setup_step": 7,
    }
    assert wanted.keys() == set(GuildSettings.__struct_fields__)
    kept = await book.change(HERE, ADMIN, wanted, at=1_700_000_000)
    assert kept == Kept(GuildSettings(**wanted), 1) == await book.find(HERE)
    found = {change.what: change for change in await book.changes(HERE)}
    assert found.keys() == wanted.keys() - {"setup_step"}, "how far somebody read is nobody's decision"
    assert found["channel_id"] == Change(ADMIN, 1_700_000_000, "channel_id", None, 2**63 - 1, 1)
    assert found["game_channels"].after == [2**63 - 1, 5] and found["kinds"].before[0] == "ceremonies"
    back = await book.change(HERE, OTHER, {name: getattr(GuildSettings(), name) for name in wanted}, at=1_700_000_001)
    assert back == Kept(GuildSettings(), 2) == await book.find(HERE)
    assert await book.find(HERE - 1) == UNDECIDED, "others are not concerned"


async def test_no_change_is_none(book: GuildBook) -> None:
    assert await book.change(HERE, ADMIN, {"hour": 0, "language": None}, at=1) == UNDECIDED
    assert await rows(book) == 0
    kept = await book.change(HERE, ADMIN, {"hour": 9}, at=2)
    assert await book.change(HERE, OTHER, {"hour": 9}, at=3) == kept == await book.find(HERE)
    half = await book.change(HERE, OTHER, {"hour": 9, "games": "nobody"}, at=4)
    assert half.version == 2 and [change.what for change in await book.changes(HERE)] == ["games", "hour"]
    assert await book.change(HERE, OTHER, {}, at=5) == half


async def test_the_trace_is_newest_first(book: GuildBook) -> None:
    for hour in range(1, 13):
        await book.change(HERE, ADMIN, {"hour": hour}, at=hour)
    await book.note(HERE, OTHER, "import", None, None, at=20)
    found = await book.changes(HERE, most=3)
    assert [(change.what, change.after, change.version) for change in found] == [
        ("import", None, 12),
        ("hour", 12, 12),
        ("hour", 11, 11),
    ]
    everything = await book.changes(HERE)
    assert len(everything) == 13 and [change.id for change in everything] == sorted(
        {change.id for change in everything}, reverse=True
    )


async def test_notes_take_any_json_and_any_script(book: GuildBook) -> None:
    before = {
        "이름": "방탄소년단 🏆 @everyone `**'; DROP TABLE audit;--`",
        "list": [1, None, 2**63 - 1, True, "\u202e"],
    }
    await book.note(HERE, ADMIN, "follow", before, [], at=1)
    assert await book.changes(HERE) == [Change(ADMIN, 1, "follow", before, [], 0)]
    assert await rows(book) == 0, "a note is no setting"


async def test_two_changes_at_once_of_different_settings_both_count(book: GuildBook, elsewhere: GuildBook) -> None:
    await book.change(HERE, ADMIN, {"spoiler_hours": 1}, at=1)
    await asyncio.gather(
        book.change(HERE, ADMIN, {"hour": 9}, at=2), elsewhere.change(HERE, OTHER, {"language": "ko"}, at=2)
    )
    settled = await book.find(HERE)
    assert settled == await elsewhere.find(HERE) == Kept(GuildSettings(language="ko", hour=9, spoiler_hours=1), 3)
    assert sorted(change.version for change in await book.changes(HERE)) == [1, 2, 3]


async def test_many_changes_at_once_of_one_setting_follow_one_another(book: GuildBook, elsewhere: GuildBook) -> None:
    """Each sees what the one before it left: the trace is a chain, its end is what is kept."""
    hours = [1, 2, 3, 4, 5, 6, 7, 8] * 3
    books = [book, elsewhere] * 12
    done = await asyncio.gather(*(one.change(HERE, h, {"hour": h}, at=h) for one, h in zip(books, hours, strict=True)))
    settled = await book.find(HERE)
    chain = list(reversed(await book.changes(HERE)))
    assert [change.version for change in chain] == list(range(1, settled.version + 1))
    links = [0, *(change.after for change in chain)]
    assert [change.before for change in chain] == links[:-1] and links[-1] == settled.settings.hour
    assert {kept.version for kept in done} >= {change.version for change in chain}


@pytest.mark.parametrize("attempt", range(3))
async def test_two_processes_that_keep_a_servers_first_settings(
    book: GuildBook, elsewhere: GuildBook, attempt: int
) -> None:
    """There is no row yet that could be locked: the one who comes second sees the first one's all the same."""
    kept = await asyncio.gather(
        book.change(HERE, ADMIN, {"hour": 9}, at=1), elsewhere.change(HERE, OTHER, {"language": "ko"}, at=1)
    )
    assert sorted(one.version for one in kept) == [1, 2]
    assert await book.find(HERE) == Kept(GuildSettings(language="ko", hour=9), 2)
    assert sorted(change.version for change in await book.changes(HERE)) == [1, 2]


async def test_kinds_of_a_later_laurel_are_kept(book: GuildBook) -> None:
    async with book._database.write() as connection:
        await connection.execute(sa.insert(guild).values(ROW | {"kinds": ["comebacks", "voting"]}))
    assert (await book.find(HERE)).settings.kinds == ("comebacks", "voting")
    kept = await book.change(HERE, ADMIN, {"hour": 3}, at=2)
    assert kept.settings.kinds == ("comebacks", "voting") and await book.find(HERE) == kept


async def test_a_server_that_changes_something_is_not_gone(book: GuildBook) -> None:
    async with book._database.write() as connection:
        await connection.execute(sa.insert(guild).values(ROW | {"left_at": 5}))
    await book.change(HERE, ADMIN, {"hour": 3}, at=2)
    async with book._database.read() as connection:
        left = await connection.execute(sa.select(guild.c.left_at, guild.c.updated_at))
        assert left.all() == [(None, 2)]


@pytest.mark.parametrize(
    ("table", "row"),
    [
        *(
            (guild, ROW | wrong)
            for wrong in (
                {"visibility": "secret"},
                {"visibility": ""},
                {"visibility": None},
                {"games": "friends"},
                {"games": None},
                {"spoiler_hours": -1},
                {"spoiler_hours": 169},
                {"spoiler_hours": None},
                {"hour": -1},
                {"hour": 24},
                {"version": -1},
                {"updated_at": None},
                {"guild_id": None},
            )
        ),
        (guild_follow, FOLLOW | {"guild_id": 1, "subject": "label"}),
        (guild_follow, FOLLOW | {"guild_id": 1, "subject_id": None}),
        (member_follow, FOLLOW | {"user_id": 1, "subject": "Artist"}),
        (feedback, LETTER | {"state": "lost"}),
        (feedback, LETTER | {"text": None}),
    ],
    ids=lambda value: value.name if isinstance(value, sa.Table) else None,
)
async def test_the_database_itself_refuses_what_makes_no_sense(
    database: Database, table: sa.Table, row: dict[str, Any]
) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        async with database.write() as connection:
            await connection.execute(sa.insert(table).values(row))
    async with database.read() as connection:
        assert await connection.scalar(sa.select(sa.func.count()).select_from(table)) == 0


async def test_the_rows_that_were_spoilt_above_are_welcome_as_they_are(database: Database) -> None:
    right = [(guild, ROW), (guild_follow, FOLLOW | {"guild_id": 1}), (member_follow, FOLLOW | {"user_id": 1})]
    async with database.write() as connection:
        for table, row in [*right, (feedback, LETTER)]:
            await connection.execute(sa.insert(table).values(row))
    with pytest.raises(sa.exc.IntegrityError):
        async with database.write() as connection:
            await connection.execute(sa.insert(feedback).values(LETTER | {"text": "twice"}))
    with pytest.raises(sa.exc.IntegrityError):
        async with database.write() as connection:
            await connection.execute(sa.insert(guild_follow).values(FOLLOW | {"guild_id": 1, "followed_at": 2}))


@pytest.mark.parametrize("assignment", ["hour = 'noon'", "spoiler_hours = 'x'", "visibility = 1", "version = NULL"])
async def test_a_value_of_another_type_is_refused(database: Database, assignment: str) -> None:
    async with database.write() as connection:
        await connection.execute(sa.insert(guild).values(ROW))
    with pytest.raises((sa.exc.IntegrityError, StorageTrouble)):
        async with database.write() as connection:
            await connection.execute(sa.text(f"UPDATE guild SET {assignment}"))


async def test_an_error_half_way_keeps_neither_the_setting_nor_its_trace(database: Database, book: GuildBook) -> None:
    await book.change(HERE, ADMIN, {"hour": 5}, at=1)
    with pytest.raises(sa.exc.DBAPIError):
        await book.change(HERE, ADMIN, {"hour": 6, "spoiler_hours": 500}, at=2)
    with pytest.raises(TypeError):
        await book.change(HERE, ADMIN, {"hour": 6, "colour": "red"}, at=2)
    assert (await book.find(HERE)).settings.hour == 5 and len(await book.changes(HERE)) == 1
