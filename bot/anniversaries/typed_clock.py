"""Times of day as people type them, in English and Korean: 09:00, 9 pm, 21시 30분, 오후 9시. Pure."""

import datetime
import re
import unicodedata

_WORDS = {
    "midnight": datetime.time(0), "noon": datetime.time(12), "자정": datetime.time(0), "정오": datetime.time(12),
}  # fmt: skip
_HALVES = {"am": 0, "a.m.": 0, "오전": 0, "아침": 0, "새벽": 0, "pm": 12, "p.m.": 12, "오후": 12, "저녁": 12, "밤": 12}
_HALF = "|".join(map(re.escape, _HALVES))
_TIME = re.compile(
    rf"(?P<before>{_HALF})? ?(?P<hour>\d{{1,2}})"
    rf"(?:[:.](?P<minute>\d{{2}})| ?시(?: ?(?P<minutes>\d{{1,2}}) ?분| ?(?P<half>반))?)? ?(?P<after>{_HALF})?"
)


def typed_clock(text: str) -> datetime.time:
    """The time of day that `text` means: to the minute. Raises ValueError for what is none."""
    said = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if said in _WORDS:
        return _WORDS[said]
    match = _TIME.fullmatch(said)
    if match is None or (match["before"] and match["after"]):
        raise ValueError(f"{text!r} is no time of day")
    hour = int(match["hour"])
    minute = 30 if match["half"] else int(match["minute"] or match["minutes"] or 0)
    half = match["before"] or match["after"]
    if half is not None and hour <= 12:
        hour = hour % 12 + _HALVES[half]
    if hour == 24 and minute == 0:
        hour = 0
    return datetime.time(hour, minute)
