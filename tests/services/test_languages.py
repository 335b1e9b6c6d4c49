"""Which language somebody is answered in: their own choice, Discord's, the server's, English; also in trouble."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.errors import StorageTrouble
from bot.services.guilds import Guilds
from bot.services.languages import Languages
from bot.services.members import Members
from bot.storage.database import Database
from bot.storage.guilds import GuildBook
from bot.storage.people import PeopleBook
from bot.text import WordBook
from tests.conftest import StillClock

FAN, HERE = 11, 22


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/laurel.db")
    await database.open()
    yield database
    await database.close()


@pytest.fixture
def guilds(database: Database, clock: StillClock) -> Guilds:
    return Guilds(GuildBook(database), clock)


@pytest.fixture
def members(database: Database, clock: StillClock) -> Members:
    return Members(PeopleBook(database), clock)


@pytest.fixture
def languages(words: WordBook, guilds: Guilds, members: Members) -> Languages:
    return Languages(words, guilds, members)


@pytest.mark.parametrize(
    ("own", "discord", "server", "spoken"),
    [
        (None, "en-US", None, "en-US"),
        (None, "en-GB", None, "en-US"),
        (None, "en-GB", "ko", "en-US"),
        (None, "ko", None, "ko"),
        (None, "ko", "en-US", "ko"),
        (None, "fr", None, "en-US"),
        (None, "fr", "ko", "ko"),
        (None, "fr", "en-US", "en-US"),
        (None, "", "ko", "ko"),
        (None, "zh-CN", "ko", "ko"),
        ("ko", "en-US", "en-US", "ko"),
        ("ko", "fr", None, "ko"),
        ("en-US", "ko", "ko", "en-US"),
        ("en-US", "fr", "ko", "en-US"),
    ],
)
async def test_the_choice(
    languages: Languages,
    guilds: Guilds,
    members: Members,
    own: str | None,
    discord: str,
    server: str | None,
    spoken: str,
) -> None:
    if own:
        await members.change(FAN, language=own)
    if server:
        await guilds.change(HERE, 1, language=server)
    assert (await languages.words(FAN, discord, HERE)).locale == spoken
    outside = own or (discord if discord == "ko" else "en-US")
    assert (await languages.words(FAN, discord, None)).locale == outside, "outside servers no server chooses"
    assert (await languages.of_guild(HERE)).locale == (server or "en-US")


async def test_a_choice_that_is_taken_back(languages: Languages, guilds: Guilds, members: Members) -> None:
    await members.change(FAN, language="ko")
    await guilds.change(HERE, 1, language="ko")
    await members.change(FAN, language=None)
    assert (await languages.words(FAN, "en-GB", HERE)).locale == "en-US"
    assert (await languages.words(FAN, "de", HERE)).locale == "ko"
    await guilds.change(HERE, 1, language=None)
    assert (await languages.words(FAN, "de", HERE)).locale == "en-US"


async def test_a_language_of_a_later_laurel_is_english(
    languages: Languages, database: Database, guilds: Guilds, members: Members
) -> None:
    await members.change(FAN, language="ko")
    async with database.write() as connection:
        await connection.execute(sa.text("UPDATE member SET language = 'ja'"))
    members.forget(FAN)
    assert (await languages.words(FAN, "ko", HERE)).locale == "en-US"


async def test_ten_thousand_questions_are_two_reads(
    languages: Languages, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    assert database._engine is not None
    sa.event.listen(database._engine.sync_engine, "before_cursor_execute", lambda *seen: asked.append(seen[2]))
    for _ in range(10_000):
        await languages.words(FAN, "fr", HERE)
    assert len(asked) == 2, asked


async def test_a_database_in_trouble_still_lets_look_ups_speak(
    languages: Languages, guilds: Guilds, database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The file is spoilt between two questions: who asks is answered as Discord would, and the log says why."""
    await guilds.change(HERE, 1, language="ko")
    guilds.forget(HERE)
    assert database._engine is not None
    await database._writer.rest()
    await database._engine.dispose()
    (tmp_path / "laurel.db").write_bytes(b"no database at all" * 1_000)
    for discord, spoken in (("ko", "ko"), ("en-GB", "en-US"), ("fr", "en-US")):
        assert (await languages.words(FAN, discord, HERE)).locale == spoken
    assert "nobody's language can be read" in caplog.text
    with pytest.raises(StorageTrouble):
        await languages.of_guild(HERE)
