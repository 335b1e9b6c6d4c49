"""Which dates are others than those that were told: confirmed, moved, called off. Each is news once. Pure."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from bot.anniversaries.plans import Told
from bot.catalogue.dates import DateStatus, PartialDate, Precision
from bot.services.announcements.occasions import Occasions
from bot.services.announcements.planner import CHANGE
from bot.storage.deliveries import Memory

TELLING = ("pending", "leased", "sent")  # somebody was told, or will be
STALE = datetime.timedelta(days=7)  # a date that turns out to have been so long ago is no news


def changed(occasions: Occasions, memories: Iterable[Memory], today: datetime.date) -> list[Told]:
    """The news for one subscription, by its memories of what it was told."""
    by_key: dict[str, list[Memory]] = defaultdict(list)
    for memory in memories:
        if memory.state in TELLING or memory.lead == CHANGE:
            by_key[memory.occurrence].append(memory)
    found = []
    for key, told in sorted(by_key.items()):
        current = occasions.now(key)
        if current is None:
            continue
        date, off = current
        before = next((one for one in told if one.lead == CHANGE), told[-1])
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
