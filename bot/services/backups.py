"""Which backups of the SQLite database there are: made by hand and by night, let go by age, put back. Writes no SQL."""

import asyncio
import datetime
import logging
import re
import shlex
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from bot.clock import Clock
from bot.errors import BackupFailed, DatabaseError
from bot.storage.backup import (
    PART,
    back_up,
    examine,
    postgres_address,
    put_in_place,
    require_unused,
    sqlite_file,
    stage,
    workshop,
)
from bot.storage.database import Database
from bot.storage.erasures import PERSON, SERVER, Erasure, Erasures, erasures_of
from bot.storage.ownership import PEOPLE, SERVERS
from bot.storage.privacy import PrivacyBook

log = logging.getLogger(__name__)
OFF = "off"
OWNED = {PERSON: PEOPLE, SERVER: SERVERS}
BY_HAND, NIGHTLY, BEFORE_RESTORE = "", "-nightly", "-before-restore"
AT = datetime.time(4, tzinfo=datetime.UTC)
DAYS, WEEKS = 7, 4  # that are kept of the nightly ones
LEFT_OVER = datetime.timedelta(days=1)  # what is unfinished after so long, nobody finishes
STAMP = "%Y-%m-%dT%H%M%SZ"
NAME = re.compile(r"laurel-(\d{4}-\d\d-\d\dT\d{6}Z)(-nightly|-before-restore)?(-\d+)?\.db")
UNFINISHED = re.compile(NAME.pattern + r"\.\w+" + re.escape(PART) + r"(-wal|-shm|-journal)?")


class Backup(msgspec.Struct, frozen=True):
    """One file: when it was made, which schema it holds where that was asked, and its size in bytes."""

    file: Path
    made_at: datetime.datetime
    size: int
    version: str | None = None


class Backups:
    """Use cases of backups. Only SQLite's: PostgreSQL has its own tools, and every method says so."""

    def __init__(self, url: str, folder: str | None, clock: Clock) -> None:
        """`folder` is the setting BACKUP_DIR: None is `backups` beside the database, as is "off" for those by hand."""
        self._url = url
        self._folder = folder
        self._clock = clock

    @property
    def nightly_ones(self) -> bool:
        """Whether there are to be any."""
        return self._folder != OFF and sqlite_file(self._url) is not None

    async def make(self, to: Path | None = None) -> Backup:
        """A backup that opens and is whole, as the file or in the folder `to`; `laurel-<moment>.db` of its own accord.

        Raises DatabaseError, BackupFailed, BackupBroken.
        """
        return await self._make(self._database(), BY_HAND, to)

    async def make_tonights(self) -> Backup | None:
        """Makes the one of this night unless it is there, then lets old ones go; None when it was.

        Whoever calls this hourly, and soon after a start, has one after every night, also after one slept through.
        """
        database = self._database()
        nights = await asyncio.to_thread(self._found, NIGHTLY)
        if nights and nights[-1].made_at >= last_night(self._clock.now()):
            return None
        made = await self._make(database, NIGHTLY, None)
        log.info("backed up to %s", made.file)
        await asyncio.to_thread(self._let_go)
        return made

    async def latest(self) -> Backup | None:
        """The newest, by hand or by night, in the folder of backups."""
        found = await asyncio.to_thread(self._found, BY_HAND, NIGHTLY)
        return found[-1] if found else None

    async def examine(self, file: Path) -> Backup:
        """What would be restored. Raises what `restore` does before it changes anything."""
        database = self._database(restoring=True)
        return await asyncio.to_thread(self._examine, file, database)

    async def restore(self, file: Path) -> Path | None:
        """Puts a backup in the database's place, migrated; where what was there is kept now, None if there was nothing.

        Whoever was forgotten since the backup was made is forgotten in it as well.

        Raises NoBackup, BackupBroken, BackupFailed, DatabaseError, and DatabaseInUse while a bot runs; then the
        database is as it was.
        """
        database = self._database(restoring=True)

        def work() -> Path | None:
            self._examine(file, database)
            kept = self._free(BEFORE_RESTORE)
            with workshop(database) as folder:
                staged = folder / "laurel.db"
                try:
                    asyncio.run(_finish(stage(file, staged), erasures_of(database)))
                except DatabaseError as error:
                    raise BackupFailed(
                        f"{file} cannot be brought to this version, so nothing changed: {error}"
                    ) from None
                return kept if put_in_place(staged, database, kept) else None

        return await asyncio.to_thread(work)

    def _examine(self, file: Path, database: Path) -> Backup:
        version = examine(file)
        if database.exists() and file.samefile(database):
            raise DatabaseError(f"{file} is the database itself. Name a backup: laurel restore FILE")
        require_unused(database)
        return _of(file, datetime.datetime.fromtimestamp(file.stat().st_mtime, datetime.UTC), version)

    async def _make(self, database: Path, kind: str, to: Path | None) -> Backup:
        now, enough = self._clock.now(), threading.Event()

        def work() -> Backup:
            target = to if to is not None and not to.is_dir() else self._free(kind, to)
            return _of(target, now, back_up(database, target, enough.is_set))

        copying = asyncio.ensure_future(asyncio.to_thread(work))
        try:
            return await asyncio.shield(copying)
        except asyncio.CancelledError:  # the bot stops: a thread has to be told
            enough.set()
            await asyncio.wait((copying,))
            raise

    def _database(self, *, restoring: bool = False) -> Path:
        """The file. Raises DatabaseError with what to do instead where there is none."""
        file, address = sqlite_file(self._url), postgres_address(self._url)
        if file is not None:
            return file
        if address is None:
            raise DatabaseError("The database is in memory, so there is nothing to keep. Set DATABASE_URL to a file.")
        at = shlex.quote(address)
        command = (
            f"pg_restore --clean --if-exists --dbname={at}" if restoring else f"pg_dump -Fc --file=laurel.dump {at}"
        )
        raise DatabaseError(f"PostgreSQL has its own tool for this: {command}{' laurel.dump' if restoring else ''}")

    def _place(self) -> Path:
        if self._folder not in (None, OFF):
            return Path(self._folder).expanduser()
        return self._database().parent / "backups"

    def _free(self, kind: str, folder: Path | None = None) -> Path:
        """A name that nothing has yet, in the folder of backups unless in another."""
        place = folder or self._place()
        stem = f"laurel-{self._clock.now().astimezone(datetime.UTC):{STAMP}}{kind}"
        names = (f"{stem}{number}.db" for number in ("", *(f"-{number}" for number in range(2, 1_000))))
        return next(file for name in names if not (file := place / name).exists())

    def _found(self, *kinds: str) -> list[Backup]:
        """Those of these kinds that are not from the future: a clock may have been wrong. Oldest first."""
        now, found = self._clock.now(), []
        for file in self._files():
            match = NAME.fullmatch(file.name)
            if match is not None and (match[2] or "") in kinds:
                made_at = _moment(match[1])
                if made_at is not None and made_at <= now:
                    found.append(_of(file, made_at))
        return sorted(found, key=lambda one: one.made_at)

    def _files(self) -> list[Path]:
        place = self._place()
        try:
            return list(place.iterdir()) if place.is_dir() else []
        except OSError as error:
            raise BackupFailed(f"{place} cannot be opened ({error.strerror}). Check who may, and BACKUP_DIR.") from None

    def _let_go(self) -> None:
        """Deletes nightly ones that are too old to keep, and what was left unfinished a day ago. Nothing else, ever."""
        nights = {one.made_at: one.file for one in self._found(NIGHTLY)}
        for made_at in expired(nights):
            nights[made_at].unlink(missing_ok=True)
        for file in self._files():
            age = self._clock.now().timestamp() - file.stat().st_mtime
            if UNFINISHED.fullmatch(file.name) and age > LEFT_OVER.total_seconds():
                file.unlink(missing_ok=True)


def last_night(now: datetime.datetime) -> datetime.datetime:
    """The latest moment, up to `now`, at which a nightly backup was due."""
    today = datetime.datetime.combine(now.astimezone(datetime.UTC), AT)
    return today if today <= now else today - datetime.timedelta(days=1)


def expired(moments: Iterable[datetime.datetime]) -> set[datetime.datetime]:
    """Those that need not be kept: not the last of one of the 7 latest days, nor of one of the 4 latest weeks before.

    Days and ISO weeks are those of UTC, and only those that have any count: a bot that was off for a year keeps what
    it has.
    """
    left = sorted(moments, reverse=True)
    days = _last_of_each(left, lambda moment: moment.date())[:DAYS]
    older = [moment for moment in left if moment.date() < days[-1].date()] if days else []
    weeks = _last_of_each(older, lambda moment: moment.isocalendar()[:2])[:WEEKS]
    return set(left) - {*days, *weeks}


def _last_of_each(
    moments: list[datetime.datetime], period: Callable[[datetime.datetime], object]
) -> list[datetime.datetime]:
    """The first of each period, in the order of `moments`."""
    found: dict[object, datetime.datetime] = {}
    for moment in moments:
        found.setdefault(period(moment), moment)
    return list(found.values())


def _moment(stamp: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.strptime(stamp, STAMP).replace(tzinfo=datetime.UTC)
    except ValueError:  # somebody's 31 February
        return None


async def _finish(address: str, told: frozenset[Erasure]) -> None:
    """Brings a copy to this version, and forgets again those of `told` whom it does not know to be forgotten."""
    database = Database(address)
    await database.open()
    try:
        for one in sorted(told - await Erasures(database).all()):
            await PrivacyBook(database, OWNED[one.kind]).erase(one.whose, noted=one)
    finally:
        await database.close()


def _of(file: Path, made_at: datetime.datetime, version: str | None = None) -> Backup:
    return Backup(file, made_at, file.stat().st_size, version)
