"""Every migration on a database of the version before, with data in it; and where they lead, by several at once."""

import asyncio
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.ext.asyncio import create_async_engine

import bot.storage
from bot.errors import DatabaseError
from bot.storage.commands import CommandSync, CommandSyncs
from bot.storage.database import Database
from bot.storage.guilds import UNDECIDED, GuildBook
from bot.storage.people import MemberSettings, PeopleBook
from bot.storage.reports import Draft, Report, ReportBook
from bot.storage.schema import REVISIONS, metadata
from tests.stand_in.process import CHECKOUT
from tests.storage.test_privacy import value

SYNC = {"application_id": 1, "guild_id": 0, "tree_hash": "a" * 64, "command_ids": {"awards": 5}, "synced_at": 9}
REPORT = {
    "created_at": 1_700_000_000,
    "guild_id": None,
    "channel_id": 2,
    "message_id": 3,
    "user_id": 2**62,
    "form_id": 2**62 + 1,
    "locale": "ko",
    "address": "awards?a=rm",
    "about": "RM",
    "what": "틀렸어요 🏆",
    "source": "",
    "state": "open",
}


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


async def fill(url: str, **rows: dict[str, Any]) -> None:
    """Puts a row into tables as they were, of which the schema of today need not know."""
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        for name, row in rows.items():
            columns = (sa.column(key, sa.JSON if isinstance(value, dict) else None) for key, value in row.items())
            await connection.execute(sa.insert(sa.table(name, *columns)).values(row))
    await engine.dispose()


async def test_0002_keeps_what_0001_holds_and_adds_reports(empty: str) -> None:
    await migrate(empty, "0001")
    await fill(empty, command_sync=SYNC)
    database = Database(empty)
    await database.open()
    assert await CommandSyncs(database).find(1, 0) == CommandSync("a" * 64, {"awards": 5})
    draft = Draft(None, 2, 3, 4, 5, "ko", "awards?a=rm", "RM", "틀렸어요", "")
    kept = await ReportBook(database).keep(draft, at=6, since=0, most=5)
    assert kept is not None and (kept.id, kept.what, kept.state) == (1, "틀렸어요", "open")
    await database.close()


async def test_0003_keeps_what_0002_holds_and_adds_settings(empty: str) -> None:
    await migrate(empty, "0002")
    await fill(empty, command_sync=SYNC, report=REPORT)
    database = Database(empty)
    await database.open()
    assert await CommandSyncs(database).find(1, 0) == CommandSync("a" * 64, {"awards": 5})
    assert await ReportBook(database).all() == [Report(**REPORT, id=1)]
    again = Draft(**{name: REPORT[name] for name in Draft.__struct_fields__})  # type: ignore[arg-type]
    kept = await ReportBook(database).keep(again, at=7, since=0, most=5)
    assert kept is not None and kept.id == 1, "a form is one report, also across the migration"
    guilds, people = GuildBook(database), PeopleBook(database)
    assert await guilds.find(1) == UNDECIDED and await people.find(1) == MemberSettings()
    changed = await guilds.change(1, 2, {"language": "ko"}, at=8)
    assert changed == await guilds.find(1) and [change.what for change in await guilds.changes(1)] == ["language"]
    assert await people.change(2, {"zone": "Asia/Seoul"}, at=8) == await people.find(2)
    await database.close()
    database = Database(empty)
    await database.open()
    assert changed == await GuildBook(database).find(1), "opened again, it is as it was"
    await database.close()


async def contents(url: str, *, filled: bool = False) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table that is there; with `filled`, after a row was put into each."""
    engine = create_async_engine(url)
    found: dict[str, list[dict[str, Any]]] = {}
    async with engine.begin() as connection:
        names = await connection.run_sync(lambda sync: sa.inspect(sync).get_table_names())
        for number, name in enumerate(sorted(set(names) - {"alembic_version"})):
            there = await connection.run_sync(
                lambda sync, name=name: {column["name"] for column in sa.inspect(sync).get_columns(name)}
            )
            columns = [column for column in metadata.tables[name].columns if column.name in there]
            if filled:
                row = {column.name: value(column, 100 * (number + 1) + at) for at, column in enumerate(columns)}
                await connection.execute(sa.insert(metadata.tables[name]).values(row))
            found[name] = [dict(row) for row in (await connection.execute(sa.select(*columns))).mappings()]
    await engine.dispose()
    return found


@pytest.mark.parametrize("revision", REVISIONS[1:])
async def test_each_migration_keeps_every_row_of_the_version_before(empty: str, revision: str) -> None:
    await migrate(empty, REVISIONS[REVISIONS.index(revision) - 1])
    before = await contents(empty, filled=True)
    assert before and all(len(rows) == 1 for rows in before.values())
    await migrate(empty, revision)
    after = await contents(empty)
    for name, (row,) in before.items():
        (kept,) = after[name]
        assert kept.items() >= row.items(), f"{name}, where columns may only have been added"


def described(connection: sa.Connection) -> dict[str, Any]:
    """Everything that the database tells about our tables."""
    inspector = sa.inspect(connection)
    found: dict[str, Any] = {}
    for table in inspector.get_table_names():
        if table == "alembic_version":
            continue
        found[table] = {
            "columns": {one["name"]: one | {"type": str(one["type"])} for one in inspector.get_columns(table)},
            "primary key": inspector.get_pk_constraint(table),
            "foreign keys": sorted(inspector.get_foreign_keys(table), key=str),
            "unique": sorted(inspector.get_unique_constraints(table), key=str),
            "checks": sorted(inspector.get_check_constraints(table), key=str),
            "indexes": sorted(map(_index, inspector.get_indexes(table)), key=str),
        }
    return found


def _index(index: Any) -> dict[str, Any]:
    """The condition of a partial one is a clause, and no two clauses are equal."""
    return dict(index) | {"dialect_options": {key: str(one) for key, one in index.get("dialect_options", {}).items()}}


async def test_the_migrations_lead_to_exactly_what_the_schema_says(empty: str) -> None:
    """Columns, types, nullability, defaults, comments, keys, checks and indexes, each with its name."""
    await migrate(empty, "head")
    engine = create_async_engine(empty)
    async with engine.begin() as connection:
        migrated = await connection.run_sync(described)
        for table in [*metadata.tables, "alembic_version"]:
            await connection.execute(sa.text(f"DROP TABLE {table}"))
        await connection.run_sync(metadata.create_all)
        declared = await connection.run_sync(described)
    await engine.dispose()
    assert migrated.keys() == declared.keys() == metadata.tables.keys()
    for table in declared:
        assert migrated[table] == declared[table], table
    checks = {check["name"] for check in migrated["guild"]["checks"]}
    assert checks == {f"ck_guild_{name}" for name in ("visibility", "games", "spoiler_hours", "hour", "version")}
    assert migrated["audit"]["indexes"][0]["column_names"] == ["guild_id", "id"]


OPENING = """
import asyncio, pathlib, sys
from bot.storage.database import Database
async def main():
    print("ready", flush=True)
    sys.stdin.readline()
    database = Database(sys.argv[1])
    await database.open()
    await database.close()
    print("opened", flush=True)
asyncio.run(main())
"""


@pytest.mark.parametrize("begun", [None, "0001", "0002"])
async def test_processes_that_migrate_at_once_end_well(empty: str, begun: str | None) -> None:
    if begun:
        await migrate(empty, begun)
        await fill(empty, command_sync=SYNC)
    command = [sys.executable, "-c", OPENING, empty]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    starters = [await asyncio.create_subprocess_exec(*command, cwd=CHECKOUT, **pipes) for _ in range(3)]
    for starter in starters:
        assert starter.stdout is not None
        assert await starter.stdout.readline() == b"ready\n"
    told = await asyncio.gather(*(starter.communicate(b"go\n") for starter in starters))
    assert [out for out, _ in told] == [b"opened\n"] * 3, b"".join(error for _, error in told).decode()
    engine = create_async_engine(empty)
    async with engine.connect() as connection:
        assert list(await connection.scalars(sa.text("SELECT version_num FROM alembic_version"))) == [REVISIONS[-1]]
        rows = await connection.scalar(sa.text("SELECT count(*) FROM command_sync"))
        assert rows == (1 if begun else 0)
    await engine.dispose()


async def test_a_migration_that_fails_leaves_the_version_before(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing half: tables and the version stand in one transaction, and the next start begins where this one did."""
    await migrate(empty, "0002")
    await fill(empty, report=REPORT)
    upgrade = bot.storage.database._upgrade

    def half(connection: sa.Connection) -> None:
        upgrade(connection)
        connection.execute(sa.text("SELECT nonsense FROM nowhere"))

    monkeypatch.setattr(bot.storage.database, "_upgrade", half)
    with pytest.raises(DatabaseError):
        await Database(empty).open()
    engine = create_async_engine(empty)
    async with engine.connect() as connection:
        assert await connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == "0002"
        assert set(await connection.run_sync(described)) == {"command_sync", "report"}
    await engine.dispose()
    monkeypatch.undo()
    database = Database(empty)
    await database.open()
    assert len(await ReportBook(database).all()) == 1
    await database.close()


async def test_a_newer_database_is_refused_and_left_alone(empty: str) -> None:
    await migrate(empty, "head")
    engine = create_async_engine(empty)
    async with engine.begin() as connection:
        await connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseError, match=r"written by a newer Laurel \(schema 9999.*Update Laurel"):
        await Database(empty).open()
    async with engine.connect() as connection:
        assert await connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == "9999"
    await engine.dispose()
