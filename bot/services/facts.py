"""Single facts, each one true sentence with its papers, dealt in fair turns. Says nothing in words: see ui/facts.py."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

import msgspec

from bot.catalogue import Catalogue, Result
from bot.catalogue.dates import PartialDate
from bot.catalogue.model import Artist, ArtistKind, Category, Confidence, Edition, Moment, WrittenRecord
from bot.clock import Clock
from bot.services.zones import today_in
from bot.trivia.deck import Card, Deck, era_of

PLACES = 4_096  # games remembered, of some 200 bytes each; the longest unused is forgotten
FEW = 20  # facts of an artist, for a turn of their own among a few artists
DECKS = 64  # of single artists and shows; the whole deck is always kept


class FactKind(StrEnum):
    """What a fact is about; each has its own sentence."""

    WIN = "win"
    FIRST_WIN = "first-win"
    DEBUT = "debut"
    BIRTHDAY = "birthday"
    MOMENT = "moment"
    RECORD = "record"


class Fact(msgspec.Struct, frozen=True):
    """One thing that is true and has a source. Exactly one of `result`, `person`, `moment`, `record` is there."""

    kind: FactKind
    artists: tuple[str, ...]
    year: int
    show: str | None = None
    result: Result | None = None
    person: Artist | None = None
    moment: Moment | None = None
    record: WrittenRecord | None = None

    @property
    def claim(self) -> Category | Artist | Moment | WrittenRecord:
        """What carries its papers."""
        found = self.result.category if self.result else self.person or self.moment or self.record
        assert found is not None
        return found


class Facts:
    """Deals facts, to each place (a server, or a member elsewhere) from its own deck, kept in memory."""

    def __init__(self, catalogue: Catalogue, clock: Clock) -> None:
        self.catalogue = catalogue
        self._started = clock.now()
        self._seed = self._started.isoformat()
        self._decks: OrderedDict[tuple[str | None, str | None], Deck] = OrderedDict()
        self._turns: OrderedDict[tuple[int, str | None, str | None], int] = OrderedDict()

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact there is to tell, by its number; gathered when first asked (see Services.prepare)."""
        return tuple(_facts(self.catalogue, PartialDate.parse(str(today_in(None, self._started)))))

    @cached_property
    def _whole(self) -> Deck:
        return Deck(self._cards(None, None))

    def deal(self, place: int, artist: str | None = None, show: str | None = None) -> int | None:
        """The next fact's number for `place`, of an artist or a show if named; None when there is no such fact."""
        deck = self.deck(artist, show)
        if not deck:
            return None
        key = (place, artist, show)
        turn = self._turns.pop(key, 0)
        self._turns[key] = turn + 1
        if len(self._turns) > PLACES:
            self._turns.popitem(last=False)
        return deck.deal(f"{self._seed}/{place}", turn)

    def fact(self, number: int | None) -> Fact | None:
        """The fact of that number, as dealt; None for one that there is not."""
        return self.facts[number] if number is not None and 0 <= number < len(self.facts) else None

    def deck(self, artist: str | None = None, show: str | None = None) -> Deck:
        """The deck of all that is told unasked, or of everything about one artist, one show, or the two together."""
        if artist is None and show is None:
            return self._whole
        deck = self._decks.get((artist, show))
        if deck is None:
            deck = self._decks[artist, show] = Deck(self._cards(artist, show))
            if len(self._decks) > DECKS:
                self._decks.popitem(last=False)
        self._decks.move_to_end((artist, show))
        return deck

    def among(self, artists: frozenset[str]) -> list[Card]:
        """What is told unasked of any of these artists, for a deck: a fact of several is dealt on the first one's turn.

        Those of whom little is told have one turn together, or none beside the others: it would soon come again.
        """
        piles: dict[str, list[int]] = defaultdict(list)
        for number in {number for artist in artists for number in self._unasked.get(artist, ())}:
            piles[next(artist for artist in self.facts[number].artists if artist in artists)].append(number)
        few = [whose for whose, pile in piles.items() if len(pile) < FEW]
        together = [number for whose in few for number in piles.pop(whose)]
        if not piles or len(together) >= FEW:
            piles[""] = together
        return [Card(whose, era_of(self.facts[number].year), number) for whose in piles for number in piles[whose]]

    @cached_property
    def _unasked(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for card in self._cards(None, None):
            for artist in self.facts[card.fact].artists:
                found[artist].append(card.fact)
        return found

    def _cards(self, artist: str | None, show: str | None) -> Iterator[Card]:
        """A fact of several artists is dealt on the turn of the first K-pop act among them, else of its show."""
        for number, fact in enumerate(self.facts):
            if artist is not None:
                if artist in fact.artists and show in (None, fact.show):
                    yield Card(artist, era_of(fact.year), number)
            elif show in (None, fact.show) and (show is not None or not self._for_the_asking(fact)):
                acts = [one for one in fact.artists if self.catalogue.is_kpop(one)]
                if acts or not fact.artists:
                    yield Card(acts[0] if acts else f"show {fact.show}", era_of(fact.year), number)

    def _for_the_asking(self, fact: Fact) -> bool:
        """Whether a fact is told only to who asks for its artist by name.

        These are birthdays, and members' debuts: otherwise a large group would have a turn for each member.
        """
        if fact.kind is FactKind.BIRTHDAY:
            return True
        person = fact.person
        return person is not None and person.kind is ArtistKind.PERSON and bool(self._groups(person.id))

    def _groups(self, person: str) -> tuple[str, ...]:
        return (*self.catalogue.groups_of.get(person, ()), *self.catalogue.former_groups_of.get(person, ()))


def _facts(catalogue: Catalogue, today: PartialDate) -> Iterator[Fact]:
    yield from _people(catalogue, today)
    yield from _wins(catalogue)
    for moment in catalogue.moments:
        if told(moment.confidence, moment.sources) and moment.date.last_day <= today.first_day:
            yield Fact(FactKind.MOMENT, moment.artists, moment.date.year, moment=moment)
    for record in catalogue.records.values():
        if told(record.confidence, record.sources):
            year = record.date.year if record.date else catalogue.as_of.year
            yield Fact(FactKind.RECORD, record.artists, year, record.show, record=record)


def told(confidence: Confidence, sources: tuple[str, ...]) -> bool:
    """Whether a claim may be told unasked: a source says so, and none says otherwise."""
    return confidence.counts and bool(sources)


def _people(catalogue: Catalogue, today: PartialDate) -> Iterator[Fact]:
    for artist in catalogue.artists.values():
        if not told(artist.confidence, artist.sources):
            continue
        if artist.debut is not None and artist.debut.last_day <= today.first_day:
            yield Fact(FactKind.DEBUT, (artist.id,), artist.debut.year, person=artist)
        if artist.birthday is not None and artist.birthday.day is not None:
            yield Fact(FactKind.BIRTHDAY, (artist.id,), artist.birthday.year, person=artist)


def _wins(catalogue: Catalogue) -> Iterator[Fact]:
    """Every win that counts, once for all who share the row; an artist's first at a show is told as that."""
    seen: set[tuple[str, str]] = set()
    for edition in reversed(catalogue.editions.values()):
        for result in _winners(edition):
            artists = result.nominee.artists
            first = len(artists) == 1 and (artists[0], edition.ceremony) not in seen and _alone(artists[0], edition)
            yield Fact(
                FactKind.FIRST_WIN if first else FactKind.WIN, artists, edition.year, edition.ceremony, result=result
            )
        seen.update((artist, edition.ceremony) for c in edition.category for w in c.winners for artist in w.artists)


def _winners(edition: Edition) -> Iterator[Result]:
    for category in edition.category:
        if told(category.confidence, category.sources):
            for nominee in category.winners:
                if nominee.artists:
                    yield Result(edition, category, nominee)


def _alone(artist: str, edition: Edition) -> bool:
    """Whether it is the artist's only win of the edition, so that "first" says which one."""
    return sum(artist in winner.artists for category in edition.category for winner in category.winners) == 1
