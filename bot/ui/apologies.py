"""What a member reads when a request cannot be met: a kind sentence, and where possible the way out as buttons."""

import msgspec

from bot.catalogue.model import Artist
from bot.errors import AmbiguousName, UnknownEdition, UnknownName, UserError
from bot.services.lookup import Lookup
from bot.text import Words
from bot.ui.layouts import FrozenLayout, Item, draw
from bot.ui.markdown import plain, quoted
from bot.ui.queries import Query
from bot.ui.screens import StaleButton, turn_button

CUSTOM_ID_LIMIT = 100
OFFERED = 10
NAMED_EDITIONS = 12


class Apologies:
    """Answers a UserError: what is the matter, and the same question put right."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def __call__(self, error: UserError, query: Query | None, words: Words) -> FrozenLayout:
        """`query` is the question that could not be answered; None when not even that could be read."""
        match error:
            case UnknownName() if not error.text.strip():
                return draw(words("error-empty-name"))
            case UnknownName():
                key = f"error-unknown-{error.option}" if error.nearest else f"error-nothing-like-{error.option}"
                text = words(key, text=quoted(error.text))
                return draw(text, rows=self._offers(error.option, error.nearest, query, words))
            case AmbiguousName():
                text = words("error-ambiguous", text=quoted(error.text), count=len(error.candidates))
                return draw(text, rows=self._offers(error.option, error.candidates, query, words))
            case UnknownEdition():
                show = plain(self._lookup.catalogue.ceremonies[error.ceremony].name)
                editions = words.list(error.editions[:NAMED_EDITIONS])
                return draw(words("error-unknown-edition", show=show, text=quoted(error.text), editions=editions))
            case StaleButton():
                return draw(words("error-stale"))
        raise error

    def _offers(self, option: str, ids: tuple[str, ...], query: Query | None, words: Words) -> list[list[Item]]:
        """The same question again, once for each of `ids`, as buttons."""
        if query is None:
            return []
        buttons: list[Item] = []
        catalogue = self._lookup.catalogue
        for found in ids[:OFFERED]:
            if option == "artist":
                label = artist_label(catalogue.artists[found], self._lookup, words)
            else:
                label = catalogue.ceremonies[found].name
            buttons.append(turn_button(label, corrected(query, option, found)))
        return [buttons[n : n + 5] for n in range(0, len(buttons), 5)]


def corrected(query: Query, option: str, found: str) -> Query:
    """`query` with `option` put right; its other options are dropped when a button cannot carry them all."""
    right = query.but(**{option: found})
    if len(f"to:{right.address}") <= CUSTOM_ID_LIMIT:
        return right
    required = {field.name for field in msgspec.structs.fields(query) if field.required}
    return type(query)(**{name: getattr(right, name)[:40] for name in required | {option}})


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
