"""Award facts into data/ceremonies/<ceremony>/<edition>.toml: one row of the facts is one category."""

import re
from collections import Counter
from typing import Any

from bot.catalogue.importing import render
from bot.catalogue.importing.credits import names_in
from bot.catalogue.importing.facts import Row, addresses, confidence
from bot.catalogue.importing.merge import Spot, merge, say_conflict
from bot.catalogue.importing.notes import cleaned
from bot.catalogue.importing.render import filled
from bot.catalogue.importing.report import ImportReport
from bot.catalogue.importing.roster import Record, Roster
from bot.catalogue.importing.shelf import Shelf
from bot.catalogue.importing.spellings import spellings
from bot.catalogue.names import fold, slug

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b")


class Ballots:
    """Turns award rows into category records, and remembers whom they name."""

    def __init__(self, roster: Roster, shelf: Shelf, report: ImportReport) -> None:
        self.roster, self.shelf, self.report = roster, shelf, report
        self.named: dict[str, None] = {}

    def category(self, row: Row) -> Record:
        """The category as an edition's file writes it. A global row says on what its claims rest; an Asian one not."""
        basis = (row.get("winner_basis", "sourced"), row.get("nominees_basis", "sourced"))
        sure = confidence(row["confidence"])
        sources, ballot_sources = addresses(row["sources"]), addresses(row.get("nominee_sources"))
        winner_sure, ballot_sure = sure, sure
        if row["winners"] and basis[0] != "sourced":
            # The addresses then prove the ballot, not who won.
            winner_sure, sources, ballot_sources = "unverified", [], [*sources, *ballot_sources]
            self.report.remarks["winner rests on memory: unverified"] += 1
        if basis[1] != "sourced":
            ballot_sure = "unverified"
            self.report.remarks["nominees rest on memory or a weak source: unverified"] += 1
        elif ballot_sources and len(ballot_sources) < 2 and ballot_sure == "confirmed":
            ballot_sure = "single-source"
        nominees = self.nominees(row)
        rivals = any(not nominee.get("won") for nominee in nominees)
        return {
            "id": slug(row["category"]),
            "name": row["category"],
            "grand_prize": row.get("grand_prize") or row["category"] in _grand_prizes(row["ceremony"]),
            "complete": row.get("complete", False) and basis[1] == "sourced",
            "nominees": nominees,
            "confidence": winner_sure,
            "nominees_confidence": ballot_sure if rivals and ballot_sure != winner_sure else None,
            "sources": sources,
            "nominee_sources": ballot_sources,
            "note": cleaned(row.get("note"), self.report),
        }

    def nominees(self, row: Row) -> list[Record]:
        """Winners first, then the rest, each printed credit once."""
        kpop = {fold(name) for name in row.get("kpop_acts", ())}
        scene = "elsewhere" if "kpop_acts" in row else None
        found: dict[tuple[Any, ...], Record] = {}
        for entry, won in (*((e, True) for e in row["winners"]), *((e, False) for e in row["nominees"])):
            credit, work = entry["artist"], entry.get("work")
            bearers = [self._artist(name, "kpop" if fold(name) in kpop else scene) for name in names_in(credit)]
            artists = [artist for artist, _ in bearers]
            plain = len(bearers) == 1 and fold(bearers[0][1]) == fold(credit)
            nominee = {"artists": artists, "work": work, "credit": None if plain else credit, "won": won}
            same = (tuple(artists) or credit, fold(work or "") or work)
            winner = next((n for n in found.values() if n["won"] and n["artists"] == artists and not n["work"]), None)
            alone = sum(other["artist"] == credit for other in row["nominees"]) == 1
            if not won and winner is not None and work and artists and alone:
                winner["work"] = work  # the ballot names the work for which the winner was on it
                continue
            found.setdefault(same, nominee)
        return [filled(nominee, render.NOMINEE) for nominee in found.values()]

    def _artist(self, name: str, scene: str | None) -> tuple[str, str]:
        """The id and the name of the artist who is meant: by the facts, else by data/, else a new act."""
        key = self.roster.find(name)
        if key is None:
            known = self.shelf.called(name)
            if len(known) == 1:
                return known[0], name
            if several := known or self.roster.namesakes(name):
                self.report.remarks[f'"{name}" could be {" or ".join(several)}: entered as an act of its own'] += 1
            key = self.roster.act(name, scene)
        self.named[key] = None
        return self.roster.id_of(key), self.roster.name_of(key)


def _grand_prizes(ceremony: str) -> list[str]:
    return spellings().grand_prizes.get(ceremony, [])


def edition_of(text: str, date: str, all_of_show: set[str]) -> tuple[str, int]:
    """The id (the file's name) and the year of an edition as the facts write it: "2019", "34th (2025)", "68th".

    One that names no year has that of its `date`; two of one year are told apart by their numbers.
    """
    match = _YEAR.search(text)
    year = match[0] if match else date[:4]
    twins = [other for other in all_of_show if (found := _YEAR.search(other)) and found[0] == year]
    ordinal = _ORDINAL.search(text)
    return (f"{year}-{ordinal[0] if ordinal else slug(text)}" if len(twins) > 1 else year), int(year)


def edition_record(text: str, year: int, ceremony: str, rows: list[Row], categories: list[Record]) -> Record:
    """The keys at the top of an edition's file; gives its categories a day and a place where they differ."""
    days = sorted({row["date"] for row in rows})
    places = Counter(row["place"] for row in rows)
    place = places.most_common(1)[0][0]
    for row, category in zip(rows, categories, strict=True):
        category["date"] = row["date"] if len(days) > 1 else None
        category["place"] = row["place"] if row["place"] != place else None
    ordinal = _ORDINAL.search(text)
    order = ("confirmed", "single-source", "disputed", "unverified")
    sure = min((category["confidence"] for category in categories), key=order.index)
    # A day and a place rest on the addresses that most of the edition's rows name.
    counted = Counter(s for c in categories if c["confidence"] == sure for s in (*c["sources"], *c["nominee_sources"]))
    sources = [source for source, _ in counted.most_common(2 if sure == "confirmed" else 1)]
    return {
        "year": year,
        "name": f"{ordinal[0]} {ceremony}" if ordinal else None,
        "date": days[0] if len(days) == 1 else f"{days[0]}/{days[-1]}",
        "place": place,
        "confidence": sure if sources else None,
        "sources": sources,
    }


def put_edition(
    shelf: Shelf,
    name: str,
    edition: Record,
    categories: list[Record],
    report: ImportReport,
    skip: frozenset[str] = frozenset(),
) -> None:
    """Adds an edition or completes it, apart from the keys in `skip`; counts its categories, the rows of the facts."""
    if name not in shelf.raw:
        shelf.create(name, edition, render.EDITION)
    else:
        merge(shelf, Spot(name, None, 0, render.EDITION, ""), edition, report, skip)
    known = {category["id"]: n for n, category in enumerate(shelf.raw[name].get("category", ()))}
    for category in categories:
        if category["id"] not in known:
            known[category["id"]] = len(known)
            shelf.add(name, "category", category, render.CATEGORY)
            _list_wording(shelf, name, category, report)
            report.added += 1
            continue
        spot = Spot(name, "category", known[category["id"]], render.CATEGORY, category["name"])
        changed = _complete(shelf, spot, category, report)
        report.merged += changed
        report.unchanged += not changed


def _list_wording(shelf: Shelf, edition: str, category: Record, report: ImportReport) -> None:
    """Gives a category that no prize of its ceremony lists a prize of its own, for a person to place and translate."""
    name = f"{edition.rsplit('/', 1)[0]}/categories.toml"
    prizes = shelf.raw.get(name, {}).get("category", [])
    if not prizes or any(category["id"] in prize["wordings"] for prize in prizes):
        return
    kind = "grand-prize" if category.get("grand_prize") else "special"
    prize = {"id": category["id"], "name": category["name"], "name_ko": category["name"], "class": kind}
    shelf.add(name, "category", prize | {"wordings": [category["id"]]}, [*prize, "wordings"])
    report.remarks["new prize in categories.toml: give it its class and its Korean name, or join it to one"] += 1


def _complete(shelf: Shelf, spot: Spot, category: Record, report: ImportReport) -> bool:
    here = shelf.raw[spot.name]["category"][spot.index]
    skip = frozenset({"id", "nominees"}) if "nominees" in here else frozenset({"id"})
    changed = merge(shelf, spot, category, report, skip)
    if "nominees" in here:
        changed |= _complete_ballot(shelf, spot, here, category["nominees"], report)
    return changed


def _complete_ballot(shelf: Shelf, spot: Spot, here: Record, facts: list[Record], report: ImportReport) -> bool:
    """Adds nominees that are not listed; never a second winner, and never a second row for the same nomination."""
    rows: list[Record] = here["nominees"]
    winners = [row for row in rows if row.get("won")]
    changed, taken = False, set[int]()
    for nominee in facts:
        at = _row_of(nominee, rows, facts, taken)
        if at is None:
            if nominee.get("won") and winners:
                say_conflict(report, shelf, spot, "winner", _title(winners[0]), _title(nominee))
                continue
            shelf.extend(spot.name, spot.table, spot.index, "nominees", [nominee])
            rows = here["nominees"]
            taken.add(len(rows) - 1)
            changed = True
            continue
        taken.add(at)
        row = rows[at]
        lacking = {key: found for key, found in nominee.items() if key not in row and key != "won"}
        if nominee.get("won") and not row.get("won"):
            if winners:
                say_conflict(report, shelf, spot, "winner", _title(winners[0]), _title(nominee))
            else:
                lacking["won"] = True
        if lacking:
            shelf.complete_row(spot.name, "category", spot.index, "nominees", at, filled(row | lacking, render.NOMINEE))
            changed = True
    return changed


def _row_of(nominee: Record, rows: list[Record], facts: list[Record], taken: set[int]) -> int | None:
    """The row for the same nomination: same artists and work, or the only one of these artists if one lacks a work."""
    same = [n for n, row in enumerate(rows) if n not in taken and _who(row) == _who(nominee)]
    for n in same:
        if fold(rows[n].get("work", "")) == fold(nominee.get("work", "")):
            return n
    alone = len(same) == 1 and sum(_who(other) == _who(nominee) for other in facts) == 1
    if alone and not (rows[same[0]].get("work") and nominee.get("work")):
        return same[0]
    return None


def _who(nominee: Record) -> object:
    return nominee.get("artists") or nominee.get("credit")


def _title(nominee: Record) -> str:
    who = nominee.get("credit") or ", ".join(nominee.get("artists", ()))
    return f"{who} ({nominee['work']})" if nominee.get("work") else who
