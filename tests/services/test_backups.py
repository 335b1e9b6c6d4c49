"""Nightly backups over months by a clock that is set, what is kept of them, and what is never touched."""

import asyncio
import datetime
import os
import sqlite3
import threading
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BackupBroken, BackupFailed, DatabaseError, NoBackup
from bot.services import backups as room
from bot.services.backups import Backups, expired, last_night
from bot.services.guilds import Guilds
from bot.services.privacy import Privacy, ServerData
from bot.storage.database import Database
from bot.storage.erasures import Erasures
from bot.storage.guilds import UNDECIDED, GuildBook
from bot.storage.ownership import PEOPLE, SERVERS
from bot.storage.people import MemberSettings, PeopleBook
from bot.storage.privacy import PrivacyBook
from tests.conftest import StillClock

DAY, HOUR, SECOND = (datetime.timedelta(seconds=seconds) for seconds in (86_400, 3_600, 1))


def utc(*parts: int) -> datetime.datetime:
    return datetime.datetime(*parts, tzinfo=datetime.UTC)  # type: ignore[misc, arg-type]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'laurel.db'}"


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await database.open()
    yield database
    await database.close()


@pytest.fixture
def backups(url: str, database: Database, clock: StillClock) -> Backups:
    return Backups(url, None, clock)


def kept(tmp_path: Path) -> list[str]:
    return sorted(file.name for file in (tmp_path / "backups").iterdir())


def nights(tmp_path: Path) -> list[datetime.date]:
    stamps = (name.removeprefix("laurel-")[:10] for name in kept(tmp_path) if name.endswith("-nightly.db"))
    return sorted(map(datetime.date.fromisoformat, stamps))


async def test_by_hand_it_is_named_after_the_moment_and_never_overwrites(backups: Backups, tmp_path: Path) -> None:
    first, second = await backups.make(), await backups.make()
    assert kept(tmp_path) == ["laurel-2026-11-23T120000Z-2.db", "laurel-2026-11-23T120000Z.db"]
    assert first.file == tmp_path / "backups" / "laurel-2026-11-23T120000Z.db" and second.file != first.file
    assert first.size == first.file.stat().st_size > 0 and first.made_at == utc(2026, 11, 23, 12)
    assert (await backups.make(tmp_path / "mine.db")).file == tmp_path / "mine.db"
    assert (await backups.make(tmp_path)).file == tmp_path / "laurel-2026-11-23T120000Z.db"
    with pytest.raises(BackupFailed, match="is there already"):
        await backups.make(tmp_path / "mine.db")


async def test_sixty_days_keep_seven_days_and_four_weeks(backups: Backups, clock: StillClock, tmp_path: Path) -> None:
    clock.time = utc(2026, 1, 1, 4)
    by_hand = await backups.make()
    for day in range(60):
        clock.time = utc(2026, 1, 1, 4) + day * DAY
        assert await backups.make_tonights() is not None
        assert await backups.make_tonights() is None
        assert len(nights(tmp_path)) <= 11
    assert clock.time.date() == datetime.date(2026, 3, 1)
    days = [datetime.date(2026, 3, 1) - number * DAY for number in range(7)]
    sundays = [datetime.date(2026, 2, 22) - number * 7 * DAY for number in range(4)]
    assert nights(tmp_path) == sorted([*days, *sundays])
    assert by_hand.file.exists()


async def test_it_is_due_at_four_and_once(backups: Backups, clock: StillClock, tmp_path: Path) -> None:
    clock.time = utc(2026, 11, 23, 3, 59, 59)
    assert await backups.make_tonights() is not None, "there was none at all"
    clock.time += SECOND
    assert await backups.make_tonights() is not None
    for _ in range(24):
        clock.time += HOUR - SECOND
        assert await backups.make_tonights() is None
    clock.time = utc(2026, 11, 24, 4)
    assert await backups.make_tonights() is not None


async def test_a_night_that_was_slept_through_is_made_up_for(backups: Backups, clock: StillClock) -> None:
    clock.time = utc(2026, 11, 20, 4)
    await backups.make_tonights()
    clock.time = utc(2026, 11, 23, 15, 30)
    made = await backups.make_tonights()
    assert made is not None and made.file.name == "laurel-2026-11-23T153000Z-nightly.db"
    clock.time = utc(2026, 11, 24, 3)
    assert await backups.make_tonights() is None
    clock.time = utc(2026, 11, 24, 4)
    assert await backups.make_tonights() is not None


async def test_nothing_is_deleted_that_it_did_not_write(backups: Backups, clock: StillClock, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    others = [
        "laurel-2020-01-01T040000Z.db",
        "laurel-2020-01-01T040000Z-before-restore.db",
        "laurel-2020-01-01T040000Z-nightly.db.gz",
        "laurel-2020-01-01T040000Z-nightly.db-wal",
        "my-laurel-2020-01-01T040000Z-nightly.db",
        "laurel-2020-01-01-nightly.db",
        "laurel-2020-99-99T999999Z-nightly.db",
        "laurel.db.abc.part",
        "알림.txt",
    ]
    for name in others:
        (folder / name).write_text("precious")
        os.utime(folder / name, (0, 0))
    for _ in range(40):
        clock.time += DAY
        await backups.make_tonights()
    assert set(others) <= set(kept(tmp_path)) and len(kept(tmp_path)) == len(others) + 11


async def test_what_was_left_unfinished_goes_after_a_day(backups: Backups, clock: StillClock, tmp_path: Path) -> None:
    folder, now = tmp_path / "backups", clock.now().timestamp()
    folder.mkdir()
    for name, age in [("old", DAY + SECOND), ("young", DAY - HOUR)]:
        for end in ("", "-wal", "-journal"):
            file = folder / f"laurel-2026-11-20T040000Z-nightly.db.{name}.part{end}"
            file.write_text("half")
            os.utime(file, (now - age.total_seconds(),) * 2)
    await backups.make_tonights()
    assert {name.split(".")[2] for name in kept(tmp_path) if ".part" in name} == {"young"}


async def test_a_clock_that_was_wrong_stops_no_backups(backups: Backups, clock: StillClock, tmp_path: Path) -> None:
    clock.time = utc(2031, 1, 1, 4)
    await backups.make_tonights()
    clock.time = utc(2026, 11, 23, 5)
    for _ in range(20):
        assert await backups.make_tonights() is not None
        clock.time += DAY
    latest = await backups.latest()
    assert latest is not None and latest.made_at == clock.time - DAY
    assert "laurel-2031-01-01T040000Z-nightly.db" in kept(tmp_path)


async def test_a_failed_one_lets_no_old_one_go_and_is_tried_again(
    backups: Backups, clock: StillClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(8):
        await backups.make_tonights()
        clock.time += DAY
    before = kept(tmp_path)

    def full(*_: object) -> str:
        raise BackupFailed("There is no room.")

    with monkeypatch.context() as patched:
        patched.setattr(room, "back_up", full)
        for _ in range(30):
            with pytest.raises(BackupFailed):
                await backups.make_tonights()
            clock.time += DAY
    assert kept(tmp_path) == before
    assert await backups.make_tonights() is not None


async def test_stopping_gives_a_backup_up_and_leaves_nothing(
    backups: Backups, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copying, copy = threading.Event(), room.back_up

    def slow(source: Path, target: Path, given_up: object) -> str:
        def asked() -> bool:
            copying.set()
            while not given_up():  # type: ignore[operator]
                threading.Event().wait(0.001)
            return True

        return copy(source, target, asked)

    monkeypatch.setattr(room, "back_up", slow)
    making = asyncio.create_task(backups.make_tonights())
    await asyncio.to_thread(copying.wait, 10)
    making.cancel()
    with pytest.raises(asyncio.CancelledError):
        await making
    assert kept(tmp_path) == []


@pytest.mark.parametrize("folder, wanted", [(None, True), ("elsewhere", True), ("off", False)])
async def test_the_setting(
    url: str, database: Database, clock: StillClock, tmp_path: Path, folder: str | None, wanted: bool
) -> None:
    place = str(tmp_path / folder) if folder == "elsewhere" else folder
    backups = Backups(url, place, clock)
    assert backups.nightly_ones is wanted
    made = await backups.make()
    assert made.file.parent == tmp_path / (folder if folder == "elsewhere" else "backups")


@pytest.mark.parametrize(
    "url, told",
    [
        ("postgresql+asyncpg://laurel:geheim@db.example:5433/fans?ssl=require", "pg_dump"),
        ("sqlite+aiosqlite://", "in memory"),
    ],
)
async def test_what_has_no_file(url: str, told: str, clock: StillClock, tmp_path: Path) -> None:
    backups = Backups(url, None, clock)
    assert not backups.nightly_ones
    for attempt in (backups.make(), backups.make_tonights(), backups.latest()):
        with pytest.raises(DatabaseError, match=told) as error:
            await attempt
        assert "geheim" not in str(error.value) and "\n" not in str(error.value)
    for attempt in (backups.examine(tmp_path / "x.db"), backups.restore(tmp_path / "x.db")):
        with pytest.raises(DatabaseError, match="pg_restore" if told == "pg_dump" else told) as error:
            await attempt


async def test_restoring_brings_back_what_was_decided_then(
    backups: Backups, url: str, database: Database, clock: StillClock, tmp_path: Path
) -> None:
    guilds = Guilds(GuildBook(database), clock)
    await guilds.change(1, 7, language="ko")
    made = await backups.make()
    await guilds.change(1, 7, language="en-US")
    await database.close()
    clock.time += DAY
    assert (await backups.examine(made.file)).size == made.size
    before = await backups.restore(made.file)
    assert before == tmp_path / "backups" / "laurel-2026-11-24T120000Z-before-restore.db"
    assert await language(url) == "ko"
    assert await backups.restore(before) is not None
    assert await language(url) == "en-US"
    assert not list(tmp_path.glob(".restoring-*"))


async def language(url: str) -> str | None:
    database = Database(url)
    await database.open()
    settings = await GuildBook(database).find(1)
    await database.close()
    return settings.settings.language


async def test_an_older_backup_is_migrated_before_it_is_put_in_place(
    backups: Backups, database: Database, url: str, tmp_path: Path
) -> None:
    await database.close()
    older = tmp_path / "older.db"
    with closing(sqlite3.connect(older)) as connection:
        connection.executescript(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);"
            "INSERT INTO alembic_version VALUES ('0001');"
            "CREATE TABLE command_sync (application_id BIGINT NOT NULL, guild_id BIGINT NOT NULL, tree_hash VARCHAR(64)"
            " NOT NULL, command_ids JSON NOT NULL, synced_at BIGINT NOT NULL, PRIMARY KEY (application_id, guild_id));"
        )
    assert (await backups.examine(older)).version == "0001"
    await backups.restore(older)
    assert await language(url) is None, "the table of settings is there"
    assert (await backups.examine(older)).version == "0001", "the backup itself stays as it was"


async def test_one_that_cannot_be_migrated_changes_nothing(
    backups: Backups, database: Database, url: str, clock: StillClock, tmp_path: Path
) -> None:
    await Guilds(GuildBook(database), clock).change(1, 7, language="ko")
    made = await backups.make()
    await database.close()
    with closing(sqlite3.connect(made.file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0002'")  # 0003's tables are in the way
        connection.commit()
    with pytest.raises(BackupFailed, match=r"cannot be brought to this version.*already exists"):
        await backups.restore(made.file)
    assert await language(url) == "ko"
    assert kept(tmp_path) == [made.file.name] and not list(tmp_path.glob(".restoring-*"))


async def test_what_cannot_be_restored_changes_nothing(backups: Backups, database: Database, tmp_path: Path) -> None:
    await database.close()
    before = (tmp_path / "laurel.db").read_bytes()
    (tmp_path / "text.db").write_text("not a database" * 100)
    for file, error in [
        (tmp_path / "none.db", NoBackup),
        (tmp_path / "text.db", BackupBroken),
        (tmp_path, BackupBroken),
        (tmp_path / "laurel.db", DatabaseError),
    ]:
        with pytest.raises(error):
            await backups.restore(file)
    assert (tmp_path / "laurel.db").read_bytes() == before and not (tmp_path / "backups").exists()


def test_last_night() -> None:
    assert last_night(utc(2026, 3, 1, 3, 59, 59)) == utc(2026, 2, 28, 4)
    assert last_night(utc(2026, 3, 1, 4)) == utc(2026, 3, 1, 4)
    seoul = datetime.timezone(9 * HOUR)
    assert last_night(datetime.datetime(2026, 3, 1, 12, tzinfo=seoul)) == utc(2026, 2, 28, 4)


MOMENTS = st.lists(
    st.integers(0, 730 * 24).map(lambda hours: utc(2020, 1, 1) + hours * HOUR),
    max_size=80,
    unique=True,
)


@given(MOMENTS)
def test_what_is_kept_is_never_little_nor_old_for_nothing(moments: list[datetime.datetime]) -> None:
    left = set(moments) - expired(moments)
    days = sorted({moment.date() for moment in moments}, reverse=True)
    assert expired(moments) <= set(moments) and len(left) <= 11
    assert {moment.date() for moment in left} >= set(days[:7]), "each of the seven latest days has one"
    if moments:
        assert max(moments) in left
    older = {day.isocalendar()[:2] for day in days[7:]}
    kept_weeks = {moment.isocalendar()[:2] for moment in left if moment.date() not in days[:7]}
    assert kept_weeks == set(sorted(older, reverse=True)[:4])
    assert not expired(left), "what is kept stays kept"


async def test_who_was_forgotten_since_stays_forgotten(
    backups: Backups, database: Database, clock: StillClock, url: str
) -> None:
    ada, haneul, seoul = 2**62, 2**62 + 1, 2**61
    people, members = PrivacyBook(database, PEOPLE), PeopleBook(database)
    for user_id in (ada, haneul):
        await members.change(user_id, {"language": "ko"}, 1)
    await GuildBook(database).change(seoul, ada, {"language": "ko"}, 1)
    await Privacy(people, clock, ()).erase(haneul)
    await members.change(haneul, {"zone": "Asia/Seoul"}, 2)  # came back after that
    made = await backups.make()
    clock.time += DAY
    await Privacy(people, clock, ()).erase(ada)
    await ServerData(PrivacyBook(database, SERVERS), clock, ()).erase(seoul)
    await database.close()
    await backups.restore(made.file)
    database = Database(url)
    await database.open()
    found = await PeopleBook(database).find(ada), await PeopleBook(database).find(haneul)
    assert found == (MemberSettings(), MemberSettings(zone="Asia/Seoul"))
    assert await GuildBook(database).find(seoul) == UNDECIDED
    assert {(one.kind, one.whose) for one in await Erasures(database).all()} == {
        ("person", ada),
        ("person", haneul),
        ("server", seoul),
    }
    clock.time += datetime.timedelta(days=61)
    await Privacy(PrivacyBook(database, PEOPLE), clock, ()).erase(ada)
    assert {one.whose for one in await Erasures(database).all()} == {ada}, "the others are older than any backup"
    await database.close()
