"""The file of a server's settings: written, and read with suspicion. Names no people; ids are text, as JSON rounds.

What a file does not mention stays as it is, so that one may be shortened by hand.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from bot.errors import ImportRefused
from bot.services.coming import ComingKind
from bot.services.guilds import CHOICES, GuildSettings

WHAT: Literal["server-settings"] = "server-settings"
FORMAT = 1
MOST_BYTES = 256 * 1024
MOST_GAME_CHANNELS = 25
MOST_FOLLOWS = 500  # of each kind, in a file; how many a server may follow is services/follows.py's
PLACES = {"channel_id": "channel", "ping_role_id": "ping_role", "host_role_id": "host_role"}  # as the file calls them
_AT = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")
_UNKNOWN = re.compile(r"unknown field `(?P<field>.*?)`(?: - at `[^`]*`)?$", re.DOTALL)

T = TypeVar("T")
Id = Annotated[str, Meta(min_length=1, max_length=64)]


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """A channel or a role; the name is for who reads the file, and for saying what is missing."""

    id: Annotated[str, Meta(pattern=r"^[1-9][0-9]{0,18}$")]
    name: Annotated[str, Meta(max_length=100)] = ""


class FileSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """As in GuildSettings, without how far /setup got."""

    language: str | UnsetType | None = UNSET
    zone: Annotated[str, Meta(max_length=64)] | UnsetType | None = UNSET
    visibility: Literal["public", "private"] | UnsetType = UNSET
    spoiler_hours: Annotated[int, Meta(ge=0, le=168)] | UnsetType = UNSET
    channel: Place | UnsetType | None = UNSET
    hour: Annotated[int, Meta(ge=0, le=23)] | UnsetType = UNSET
    kinds: Annotated[tuple[ComingKind, ...], Meta(max_length=len(ComingKind))] | UnsetType = UNSET
    ping_role: Place | UnsetType | None = UNSET
    host_role: Place | UnsetType | None = UNSET
    games: Literal["everyone", "hosts", "nobody"] | UnsetType = UNSET
    game_channels: Annotated[tuple[Place, ...], Meta(max_length=MOST_GAME_CHANNELS)] | UnsetType = UNSET


class FileFollows(Struct, frozen=True, forbid_unknown_fields=True):
    """Ids of the catalogue."""

    artists: Annotated[tuple[Id, ...], Meta(max_length=MOST_FOLLOWS)] = ()
    shows: Annotated[tuple[Id, ...], Meta(max_length=MOST_FOLLOWS)] = ()


class SettingsFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    what: Literal["server-settings"]
    format: int
    laurel: Annotated[str, Meta(max_length=40)] = ""
    exported_at: Annotated[str, Meta(max_length=40)] = ""
    settings: FileSettings = FileSettings()
    follows: FileFollows | UnsetType = UNSET


class _Head(Struct):
    """What tells files apart, whatever else is in them."""

    what: str = ""
    format: int = 0


def compose(
    settings: GuildSettings, follows: FileFollows, names: Mapping[int, str], *, laurel: str, exported_at: str
) -> bytes:
    """The file of a server; `names` are those of its channels and roles by their ids."""

    def place(number: int | None) -> Place | None:
        return None if number is None else Place(str(number), names.get(number, "")[:100])

    values: dict[str, Any] = {PLACES.get(n, n): v for n, v in msgspec.structs.asdict(settings).items()}
    values |= {name: place(values[name]) for name in PLACES.values()}
    values["game_channels"] = tuple(place(number) for number in settings.game_channels)
    del values["setup_step"]
    file = SettingsFile(WHAT, FORMAT, laurel, exported_at, FileSettings(**values), follows)
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def parse(content: bytes) -> SettingsFile:
    """A file that somebody uploaded. Raises ImportRefused."""
    if len(content) > MOST_BYTES:
        raise ImportRefused("too-large")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ImportRefused("not-json") from None
    head = _decoded(text, _Head, "not-settings")
    if head.what != WHAT:
        raise ImportRefused("not-settings")
    if head.format != FORMAT:
        raise ImportRefused("other-format", str(head.format))
    file = _decoded(text, SettingsFile, "wrong-value")
    if file.settings.language is not UNSET and file.settings.language not in CHOICES["language"]:
        raise ImportRefused("wrong-value", "settings.language")
    return file


def _decoded(text: str, kind: type[T], otherwise: str) -> T:
    """Raises ImportRefused: not-json, or `otherwise` with where the trouble is."""
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.ValidationError as error:
        raise ImportRefused(otherwise, _place_of(str(error))) from None
    except (msgspec.DecodeError, UnicodeError):
        raise ImportRefused("not-json") from None
    except RecursionError:  # brackets within brackets
        raise ImportRefused(otherwise) from None


def _place_of(message: str) -> str:
    """Where msgspec found the trouble: `settings.hour`, `follows.artists[0]`; empty for the file as a whole."""
    at, unknown = _AT.search(message), _UNKNOWN.search(message)
    return ".".join(part for part in (at and at["path"], unknown and unknown["field"]) if part)
