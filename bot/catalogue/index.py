"""The catalogue in memory: every record by id, and the indexes that look-ups need. Read-only after construction."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

import msgspec

from bot.catalogue.dates import PartialDate
from bot.catalogue.model import (
    Artist,
    Category,
    Ceremony,
    Confidence,
    Edition,
    MethodKind,
    Moment,
    Nominee,
    Prize,
    PrizeClass,
    QuestionPack,
    Scene,
    SharedName,
    WrittenRecord,
)
from bot.catalogue.names import NameIndex


class Result(msgspec.Struct, frozen=True):
    """One row of one ballot, with the category and edition it stands in."""

    edition: Edition
    category: Category
    nominee: Nominee

    @property
    def confidence(self) -> Confidence:
        return self.category.confidence_of(self.nominee)

    @property
    def counts(self) -> bool:
        """Whether it may be counted and asked about: a source says so."""
        return self.confidence.counts


class Catalogue:
    """Facts, found by id. All collections are ordered; editions and results newest first."""

    def __init__(
        self,
        *,
        artists: Iterable[Artist],
        shared_names: Iterable[SharedName],
        ceremonies: Iterable[Ceremony],
        prizes: Iterable[tuple[str, Prize]] = (),
        editions: Iterable[Edition],
        moments: Iterable[Moment],
        records: Iterable[WrittenRecord] = (),
        packs: Iterable[QuestionPack] = (),
        as_of: PartialDate,
    ) -> None:
        self.as_of = as_of
        self.artists = {artist.id: artist for artist in artists}
        self.shared_names = tuple(shared_names)
        self.ceremonies = {ceremony.id: ceremony for ceremony in ceremonies}
        self.moments = tuple(sorted(moments, key=lambda moment: moment.date.first_day))
        self.records = {record.id: record for record in records}
        self.packs = {pack.id: pack for pack in packs}
        self._index_prizes(prizes)
        newest = sorted(editions, key=lambda edition: (-edition.last_day.toordinal(), edition.ceremony, edition.id))
        self.editions = {(edition.ceremony, edition.id): edition for edition in newest}
        self._index_editions(newest)
        self._index_artists()

    def _index_prizes(self, prizes: Iterable[tuple[str, Prize]]) -> None:
        """Prizes by ceremony, and by each wording of theirs; a wording that no file lists is a prize by itself."""
        by_ceremony: dict[str, list[Prize]] = defaultdict(list)
        self._prize_of: dict[tuple[str, str], Prize] = {}
        for ceremony, prize in prizes:
            by_ceremony[ceremony].append(prize)
            for wording in prize.wordings:
                self._prize_of[ceremony, wording] = prize
        self.prizes_of = {ceremony: tuple(found) for ceremony, found in by_ceremony.items()}

    def prize(self, edition: Edition, category: Category) -> Prize:
        """The prize that `category` of `edition` is, through all its years and wordings."""
        return self._prize_of.get((edition.ceremony, category.id)) or _by_itself(category)

    def method_kind(self, edition: Edition, category: Category) -> MethodKind:
        """Who or what decided that prize that year: the prize's own method, else the ceremony's."""
        return self.prize(edition, category).method or self.ceremonies[edition.ceremony].method_of(edition.year).kind

    def _index_editions(self, newest: list[Edition]) -> None:
        results: dict[str, list[Result]] = defaultdict(list)
        by_ceremony: dict[str, list[Edition]] = defaultdict(list)
        by_category: dict[tuple[str, str], list[tuple[Edition, Category]]] = defaultdict(list)
        for edition in newest:
            by_ceremony[edition.ceremony].append(edition)
            for category in edition.category:
                by_category[edition.ceremony, self.prize(edition, category).id].append((edition, category))
                for nominee in category.nominees:
                    result = Result(edition, category, nominee)
                    for artist in nominee.artists:
                        results[artist].append(result)
        self.results_of = {artist: tuple(found) for artist, found in results.items()}
        self.editions_of = {ceremony: tuple(found) for ceremony, found in by_ceremony.items()}
        self.history_of = {key: tuple(found) for key, found in by_category.items()}

    def _index_artists(self) -> None:
        groups: dict[str, list[str]] = defaultdict(list)
        former: dict[str, list[str]] = defaultdict(list)
        moments: dict[str, list[Moment]] = defaultdict(list)
        for artist in self.artists.values():
            for member in artist.members:
                groups[member].append(artist.id)
            for member in artist.former_members:
                former[member].append(artist.id)
        for moment in self.moments:
            for owner in moment.artists:
                moments[owner].append(moment)
        self.groups_of = {member: tuple(found) for member, found in groups.items()}
        self.former_groups_of = {member: tuple(found) for member, found in former.items()}
        self.moments_of = {owner: tuple(found) for owner, found in moments.items()}
        self.artist_names = NameIndex({artist.id: names_of(artist) for artist in self.artists.values()})
        self.ceremony_names = NameIndex({show.id: titles_of(show) for show in self.ceremonies.values()})

    def weight(self, artist: str) -> int:
        """How often an artist was nominated: for ordering equals, never for ranking."""
        return len(self.results_of.get(artist, ()))

    def is_kpop(self, artist: str) -> bool:
        """Whether an act is at home in K-pop; acts whose scene is not known are not marked."""
        return self.artists[artist].scene is Scene.KPOP

    def result_count(self) -> int:
        """Prizes: one for each category of each edition."""
        return sum(len(edition.category) for edition in self.editions.values())


def _by_itself(category: Category) -> Prize:
    kind = PrizeClass.GRAND_PRIZE if category.grand_prize else PrizeClass.SPECIAL
    return Prize(id=category.id, name=category.name, name_ko=category.name, kind=kind, wordings=(category.id,))


def names_of(artist: Artist) -> tuple[str, ...]:
    """Everything an artist is called, the name first and the id last: "jimin bts" is typed as well."""
    return tuple(name for name in chain((artist.name, artist.hangul), artist.aliases, (artist.id,)) if name)


def titles_of(ceremony: Ceremony) -> tuple[str, ...]:
    """Everything a ceremony is called, former names included."""
    former = (former.name for former in ceremony.former_names)
    names = chain((ceremony.name, ceremony.short, ceremony.hangul), ceremony.aliases, former)
    return tuple(name for name in names if name)
