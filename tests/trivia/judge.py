"""An independent look at dealt questions: what the catalogue's raw rows say, without the code that made them."""

from collections.abc import Callable, Iterable, Iterator

from bot.catalogue import Catalogue
from bot.catalogue.model import Category, Edition
from bot.catalogue.names import fold
from bot.trivia.questions import Option, Question


class Judge:
    """Says for each option of a question whether it is true."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.shows = {fold(show.name): show.id for show in catalogue.ceremonies.values()}
        self.fandoms = {one.id: fold(one.fandom or "") for one in catalogue.artists.values()}

    def true(self, question: Question) -> list[bool]:
        """One answer for each option, in their order."""
        check: Callable[[Question, Option], bool] = getattr(self, f"_{question.template}")
        return [check(question, option) for option in question.options]

    def _at(self, question: Question) -> tuple[Edition, Category]:
        show, edition, category = question.id.partition(":")[2].split("/")[:3]
        found = self.catalogue.editions[show, edition]
        return found, next(one for one in found.category if one.id == category)

    def _winners(self, category: Category) -> set[str]:
        return {artist for nominee in category.nominees if nominee.won for artist in nominee.artists}

    def _prize_rows(self, question: Question) -> Iterator[tuple[Edition, Category]]:
        """The editions of the run that a question is about, from its id and prompt."""
        show, prize, since, _ = question.id.partition(":")[2].split("/")
        until = max(int(word.strip("?.:,")) for word in question.prompt.en.split() if word.strip("?.:,").isdigit())
        for edition, category in self.catalogue.history_of[show, prize]:
            if int(since) <= edition.year <= until:
                yield edition, category

    def _years_won(self, question: Question, artist: str | None) -> list[int]:
        return [edition.year for edition, category in self._prize_rows(question) if artist in self._winners(category)]

    def _winner(self, question: Question, option: Option) -> bool:
        return option.artist in self._winners(self._at(question)[1])

    def _year(self, question: Question, option: Option) -> bool:
        edition, category = self._at(question)
        prize = self.catalogue.prize(edition, category)
        rows = self.catalogue.history_of[edition.ceremony, prize.id]
        return any(
            question.artists[0] in self._winners(found) and option.text.en == str(one.year) for one, found in rows
        )

    def _show(self, question: Question, option: Option) -> bool:
        edition, category = self._at(question)
        show = self.shows[fold(option.text.en)]
        return any(
            row.nominee.won
            and row.edition.ceremony == show
            and row.edition.year == edition.year
            and fold(row.category.name) == fold(category.name)
            for row in self.catalogue.results_of[question.artists[0]]
        )

    def _prize(self, question: Question, option: Option) -> bool:
        edition, _ = self._at(question)
        named = [category for category in edition.category if category.name == option.text.en]
        assert len(named) == 1, option
        return question.artists[0] in self._winners(named[0])

    def _work(self, question: Question, option: Option) -> bool:
        _, category = self._at(question)
        return fold(option.text.en) in {fold(nominee.work or "") for nominee in category.nominees if nominee.won}

    def _absent(self, question: Question, option: Option) -> bool:
        _, category = self._at(question)
        return option.artist not in {artist for nominee in category.nominees for artist in nominee.artists}

    def _odd(self, question: Question, option: Option) -> bool:
        return not self._years_won(question, option.artist)

    def _count(self, question: Question, option: Option) -> bool:
        return len(set(self._years_won(question, question.artists[0]))) == int(option.text.en)

    def _first(self, question: Question, option: Option) -> bool:
        first = {one.artist: min(self._years_won(question, one.artist)) for one in question.options}
        return first[option.artist] == min(first.values())

    def _order(self, question: Question, option: Option) -> bool:
        names = self._by_name(self.catalogue.artists)
        years = []
        for name in option.text.en.split(" → "):
            won = [min(found) for artist in names(name) if (found := self._years_won(question, artist))]
            assert len(won) == 1, name
            years += won
        return years == sorted(years) and len(set(years)) == len(years)

    def _debuts(self, question: Question, option: Option) -> bool:
        groups = [one for one in self.catalogue.artists if self.catalogue.artists[one].members]
        names = self._by_name(groups)
        days = []
        for name in option.text.en.split(" → "):
            (artist,) = names(name)
            debut = self.catalogue.artists[artist].debut
            assert debut is not None
            days.append(debut.year)
        return days == sorted(days) and len(set(days)) == len(days)

    def _by_name(self, artists: Iterable[str]) -> Callable[[str], list[str]]:
        def find(name: str) -> list[str]:
            bare = name.split(" (")[0].removesuffix("…")
            known = self.catalogue.artists
            return [
                one
                for one in artists
                if known[one].name == bare or (name[-1] == "…" and known[one].name.startswith(bare))
            ]

        return find

    def _birthday(self, question: Question, option: Option) -> bool:
        born = self.catalogue.artists[question.artists[0]].birthday
        assert born is not None
        return option.text.ko == f"{born.month}월"

    def _debut(self, question: Question, option: Option) -> bool:
        debut = self.catalogue.artists[question.artists[0]].debut
        return debut is not None and option.text.en == str(debut.year)

    def _fandom(self, question: Question, option: Option) -> bool:
        wanted = self.fandoms[question.id.partition(":")[2]]
        return self.fandoms[option.artist or ""] == wanted

    def _fans(self, question: Question, option: Option) -> bool:
        return fold(option.text.en) == self.fandoms[question.id.partition(":")[2]]

    def _member_of(self, person: str, group: str | None) -> bool:
        found = self.catalogue.artists[group or ""]
        return person in found.members or person in found.former_members

    def _called_in(self, person: str, group: str) -> bool:
        """Whether somebody in the group could be meant by that name."""
        names = {fold(self.catalogue.artists[person].name), fold(self.catalogue.artists[person].hangul or "-")}
        found = self.catalogue.artists[group]
        there = (self.catalogue.artists[one] for one in (*found.members, *found.former_members))
        return any(names & {fold(one.name), fold(one.hangul or "")} for one in there)

    def _group(self, question: Question, option: Option) -> bool:
        return self._called_in(question.id.partition(":")[2], option.artist or "")

    def _member(self, question: Question, option: Option) -> bool:
        return self._called_in(option.artist or "", question.id.partition(":")[2])

    def _stranger(self, question: Question, option: Option) -> bool:
        return not self._called_in(option.artist or "", question.id.partition(":")[2])

    def _record(self, question: Question, option: Option) -> bool:
        return option.artist in self.catalogue.records[question.id.partition(":")[2]].artists

    def _most(self, question: Question, option: Option) -> bool:
        show, kind = question.id.partition(":")[2].split("/")

        def wins(artist: str | None) -> int:
            rows = self.catalogue.results_of[artist or ""]
            won = [row for row in rows if row.edition.ceremony == show and row.nominee.won and row.counts]
            return len([row for row in won if row.category.grand_prize] if kind == "grand-prizes" else won)

        return wins(option.artist) == max(wins(one.artist) for one in question.options)

    def _method(self, question: Question, option: Option) -> bool:
        methods = self.catalogue.ceremonies[question.id.partition(":")[2]].method
        told = {"fan vote": "fan-vote", "a jury": "jury", "industry vote": "industry-vote"}
        told |= {"sales and streaming data": "data", "a mix of several measures": "mixed"}
        return told[option.text.en] in {method.kind.value for method in methods}

    def _place(self, question: Question, option: Option) -> bool:
        show, edition = question.id.partition(":")[2].split("/")
        place = self.catalogue.editions[show, edition].place or ""
        country = {"United States": "USA", "Macao": "Macau"}.get(option.text.en, option.text.en)
        return place.endswith(country)

    def _written(self, question: Question, option: Option) -> bool:
        pack, name = question.id.partition(":")[2].split("/")
        (found,) = (one for one in self.catalogue.packs[pack].question if one.id == name)
        return option.text.en == found.answer
