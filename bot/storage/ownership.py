"""What is kept of a person or a server: which tables, which columns, and what an end means in each. The one list.

A new table with a user or server id belongs into PEOPLE or SERVERS; tests/house/test_privacy.py reads the schema.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

import sqlalchemy as sa

from bot.storage.schema import (
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

NOBODY = 0  # who changed a setting, once they are gone
NOWHERE = 0


class Meaning(Enum):
    """What a number or a JSON value of a table tells."""

    PERSON = auto()
    SERVER = auto()
    PLACE = auto()  # a channel, role or message: of a server, of nobody by itself
    TIME = auto()  # UTC seconds
    OTHER = auto()  # tells nothing of anybody


MEANINGS: Mapping[str, Meaning] = {  # of every 64-bit number and JSON value, by the column's name, in all tables alike
    "user_id": Meaning.PERSON,
    "guild_id": Meaning.SERVER,
    "channel_id": Meaning.PLACE,
    "message_id": Meaning.PLACE,
    "ping_role_id": Meaning.PLACE,
    "host_role_id": Meaning.PLACE,
    "game_channels": Meaning.PLACE,
    "at": Meaning.TIME,
    "created_at": Meaning.TIME,
    "updated_at": Meaning.TIME,
    "followed_at": Meaning.TIME,
    "left_at": Meaning.TIME,
    "synced_at": Meaning.TIME,
    "id": Meaning.OTHER,
    "application_id": Meaning.OTHER,
    "whose": Meaning.PERSON,  # or a server
    "form_id": Meaning.OTHER,
    "subject_id": Meaning.OTHER,
    "command_ids": Meaning.OTHER,
    "kinds": Meaning.OTHER,
    "before": Meaning.OTHER,
    "after": Meaning.OTHER,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """What happens to the rows whose `column` names who is to be forgotten.

    They go; with `blank` they stay, with these values in place of what told of them. `secret` ones are counted, but
    others wrote them: they are in no export.
    """

    column: sa.Column[Any]
    blank: Mapping[str, Any] | None = None
    secret: bool = False

    @property
    def table(self) -> sa.Table:
        table = self.column.table
        assert isinstance(table, sa.Table)
        return table


PEOPLE = (
    Rule(member.c.user_id),
    Rule(member_follow.c.user_id),
    Rule(report.c.user_id),
    Rule(feedback.c.user_id),
    Rule(audit.c.user_id, blank={"user_id": NOBODY}),  # what was changed is the server's to know, by whom is not
)
_SENT_FROM = {"guild_id": None, "channel_id": NOWHERE, "message_id": NOWHERE}
SERVERS = (
    Rule(guild.c.guild_id),
    Rule(guild_follow.c.guild_id),
    Rule(audit.c.guild_id),
    Rule(failure.c.guild_id),
    Rule(report.c.guild_id, blank=_SENT_FROM, secret=True),  # the words are their writer's
    Rule(feedback.c.guild_id, blank={"guild_id": None}, secret=True),
)
EXEMPT = (
    command_sync.c.guild_id,  # the operator's own: where commands are tried out, told by DEV_GUILD_ID
    erasure.c.whose,  # or a backup would bring them back; it goes when no backup is so old
)
