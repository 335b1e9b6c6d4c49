"""Which zone somebody means: by its name, its city's or its country's, in both languages, with a typo or half-typed."""

import time
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.errors import UnknownZone
from bot.services.zones import Zones
from bot.text.cities import zone_label


@pytest.fixture(scope="module")
def zones() -> Zones:
    zones = Zones()
    zones.prepare()
    return zones


@pytest.mark.parametrize(
    "text, zone",
    [
        ("Asia/Seoul", "Asia/Seoul"),
        (" asia/seoul ", "Asia/Seoul"),
        ("서울", "Asia/Seoul"),
        ("한국", "Asia/Seoul"),
        ("KST", "Asia/Seoul"),
        ("부산", "Asia/Seoul"),
        ("ROK", "Asia/Seoul"),
        ("뉴욕", "America/New_York"),
        ("New York", "America/New_York"),
        ("new_york", "America/New_York"),
        ("ＮＥＷ ＹＯＲＫ", "America/New_York"),
        ("EST", "America/New_York"),
        ("US/Eastern", "America/New_York"),
        ("런던", "Europe/London"),
        ("영국", "Europe/London"),
        ("도쿄", "Asia/Tokyo"),
        ("일본", "Asia/Tokyo"),
        ("Japan", "Asia/Tokyo"),
        ("로스앤젤레스", "America/Los_Angeles"),
        ("LA", "America/Los_Angeles"),
        ("São Paulo", "America/Sao_Paulo"),
        ("sao paulo", "America/Sao_Paulo"),
        ("상파울루", "America/Sao_Paulo"),
        ("Ho Chi Minh City", "Asia/Ho_Chi_Minh"),
        ("Asia/Saigon", "Asia/Ho_Chi_Minh"),
        ("하노이", "Asia/Ho_Chi_Minh"),
        ("사이공", "Asia/Ho_Chi_Minh"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("인도", "Asia/Kolkata"),
        ("키이우", "Europe/Kyiv"),
        ("Kiev", "Europe/Kyiv"),
        ("독일", "Europe/Berlin"),
        ("중국", "Asia/Shanghai"),
        ("Melbourne", "Australia/Melbourne"),
        ("utc", "UTC"),
        ("Etc/UTC", "UTC"),
    ],
)
def test_what_people_call_their_zone(zones: Zones, text: str, zone: str) -> None:
    assert zones.find(text) == zone


@pytest.mark.parametrize(
    "text, nearest",
    [
        ("Nw York", ("America/New_York",)),
        ("뉴욬", ("America/New_York",)),
        ("미국", ("America/New_York", "America/Los_Angeles", "America/Chicago")),
        ("CST", ("Asia/Shanghai", "America/Chicago")),
        ("", ()),
        ("🏆", ()),
        ("@everyone **", ()),
        ("../../etc/passwd", ()),
        ("x" * 10_000, ()),
        ("\x00", ()),
    ],
)
def test_what_means_none_or_several(zones: Zones, text: str, nearest: tuple[str, ...]) -> None:
    with pytest.raises(UnknownZone) as error:
        zones.find(text)
    assert error.value.nearest == nearest


def test_every_zone_that_can_be_found_is_one(zones: Zones) -> None:
    """And no name of a place that the machine knows is lost, however old."""
    for name in available_timezones():
        if name.startswith(("America/", "Asia/", "Europe/", "Pacific/", "US/")):
            found = ZoneInfo(zones.find(name))
            assert found.key in available_timezones()
    for zone in zones.suggest("a", 1_000):
        assert ZoneInfo(zone).key == zone == zones.find(zone)


def test_half_typed(zones: Zones) -> None:
    assert zones.suggest("", 6)[0] == "Asia/Seoul" and len(zones.suggest("", 6)) == 6
    assert zones.suggest("뉴요", 25) == ["America/New_York"]
    assert zones.suggest("런", 3)[0] == "Europe/London"
    assert zones.suggest("par", 3)[0] == "Europe/Paris"
    assert zones.suggest("미국", 25)[:2] == ["America/New_York", "America/Los_Angeles"]
    assert len(zones.suggest("a", 25)) == 25 and zones.suggest("🏆", 25) == []


@pytest.mark.parametrize(
    "zone, korean, english",
    [
        ("America/New_York", "뉴욕 (America/New_York)", "New York (America/New_York)"),
        ("Asia/Ho_Chi_Minh", "호찌민 (Asia/Ho_Chi_Minh)", "Ho Chi Minh City (Asia/Ho_Chi_Minh)"),
        ("Europe/Kyiv", "키이우 (Europe/Kyiv)", "Kyiv (Europe/Kyiv)"),
        ("America/Coyhaique", "Coyhaique (America/Coyhaique)", "Coyhaique (America/Coyhaique)"),
        ("UTC", "UTC", "UTC"),
        ("Mars/Olympus", "Mars/Olympus", "Mars/Olympus"),
    ],
)
def test_a_zone_is_shown_by_its_city(zone: str, korean: str, english: str) -> None:
    assert (zone_label(zone, "ko"), zone_label(zone, "en-US")) == (korean, english)


def test_every_label_fits_a_choice(zones: Zones) -> None:
    every = [zone for name in available_timezones() for zone in zones.suggest(name, 1)]
    assert len(set(every)) > 400
    assert all(len(zone_label(zone, locale)) <= 100 for zone in every for locale in ("ko", "en-US"))


def test_asking_takes_no_time_on_the_loop(zones: Zones) -> None:
    began = time.perf_counter()
    for text in ("a", "뉴", "x" * 100_000, "Nw York", "zzzz"):
        zones.suggest(text, 25)
    assert (time.perf_counter() - began) / 5 < 0.015, "0.5 ms on a quiet machine"
