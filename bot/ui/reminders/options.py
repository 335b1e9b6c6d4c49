"""Options of /remind: what is understood of a time while it is typed, coming dates, one's own reminders."""

import re
from typing import Any, Protocol, cast

import discord
from discord.app_commands import Choice

from bot.errors import Refused
from bot.services.agenda import coming_of
from bot.services.bundle import Services
from bot.services.occasions import key_of, title_of
from bot.services.reminders.desk import Place, Wish
from bot.ui.commands import server_here
from bot.ui.reader import words_for, zone_here
from bot.ui.reminders.pages import label_of, local_time

CHOICES = 25
_STAMP = re.compile(r"\d+")


class _HasServices(Protocol):
    @property
    def services(self) -> Services: ...


def _services(interaction: discord.Interaction[Any]) -> Services:
    return cast(_HasServices, interaction.client).services


async def complete_when(interaction: discord.Interaction[Any], current: str) -> list[Choice[str]]:
    """What was understood so far; both, where it could be two times."""
    if not current.strip():
        return []
    services, words = _services(interaction), await words_for(interaction)
    about = services.occasions.find(str(getattr(interaction.namespace, "about", None) or ""))
    wish = Wish(at=about.at, day=about.day) if about else Wish()
    zone = await zone_here(interaction)
    try:
        when = services.reminders.time(current, wish, zone)
        found = [(when.at, when.zone)]
    except Refused as refused:
        if refused.reason != "remind-ambiguous":
            return []
        stamps = [_STAMP.search(str(value)) for name, value in refused.values.items() if name.startswith("time")]
        found = [(int(stamp[0]), str(refused.values["zone"])) for stamp in stamps if stamp]
    return [Choice(name=local_time(at, where, words)[:100], value=f"<t:{at}:F>") for at, where in found]


async def complete_about(interaction: discord.Interaction[Any], current: str) -> list[Choice[str]]:
    """Coming dates of the artist or show that is typed."""
    services, words = _services(interaction), await words_for(interaction)
    choices = []
    for row in services.occasions.suggest(current, CHOICES):
        name = f"{words.day(row.day)}: {title_of(coming_of(row), services.catalogue, words)}"
        choices.append(Choice(name=name[:100], value=key_of(row)))
    return choices


async def complete_reminder(interaction: discord.Interaction[Any], current: str) -> list[Choice[str]]:
    """One's own, the next one first."""
    words = await words_for(interaction)
    waiting = await _services(interaction).reminders.waiting(interaction.user.id)
    labels = [(label_of(one, words), str(one.id)) for one in waiting]
    wanted = current.strip().casefold()
    return [Choice(name=label, value=number) for label, number in labels if wanted in label.casefold()][:CHOICES]


def channel_here(interaction: discord.Interaction[Any]) -> Place:
    """The channel where somebody acts, if Laurel can post there later on. Raises Refused."""
    guild_id, channel = server_here(interaction), interaction.channel_id
    if guild_id is None or channel is None:
        raise Refused("remind-no-channel")
    allowed = interaction.app_permissions
    thread = isinstance(interaction.channel, discord.Thread)
    if not (allowed.view_channel and (allowed.send_messages_in_threads if thread else allowed.send_messages)):
        raise Refused("remind-cannot-post")
    return Place(guild_id, channel)
