"""Keeps what members report about facts: one kind of letters."""

import msgspec

from bot.storage.database import Database
from bot.storage.letters import LetterBook
from bot.storage.schema import report


class Draft(msgspec.Struct, frozen=True):
    """What a member sends; the ids are Discord's. `form_id` tells forms apart: the same one twice is one report.

    `address` is that of the screen reported, `about` the line of it; either may be empty, as may `source`.
    """

    guild_id: int | None
    channel_id: int
    message_id: int
    user_id: int
    form_id: int
    locale: str
    address: str
    about: str
    what: str
    source: str


class Report(Draft, frozen=True):
    """One that was kept, at `created_at` in UTC seconds."""

    id: int
    created_at: int
    state: str


class ReportBook(LetterBook[Draft, Report]):
    """All reports."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, report, Report)
