"""Marks that posts carry unseen, as the id of their first component: by them a post whose try was cut short is found.

Discord keeps such ids, below 2**31, and nobody sees them.
"""

import discord

from bot.ui.layouts import FrozenLayout

ROOM = 2**29  # numbers of each outbox; what discord.py numbers by itself lies far below
BALLOTS, ANNOUNCEMENTS, POLLS = 1, 2, 3  # outboxes


def mark_of(outbox: int, number: int) -> int:
    """The mark of an outbox's row."""
    return outbox * ROOM + number % ROOM


def marked(page: FrozenLayout, mark: int) -> FrozenLayout:
    """The page with its mark."""
    first, *others = page.to_components()
    return FrozenLayout([{**first, "id": mark}, *others])


def bears(message: discord.Message, mark: int) -> bool:
    return any(getattr(component, "id", None) == mark for component in message.components)
