"""Copies of real files: taken while others write, given up, killed half-way, damaged, put back."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import BackupBroken, BackupFailed, DatabaseError, DatabaseInUse, NoBackup
from bot.storage import backup as room
from bot.storage.backup import GivenUp, back_up, examine, put_in_place, require_unused, stage
from bot.storage.commands import CommandSync, CommandSyncs
from bot.storage.database import Database
from bot.storage.schema import REVISIONS

LARGE = 40 * 1024 * 1024  # bytes: ten steps of copying
READ_ONLY = Path("/proc/laurel")  # in /proc not even root may write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "laurel.db"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite+aiosqlite:///{path}")
    await database.open()
    yield database
    await database.close()


@pytest.fixture
async def closed(database: Database, path: Path) -> Path:
    """A database that nobody has open, with one row in it."""
    await save(database, 1)
    await database.close()
    return path


async def save(database: Database, number: int, text: str = "a") -> None:
    await CommandSyncs(database).save(number, 0, CommandSync(text * 64, {"awards": number}), at=0)


def saved(file: Path) -> set[int]:
    with closing(sqlite3.connect(file)) as connection:
        return {number for (number,) in connection.execute("SELECT application_id FROM command_sync")}


def execute(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()


def enlarge(file: Path) -> None:
    execute(file, f"CREATE TABLE ballast AS SELECT randomblob({LARGE}) AS weight")


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


class Writer:
    """Writes pairs, each in one transaction, until told to stop; `kept` are the acknowledged ones."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.kept: list[int] = []
        self.progressed = threading.Condition()

    async def work(self) -> None:
        number = 2
        while True:
            async with self._database.write() as connection:
                for one in (number, -number):
                    await connection.exec_driver_sql(
                        f"INSERT INTO command_sync VALUES ({one}, 0, '{'a' * 64}', '{{}}', 0)"
                    )
            with self.progressed:
                self.kept.append(number)
                self.progressed.notify_all()
            number += 1

    def wait_for_one_more(self) -> None:
        """Called from the copying thread: returns once something was written after this was called."""
        with self.progressed:
            count = len(self.kept)
            assert self.progressed.wait_for(lambda: len(self.kept) > count + 1, timeout=10), "the writer stood still"


async def test_a_copy_while_others_write_is_of_one_moment(database: Database, path: Path, tmp_path: Path) -> None:
    await asyncio.to_thread(enlarge, path)
    writer = Writer(database)
    writing = asyncio.create_task(writer.work())
    steps: list[int] = []

    def step() -> bool:
        writer.wait_for_one_more()  # writers never wait for the copy, and the copy need not begin again
        steps.append(len(writer.kept))
        return False

    await asyncio.to_thread(writer.wait_for_one_more)
    before = set(writer.kept)
    version = await asyncio.to_thread(back_up, path, tmp_path / "copy.db", step)
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    copied = saved(tmp_path / "copy.db")
    assert version == REVISIONS[-1] and names(tmp_path) == {"copy.db", "state"}
    assert before <= copied, "acknowledged before the copying began, and not in it"
    assert copied == {-number for number in copied}, "half a transaction"
    assert LARGE // 4096 // room.STEP <= len(steps) < 2 * LARGE // 4096 // room.STEP
    assert steps[-1] not in copied, "what was written in the middle is of a later moment"


async def test_a_copy_is_one_file_that_opens_as_a_database(database: Database, path: Path, tmp_path: Path) -> None:
    await save(database, 1)
    path.chmod(0o640)
    copy = tmp_path / "new" / "folder" / "백업 100%?.db"
    assert await asyncio.to_thread(back_up, path, copy) == REVISIONS[-1]
    assert names(copy.parent) == {copy.name}
    assert copy.stat().st_mode & 0o777 == 0o640
    assert await asyncio.to_thread(examine, copy) == REVISIONS[-1]
    assert names(copy.parent) == {copy.name}, "looking at a backup leaves nothing beside it"


@pytest.mark.parametrize("step", [1, 5])
async def test_a_copy_that_is_given_up_leaves_nothing(
    database: Database, path: Path, tmp_path: Path, step: int
) -> None:
    await asyncio.to_thread(enlarge, path)
    asked = iter(range(1, 100))
    with pytest.raises(GivenUp):
        await asyncio.to_thread(back_up, path, tmp_path / "copy.db", lambda: next(asked) == step)
    assert names(tmp_path) == {"state"}
    await save(database, 2)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kill -9 is Unix's")
async def test_kill_9_in_the_middle_leaves_no_file_of_that_name(database: Database, path: Path, tmp_path: Path) -> None:
    await asyncio.to_thread(enlarge, path)
    code = (
        "import os, signal, sys; from pathlib import Path; from bot.storage.backup import back_up\n"
        "steps = iter(range(1, 100))\n"
        "die = lambda: next(steps) == 5 and os.kill(os.getpid(), signal.SIGKILL)\n"
        "back_up(Path(sys.argv[1]), Path(sys.argv[2]), die)"
    )
    command = [sys.executable, "-c", code, str(path), str(tmp_path / "copy.db")]
    ended = await asyncio.to_thread(subprocess.run, command, check=False)
    assert ended.returncode == -signal.SIGKILL
    left = names(tmp_path) - {"state"}
    assert left and all(room.PART in name for name in left), "what is left is named as unfinished"
    await save(database, 2)
    await asyncio.to_thread(back_up, path, tmp_path / "copy.db")
    assert saved(tmp_path / "copy.db") == {2}


async def test_a_full_disk_is_one_plain_line_and_leaves_nothing(
    database: Database, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected = room._connected

    def small(file: Path, mode: str) -> sqlite3.Connection:
        connection = connected(file, mode)
        if file.name.endswith(room.PART):
            connection.execute("PRAGMA max_page_count = 3")
        return connection

    monkeypatch.setattr(room, "_connected", small)
    with pytest.raises(BackupFailed, match=r"There is no room for .*copy\.db\. Free some space"):
        await asyncio.to_thread(back_up, path, tmp_path / "copy.db")
    assert names(tmp_path) == {"state"}


async def test_a_file_that_is_there_is_not_overwritten(database: Database, path: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("precious")
    with pytest.raises(BackupFailed, match="is there already"):
        await asyncio.to_thread(back_up, path, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"


@pytest.mark.skipif(not READ_ONLY.parent.exists(), reason="needs Linux")
def test_a_place_where_nobody_may_write(closed: Path) -> None:
    with pytest.raises(BackupFailed, match=r"cannot be written .*Make its folder writable"):
        back_up(closed, READ_ONLY / "copy.db")


def test_no_database_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="no database at"):
        back_up(tmp_path / "none.db", tmp_path / "copy.db")
    assert names(tmp_path) == set()


def damage(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096 * 2 : -4096] = os.urandom(len(content) - 4096 * 3)
    file.write_bytes(content)


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: 4096 * 3 + 100])


@pytest.mark.parametrize("spoil", [damage, truncate])
def test_a_damaged_database_becomes_no_backup(closed: Path, tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    spoil(closed)
    with pytest.raises(BackupBroken, match="damaged"):
        back_up(closed, tmp_path / "copy.db")
    assert names(tmp_path) == {"state"}


@pytest.mark.parametrize(
    "spoil, message",
    [
        (damage, "damaged"),
        (truncate, "damaged"),
        (lambda file: file.write_bytes(b"not a database, " * 1000), "not a database"),
        (lambda file: file.write_bytes(b""), "not a database of Laurel's"),
        (lambda file: file.write_bytes("여섯 글자".encode()), "not a database"),
        (lambda file: execute(file, "DROP TABLE command_sync"), "not a database of Laurel's"),
        (lambda file: execute(file, "DELETE FROM alembic_version"), "not a database of Laurel's"),
        (lambda file: (file.unlink(), file.mkdir()), "not a file"),
    ],
)
def test_what_is_no_backup(closed: Path, spoil: Callable[[Path], object], message: str) -> None:
    spoil(closed)
    with pytest.raises(BackupBroken, match=message):
        examine(closed)


def test_a_backup_of_a_newer_laurel_and_none_at_all(closed: Path, tmp_path: Path) -> None:
    execute(closed, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseError, match=r"newer Laurel \(schema 9999.*Update Laurel"):
        examine(closed)
    with pytest.raises(NoBackup, match=r"no file .*laurel backup"):
        examine(tmp_path / "none.db")


async def test_a_raw_copy_with_its_companions_is_a_backup_too(database: Database, path: Path, tmp_path: Path) -> None:
    await save(database, 7)
    for end in ("", "-wal"):
        (tmp_path / f"raw.db{end}").write_bytes(path.with_name(path.name + end).read_bytes())
    assert await asyncio.to_thread(examine, tmp_path / "raw.db") == REVISIONS[-1]
    await asyncio.to_thread(stage, tmp_path / "raw.db", tmp_path / "staged.db")
    assert saved(tmp_path / "staged.db") == {7}


@pytest.fixture
def staged(closed: Path, tmp_path: Path) -> Path:
    """A backup to put in place, with another row than the database has."""
    staged = tmp_path / "staged.db"
    back_up(closed, staged)
    execute(staged, "UPDATE command_sync SET application_id = 100")
    return staged


def test_putting_one_in_place_keeps_what_was_there(staged: Path, closed: Path, tmp_path: Path) -> None:
    assert put_in_place(staged, closed, tmp_path / "kept.db") is True
    assert saved(closed) == {100} and saved(tmp_path / "kept.db") == {1}
    assert examine(closed) == examine(tmp_path / "kept.db") == REVISIONS[-1]
    assert names(closed.parent) == {"laurel.db"}


async def test_a_database_that_was_killed_is_kept_with_its_last_writes(
    staged: Path, closed: Path, tmp_path: Path
) -> None:
    code = (
        "import asyncio, os, signal, sys; from pathlib import Path; from tests.storage.test_backup import *\n"
        "async def main():\n"
        "    database = Database(sys.argv[1]); await database.open(); await save(database, 2)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "asyncio.run(main())"
    )
    command = [sys.executable, "-c", code, f"sqlite+aiosqlite:///{closed}"]
    await asyncio.to_thread(subprocess.run, command, check=False)
    assert closed.with_name("laurel.db-wal").exists()
    assert await asyncio.to_thread(put_in_place, staged, closed, tmp_path / "kept.db")
    assert saved(closed) == {100} and saved(tmp_path / "kept.db") == {1, 2}


def test_where_there_is_no_database_there_is_one_afterwards(staged: Path, tmp_path: Path) -> None:
    assert put_in_place(staged, tmp_path / "other" / "laurel.db", tmp_path / "kept.db") is False
    assert saved(tmp_path / "other" / "laurel.db") == {100} and not (tmp_path / "kept.db").exists()


@pytest.mark.parametrize("spoil", [damage, truncate, lambda file: file.write_bytes(b"not a database, " * 1000)])
def test_a_broken_database_is_kept_as_it_is_and_replaced(
    staged: Path, closed: Path, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(closed)
    closed.with_name("laurel.db-wal").write_bytes(b"a companion that must not be read into the new one")
    assert put_in_place(staged, closed, tmp_path / "kept.db") is True
    assert saved(closed) == {100} and examine(closed) == REVISIONS[-1]
    assert (tmp_path / "kept.db").stat().st_size > 0


def test_a_newer_database_is_replaced_by_an_older_backup(staged: Path, closed: Path, tmp_path: Path) -> None:
    """What a refused start advises: restore a backup from before the update."""
    execute(closed, "UPDATE alembic_version SET version_num = '9999'")
    assert put_in_place(staged, closed, tmp_path / "kept.db")
    assert examine(closed) == REVISIONS[-1]
    with pytest.raises(DatabaseError, match="9999"):
        examine(tmp_path / "kept.db")


@pytest.fixture
def opened_elsewhere(closed: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that has the database open as a bot does, between two interactions."""
    code = (
        "import asyncio, sys; from bot.storage.database import Database\n"
        "async def main():\n"
        "    database = Database(sys.argv[1]); await database.open(); print('open', flush=True)\n"
        "    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)\n"
        "    await database.close()\n"
        "asyncio.run(main())"
    )
    command = [sys.executable, "-c", code, f"sqlite+aiosqlite:///{closed}"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stdout.readline() == b"open\n"
        yield process
        process.kill()


def test_under_a_running_bot_nothing_is_put(
    opened_elsewhere: subprocess.Popen[bytes],
    staged: Path,
    closed: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "PATIENCE", 0.1)
    for attempt in (lambda: require_unused(closed), lambda: put_in_place(staged, closed, tmp_path / "kept.db")):
        with pytest.raises(DatabaseInUse, match="Stop the bot first"):
            attempt()
    assert saved(closed) == {1} and not (tmp_path / "kept.db").exists()
    opened_elsewhere.communicate()
    assert opened_elsewhere.returncode == 0
    require_unused(closed)
    assert put_in_place(staged, closed, tmp_path / "kept.db") is True


@pytest.mark.skipif(os.name != "posix", reason="Windows lets nobody replace an open file")
def test_nor_under_one_whose_file_was_spoilt_meanwhile(
    opened_elsewhere: subprocess.Popen[bytes], staged: Path, closed: Path, tmp_path: Path
) -> None:
    with closed.open("r+b") as file:
        file.write(b"overwritten by mistake" * 10)
    for attempt in (lambda: require_unused(closed), lambda: put_in_place(staged, closed, tmp_path / "kept.db")):
        with pytest.raises(DatabaseInUse, match="Stop the bot first"):
            attempt()
    assert not (tmp_path / "kept.db").exists()


def test_while_it_is_put_in_place_nobody_can_open_it(
    staged: Path, closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied, refused = room._copied, []

    def trying(*arguments: object) -> None:
        code = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM command_sync')"
        ended = subprocess.run([sys.executable, "-c", code, str(closed)], check=False, capture_output=True, text=True)
        refused.append("locked" in ended.stderr)
        copied(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(room, "_copied", trying)
    put_in_place(staged, closed, tmp_path / "kept.db")
    assert refused == [True]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kill -9 is Unix's")
def test_kill_9_while_it_is_put_in_place_leaves_the_old_one(staged: Path, closed: Path, tmp_path: Path) -> None:
    enlarge(staged)
    enlarge(closed)
    code = (
        "import os, signal, sys, threading, time; from pathlib import Path; from bot.storage import backup\n"
        "staged, database, kept = map(Path, sys.argv[1:])\n"
        "def die():\n"
        "    while not (kept.exists() and database.with_name('laurel.db-journal').exists()): time.sleep(0)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "threading.Thread(target=die, daemon=True).start()\n"
        "backup.put_in_place(staged, database, kept)"
    )
    command = [sys.executable, "-c", code, *map(str, (staged, closed, tmp_path / "kept.db"))]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert closed.with_name("laurel.db-journal").exists(), "it was not in the middle"
    assert saved(closed) == {1}
    assert examine(closed) == REVISIONS[-1]
