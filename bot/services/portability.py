"""Takes a server's settings out as a file and in again: read, held for a while, compared, applied. Knows no Discord."""

import hashlib
import secrets
from collections.abc import Mapping
from typing import Any

import msgspec
from cachetools import TTLCache

from bot import __version__
from bot.catalogue import Catalogue
from bot.clock import Clock
from bot.errors import ImportExpired, ImportRefused, TooManyFollows, UnknownZone
from bot.services.follows import MOST_OF_GUILD, Follows, Subject, Subjects
from bot.services.guilds import Guilds, Kept
from bot.services.settings_file import PLACES, FileFollows, Place, SettingsFile, compose, parse
from bot.services.zones import Zones
from bot.storage.portability import ImportBook

HELD = 500  # files, of some KiB each
HELD_FOR = 30 * 60  # seconds


class Here(msgspec.Struct, frozen=True):
    """The channels and roles that a server has and that may be set: their names by their ids."""

    channels: Mapping[int, str]
    roles: Mapping[int, str]


class Plan(msgspec.Struct, frozen=True):
    """What a file would change.

    `changes` are settings with what they are and would be. `missing` are channels (#name) and roles (@name) that the
    server does not have, `unknown` whom the catalogue does not know: both stay out. `seen` stands for all that the
    server has set and follows now.
    """

    changes: Mapping[str, tuple[Any, Any]]
    followed: Subjects
    unfollowed: Subjects
    missing: tuple[str, ...]
    unknown: Subjects
    seen: str

    @property
    def size(self) -> int:
        """How many things would change."""
        return len(self.changes) + len(self.followed) + len(self.unfollowed)


class Portability:
    """Use cases of files of settings. What is uploaded is held in memory, not stored: a restart lets go of it."""

    def __init__(
        self, book: ImportBook, guilds: Guilds, follows: Follows, zones: Zones, catalogue: Catalogue, clock: Clock
    ) -> None:
        self._book = book
        self._guilds = guilds
        self._follows = follows
        self._zones = zones
        self._catalogue = catalogue
        self._clock = clock
        self._held: TTLCache[tuple[int, str], SettingsFile] = TTLCache(HELD, HELD_FOR, self._now)

    async def export(self, guild_id: int, here: Here) -> bytes:
        """The file of a server's settings and follows. Raises StorageTrouble."""
        settings = await self._guilds.of(guild_id)
        subjects = await self._follows.of_guild(guild_id)
        ids = {kind: tuple(subject.id for subject in subjects if subject.kind == kind) for kind in ("artist", "show")}
        names = {**here.channels, **here.roles}
        moment = self._clock.now().isoformat(timespec="seconds").replace("+00:00", "Z")
        follows = FileFollows(ids["artist"], ids["show"])
        return compose(settings, follows, names, laurel=__version__, exported_at=moment)

    def take(self, guild_id: int, content: bytes) -> str:
        """Holds an uploaded file for a server, under a short key. Raises ImportRefused."""
        file = parse(content)
        self._zone(file)
        key = secrets.token_hex(4)
        self._held[guild_id, key] = file
        return key

    async def plan(self, guild_id: int, key: str, here: Here) -> Plan:
        """What a held file would change now. Raises ImportExpired, TooManyFollows, StorageTrouble."""
        return (await self._compared(guild_id, key, here))[0]

    async def apply(self, guild_id: int, user_id: int, key: str, here: Here, *, seen: str) -> Plan | None:
        """Changes all of it, for good before it returns; returns what it changed.

        None, and nothing is changed, when the server is no longer as it was in the plan that was `seen`. Raises what
        `plan` does.
        """
        plan, kept, followed = await self._compared(guild_id, key, here)
        if plan.seen != seen:
            return None
        gone = set(plan.unfollowed)
        done = await self._book.keep(
            guild_id,
            user_id,
            version=kept.version,
            followed=followed,
            changes={name: after for name, (_, after) in plan.changes.items()},
            follows=(*(subject for subject in followed if subject not in gone), *plan.followed),
            at=self._now(),
        )
        self._guilds.forget(guild_id)  # changed by us; or by somebody whose change we had not seen
        self._follows.forget(guild_id)
        return plan if done else None

    def drop(self, guild_id: int, key: str) -> None:
        """Lets go of a held file."""
        self._held.pop((guild_id, key), None)

    async def _compared(self, guild_id: int, key: str, here: Here) -> tuple[Plan, Kept, Subjects]:
        """The plan, and what the server has set and follows."""
        file = self._held.get((guild_id, key))
        if file is None:
            raise ImportExpired
        kept = await self._guilds.kept(guild_id)
        followed = await self._follows.of_guild(guild_id)
        values, missing = self._values(file, here)
        changes = {
            name: (getattr(kept.settings, name), value)
            for name, value in values.items()
            if value != getattr(kept.settings, name)
        }
        wanted, unknown = self._wanted(file, followed)
        plan = Plan(
            changes=changes,
            followed=tuple(subject for subject in wanted if subject not in followed),
            unfollowed=tuple(subject for subject in followed if subject not in wanted),
            missing=missing,
            unknown=unknown,
            seen=_fingerprint(kept, followed),
        )
        return plan, kept, followed

    def _values(self, file: SettingsFile, here: Here) -> tuple[dict[str, Any], tuple[str, ...]]:
        """The settings that the file can set here, and which channels and roles are missing for it."""
        given = {
            name: value
            for name, value in msgspec.structs.asdict(file.settings).items()
            if value is not msgspec.UNSET and name not in (*PLACES.values(), "game_channels")
        }
        if "kinds" in given:
            given["kinds"] = tuple(dict.fromkeys(kind.value for kind in given["kinds"]))
        if "zone" in given:
            given["zone"] = self._zone(file)
        missing: list[str] = []
        for setting, name in PLACES.items():
            place = getattr(file.settings, name)
            there, mark = (here.channels, "#") if name == "channel" else (here.roles, "@")
            if place is None:
                given[setting] = None
            elif place is not msgspec.UNSET and (found := _found((place,), there, mark, missing)):
                given[setting] = found[0]
        if (places := file.settings.game_channels) is not msgspec.UNSET:
            found = _found(places, here.channels, "#", missing)
            if found or not places:  # none of them here: games would be everywhere, which nobody asked for
                given["game_channels"] = found
        return given, tuple(dict.fromkeys(missing))

    def _zone(self, file: SettingsFile) -> str | None:
        """Raises ImportRefused for a zone that nobody knows."""
        if file.settings.zone is None or file.settings.zone is msgspec.UNSET:
            return None
        try:
            return self._zones.find(file.settings.zone)
        except UnknownZone:
            raise ImportRefused("wrong-value", "settings.zone") from None

    def _wanted(self, file: SettingsFile, followed: Subjects) -> tuple[Subjects, Subjects]:
        """Whom the server would follow, and whom the file names that nobody knows."""
        if file.follows is msgspec.UNSET:
            return followed, ()
        named = [Subject("artist", one) for one in file.follows.artists]
        named += [Subject("show", one) for one in file.follows.shows]
        known = {"artist": set(self._catalogue.artists), "show": set(self._catalogue.ceremonies)}
        wanted = tuple(dict.fromkeys(one for one in named if one.id in known[one.kind] or one in followed))
        if len(wanted) > max(MOST_OF_GUILD, len(followed)):
            raise TooManyFollows(MOST_OF_GUILD, server=True)
        return wanted, tuple(dict.fromkeys(one for one in named if one not in wanted))

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


def _found(places: tuple[Place, ...], there: Mapping[int, str], mark: str, missing: list[str]) -> tuple[int, ...]:
    """The ids of those places that are there; the others are named in `missing`."""
    missing += [f"{mark}{place.name or place.id}" for place in places if int(place.id) not in there]
    return tuple(dict.fromkeys(int(place.id) for place in places if int(place.id) in there))


def _fingerprint(kept: Kept, followed: Subjects) -> str:
    """A short text for all that a server has set and follows, which fits on a button."""
    state = msgspec.json.encode((kept.version, sorted(map(str, followed))))
    return hashlib.sha256(state).hexdigest()[:12]
