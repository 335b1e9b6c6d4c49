"""A prize through the years: who was nominated, who won, who had it before, how it is decided. Reads memory only."""

from functools import cache

import msgspec

from bot.catalogue import Catalogue
from bot.catalogue.model import Category, Ceremony, Dispute, Edition, Method, MethodKind, Prize
from bot.catalogue.names import NameIndex
from bot.catalogue.search import LONGEST_QUERY, Finder
from bot.clock import Clock
from bot.errors import AmbiguousName, UnknownEdition, UnknownName
from bot.services.zones import ends


class PrizeCard(msgspec.Struct, frozen=True):
    """The answer to `/category`: one year of a prize, and everybody who won it, newest first.

    `category` is that year's, in its own wording; `spoiler` says whether its winner may still surprise somebody.
    """

    ceremony: Ceremony
    prize: Prize
    edition: Edition
    category: Category
    method: Method
    kind: MethodKind
    spoiler: bool
    history: tuple[tuple[Edition, Category], ...]
    disputes: tuple[Dispute, ...]


class Prizes:
    """Finds prizes by any wording they ever had, in both languages."""

    def __init__(self, catalogue: Catalogue, clock: Clock) -> None:
        self._catalogue = catalogue
        self._clock = clock
        self._of = cache(self._read)

    def of(self, show: str) -> dict[str, Prize]:
        """A ceremony's prizes by id, grand prizes first, then by how often they were given."""
        return self._of(show)[0]

    def prize_id(self, show: str, text: str) -> str:
        """The id of the prize that is or was called `text`. Raises UnknownName with the nearest, or AmbiguousName."""
        prizes, names, finder = self._of(show)
        found = names.find(text.strip()[:LONGEST_QUERY])
        if not found:
            raise UnknownName("category", text, finder.nearest(text))
        if len(found) > 1:
            raise AmbiguousName("category", text, found)
        return prizes[found[0]].id

    def suggest(self, show: str, text: str, limit: int = 25) -> list[Prize]:
        """Prizes for an autocomplete box."""
        prizes, _, finder = self._of(show)
        ids = finder.suggest(text, limit) if text.strip() else list(prizes)[:limit]
        return [prizes[prize] for prize in ids]

    def card(self, show: str, prize: str, edition: str | None = None, *, spoiler_hours: int = 48) -> PrizeCard:
        """One year of a prize: `edition` by its id or year, the latest with a winner when None.

        A winner hides behind a spoiler until `spoiler_hours` after the ceremony's last day is over where it was held.

        Raises UnknownEdition with the editions at which it was given.
        """
        history = self._catalogue.history_of.get((show, prize), ())
        if edition is None:
            found = next((row for row in history if row[1].winners), history[0] if history else None)
        else:
            wanted = edition.strip()
            found = next((row for row in history if wanted in (row[0].id, str(row[0].year))), None)
        if found is None:
            raise UnknownEdition(show, edition or "", tuple(dict.fromkeys(row[0].id for row in history)))
        ceremony, canonical = self._catalogue.ceremonies[show], self.of(show)[prize]
        year, category = found
        method = ceremony.method_of(year.year)
        now = self._clock.now().timestamp()
        return PrizeCard(
            ceremony=ceremony,
            prize=canonical,
            edition=year,
            category=category,
            method=method,
            kind=self._catalogue.method_kind(year, category),
            spoiler=now < ends(year.last_day, ceremony.zone) + spoiler_hours * 3600,
            history=tuple(row for row in history if row[1].winners),
            disputes=tuple(dispute for dispute in year.dispute if category.id in dispute.categories),
        )

    def _read(self, show: str) -> tuple[dict[str, Prize], NameIndex, Finder]:
        """What is known of a ceremony's prizes; made at the first question about it, in about a millisecond."""
        given: dict[str, list[str]] = {}
        prizes: dict[str, Prize] = {}
        for edition in self._catalogue.editions_of.get(show, ()):
            for category in edition.category:
                prize = self._catalogue.prize(edition, category)
                prizes.setdefault(prize.id, prize)
                given.setdefault(prize.id, []).append(category.name)
        ordered = sorted(prizes.values(), key=lambda p: (p.kind.value != "grand-prize", -len(given[p.id]), p.name))
        # Today's name means its prize even where an older wording of another one was the same.
        today = {prize.id: {prize.name, prize.name_ko} for prize in ordered}
        taken = {name for names in today.values() for name in names}
        names = {p.id: today[p.id] | {name for name in given[p.id] if name not in taken} for p in ordered}
        finder = Finder(names, lambda prize: len(given[prize]))
        return {prize.id: prize for prize in ordered}, NameIndex(names), finder
