"""Folding, slugs and the exact meaning of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.importing.naming import artist_id
from bot.catalogue.names import NameIndex, fold, slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ROSÉ", "rose"),
        ("Rosé", "ROSE"),
        ("æspa", "aespa"),
        ("(G)I-DLE", "gidle"),
        ("Stray Kids", "straykids"),
        ("TVXQ!", "TVXQ"),
        ("f(x)", "FX"),
        ("H.O.T.", "hot"),
        ("ＢＴＳ", "bts"),
        ("Jung Kook", "jungkook"),
        ("방탄 소년단", "방탄소년단"),
        ("방탄소년단", "방탄소년단"),
        ("Måneskin", "maneskin"),
        ("BLACKPINK ", "blackpink"),
        ("ｒｍ🎉", "RM"),
        ("NU’EST", "NU'EST"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), [("RM", "rmm"), ("로제", "로지"), ("4Minute", "5Minute"), ("V", "뷔")])
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", ["", "   ", "🎉", "!?", "♡", "---"])
def test_what_has_no_letter_folds_to_nothing(text: str) -> None:
    assert fold(text) == ""


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert all(char.isalnum() for char in fold(text))


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=40))
def test_the_short_way_for_ascii_agrees_with_the_long_one(text: str) -> None:
    assert fold(text) == fold(text + "é").removesuffix("e")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Favorite K-Pop Artist", "favorite-k-pop-artist"),
        ("Favorite K-POP Artist", "favorite-k-pop-artist"),
        ("Best Dance Performance – Male Group", "best-dance-performance-male-group"),
        ("Fans' Choice of the Year", "fans-choice-of-the-year"),
        ("ROSÉ", "rose"),
        ("R&B", "r-and-b"),
        ("방탄소년단", ""),
        ("x" * 60, "x" * 40),
    ],
)
def test_slug(name: str, wanted: str) -> None:
    assert slug(name) == wanted


@given(st.text(max_size=80))
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    made = slug(text)
    assert made == "" or (len(made) <= 40 and made == slug(made) and not made.startswith("-"))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("RM", "rm"),
        ("BTS", "bts"),
        ("ROSÉ", "rose"),
        ("Jung Kook", "jung-kook"),
        ("H.O.T.", "hot"),
        ("D.O.", "do"),
        ("g.o.d", "god"),
        ("G.NA", "g-na"),
        ("IZ*ONE", "izone"),
        ("Girls' Generation", "girls-generation"),
        ("HUNTR/X", "huntr-x"),
        ("woo!ah!", "wooah"),
    ],
)
def test_ids_of_artists(name: str, wanted: str) -> None:
    assert artist_id(name) == wanted


def test_a_shared_name_means_several_and_an_id_just_one() -> None:
    index = NameIndex({"jimin-bts": ("Jimin", "지민", "jimin-bts"), "jimin-aoa": ("Jimin",), "rm": ("RM", "Namjoon")})
    assert index.find("JIMIN") == ("jimin-bts", "jimin-aoa")
    assert index.find("jimin-aoa") == ("jimin-aoa",)
    assert index.find("Jimin BTS") == ("jimin-bts",)
    assert index.find("지민") == ("jimin-bts",)
    assert index.find("nam joon") == ("rm",)
    assert index.find("nobody") == index.find("") == index.find("🎉") == ()
