"""Calendars: a server's, an artist's or a show's dates as an iCalendar file, and addresses from which it stays current.

Who may have which, cogs/ know. An address holds a token that only its owner was ever shown.
"""

import asyncio
import secrets

from cachetools import TTLCache

from bot.clock import Clock
from bot.errors import Refused
from bot.services.calendar_maker import Calendar, CalendarMaker, CalendarOf
from bot.services.events import Events
from bot.services.follows import Follows
from bot.services.guilds import Guilds
from bot.storage.feeds import Feed, FeedBook
from bot.text import WordBook, Words

__all__ = ["Calendar", "CalendarOf", "Calendars", "Feed"]

MOST_FEEDS = 10  # of a member
CURRENT_FOR = 300  # seconds for which a calendar is handed out as it was made
REMEMBERED = 500  # calendars, of some 100 KiB each at most
TOKEN_BYTES = 32


class Calendars:
    """Use cases of calendars. `public_url` is where feeds are reached from outside; None: there are none."""

    def __init__(
        self,
        maker: CalendarMaker,
        guilds: Guilds,
        follows: Follows,
        events: Events,
        words: WordBook,
        book: FeedBook,
        clock: Clock,
        public_url: str | None,
    ) -> None:
        self._maker = maker
        self._guilds = guilds
        self._follows = follows
        self._events = events
        self._words = words
        self._book = book
        self._clock = clock
        self._public_url = public_url
        self._making = asyncio.Lock()
        self._made: TTLCache[tuple[CalendarOf, str], Calendar] = TTLCache(
            REMEMBERED, CURRENT_FOR, lambda: clock.now().timestamp()
        )

    @property
    def offers_feeds(self) -> bool:
        """Whether the operator switched addresses on."""
        return self._public_url is not None

    async def file(self, of: CalendarOf, locale: str) -> Calendar:
        """The calendar in a language. Raises StorageTrouble. Written in a thread: a hundred dates take 40 ms."""
        words = self._words.of(locale)
        if of.subject != "server" or of.guild_id is None:
            return await asyncio.to_thread(self._maker.make, of, words)
        guild_id = of.guild_id
        settings, follows = await self._guilds.of(guild_id), await self._follows.of_guild(guild_id)
        own = await self._events.of_guild(guild_id)
        artists = frozenset(one.id for one in follows if one.kind == "artist")
        shows = frozenset(one.id for one in follows if one.kind == "show")
        return await asyncio.to_thread(self._maker.make, of, words, own, frozenset(settings.kinds), artists, shows)

    async def subscribe(self, user_id: int, of: CalendarOf, locale: str) -> str:
        """A new address for a member, which can be told this once only. Raises Refused for one too many."""
        if self._public_url is None:
            raise Refused("calendar-no-feeds")
        token = secrets.token_urlsafe(TOKEN_BYTES)
        values = {
            "user_id": user_id,
            "guild_id": of.guild_id,
            "subject": of.subject,
            "subject_id": of.subject_id,
            "locale": locale,
        }
        if await self._book.add(token, values, at=int(self._clock.now().timestamp()), most=MOST_FEEDS) is None:
            raise Refused("calendar-too-many", most=MOST_FEEDS)
        return f"{self._public_url}/calendar/{token}.ics"

    async def feed(self, token: str) -> Calendar | None:
        """What the address of a token shows now; None for a token that is none, or no more. Raises StorageTrouble."""
        found = await self._book.by_token(token)
        if found is None:
            return None
        of = CalendarOf(found.subject, found.subject_id, found.guild_id)
        async with self._making:  # one after another: many that ask at once need one making
            made = self._made.get((of, found.locale))
            if made is None:
                made = self._made[of, found.locale] = await self.file(of, found.locale)
        return made

    async def addresses(self, user_id: int) -> list[Feed]:
        """A member's own, in the order in which they were made."""
        return await self._book.of_member(user_id)

    async def revoke(self, user_id: int, feed_id: int) -> None:
        """Ends one of a member's addresses for good. Raises Refused for one that is no more."""
        if not await self._book.remove(user_id, feed_id):
            raise Refused("calendar-gone")

    async def revoke_of_guild(self, guild_id: int) -> int:
        """Ends every member's addresses of a server's calendar; how many."""
        return await self._book.remove_of_guild(guild_id)

    async def count_of_guild(self, guild_id: int) -> int:
        return await self._book.count_of_guild(guild_id)

    def name(self, of: CalendarOf, words: Words) -> str:
        """What a calendar application calls it, in plain text."""
        return self._maker.name(of, words)
