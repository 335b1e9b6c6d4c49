"""Whom servers and members follow: changed whole or not at all. Knows neither permissions nor the catalogue."""

from collections.abc import Iterable

from cachetools import LRUCache

from bot.clock import Clock
from bot.errors import TooManyFollows
from bot.storage.follows import FOLLOW, Changed, FollowBook, Rule, Subject, Subjects

__all__ = ["FOLLOW", "Follows", "Subject", "Subjects"]

REMEMBERED = 20_000  # servers; most follow a handful
MOST_OF_GUILD, MOST_OF_MEMBER = 100, 50
KINDS = ("artist", "show")
LONGEST_ID = 64


class Follows:
    """Use cases of following. Ids are taken as they come: an older catalogue may have known them."""

    def __init__(self, book: FollowBook, clock: Clock) -> None:
        self._book = book
        self._clock = clock
        self._remembered: LRUCache[int, Subjects] = LRUCache(REMEMBERED)
        self._forgotten = 0  # how often `forget` was called

    async def of_guild(self, guild_id: int) -> Subjects:
        """What a server follows, read from memory after the first time. Raises StorageTrouble."""
        known = self._remembered.get(guild_id)
        if known is None:
            times = self._forgotten
            found = await self._book.of_guild(guild_id)
            if times != self._forgotten:
                return found  # it may be gone by now: the next reader looks again
            known = self._remembered.setdefault(guild_id, found)  # a change may have come meanwhile: it is newer
        return known

    async def of_member(self, user_id: int) -> Subjects:
        """What a member follows. Raises StorageTrouble."""
        return await self._book.of_member(user_id)

    async def follow_guild(self, guild_id: int, user_id: int, *subjects: Subject) -> bool:
        """Has a server follow all of these for good before it returns, as `user_id` said; False when it did already.

        Raises TooManyFollows, and then it follows none of them; StorageTrouble.
        """
        return await self._change_guild(guild_id, user_id, _with(subjects, server=True))

    async def unfollow_guild(self, guild_id: int, user_id: int, *subjects: Subject) -> bool:
        """The reverse; False when the server followed none of them."""
        return await self._change_guild(guild_id, user_id, _without(subjects))

    async def set_guild(self, guild_id: int, user_id: int, subjects: Iterable[Subject]) -> bool:
        """Has a server follow these and nothing else; whether that changed anything. Raises TooManyFollows."""
        wanted = tuple(dict.fromkeys(map(_checked, subjects)))
        return await self._change_guild(guild_id, user_id, lambda before: _bounded(before, wanted, server=True))

    async def follow_member(self, user_id: int, *subjects: Subject) -> bool:
        """Has a member follow all of these; False when they did already. Raises TooManyFollows, StorageTrouble."""
        return _differs(await self._book.change_member(user_id, _with(subjects, server=False), self._now()))

    async def unfollow_member(self, user_id: int, *subjects: Subject) -> bool:
        """The reverse; False when they followed none of them."""
        return _differs(await self._book.change_member(user_id, _without(subjects), self._now()))

    def forget(self, guild_id: int) -> None:
        """Takes a server out of memory: what is stored has changed by another way. Members are not in it."""
        self._forgotten += 1
        self._remembered.pop(guild_id, None)

    async def _change_guild(self, guild_id: int, user_id: int, rule: Rule) -> bool:
        changed = await self._book.change_guild(guild_id, user_id, rule, self._now())
        self._remembered[guild_id] = changed.after
        return _differs(changed)

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


def _with(subjects: Subjects, *, server: bool) -> Rule:
    new = tuple(dict.fromkeys(map(_checked, subjects)))
    return lambda before: _bounded(before, (*before, *(one for one in new if one not in before)), server=server)


def _without(subjects: Subjects) -> Rule:
    return lambda before: [one for one in before if one not in subjects]


def _bounded(before: Subjects, wanted: Subjects, *, server: bool) -> Subjects:
    most = MOST_OF_GUILD if server else MOST_OF_MEMBER
    if len(wanted) > max(most, len(before)):  # who has more, from a time of other limits, may keep them
        raise TooManyFollows(most, server=server)
    return wanted


def _checked(subject: Subject) -> Subject:
    if subject.kind not in KINDS or not 0 < len(subject.id) <= LONGEST_ID:
        raise ValueError(f"nobody can follow {subject}")
    return subject


def _differs(changed: Changed) -> bool:
    return set(changed.before) != set(changed.after)
