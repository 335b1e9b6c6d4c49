"""Brings reminders to Discord, and finds out whether a try before has. See services/announcements/posting.py."""

from collections.abc import Callable, Mapping
from typing import Any

import discord

from bot.services.caretaker import Attendance
from bot.services.failures import Failures, Why
from bot.services.reminders.desk import Reminder, Reminders
from bot.storage.outbox import Claim, Row
from bot.text import WordBook
from bot.ui.announcements.courier import is_here
from bot.ui.messenger import Messenger, faults
from bot.ui.reminders.pages import greeting_page, told_page
from bot.ui.reminders.queries import SnoozeDeed
from bot.ui.screens import deed_id

LEAST, MOST = 100, 1_000  # messages looked through
LOOKED_BACK = 15 * 60  # seconds before it was due: clocks differ
SHARD_OF_MESSAGES = 0  # Discord's direct messages are all there


class ReminderCourier:
    """One way to members, in their servers and by direct message."""

    def __init__(
        self,
        client: discord.Client,
        messenger: Messenger,
        attendance: Callable[[], Attendance],
        reminders: Reminders,
        failures: Failures,
        words: WordBook,
    ) -> None:
        self._client = client
        self._messenger = messenger
        self._attendance = attendance
        self._reminders = reminders
        self._failures = failures
        self._words = words

    def here(self, row: Row) -> bool:
        """A channel's are sent where its server is, direct messages by the process that has them; by the same bot."""
        if row["application_id"] != self._client.application_id:
            return False
        guild_id = row["guild_id"]
        return (
            SHARD_OF_MESSAGES in self._attendance().shard_ids if guild_id is None else is_here(self._client, guild_id)
        )

    def place(self, row: Row) -> int:
        place: int = row["user_id"] if row["channel_id"] is None else row["channel_id"]
        return place

    def may_look(self, claim: Claim) -> bool:
        if claim.row["channel_id"] is None:
            return True
        guild = self._client.get_guild(claim.row["guild_id"])
        channel = guild.get_channel_or_thread(claim.row["channel_id"]) if guild is not None else None
        if guild is None or channel is None:
            return False
        try:
            allowed = channel.permissions_for(guild.me)
        except discord.ClientException:  # a thread whose channel we do not see
            return False
        return allowed.view_channel and allowed.read_message_history

    async def post(self, claim: Claim, *, late: bool) -> int:
        reminder = _reminder(claim.row)
        page, nonce = told_page(reminder, late, self._words.of(reminder.locale)), nonce_of(reminder)
        if reminder.channel_id is None:
            return await self._messenger.tell(reminder.user_id, page, nonce=nonce)
        return await self._messenger.send(reminder.channel_id, page, nonce=nonce, members=(reminder.user_id,))

    async def find(self, claim: Claim) -> int | None:
        """Looks for the message by its buttons, which carry the reminder's number and the time that it was due at."""
        if not self.may_look(claim):
            raise LookupError("no Read Message History")
        channel_id = claim.row["channel_id"]
        if channel_id is None:
            with faults():
                channel_id = (await self._client.create_dm(discord.Object(claim.row["user_id"]))).id
        mark, count = _mark(deed_id(SnoozeDeed(claim.id, claim.row["due_at"], ""))), 0
        async for message in self._messenger.history(channel_id, MOST):
            count += 1
            if message.author == self._client.user and mark in _marks(message):
                return message.id
            if count >= LEAST and message.created_at.timestamp() < claim.row["due_at"] - LOOKED_BACK:
                return None
        if count >= MOST:
            raise LookupError("too many messages since")
        return None

    async def refused(self, claim: Claim, why: str) -> None:
        """The member reads it in /remind list; who takes no direct messages is asked anew the next time."""
        row = claim.row
        if row["channel_id"] is None:
            await self._reminders.close_messages(row["user_id"])
        else:
            await self._failures.note(row["guild_id"], row["channel_id"], Why(why))

    async def greet(self, user_id: int, locale: str) -> None:
        """Tries a direct message. Raises SendFault, FORBIDDEN when the member takes none."""
        await self._messenger.tell(user_id, greeting_page(self._words.of(locale)))


def nonce_of(reminder: Reminder) -> str:
    """At most 25 characters: the reminder's number and time, of which each telling has its own, and its place."""
    place = (reminder.channel_id or reminder.user_id) % 16**5
    return f"r{reminder.id % 16**8:x}-{reminder.due_at:x}-{place:x}"


def _reminder(row: Mapping[str, Any]) -> Reminder:
    return Reminder(**{name: row[name] for name in Reminder.__struct_fields__})


def _mark(custom_id: str) -> str:
    """A button's custom id without what it snoozes for."""
    return custom_id.split("&h=")[0]


def _marks(message: discord.Message) -> set[str]:
    parts: list[Any] = list(message.components)
    found = set()
    while parts:
        part = parts.pop()
        parts += getattr(part, "children", ())
        if custom_id := getattr(part, "custom_id", None):
            found.add(_mark(custom_id))
    return found
