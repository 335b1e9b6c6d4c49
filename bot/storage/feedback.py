"""Keeps what members tell whoever runs the bot about the bot itself: one kind of letters."""

import msgspec

from bot.storage.database import Database
from bot.storage.letters import LetterBook
from bot.storage.schema import feedback


class Thought(msgspec.Struct, frozen=True):
    """What a member sends; the ids are Discord's. `form_id` tells forms apart: the same one twice is one."""

    guild_id: int | None
    user_id: int
    form_id: int
    locale: str
    text: str


class KeptThought(Thought, frozen=True):
    """One that was kept, at `created_at` in UTC seconds."""

    id: int
    created_at: int
    state: str


class FeedbackBook(LetterBook[Thought, KeptThought]):
    """All feedback."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, feedback, KeptThought)
