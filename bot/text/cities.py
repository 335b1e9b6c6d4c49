"""What a language calls the city that a time zone is named after. Which zone somebody means is services/zones.py's."""

from functools import lru_cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global

REGIONS = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")

# Korean names that changed since the tables of Babel were made.
RENAMED = {
    "Europe/Kyiv": "키이우", "Asia/Yangon": "양곤", "Asia/Ho_Chi_Minh": "호찌민", "America/Nuuk": "누크",
    "Australia/Brisbane": "브리즈번",
}  # fmt: skip


@lru_cache(maxsize=1)
def places() -> dict[str, str]:
    """The zones of places (IANA) by every name that they have or had. The first call reads the zones' folder."""
    renamed = get_global("zone_aliases")
    return {name: renamed.get(name, name) for name in available_timezones() if name.startswith(REGIONS)}


@lru_cache(maxsize=8)
def cities(locale: str) -> dict[str, str]:
    """The city of each zone of a place, as a language (`ko`, `en-US`) calls it."""
    called = Locale.parse(locale, sep="-").time_zones
    found = {zone: last(zone) for zone in places().values()}
    found |= {zone: called[name]["city"] for name, zone in places().items() if "city" in called.get(name, ())}
    return found | (RENAMED if locale == "ko" else {})


def zone_label(zone: str, locale: str) -> str:
    """A zone for a choice or a line: `뉴욕 (America/New_York)`; its own name when it belongs to no city."""
    city = cities(locale).get(zone, zone)
    return zone if city == zone else f"{city} ({zone})"


def last(zone: str) -> str:
    """The place in a zone's own name: `New York`."""
    return zone.rpartition("/")[2].replace("_", " ")
