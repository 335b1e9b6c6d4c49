"""The fullest pages of events, reminders and ping roles, in the most hostile words, within Discord’s limits."""

import datetime
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.catalogue.dates import PartialDate
from bot.services.events import Event, OwnDate
from bot.services.ping_roles import MOST, PingRole
from bot.services.reminders.desk import Reminder
from bot.text import LOCALES, WordBook
from bot.ui.events import EventsQuery, event_page, events_page
from bot.ui.layouts import FrozenLayout
from bot.ui.ping_roles import NotifyQuery, listed_page, own_page, panel_page
from bot.ui.reminders.pages import list_page, snoozed_page, taken_page, told_page
from bot.ui.reminders.queries import RemindersQuery

HOSTILE = "*_~`|[]()<>@" * 50
DAY = datetime.date(2026, 12, 4)


def within(page: FrozenLayout) -> None:
    parts: list[Any] = list(page.to_components())
    count = characters = 0
    while parts:
        part = parts.pop()
        count += 1
        characters += len(part.get("content", ""))
        assert len(part.get("custom_id", "")) <= 100 and len(part.get("label", "")) <= 80
        assert all(len(option["label"]) <= 100 for option in part.get("options", ()))
        parts += [*part.get("components", ()), *([part["accessory"]] if "accessory" in part else [])]
    assert count <= 40 and characters <= 4_000


def reminder(number: int, state: str) -> Reminder:
    return Reminder(
        application_id=1, user_id=2**63, guild_id=1, channel_id=2**63, locale="ko", zone="Asia/Seoul",
        title=HOSTILE[:200], note=HOSTILE[:500], link="https://discord.com/channels/" + "9" * 60, due_at=2**35,
        expires_at=2**35, id=2**62 + number, created_at=1, state=state, message_id=None, sent_at=None, late=True,
        error=None, occasion="birthday.rm", date="2027-11-28", lead=-1, moved_from="2027-10-28",
    )  # fmt: skip


@pytest.mark.parametrize("locale", LOCALES)
def test_reminders(words: WordBook, locale: str) -> None:
    of = words.of(locale)
    waiting, failed = [reminder(n, "pending") for n in range(50)], [reminder(n, "dead") for n in range(50)]
    for page in (1, 5):
        within(list_page(waiting, failed, RemindersQuery(page), of))
    for state in ("pending", "skipped", "sent"):
        within(taken_page(reminder(1, state), True, of))
    within(told_page(reminder(1, "leased"), True, of))
    within(snoozed_page(reminder(1, "pending"), of))


@pytest.mark.parametrize("locale", LOCALES)
def test_events(words: WordBook, locale: str) -> None:
    of = words.of(locale)
    events = [
        Event(
            2**62 + n, 1, 2, HOSTILE[:100], PartialDate(2026, 12, 4), True, "America/New_York", HOSTILE[:500], 1, 1, 1
        )
        for n in range(100)
    ]
    coming = [OwnDate(one, PartialDate(2026, 12, 4), DAY, 2**40, 100) for one in events]
    within(events_page(events, coming, DAY, EventsQuery(), True, of))
    within(event_page(events[0], of))


@pytest.mark.parametrize("locale", LOCALES)
def test_ping_roles(words: WordBook, locale: str) -> None:
    of = words.of(locale)
    roles = [PingRole(2**62 + n, HOSTILE[:100]) for n in range(MOST)]
    role = SimpleNamespace(
        name="역" * 100, managed=True, permissions=discord.Permissions.none(), is_default=lambda: False
    )
    guild: Any = SimpleNamespace(get_role=lambda number: role, me=None)
    within(panel_page(roles, guild, of))
    within(listed_page(roles, guild, "https://discord.com/channels/" + "9" * 60, of))
    within(own_page(roles, SimpleNamespace(guild=guild), NotifyQuery(), of))  # type: ignore[arg-type]
