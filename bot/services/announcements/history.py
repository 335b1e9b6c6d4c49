"""What became of a server's posts: sent, late, missed, failed, left out; the latest first."""

from collections.abc import Sequence

import msgspec

from bot.anniversaries.plans import Parcel
from bot.services.announcements.preview import RESENDABLE
from bot.services.announcements.reading import Item, Reading
from bot.storage.deliveries import Delivery, DeliveryBook

__all__ = ["Chapter", "Delivery", "History", "Past"]

PER_PAGE = 8


class Past(msgspec.Struct, frozen=True):
    """A post of the past. `items` are what it told, as far as it is so still."""

    row: Delivery
    parcel: Parcel
    items: tuple[Item, ...]

    @property
    def resendable(self) -> bool:
        return self.row.state in RESENDABLE


class Chapter(msgspec.Struct, frozen=True):
    """One page, of `pages`, numbered from 1."""

    posts: tuple[Past, ...]
    page: int
    pages: int


class History:
    """Reads what ended."""

    def __init__(self, deliveries: DeliveryBook, reading: Reading) -> None:
        self._deliveries = deliveries
        self._reading = reading

    async def page(self, guild_id: int, page: int, of: int = 0) -> Chapter:
        """A page of all that ended in a server, or of the subscription `of` alone; the nearest there is."""
        count = await self._deliveries.count_of_guild(guild_id, of=of)
        pages = max(1, -(-count // PER_PAGE))
        page = min(max(page, 1), pages)
        rows = await self._deliveries.of_guild(guild_id, most=PER_PAGE, offset=(page - 1) * PER_PAGE, of=of)
        return Chapter(await self._read(rows), page, pages)

    async def resendable(self, guild_id: int, most: int) -> tuple[Past, ...]:
        """The latest that an admin may send again."""
        return await self._read(await self._deliveries.of_guild(guild_id, most=most, states=RESENDABLE))

    async def find(self, guild_id: int, number: int) -> Past | None:
        """One of a server's."""
        row = await self._deliveries.find(number)
        return (await self._read([row]))[0] if row is not None and row.guild_id == guild_id else None

    async def _read(self, rows: Sequence[Delivery]) -> tuple[Past, ...]:
        found = []
        for row in rows:
            parcel = Parcel.of(row.payload)
            found.append(Past(row, parcel, await self._reading.read(row.guild_id, parcel)))
        return tuple(found)
