"""What a week or a month brings, by day: the sections of an outlook's message."""

import datetime
from itertools import groupby

from bot.anniversaries.plans import Form, Parcel
from bot.catalogue import Catalogue
from bot.catalogue.dates import PartialDate, Precision
from bot.services.announcements.reading import Item
from bot.text import Words
from bot.ui.announcements.lines import Mention, Scene, from_today, line


def outlook_title(parcel: Parcel, words: Words) -> str:
    """Which days it is about."""
    if parcel.form is Form.MONTH:
        return words("post-month", month=words.day(parcel.day, Precision.MONTH))
    last = parcel.day + datetime.timedelta(days=6)
    return words("post-week", first=words.day(parcel.day), last=words.day(last))


def outlook_sections(
    scene: Scene, catalogue: Catalogue, mention: Mention, words: Words, *, brief: bool = False
) -> list[tuple[str, list[str]]]:
    """The days with something on them, in order, each under its heading; then what has no day yet."""
    parcel = scene.parcel
    dated = sorted((item for item in scene.items if item.date.day is not None), key=_day)
    found = []
    for day, items in groupby(dated, key=_day):
        heading = f"{words.day(day)} ({from_today(day, parcel)})"
        found.append((heading, [line(item, parcel, catalogue, mention, words, brief=brief) for item in items]))
    vague = [item for item in scene.items if item.date.day is None]
    if vague:
        month = words.date(PartialDate(parcel.day.year, parcel.day.month))
        lines = [line(item, parcel, catalogue, mention, words, brief=brief) for item in vague]
        found.append((words("post-this-month", month=month), lines))
    return found


def _day(item: Item) -> datetime.date:
    return item.date.first_day
