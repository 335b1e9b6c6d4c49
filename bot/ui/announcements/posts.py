"""Draws what a channel reads: a digest, a single item, a change of date. The one way from what is told to a message."""

import datetime
from collections.abc import Sequence
from itertools import groupby

from bot.anniversaries.plans import Form, Kind, Parcel
from bot.catalogue import Catalogue
from bot.catalogue.dates import DateStatus, PartialDate
from bot.services.announcements.reading import Item
from bot.services.coming import Occasion
from bot.services.keepsakes import in_turns
from bot.text import Words
from bot.ui.announcements.lines import (
    Mention,
    Scene,
    coming_of,
    from_today,
    how_decided,
    keepsake_line,
    line,
    mark,
    papers,
    phrase,
    sourced,
    spelled,
    told_day,
)
from bot.ui.announcements.outlook import outlook_sections, outlook_title
from bot.ui.facts import sentence
from bot.ui.layouts import FrozenLayout, clip, draw
from bot.ui.layouts import Item as Button
from bot.ui.markdown import plain, source_link
from bot.ui.queries import (
    ArtistQuery,
    AwardsQuery,
    CeremonyQuery,
    FactQuery,
    TodayQuery,
    UpcomingQuery,
    VotingQuery,
)
from bot.ui.screens import open_button

ROOM = 3_000  # characters of what is told; the rest of Discord's 4,000 is for headings, notes and what a preview adds
MOST_LINES = 20
MOST_WINS = 3
LONGEST_TITLE = 400
SHOWN_SOURCES = 2
OUTLOOKS = (Form.WEEK, Form.MONTH)
REMEMBERED, DAILY = (Kind.RECORD, Kind.WIN), (Kind.FACT, Kind.TRIVIA)


class Posts:
    """Draws posts. Pure: the same scene and language, the same message."""

    def __init__(self, catalogue: Catalogue, mention: Mention) -> None:
        """`mention` makes a command one that can be clicked."""
        self._catalogue = catalogue
        self._mention = mention

    def draw(self, scene: Scene, words: Words) -> FrozenLayout | None:
        """The message; None when there is nothing left to tell."""
        if not scene.items:
            return None
        match scene.parcel.form:
            case Form.ITEM:
                return self._item(scene, scene.items[0], words)
            case Form.CHANGE:
                return self._changes(scene, words)
        return self._listed(scene, self.title(scene, words), self.contents(scene, words), words)

    def title(self, scene: Scene, words: Words) -> str:
        """The heading of a digest or an outlook."""
        if scene.parcel.form in OUTLOOKS:
            return outlook_title(scene.parcel, words)
        today = any(item.told.lead == "0d" or item.told.lead.endswith("h") for item in scene.items)
        key = "post-today" if today else "post-ahead"
        return words(key, date=words.day(scene.parcel.day))

    def contents(self, scene: Scene, words: Words, *, brief: bool = False) -> list[tuple[str, list[str]]]:
        """What a digest or an outlook tells, in lines under headings: today, the days ahead, dates without a day.

        `brief`: without the sources, and how things are decided.
        """
        if scene.parcel.form in OUTLOOKS:
            return outlook_sections(scene, self._catalogue, self._mention, words, brief=brief)
        parcel = scene.parcel
        found: list[tuple[str, list[str]]] = []
        ahead = [item for item in scene.items if item.kind not in (*REMEMBERED, *DAILY)]
        for lead, items in groupby(ahead, key=lambda item: item.told.lead):
            same = list(items)
            heading = self._heading(lead, told_day(same[0], parcel), parcel, words)
            found.append((heading, [self._line(item, parcel, words, brief) for item in same]))
        records = [item for item in scene.items if item.kind is Kind.RECORD]
        remembered = [self._line(item, parcel, words, brief) for item in records]
        if remembered := [*remembered, *self._wins(scene, words, brief)]:
            found.insert(1 if found and not found[0][0] else 0, (words("post-remembered"), remembered))
        daily = [item for item in scene.items if item.kind in DAILY]
        if daily:
            kinds = {item.kind for item in daily}
            heading = words("post-daily" if len(kinds) > 1 else f"post-{daily[0].kind.value}-title")
            found.append((heading, [self._line(one, parcel, words, brief) for one in daily]))
        return found

    def _line(self, item: Item, parcel: Parcel, words: Words, brief: bool) -> str:
        return line(item, parcel, self._catalogue, self._mention, words, brief=brief)

    def _heading(self, lead: str, day: datetime.date, parcel: Parcel, words: Words) -> str:
        if lead == "month":
            return words("post-this-month", month=words.date(PartialDate(parcel.day.year, parcel.day.month)))
        return "" if day == parcel.day else f"{words.day(day)} ({from_today(day, parcel)})"

    def _wins(self, scene: Scene, words: Words, brief: bool = False) -> list[str]:
        """A few prizes of years ago in fair turns, and how many there are besides."""
        results = [
            (item.occurrence.years, item.occurrence.result)
            for item in scene.items
            if item.occurrence is not None and item.occurrence.result is not None
        ]
        kept = in_turns(self._catalogue, scene.parcel.day, results)
        lines = [keepsake_line(one, self._catalogue, words, brief=brief) for one in kept[:MOST_WINS]]
        rest = sum(len(one.results) for one in kept[MOST_WINS:])
        if rest:
            lines.append(f"- {words('post-more-wins', count=rest, command=self._mention('today'))}")
        return lines

    def _listed(
        self, scene: Scene, title: str, sections: Sequence[tuple[str, list[str]]], words: Words
    ) -> FrozenLayout:
        """Lines under headings, as many as one message holds; what does not fit is counted."""
        blocks: list[str] = []
        used = lines = left = 0
        for heading, told in sections:
            block = [f"### {heading}"] if heading else []
            for one in told:
                room = len(one) + (len(heading) + 6 if len(block) <= bool(heading) else 1)
                if left or used + room > ROOM or lines == MOST_LINES:
                    left += 1
                    continue
                block.append(one)
                used += room
                lines += 1
            if len(block) > bool(heading):
                blocks.append("\n".join(block))
        footer = [words("post-more", count=left, command=self._mention("upcoming"))] if left else []
        header = "\n".join([*_before(scene), f"## {title}"])
        return draw(header, blocks, [self._digest_ways(scene, words)], _footer(scene, footer, words))

    def _item(self, scene: Scene, item: Item, words: Words) -> FrozenLayout:
        """One thing in a message of its own, told in full; a day's prizes of years ago together."""
        if item.kind is Kind.WIN:
            title = f"{mark(item)} {words('post-remembered')}"
            return self._listed(scene, title, [("", self._wins(scene, words))], words)
        if item.kind is Kind.RECORD:
            title = words("post-remembered")
        elif item.kind is Kind.FACT:
            title = words("post-fact-title")
        elif item.kind is Kind.TRIVIA:
            title = words("post-trivia-title")
        else:
            title = clip(phrase(item, self._catalogue, words), LONGEST_TITLE)
        header = "\n".join([*_before(scene), f"## {mark(item)} {title}"])
        blocks = ["\n".join(filter(None, self._told(item, scene.parcel, words)))]
        sources, confidence = papers(item)
        if sources:
            links = {link.partition("]")[0]: link for link in map(source_link, reversed(sources))}  # one of each site
            listed = " · ".join(list(links.values())[: -SHOWN_SOURCES - 1 : -1])
            support = words(f"short-{confidence.value}")
            blocks.append(clip(f"-# {words('source-line', source=listed, support=support)}", 1_200))
        return draw(header, [b for b in blocks if b], [self._item_ways(item, words)], _footer(scene, [], words))

    def _told(self, item: Item, parcel: Parcel, words: Words) -> list[str]:
        """When it is, where, and how it is decided."""
        if item.fact is not None:
            return [sentence(item.fact, self._catalogue, words)]
        if item.kind is Kind.TRIVIA:
            return [words("post-trivia", command=self._mention("trivia daily"))]
        if item.kind is Kind.RECORD:
            return [phrase(item, self._catalogue, words)]
        lines = [self._when(item, parcel, words)]
        coming = coming_of(item)
        if coming is not None and coming.edition is not None and coming.window is None:
            span = coming.edition.date
            several = [words.date(span)] if span is not None and span.first != span.last else []
            lines.append(" · ".join([*several, *([plain(coming.edition.place)] if coming.edition.place else [])]))
        if coming is not None and coming.window is not None and coming.window.page:
            lines.append(words("voting-page", page=source_link(coming.window.page)))
        if coming is not None:
            lines.append(how_decided(coming, words, whole=True))
        return lines

    def _when(self, item: Item, parcel: Parcel, words: Words) -> str:
        lead, coming = item.told.lead, coming_of(item)
        if item.date.day is None:
            month, status = item.date, _sure(item).status
            told = words("post-this-month", month=words.date(PartialDate(month.year, month.month)))
            return told if status is DateStatus.CONFIRMED else words(f"date-{status.value}", date=told)
        day, date = item.date.first_day, spelled(_sure(item), words)
        if coming is not None and coming.at is not None and coming.ceremony is not None:
            key = "post-closes" if coming.occasion is Occasion.VOTE_CLOSES else "post-begins"
            if lead.endswith("h"):
                return words(key, at=f"<t:{coming.at}:F>", relative=f"<t:{coming.at}:R>")
            told = words("post-today", date=date) if lead == "0d" else date
            return f"{told}\n{words(key, at=f'<t:{coming.at}:F>', relative=f'<t:{coming.at}:R>')}"
        return words("post-today", date=date) if lead == "0d" else f"{date} ({from_today(day, parcel)})"

    def _changes(self, scene: Scene, words: Words) -> FrozenLayout:
        """What was told with another date."""
        lines = [self._change(item, scene.parcel, words) for item in scene.items]
        sections = [("", [one for one in lines if one])]
        return self._listed(scene, words("post-change", count=len(scene.items)), sections, words)

    def _change(self, item: Item, parcel: Parcel, words: Words) -> str:
        what, told = phrase(item, self._catalogue, words), item.told
        before, _, status = (told.before or "").partition(" ")
        known = {status.value for status in DateStatus}
        was = spelled(PartialDate.parse(before, DateStatus(status if status in known else "confirmed")), words)
        if told.status == DateStatus.CANCELLED.value:
            return sourced(f"- {mark(item)} {words('post-cancelled', what=what, before=was)}", _link(item))
        new = PartialDate.parse(told.date, DateStatus(told.status if told.status in known else "confirmed"))
        relative = f" ({from_today(new.first_day, parcel)})" if new.day is not None else ""
        surer = told.date.startswith(before) or status == DateStatus.EXPECTED.value  # "2026-12" has become a day
        date = f"{spelled(new, words)}{relative}"
        changed = words("post-confirmed" if surer else "post-moved", what=what, date=date, before=was)
        return sourced(f"- {mark(item)} {changed}", _link(item))

    def _digest_ways(self, scene: Scene, words: Words) -> list[Button]:
        ways: list[Button] = [open_button(words("button-upcoming"), UpcomingQuery(), emoji="🗓️")]
        if any(item.kind is Kind.VOTING for item in scene.items):
            ways.append(open_button(words("button-voting"), VotingQuery(), emoji="🗳️"))
        if any(item.kind in REMEMBERED for item in scene.items):
            day = TodayQuery(scene.parcel.day.isoformat())
            ways.append(open_button(words("post-on-this-day"), day, emoji="📖"))
        return ways

    def _item_ways(self, item: Item, words: Words) -> list[Button]:
        """To whom or what it is about."""
        coming, occurrence = coming_of(item), item.occurrence
        if item.fact is not None:
            return [open_button(words("button-another-fact"), FactQuery(), emoji="🎴")]
        if coming is not None and coming.edition is not None:
            edition = CeremonyQuery(coming.edition.ceremony, coming.edition.id)
            voting = VotingQuery(show=coming.edition.ceremony)
            ways: list[Button] = [open_button(words("button-edition"), edition, emoji="🏆")]
            return [*ways, *([open_button(words("button-voting"), voting, emoji="🗳️")] if coming.edition.voting else [])]
        if occurrence is not None and occurrence.result is not None:
            edition_of = occurrence.result.edition
            artist = occurrence.result.nominee.artists[0]
            query = AwardsQuery(artist, show=edition_of.ceremony, year=edition_of.year)
            return [open_button(words("button-awards"), query, emoji="🏆")]
        artists = sorted(occurrence.artists) if occurrence is not None else []
        return [open_button(words("button-profile"), ArtistQuery(artists[0]), emoji="👤")] if len(artists) == 1 else []


def _sure(item: Item) -> PartialDate:
    """The date with how sure it is."""
    day, coming = item.date, coming_of(item)
    status = coming.date.status if coming is not None and not coming.years else DateStatus.CONFIRMED
    return PartialDate(day.year, day.month, day.day, status)


def _before(scene: Scene) -> list[str]:
    return [f"<@&{scene.role_id}>"] if scene.role_id is not None else []


def _footer(scene: Scene, notes: list[str], words: Words) -> str | None:
    notes = list(notes)
    if scene.late_since is not None:
        notes.append(words("post-late", when=f"<t:{scene.late_since}:f>"))
    if scene.sample:
        notes.append(words("post-sample"))
    return "\n".join(f"-# {note}" for note in notes) or None


def _link(item: Item) -> str:
    sources, _ = papers(item)
    return source_link(sources[0]) if sources else ""
