"""The screens and deeds of /announce, as buttons and selects carry them."""

from bot.ui.queries import Deed, Query

_KEYS = {
    "number": "i",
    "section": "s",
    "since": "n",
    "setting": "x",
    "value": "v",
    "page": "p",
    "post": "o",
    "days": "d",
    "delivery": "y",
    "done": "e",
}
NOTHING = "-"  # the value that clears a setting


class ListQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """`/announce list`."""

    screen = "announces"

    page: int = 1


class PanelQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """One subscription: all of it, or one `section` with its controls. `since` is the last change its reader saw."""

    screen = "announce"

    number: int
    section: str = ""
    since: int = -1


class PreviewQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """`/announce preview`: the post number `post` (from 1) of those within `days`; of all when `number` is 0."""

    screen = "announce-preview"

    number: int = 0
    days: int = 7
    post: int = 1


class HistoryQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """`/announce history`: of one subscription, or of all when `number` is 0."""

    screen = "announce-history"

    number: int = 0
    page: int = 1


class OutcomeQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """What came of a command, in a sentence. `delivery` is the post it is about, of a test the message; 0: none."""

    screen = "announce-done"

    done: str
    number: int = 0
    delivery: int = 0


class SetDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Sets `setting` to `value`, or to what the select holds, then shows `section` again."""

    screen = "announce-set"

    number: int
    setting: str
    section: str
    since: int
    value: str | None = None


class FormDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Opens the form of a section: names, or time and zone."""

    screen = "announce-form"

    number: int
    section: str
    since: int


class StateDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Pauses or resumes (a `value`). `page` is where it was pressed: "panel", "check" (/config check), "" nowhere."""

    screen = "announce-state"

    number: int
    value: str
    page: str = ""


class RemoveDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Removes it; who presses was asked before."""

    screen = "announce-remove"

    number: int


class SampleDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Posts the next one now, marked as a test."""

    screen = "announce-test"

    number: int


class SkipDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Leaves the next one out."""

    screen = "announce-skip"

    number: int


class ResendDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Sends one that was missed, failed or skipped: `delivery`, or what the select holds."""

    screen = "announce-resend"

    number: int = 0
    delivery: int = 0
