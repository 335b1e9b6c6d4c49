"""Draws what is posted about ballots and nights, in the server's language: from a scene, and from nothing else."""

from collections.abc import Collection

from bot.ballots.ballot import SHOULD, WILL
from bot.ballots.night import highlights
from bot.ballots.results import Outcome, Result, winners_of
from bot.ballots.scoring import GRAND_PRIZE, MOST_FOR_RARITY
from bot.catalogue import Catalogue
from bot.services.ballots.model import ASKING, VOID, PostKind, Scene
from bot.text import Words
from bot.ui.ballots.curtains import curtain
from bot.ui.ballots.naming import category_name, member_name, nominee_label, shares, title_of, winner_names
from bot.ui.ballots.queries import MineQuery, PredictQuery, RulesQuery, StandingsQuery
from bot.ui.ballots.wizard import lock_line, locked_line, place_line
from bot.ui.layouts import FrozenLayout, Item, clip, draw
from bot.ui.markdown import plain, source_link
from bot.ui.screens import open_button

SHOWN_PLACES = 10
LONGEST_LIST = 1_500
LINES = 12  # more nominees than that stand side by side


def post_page(scene: Scene, unnamed: Collection[int], catalogue: Catalogue, words: Words) -> FrozenLayout:
    """The message of a post. `unnamed`: members who want no board to show their names."""
    match PostKind(scene.post.kind):
        case PostKind.PANEL:
            return _panel(scene, catalogue, words)
        case PostKind.LOCK:
            return _lock(scene, catalogue, words)
        case PostKind.NOTE:
            return _note(scene, catalogue, words)
        case PostKind.OPENING:
            return _opening(scene, catalogue, words)
        case PostKind.ANNOUNCE:
            return _announce(scene, catalogue, words)
        case PostKind.STANDINGS:
            return _standings(scene, unnamed, catalogue, words)
        case PostKind.WRAP:
            return _wrap(scene, unnamed, catalogue, words)
        case PostKind.SETTLED:
            return _settled(scene, catalogue, words)
        case _:
            return _result(scene, unnamed, catalogue, words)


def _panel(scene: Scene, catalogue: Catalogue, words: Words) -> FrozenLayout:
    ballot = scene.ballot
    lines = [f"## {words('ballot-title', title=title_of(ballot, catalogue, words))}"]
    if ballot.row.state == VOID:
        return draw("\n".join([*lines, words("ballot-is-void")]))
    ways: list[Item] = [open_button(words("ballot-rules-button"), RulesQuery(), emoji="📖")]
    count = words("ballot-count", count=scene.count)
    if scene.locked:
        text = f"{locked_line(ballot, words)} {count}"
        ways = [
            open_button(words("ballot-mine-button"), MineQuery(ballot.id), emoji="📋"),
            open_button(words("ballot-standings"), StandingsQuery(ballot.id), emoji="🏅"),
            *ways,
        ]
    else:
        scoring = words(f"scoring-{ballot.scoring.value}", grand=GRAND_PRIZE, most=MOST_FOR_RARITY)
        text = words("ballot-invitation", count=len(ballot.asked))
        text = f"{text}\n{lock_line(ballot, words)}\n{scoring}\n**{count}**"
        ways = [open_button(words("ballot-fill-in"), PredictQuery(ballot.id), emoji="🗳️"), *ways]
    return draw("\n".join(lines), [text], [ways], words("ballot-honour"))


def _lock(scene: Scene, catalogue: Catalogue, words: Words) -> FrozenLayout:
    ballot = scene.ballot
    title = title_of(ballot, catalogue, words)
    at = f"<t:{ballot.locks_at}:f>" if ballot.locks_at is not None else "…"
    text = words("ballot-lock-note", title=title, at=at, count=scene.count)
    rows = [[open_button(words("ballot-mine-button"), MineQuery(ballot.id), emoji="📋")]]
    return draw(text, _reason(scene, words), rows)


def _reason(scene: Scene, words: Words) -> list[str]:
    return [words("ballot-reason", reason=plain(scene.post.text))] if scene.post.text else []


def _note(scene: Scene, catalogue: Catalogue, words: Words) -> FrozenLayout:
    title = title_of(scene.ballot, catalogue, words)
    if scene.post.about == "void":
        return draw(words("ballot-void-note", title=title), _reason(scene, words))
    rows = [[open_button(words("ballot-fill-in"), PredictQuery(scene.ballot.id), emoji="🗳️")]]
    text = f"{words('ballot-reopen-note', title=title)} {lock_line(scene.ballot, words)}"
    return draw(text, _reason(scene, words), rows)


def _opening(scene: Scene, catalogue: Catalogue, words: Words) -> FrozenLayout:
    ballot = scene.ballot
    text = words("night-opening", count=len(ballot.contents))
    ways: list[Item] = []
    if ballot.row.state == ASKING:
        text += f"\n{words('ballot-count', count=scene.count)}"
        ways = [open_button(words("ballot-mine-button"), MineQuery(ballot.id), emoji="📋")]
        if not scene.locked:
            ways = [open_button(words("ballot-fill-in"), PredictQuery(ballot.id), emoji="🗳️")]
    if scene.night is not None and scene.night.spoiler_hours:
        text += f"\n{words('night-spoilers', hours=scene.night.spoiler_hours)}"
    return draw(f"## {words('night-title', title=title_of(ballot, catalogue, words))}", [text], [ways])


def _announce(scene: Scene, catalogue: Catalogue, words: Words) -> FrozenLayout:
    ballot, category = scene.ballot, scene.ballot.category(scene.post.about)
    if category is None:
        return draw(words("night-next", category=plain(scene.post.about)))
    names = [plain(nominee_label(one, catalogue, words)) for one in category.nominees if not one.withdrawn]
    few = len(names) <= LINES
    listed = clip("\n".join(f"- {name}" for name in names) if few else " · ".join(names), LONGEST_LIST)
    text = words("night-next", category=category_name(ballot, category, catalogue, words))
    return draw(text, [listed] if listed else [], footer=_decided(scene, category.id, catalogue, words))


def _decided(scene: Scene, category_id: str, catalogue: Catalogue, words: Words) -> str | None:
    """How the real prize is decided."""
    ceremony = catalogue.ceremonies.get(scene.ballot.row.ceremony)
    edition = catalogue.editions.get((scene.ballot.row.ceremony, scene.ballot.row.edition))
    if ceremony is None or edition is None:
        return None
    category = next((one for one in edition.category if one.id == category_id), None)
    kind = catalogue.method_kind(edition, category) if category is not None else ceremony.method_of(edition.year).kind
    return f"-# {words('decided-line', how=words(f'method-{kind.value}'))}"


def _result(scene: Scene, unnamed: Collection[int], catalogue: Catalogue, words: Words) -> FrozenLayout:
    """A winner: by a night's reveal, a host's entry or a correction."""
    ballot, entry = scene.ballot, scene.entry
    category = ballot.category(scene.post.about.partition(":")[0])
    assert category is not None  # entries are of categories, which never go
    name = category_name(ballot, category, catalogue, words)
    corrected = scene.post.kind == PostKind.CORRECTION
    heading = f"### {words('ballot-correction' if corrected else 'night-winner', category=name)}"
    if category.grand:
        heading += f" · {words('grand-prize')}"
    if entry is None or entry.outcome is Outcome.UNDONE:
        return curtain(heading, [words("night-undone")])
    blocks = [_told(scene, entry, catalogue, words)]
    if scene.change is not None:
        blocks.append(_moved(scene, unnamed, words, both=corrected))
    decided = _decided(scene, category.id, catalogue, words)
    hidden = scene.hidden and entry.outcome is Outcome.WON  # that nothing counts spoils nothing
    return curtain(heading, [*blocks, decided or ""], hidden=hidden)


def _told(scene: Scene, entry: Result, catalogue: Catalogue, words: Words) -> str:
    ballot, change = scene.ballot, scene.change
    category = ballot.category(entry.category)
    assert category is not None
    if entry.outcome is Outcome.VOID:
        lines = [words("ballot-category-void")]
        lines += [words("ballot-reason", reason=plain(entry.source))] if entry.source else []
        return "\n".join(lines)
    lines = [f"🏆 {winner_names(entry.winners, category, catalogue, words)}"]
    if len(entry.winners) > 1:
        lines.append(words("ballot-shared"))
    before = change.before if change is not None else None
    if scene.post.kind == PostKind.CORRECTION and before is not None and before.winners:
        lines.append(words("ballot-before", winners=winner_names(before.winners, category, catalogue, words)))
    if change is not None and change.strangers:
        names = winner_names(change.strangers, category, catalogue, words)
        lines.append(words("ballot-not-nominated", names=names))
    tally = scene.standing.tally(WILL, category.id)
    if tally.picked:
        right = sum(tally.counts.get(winner, 0) for winner in entry.winners)
        lines.append(words("night-guessed", right=right, count=tally.picked))
        lines.append(words("night-predicted", shares=shares(tally, category, catalogue, words)))
    should = scene.standing.tally(SHOULD, category.id)
    if should.picked:
        lines.append(words("night-wished", shares=shares(should, category, catalogue, words)))
    if scene.votes:
        told = " · ".join(f"{plain(name)} {count}" for name, count in scene.votes)
        lines.append(words("night-voted", votes=told))
    if entry.source:
        lines.append(f"-# {words('source-plain', source=_source(entry.source))}")
    return "\n".join(lines)


def _source(source: str) -> str:
    """A link only where nothing in it could end it: hosts may write anything."""
    safe = source.startswith("https://") and not set(source) & set("<>()[]` ")
    return source_link(source) if safe else plain(source)


def _moved(scene: Scene, unnamed: Collection[int], words: Words, *, both: bool) -> str:
    """Who rose; with `both`, who fell as well."""
    assert scene.change is not None
    lines = []
    for move in scene.change.up:
        if move.after.points:
            name = member_name(move.user_id, unnamed, words)
            lines.append(words("ballot-rose", name=name, rank=move.after.rank, points=move.after.points))
    for move in scene.change.down if both else ():
        name = member_name(move.user_id, unnamed, words)
        lines.append(words("ballot-fell", name=name, rank=move.after.rank, points=move.after.points))
    if both and not lines:
        lines.append(words("ballot-nobody-moved"))
    return "\n".join(lines)


def _standings(scene: Scene, unnamed: Collection[int], catalogue: Catalogue, words: Words) -> FrozenLayout:
    heading = f"### {words('ballot-standings-of', title=title_of(scene.ballot, catalogue, words))}"
    known = sum(one.outcome is not Outcome.UNDONE for one in (scene.results or {}).values())
    heading += f"\n{words('night-progress', done=known, count=len(scene.ballot.contents))}"
    lines = _places(scene, unnamed, words)
    ways: list[Item] = [open_button(words("ballot-mine-button"), MineQuery(scene.ballot.id), emoji="📋")]
    ways.append(open_button(words("ballot-standings"), StandingsQuery(scene.ballot.id), emoji="🏅"))
    return curtain(heading, ["\n".join(lines) or words("ballot-no-standings")], hidden=scene.hidden, rows=[ways])


def _places(scene: Scene, unnamed: Collection[int], words: Words) -> list[str]:
    """The best, once anybody has a point."""
    if not scene.standing.any_points:
        return []
    return [place_line(place, unnamed, words) for place in scene.standing.places[:SHOWN_PLACES]]


def _wrap(scene: Scene, unnamed: Collection[int], catalogue: Catalogue, words: Words) -> FrozenLayout:
    ballot = scene.ballot
    heading = f"## {words('night-wrap', title=title_of(ballot, catalogue, words))}"
    winners = winners_of((scene.results or {}).values())
    tallies = [scene.standing.tally(WILL, category.id) for category in ballot.contents]
    found = highlights([one for one in tallies if one.picked], winners, scene.standing.places)
    blocks = [_winners(scene, catalogue, words)]
    if found.upset is not None:
        category = ballot.category(found.upset.category)
        assert category is not None
        share = found.upset.share(winners[category.id])
        names = winner_names(sorted(winners[category.id]), category, catalogue, words)
        name = category_name(ballot, category, catalogue, words)
        blocks.append(words("night-upset", winners=names, category=name, percent=round(100 * share)))
    if found.best:
        names = words.list(member_name(place.user_id, unnamed, words) for place in found.best[:SHOWN_PLACES])
        best = found.best[0]
        blocks.append(words("night-best", names=names, points=best.points, right=best.right))
    if found.split is not None:
        category = ballot.category(found.split.category)
        assert category is not None
        name = category_name(ballot, category, catalogue, words)
        blocks.append(words("night-split", category=name, shares=shares(found.split, category, catalogue, words)))
    lines = _places(scene, unnamed, words)
    blocks.append("\n".join(lines))
    ways: list[Item] = [open_button(words("ballot-standings"), StandingsQuery(ballot.id), emoji="🏅")]
    return curtain(heading, blocks, hidden=scene.hidden, rows=[ways] if lines else [])


def _settled(scene: Scene, catalogue: Catalogue, words: Words) -> FrozenLayout:
    title = title_of(scene.ballot, catalogue, words)
    heading = f"### {words('ballot-settled', title=title)}"
    ways: list[Item] = [open_button(words("ballot-standings"), StandingsQuery(scene.ballot.id), emoji="🏅")]
    return curtain(heading, [_winners(scene, catalogue, words)], hidden=scene.hidden, rows=[ways])


def _winners(scene: Scene, catalogue: Catalogue, words: Words) -> str:
    """Every category that has a winner, in the order of the ballot."""
    lines = []
    for category in scene.ballot.contents:
        result = (scene.results or {}).get(category.id)
        if result is not None and result.outcome is Outcome.WON:
            name = category_name(scene.ballot, category, catalogue, words)
            lines.append(f"- {name}: {winner_names(result.winners, category, catalogue, words)}")
    return clip("\n".join(lines), LONGEST_LIST) or words("night-nothing")
