"""Draws whom a server and a member follow, and what came of following or not. Ids may be of an older catalogue."""

from collections.abc import Callable, Sequence
from typing import Any, Final, Literal

import discord
from discord import ui

from bot.services.follows import Subject, Subjects
from bot.services.lookup import Lookup
from bot.text import Words
from bot.ui.apologies import artist_label
from bot.ui.layouts import FrozenLayout, Item, clip, draw
from bot.ui.markdown import name_of, plain
from bot.ui.options import show_label
from bot.ui.queries import Deed, Query
from bot.ui.screens import deed_id, page_buttons, turn_button

_KEYS = {"whose": "w", "artist": "a", "show": "s", "done": "d", "page": "p"}
Whose = Literal["server", "me"]
SERVER: Final = "server"
ME: Final = "me"
Done = Literal["added", "known", "removed", "absent"]
SUBJECTS_PER_PAGE = 20  # of the server's, and as many of one's own
LONGEST_BLOCK = 1_600


class FollowsQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """`/follow list`: the server's and one's own."""

    screen = "follows"

    page: int = 1


class FollowedQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """What came of following, or of following no more: by ids."""

    screen = "followed"

    whose: Whose
    done: Done
    artist: str | None = None
    show: str | None = None


class FollowDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Follows an artist, a show or both, by names or ids."""

    screen = "follow"

    whose: Whose
    artist: str | None = None
    show: str | None = None


class UnfollowDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """The reverse. A select of the list holds subjects as text; `page` is the page it is on, 0 for a command."""

    screen = "unfollow"

    whose: Whose
    artist: str | None = None
    show: str | None = None
    page: int = 0


def named(
    deed: FollowDeed | UnfollowDeed, lookup: Lookup, values: Sequence[str] = (), known: Subjects = ()
) -> Subjects:
    """What a deed names: `values` of a select, ids among `known`, or names. Raises UnknownName, AmbiguousName."""
    subjects = [Subject(*value.split(":", 1)) for value in values if ":" in value]
    for kind, text, find in (("artist", deed.artist, lookup.artist_id), ("show", deed.show, lookup.show_id)):
        if text is not None:
            followed = Subject(kind, text.strip())
            subjects.append(followed if followed in known else Subject(kind, find(text)))
    return tuple(subjects)


def label_of(subject: Subject, lookup: Lookup, words: Words) -> str:
    """A subject for a choice: with what tells it from a namesake; its id when the catalogue does not know it."""
    if subject.kind == "artist" and (artist := lookup.catalogue.artists.get(subject.id)):
        return artist_label(artist, lookup, words)
    if subject.kind == "show" and (show := lookup.catalogue.ceremonies.get(subject.id)):
        return show_label(show, words)
    return subject.id[:100]


def subject_name(subject: Subject, lookup: Lookup, words: Words) -> str:
    """A subject within a text, escaped."""
    if subject.kind == "artist" and (artist := lookup.catalogue.artists.get(subject.id)):
        return name_of(artist, words)
    if subject.kind == "show" and (show := lookup.catalogue.ceremonies.get(subject.id)):
        return plain(show.hangul if words.locale == "ko" and show.hangul else show.name)
    return words("follows-unknown", id=plain(subject.id))


def followed_page(query: FollowedQuery, lookup: Lookup, words: Words) -> FrozenLayout:
    """What came of it, in a sentence, and the way to everything that is followed."""
    found = [Subject(kind, id_) for kind, id_ in (("artist", query.artist), ("show", query.show)) if id_ is not None]
    names = words.list(subject_name(subject, lookup, words) for subject in found)
    text = words(f"followed-{query.done}-{query.whose}", names=names)
    return draw(text, rows=[[turn_button(words("button-follows"), FollowsQuery(), emoji="📋")]])


def follows_page(
    server: Subjects | None,
    mine: Subjects,
    query: FollowsQuery,
    lookup: Lookup,
    mention: Callable[[str], str],
    words: Words,
    *,
    manages: bool,
) -> FrozenLayout:
    """One page of the server's (None: there is no server) and one's own, with a select to follow less."""
    longest = max(len(server or ()), len(mine), 1)
    count = -(-longest // SUBJECTS_PER_PAGE)
    page = min(max(query.page, 1), count)
    blocks: list[str] = []
    rows: list[list[Item]] = []
    for whose, subjects in ((SERVER, server), (ME, mine)):
        if subjects is None:
            continue
        shown = _in_order(subjects, lookup, words)[(page - 1) * SUBJECTS_PER_PAGE : page * SUBJECTS_PER_PAGE]
        lines = [f"- {subject_name(subject, lookup, words)}" for subject in shown]
        empty = words("follows-no-more") if subjects else words(f"follows-none-{whose}", add=mention("follow add"))
        title = f"### {words(f'follows-{whose}', count=len(subjects))}"
        blocks.append(clip("\n".join([title, *(lines or [empty])]), LONGEST_BLOCK))
        if shown and (whose == ME or manages):
            rows.append([_remove_select(whose, shown, page, lookup, words)])
    rows.append(page_buttons(query, page, count, words))
    footer = words("page-number", page=page, count=count) if count > 1 else None
    return draw(f"## {words('follows-title')}\n{words('follows-intro')}", blocks, rows, footer)


def _remove_select(whose: Any, shown: Subjects, page: int, lookup: Lookup, words: Words) -> Item:
    options = [
        discord.SelectOption(label=label_of(subject, lookup, words), value=str(subject)[:100]) for subject in shown
    ]
    return ui.Select[Any](
        custom_id=deed_id(UnfollowDeed(whose, page=page)),
        placeholder=words(f"follows-remove-{whose}")[:150],
        options=options,
        max_values=len(options),
    )


def _in_order(subjects: Subjects, lookup: Lookup, words: Words) -> Subjects:
    """Artists before shows, each by name."""
    return tuple(sorted(subjects, key=lambda one: (one.kind, label_of(one, lookup, words).casefold(), one.id)))
