"""What look-ups answer, from the real catalogue."""

import datetime

import pytest

from bot.catalogue import Catalogue
from bot.catalogue.model import Confidence, MethodKind
from bot.errors import AmbiguousName, UnknownEdition, UnknownName
from bot.services.lookup import Lookup
from bot.services.records import DateKind, ResultFilter


def test_rm_at_the_2025_amas(lookup: Lookup) -> None:
    record = lookup.award_record("rm", show="ama", year=2025)
    (chapter,) = record.chapters
    (line,) = chapter.lines
    assert line.result.nominee.won
    assert {artist for rival in line.rivals for artist in rival.artists} == {
        lookup.artist_id(name) if name != "Jimin" else "jimin-bts" for name in ("ATEEZ", "Jimin", "ROSÉ", "Stray Kids")
    }
    assert line.before is not None
    edition, category = line.before
    assert edition.year == 2022 and category.winners[0].artists == ("bts",)
    assert chapter.method.kind is MethodKind.FAN_VOTE and chapter.method.sources and category.sources


def test_filters_narrow_the_list_and_not_the_tally(lookup: Lookup) -> None:
    everything = lookup.award_record("bts")
    won = lookup.award_record("bts", show="mama", result=ResultFilter.WON)
    assert won.tally == everything.tally
    results = [line.result for chapter in won.chapters for line in chapter.lines]
    assert results and all(r.nominee.won and r.edition.ceremony == "mama" for r in results)
    assert everything.tally.wins < everything.tally.nominations
    assert sum(show.wins for show in everything.shows) == everything.tally.wins


def test_what_has_no_source_is_neither_shown_nor_counted(lookup: Lookup, catalogue: Catalogue) -> None:
    for artist, results in catalogue.results_of.items():
        unverified = [r for r in results if r.confidence is Confidence.UNVERIFIED]
        if not unverified:
            continue
        record = lookup.award_record(artist)
        shown = [line.result for chapter in record.chapters for line in chapter.lines]
        assert not set(map(id, shown)) & set(map(id, unverified))
        assert record.unverified == len(unverified)
        assert record.tally.nominations == sum(r.counts for r in results)
        assert len(lookup.award_record(artist, unverified=True).chapters) >= len(record.chapters)
        return
    pytest.fail("the catalogue has no unverified claim to try this on")


def test_the_sweep_of_2019(lookup: Lookup) -> None:
    record = lookup.award_record("bts", show="mama", year=2019, result=ResultFilter.WON)
    grand = [line for line in record.chapters[0].lines if line.result.category.grand_prize]
    assert len(grand) == 4


def test_names(lookup: Lookup) -> None:
    assert lookup.artist_id(" 방탄소년단 ") == lookup.artist_id("bangtan boys") == "bts"
    with pytest.raises(UnknownName) as unknown:
        lookup.artist_id("strey kids")
    assert unknown.value.nearest[0] == "stray-kids" and len(unknown.value.nearest) == 3
    with pytest.raises(AmbiguousName) as ambiguous:
        lookup.artist_id("Jimin")
    assert "jimin-bts" in ambiguous.value.candidates
    with pytest.raises(UnknownEdition):
        lookup.edition_card("ama", "1950")


def test_empty_boxes_deal_fairly(catalogue: Catalogue) -> None:
    """Over a year every K-pop act with a result is dealt, and none more often than another by more than two."""

    class Day:
        def __init__(self, number: int) -> None:
            self.moment = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(days=number)

        def now(self) -> datetime.datetime:
            return self.moment

    counts = dict.fromkeys((a for a in catalogue.results_of if catalogue.is_kpop(a)), 0)
    days = 400
    lookup = Lookup(catalogue, Day(0))
    for number in range(days):
        lookup._clock = Day(number)
        for artist in lookup.suggest_artists(""):
            counts[artist.id] += 1
    assert min(counts.values()) > 1 and max(counts.values()) - min(counts.values()) <= 2


def test_coming_dates_are_in_order_and_ahead(lookup: Lookup) -> None:
    profile = lookup.artist_profile("rm")
    days = [date.day for date in profile.coming if date.day]
    assert days == sorted(days) and days[0] >= datetime.date(2026, 11, 23)
    birthday = next(date for date in profile.coming if date.kind is DateKind.BIRTHDAY)
    assert (birthday.day, birthday.years) == (datetime.date(2027, 9, 12), 33)


def test_editions_have_neighbours(lookup: Lookup) -> None:
    card = lookup.edition_card("ama", "2025")
    assert card.older and card.older.year == 2022 and card.newer and card.newer.year == 2026
