"""The pages of /announce at their longest, in both languages, within Discord's limits."""

import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from bot.anniversaries.plans import LEADS, VOTE_HOURS, Form, Kind, Parcel, Told
from bot.catalogue import Catalogue
from bot.services.announcements.history import Chapter, Past
from bot.services.announcements.reading import Item
from bot.services.announcements.subscriptions import MOST_ABOUT
from bot.services.guilds import Card, Change, GuildSettings
from bot.services.lookup import Lookup
from bot.storage.deliveries import Delivery
from bot.storage.subscriptions import SETTINGS, Subscription
from bot.text import LOCALES, WordBook
from bot.ui.announcements.addresses import HistoryQuery, ListQuery, PanelQuery, SetDeed
from bot.ui.announcements.controls import SECTIONS, controls, decoded
from bot.ui.announcements.history import REASONS, history_page
from bot.ui.announcements.panel import REMOVE, Desk, list_page, panel_page
from bot.ui.announcements.stopped import stopped_blocks
from bot.ui.checks import POSTING, ChannelCheck, RoleCheck
from bot.ui.layouts import FrozenLayout

SNOWFLAKE = 1_456_074_443_980_800_023
MENTION = "</announce add:1456074443980800023>"


def within_limits(page: FrozenLayout) -> None:
    parts: list[dict[str, Any]] = []

    def walk(components: list[dict[str, Any]]) -> None:
        for one in components:
            parts.append(one)
            walk(one.get("components", []))
            walk([one["accessory"]] if "accessory" in one else [])

    walk(page.to_components())
    assert len(parts) <= 40 and sum(len(part.get("content", "")) for part in parts) <= 4_000
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    assert len(ids) == len(set(ids)) and all(len(one) <= 100 for one in ids)
    for part in parts:
        if part["type"] == 3:
            values = [option["value"] for option in part["options"]]
            assert 1 <= len(values) <= 25 and len(values) == len(set(values))
            assert part["min_values"] <= part["max_values"] <= len(values)
            assert all(1 <= len(option["label"]) <= 100 for option in part["options"])
        if part["type"] == 10:
            assert part["content"]


@pytest.fixture(scope="module")
def longest(catalogue: Catalogue) -> Subscription:
    """Everything that can be chosen, about those with the longest names, disabled and loud."""
    names = sorted(catalogue.artists, key=lambda one: -len(catalogue.artists[one].name))[:MOST_ABOUT]
    return Subscription(
        id=10**9,
        guild_id=SNOWFLAKE,
        channel_id=SNOWFLAKE,
        kinds=tuple(kind.value for kind in Kind)[:-1],
        about=tuple(f"artist:{one}" for one in names),
        leads=LEADS,
        vote_hours=VOTE_HOURS,
        hour=23,
        minute=59,
        zone="America/Argentina/ComodRivadavia",
        role_id=SNOWFLAKE,
        weekly=True,
        monthly=True,
        silent=True,
        state="disabled",
        why="forbidden",
    )


@pytest.fixture(scope="module")
def card() -> Card:
    changes = tuple(Change(SNOWFLAKE, 1_790_000_000, "announcement-changed", {}, {}, n, n) for n in range(10))
    return Card(GuildSettings(), 10**9, changes, changes)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("section", ["", REMOVE, *SECTIONS])
def test_the_panel(
    longest: Subscription, card: Card, lookup: Lookup, words: WordBook, locale: str, section: str
) -> None:
    channel, role = ChannelCheck(SNOWFLAKE, "announcements", POSTING), RoleCheck(SNOWFLAKE, "ping_role_id", "silent")
    unclear = ("@everyone " + "x" * 300,) * 50
    for one in (longest, Subscription(guild_id=1, id=1, origin=SETTINGS, channel_id=None, kinds=())):
        desk = Desk(one, card, channel, role, None)
        query = PanelQuery(one.id, section, 10**9)
        within_limits(panel_page(desk, query, lookup, words.of(locale), unclear if section == "about" else ()))


@pytest.mark.parametrize("locale", LOCALES)
def test_lists(longest: Subscription, lookup: Lookup, words: WordBook, locale: str) -> None:
    many = [replace(longest, id=number) for number in range(25)]
    for those in ([], [longest], many):
        for page in (1, 3, 99):
            within_limits(list_page(those, ListQuery(page), lookup, lambda _: MENTION, words.of(locale)))
    assert len(stopped_blocks(many, lookup, words.of(locale))) == 5


@pytest.mark.parametrize("locale", LOCALES)
def test_history(longest: Subscription, words: WordBook, lookup: Lookup, locale: str) -> None:
    posts = []
    outcomes = [("sent", None), ("missed", "503 Service Unavailable"), ("dead", "400 Bad Request " + "x" * 180)]
    for number, (state, error) in enumerate([*outcomes, *(("skipped", why) for why in REASONS)][:8]):
        form = list(Form)[number % len(Form)]
        told = (Told("trivia:2026-11-24", "0d", "2026-11-24"),)
        parcel = Parcel(form, datetime.date(2026, 11, 24), "Asia/Seoul", told)
        row = Delivery(
            id=number + 10**9, subscription_id=1, guild_id=SNOWFLAKE, channel_id=SNOWFLAKE, occurrence="x", lead="",
            payload={}, state=state, due_at=1_790_000_000, expires_at=0, retry_at=0, attempts=1,
            message_id=SNOWFLAKE, sent_at=1_790_000_000, late=True, error=error,
        )  # fmt: skip
        posts.append(Past(row, parcel, (Item(told[0], Kind.TRIVIA),)))
    chapter = Chapter(tuple(posts), 2, 3)
    for of in (None, longest):
        within_limits(history_page(chapter, HistoryQuery(page=2), of, lookup, words.of(locale)))


def test_what_no_control_offers_is_refused() -> None:
    for setting in ("state", "guild_id", "nonsense", ""):
        with pytest.raises(ValueError, match="no announcement has"):
            decoded(setting, ("1",))
    for setting in ("hour", "leads", "channel_id", "catch_up_hours"):
        with pytest.raises(ValueError):
            decoded(setting, ("@everyone",))


def test_every_control_is_decoded(longest: Subscription, lookup: Lookup, words: WordBook) -> None:
    for section in SECTIONS:
        for row in controls(longest, PanelQuery(1, section, 1), lookup, words.of("ko")):
            for control in row:
                address = str(getattr(control, "custom_id", "")).removeprefix("do:")
                if address.startswith("announce-set?"):
                    deed = SetDeed.parse(address.partition("?")[2])
                    options = getattr(control, "options", None)
                    chosen = (options[0].value,) if options else (deed.value or str(SNOWFLAKE),)
                    assert deed.setting == "drop" or decoded(deed.setting, chosen)
