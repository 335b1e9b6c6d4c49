"""What all tests share: a still clock, a database each, the bot on a stage, and Discord's rules for its requests."""

import asyncio
import datetime
import json
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
import simcord

from bot.app import build_bot
from bot.catalogue import Catalogue, load_catalogue
from bot.client import Laurel
from bot.services.lookup import Lookup
from bot.settings import Settings, packaged_data
from bot.storage.database import Database
from bot.text import WordBook
from tests.stage import Stage
from tests.validator import load_validate

NOW = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)


class StillClock:
    """A clock that shows what it was set to."""

    def __init__(self, now: datetime.datetime = NOW) -> None:
        self.time = now

    def now(self) -> datetime.datetime:
        return self.time


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database_url=f"sqlite+aiosqlite:///{tmp_path}/laurel.db")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real one."""
    return load_catalogue(packaged_data())


@pytest.fixture(scope="session")
def words() -> WordBook:
    return WordBook(packaged_data())


@pytest.fixture
def lookup(catalogue: Catalogue, clock: StillClock) -> Lookup:
    return Lookup(catalogue, clock)


@pytest.fixture(scope="session")
def discord_rules() -> Callable[[str, str, object], list[str]] | None:
    """`(method, path, body) -> errors` after Discord's OpenAPI description; None where that is not at hand."""
    validate = load_validate()
    if validate is None:
        return None
    known: dict[str, list[str]] = {}

    def errors(method: str, route: str, body: object) -> list[str]:
        key = f"{method} {route.split('?')[0]} {json.dumps(body, sort_keys=True, default=str)}"
        if key not in known:
            known[key] = validate(method, route, body)
        return known[key]

    return errors


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file of today's schema with nothing in it."""
    file = tmp_path_factory.mktemp("migrated") / "laurel.db"

    async def open_and_close() -> None:
        database = Database(f"sqlite+aiosqlite:///{file}")
        await database.open()
        await database.close()

    asyncio.run(open_and_close())
    return file


@pytest.fixture
def prepared(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, migrated: Path, catalogue: Catalogue, words: WordBook
) -> None:
    """Bots share what they read from the packaged data, which nothing changes, and begin with a database that needs
    no migration: together half a second for each.
    """
    shutil.copy(migrated, tmp_path / "laurel.db")
    ours = packaged_data()
    monkeypatch.setattr(
        "bot.app.load_catalogue", lambda folder, kept: catalogue if folder == ours else load_catalogue(folder, kept)
    )
    monkeypatch.setattr(
        "bot.app.WordBook", lambda folder, kept: words if folder == ours else WordBook(folder, kept=kept)
    )


@pytest.fixture
async def simcord_bot(settings: Settings, clock: StillClock, prepared: None) -> AsyncIterator[Laurel]:
    """The real bot; simcord never closes it, so this does."""
    bot = build_bot(settings, clock)
    yield bot
    await bot.close()


@pytest.fixture
def stage(
    simcord_bot: Laurel, simcord_env: simcord.Env, discord_rules: Callable[[str, str, object], list[str]] | None
) -> Iterator[Stage]:
    """The bot with its members; afterwards every request it made is held against Discord's rules."""
    yield Stage(simcord_bot, simcord_env)
    if discord_rules is not None:
        broken = [
            f"{request.method} {request.path}: {error}"
            for request in simcord_env.http_requests
            for error in discord_rules(request.method, request.path, request.json)
        ]
        assert not broken, "\n".join(broken)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "simcord_env" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.simcord(shard_count=1, settle_timeout=2.0))


@pytest.fixture
def no_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """An empty folder to work in, and no setting from the machine."""
    for name in Settings.__struct_fields__:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    yield tmp_path
