"""Times of day in two languages, and what is none."""

import datetime

import pytest

from bot.anniversaries.typed_clock import typed_clock


@pytest.mark.parametrize(
    "text, hour, minute",
    [
        ("09:00", 9, 0), ("9", 9, 0), (" 21:30 ", 21, 30), ("9 pm", 21, 0), ("9:05PM", 21, 5), ("12am", 0, 0),
        ("12 p.m.", 12, 0), ("0:00", 0, 0), ("24:00", 0, 0), ("오후 9시", 21, 0), ("오전 12시", 0, 0),
        ("21시 30분", 21, 30),
        ("저녁 7시 반", 19, 30), ("자정", 0, 0), ("Noon", 12, 0), ("９：３０", 9, 30), ("7.45", 7, 45),
        ("21:00 pm", 21, 0),
    ],
)  # fmt: skip
def test_times(text: str, hour: int, minute: int) -> None:
    assert typed_clock(text) == datetime.time(hour, minute)


@pytest.mark.parametrize("text", ["", "25:00", "9:60", "nine", "🦄", "@everyone", "오후", "9:5", "1" * 400, "am 9 pm"])
def test_what_is_none(text: str) -> None:
    with pytest.raises(ValueError):
        typed_clock(text)
