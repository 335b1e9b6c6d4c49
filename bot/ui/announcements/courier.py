"""Posts deliveries of announcements, and finds out whether a try before has left one. Decides nothing about when."""

import logging
from collections.abc import Callable

import discord

from bot.anniversaries.plans import Parcel
from bot.errors import SendFault
from bot.services.announcements.posting import Nothing
from bot.services.failures import Failures, Why
from bot.storage.outbox import Claim, Row
from bot.storage.subscriptions import DISABLED, Subscription, SubscriptionBook
from bot.ui.announcements.press import Press
from bot.ui.layouts import FrozenLayout
from bot.ui.marks import ANNOUNCEMENTS, bears, mark_of, marked
from bot.ui.messenger import Messenger

log = logging.getLogger(__name__)
LOOKED_BACK = 15 * 60  # seconds before a try: clocks differ
LEAST, MOST = 100, 1_000  # messages looked through
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class AnnouncementCourier:
    """See bot/services/announcements/posting.py."""

    def __init__(
        self,
        client: discord.Client,
        messenger: Messenger,
        press: Press,
        subscriptions: SubscriptionBook,
        failures: Failures,
        now: Callable[[], int],
    ) -> None:
        self._client = client
        self._messenger = messenger
        self._press = press
        self._subscriptions = subscriptions
        self._failures = failures
        self._now = now

    def here(self, row: Row) -> bool:
        return is_here(self._client, row["guild_id"])

    def place(self, row: Row) -> int:
        channel_id: int = row["channel_id"]
        return channel_id

    def may_look(self, claim: Claim) -> bool:
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
        row = claim.row
        subscription = await self._subscriptions.find(row["guild_id"], row["subscription_id"])
        if subscription is None:
            raise Nothing
        if subscription.state == DISABLED:  # another post of it has found out
            raise SendFault(SendFault.Why(subscription.why or "forbidden"), "the subscription is disabled")
        page = await self._page(claim, subscription, late=late)
        ping = () if subscription.role_id is None else (subscription.role_id,)
        nonce = nonce_of("a", row["channel_id"], claim.id)
        return await self._messenger.send(row["channel_id"], page, nonce=nonce, ping=ping, silent=subscription.silent)

    async def find(self, claim: Claim) -> int | None:
        """Looks through the channel's latest messages, as far back as the try can lie. One that was deleted since is
        not found; nobody wants it twice either, so Discord's nonce is all there is against that.
        """
        if not self.may_look(claim):
            raise LookupError("no Read Message History")
        began = claim.tried_at or claim.lease_until or claim.row["due_at"]
        since = min(began, claim.row["due_at"]) - LOOKED_BACK
        mark, count = mark_of(ANNOUNCEMENTS, claim.id), 0
        async for message in self._messenger.history(claim.row["channel_id"], MOST):
            count += 1
            if self._client.user is not None and message.author.id == self._client.user.id and bears(message, mark):
                return message.id
            if count >= LEAST and message.created_at.timestamp() < since:
                return None
        if count >= MOST:
            raise LookupError("too many messages since")
        return None

    async def refused(self, claim: Claim, why: str) -> None:
        row = claim.row
        if await self._subscriptions.disable(row["subscription_id"], why, at=self._now()):
            log.warning("subscription %d of server %d is disabled: %s", row["subscription_id"], row["guild_id"], why)
            await self._failures.note(row["guild_id"], row["channel_id"], Why(why))

    async def _page(self, claim: Claim, subscription: Subscription, *, late: bool) -> FrozenLayout:
        row = claim.row
        late_since = row["due_at"] if late else None
        page = await self._press.page(subscription, Parcel.of(row["payload"]), late_since=late_since)
        if page is None:
            raise Nothing
        return marked(page, mark_of(ANNOUNCEMENTS, claim.id))


def is_here(client: discord.Client, guild_id: int) -> bool:
    """Whether this process is in a server that can be reached now: a database holds others' servers as well."""
    guild = client.get_guild(guild_id)
    return guild is not None and not guild.unavailable


def nonce_of(outbox: str, channel_id: int, number: int) -> str:
    """What Discord knows a post by for a few minutes: at most 25 characters, one for each channel."""
    return f"{outbox}{_short(channel_id)}-{_short(number)}"[:25]


def _short(number: int) -> str:
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
    return text or "0"
