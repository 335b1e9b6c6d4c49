"""Use cases of /setup: how far a server got, whom it follows by typed names, and what it will be told next."""

import asyncio
import datetime
from collections.abc import Iterable

import msgspec

from bot.anniversaries.plans import Parcel, Post
from bot.clock import Clock
from bot.errors import TooManyFollows
from bot.services.announcements.expander import Expander
from bot.services.announcements.reading import Item, Reading
from bot.services.announcements.subscriptions import Subscriptions
from bot.services.follows import MOST_OF_GUILD, Follows, Subject, Subjects
from bot.services.guilds import Card, Guilds
from bot.services.lookup import Lookup
from bot.services.namelist import Unclear, read_names

STEPS = ("language", "zone", "channel", "follows", "kinds", "hour", "roles", "preview")
MOST_POSTS, AHEAD, DAY = 7, 365, 86_400
FINISHED = len(STEPS) + 1  # as the settings keep it; step 1 is the first, 0 is a server that did not begin


class Standing(msgspec.Struct, frozen=True):
    """Where a server stands at `now` (aware): its settings, and whom it follows."""

    card: Card
    follows: Subjects
    now: datetime.datetime


class NextPost(msgspec.Struct, frozen=True):
    """A post to come, with what it tells."""

    post: Post
    parcel: Parcel
    items: tuple[Item, ...]

    @property
    def at(self) -> int:
        """When it is posted, in UTC seconds."""
        return self.post.at


class Taken(msgspec.Struct, frozen=True):
    """What came of typed names: whom the server follows now, whom it did before, who is beyond the limit.

    `unread` counts the names that were too many at once.
    """

    new: Subjects
    known: Subjects
    beyond: Subjects
    unclear: tuple[Unclear, ...]
    unread: int


class SetupGuide:
    """Leads a server through its settings. Permissions are the callers'."""

    def __init__(
        self,
        guilds: Guilds,
        follows: Follows,
        lookup: Lookup,
        subscriptions: Subscriptions,
        expander: Expander,
        reading: Reading,
        clock: Clock,
    ) -> None:
        self._guilds = guilds
        self._follows = follows
        self._lookup = lookup
        self._subscriptions = subscriptions
        self._expander = expander
        self._reading = reading
        self._clock = clock

    async def stand(self, guild_id: int, *, reader: int, since: int = -1) -> Standing:
        """Where a server stands, for `reader`, who saw its settings of version `since` before (-1: none)."""
        card = await self._guilds.card(guild_id, reader=reader, since=since)
        return Standing(card, await self._follows.of_guild(guild_id), self._clock.now())

    async def reach(self, guild_id: int, user_id: int, step: int) -> None:
        """Remembers that the server got as far as `step`, unless it had got further."""
        if step > (await self._guilds.of(guild_id)).setup_step:
            await self._guilds.change(guild_id, user_id, setup_step=step)

    async def begin_again(self, guild_id: int, user_id: int) -> None:
        """Forgets how far the server got. What it decided stays."""
        await self._guilds.change(guild_id, user_id, setup_step=1)

    async def follow(self, guild_id: int, user_id: int, subjects: Subjects) -> None:
        """Has the server follow all of these. Raises TooManyFollows, and then it follows none of them."""
        await self._follows.follow_guild(guild_id, user_id, *subjects)

    async def drop(self, guild_id: int, user_id: int, subjects: Iterable[Subject]) -> None:
        """Has the server follow none of these."""
        await self._follows.unfollow_guild(guild_id, user_id, *subjects)

    async def follow_named(self, guild_id: int, user_id: int, artists: str, shows: str) -> Taken:
        """Has the server follow everybody whom the names mean beyond doubt, as many as one may. Raises StorageTrouble.

        The names have commas or line ends between them.
        """
        names = await asyncio.to_thread(read_names, self._lookup, artists, shows)
        before = await self._follows.of_guild(guild_id)
        new = tuple(one for one in names.clear if one not in before)
        try:
            await self._follows.follow_guild(guild_id, user_id, *new)
        except TooManyFollows:
            room = max(0, MOST_OF_GUILD - len(await self._follows.of_guild(guild_id)))
            new = new[:room]
            await self._follows.follow_guild(guild_id, user_id, *new)
        return Taken(
            new=new,
            known=tuple(one for one in names.clear if one in before),
            beyond=tuple(one for one in names.clear if one not in before and one not in new),
            unclear=names.unclear,
            unread=names.unread,
        )

    async def next_posts(self, guild_id: int) -> list[NextPost]:
        """The next posts that the outbox would make, whether or not the server has a channel for them yet."""
        own = await self._subscriptions.own(guild_id)
        now = int(self._clock.now().timestamp())
        found: list[NextPost] = []
        for post in await self._expander.foresee(own, now + 1, now + AHEAD * DAY):
            parcel = Parcel.of(post.payload())
            if items := await self._reading.read(guild_id, parcel, own):
                found.append(NextPost(post, parcel, items))
            if len(found) == MOST_POSTS:
                break
        return found
