"""Copies a SQLite database while it is used, proves copies, and puts one in a database's place.

Everything here waits for the disk: call it in a thread. Which backups there are and how long is services/backups.py's.
"""

import errno
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlalchemy as sa

from bot.errors import BackupBroken, BackupFailed, DatabaseError, DatabaseInUse, NoBackup
from bot.storage.schema import REVISIONS

PART = ".part"  # what every unfinished copy's name ends with
SIDES = ("-wal", "-shm", "-journal")  # what SQLite puts beside a database
PATIENCE = 2.0  # seconds, for whoever looks into the database just now
STEP = 1_000  # pages, 4 MB: between steps a copy can be given up
OURS = {"alembic_version", "command_sync"}  # tables that every version of ours has
UNREADABLE = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
LOCKED = ("SQLITE_BUSY", "SQLITE_LOCKED")
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
SHARED_LOCK = 0x40000002, 510  # where, and over how many bytes, SQLite marks on Unix that somebody reads


class GivenUp(Exception):
    """Whoever wanted the copy does not want it any more."""


def sqlite_file(url: str) -> Path | None:
    """Where the database of an address is; None for PostgreSQL, and in memory."""
    address = sa.make_url(url)
    if address.get_backend_name() != "sqlite" or address.database in (None, "", ":memory:"):
        return None
    return Path(str(address.database))


def postgres_address(url: str) -> str | None:
    """A PostgreSQL address as its own tools take it, without the password; None for SQLite."""
    address = sa.make_url(url)
    if address.get_backend_name() != "postgresql":
        return None
    user, host, port, name = address.username, address.host, address.port, address.database
    return sa.URL.create("postgresql", user, None, host, port, name, address.query).render_as_string()


def back_up(database: Path, target: Path, given_up: Callable[[], bool] = lambda: False) -> str:
    """Writes the database as it is at one moment to a new file, whoever reads and writes it meanwhile; its version.

    `target` is there complete and proven, or not at all, also when the machine stops half-way. Raises DatabaseError
    for a database that is not there or newer, BackupFailed, BackupBroken, and GivenUp as soon as `given_up` says so.
    """
    if not database.exists():
        raise DatabaseError(f"There is no database at {database} yet, so there is nothing to back up.")
    with _plainly(database, target), closing(_connected(database, "mode=rw")) as source:
        return _proven_copy(source, target, database, given_up)


def examine(file: Path) -> str:
    """The schema version of a backup that is sound. Raises NoBackup, BackupBroken, or DatabaseError for a newer one."""
    if not file.exists():
        raise NoBackup(f"There is no file {file}. Backups are made by: laurel backup")
    if not file.is_file():
        raise BackupBroken(f"{file} is not a file.")
    with _plainly(file, file), closing(_reading(file)) as connection:
        return _proven(connection, file)


def stage(file: Path, staged: Path) -> str:
    """A proven copy of a backup, to be migrated before it is put in place; its address. Raises what `examine` does."""
    with _plainly(file, staged), closing(_reading(file)) as source:
        _proven_copy(source, staged, file, lambda: False)
    return sa.URL.create("sqlite+aiosqlite", database=str(staged)).render_as_string()


@contextmanager
def workshop(database: Path) -> Iterator[Path]:
    """A folder beside the database for the work on a copy, which nobody but its owner can enter."""
    with _plainly(database, database):
        database.parent.mkdir(parents=True, exist_ok=True)
        made = tempfile.TemporaryDirectory(prefix=".restoring-", dir=database.parent)
    with made as folder:
        yield Path(folder)


def require_unused(database: Path) -> None:
    """Raises DatabaseInUse while anybody else has the database open, BackupFailed when it cannot be written."""
    if database.exists():
        try:
            with _plainly(database, database), _held(database):
                pass
        except BackupBroken:
            _require_unlocked(database)


def put_in_place(staged: Path, database: Path, kept: Path) -> bool:
    """Replaces the database by what `staged` holds, after keeping it as `kept`; False when there was none to keep.

    Nobody else can use it meanwhile, and when the machine stops half-way SQLite's journal brings the old one back. One
    that SQLite cannot read is kept as it is, byte for byte. Raises DatabaseInUse and BackupFailed: nothing has changed.
    """
    database.parent.mkdir(parents=True, exist_ok=True)
    there = database.exists() and database.stat().st_size > 0
    try:
        with _plainly(database, kept), _held(database) as connection:
            if there:
                with _arriving(kept, like=database) as part:
                    _copied(connection, part, lambda: False)
            with _plainly(staged, database), closing(_reading(staged)) as source:
                source.backup(connection)
    except BackupBroken:
        _supplant(staged, database, kept)
    return there


def _proven_copy(source: sqlite3.Connection, target: Path, like: Path, given_up: Callable[[], bool]) -> str:
    with _arriving(target, like=like) as part:
        _copied(source, part, given_up)
        with closing(_reading(part)) as copy:
            return _proven(copy, part)


def _copied(source: sqlite3.Connection, part: Path, given_up: Callable[[], bool]) -> None:
    def go_on(*_: int) -> None:
        if given_up():
            raise GivenUp

    with closing(_connected(part, "mode=rw")) as copy:
        source.execute("BEGIN")  # one moment for all steps: writers go on, and the copying need not begin again
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        try:
            source.backup(copy, pages=STEP, progress=go_on)
        finally:
            source.execute("ROLLBACK")
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()  # one file, without companions


def _proven(connection: sqlite3.Connection, file: Path) -> str:
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise BackupBroken(f"{file} is damaged ({' '.join(verdict.split())}). Use another backup.")
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    query = "SELECT max(version_num) FROM alembic_version"
    version = connection.execute(query).fetchone()[0] if tables >= OURS else None
    if version is None:
        raise BackupBroken(f"{file} is not a database of Laurel's.")
    if version not in REVISIONS:
        raise DatabaseError(
            f"{file} was written by a newer Laurel (schema {version}, this one knows {REVISIONS[-1]}). Update Laurel."
        )
    return str(version)


@contextmanager
def _arriving(target: Path, like: Path) -> Iterator[Path]:
    """A new file that is named `target` once the block has ended well, and on the disk; else it goes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        raise BackupFailed(f"{target} is there already. Name another file.")
    number, name = tempfile.mkstemp(prefix=f"{target.name}.", suffix=PART, dir=target.parent)
    os.close(number)
    part = Path(name)
    try:
        yield part
        part.chmod(like.stat().st_mode & 0o777)  # who may read the one may read the other
        _flush(part)
        part.replace(target)
        _flush(target.parent)
    finally:
        for end in ("", *SIDES):
            part.with_name(part.name + end).unlink(missing_ok=True)


@contextmanager
def _held(database: Path) -> Iterator[sqlite3.Connection]:
    """The database for us alone: one that anybody else has open cannot leave WAL mode."""
    with closing(_connected(database, "mode=rwc")) as connection:
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()
            (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")  # the lock stays until the connection is closed
        except sqlite3.OperationalError as error:
            if not _is(error, LOCKED):
                raise
            mode = "wal"
        if mode != "delete":
            raise DatabaseInUse(f"{database} is in use. Stop the bot first, then try again.")
        yield connection


def _supplant(staged: Path, database: Path, kept: Path) -> None:
    """For a database that is none any more. What lies beside it goes along: SQLite would read it into the new one."""
    _require_unlocked(database)
    with _plainly(database, kept):
        with _arriving(kept, like=database) as part:
            shutil.copyfile(database, part)
        for end in SIDES:
            side = database.with_name(database.name + end)
            if side.exists():
                shutil.move(side, kept.with_name(kept.name + end))
        staged.chmod(database.stat().st_mode & 0o777)
        staged.replace(database)
        _flush(database.parent)


def _require_unlocked(database: Path) -> None:
    """SQLite does not say who has a file open that it cannot read; its lock does, and on Windows the system."""
    try:
        import fcntl
    except ModuleNotFoundError:
        return
    start, length = SHARED_LOCK
    with _plainly(database, database), database.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, length, start)
        except OSError:
            raise DatabaseInUse(f"{database} is in use. Stop the bot first, then try again.") from None


def _connected(file: Path, mode: str) -> sqlite3.Connection:
    address = f"{file.absolute().as_uri()}?{mode}"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)


def _reading(file: Path) -> sqlite3.Connection:
    """A backup may lie where nothing can be written, so nothing is, unless it was copied with its companions."""
    alone = not any(file.with_name(file.name + end).exists() for end in SIDES)
    return _connected(file, "mode=ro&immutable=1" if alone else "mode=ro")


def _flush(path: Path) -> None:
    """Has the disk write a file, or the names in a folder (which only Unix can)."""
    if path.is_dir() and os.name != "posix":
        return
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _is(error: sqlite3.Error, names: tuple[str, ...]) -> bool:
    return getattr(error, "sqlite_errorname", "").startswith(names)


@contextmanager
def _plainly(read: Path, written: Path) -> Iterator[None]:
    """Says what SQLite or the disk refused, in one line that tells what to do."""
    try:
        yield
    except sqlite3.Error as error:
        if _is(error, UNREADABLE):
            raise BackupBroken(f"{read} is not a database, or is damaged ({error}).") from None
        if _is(error, ("SQLITE_FULL",)):
            raise BackupFailed(_no_room(written)) from None
        if _is(error, LOCKED):
            raise BackupFailed(f"{read} is locked by another program. Try again when that has ended.") from None
        raise BackupFailed(_cannot(read, written, str(error))) from None
    except OSError as error:
        if error.errno in NO_ROOM:
            raise BackupFailed(_no_room(written)) from None
        raise BackupFailed(_cannot(read, written, error.strerror or str(error))) from None


def _no_room(file: Path) -> str:
    return f"There is no room for {file}. Free some space, then try again."


def _cannot(read: Path, written: Path, why: str) -> str:
    if read == written:
        return f"{read} cannot be opened ({why}). Check who may read and write it, and its folder."
    return f"{written} cannot be written ({why}). Make its folder writable, or choose another."
