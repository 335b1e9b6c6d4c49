"""Names typed in a row, as fans type them, and as nobody should."""

import pytest

from bot.services.follows import Subject
from bot.services.lookup import Lookup
from bot.services.namelist import MOST_NAMES, read_names


def ids(lookup: Lookup, artists: str, shows: str = "") -> list[str]:
    return [str(subject) for subject in read_names(lookup, artists, shows).clear]


@pytest.mark.parametrize(
    "text",
    [
        "BTS, IU",
        "방탄소년단,아이유",
        " bts ,, ,iu, ",
        "BTS\nIU\n",
        "ｂｔｓ，아이유",
        "BTS; IU",
        "BTS、IU",
        "BTS, IU, bts, 방탄소년단",
    ],
)
def test_any_spelling_and_any_separator(lookup: Lookup, text: str) -> None:
    names = read_names(lookup, text, "")
    assert [str(subject) for subject in names.clear] == ["artist:bts", "artist:iu"]
    assert (names.unclear, names.unread) == ((), 0)


def test_shows(lookup: Lookup) -> None:
    assert ids(lookup, "", "MAMA, 골든디스크, melon music awards") == ["show:mama", "show:golden-disc", "show:mma"]


def test_a_show_among_the_artists_and_the_reverse(lookup: Lookup) -> None:
    assert ids(lookup, "BTS, MAMA", "아이유, MMA") == ["artist:bts", "show:mama", "artist:iu", "show:mma"]


def test_who_has_the_name_of_a_show_is_told_by_the_field(lookup: Lookup) -> None:
    assert ids(lookup, "Gaon", "Gaon") == ["artist:gaon", "show:gaon"]


def test_a_name_of_several_is_unclear(lookup: Lookup) -> None:
    names = read_names(lookup, "Jimin, IU", "")
    (unclear,) = names.unclear
    assert names.clear == (Subject("artist", "iu"),), "nothing that was fine is lost"
    assert unclear.text == "Jimin" and len(unclear.candidates) > 1
    assert unclear.candidates[0].id.startswith("jimin")


def test_a_typo_offers_the_nearest(lookup: Lookup) -> None:
    artist, show = read_names(lookup, "stray kidz", "golden dics").unclear
    assert artist.candidates[0] == Subject("artist", "stray-kids")
    assert show.candidates[0] == Subject("show", "golden-disc")


@pytest.mark.parametrize("text", ["🎉", "!!!", "​", "___"])
def test_what_has_no_letters_is_nobody(lookup: Lookup, text: str) -> None:
    names = read_names(lookup, text, text)
    assert names.clear == () and all(one.candidates == () for one in names.unclear)


@pytest.mark.parametrize("text", ["", "   ", ",,,\n,", "\t\n"])
def test_nothing_typed_is_nothing(lookup: Lookup, text: str) -> None:
    names = read_names(lookup, text, text)
    assert (names.clear, names.unclear, names.unread) == ((), (), 0)


def test_one_name_of_600_characters(lookup: Lookup) -> None:
    (unclear,) = read_names(lookup, "방탄" * 300, "").unclear
    assert len(unclear.candidates) == 3


def test_40_names_at_once_and_more_than_are_read(lookup: Lookup) -> None:
    names = [artist.name for artist in lookup.catalogue.artists.values()]
    some = read_names(lookup, ",".join(names[:40]), "")
    assert len(some.clear) + len(some.unclear) == 40 and some.unread == 0
    many = read_names(lookup, ",".join(f"name {number}" for number in range(70)), "MAMA")
    assert len(many.unclear) == MOST_NAMES and many.unread == 21
