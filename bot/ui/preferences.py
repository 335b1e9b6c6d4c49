"""Draws /settings: what a member decided for themselves, each with its control."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

from discord import SelectOption, ui

from bot.errors import UnknownZone
from bot.services.members import MemberSettings
from bot.services.zones import SEOUL
from bot.text import LANGUAGES, Words
from bot.ui.follows import FollowsQuery
from bot.ui.layouts import FrozenLayout, Item, draw
from bot.ui.markdown import quoted
from bot.ui.queries import Deed, Query
from bot.ui.screens import deed_button, deed_id, open_button

_KEYS = {"zone": "z", "hidden": "h", "typed": "t"}
DISCORDS = "-"  # the value of no language of one's own


class PreferencesQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """The panel; `typed` is what was meant as a zone and is none."""

    screen = "settings"

    typed: str = ""


class LanguageDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Chooses the language that a select holds."""

    screen = "my-language"


class MyZoneDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Chooses a zone; None: the server's again."""

    screen = "my-zone"

    zone: str | None = None


class MyZoneFormDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Opens the form in which a zone is typed."""

    screen = "my-zone-form"


class BoardsDeed(Deed, frozen=True, omit_defaults=True, rename=_KEYS):
    """Has boards show one's name, or hide it."""

    screen = "my-boards"

    hidden: bool = False


def preferences_page(
    settings: MemberSettings,
    zone: str | None,
    now: datetime.datetime,
    unknown: UnknownZone | None,
    words: Words,
) -> FrozenLayout:
    """The panel of a member whose days begin in `zone` (their own, the server's, None: Seoul) at `now` (aware)."""
    blocks = [
        f"**{words('settings-language')}**\n{_language(settings, words)}",
        f"**{words('settings-zone')}**\n{_zone(settings, zone, now, words)}",
        f"**{words('settings-boards')}**\n{words('settings-shown' if settings.on_boards else 'settings-hidden')}",
    ]
    if unknown is not None:
        key = "error-unknown-zone" if unknown.nearest else "error-nothing-like-zone"
        offered = words.list(words.zone(one) for one in unknown.nearest)
        blocks.insert(2, words(key, text=quoted(unknown.text), zones=offered))
    nearest = unknown.nearest if unknown else ()
    rows: list[list[Item]] = [
        [_languages(settings, words)],
        [deed_button(words.zone(one), MyZoneDeed(one), emoji="📍") for one in nearest],
        [deed_button(words("settings-zone-change"), MyZoneFormDeed(), emoji="🕒")],
        [
            deed_button(
                words("settings-hide" if settings.on_boards else "settings-show"), BoardsDeed(settings.on_boards)
            ),
            open_button(words("button-follows"), FollowsQuery(), emoji="📋"),
        ],
    ]
    if settings.zone is not None:
        rows[2].append(deed_button(words("settings-zone-servers"), MyZoneDeed()))
    return draw(f"## {words('settings-title')}\n{words('settings-intro')}", blocks, rows)


def _language(settings: MemberSettings, words: Words) -> str:
    if settings.language is None:
        return words("settings-language-now", language=LANGUAGES[words.locale])
    return LANGUAGES[settings.language]


def _languages(settings: MemberSettings, words: Words) -> Item:
    labels = {DISCORDS: words("settings-language-discord"), **LANGUAGES}
    chosen = settings.language or DISCORDS
    options = [SelectOption(label=label, value=value, default=value == chosen) for value, label in labels.items()]
    return ui.Select[Any](
        custom_id=deed_id(LanguageDeed()), placeholder=words("settings-language-choose"), options=options
    )


def _zone(settings: MemberSettings, zone: str | None, now: datetime.datetime, words: Words) -> str:
    there = now.astimezone(ZoneInfo(zone or SEOUL))
    values = {
        "zone": words.zone(zone or SEOUL),
        "time": f"{there:%H:%M}",
        "day": words.day(there.date()),
    }
    return words("settings-zone-own" if settings.zone is not None else "settings-zone-default", **values)
