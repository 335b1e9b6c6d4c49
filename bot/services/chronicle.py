"""Records and firsts, computed and written, chosen by topic, artist and show. Pure reading, answered from memory."""

from functools import cached_property

import msgspec

from bot.catalogue import Catalogue
from bot.catalogue.model import Artist, Ceremony, Confidence, RecordTopic, WrittenRecord
from bot.records.computed import ComputedRecord, computed_records


class WinsAt(msgspec.Struct, frozen=True):
    """How many prizes an artist won at a show, in which years."""

    ceremony: Ceremony
    wins: int
    grand_prizes: int
    first_year: int
    last_year: int


class RecordBook(msgspec.Struct, frozen=True):
    """The answer to `/record`.

    `wins` is there when an artist was asked for: one row a show, most first. `unverified` counts the written records
    left out for want of a source.
    """

    topic: RecordTopic | None
    artist: Artist | None
    show: Ceremony | None
    computed: tuple[ComputedRecord, ...]
    wins: tuple[WinsAt, ...]
    written: tuple[WrittenRecord, ...]
    unverified: int


class Chronicle:
    """Knows every record. Computes them once, when first asked: the catalogue never changes under it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        newest = sorted(catalogue.records.values(), key=lambda record: record.id)
        newest.sort(key=lambda record: record.date.last_day.toordinal() if record.date else 0, reverse=True)
        self.written = tuple(newest)

    @cached_property
    def computed(self) -> tuple[ComputedRecord, ...]:
        """All that can be computed; takes some 70 ms the first time (see Services.prepare)."""
        return tuple(computed_records(self.catalogue))

    def book(
        self,
        topic: RecordTopic | None = None,
        artist: str | None = None,
        show: str | None = None,
        *,
        unverified: bool = False,
    ) -> RecordBook:
        """The records of that topic that the artist holds and the show has seen; written ones newest first.

        Without an artist or a show the computed ones are those over all shows, unless a topic asks for each show's.
        Written records without a source are left out unless `unverified`.
        """
        everywhere = topic is None and artist is None and show is None
        computed = [
            record
            for record in self.computed
            if topic in (None, record.kind.topic)
            and (show == record.show or (show is None and not everywhere))
            and (artist is None or any(holder.artist == artist for holder in record.holders))
        ]
        wanted = [
            record
            for record in self.written
            if topic in (None, record.topic)
            and show in (None, record.show)
            and (artist is None or artist in record.artists)
        ]
        shown = [record for record in wanted if unverified or _sourced(record)]
        catalogue = self.catalogue
        return RecordBook(
            topic=topic,
            artist=None if artist is None else catalogue.artists[artist],
            show=None if show is None else catalogue.ceremonies[show],
            computed=tuple(computed),
            wins=self._wins(artist, show) if artist is not None and topic in (None, RecordTopic.MOST) else (),
            written=tuple(shown),
            unverified=len(wanted) - len(shown),
        )

    def shows(self, artist: str | None = None) -> tuple[Ceremony, ...]:
        """The shows that have a record, or one that the artist holds, by name."""
        found = {
            record.show for record in self.computed if artist is None or artist in {h.artist for h in record.holders}
        } | {record.show for record in self.written if artist is None or artist in record.artists}
        return tuple(show for show in sorted(self.catalogue.ceremonies.values(), key=_name) if show.id in found)

    def _wins(self, artist: str, show: str | None) -> tuple[WinsAt, ...]:
        rows: dict[str, list[tuple[int, bool]]] = {}
        for result in self.catalogue.results_of.get(artist, ()):
            if result.counts and result.nominee.won and show in (None, result.edition.ceremony):
                row = (result.edition.year, result.category.grand_prize)
                rows.setdefault(result.edition.ceremony, []).append(row)
        found = [
            WinsAt(self.catalogue.ceremonies[one], len(row), sum(grand for _, grand in row), min(row)[0], max(row)[0])
            for one, row in rows.items()
        ]
        return tuple(sorted(found, key=lambda row: (-row.wins, row.ceremony.name)))


def _name(ceremony: Ceremony) -> str:
    return ceremony.name


def _sourced(record: WrittenRecord) -> bool:
    return record.confidence is not Confidence.UNVERIFIED and bool(record.sources)
