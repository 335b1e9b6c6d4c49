"""Turns what a delivery tells (ids) into the facts behind it, as the catalogue and the server know them today."""

from collections.abc import Awaitable, Callable

import msgspec

from bot.anniversaries.own_dates import returns
from bot.anniversaries.plans import Form, Kind, Parcel, Told
from bot.catalogue.dates import PartialDate
from bot.services.announcements.changes import OWN
from bot.services.announcements.occasions import Occasions, Occurrence
from bot.services.facts import Fact, Facts
from bot.storage.subscriptions import Subscription
from bot.trivia.deck import Deck

FACT, TRIVIA = "fact", "trivia"  # what the keys of these begin with


class OwnEvent(msgspec.Struct, frozen=True):
    """A server's own date, as a post tells it."""

    title: str
    note: str
    yearly: bool
    first: PartialDate

    def comes(self, date: PartialDate) -> bool:
        """Whether that is one of its dates."""
        return date in returns(self.first, self.yearly, date.first_day, date.last_day)


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
FindArtists = Callable[[Subscription], Awaitable[frozenset[str]]]
OFTEN, SELDOM = (2, 3), (1, 7)  # so many facts of so many are of whom a server follows
ENOUGH = 60  # facts of them, to be told often


class Reading:
    """Reads parcels. What is no more, or is not as it was when the post was planned, is left out."""

    def __init__(self, occasions: Occasions, facts: Facts, find_event: FindEvent, find_artists: FindArtists) -> None:
        """`find_event` is asked with a server's id and the event's, `find_artists` whom a subscription is about."""
        self._occasions = occasions
        self._facts = facts
        self._find_event = find_event
        self._find_artists = find_artists

    async def read(self, guild_id: int, parcel: Parcel, of: Subscription | None = None) -> tuple[Item, ...]:
        """What a parcel tells a server; `of` the subscription, whose artists have more of the daily facts.

        Raises StorageTrouble.
        """
        found = [await self._item(guild_id, told, parcel, of) for told in parcel.told]
        return tuple(item for item in found if item is not None)

    async def _item(self, guild_id: int, told: Told, parcel: Parcel, of: Subscription | None) -> Item | None:
        what, _, rest = told.key.partition(":")
        if what == OWN:
            number = rest.partition(":")[0]
            event = await self._find_event(guild_id, int(number)) if number.isdigit() else None
            if event is None or (parcel.form is not Form.CHANGE and not event.comes(PartialDate.parse(told.date))):
                return None
            return Item(told, Kind.EVENT, event=event)
        if what == FACT:
            fact = self._daily_fact(guild_id, parcel, frozenset() if of is None else await self._find_artists(of))
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

    def _daily_fact(self, guild_id: int, parcel: Parcel, artists: frozenset[str]) -> Fact | None:
        """The server's fact of the day, on some days one of `artists`. Everybody has a turn, and of nobody's facts does
        one come twice before all have come.
        """
        deck, turn = self._facts.deck(), parcel.day.toordinal()
        if cards := self._facts.among(artists):
            theirs, days = OFTEN if len(cards) >= ENOUGH else SELDOM
            lap, place = divmod(turn, days)
            if place < theirs:
                deck, turn = Deck(cards), lap * theirs + place
            else:
                turn = lap * (days - theirs) + place - theirs
        return self._facts.fact(deck.deal(f"daily/{guild_id}", turn)) if len(deck) else None
