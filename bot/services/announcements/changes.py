"""Which dates are others than those that were told: confirmed, moved, called off. Each is news once. Pure."""

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from bot.anniversaries.own_dates import nearest
from bot.anniversaries.plans import Told
from bot.catalogue.dates import DateStatus, PartialDate, Precision
from bot.services.announcements.occasions import Occasions
from bot.services.announcements.planner import CHANGE
from bot.storage.deliveries import Memory
from bot.storage.subscriptions import OwnDate

OWN = "own"  # what the keys of a server's own events begin with: `own:<id>:<year>`

TELLING = ("pending", "leased", "sent")  # somebody was told, or will be
STALE = datetime.timedelta(days=7)  # a date that turns out to have been so long ago is no news


# What is known today of a key that was told with a date: its date, and whether it was called off. None: nothing.
Known = Callable[[str, PartialDate], tuple[PartialDate, bool] | None]


def known_of(occasions: Occasions, events: Sequence[OwnDate]) -> Known:
    """What the catalogue knows, and a server of its own `events`."""
    own = {str(one.id): one for one in events}

    def known(key: str, told: PartialDate) -> tuple[PartialDate, bool] | None:
        what, _, rest = key.partition(":")
        if what != OWN:
            return occasions.now(key)
        event = own.get(rest.partition(":")[0])
        return None if event is None else (nearest(PartialDate.parse(event.date), event.yearly, told), False)

    return known


def facts_of(occasions: Occasions, events: Sequence[OwnDate]) -> str:
    """A mark that differs whenever a date differs that a server with these events could be told."""
    if not events:
        return occasions.facts
    told = "\n".join((occasions.facts, *(f"{one.id} {one.date} {one.yearly}" for one in events)))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def changed(known: Known, memories: Iterable[Memory], today: datetime.date) -> list[Told]:
    """The news for one subscription, by its memories of what it was told."""
    by_key: dict[str, list[Memory]] = defaultdict(list)
    for memory in memories:
        if memory.state in TELLING or memory.lead == CHANGE:
            by_key[memory.occurrence].append(memory)
    found = []
    for key, told in sorted(by_key.items()):
        before = next((one for one in told if one.lead == CHANGE), told[-1])
        current = known(key, PartialDate.parse(before.date))
        if current is None:
            continue
        date, off = current
        status = DateStatus.CANCELLED if off else date.status
        if _is_news(before, date, status) and (off or date.last_day >= today - STALE):
            found.append(Told(key, CHANGE, str(date), status.value, f"{before.date} {before.status}"))
    return found


def _is_news(before: Memory, date: PartialDate, status: DateStatus) -> bool:
    if status is DateStatus.CANCELLED or before.status == DateStatus.CANCELLED.value:
        return before.status != status.value
    if before.date != str(date):
        return True
    sure = status is DateStatus.CONFIRMED and date.precision is Precision.DAY
    return sure and before.status == DateStatus.EXPECTED.value
