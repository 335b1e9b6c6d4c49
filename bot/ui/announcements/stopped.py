"""What /config check tells of announcements: the channels they need, and those stopped by Discord, with a way back."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.services.announcements.subscriptions import DISABLED, Subscription
from bot.services.lookup import Lookup
from bot.text import Words
from bot.ui.announcements.addresses import StateDeed
from bot.ui.announcements.panel import CHECK, name_of
from bot.ui.checks import ChannelCheck, channel_check
from bot.ui.layouts import clip
from bot.ui.screens import deed_button

MOST = 5
LONGEST = 300


def stopped_blocks(
    those: Sequence[Subscription], lookup: Lookup, words: Words
) -> list[str | tuple[str, ui.Button[Any]]]:
    """A block for each that Discord refused, with the button that brings it back."""
    blocks: list[str | tuple[str, ui.Button[Any]]] = []
    for one in [one for one in those if one.state == DISABLED][:MOST]:
        why = words(f"why-{one.why or 'forbidden'}")
        text = words("check-stopped", name=f"**{name_of(one, lookup, words)}** → <#{one.channel_id}>", why=why)
        back = deed_button(words("check-bring-back"), StateDeed(one.id, "resume", CHECK), emoji="▶️")
        blocks.append((f"⚠️ {clip(text, LONGEST)}", back))
    return blocks


def more_channels(
    guild: discord.Guild, those: Sequence[Subscription], known: Sequence[ChannelCheck]
) -> list[ChannelCheck]:
    """The channels of announcements that are not among those `known`."""
    checked = {check.channel_id for check in known if check.use == "announcements"}
    numbers = dict.fromkeys(one.channel_id for one in those if one.channel_id is not None)
    return [channel_check(guild, number) for number in numbers if number not in checked]
