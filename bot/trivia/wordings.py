"""Tells prizes of one edition apart that Korean calls alike, such as those of each month. Knows no questions."""

import re

from babel.dates import get_month_names

from bot.catalogue.dates import PartialDate
from bot.catalogue.model import Category
from bot.catalogue.names import fold
from bot.text import Words

_MONTHS = list(get_month_names("wide", locale="en_US").values())
PARTS = (
    "1st Quarter", "2nd Quarter", "3rd Quarter", "4th Quarter", "Ballad", "Hip Hop", "Indie", "R&B", "Artist Day",
    "Song Day", "Music Day", "Hong Kong", "Japan", "Female Group", "Male Group", "Female Artist", "Female", "Male",
)  # fmt: skip
_PART = re.compile(rf"\b(?:({'|'.join(_MONTHS)})(?: (\d{{4}}))?|({'|'.join(map(re.escape, PARTS))}))\)*$")


def told_apart(prize_ko: str, category: Category, korean: Words) -> str:
    """`올해의 가수상 (음원 부문, 2020년 5월)`: with what the category's own wording adds, in English if need be."""
    part = _told(category.name, korean)
    return f"{prize_ko[:-1]}, {part})" if prize_ko.endswith(")") else f"{prize_ko} ({part})"


def part_key(part: str) -> str:
    """The message that says a part of a wording."""
    return f"trivia-part-{fold(part)}"


def _told(wording: str, korean: Words) -> str:
    found = _PART.search(wording)
    if found is None:
        return wording
    month, year, part = found.groups()
    if part:
        return korean(part_key(part))
    date = korean.date(PartialDate.parse(f"{year or 2000}-{_MONTHS.index(month) + 1:02}"))
    return date if year else date.split()[-1]
