"""`laurel backup` and `laurel restore`, as an operator types them."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage import backup as room
from bot.storage.commands import CommandSync, CommandSyncs
from bot.storage.database import Database
from tests.commandline.test_commands import run

DATABASE = Path("state/laurel.db")


async def write(number: int) -> None:
    database = Database(f"sqlite+aiosqlite:///{DATABASE}")
    await database.open()
    await CommandSyncs(database).save(number, 0, CommandSync("a" * 64, {}), at=0)
    await database.close()


def saved(file: Path = DATABASE) -> set[int]:
    with closing(sqlite3.connect(file)) as connection:
        return {number for (number,) in connection.execute("SELECT application_id FROM command_sync")}


@pytest.fixture
def here(no_environment: Path) -> Path:
    """A folder with a database that has one row."""
    asyncio.run(write(1))
    return no_environment


@pytest.fixture
def kept(here: Path) -> Path:
    """A backup of it, after which the database changed."""
    assert run("backup", "--to", "kept.db") == 0
    asyncio.run(write(2))
    return here / "kept.db"


def in_one_line(capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and said.startswith("laurel: ") and "Traceback" not in said
    return said


def test_a_backup_says_where_it_is(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert run("backup") == 0
    (made,) = (here / "state" / "backups").iterdir()
    said = capsys.readouterr().out
    assert said.startswith(f"Wrote state/backups/{made.name} (") and said.count("\n") == 1
    assert saved(made) == {1}
    assert run("check") == 0
    assert f"the newest is state/backups/{made.name}" in capsys.readouterr().out


def test_a_backup_to_a_file_and_never_twice(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert run("backup", "--to", "한글 폴더/copy.db") == 0
    assert saved(here / "한글 폴더" / "copy.db") == {1}
    capsys.readouterr()
    assert run("backup", "--to", "한글 폴더/copy.db") == 74
    assert "is there already" in in_one_line(capsys)


def test_the_folder_of_the_setting(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKUP_DIR", "safe")
    assert run("backup") == 0
    assert len(list((here / "safe").iterdir())) == 1 and not (here / "state" / "backups").exists()


def test_check_tells_when_there_are_none(
    capsys: pytest.CaptureFixture[str], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("check") == 0
    assert "backups: none yet; a running bot makes one every night" in capsys.readouterr().out
    monkeypatch.setenv("BACKUP_DIR", "off")
    assert run("check") == 0
    assert "BACKUP_DIR=off: no nightly ones" in capsys.readouterr().out


def test_no_database_makes_no_backup_and_no_database(capsys: pytest.CaptureFixture[str], no_environment: Path) -> None:
    assert run("backup") == 78
    assert "no database at state/laurel.db yet" in in_one_line(capsys)
    assert list(no_environment.iterdir()) == []


def test_restore_puts_it_back_and_keeps_what_was_there(capsys: pytest.CaptureFixture[str], kept: Path) -> None:
    capsys.readouterr()
    assert run("restore", "kept.db", "--yes") == 0
    assert saved() == {1}
    (before,) = (kept.parent / "state" / "backups").glob("*-before-restore.db")
    assert saved(before) == {1, 2}
    assert f"Restored. What was there before is state/backups/{before.name}." in capsys.readouterr().out


@pytest.mark.parametrize("answer, status, left", [("y\n", 0, {1}), ("n\n", 1, {1, 2}), ("", 1, {1, 2})])
def test_restore_asks_first(kept: Path, answer: str, status: int, left: set[int]) -> None:
    command = [sys.executable, "-m", "bot", "restore", "kept.db"]
    environment = {"PYTHONPATH": str(Path(room.__file__).parents[2]), "PATH": ""}
    ended = subprocess.run(command, input=answer, env=environment, check=False, capture_output=True, text=True)
    assert (ended.returncode, saved()) == (status, left), ended.stderr
    assert "Put it in the place of the database?" in ended.stdout and "Traceback" not in ended.stderr


def test_restore_where_there_is_no_database(
    capsys: pytest.CaptureFixture[str], kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite+aiosqlite:///new/place/laurel.db")
    capsys.readouterr()
    assert run("restore", "kept.db", "--yes") == 0
    assert saved(Path("new/place/laurel.db")) == {1}
    assert "There was no database." in capsys.readouterr().out


@pytest.fixture
def somebody_else(kept: Path) -> Iterator[None]:
    code = (
        "import sqlite3, sys; connection = sqlite3.connect(sys.argv[1])\n"
        "connection.execute('PRAGMA journal_mode = WAL'); connection.execute('SELECT * FROM command_sync').fetchall()\n"
        "print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(DATABASE)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stdout.readline() == b"open\n"
        yield
        process.kill()


@pytest.mark.usefixtures("somebody_else")
def test_restore_under_a_running_bot(
    capsys: pytest.CaptureFixture[str], kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "PATIENCE", 0.1)
    capsys.readouterr()
    assert run("restore", "kept.db", "--yes") == 75
    assert in_one_line(capsys) == "laurel: state/laurel.db is in use. Stop the bot first, then try again.\n"
    assert saved() == {1, 2}


def spoil(file: Path, content: bytes | None) -> None:
    if content is None:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
            connection.commit()
    else:
        file.write_bytes(content)


@pytest.mark.parametrize(
    "content, status, told",
    [
        (b"this is no database, only text" * 99, 65, "is not a database, or is damaged"),
        (b"", 65, "is not a database of Laurel's"),
        (None, 78, "written by a newer Laurel (schema 9999, this one knows"),
    ],
)
def test_restore_of_what_is_no_backup(
    capsys: pytest.CaptureFixture[str], kept: Path, content: bytes | None, status: int, told: str
) -> None:
    spoil(kept, content)
    capsys.readouterr()
    assert run("restore", "kept.db", "--yes") == status
    assert told in in_one_line(capsys)
    assert saved() == {1, 2}


def test_restore_of_nothing_and_of_the_database_itself(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert run("restore", "none.db", "--yes") == 66
    assert "There is no file none.db" in in_one_line(capsys)
    assert run("restore", "state/laurel.db", "--yes") == 78
    assert "is the database itself" in in_one_line(capsys)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs Linux: in /proc not even root may write")
def test_restore_where_nobody_may_write(
    capsys: pytest.CaptureFixture[str], kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    capsys.readouterr()
    with monkeypatch.context() as patched:
        patched.setenv("DATABASE_URL", "sqlite+aiosqlite:////proc/laurel/laurel.db")
        assert run("restore", "kept.db", "--yes") == 74
        assert "cannot be opened" in in_one_line(capsys)
    monkeypatch.setenv("BACKUP_DIR", "/proc/laurel")
    assert run("restore", "kept.db", "--yes") == 74
    assert "cannot be written" in in_one_line(capsys)
    assert saved() == {1, 2}, "without a place to keep what was there, nothing is replaced"


def test_restore_without_room(capsys: pytest.CaptureFixture[str], kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connected = room._connected

    def small(file: Path, mode: str) -> sqlite3.Connection:
        connection = connected(file, mode)
        if "-before-restore.db" in file.name:
            connection.execute("PRAGMA max_page_count = 3")
        return connection

    monkeypatch.setattr(room, "_connected", small)
    capsys.readouterr()
    assert run("restore", "kept.db", "--yes") == 74
    assert "There is no room for" in in_one_line(capsys)
    assert saved() == {1, 2} and list(Path("state/backups").iterdir()) == []


@pytest.mark.parametrize("command, tool", [(["backup"], "pg_dump -Fc"), (["restore", "x.dump", "-y"], "pg_restore")])
def test_postgresql_has_its_own(
    capsys: pytest.CaptureFixture[str],
    no_environment: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
    tool: str,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://laurel:geheim@localhost:5433/fans")
    assert run(*command) == 78
    said = in_one_line(capsys)
    assert tool in said and "postgresql://laurel@localhost:5433/fans" in said and "geheim" not in said
