"""Time zones: where a day begins, and which zone somebody means. A show's is its host city's, K-pop's is Seoul's."""

import datetime
from functools import cached_property
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import fuzz, process

from bot.catalogue.names import fold
from bot.errors import UnknownZone

SEOUL = "Asia/Seoul"
OFFERED = 3


class Zones:
    """Every IANA zone that belongs to a place, by its name or its city's."""

    @cached_property
    def names(self) -> dict[str, str]:
        """The zones by their folded names and cities; reading the list takes some 20 ms (see Services.prepare)."""
        zones = sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "posix")))
        cities = {fold(name.rpartition("/")[2].replace("_", " ")): name for name in zones}
        return cities | {fold(name): name for name in zones} | {"utc": "UTC", "kst": SEOUL, "서울": SEOUL}

    def find(self, text: str) -> str:
        """The zone that `text` means: `Asia/Seoul`, `seoul`, `New York`, `KST`. Raises UnknownZone."""
        found = self.names.get(fold(text))
        if found is None:
            raise UnknownZone(text, tuple(self.suggest(text, OFFERED)))
        return found

    def suggest(self, text: str, limit: int) -> list[str]:
        """The zones that `text` may become, best first; Seoul's first of all when nothing was typed."""
        wanted = fold(text)
        if not wanted:
            return [SEOUL, "Asia/Tokyo", "America/New_York", "America/Los_Angeles", "Europe/London", "UTC"][:limit]
        begun = [zone for name, zone in self.names.items() if name.startswith(wanted)]
        near = process.extract(wanted, self.names.keys(), scorer=fuzz.WRatio, limit=limit, score_cutoff=60)
        return list(dict.fromkeys([*begun, *(self.names[name] for name, _, _ in near)]))[:limit]


def today_in(zone: str | None, now: datetime.datetime) -> datetime.date:
    """The calendar day that `now` (aware) is in `zone` (IANA; None: Seoul)."""
    return now.astimezone(ZoneInfo(zone or SEOUL)).date()


def begins(day: datetime.date, zone: str | None = None) -> int:
    """When `day` begins in `zone`, in UTC seconds."""
    return int(datetime.datetime.combine(day, datetime.time(), ZoneInfo(zone or SEOUL)).timestamp())


def ends(day: datetime.date, zone: str | None = None) -> int:
    """When `day` is over in `zone`, in UTC seconds."""
    return begins(day + datetime.timedelta(days=1), zone)
