"""Draws what members see of a ballot: the wizard, their own picks, the standings, and the rules of counting."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from discord import SelectOption, ui

from bot.ballots.ballot import KINDS, SHOULD, WILL, Category
from bot.ballots.results import Outcome, Result, settled
from bot.ballots.scoring import GRAND_PRIZE, MOST_FOR_RARITY, Place, Scoring
from bot.catalogue import Catalogue
from bot.services.ballots.ballots import Mine
from bot.services.ballots.model import VOID, Ballot, Standing
from bot.text import Words
from bot.ui.ballots.naming import category_label, category_name, member_name, nominee_label, title_of, winner_names
from bot.ui.ballots.queries import MineQuery, PickDeed, PredictQuery, RulesQuery, StandingsQuery
from bot.ui.layouts import FrozenLayout, Item, draw, page_of, pages
from bot.ui.markdown import plain
from bot.ui.screens import deed_id, open_button, page_buttons, pick_select, turn_button

NOTHING = "-"  # the value that takes a pick back
PER_SELECT = 24  # nominees; the 25th option takes the pick back
PER_PAGE = 10  # places
CATEGORIES_IN_SELECT = 25


def wizard_page(ballot: Ballot, mine: Mine, query: PredictQuery, catalogue: Catalogue, words: Words) -> FrozenLayout:
    """One category with its two selects; which ones are filled in, and the way to the others. Before the lock."""
    indexes = [number for number, category in enumerate(ballot.contents) if category.asked]
    index = query.category if query.category in indexes else _first_open(ballot, mine, indexes)
    category, place = ballot.contents[index], indexes.index(index)
    dealt = [category.nominees[n : n + PER_SELECT] for n in range(0, len(category.nominees), PER_SELECT)]
    shown, page = page_of(dealt, query.page)
    here = PredictQuery(ballot.id, index, page)
    header = f"## {title_of(ballot, catalogue, words)}\n"
    header += _progress(ballot, mine, words)
    block = _asked(ballot, category, mine, catalogue, words)
    if len(dealt) > 1:
        block += f"\n{shown_line(page, PER_SELECT, len(category.nominees), words)}"
    rows: list[list[Item]] = [[_choose(here, kind, category, shown, mine, catalogue, words)] for kind in KINDS]
    rows.append(nominee_pages(here, page, len(dealt), words))
    rows.append([_jump(ballot, mine, indexes, index, catalogue, words)])
    ways: list[Item] = []
    if place:
        before = PredictQuery(ballot.id, indexes[place - 1])
        ways.append(turn_button(words("predict-back"), before, emoji="⬅️"))
    if place + 1 < len(indexes):
        after = PredictQuery(ballot.id, indexes[place + 1])
        ways.append(turn_button(words("predict-next"), after, emoji="➡️"))
    ways.append(turn_button(words("predict-all"), MineQuery(ballot.id), emoji="📋"))
    ways.append(open_button(words("ballot-rules-button"), RulesQuery(), emoji="📖"))
    rows.append(ways)
    return draw(header, [block], rows, f"{words('predict-saved')} {lock_line(ballot, words)}")


def shown_line(page: int, per_page: int, count: int, words: Words) -> str:
    """Which of many nominees the selects hold."""
    first = (page - 1) * per_page + 1
    return f"-# {words('predict-shown', first=first, last=min(count, first + per_page - 1), count=count)}"


def nominee_pages(query: Any, page: int, count: int, words: Words) -> list[Item]:
    """The ways to other nominees of the same category: none where one select holds them all."""
    if count < 2:
        return []
    return [
        turn_button(words("predict-fewer"), query.but(page=page - 1), emoji="◀️", disabled=page == 1),
        turn_button(words("predict-more"), query.but(page=page + 1), emoji="▶️", disabled=page == count),
    ]


def _progress(ballot: Ballot, mine: Mine, words: Words) -> str:
    done, count = mine.done(ballot), len(ballot.asked)
    return words("predict-complete" if done == count else "predict-progress", done=done, count=count)


def lock_line(ballot: Ballot, words: Words) -> str:
    """Until when picks count."""
    if ballot.locks_at is None:
        return words("ballot-locks-by-hand")
    return words("ballot-locks-at", at=f"<t:{ballot.locks_at}:f>", left=f"<t:{ballot.locks_at}:R>")


def locked_line(ballot: Ballot, words: Words) -> str:
    """Since when they do not, or that they never will."""
    if ballot.row.state == VOID:
        return words("ballot-is-void")
    return words("ballot-is-locked", at=f"<t:{ballot.locks_at}:f>")


def _first_open(ballot: Ballot, mine: Mine, indexes: Sequence[int]) -> int:
    return next((n for n in indexes if not mine.of(WILL, ballot.contents[n].id)), indexes[0])


def _asked(ballot: Ballot, category: Category, mine: Mine, catalogue: Catalogue, words: Words) -> str:
    heading = f"### {category_name(ballot, category, catalogue, words)}"
    if category.grand:
        heading += f" · {words('grand-prize')}"
    return "\n".join([heading, *_chosen(category, mine, catalogue, words)])


def _chosen(category: Category, mine: Mine, catalogue: Catalogue, words: Words) -> list[str]:
    """Who will and who should win; nothing about the latter where nobody was picked: it is left to everybody."""
    lines = []
    for kind in KINDS:
        nominee = category.keys.get(mine.of(kind, category.id) or "")
        if nominee is not None:
            line = words(f"predict-{kind}", name=plain(nominee_label(nominee, catalogue, words)))
            lines.append(f"{line} {words('predict-withdrawn')}" if nominee.withdrawn else line)
        elif kind == WILL:
            lines.append(words("predict-will-none"))
    return lines


def _choose(
    here: PredictQuery,
    kind: str,
    category: Category,
    shown: Sequence[Any],
    mine: Mine,
    catalogue: Catalogue,
    words: Words,
) -> Item:
    chosen = mine.of(kind, category.id)
    options = [
        SelectOption(label=nominee_label(one, catalogue, words), value=one.key, default=one.key == chosen)
        for one in shown
        if not one.withdrawn
    ]
    if chosen is not None or not options:  # a select is never empty
        options.append(SelectOption(label=words("predict-clear"), value=NOTHING))
    deed = PickDeed(here.ballot, here.category, kind, here.page)
    return ui.Select[Any](custom_id=deed_id(deed), placeholder=words(f"predict-choose-{kind}")[:150], options=options)


def _jump(ballot: Ballot, mine: Mine, indexes: Sequence[int], here: int, catalogue: Catalogue, words: Words) -> Item:
    """A select of the categories around this one, with a tick at those that are filled in."""
    place = indexes.index(here)
    start = min(max(place - 12, 0), max(len(indexes) - CATEGORIES_IN_SELECT, 0))
    options = []
    for number in indexes[start : start + CATEGORIES_IN_SELECT]:
        category = ballot.contents[number]
        mark = "✅" if mine.of(WILL, category.id) else "▫️"
        label = category_label(ballot, category, catalogue, words)
        options.append(SelectOption(label=label, value=str(number), emoji=mark, default=number == here))
    return pick_select(words("predict-jump"), "category", PredictQuery(ballot.id, here), options)


def mine_page(
    ballot: Ballot,
    mine: Mine,
    results: Mapping[str, Result],
    place: Place | None,
    query: MineQuery,
    catalogue: Catalogue,
    words: Words,
    *,
    locked: bool,
) -> FrozenLayout:
    """Everything a member picked; after the lock with what came of it."""
    header = f"## {words('predict-mine-title', title=title_of(ballot, catalogue, words))}\n"
    header += _progress(ballot, mine, words)
    if place is not None:
        header += f"\n{words('predict-mine-place', rank=place.rank, points=place.points, right=place.right)}"
    blocks, missing = [], []
    for category in ballot.asked:
        name = f"**{category_name(ballot, category, catalogue, words)}**"
        known = settled(results.values()).get(category.id)
        if known is None and not any(mine.of(kind, category.id) for kind in KINDS):
            missing.append(name)
            continue
        lines = [name, *_chosen(category, mine, catalogue, words)]
        if known is not None:
            lines += _outcome(lines, known, category, mine.of(WILL, category.id), catalogue, words)
        blocks.append("\n".join(lines))
    if missing:
        blocks.append(words("predict-missing" if locked else "predict-left", names=words.list(missing)))
    grouped = ["\n\n".join(blocks[n : n + 6]) for n in range(0, len(blocks), 6)]
    dealt = pages(grouped, reserved=len(header) + 300)
    shown, page = page_of(dealt, query.page)
    rows: list[list[Item]] = [page_buttons(query.but(page=page), page, len(dealt), words)]
    if locked:
        rows.append([turn_button(words("ballot-standings"), StandingsQuery(ballot.id), emoji="🏅")])
        rows[-1].append(open_button(words("ballot-rules-button"), RulesQuery(), emoji="📖"))
    else:
        rows.append([turn_button(words("predict-go-on"), PredictQuery(ballot.id), emoji="✏️")])
    said = (words("predict-hidden"), lock_line(ballot, words))
    if locked:
        said = (locked_line(ballot, words), words("predict-hidden-after"))
    return draw(header, shown, rows, " ".join(said))


def _outcome(
    lines: list[str], result: Result, category: Category, pick: str | None, catalogue: Catalogue, words: Words
) -> list[str]:
    """What became of a pick: a tick at its line, or who won instead."""
    if result.outcome is Outcome.VOID:
        return [words("ballot-category-void")]
    if pick in result.winners:
        lines[1] = f"✅ {lines[1]}"
    if (pick,) == result.winners:
        return []
    return [words("predict-winner", winners=winner_names(result.winners, category, catalogue, words))]


def place_line(place: Place, unnamed: Collection[int], words: Words) -> str:
    """`**1** <@…> · 12 points · 7 right`."""
    name = member_name(place.user_id, unnamed, words)
    return words("ballot-place", rank=place.rank, name=name, points=place.points, right=place.right)


def standings_page(
    title: str,
    standing: Standing,
    unnamed: Collection[int],
    reader: int,
    query: StandingsQuery,
    words: Words,
    season: int | None,
    progress: str = "",
) -> FrozenLayout:
    """A page of places, the reader's own below; `season`: the year to which a button leads."""
    places = [standing.places[n : n + PER_PAGE] for n in range(0, len(standing.places), PER_PAGE)] or [()]
    shown, page = page_of(places, query.page)
    told = standing.any_points
    lines = [place_line(place, unnamed, words) for place in shown] if told else [words("ballot-no-standings")]
    own = standing.place_of(reader) if told else None
    footer = words("ballot-honour")
    if own is not None:
        footer = f"{words('predict-mine-place', rank=own.rank, points=own.points, right=own.right)}\n{footer}"
    ways: list[Item] = [open_button(words("ballot-rules-button"), RulesQuery(), emoji="📖")]
    if season is not None:
        other = StandingsQuery(query.ballot, season)
        ways.append(turn_button(words("ballot-season-button", year=str(season)), other, emoji="🗓️"))
    rows = [page_buttons(query.but(page=page), page, len(places), words) if told else [], ways]
    return draw(f"## {title}\n{progress}".strip(), ["\n".join(lines)], rows, footer)


def rules_page(words: Words) -> FrozenLayout:
    """Everything that decides about points, as members may hold us to it."""
    blocks = [
        f"### {words('rules-points')}\n"
        + "\n".join(
            f"- **{words(f'choice-scoring-{scoring.value}')}**: "
            + words(f"rules-{scoring.value}", grand=GRAND_PRIZE, most=MOST_FOR_RARITY)
            for scoring in Scoring
        ),
        f"### {words('rules-lock')}\n{words('rules-lock-text')}",
        f"### {words('rules-ties')}\n{words('rules-ties-text')}",
        f"### {words('rules-corrections')}\n{words('rules-corrections-text')}",
        f"### {words('rules-season')}\n{words('rules-season-text')}",
    ]
    return draw(f"## {words('rules-title')}", blocks, footer=words("ballot-honour"))


__all__ = ["NOTHING", "SHOULD", "lock_line", "mine_page", "place_line", "rules_page", "standings_page", "wizard_page"]
