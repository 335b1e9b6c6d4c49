"""What the screens and buttons of reminders carry. Every number is asked for again together with who pressed."""

from bot.ui.queries import Deed, Query

_KEYS = {"page": "p", "reminder": "i", "told_for": "t", "how": "h", "channel": "c"}


class RemindersQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """What a member waits for."""

    screen = "reminders"

    page: int = 1


class ReminderQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """One reminder that was just taken, changed or snoozed."""

    screen = "reminder"

    reminder: int


class SnoozedQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """The message in which one was told, after it was snoozed."""

    screen = "reminder-snoozed"

    reminder: int


class TryMessageDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Yes: try a direct message, and tell the reminder so if one arrives."""

    screen = "remind-try"

    reminder: int


class HereDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Tell it in this channel instead."""

    screen = "remind-here"

    reminder: int


class DropDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Takes a reminder back; without a number, the one that a select holds. Then the list, from `page`."""

    screen = "remind-drop"

    reminder: int | None = None
    page: int = 1


class SnoozeDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Tell it again later. `told_for` is when it was due that time: no button works twice."""

    screen = "remind-snooze"

    reminder: int
    told_for: int
    how: str
