"""Every migration on a database of the version before, with data in it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.ext.asyncio import create_async_engine

import bot.storage
from bot.storage.commands import CommandSync, CommandSyncs
from bot.storage.database import Database
from bot.storage.reports import Draft, ReportBook


@pytest.fixture
async def empty(url: str) -> AsyncIterator[str]:
    """A database with nothing in it, not even our tables."""
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite+aiosqlite:///")).parent.mkdir(parents=True)
        yield url
        return
    server = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with server.connect() as connection:
        await connection.execute(sa.text("CREATE DATABASE migrating"))
    yield sa.make_url(url).set(database="migrating").render_as_string(hide_password=False)
    async with server.connect() as connection:
        await connection.execute(sa.text("DROP DATABASE migrating WITH (FORCE)"))
    await server.dispose()


async def migrate(url: str, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(bot.storage.__path__[0]) / "migrations"))
    engine = create_async_engine(url)

    def upgrade(connection: sa.Connection) -> None:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)

    async with engine.begin() as connection:
        await connection.run_sync(upgrade)
    await engine.dispose()


async def test_0002_keeps_what_0001_holds_and_adds_reports(empty: str) -> None:
    await migrate(empty, "0001")
    engine = create_async_engine(empty)
    async with engine.begin() as connection:
        row = {"application_id": 1, "guild_id": 0, "tree_hash": "a" * 64, "command_ids": {"awards": 5}, "synced_at": 9}
        table = sa.table("command_sync", *(sa.column(name, sa.JSON if name == "command_ids" else None) for name in row))
        await connection.execute(sa.insert(table).values(row))
    await engine.dispose()

    database = Database(empty)
    await database.open()
    assert await CommandSyncs(database).find(1, 0) == CommandSync("a" * 64, {"awards": 5})
    draft = Draft(None, 2, 3, 4, 5, "ko", "awards?a=rm", "RM", "틀렸어요", "")
    kept = await ReportBook(database).keep(draft, at=6, since=0, most=5)
    assert kept is not None and (kept.id, kept.what, kept.state) == (1, "틀렸어요", "open")
    await database.close()
