"""What announcements are made of, as one value, for whoever hands parts of it out."""

import msgspec

from bot.catalogue import Catalogue
from bot.clock import Clock
from bot.services.agenda import Agenda
from bot.services.announcements.expander import Expander
from bot.services.announcements.history import History
from bot.services.announcements.occasions import Occasions
from bot.services.announcements.preview import Preview
from bot.services.announcements.reading import OwnEvent, Reading
from bot.services.announcements.subscriptions import Subscriptions
from bot.services.announcements.throttle import Throttle
from bot.services.events import Events
from bot.services.facts import Facts
from bot.services.guilds import Guilds
from bot.storage.database import Database
from bot.storage.deliveries import DeliveryBook
from bot.storage.events import EventBook
from bot.storage.subscriptions import SubscriptionBook


class AnnouncementRooms(msgspec.Struct, frozen=True):
    """`book` keeps subscriptions, `deliveries` is the outbox, `expander` fills it and foresees what it will hold,
    `reading` turns what a post tells into facts. Everything that is sent in bulk goes through `throttle`. The rest is
    what admins use of it.
    """

    book: SubscriptionBook
    deliveries: DeliveryBook
    occasions: Occasions
    expander: Expander
    reading: Reading
    throttle: Throttle
    subscriptions: Subscriptions
    preview: Preview
    history: History


def furnish(
    database: Database,
    catalogue: Catalogue,
    agenda: Agenda,
    facts: Facts,
    events: Events,
    guilds: Guilds,
    clock: Clock,
    rate: float,
) -> AnnouncementRooms:
    """All of them over one database. `rate` is how many posts a second may be sent, 0: without a limit."""
    book, deliveries, kept = SubscriptionBook(database), DeliveryBook(database), EventBook(database)
    occasions = Occasions(catalogue, agenda)

    async def find_event(guild_id: int, number: int) -> OwnEvent | None:
        found = await kept.find(guild_id, number)
        return None if found is None else OwnEvent(found.title, found.note, found.yearly, found.date)

    expander = Expander(book, deliveries, occasions, clock, events)
    reading = Reading(occasions, facts, find_event, expander.artists_of)
    return AnnouncementRooms(
        book=book,
        deliveries=deliveries,
        occasions=occasions,
        expander=expander,
        reading=reading,
        throttle=Throttle(rate or None),
        subscriptions=Subscriptions(book, guilds, clock, expander.wake),
        preview=Preview(expander, deliveries, clock),
        history=History(deliveries, reading),
    )
