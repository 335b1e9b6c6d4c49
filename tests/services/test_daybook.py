"""What a day has seen, from the real catalogue; leap days, typed days, and what is not told."""

import datetime

import pytest

from bot.catalogue import Catalogue
from bot.catalogue.dates import PartialDate
from bot.catalogue.model import Artist, ArtistKind, Confidence
from bot.errors import UnknownDay
from bot.services.daybook import Daybook, EntryKind
from tests.conftest import StillClock


@pytest.fixture(scope="module")
def daybook(catalogue: Catalogue) -> Daybook:
    return Daybook(catalogue, StillClock())


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def test_the_sweep_of_2019_on_its_own_day_and_years_later(daybook: Daybook) -> None:
    then = daybook.page(day("2019-12-04"), "bts")
    grand = [e for e in then.entries if e.result and e.result.category.grand_prize and e.years == 0]
    assert len(grand) == 4
    later = daybook.page(day("2026-12-04"), "bts")
    assert len([e for e in later.entries if e.years == 7 and e.result and e.result.category.grand_prize]) == 4
    assert EntryKind.BIRTHDAY in {e.kind for e in later.entries}, "Jin's, on his group's page"


def test_birthdays_come_first_and_every_entry_has_a_source(daybook: Daybook) -> None:
    order = list(EntryKind)
    start = day("2026-01-01")
    for number in range(365):
        page = daybook.page(start + datetime.timedelta(days=number))
        kinds = [order.index(entry.kind) for entry in page.entries]
        assert kinds == sorted(kinds)
        assert all(entry.sources and entry.confidence != "unverified" for entry in page.entries)
        assert all(entry.years >= 0 for entry in page.entries)


def test_29_february_is_kept_on_1_march_in_common_years() -> None:
    born = PartialDate.parse("2000-02-29")
    papers = {"confidence": Confidence.SINGLE_SOURCE, "sources": ("https://example.org",)}
    leapling = Artist(id="leap", name="Leap", kind=ArtistKind.PERSON, birthday=born, **papers)  # type: ignore[arg-type]
    only = Catalogue(
        artists=[leapling], shared_names=(), ceremonies=(), editions=(), moments=(), as_of=PartialDate(2026)
    )
    daybook = Daybook(only, StillClock())
    kept = [
        text for text in ("2027-02-28", "2027-03-01", "2028-02-29", "2028-03-01") if daybook.page(day(text)).entries
    ]
    assert kept == ["2027-03-01", "2028-02-29"]
    assert daybook.page(day("2027-03-01")).entries[0].years == 27


def test_the_debut_of_a_member_is_the_groups(daybook: Daybook) -> None:
    debuts = [e.artists[0].id for e in daybook.page(day("2026-06-13")).entries if e.kind is EntryKind.DEBUT]
    assert "bts" in debuts and "rm" not in debuts


def test_neighbours_are_the_nearest_days_with_an_entry(daybook: Daybook) -> None:
    page = daybook.page(day("2026-06-14"), "rm")
    assert page.before is not None and daybook.page(page.before, "rm").entries
    assert page.after is not None and daybook.page(page.after, "rm").entries
    nobody = daybook.page(day("2026-06-14"), "taylor-swift")
    assert nobody.before is None or daybook.page(nobody.before, "taylor-swift").entries


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("", "2026-11-23"),
        ("today", "2026-11-23"),
        ("오늘", "2026-11-23"),
        ("내일", "2026-11-24"),
        ("Yesterday", "2026-11-22"),
        ("06-13", "2026-06-13"),
        ("6/13", "2026-06-13"),
        ("13/6", "2026-06-13"),
        ("6.13.", "2026-06-13"),
        ("13 June", "2026-06-13"),
        ("June 13", "2026-06-13"),
        ("Jun 13th, 2013", "2013-06-13"),
        ("13th of June 2013", "2013-06-13"),
        ("6월 13일", "2026-06-13"),
        ("6월13일", "2026-06-13"),
        ("2019년 12월 4일", "2019-12-04"),
        ("2019-12-04", "2019-12-04"),
        ("2019. 12. 4.", "2019-12-04"),
        ("20191204", "2019-12-04"),
        (" 12/4/2019 ", "2019-12-04"),
        ("29 Feb", "2024-02-29"),
        ("２월 ２９일", "2024-02-29"),
    ],
)
def test_days_as_people_type_them(daybook: Daybook, text: str, wanted: str) -> None:
    assert daybook.day(text) == day(wanted)


@pytest.mark.parametrize(
    "text",
    ["soon", "13", "31 June", "2019-13-01", "0/0", "6월", "99999-01-01", "1800-01-01", "x" * 6000, "１" * 60, "²/²"],
)
def test_what_is_no_day(daybook: Daybook, text: str) -> None:
    with pytest.raises(UnknownDay):
        daybook.day(text)


def test_today_begins_in_seoul(catalogue: Catalogue) -> None:
    evening = StillClock(datetime.datetime(2026, 6, 12, 15, 0, tzinfo=datetime.UTC))
    assert Daybook(catalogue, evening).today() == day("2026-06-13")
