"""The queries of admin panels: which part is shown, and what a control sets. Drawn by config.py and setup.py."""

from bot.ui.queries import Query

_KEYS = {"section": "s", "setting": "x", "value": "v", "back": "b", "since": "n", "page": "p"}


class PanelQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """A part of a panel. `since` is the last change that its reader saw; -1 for the first look."""

    section: str = ""
    since: int = -1


class ConfigQuery(PanelQuery, frozen=True, omit_defaults=True, rename=_KEYS):
    """`/config view`: everything, or one `section` with its controls."""

    screen = "config"


class CheckQuery(PanelQuery, frozen=True, omit_defaults=True, rename=_KEYS):
    """`/config check`."""

    screen = "config-check"


class SetupQuery(PanelQuery, frozen=True, omit_defaults=True, rename=_KEYS):
    """`/setup` at one step; the first that is open when `section` is empty."""

    screen = "setup"


class SetDeed(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Sets one setting to `value`, or to what the select holds, then goes back to the panel `back`."""

    screen = "set"

    setting: str
    back: str
    section: str
    since: int
    value: str | None = None


class ZoneFormDeed(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Opens the form in which a zone is typed."""

    screen = "zone-form"

    back: str
    section: str
    since: int


class TestPostDeed(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Posts a word into the channel of announcements, to see whether it can be done."""

    screen = "test-post"

    since: int = -1


PANELS: dict[str, type[PanelQuery]] = {kind.screen: kind for kind in (ConfigQuery, SetupQuery)}
