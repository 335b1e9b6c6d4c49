"""Suggestions for what a person types."""

import pytest

from bot.catalogue.search import Finder

NAMES = {
    "bts": ("BTS", "방탄소년단", "Bangtan", "bts"),
    "rm": ("RM", "알엠", "Namjoon", "남준"),
    "rose": ("ROSÉ", "로제"),
    "the-rose": ("The Rose", "더 로즈"),
    "stray-kids": ("Stray Kids", "스트레이 키즈"),
    "gidle": ("i-dle", "(G)I-DLE", "아이들"),
    "tomorrow-x-together": ("TOMORROW X TOGETHER", "TXT"),
    "v": ("V", "뷔"),
    "vixx": ("VIXX",),
    "ive": ("IVE",),
    "jimin-bts": ("Jimin", "지민", "jimin-bts"),
    "jimin-aoa": ("Jimin", "지민", "jimin-aoa"),
}
WEIGHT = {"jimin-bts": 5, "ive": 9}


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(NAMES, lambda owner: WEIGHT.get(owner, 0))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("방탄", "bts"),
        ("방ㅌ", "bts"),
        ("바", "bts"),
        ("롲", "rose"),
        ("bangtan", "bts"),
        ("rose", "rose"),
        ("ROSÉ", "rose"),
        ("straykdis", "stray-kids"),
        ("g idle", "gidle"),
        ("v", "v"),
        ("rm", "rm"),
        ("txt", "tomorrow-x-together"),
        ("남준", "rm"),
        ("jimin", "jimin-bts"),
        ("jimin aoa", "jimin-aoa"),
    ],
)
def test_the_first_suggestion(finder: Finder, typed: str, first: str) -> None:
    assert finder.suggest(typed)[0] == first


def test_whole_names_come_before_beginnings_and_parts(finder: Finder) -> None:
    assert finder.suggest("rose")[:2] == ["rose", "the-rose"]
    assert finder.suggest("v") == ["v", "vixx"]  # and not IVE: a single letter is in most names


def test_namesakes_are_all_suggested_the_better_known_first(finder: Finder) -> None:
    assert finder.suggest("Jimin")[:2] == ["jimin-bts", "jimin-aoa"]


@pytest.mark.parametrize("typed", ["", " ", "🎉", "?!"])
def test_nothing_typed_suggests_nobody(finder: Finder, typed: str) -> None:
    assert finder.suggest(typed) == []
    assert finder.nearest(typed) == ()


def test_short_texts_are_not_guessed_at(finder: Finder) -> None:
    assert finder.suggest("rn") == []


def test_nearest_always_names_somebody(finder: Finder) -> None:
    assert finder.nearest("strey kidz")[0] == "stray-kids"
    assert len(finder.nearest("zzzzzz")) == 3


def test_limits_hold_and_long_texts_do_no_harm(finder: Finder) -> None:
    assert len(finder.suggest("i", limit=2)) <= 2
    assert len(set(finder.suggest("jimin"))) == len(finder.suggest("jimin"))
    assert finder.suggest("가나다" * 2000) == []
