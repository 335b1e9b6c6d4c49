"""Draws two artists side by side, in neutral order: counts by show and class, and their meetings. Never a verdict."""

from bot.catalogue import Catalogue
from bot.services.comparison import Comparison, Count, Meeting
from bot.text import Words
from bot.ui.layouts import FrozenLayout, clip, draw, page_of
from bot.ui.markdown import category_title, name_of, plain
from bot.ui.queries import AwardsQuery, CompareQuery
from bot.ui.screens import page_buttons, turn_button
from bot.ui.sources import as_of

MEETINGS_PER_PAGE = 10
SHOWS_LISTED = 20


def comparison_page(comparison: Comparison, query: CompareQuery, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """Counts on every page, the meetings dealt over pages."""
    names = [name_of(artist, words) for artist in comparison.artists]
    header = [f"## {names[0]} · {names[1]}"]
    for name, tally in zip(names, comparison.tallies, strict=True):
        totals = words("awards-totals", wins=tally.wins, nominations=tally.nominations, grand=tally.grand_prizes)
        header.append(f"{name}: {totals}")
    if query.show is not None:
        header.append(words("awards-filtered", filters=plain(catalogue.ceremonies[query.show].name)))
    header.append(f"-# {words('compare-neutral')}\n{as_of(catalogue, words)}")
    blocks = []
    if comparison.shows and query.show is None:
        rows = [_row(plain(show.short), count, names, words) for show, count in comparison.shows[:SHOWS_LISTED]]
        blocks.append(clip(f"### {words('compare-by-show')}\n" + "\n".join(rows), 1_100))
    if comparison.classes:
        rows = [_row(words(f"class-{kind.value}"), count, names, words) for kind, count in comparison.classes]
        blocks.append(clip(f"### {words('compare-by-class')}\n" + "\n".join(rows), 900))
    met = [_meeting(meeting, names, catalogue, words) for meeting in comparison.meetings]
    dealt = [met[n : n + MEETINGS_PER_PAGE] for n in range(0, len(met), MEETINGS_PER_PAGE)] or [[]]
    shown, page = page_of(dealt, query.page)
    lines = shown or [words("compare-never-met")]
    blocks.append(clip(f"### {words('compare-meetings', count=len(met))}\n" + "\n".join(lines), 1_400))
    ways = [
        turn_button(words("button-record-of", artist=_label(artist.name, artist.hangul, words)), AwardsQuery(artist.id))
        for artist in comparison.artists
    ]
    footer = words("page-number", page=page, count=len(dealt)) if len(dealt) > 1 else None
    return draw("\n".join(header), blocks, [page_buttons(query, page, len(dealt), words), ways], footer)


def _row(label: str, count: Count, names: list[str], words: Words) -> str:
    sides = [
        words("compare-side", artist=name, wins=wins, nominations=nominations)
        for name, wins, nominations in zip(names, count.wins, count.nominations, strict=True)
    ]
    return f"- **{label}**: {sides[0]} | {sides[1]}"


def _meeting(meeting: Meeting, names: list[str], catalogue: Catalogue, words: Words) -> str:
    prize = catalogue.prize(meeting.edition, meeting.category)
    title = words(
        "prize",
        category=category_title(prize, meeting.category, words),
        show=plain(catalogue.ceremonies[meeting.edition.ceremony].short),
        year=str(meeting.edition.year),
    )
    won = [name for name, has in zip(names, meeting.won, strict=True) if has]
    if won:
        return f"- {title}: {words('compare-won', artists=words.list(won))}"
    return f"- {title}: {words('compare-neither' if meeting.category.winners else 'ceremony-no-winner')}"


def _label(name: str, hangul: str | None, words: Words) -> str:
    return hangul if words.locale == "ko" and hangul else name
