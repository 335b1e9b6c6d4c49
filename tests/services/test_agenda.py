"""What comes, from the real catalogue and from a small season."""

import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.anniversaries.occurrences import kept_on, next_occurrence
from bot.catalogue import Catalogue, load_catalogue
from bot.catalogue.dates import DateStatus, PartialDate, Precision
from bot.catalogue.model import Confidence
from bot.services.agenda import Agenda
from bot.services.coming import ComingKind, Occasion
from bot.services.zones import begins, ends, today_in
from tests.conftest import StillClock
from tests.season import season


@pytest.fixture
def agenda(catalogue: Catalogue, clock: StillClock) -> Agenda:
    return Agenda(catalogue, clock)


@pytest.fixture
def small(tmp_path: Path, clock: StillClock) -> Agenda:
    return Agenda(load_catalogue(season(tmp_path / "data")), clock)


def test_dates_are_in_order_ahead_and_sourced(agenda: Agenda) -> None:
    coming = agenda.upcoming(days=365)
    days = [date.day or date.date.last_day for date in coming.dates]
    assert all(one <= other for one, other in pairwise(days))
    assert days[0] >= coming.first - datetime.timedelta(days=1)
    assert len(coming.dates) == coming.count > 1_000
    assert all(date.claim.confidence is not Confidence.UNVERIFIED for date in coming.dates)
    assert len({(d.occasion, d.day, id(d.claim)) for d in coming.dates}) == coming.count, "nothing twice"


def test_pages_are_parts_of_the_whole(agenda: Agenda) -> None:
    whole = agenda.upcoming(days=40)
    parts = [agenda.upcoming(days=40, page=page, size=12) for page in range(1, 200)]
    count = parts[0].pages
    assert tuple(date for part in parts[:count] for date in part.dates) == whole.dates
    assert parts[count].page == count, "beyond the last is the last"


def test_a_date_without_a_day_has_no_moment(agenda: Agenda) -> None:
    for date in agenda.upcoming(days=365).dates:
        exact = date.date.precision is Precision.DAY
        assert (date.day is not None) is exact and (date.at is not None) is exact


def test_everybody_has_the_same_room(agenda: Agenda, catalogue: Catalogue) -> None:
    """Over a year every K-pop act of known birthday is told once, whoever it is."""
    told = [date.artist.id for date in agenda.upcoming(days=364, kind=ComingKind.BIRTHDAYS).dates if date.artist]
    born = {
        artist.id
        for artist in catalogue.artists.values()
        if artist.birthday and artist.birthday.day and not artist.died and catalogue.is_kpop(artist.id)
        and artist.confidence is not Confidence.UNVERIFIED
    }  # fmt: skip
    assert len(told) == len(set(told)) and set(told) == born


def test_no_member_repeats_the_groups_debut(agenda: Agenda) -> None:
    debuts = [d.artist.id for d in agenda.upcoming(days=364, artist="bts").dates if d.occasion is Occasion.DEBUT]
    assert debuts == ["bts"]


@pytest.mark.parametrize(
    "asked, days",
    [
        ({}, 14),
        ({"kind": ComingKind.BIRTHDAYS}, 30),
        ({"kind": ComingKind.CEREMONIES}, 120),
        ({"artist": "bts"}, 90),
        ({"artist": "bts", "days": 3}, 3),
        ({"days": 10_000}, 365),
        ({"days": -4}, 1),
    ],
)
def test_how_far_ahead(agenda: Agenda, asked: dict[str, object], days: int) -> None:
    coming = agenda.upcoming(**asked)  # type: ignore[arg-type]
    assert coming.days == days == (coming.until - coming.first).days


def test_the_next_ceremony_has_a_day(agenda: Agenda) -> None:
    coming = agenda.next_ceremony()
    assert coming is not None and coming.edition is not None
    assert (coming.edition.ceremony, coming.day) == ("aaa", datetime.date(2026, 12, 5))
    golden_disc = agenda.next_ceremony("golden-disc")
    assert golden_disc is not None and golden_disc.day is None
    assert golden_disc.date == PartialDate(2027, 1, None, DateStatus.EXPECTED)
    assert agenda.next_ceremony("gaon") is None


def test_a_ceremony_under_way_is_told_until_it_is_over(small: Agenda, clock: StillClock) -> None:
    clock.time = datetime.datetime(2026, 12, 20, 14, 59, tzinfo=datetime.UTC)
    (date,) = [d for d in small.upcoming(kind=ComingKind.CEREMONIES, days=1).dates if d.edition]
    assert date.day == datetime.date(2026, 12, 20)
    clock.time += datetime.timedelta(minutes=1)
    assert small.upcoming(kind=ComingKind.CEREMONIES, days=1).dates == ()


def test_what_is_new_is_told_once_and_then_kept_each_year(small: Agenda, clock: StillClock) -> None:
    first = [d for d in small.upcoming(days=30).dates if d.moment and "Dawn" in d.moment.title]
    assert [(d.occasion, d.years) for d in first] == [(Occasion.RELEASE, 0)]
    clock.time = datetime.datetime(2027, 11, 20, tzinfo=datetime.UTC)
    again = [d for d in small.upcoming(days=30).dates if d.moment and "Dawn" in d.moment.title]
    assert [(d.occasion, d.years, d.day) for d in again] == [(Occasion.YEARLY, 1, datetime.date(2027, 11, 27))]


def test_later_is_told_only_when_there_is_nothing(small: Agenda) -> None:
    assert small.upcoming(artist="aurora").later is None
    later = small.upcoming(artist="bora", days=2).later
    assert later is not None and later.day == datetime.date(2027, 3, 1)


@given(
    first=st.dates(datetime.date(1950, 1, 1), datetime.date(2030, 12, 31)),
    ahead=st.integers(0, 1_500),
)
def test_kept_on_is_next_occurrence_seen_from_the_day(first: datetime.date, ahead: int) -> None:
    day = first + datetime.timedelta(days=ahead)
    date = PartialDate(first.year, first.month, first.day)
    returns = next_occurrence(date, day - datetime.timedelta(days=1)) == day
    assert returns is ((first.month, first.day) in kept_on(day))


def test_midnights() -> None:
    day = datetime.date(2026, 11, 23)
    assert begins(day) == datetime.datetime(2026, 11, 22, 15, tzinfo=datetime.UTC).timestamp()
    assert ends(day, "America/Los_Angeles") == datetime.datetime(2026, 11, 24, 8, tzinfo=datetime.UTC).timestamp()
    assert today_in(None, datetime.datetime(2026, 11, 22, 15, tzinfo=datetime.UTC)) == day
    assert ends(datetime.date(2026, 3, 29), "Europe/London") - begins(datetime.date(2026, 3, 29), "Europe/London") == (
        23 * 3600
    )
