"""Every record that the results give, by show and over all shows. Compares K-pop acts; the rules are rules.py's."""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from bot.catalogue.counting import Scope, everyones
from bot.catalogue.index import Catalogue
from bot.catalogue.model import Measure, RecordTopic
from bot.records.rules import Age, Holder, Results, first, longest_streak, most, youngest

CROWD = 6  # more firsts on one day than this are an edition, not a record


class RecordKind(StrEnum):
    """What a computed record is of."""

    WINS = "wins"
    GRAND_PRIZES = "grand-prizes"
    FIRST_NOMINATION = "first-nomination"
    FIRST_WIN = "first-win"
    FIRST_GRAND_PRIZE = "first-grand-prize"
    YOUNGEST = "youngest"
    STREAK = "streak"
    GRAND_STREAK = "grand-streak"

    @property
    def topic(self) -> RecordTopic:
        return _TOPICS[self]


_TOPICS = {
    RecordKind.WINS: RecordTopic.MOST,
    RecordKind.GRAND_PRIZES: RecordTopic.MOST,
    RecordKind.FIRST_NOMINATION: RecordTopic.FIRST,
    RecordKind.FIRST_WIN: RecordTopic.FIRST,
    RecordKind.FIRST_GRAND_PRIZE: RecordTopic.FIRST,
    RecordKind.YOUNGEST: RecordTopic.YOUNGEST,
    RecordKind.STREAK: RecordTopic.STREAK,
    RecordKind.GRAND_STREAK: RecordTopic.STREAK,
}


class ComputedRecord(msgspec.Struct, frozen=True):
    """A record that the catalogue's own results give; `show` None means all shows together.

    `value` is the number of results or years, 0 where the kind has none; `age` belongs to YOUNGEST. `since` is the
    year of the earliest edition looked at, `whole` whether the show has no earlier one that the catalogue lacks.
    """

    kind: RecordKind
    show: str | None
    holders: tuple[Holder, ...]
    value: int
    age: Age | None
    since: int
    whole: bool


def computed_records(catalogue: Catalogue) -> tuple[ComputedRecord, ...]:
    """All of them: those over all shows first, then show by show, by name. Takes some 50 ms: ask once."""
    shows = sorted(catalogue.ceremonies, key=lambda show: catalogue.ceremonies[show].name)
    return tuple(record for show in (None, *shows) for record in _of(catalogue, show))


def _of(catalogue: Catalogue, show: str | None) -> Iterator[ComputedRecord]:
    editions = catalogue.editions.values() if show is None else catalogue.editions_of.get(show, ())
    held = {edition.year for edition in editions if any(category.winners for category in edition.category)}
    if not held:
        return
    wins = _kpop(catalogue, Scope(show=show))
    grand = _kpop(catalogue, Scope(show=show, grand_prize=True))

    def record(kind: RecordKind, holders: tuple[Holder, ...], value: int = 0, age: Age | None = None) -> ComputedRecord:
        return ComputedRecord(kind, show, holders, value, age, min(held), _whole(catalogue, show, min(held)))

    found = []
    for kind, results in ((RecordKind.WINS, wins), (RecordKind.GRAND_PRIZES, grand)):
        value, holders = most(results)
        found.append(record(kind, holders if value > 1 else (), value))
    if show is not None:
        found += [record(kind, holders) for kind, holders in _firsts(catalogue, show, wins, grand)]
    age, holders = youngest(wins, catalogue.artists)
    found.append(record(RecordKind.YOUNGEST, holders, age=age))
    for kind, results in ((RecordKind.STREAK, wins), (RecordKind.GRAND_STREAK, grand)):
        value, holders = longest_streak(results, held)
        found.append(record(kind, holders, value))
    yield from (one for one in found if one.holders and len(one.holders) <= CROWD)


def _firsts(
    catalogue: Catalogue, show: str, wins: Results, grand: Results
) -> Iterator[tuple[RecordKind, tuple[Holder, ...]]]:
    """First nomination and win where K-pop acts are guests; at home only the first grand prize says anything.

    Who was first cannot be told from the later editions alone, so where the catalogue lacks the earliest ones a
    written first, which has sources of its own, must name the same artist.
    """
    found = [(RecordKind.FIRST_GRAND_PRIZE, first(grand))]
    if not at_home(catalogue, show):
        nominated = first(_kpop(catalogue, Scope(of=Measure.NOMINATIONS, show=show)))
        found = [(RecordKind.FIRST_NOMINATION, nominated), (RecordKind.FIRST_WIN, first(wins)), *found]
    since = min((edition.year for edition in catalogue.editions_of[show]), default=0)
    for kind, holders in found:
        if _whole(catalogue, show, since) or all(_written_first(catalogue, show, one.artist) for one in holders):
            yield kind, holders


def _written_first(catalogue: Catalogue, show: str, artist: str) -> bool:
    return any(
        record.topic is RecordTopic.FIRST
        and record.show == show
        and artist in record.artists
        and record.confidence.counts
        for record in catalogue.records.values()
    )


def at_home(catalogue: Catalogue, show: str) -> bool:
    """Whether a show is Korean, so that nearly everybody in it is a K-pop act."""
    return (catalogue.ceremonies[show].country or "").startswith(("South Korea", "KR", "Korea"))


def _whole(catalogue: Catalogue, show: str | None, since: int) -> bool:
    begun = catalogue.ceremonies[show].first_year if show is not None else None
    return begun is not None and since <= begun


def _kpop(catalogue: Catalogue, scope: Scope) -> Results:
    return {artist: rows for artist, rows in everyones(catalogue, scope).items() if catalogue.is_kpop(artist)}
