"""What the screens of ballots and nights show, and what their buttons and selects do."""

from bot.ui.queries import Query

_KEYS = {"ballot": "b", "category": "c", "page": "p", "kind": "k", "revision": "v", "since": "n", "what": "w"}
_KEYS |= {"clash": "x", "year": "y"}


class PredictQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """The wizard at one category, counted from 0 (-1: the first that is open), and at a page of its nominees."""

    screen = "predict"

    ballot: int
    category: int = -1
    page: int = 1


class PickDeed(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Keeps whom a member picked in the select; `kind` is will or should."""

    screen = "predict-pick"

    ballot: int
    category: int
    kind: str
    page: int = 1


class MineQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """A member's own picks."""

    screen = "predict-mine"

    ballot: int
    page: int = 1


class StandingsQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """A ballot's standings, or with a `year` those of its season."""

    screen = "predict-standings"

    ballot: int = 0
    year: int | None = None
    page: int = 1


class RulesQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """How points are counted."""

    screen = "predict-rules"


class NightQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """The console at one category (-1: the next without a winner). `since`: the last entry its host saw (-1: none yet).

    `clash`: what this host just entered was not kept, because another was faster.
    """

    screen = "night"

    ballot: int
    category: int = -1
    page: int = 1
    since: int = -1
    clash: bool = False


class NightDeed(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Announces a category, undoes its entry, or ends the night; `revision` is that of the entry the host saw."""

    screen = "night-do"

    ballot: int
    what: str
    category: int = -1
    revision: int = 0
    since: int = -1


class WinDeed(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Enters the nominees in the select as winners; without one it opens a form for somebody else's name."""

    screen = "night-win"

    ballot: int
    category: int
    revision: int = 0
    since: int = -1
    page: int = 1
