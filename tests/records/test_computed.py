"""Computed records on the real catalogue: every one of them is proven again from its results."""

import pytest

from bot.catalogue import Catalogue
from bot.catalogue.counting import Scope, everyones
from bot.catalogue.model import RecordTopic
from bot.records.computed import CROWD, ComputedRecord, RecordKind, at_home, computed_records


@pytest.fixture(scope="module")
def records(catalogue: Catalogue) -> tuple[ComputedRecord, ...]:
    return computed_records(catalogue)


def held(records: tuple[ComputedRecord, ...], kind: RecordKind, show: str | None) -> list[str]:
    return [h.artist for r in records if (r.kind, r.show) == (kind, show) for h in r.holders]


def test_every_result_behind_a_record_has_a_source(records: tuple[ComputedRecord, ...]) -> None:
    assert records
    for record in records:
        assert 0 < len(record.holders) <= CROWD
        for holder in record.holders:
            assert holder.evidence
            for result in holder.evidence:
                assert (result.counts and result.category.sources) or result.category.nominee_sources
                assert record.show in (None, result.edition.ceremony)
                assert holder.artist in result.nominee.artists


def test_nobody_has_more_than_who_holds_the_most(records: tuple[ComputedRecord, ...], catalogue: Catalogue) -> None:
    for record in records:
        if record.kind in (RecordKind.WINS, RecordKind.GRAND_PRIZES):
            scope = Scope(show=record.show, grand_prize=record.kind is RecordKind.GRAND_PRIZES)
            counts = {a: len(rows) for a, rows in everyones(catalogue, scope).items() if catalogue.is_kpop(a)}
            assert max(counts.values()) == record.value
            assert {a for a, count in counts.items() if count == record.value} == {h.artist for h in record.holders}


def test_firsts_need_the_earliest_editions_or_a_written_first(
    records: tuple[ComputedRecord, ...], catalogue: Catalogue
) -> None:
    for record in records:
        if record.kind.topic is RecordTopic.FIRST and not record.whole:
            written = [r for r in catalogue.records.values() if r.topic is RecordTopic.FIRST and r.show == record.show]
            assert all(any(h.artist in r.artists for r in written) for h in record.holders)


def test_some_that_everybody_knows(records: tuple[ComputedRecord, ...], catalogue: Catalogue) -> None:
    assert held(records, RecordKind.FIRST_WIN, "ama") == ["psy"]
    assert held(records, RecordKind.FIRST_NOMINATION, "grammys") == ["bts"]
    assert held(records, RecordKind.GRAND_STREAK, "seoul") == ["bts", "exo"], "a tie of four years each"
    assert held(records, RecordKind.YOUNGEST, "mama") == ["boa"]
    assert at_home(catalogue, "mama") and not at_home(catalogue, "ama")
