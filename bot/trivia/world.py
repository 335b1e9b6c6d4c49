"""The catalogue as questions need it: what may be asked about, and who is how well known.

Only facts that a source supports and nobody disputes get in. Built once; makes no question and says nothing in words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from bot.catalogue import Catalogue
from bot.catalogue.index import names_of
from bot.catalogue.model import Artist, ArtistKind, Category, Edition, EditionStatus, Nominee, Prize, Sourced
from bot.catalogue.names import fold
from bot.catalogue.works import kinship

EASY_ACTS, MEDIUM_ACTS = 80, 240  # so many of the best known acts; the rest are hard
_SIDES = re.compile(r"(female|girl|wom[ae]n|여자|여성)|(male|boy|(?<![a-z])m[ae]n(?![a-z])|남자|남성)")
SHORTEST_RUN = 4  # editions in a row before "between A and B" says something


class Award(msgspec.Struct, frozen=True):
    """A prize that one act won alone, at an edition whose year is that of its nights."""

    edition: Edition
    category: Category
    prize: Prize
    nominee: Nominee

    @property
    def winner(self) -> str:
        return self.nominee.artists[0]

    @property
    def show(self) -> str:
        return self.edition.ceremony

    @property
    def key(self) -> str:
        return f"{self.edition.ceremony}/{self.edition.id}/{self.category.id}"


class Run(msgspec.Struct, frozen=True):
    """A prize through editions in a row, each with known winners: "from `since` to `until`" is whole.

    `years` are those in which each act won it, oldest first.
    """

    show: str
    prize: Prize
    since: int
    until: int
    years: dict[str, tuple[int, ...]]
    sources: dict[int, tuple[str, ...]]

    def key(self, artist: str) -> str:
        """Run and act: what a question is about."""
        return f"{self.show}/{self.prize.id}/{self.since}/{artist}"

    def sources_of(self, years: Iterable[int]) -> tuple[str, ...]:
        """The papers of those years, each once."""
        return tuple(dict.fromkeys(source for year in years for source in self.sources[year][:2]))


class World:
    """All of it, found by what a template needs."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.artists = catalogue.artists
        self.kin = kinship(
            (artist.id, (*artist.members, *artist.former_members, *filter(None, [artist.parent])))
            for artist in catalogue.artists.values()
        )

    # Acts

    @cached_property
    def acts(self) -> tuple[str, ...]:
        """Every K-pop act that a source knows, the best known first."""
        found = [one.id for one in self.artists.values() if self.catalogue.is_kpop(one.id) and told(one)]
        return tuple(sorted(found, key=lambda one: (-self.fame(one), one)))

    @cached_property
    def rank(self) -> dict[str, int]:
        """The place of each act among all, from 0."""
        return {artist: place for place, artist in enumerate(self.acts)}

    def level(self, artist: str) -> int:
        """0, 1 or 2: how far one must know K-pop to know this act."""
        place = self.rank.get(artist, len(self.rank))
        return 0 if place < EASY_ACTS else 1 if place < MEDIUM_ACTS else 2

    def fame(self, artist: str) -> int:
        """How often an act was nominated; a member is nearly as well known as the group."""
        own = self.catalogue.weight(artist)
        return max([2 * own, *(self.catalogue.weight(group) for group in self.groups_of(artist))])

    def groups_of(self, person: str) -> tuple[str, ...]:
        """Every group that somebody is or was in."""
        found = (*self.catalogue.groups_of.get(person, ()), *self.catalogue.former_groups_of.get(person, ()))
        return tuple(dict.fromkeys(found))

    def members_of(self, group: str) -> tuple[str, ...]:
        """Everybody who is or was in a group."""
        return tuple(dict.fromkeys((*self.artists[group].members, *self.artists[group].former_members)))

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups among the acts that have at least three members, the best known first."""
        return tuple(
            act for act in self.acts if self.artists[act].kind is ArtistKind.GROUP and len(self.members_of(act)) > 2
        )

    @cached_property
    def called(self) -> dict[str, frozenset[str]]:
        """The folded names and Hangul of everybody in each group: who shares one cannot be told apart by name."""
        return {
            group: frozenset(fold(name) for member in self.members_of(group) for name in names_of(self.artists[member]))
            for group in self.groups
        }

    @cached_property
    def shared(self) -> frozenset[str]:
        """The folded names and Hangul that several artists have."""
        owners: dict[str, set[str]] = defaultdict(set)
        for artist in self.artists.values():
            for name in (artist.name, artist.hangul, *artist.aliases):
                owners[fold(name or "")].add(artist.id)
        return frozenset(name for name, found in owners.items() if name and len(found) > 1)

    def is_shared(self, artist: Artist) -> bool:
        """Whether somebody else is called the same, in either script."""
        return fold(artist.name) in self.shared or fold(artist.hangul or "") in self.shared

    @cached_property
    def sides(self) -> dict[str, str]:
        """Of whom lists or ballots say so: "f" for girl groups and women, "m" for boy groups and men.

        Only for choosing wrong answers that are not seen through at once; said to nobody.
        """
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for artist in self.artists.values():
            votes[artist.id].update(side for source in artist.sources for side in sides_of(source))
        for edition in self.catalogue.editions.values():
            for category in edition.category:
                for side in sides_of(category.name):
                    for nominee in category.nominees:
                        for act in nominee.artists:
                            votes[act][side] += 1
        for group in [one for one in self.artists if self.members_of(one)]:
            near = (group, *self.members_of(group))
            whole = sum((votes[one] for one in near), Counter[str]())
            for one in near:
                votes[one] = votes[one] or whole
        return {artist: found.most_common(1)[0][0] for artist, found in votes.items() if found}

    def related(self, artist: str) -> set[str]:
        """An act with its members, groups, units, and theirs: nobody to be held against it."""
        near = {artist, *self.kin.get(artist, ())}
        return near.union(*(self.kin.get(one, ()) for one in near))

    # Prizes

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """Editions that were held in the year they are called by, newest first."""
        return tuple(one for one in self.catalogue.editions.values() if _plain(one))

    @cached_property
    def awards(self) -> tuple[Award, ...]:
        """Every prize that exactly one K-pop act won, newest first."""
        return tuple(self._awards())

    def _awards(self) -> Iterator[Award]:
        for edition in self.editions:
            for category in edition.category:
                winners = category.winners
                if not asked_about(edition, category) or len(winners) != 1:
                    continue
                (nominee,) = winners
                if len(nominee.artists) == 1 and nominee.credit is None and nominee.artists[0] in self.rank:
                    yield Award(edition, category, self.catalogue.prize(edition, category), nominee)

    @cached_property
    def seen_at(self) -> dict[str, dict[int, tuple[str, ...]]]:
        """The acts on any ballot of a show, by year: who is plausible there."""
        found: dict[str, dict[int, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
        for edition in self.editions:
            for category in edition.category:
                for nominee in category.nominees:
                    for artist in nominee.artists:
                        if artist in self.rank:
                            found[edition.ceremony][edition.year][artist] = None
        return {show: {year: tuple(acts) for year, acts in years.items()} for show, years in found.items()}

    def around(self, show: str, year: int, near: int = 2) -> list[str]:
        """The acts on any ballot of a show within `near` years, each once."""
        years = self.seen_at.get(show, {})
        return list(dict.fromkeys(act for n in range(year - near, year + near + 1) for act in years.get(n, ())))

    @cached_property
    def years_held(self) -> dict[str, tuple[int, ...]]:
        """The years of a show's editions that the catalogue has, oldest first."""
        found: dict[str, list[int]] = defaultdict(list)
        for edition in reversed(self.editions):
            found[edition.ceremony].append(edition.year)
        return {show: tuple(sorted(years)) for show, years in found.items()}

    @cached_property
    def won_in(self) -> dict[tuple[str, str], dict[int, frozenset[str]]]:
        """Who won each prize of each show, by year; years whose winners are unknown or in doubt are left out."""
        found: dict[tuple[str, str], dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        doubted: set[tuple[str, str, int]] = set()
        for edition in self.editions:
            for category in edition.category:
                prize = edition.ceremony, self.catalogue.prize(edition, category).id
                if not asked_about(edition, category) or not category.winners:
                    doubted.add((*prize, edition.year))
                found[prize][edition.year].update(one for winner in category.winners for one in winner.artists)
        return {
            prize: {year: frozenset(acts) for year, acts in years.items() if (*prize, year) not in doubted and acts}
            for prize, years in found.items()
        }

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Every prize's longest unbroken run, of at least SHORTEST_RUN editions."""
        return tuple(run for show, prize in self.won_in if (run := self._run(show, prize)))

    def _run(self, show: str, prize: str) -> Run | None:
        won = self.won_in[show, prize]
        best: list[int] = []
        current: list[int] = []
        for year in self.years_held[show]:
            follows = not current or year == current[-1] + 1
            current = [*(current if follows else []), year] if year in won else []
            best = max(best, current, key=len)
        if len(best) < SHORTEST_RUN:
            return None
        years: dict[str, list[int]] = defaultdict(list)
        for year in best:
            for artist in sorted(won[year]):
                years[artist].append(year)
        rows = self.catalogue.history_of[show, prize]
        sources = {edition.year: category.sources for edition, category in rows if edition.year in best}
        named = self.catalogue.prize(*rows[0])
        return Run(show, named, best[0], best[-1], {one: tuple(found) for one, found in years.items()}, sources)

    def whole_since(self, show: str, year: int) -> bool:
        """Whether the catalogue has every edition of a show from `year` on."""
        held = self.years_held.get(show, ())
        return bool(held) and set(range(year, self.catalogue.as_of.year)) <= set(held)


def sides_of(text: str) -> Iterator[str]:
    """What a list's or a ballot's name says of those on it; nothing when it names both."""
    found = {"f" if match[1] else "m" for match in _SIDES.finditer(text.casefold())}
    if len(found) == 1:
        yield from found


def told(claim: Sourced) -> bool:
    """Whether a claim may be asked about: a source says so, and none says otherwise."""
    return claim.confidence.counts and bool(claim.sources)


def asked_about(edition: Edition, category: Category) -> bool:
    """Whether a category's winners may be asked about: sourced, undisputed, and without a "but" in a note."""
    disputed = any(not row.categories or category.id in row.categories for row in edition.dispute)
    return told(category) and category.note is None and not disputed


def _plain(edition: Edition) -> bool:
    """Held, and in the year that it is called by: then "2019" says which one."""
    date = edition.date
    in_year = date is not None and {date.first.year, date.last.year} == {edition.year}
    return edition.status is EditionStatus.HELD and in_year
