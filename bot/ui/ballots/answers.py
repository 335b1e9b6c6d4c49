"""Draws what a host reads after /ballot: what is kept now, and what could not be posted."""

from collections.abc import Sequence

from bot.ballots.results import Outcome
from bot.catalogue import Catalogue
from bot.services.ballots.hosting import Opened
from bot.services.ballots.model import Ballot, Correction, PostRow
from bot.text import Words
from bot.ui.ballots.naming import category_name, member_name, title_of, winner_names
from bot.ui.ballots.wizard import lock_line
from bot.ui.layouts import FrozenLayout, draw


def opened_page(opened: Opened, failed: Sequence[PostRow], catalogue: Catalogue, words: Words) -> FrozenLayout:
    """After /ballot open."""
    ballot = opened.ballot
    title = title_of(ballot, catalogue, words)
    said = words("ballot-opened-again" if opened.again else "ballot-opened", title=title, count=len(ballot.asked))
    lines = [said, lock_line(ballot, words)]
    if opened.locked:
        lines = [words("ballot-opened-locked", title=title)]
    elif opened.left_out:
        lines.append(words("ballot-left-out", count=opened.left_out))
    return draw("\n".join([*lines, *_failed(failed, words)]))


def done_page(key: str, ballot: Ballot, failed: Sequence[PostRow], catalogue: Catalogue, words: Words) -> FrozenLayout:
    """After something that needs no more than a sentence: locked, reopened, void."""
    lines = [words(f"ballot-did-{key}", title=title_of(ballot, catalogue, words))]
    if key == "reopen":
        lines.append(lock_line(ballot, words))
    return draw("\n".join([*lines, *_failed(failed, words)]))


def entered_page(
    ballot: Ballot, correction: Correction, failed: Sequence[PostRow], catalogue: Catalogue, words: Words
) -> FrozenLayout:
    """After a result or a correction: what is kept, and whom it moved."""
    result = correction.after
    category = ballot.category(result.category)
    assert category is not None
    lines = [f"### {category_name(ballot, category, catalogue, words)}"]
    if result.outcome is Outcome.VOID:
        lines.append(words("ballot-category-void"))
    else:
        lines.append(f"🏆 {winner_names(result.winners, category, catalogue, words)}")
    if correction.strangers:
        names = winner_names(correction.strangers, category, catalogue, words)
        lines.append(words("ballot-not-nominated", names=names))
    lines.append(words("ballot-moved", count=len(correction.moves)))
    for move in correction.up:
        name = member_name(move.user_id, (), words)
        lines.append(words("ballot-rose", name=name, rank=move.after.rank, points=move.after.points))
    for move in correction.down if correction.before is not None else ():
        name = member_name(move.user_id, (), words)
        lines.append(words("ballot-fell", name=name, rank=move.after.rank, points=move.after.points))
    return draw("\n".join([*lines, *_failed(failed, words)]))


def _failed(failed: Sequence[PostRow], words: Words) -> list[str]:
    channels = dict.fromkeys(f"<#{row.channel_id}>" for row in failed)
    return [words("ballot-not-posted", channels=words.list(channels))] if channels else []
