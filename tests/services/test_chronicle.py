"""Records by topic, artist and show, from the real catalogue."""

import pytest

from bot.catalogue import Catalogue
from bot.catalogue.model import Confidence, RecordTopic
from bot.services.chronicle import Chronicle


@pytest.fixture(scope="module")
def chronicle(catalogue: Catalogue) -> Chronicle:
    return Chronicle(catalogue)


def test_all_shows_together_when_nothing_is_asked_for(chronicle: Chronicle) -> None:
    book = chronicle.book()
    assert book.computed and all(record.show is None for record in book.computed)
    assert len(book.written) + book.unverified == len(chronicle.catalogue.records)
    dates = [record.date.last_day for record in book.written if record.date]
    assert dates == sorted(dates, reverse=True)


def test_filters(chronicle: Chronicle) -> None:
    book = chronicle.book(RecordTopic.STREAK, "bts", "mama")
    assert book.computed and book.written
    assert all(r.kind.topic is RecordTopic.STREAK and r.show == "mama" for r in book.computed)
    assert all("bts" in {h.artist for h in r.holders} for r in book.computed)
    assert all(r.topic is RecordTopic.STREAK and r.show == "mama" and "bts" in r.artists for r in book.written)


def test_wins_by_show_add_up(chronicle: Chronicle) -> None:
    book = chronicle.book(artist="twice")
    results = [r for r in chronicle.catalogue.results_of["twice"] if r.counts and r.nominee.won]
    assert sum(row.wins for row in book.wins) == len(results)
    assert [row.wins for row in book.wins] == sorted((row.wins for row in book.wins), reverse=True)
    assert [row.ceremony.id for row in chronicle.book(artist="twice", show="ama").wins] == ["ama"]


def test_what_has_no_source_waits_to_be_asked_for(chronicle: Chronicle) -> None:
    without = {r.id for r in chronicle.catalogue.records.values() if r.confidence is Confidence.UNVERIFIED}
    assert not without & {record.id for record in chronicle.book().written}
    assert without <= {record.id for record in chronicle.book(unverified=True).written}


def test_shows_to_choose_from(chronicle: Chronicle) -> None:
    assert {"ama", "mama"} <= {show.id for show in chronicle.shows()}
    assert {show.id for show in chronicle.shows("psy")} >= {"ama", "bbma"}
