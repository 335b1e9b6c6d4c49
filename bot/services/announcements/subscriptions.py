"""What servers subscribe to: added, changed, paused and brought back, each with a trace. Knows no permissions."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from bot.anniversaries.occurrences import LeapDay
from bot.anniversaries.plans import LEADS, MOST_SUBSCRIPTIONS, VOTE_HOURS, Anchor, Kind, Style
from bot.clock import Clock
from bot.errors import Refused
from bot.services.follows import Subject, Subjects
from bot.services.guilds import Guilds
from bot.storage.subscriptions import (
    ACTIVE,
    CHANGEABLE,
    DISABLED,
    FROM_SETTINGS,
    PAUSED,
    SETTINGS,
    Subscription,
    SubscriptionBook,
    of_settings,
)
from bot.text import LOCALES

__all__ = ["ACTIVE", "DISABLED", "FROM_SETTINGS", "MOST_ABOUT", "PAUSED", "SETTINGS", "Subscription", "Subscriptions"]

MOST_ABOUT = 25
CATCH_UPS = (0, 6, 12, 24, 48)
_SETTING = {"role_id": "ping_role_id"}  # what /config calls it where it has another name
_OFFERED: dict[str, frozenset[Any]] = {
    "hour": frozenset(range(24)),
    "minute": frozenset(range(60)),
    "anchor": frozenset(one.value for one in Anchor),
    "style": frozenset(one.value for one in Style),
    "leap_day": frozenset(one.value for one in LeapDay),
    "language": frozenset((None, *LOCALES)),
    "catch_up_hours": frozenset(range(73)),
}
_LISTS: dict[str, tuple[Any, ...]] = {
    "kinds": tuple(kind.value for kind in Kind),
    "leads": LEADS,
    "vote_hours": VOTE_HOURS,
}


class Subscriptions:
    """Use cases of a server's subscriptions. Its settings are the first: what /config decides is changed there."""

    def __init__(
        self, book: SubscriptionBook, guilds: Guilds, clock: Clock, wake: Callable[[], None] = lambda: None
    ) -> None:
        """`wake` is called when something may be due earlier than before."""
        self._book = book
        self._guilds = guilds
        self._clock = clock
        self._wake = wake

    async def of_guild(self, guild_id: int) -> list[Subscription]:
        """A server's, the one of its settings first, then in the order in which they were added."""
        return await self._book.of_guild(guild_id)

    async def own(self, guild_id: int) -> Subscription:
        """That of a server's settings; as they would make it, for a server that decided nothing yet."""
        for one in await self._book.of_guild(guild_id):
            if one.origin == SETTINGS:
                return one
        return of_settings(guild_id, msgspec.to_builtins(await self._guilds.of(guild_id)))

    async def find(self, guild_id: int, number: int) -> Subscription:
        """One of a server's. Raises Refused for one that is gone, or another server's."""
        found = await self._book.find(guild_id, number)
        if found is None:
            raise Refused("announce-gone")
        return found

    async def add(self, guild_id: int, user_id: int, channel_id: int | None, **values: Any) -> Subscription:
        """Keeps one more for good before it returns; it tells what falls due from now on.

        Raises Refused when the server has as many as one may, ValueError for what no control offers.
        """
        checked = _checked(values)
        plain = Subscription(guild_id=guild_id, channel_id=channel_id, **{"kinds": _LISTS["kinds"][:3], **checked})
        added = await self._book.add(plain, most=MOST_SUBSCRIPTIONS, at=self._now(), by=user_id)
        if added is None:
            raise Refused("announce-too-many", most=MOST_SUBSCRIPTIONS)
        self._wake()
        return added

    async def change(self, guild_id: int, user_id: int, number: int, **values: Any) -> Subscription:
        """Changes some of it for good before it returns. Raises Refused for one that is gone, ValueError as `add`."""
        before = await self.find(guild_id, number)
        own = dict(values)
        if before.origin == SETTINGS:
            theirs = {_SETTING.get(name, name): own.pop(name) for name in FROM_SETTINGS & set(values)}
            if theirs:
                await self._guilds.change(guild_id, user_id, **theirs)
        own = {name: value for name, value in _checked(own).items() if getattr(before, name) != value}
        if own and await self._book.change(guild_id, number, own, at=self._now(), by=user_id) is None:
            raise Refused("announce-gone")
        self._wake()
        return await self.find(guild_id, number)

    async def follow(self, guild_id: int, user_id: int, number: int, subjects: Iterable[Subject]) -> Subscription:
        """Tells of these as well; who told of whom the server follows tells of these alone from now on."""
        before = await self.find(guild_id, number)
        about = dict.fromkeys((*(before.about or ()), *map(str, subjects)))
        if len(about) > MOST_ABOUT:
            raise Refused("announce-too-many-names", most=MOST_ABOUT)
        return await self.change(guild_id, user_id, number, about=tuple(about))

    async def unfollow(self, guild_id: int, user_id: int, number: int, subjects: Iterable[str]) -> Subscription:
        """Tells of none of these (`artist:rm`); when nobody is left, of whom the server follows again."""
        before = await self.find(guild_id, number)
        gone = set(subjects)
        left = tuple(one for one in before.about or () if one not in gone)
        return await self.change(guild_id, user_id, number, about=left or None)

    async def remove(self, guild_id: int, user_id: int, number: int) -> Subscription:
        """Forgets one with its history. Raises Refused for one that is gone, and for that of the settings."""
        before = await self.find(guild_id, number)
        if before.origin == SETTINGS:
            raise Refused("announce-own-stays")
        if await self._book.remove(guild_id, number, at=self._now(), by=user_id) is None:
            raise Refused("announce-gone")
        return before

    async def pause(self, guild_id: int, user_id: int, number: int) -> bool:
        """Nothing is told until `resume`; False when it was paused already. Raises Refused for one that is gone."""
        await self.find(guild_id, number)
        return await self._book.pause(guild_id, number, at=self._now(), by=user_id)

    async def resume(self, guild_id: int, user_id: int, number: int) -> bool:
        """Tells again what falls due from now on, one that Discord refused as well; False when it never stopped."""
        before = await self.find(guild_id, number)
        again = self._book.revive if before.state == DISABLED else self._book.resume
        done = await again(guild_id, number, at=self._now(), by=user_id)
        if done:
            self._wake()
        return done

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


def about_of(subscription: Subscription) -> Subjects | None:
    """Whom it names; None: whom the server follows."""
    if subscription.about is None:
        return None
    return tuple(Subject(*text.split(":", 1)) for text in subscription.about if ":" in text)


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    """The values in the order in which controls offer them. Raises ValueError for one that none does."""
    if strange := set(values) - CHANGEABLE:
        raise ValueError(f"no announcement has {sorted(strange)}")
    checked = dict(values)
    for name, value in values.items():
        if name in _OFFERED and value not in _OFFERED[name]:
            raise ValueError(f"{name} cannot be {value!r}")
        if name in _LISTS:
            if strange := set(value) - set(_LISTS[name]):
                raise ValueError(f"{name} cannot hold {sorted(strange)}")
            checked[name] = tuple(one for one in _LISTS[name] if one in set(value))
    return checked
