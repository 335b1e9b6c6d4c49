"""Time zones: where a day begins, and which zone somebody means. A show's is its host city's, K-pop's is Seoul's."""

import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from bot.catalogue.names import NameIndex
from bot.catalogue.search import Finder
from bot.errors import UnknownZone
from bot.services.cities import ALSO, AMBIGUOUS, FIRST, PRIMARY
from bot.text import LOCALES
from bot.text.cities import cities, last, places

SEOUL = "Asia/Seoul"
UTC = "UTC"
OFFERED = 3


class Zones:
    """Every IANA zone that belongs to a place, by its own names, its cities' and its countries', in our languages."""

    def prepare(self) -> None:
        """Gathers all names: work for a thread (see Services.prepare). Whoever asks before does it then."""
        _ = self._index, self._finder

    def find(self, text: str) -> str:
        """The zone that `text` means: `Asia/Seoul`, `seoul`, `New York`, `뉴욕`, `KST`, `Japan`. Raises UnknownZone
        for what means none, or several, such as `미국`.
        """
        found = self._index.find(text)
        if len(found) == 1:
            return found[0]
        nearest = sorted(found, key=_rank) or self._finder.suggest(text, OFFERED)
        raise UnknownZone(text, tuple(nearest[:OFFERED]))

    def suggest(self, text: str, limit: int) -> list[str]:
        """The zones that `text` may become, best first; Seoul's first of all when nothing was typed."""
        return self._finder.suggest(text, limit) if text.strip() else list(FIRST[:limit])

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        """Everything that each zone is called; a zone that only renames another is one of the other's names."""
        names: dict[str, set[str]] = {UTC: {UTC}}
        for name, zone in places().items():
            names.setdefault(zone, set()).update((name, last(name)))
        for name, zone in get_global("zone_aliases").items():  # US/Eastern, ROK
            if zone in names and name not in AMBIGUOUS:
                names[zone].add(name)
        for zone, others in ALSO.items():
            names.get(zone, set()).update(others)
        for locale in LOCALES:
            for zone, city in cities(locale).items():
                names.get(zone, set()).add(city)
        self._add_countries(names)
        return names

    def _add_countries(self, names: dict[str, set[str]]) -> None:
        territories = get_global("zone_territories")
        for locale in LOCALES:
            called = Locale.parse(locale, sep="-").territories
            for zone, others in names.items():
                country = territories.get(zone, "")
                if country in called and PRIMARY.get(country, zone) == zone:
                    others.add(called[country])

    @cached_property
    def _index(self) -> NameIndex:
        return NameIndex(self._names)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._names, lambda zone: -_rank(zone)[0])


def _rank(zone: str) -> tuple[int, str]:
    """Where a zone stands among those that fit equally well: first those where most fans are."""
    return (FIRST.index(zone) if zone in FIRST else len(FIRST), zone)


def today_in(zone: str | None, now: datetime.datetime) -> datetime.date:
    """The calendar day that `now` (aware) is in `zone` (IANA; None: Seoul)."""
    return now.astimezone(ZoneInfo(zone or SEOUL)).date()


def begins(day: datetime.date, zone: str | None = None) -> int:
    """When `day` begins in `zone`, in UTC seconds."""
    return int(datetime.datetime.combine(day, datetime.time(), ZoneInfo(zone or SEOUL)).timestamp())


def ends(day: datetime.date, zone: str | None = None) -> int:
    """When `day` is over in `zone`, in UTC seconds."""
    return begins(day + datetime.timedelta(days=1), zone)
