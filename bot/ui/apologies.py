"""What a member reads when a request cannot be met: a kind sentence, and where possible the way out as buttons."""

import msgspec

from bot.catalogue.model import Artist
from bot.errors import (
    AmbiguousName,
    EmptyFeedback,
    EmptyReport,
    ImportExpired,
    ImportRefused,
    Mention,
    NoServerHere,
    NotAllowed,
    NothingNamed,
    NotOurs,
    Refused,
    SameArtist,
    TooManyFollows,
    TooManyReports,
    TooMuchFeedback,
    UnknownDay,
    UnknownEdition,
    UnknownName,
    UnknownZone,
    UserError,
)
from bot.services.lookup import Lookup
from bot.services.prizes import Prizes
from bot.text import Words
from bot.ui.layouts import FrozenLayout, Item, draw
from bot.ui.markdown import name_of, plain, quoted
from bot.ui.polls.queries import NomineesDeed
from bot.ui.queries import CategoryQuery, Deed, Query
from bot.ui.screens import StaleButton, deed_button, turn_button

CUSTOM_ID_LIMIT = 100
OFFERED = 10
ARTIST_OPTIONS = ("artist", "first", "second")
NAMED_EDITIONS = 12


class Apologies:
    """Answers a UserError: what is the matter, and the same question put right."""

    def __init__(self, lookup: Lookup, prizes: Prizes) -> None:
        self._lookup = lookup
        self._prizes = prizes

    def __call__(self, error: UserError, query: Query | None, words: Words) -> FrozenLayout:
        """`query` is the question that could not be answered; None when not even that could be read."""
        match error:
            case UnknownName() if not error.text.strip():
                return draw(words("error-empty-name"))
            case UnknownName():
                kind = "artist" if error.option in ARTIST_OPTIONS else error.option
                key = f"error-unknown-{kind}" if error.nearest else f"error-nothing-like-{kind}"
                text = words(key, text=quoted(error.text))
                return draw(text, rows=self._offers(error.option, error.nearest, query, words))
            case AmbiguousName():
                text = words("error-ambiguous", text=quoted(error.text), count=len(error.candidates))
                return draw(text, rows=self._offers(error.option, error.candidates, query, words))
            case UnknownEdition():
                show = plain(self._lookup.catalogue.ceremonies[error.ceremony].name)
                editions = words.list(error.editions[:NAMED_EDITIONS])
                return draw(words("error-unknown-edition", show=show, text=quoted(error.text), editions=editions))
            case SameArtist():
                return draw(words("error-same-artist", artist=name_of(self._artist(error.artist), words)))
            case UnknownDay():
                return draw(words("error-unknown-day", text=quoted(error.text)))
            case NotAllowed():
                return draw(words("error-needs-permission", permission=words(f"permission-{error.permission}")))
            case UnknownZone():
                key = "error-unknown-zone" if error.nearest else "error-nothing-like-zone"
                zones = words.list(words.zone(zone) for zone in error.nearest)
                return draw(words(key, text=quoted(error.text), zones=zones))
            case NotOurs():
                return draw(words("error-not-ours"))
            case EmptyReport():
                return draw(words("error-empty-report"))
            case TooManyReports():
                return draw(words("error-too-many-reports", again=f"<t:{error.again_at}:R>"))
            case EmptyFeedback():
                return draw(words("error-empty-feedback"))
            case TooMuchFeedback():
                return draw(words("error-too-much-feedback", again=f"<t:{error.again_at}:R>"))
            case NothingNamed():
                return draw(words("error-nothing-named"))
            case NoServerHere():
                return draw(words("error-no-server-here"))
            case TooManyFollows():
                key = "error-too-many-server-follows" if error.server else "error-too-many-follows"
                return draw(words(key, most=error.most))
            case ImportRefused():
                return draw(words(f"error-import-{error.reason}", where=quoted(error.where)))
            case ImportExpired():
                return draw(words("error-import-expired"))
            case Refused():
                return draw(words(f"error-{error.reason}", **{key: _told(one) for key, one in error.values.items()}))
            case StaleButton():
                return draw(words("error-stale"))
        raise error

    def _offers(self, option: str, ids: tuple[str, ...], query: Query | None, words: Words) -> list[list[Item]]:
        """The same question again, once for each of `ids`, as buttons."""
        if query is None:
            return []
        buttons: list[Item] = []
        for found in ids[:OFFERED]:
            if option in ARTIST_OPTIONS:
                label = artist_label(self._artist(found), self._lookup, words)
            elif option == "category" and isinstance(query, CategoryQuery | NomineesDeed):
                label = self._prizes.of(self._lookup.show_id(query.show))[found].name
            else:
                label = self._lookup.catalogue.ceremonies[found].name
            button = deed_button if isinstance(query, Deed) else turn_button
            buttons.append(button(label, corrected(query, option, found)))
        return [buttons[n : n + 5] for n in range(0, len(buttons), 5)]

    def _artist(self, artist: str) -> Artist:
        return self._lookup.catalogue.artists[artist]


def corrected(query: Query, option: str, found: str) -> Query:
    """`query` with `option` put right; its other options are dropped when a button cannot carry them all."""
    right = query.but(**{option: found})
    if len(f"to:{right.address}") <= CUSTOM_ID_LIMIT:
        return right
    required = {field.name for field in msgspec.structs.fields(query) if field.required}
    return type(query)(**{name: getattr(right, name)[:40] for name in required | {option}})


def _told(value: int | str) -> int | str:
    return quoted(value) if isinstance(value, str) and not isinstance(value, Mention) else value


def bug(number: str, words: Words) -> FrozenLayout:
    """The answer to what should not have happened; the log has the traceback under `number`."""
    return draw(words("error-bug", number=number))


def artist_label(artist: Artist, lookup: Lookup, words: Words) -> str:
    """A name that tells namesakes apart, for a button or a choice: `Jimin · 지민 (BTS)`. At most 100 characters."""
    names = [name for name in dict.fromkeys((artist.name, artist.hangul)) if name]
    if words.locale == "ko":
        names.reverse()
    groups = lookup.catalogue.groups_of.get(artist.id) or lookup.catalogue.former_groups_of.get(artist.id, ())
    label = " · ".join(names)
    if groups:
        group = lookup.catalogue.artists[groups[0]].name
        label = label if f"({group})" in label else f"{label} ({group})"
    return label[:100]
