"""The options of /announce add and edit: what they mean as changes of a subscription, and their choices."""

from typing import Any

from discord.app_commands import Choice, locale_str

from bot.anniversaries.plans import LEADS, Kind, Style
from bot.anniversaries.typed_clock import typed_clock
from bot.errors import AmbiguousName, Mention, Refused, UnknownName
from bot.services.follows import Subject
from bot.services.lookup import Lookup
from bot.services.zones import Zones
from bot.text import LANGUAGES
from bot.ui.markdown import plain

OFFERED = 5
EVERYTHING = "everything"
WHAT = [Choice(name=locale_str(f"announce-kind-{kind}"), value=kind) for kind in (EVERYTHING, *(k.value for k in Kind))]
BEFORE = [Choice(name=locale_str(f"announce-before-{days}"), value=days) for days in LEADS]
STYLES = [Choice(name=locale_str(f"announce-style-{style.value}"), value=style.value) for style in Style]
LANGUAGE = [Choice(name=name, value=locale) for locale, name in LANGUAGES.items()]
DESCRIBED = {
    name: locale_str(f"option-announce-{name}")
    for name in ("what", "channel", "artist", "show", "before", "time", "zone", "role", "silent", "language", "style")
}


def changes_of(given: dict[str, Any], lookup: Lookup, zones: Zones) -> dict[str, Any]:
    """What the options that were `given`, by name, change. Raises Refused, UnknownZone."""
    changes: dict[str, Any] = {}
    for option, value in given.items():
        if value is None:
            continue
        match option:
            case "what":
                changes["kinds"] = tuple(kind.value for kind in Kind) if value == EVERYTHING else (value,)
            case "channel" | "role":
                changes[f"{option}_id"] = value.id
            case "before":
                changes["leads"] = (value,)
            case "time":
                changes |= time_of(value)
            case "zone":
                changes["zone"] = zones.find(value)
            case "silent" | "language" | "style":
                changes[option] = value
    if subjects := _subjects(given, lookup):
        changes["about"] = tuple(map(str, subjects))
    return changes


def time_of(text: str) -> dict[str, int]:
    """A typed time of day as changes. Raises Refused."""
    try:
        time = typed_clock(text)
    except ValueError:
        raise Refused("announce-time", text=text) from None
    return {"hour": time.hour, "minute": time.minute}


def _subjects(given: dict[str, Any], lookup: Lookup) -> list[Subject]:
    found = []
    for kind, find in (("artist", lookup.artist_id), ("show", lookup.show_id)):
        if given.get(kind) is not None:
            try:
                found.append(Subject(kind, find(given[kind])))
            except UnknownName as error:
                raise _unclear(error.text, kind, error.nearest, lookup) from None
            except AmbiguousName as error:
                raise _unclear(error.text, kind, error.candidates, lookup) from None
    return found


def _unclear(text: str, kind: str, ids: tuple[str, ...], lookup: Lookup) -> Refused:
    """No buttons here: one could not carry the other options."""
    known = lookup.catalogue.artists if kind == "artist" else lookup.catalogue.ceremonies
    if not ids:
        return Refused("announce-nobody-meant", names=text)
    names = ", ".join(plain(known[one].name) for one in ids[:OFFERED])
    return Refused("announce-unclear-name", text=text, names=Mention(names))
