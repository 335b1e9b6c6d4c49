"""Turns what a delivery tells (ids) into the facts behind it, as the catalogue and the server know them today."""

from collections.abc import Awaitable, Callable

import msgspec

from bot.anniversaries.plans import Form, Kind, Parcel, Told
from bot.catalogue.dates import PartialDate
from bot.services.announcements.occasions import Occasions, Occurrence
from bot.services.facts import Fact, Facts

OWN, FACT, TRIVIA = "own", "fact", "trivia"  # what the keys of these begin with


class OwnEvent(msgspec.Struct, frozen=True):
    """A server's own date, as a post tells it."""

    title: str
    note: str
    yearly: bool
    first: PartialDate


class Item(msgspec.Struct, frozen=True):
    """One thing told, and what it rests on: `occurrence`, `event` or `fact`; the day's questions rest on nothing."""

    told: Told
    kind: Kind
    occurrence: Occurrence | None = None
    event: OwnEvent | None = None
    fact: Fact | None = None

    @property
    def date(self) -> PartialDate:
        return PartialDate.parse(self.told.date)


FindEvent = Callable[[int, int], Awaitable[OwnEvent | None]]


class Reading:
    """Reads parcels. What is no more, or is not as it was when the post was planned, is left out."""

    def __init__(self, occasions: Occasions, facts: Facts, find_event: FindEvent) -> None:
        """`find_event` is asked with a server's id and the event's."""
        self._occasions = occasions
        self._facts = facts
        self._find_event = find_event

    async def read(self, guild_id: int, parcel: Parcel) -> tuple[Item, ...]:
        """What a parcel tells a server. Raises StorageTrouble."""
        found = [await self._item(guild_id, told, parcel) for told in parcel.told]
        return tuple(item for item in found if item is not None)

    async def _item(self, guild_id: int, told: Told, parcel: Parcel) -> Item | None:
        what, _, rest = told.key.partition(":")
        if what == OWN:
            number = rest.partition(":")[0]
            event = await self._find_event(guild_id, int(number)) if number.isdigit() else None
            return None if event is None else Item(told, Kind.EVENT, event=event)
        if what == FACT:
            fact = self._daily_fact(guild_id, parcel)
            return None if fact is None else Item(told, Kind.FACT, fact=fact)
        if what == TRIVIA:
            return Item(told, Kind.TRIVIA)
        occurrence = self._occasions.find(told)
        if occurrence is None or (parcel.form is not Form.CHANGE and not self._still_so(told)):
            return None
        return Item(told, occurrence.kind, occurrence)

    def _still_so(self, told: Told) -> bool:
        """Whether its date is what it was when it was planned: a change of it is told by itself."""
        known = self._occasions.now(told.key)
        return known is None or (str(known[0]) == told.date and not known[1])

    def _daily_fact(self, guild_id: int, parcel: Parcel) -> Fact | None:
        """The server's fact of the day: none comes twice before all have come."""
        deck = self._facts.deck()
        return self._facts.fact(deck.deal(f"daily/{guild_id}", parcel.day.toordinal())) if len(deck) else None
