"""What becomes of the answers that somebody types, and of names that are too long for Discord's own polls."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ballots.answers import LONGEST, MOST, asked, by_lot, listed, shortened
from bot.errors import Refused


def reason(text: str) -> str:
    with pytest.raises(Refused) as refused:
        listed(text)
    return refused.value.reason


def test_one_a_line_without_bullets_and_empty_lines() -> None:
    found = listed("1. Dynamite\n\n  - Butter \n* 봄날\n1989 (Taylor's Version)\n🎉")
    assert found.answers == ("Dynamite", "Butter", "봄날", "1989 (Taylor's Version)", "🎉") and found.merged == 0


def test_what_was_said_already_is_said_once() -> None:
    assert listed("Butter\nBUTTER\n b utter\n봄날\n봄 날\nA+\nA-") == (("Butter", "봄날", "A+", "A-"), 3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "poll-too-few"),
        ("\n \n​", "poll-too-few"),
        ("only one", "poll-too-few"),
        ("one\nOne", "poll-too-few"),
        ("\n".join(map(str, range(100, 100 + MOST + 1))), "poll-too-many-answers"),
        (f"one\n{'x' * (LONGEST + 1)}", "poll-too-long"),
        ("x" * 4_000, "poll-too-long"),
    ],
)
def test_what_is_refused(text: str, said: str) -> None:
    assert reason(text) == said


def test_hostile_text_is_one_harmless_line() -> None:
    found = listed("@everyone\n**bold** \u202eevil\n👨‍👩‍👧 family\na\x00b")
    assert found.answers == ("@everyone", "**bold** evil", "👨‍👩‍👧 family", "ab")


def test_a_question_says_something() -> None:
    assert asked("  Which\n  one? ") == "Which one?" and len(asked("x" * 999)) == 300
    for empty in ("", "???", "\u200b"):
        with pytest.raises(Refused):
            asked(empty)


def test_names_are_shortened_so_that_they_stay_readable() -> None:
    long = "Somebody With A Name (Deluxe Anniversary Remastered Version) feat. Somebody Else Entirely"
    names = ("Dynamite", long, "Permission to Dance on Stage and Everywhere Else in the World", "가" * 60)
    short = shortened(names)
    assert short == (
        "Dynamite",
        "Somebody With A Name feat. Somebody Else Entirely",
        "Permission to Dance on Stage and Everywhere Else in…",
        "가" * 54 + "…",
    )
    assert shortened([f"{long} and more", "x"]) == ("Somebody With A Name", "x")


def test_names_that_would_no_longer_differ_are_not_shortened() -> None:
    assert shortened([f"{'Love ' * 12}(part {n})" for n in (1, 2)]) is None


@given(st.lists(st.text(min_size=1), max_size=12))
def test_short_names_fit_and_are_as_many(names: list[str]) -> None:
    short = shortened(names)
    assert short is None or (len(short) == len(names) and all(1 <= len(one) <= 55 for one in short))


@given(st.lists(st.integers()), st.integers(1, 2**31 - 1))
def test_a_lot_is_fair_and_the_same_again(items: list[int], seed: int) -> None:
    drawn = by_lot(items, seed)
    assert sorted(drawn) == sorted(items) and drawn == by_lot(items, seed)


def test_everybody_is_first_now_and_then() -> None:
    assert {by_lot("abcde", seed)[0] for seed in range(1, 60)} == set("abcde")
    assert by_lot("abcde", 7) == by_lot("abcde", 7) and "".join(by_lot("abcde", 1)) == "cdeab"
