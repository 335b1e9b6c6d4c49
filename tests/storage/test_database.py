"""The database on real files: what it makes, what it refuses, one writer at a time."""

import asyncio
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.errors import DatabaseError
from bot.storage.commands import CommandSync, CommandSyncs
from bot.storage.database import Database
from bot.storage.schema import REVISIONS, command_sync


def sqlite(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


async def test_it_makes_its_folder_migrates_and_keeps_what_was_written(url: str) -> None:
    for hashed in ("a" * 64, "b" * 64):
        database = Database(url)
        await database.open()
        syncs = CommandSyncs(database)
        await syncs.save(1, 0, CommandSync(hashed, {"awards": 5}), at=1_700_000_000)
        await database.close()
    database = Database(url)
    await database.open()
    found = await CommandSyncs(database).find(1, 0)
    assert found == CommandSync("b" * 64, {"awards": 5})
    assert await CommandSyncs(database).find(2, 0) is None
    await database.close()


def test_every_migration_is_known_and_the_last_is_the_head() -> None:
    folder = Path(sys.modules["bot.storage.database"].__file__ or "").parent / "migrations" / "versions"
    assert tuple(sorted(file.stem.split("_")[0] for file in folder.glob("*.py"))) == REVISIONS


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "laurel.db"
    path.write_bytes(b"this is a text file, not a database" * 100)
    with pytest.raises(DatabaseError, match=r"cannot be used .*not a database"):
        await Database(sqlite(path)).open()


async def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DatabaseError, match=r"cannot be used.*DATABASE_URL"):
        await Database(sqlite(tmp_path / "file" / "laurel.db")).open()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs Linux: in /proc not even root may write")
async def test_a_read_only_folder() -> None:
    with pytest.raises(DatabaseError, match="Make its folder writable"):
        await Database(sqlite(Path("/proc/laurel.db"))).open()


async def test_a_password_never_shows(tmp_path: Path) -> None:
    database = Database("postgresql+asyncpg://laurel:geheim@127.0.0.1:1/none")
    with pytest.raises(DatabaseError) as error:
        await database.open()
    assert "geheim" not in str(error.value) and "Check DATABASE_URL" in str(error.value)


async def test_a_failed_write_leaves_nothing_and_others_go_on(url: str) -> None:
    database = Database(url)
    await database.open()
    row = {"application_id": 7, "guild_id": 7, "tree_hash": "x", "command_ids": {}, "synced_at": 0}

    async def fail() -> None:
        async with database.write() as connection:
            await connection.execute(sa.insert(command_sync).values(row))
            await asyncio.sleep(0)
            raise RuntimeError("half way")

    async def succeed(number: int) -> None:
        await CommandSyncs(database).save(8, number, CommandSync("y", {}), at=0)

    results = await asyncio.gather(fail(), *(succeed(n) for n in range(20)), return_exceptions=True)
    assert isinstance(results[0], RuntimeError) and not any(results[1:])
    assert await CommandSyncs(database).find(7, 7) is None
    assert all([await CommandSyncs(database).find(8, n) for n in range(20)])
    await database.close()


async def test_closing_twice_is_fine_and_using_it_closed_is_a_bug(tmp_path: Path) -> None:
    database = Database(sqlite(tmp_path / "laurel.db"))
    await database.open()
    await database.close()
    await database.close()
    with pytest.raises(RuntimeError, match="not open"):
        await CommandSyncs(database).find(1, 1)
