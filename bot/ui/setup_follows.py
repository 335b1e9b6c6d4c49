"""Draws the step of /setup at which a server chooses whom to follow: a hand dealt, names typed, and those unclear."""

from collections.abc import Iterable
from typing import Any

import discord
from discord import SelectOption, ui

from bot.services.follows import KINDS, Subject, Subjects
from bot.services.lookup import Lookup
from bot.services.namelist import Unclear
from bot.services.setup import Taken
from bot.text import Words
from bot.ui.follows import label_of, subject_name
from bot.ui.forms import FrozenForm
from bot.ui.layouts import FrozenLayout, Item, clip
from bot.ui.markdown import quoted
from bot.ui.queries import Deed
from bot.ui.screens import StaleButton, deed_button, deed_id
from bot.ui.setup import Desk, step_page

_KEYS = {"since": "n", "subject": "s", "meant": "m"}
SECTION = "follows"
FORM, ARTISTS, SHOWS = "setup-names", "artists", "shows"
LONGEST_ARTISTS, LONGEST_SHOWS = 1_500, 500
OPTIONS = 25
UNCLEAR, OFFERED = 6, 5  # at most: unclear names told, buttons for one of them
LONGEST_LIST, LONGEST_TOLD = 700, 1_600  # characters of names in a sentence, of what came of those typed


class HandDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Follows `subject`, or what the select holds; `meant` tells the select of those that were unclear."""

    screen = "setup-follow"

    since: int
    subject: str | None = None
    meant: bool = False


class DropDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Follows no more what the select holds."""

    screen = "setup-drop"

    since: int


class NamesDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Opens the form in which names are typed."""

    screen = "setup-type"

    since: int


def subjects_of(values: Iterable[str]) -> Subjects:
    """What a button or a select of this step names, as text. Raises StaleButton for what none of ours holds."""
    found = tuple(Subject(kind, id_) for kind, _, id_ in (value.partition(":") for value in values))
    if not found or any(one.kind not in KINDS or not one.id for one in found):
        raise StaleButton(str(found))
    return found


def names_form(since: int, words: Words) -> FrozenForm:
    """The form; whoever takes it is called with `since`."""
    form = FrozenForm(FORM, str(since), words("setup-names-title"))
    for field, longest, sample in (
        (ARTISTS, LONGEST_ARTISTS, "BTS, 아이유, aespa"),
        (SHOWS, LONGEST_SHOWS, "MAMA, 골든디스크"),
    ):
        text = ui.TextInput[Any](
            custom_id=field,
            style=discord.TextStyle.paragraph,
            max_length=longest,
            required=False,
            placeholder=sample,
        )
        label, hint = words(f"setup-names-{field}"), words(f"setup-names-{field}-hint")
        form.add_item(ui.Label(text=label, description=hint, component=text))
    return form


def follows_page(desk: Desk, lookup: Lookup, words: Words, taken: Taken | None = None) -> FrozenLayout:
    """The step. With `taken`, what came of names that were just typed, and the nearest to those that are unclear."""
    since = desk.card.version
    blocks = [_followed(desk.standing.follows, lookup, words)]
    rows: list[list[Item]] = []
    if taken is not None:
        rows += _meant(taken.unclear, desk, lookup, words)
        blocks.insert(0, _told(taken, lookup, words, offered=bool(rows)))
    hand = [Subject("artist", artist.id) for artist in lookup.suggest_artists("", OPTIONS)]
    if dealt := [one for one in hand if one not in desk.standing.follows]:
        rows.append([_select(HandDeed(since), words("setup-hand"), _options(dealt, lookup, words))])
    if desk.standing.follows:
        latest = desk.standing.follows[: -OPTIONS - 1 : -1]
        rows.append([_select(DropDeed(since), words("setup-drop"), _options(latest, lookup, words))])
    rows.append([deed_button(words("setup-type"), NamesDeed(since), emoji="⌨️")])
    return step_page(desk, SECTION, words, blocks, rows)


def _followed(subjects: Subjects, lookup: Lookup, words: Words) -> str:
    """Whom announcements will be about."""
    if not subjects:
        return words("setup-follows-none")
    return words("setup-follows", count=len(subjects), names=_listed(subjects, lookup, words))


def _told(taken: Taken, lookup: Lookup, words: Words, *, offered: bool) -> str:
    """What came of each name; `offered` says whether the nearest to those that are unclear can be pressed."""
    if not (taken.new or taken.known or taken.beyond or taken.unclear):
        return words("setup-names-none")
    parts = (("new", "✅", taken.new), ("known", "☑️", taken.known), ("beyond", "⚠️", taken.beyond))
    lines = [
        f"{mark} {words(f'setup-names-{part}', names=_listed(subjects, lookup, words))}"
        for part, mark, subjects in parts
        if subjects
    ]
    if taken.unclear:
        texts = [f"“{quoted(one.text)}”" for one in taken.unclear[:UNCLEAR]]
        more = len(taken.unclear) - len(texts)
        key = "setup-names-unclear" if offered else "setup-names-unknown"
        lines.append(f"❔ {words(key, names=_with_rest(texts, more, words))}")
    if taken.unread:
        lines.append(f"⚠️ {words('setup-names-unread', count=taken.unread)}")
    return clip("\n".join(lines), LONGEST_TOLD)


def _meant(unclear: tuple[Unclear, ...], desk: Desk, lookup: Lookup, words: Words) -> list[list[Item]]:
    """Those who may be meant: buttons for one name; for several a select, so that choosing one loses no other."""
    since = desk.card.version
    new = {name: [one for one in name.candidates if one not in desk.standing.follows] for name in unclear}
    if len(unclear) == 1:
        offered = new[unclear[0]][:OFFERED]
        buttons = [deed_button(label_of(one, lookup, words), HandDeed(since, str(one)), emoji="➕") for one in offered]
        return [[*buttons]] if buttons else []
    each = max(1, OPTIONS // max(1, len(unclear)))
    options: dict[str, SelectOption] = {}
    for name, candidates in new.items():
        for option in _options(candidates[:each], lookup, words):
            option.description = words("setup-names-for", text=name.text[:60])[:100]
            options.setdefault(option.value, option)
    found = list(options.values())[:OPTIONS]
    return [[_select(HandDeed(since, meant=True), words("setup-meant"), found)]] if found else []


def _listed(subjects: Subjects, lookup: Lookup, words: Words) -> str:
    names: list[str] = []
    for one in subjects:
        names.append(f"**{subject_name(one, lookup, words)}**")
        if sum(map(len, names)) > LONGEST_LIST:
            break
    return _with_rest(names, len(subjects) - len(names), words)


def _with_rest(names: list[str], more: int, words: Words) -> str:
    return words("setup-more", names=", ".join(names), count=more) if more else words.list(names)


def _options(subjects: Iterable[Subject], lookup: Lookup, words: Words) -> list[SelectOption]:
    return [SelectOption(label=label_of(one, lookup, words), value=str(one)) for one in subjects]


def _select(deed: Deed, placeholder: str, options: list[SelectOption]) -> Item:
    return ui.Select[Any](
        custom_id=deed_id(deed), placeholder=placeholder[:150], options=options, max_values=len(options)
    )
