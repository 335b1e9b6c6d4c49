"""How each golden question is put to the services, and what comes back: an answer and its sources."""

from collections.abc import Callable, Iterable
from typing import Any

from bot.catalogue import Result
from bot.catalogue.model import Nominee
from bot.services.chronicle import Chronicle
from bot.services.lookup import Lookup
from bot.services.records import Line, ResultFilter

Answer = tuple[Any, set[str]]


class Asker:
    """Asks as the commands do: through Lookup and Chronicle only."""

    def __init__(self, lookup: Lookup, chronicle: Chronicle) -> None:
        self.lookup, self.chronicle = lookup, chronicle
        self.catalogue = lookup.catalogue

    def __call__(self, ask: str, where: dict[str, Any]) -> Answer:
        answers: dict[str, Callable[..., Answer]] = {
            "winners": self.winners,
            "rivals": self.rivals,
            "before": self.before,
            "won": self.won,
            "wins": self.wins,
            "works": self.works,
            "grand": self.grand,
            "nominated": self.nominated,
            "earliest": self.earliest,
            "history": self.history,
            "record": self.record,
            "record-value": self.record_value,
        }
        return answers[ask](**where)

    def _names(self, nominees: Iterable[Nominee]) -> list[str]:
        names = (n.credit or " & ".join(self.catalogue.artists[a].name for a in n.artists) for n in nominees)
        return sorted(names, key=str.casefold)

    def winners(self, show: str, edition: str, prize: str) -> Answer:
        card = self.lookup.edition_card(show, edition)
        found = [c for c in card.edition.category if self.catalogue.prize(card.edition, c).id == prize and c.winners]
        return self._names(w for c in found for w in c.winners), {s for c in found for s in c.sources}

    def _lines(
        self, artist: str, show: str, edition: str, result: ResultFilter, prize: str | None = None
    ) -> list[Line]:
        record = self.lookup.award_record(artist, show=show, year=int(edition), result=result)
        lines = [line for chapter in record.chapters for line in chapter.lines]
        return [line for line in lines if prize in (None, line.prize.id)]

    def rivals(self, artist: str, show: str, edition: str, prize: str) -> Answer:
        (line,) = self._lines(artist, show, edition, ResultFilter.WON, prize)
        category = line.result.category
        return self._names(line.rivals), {*category.sources, *category.nominee_sources}

    def before(self, artist: str, show: str, edition: str, prize: str) -> Answer:
        (line,) = self._lines(artist, show, edition, ResultFilter.WON, prize)
        assert line.before is not None
        return self._names(line.before[1].winners), set(line.before[1].sources)

    def won(self, artist: str, show: str, edition: str) -> Answer:
        lines = self._lines(artist, show, edition, ResultFilter.WON)
        return sorted(line.result.category.name for line in lines), sources(line.result for line in lines)

    def wins(self, artist: str, show: str, edition: str) -> Answer:
        lines = self._lines(artist, show, edition, ResultFilter.WON)
        return len(lines), sources(line.result for line in lines)

    def works(self, artist: str, show: str, edition: str) -> Answer:
        lines = self._lines(artist, show, edition, ResultFilter.WON)
        return sorted({line.result.nominee.work for line in lines}), sources(line.result for line in lines)  # type: ignore[type-var]

    def grand(self, artist: str, show: str, edition: str) -> Answer:
        lines = self._lines(artist, show, edition, ResultFilter.WON)
        found = [line.result for line in lines if line.result.category.grand_prize]
        return len(found), sources(found)

    def nominated(self, artist: str, show: str, edition: str, prize: str | None = None) -> Answer:
        lines = self._lines(artist, show, edition, ResultFilter.NOMINATED, prize)
        return sorted(line.result.category.name for line in lines), sources(line.result for line in lines)

    def earliest(self, artist: str, show: str) -> Answer:
        record = self.lookup.award_record(artist, show=show, result=ResultFilter.WON)
        first = record.chapters[-1]
        return first.edition.year, sources(line.result for line in first.lines)

    def history(self, artist: str, show: str, prize: str) -> Answer:
        record = self.lookup.award_record(artist, show=show, result=ResultFilter.WON)
        lines = [line for chapter in record.chapters for line in chapter.lines if line.prize.id == prize]
        return sorted(line.result.edition.year for line in lines), sources(line.result for line in lines)

    def record(self, kind: str, show: str) -> Answer:
        (record,) = (r for r in self.chronicle.book(show=show).computed if r.kind == kind)
        names = sorted((self.catalogue.artists[h.artist].name for h in record.holders), key=str.casefold)
        return names, sources(result for holder in record.holders for result in holder.evidence)

    def record_value(self, kind: str, show: str) -> Answer:
        (record,) = (r for r in self.chronicle.book(show=show).computed if r.kind == kind)
        return record.value, sources(result for holder in record.holders for result in holder.evidence)


def sources(results: Iterable[Result]) -> set[str]:
    """Every source of results; those of the ballot too where one was only nominated."""
    return {
        source
        for result in results
        for source in (*result.category.sources, *(() if result.nominee.won else result.category.nominee_sources))
    }
