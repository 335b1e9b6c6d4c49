"""Ceremonies to come whose days are announced, as a server wants them. Pure reading, answered from memory."""

from collections.abc import Collection
from functools import cached_property

import msgspec

from bot.catalogue import Catalogue
from bot.catalogue.dates import DateStatus, Precision
from bot.catalogue.model import Ceremony, Confidence, Edition, EditionStatus
from bot.services.zones import begins, ends

DAYS = 60
MOST = 20
_LAST_MINUTE = 60  # before midnight: what ends at 0:00 would seem to last into the next day


class Ceremonial(msgspec.Struct, frozen=True):
    """A ceremony with its days. `starts_at` to `ends_at` (UTC seconds) are whole days of the show's city."""

    ceremony: Ceremony
    edition: Edition
    starts_at: int
    ends_at: int

    @property
    def key(self) -> tuple[str, str]:
        """Its show and its edition."""
        return self.ceremony.id, self.edition.id


class Ceremonials:
    """The ceremonies of a catalogue. A day that is only expected is none yet, nor is one without a source."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def coming(self, shows: Collection[str] | None, known: Collection[tuple[str, str]], now: int) -> list[Ceremonial]:
        """The first of these shows (None: of all at which K-pop acts were ever nominated) that are not over, by day:
        those of the next DAYS, and those `known` already, however far they were moved.
        """
        until = now + DAYS * 86_400
        wanted = self._kpop if shows is None else shows
        found = [one for one in self._dated if one.ends_at > now and one.ceremony.id in wanted]
        return [one for one in found if one.starts_at <= until or one.key in known][:MOST]

    @cached_property
    def _dated(self) -> list[Ceremonial]:
        found = []
        for edition in self._catalogue.editions.values():
            ceremony, date = self._catalogue.ceremonies[edition.ceremony], edition.date
            sure = edition.status is not EditionStatus.CANCELLED and edition.confidence is not Confidence.UNVERIFIED
            if date is None or not sure or date.first.status is not DateStatus.CONFIRMED:
                continue
            if date.first.precision is date.last.precision is Precision.DAY:
                times = begins(date.first.first_day, ceremony.zone), ends(date.last.first_day, ceremony.zone)
                found.append(Ceremonial(ceremony, edition, times[0], times[1] - _LAST_MINUTE))
        return sorted(found, key=lambda one: (one.starts_at, one.key))

    @cached_property
    def _kpop(self) -> frozenset[str]:
        return frozenset(
            result.edition.ceremony
            for artist, results in self._catalogue.results_of.items()
            if self._catalogue.is_kpop(artist)
            for result in results
        )
