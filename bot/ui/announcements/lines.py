"""One thing told in a post, in a line or a block: what happens, how it is decided, and the source of it."""

import datetime
from collections.abc import Callable, Sequence

import msgspec

from bot.anniversaries.plans import Kind, Parcel
from bot.catalogue import Catalogue
from bot.catalogue.dates import DateStatus, PartialDate
from bot.catalogue.model import Confidence, Sourced
from bot.services.announcements.reading import Item
from bot.services.coming import Coming
from bot.services.keepsakes import Keepsake
from bot.services.zones import begins
from bot.text import Words
from bot.ui.awards import edition_title
from bot.ui.facts import sentence
from bot.ui.markdown import category_title, credit_of, plain, source_link
from bot.ui.upcoming import MARKS, what
from bot.ui.upcoming import line as coming_line

NAMED_PRIZES = 4
LONGEST_SOURCE = 260  # of its markup; a longer one would crowd the post, and stands under /upcoming
LONGEST_NOTE = 200
KIND_MARKS = {
    Kind.EVENT: "📌", Kind.RECORD: "📈", Kind.WIN: "🏅", Kind.FACT: "💡", Kind.TRIVIA: "🧩",
}  # fmt: skip
Mention = Callable[[str], str]


class Scene(msgspec.Struct, frozen=True):
    """One post with what it tells. `late_since` (UTC seconds) is when it was due, for one that says it is late;
    `sample` is one that an admin tries out.
    """

    parcel: Parcel
    items: tuple[Item, ...]
    role_id: int | None = None
    late_since: int | None = None
    sample: bool = False


def line(
    item: Item, parcel: Parcel, catalogue: Catalogue, mention: Mention, words: Words, *, brief: bool = False
) -> str:
    """One item of a digest or an outlook, as a line of a list; `brief`: without its source."""
    source = "" if brief else _source(item)
    if item.kind is Kind.FACT:
        return sourced(f"- {KIND_MARKS[item.kind]} {_fact(item, catalogue, words)}", source)
    if item.kind is Kind.TRIVIA:
        return f"- {KIND_MARKS[item.kind]} {words('post-trivia', command=mention('trivia daily'))}"
    coming = coming_of(item)
    if coming is not None:
        told = coming_line(coming, parcel.day, catalogue, words)
        elsewhere = coming.day not in (None, told_day(item, parcel))
        day = f" · {words.day(coming.day)}" if elsewhere and coming.day is not None else ""
        return f"{sourced(f'{told}{day}', source)}{'' if brief else _decided(coming, words)}"
    return sourced(f"- {KIND_MARKS[item.kind]} {phrase(item, catalogue, words)}", source)


def phrase(item: Item, catalogue: Catalogue, words: Words) -> str:
    """What is told, in one phrase without its day."""
    coming = coming_of(item)
    if coming is not None:
        return what(coming, catalogue, words)
    if item.event is not None:
        return _event(item, words)
    occurrence = item.occurrence
    if occurrence is not None and occurrence.record is not None:
        record = occurrence.record
        claim = record.claim_ko if words.locale == "ko" and record.claim_ko else record.claim
        return words("post-record", years=occurrence.years, claim=plain(claim))
    if occurrence is not None and occurrence.result is not None:
        return remembered(Keepsake("", occurrence.years, (occurrence.result,)), catalogue, words)
    return _fact(item, catalogue, words) if item.fact is not None else words("announce-kind-trivia")


def remembered(one: Keepsake, catalogue: Catalogue, words: Words) -> str:
    """Prizes of years ago, in a sentence."""
    first = one.results[0]
    prizes = []
    for result in one.results[:NAMED_PRIZES]:
        title = f"**{category_title(catalogue.prize(result.edition, result.category), result.category, words)}**"
        work = result.nominee.work
        prizes.append(words("category-for-work", category=title, work=plain(work)) if work else title)
    more = len(one.results) - len(prizes)
    listed = words("post-more-prizes", prizes=", ".join(prizes), count=more) if more else words.list(prizes)
    return words(
        "post-win",
        years=one.years,
        artist=f"**{credit_of(first.nominee, catalogue.artists, words)}**",
        prizes=listed,
        edition=edition_title(catalogue.ceremonies[first.edition.ceremony], first.edition, words),
    )


def keepsake_line(one: Keepsake, catalogue: Catalogue, words: Words, *, brief: bool = False) -> str:
    """The same as a line of a list, with its source."""
    source = "" if brief else _link(one.results[0].category.sources)
    return sourced(f"- {KIND_MARKS[Kind.WIN]} {remembered(one, catalogue, words)}", source)


def sourced(told: str, source: str) -> str:
    """What is told, and its source (a link, or nothing), which is parted by a dot where no sentence has ended."""
    return f"{told}{' ' if told.endswith('.') else ' · '}{source}" if source else told


def mark(item: Item) -> str:
    """What stands before it in a heading."""
    coming = coming_of(item)
    return MARKS[coming.occasion] if coming is not None else KIND_MARKS[item.kind]


def coming_of(item: Item) -> Coming | None:
    return item.occurrence.coming if item.occurrence is not None else None


def papers(item: Item) -> tuple[Sequence[str], Confidence]:
    """Where it is from; nowhere for what a server told us itself."""
    occurrence = item.occurrence
    claim: Sourced | None = item.fact.claim if item.fact is not None else None
    if occurrence is not None and occurrence.coming is not None:
        claim = occurrence.coming.claim
    elif occurrence is not None:
        claim = occurrence.result.category if occurrence.result is not None else occurrence.record
    return (claim.sources, claim.confidence) if claim is not None else ((), Confidence.CONFIRMED)


def how_decided(coming: Coming, words: Words, *, whole: bool = False) -> str:
    """How a ceremony or a vote is decided, with the show's own words about it when `whole`; "" for anything else."""
    if coming.ceremony is None or coming.edition is None:
        return ""
    method = coming.ceremony.method_of(coming.edition.year)
    how = words("decided-line", how=words(f"method-{method.kind.value}"))
    summary = method.summary_ko if words.locale == "ko" and method.summary_ko else method.summary
    return f"{how}. {plain(summary)}" if whole and summary else how


def told_day(item: Item, parcel: Parcel) -> datetime.date:
    """The day under which it stands."""
    lead = item.told.lead
    if lead.endswith("d") and lead[:-1].isdigit():
        return parcel.day + datetime.timedelta(days=int(lead[:-1]))
    return item.date.first_day


def spelled(date: PartialDate, words: Words) -> str:
    """A date no more exact, and no surer, than it is."""
    told = words.date(date)
    return told if date.status is DateStatus.CONFIRMED else words(f"date-{date.status.value}", date=told)


def from_today(day: datetime.date, parcel: Parcel) -> str:
    """How far off a day is, ticking in the reader's client."""
    return f"<t:{begins(day, parcel.zone)}:R>"


def _event(item: Item, words: Words) -> str:
    event = item.event
    assert event is not None
    years = item.date.year - event.first.year if event.yearly else 0
    title = f"**{plain(event.title)}**"
    told = words("coming-years", what=title, years=years) if years > 0 else title
    note = plain(event.note[:LONGEST_NOTE])
    return f"{told} · {note}" if note else told


def _fact(item: Item, catalogue: Catalogue, words: Words) -> str:
    assert item.fact is not None
    return sentence(item.fact, catalogue, words).split("\n", 1)[0]


def _decided(coming: Coming, words: Words) -> str:
    how = how_decided(coming, words)
    return f"\n-# {how}" if how else ""


def _source(item: Item) -> str:
    return _link(papers(item)[0])


def _link(sources: Sequence[str]) -> str:
    return next((link for link in map(source_link, sources) if len(link) <= LONGEST_SOURCE), "")
