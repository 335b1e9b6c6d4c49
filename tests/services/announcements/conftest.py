"""A desk with a small catalogue, one SQLite file, and a Discord that counts."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue import Catalogue, load_catalogue
from bot.services.agenda import Agenda
from bot.services.announcements.announcer import Announcer
from bot.services.announcements.expander import Expander
from bot.services.announcements.occasions import Occasions
from bot.services.announcements.throttle import Throttle
from bot.storage.database import Database
from bot.storage.deliveries import Delivery, DeliveryBook
from bot.storage.subscriptions import Subscription, SubscriptionBook
from tests.conftest import StillClock
from tests.season import season
from tests.services.announcements.discord import CountingCourier, Discord, Life

ALL = ("pending", "leased", "sent", "missed", "dead", "skipped")


@dataclass
class Desk:
    """Everything from a subscription to a message."""

    database: Database
    clock: StillClock
    occasions: Occasions
    discord: Discord
    book: SubscriptionBook
    deliveries: DeliveryBook
    expander: Expander
    announcer: Announcer

    @property
    def now(self) -> int:
        return self.expander.now()

    async def subscribe(self, guild_id: int = 1, channel_id: int = 10, **values: Any) -> Subscription:
        new = Subscription(guild_id=guild_id, channel_id=channel_id, **{"kinds": ("fact",), **values})
        added = await self.book.add(new, most=25, at=self.now)
        assert added is not None
        return added

    async def work(self) -> int | None:
        await self.expander.work(lambda guild_id: guild_id not in self.discord.away)
        return await self.announcer.work()

    async def rows(self) -> list[Delivery]:
        return sorted(await self.deliveries.queue(states=ALL, most=10_000), key=lambda row: row.id)

    async def states(self) -> list[str]:
        return [row.state for row in await self.rows()]

    def another(self, name: str = "another") -> Announcer:
        """The announcer of another process."""
        courier = CountingCourier(self.discord, Life(), self.book, self.expander.now)
        return Announcer(self.deliveries, courier, Throttle(None), self.clock, name=name)


@pytest.fixture(scope="session")
def little(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load_catalogue(season(tmp_path_factory.mktemp("little") / "data"))


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database to copy: migrating each anew would take most of the time."""
    path = tmp_path_factory.mktemp("migrated") / "laurel.db"

    async def migrate() -> None:
        database = Database(f"sqlite+aiosqlite:///{path}")
        await database.open()
        await database.close()

    asyncio.run(migrate())
    return path


@pytest.fixture
async def desk(tmp_path: Path, clock: StillClock, little: Catalogue, migrated: Path) -> AsyncIterator[Desk]:
    shutil.copy(migrated, tmp_path / "laurel.db")
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/laurel.db")
    await database.open()
    yield furnished(database, clock, little)
    await database.close()


def furnished(database: Database, clock: StillClock, catalogue: Catalogue) -> Desk:
    book, deliveries, discord = SubscriptionBook(database), DeliveryBook(database), Discord()
    occasions = Occasions(catalogue, Agenda(catalogue, clock))
    expander = Expander(book, deliveries, occasions, clock)
    courier = CountingCourier(discord, Life(), book, expander.now)

    async def sleep(seconds: float) -> None:
        discord.time += seconds

    throttle = Throttle(None, now=lambda: discord.time, sleep=sleep)
    announcer = Announcer(deliveries, courier, throttle, clock, name="this")
    return Desk(database, clock, occasions, discord, book, deliveries, expander, announcer)
