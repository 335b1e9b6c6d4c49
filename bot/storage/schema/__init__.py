"""The tables, and the revisions that led to them. A change here needs a migration beside it.

One module a capability; whoever wants a table imports it from that module, or those of `settings` from here.
"""

from bot.storage.schema import announcements, ballots, boards, calendar, games, mirrors, packs, polls
from bot.storage.schema.base import metadata
from bot.storage.schema.settings import (
    audit,
    command_sync,
    erasure,
    failure,
    feedback,
    guild,
    guild_follow,
    member,
    member_follow,
    report,
)

# Every migration, oldest first; the last is what this code needs.
REVISIONS = tuple(f"{number:04}" for number in range(1, 15))

__all__ = [
    "REVISIONS",
    "announcements",
    "audit",
    "ballots",
    "boards",
    "calendar",
    "command_sync",
    "erasure",
    "failure",
    "feedback",
    "games",
    "guild",
    "guild_follow",
    "member",
    "member_follow",
    "metadata",
    "mirrors",
    "packs",
    "polls",
    "report",
]
