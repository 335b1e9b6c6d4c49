"""The queries of polls: pages that show one, and deeds of buttons. Short keys: a custom id holds 100 characters."""

from bot.ui.queries import Deed, Query

_KEYS = {
    "poll": "n",
    "answer": "a",
    "heat": "h",
    "page": "p",
    "show": "s",
    "category": "c",
    "edition": "e",
    "style": "t",
    "hours": "u",
    "results": "r",
    "channel": "l",
    "merged": "m",
    "own": "o",
}


class PollQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """A poll's results, or how it stands; `own` for one reader alone, with their own vote."""

    screen = "poll"

    poll: int
    own: bool = False


class PollsQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """The polls of a server."""

    screen = "polls"

    page: int = 1


class PollDeskQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """A poll for who manages it; `merged` lines of the form that opened it said what others had said."""

    screen = "poll-desk"

    poll: int
    merged: int = 0


class HeatsQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """A bracket's present round, one heat at a time; `heat` counts from 1 and is 0 for the first without a vote."""

    screen = "heats"

    poll: int
    heat: int = 0


class NomineesDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Opens a poll of a prize's nominees."""

    screen = "poll-open"

    show: str
    category: str
    edition: str | None = None
    style: str | None = None
    hours: int = 24
    results: str | None = None
    channel: int = 0


class HeatDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Votes in a heat of a bracket, then shows the next; `heat` is the key of its votes."""

    screen = "heat"

    poll: int
    heat: int
    answer: int


class EndPollDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Ends a poll, or a bracket's round, now."""

    screen = "poll-end"

    poll: int


class WithdrawDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Takes out the answer that the select holds; `page` tells several selects apart."""

    screen = "poll-out"

    poll: int
    page: int = 0


class RepostDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Posts a panel anew whose message was deleted."""

    screen = "poll-again"

    poll: int


class ReasonDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Opens the form for a reason."""

    screen = "poll-why"

    poll: int
