"""The posts to come of a server's subscriptions, those left out among them. Plans by the outbox's own rule."""

from collections.abc import Sequence

import msgspec

from bot.anniversaries.plans import Post
from bot.clock import Clock
from bot.errors import Refused
from bot.services.announcements.expander import Expander
from bot.storage.deliveries import Delivery, DeliveryBook, NewDelivery
from bot.storage.outbox import DEAD, MISSED, SKIPPED
from bot.storage.subscriptions import ACTIVE, Subscription

DAY = 86_400
FARTHEST = 60  # days of a preview
NEXT_WITHIN = (8, 62, 366)  # days among which the next post is looked for, one after the other
RESENDABLE = (MISSED, DEAD, SKIPPED)
RESEND_WITHIN = DAY  # seconds for which a post that an admin sends again may wait


class Foreseen(msgspec.Struct, frozen=True):
    """A post to come. `skipped`: somebody said that it is not wanted."""

    of: Subscription
    post: Post
    skipped: bool


class Preview:
    """Looks ahead, leaves posts out and sends old ones again. Permissions are the callers'."""

    def __init__(self, expander: Expander, deliveries: DeliveryBook, clock: Clock) -> None:
        self._expander = expander
        self._deliveries = deliveries
        self._clock = clock

    async def coming(self, those: Sequence[Subscription], days: int) -> list[Foreseen]:
        """What those post in the next days, in order; one that is paused, refused or without a channel posts nothing.

        A change of a date that becomes known meanwhile is told besides. `days` is held between 1 and 60.
        """
        until = self.now() + min(max(days, 1), FARTHEST) * DAY
        found = [one for of in those for one in await self._of(of, until)]
        return sorted(found, key=lambda one: (one.post.at, one.of.id, one.post.occurrence))

    async def next(self, of: Subscription, *, posted: bool = True) -> Foreseen | None:
        """The first post to come that is wanted, within a year. `posted` False: though it be paused or refused."""
        for days in NEXT_WITHIN:
            for one in await self._of(of, self.now() + days * DAY, posted=posted):
                if not one.skipped:
                    return one
        return None

    async def skip(self, of: Subscription, user_id: int) -> Delivery:
        """Leaves the next post out, and returns what stands for it. Raises Refused when there is none."""
        one = await self.next(of)
        if one is None:
            raise Refused("announce-nothing-next")
        post = one.post
        new = NewDelivery(post.occurrence, post.lead, post.payload(), post.at, post.expires_at)
        number = await self._deliveries.skip(of, new, at=self.now(), by=user_id)
        row = None if number is None else await self._deliveries.find(number)
        return row or await self.skip(of, user_id)  # none: it was posted, or skipped, in this moment

    async def resend(self, guild_id: int, user_id: int, number: int) -> Delivery:
        """Has one that was missed, failed or skipped posted: now, or when it is due where that is still to come.

        Raises Refused for any other.
        """
        row = await self._deliveries.find(number)
        now = self.now()
        at = max(now, row.due_at) if row is not None else now
        if row is None or row.guild_id != guild_id or row.state not in RESENDABLE:
            raise Refused("announce-post-gone")
        if not await self._deliveries.resend(row, at, max(at + RESEND_WITHIN, row.expires_at), now=now, by=user_id):
            raise Refused("announce-post-gone")
        self._expander.wake()
        return row

    async def _of(self, of: Subscription, until: int, *, posted: bool = True) -> list[Foreseen]:
        if posted and (of.state != ACTIVE or of.channel_id is None):
            return []
        made = await self._expander.foresee(of, self.now() + 1, until)
        known = await self._deliveries.keys(of.id, [post.occurrence for post in made])
        return [Foreseen(of, post, (post.occurrence, post.lead) in known) for post in made]

    def now(self) -> int:
        """UTC seconds."""
        return int(self._clock.now().timestamp())
