"""What hosts do with ballots: open, lock, reopen, void, settle, correct. Whether somebody may, the caller asks.

Everything is kept before it returns, with the posts that tell of it, and audited.
"""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Any

import msgspec

from bot.ballots.ballot import Category
from bot.ballots.hours import typed_instant
from bot.ballots.results import Move, Outcome, current, fallen, moves, not_nominated, risen, settled
from bot.ballots.scoring import Place, Scoring
from bot.catalogue.model import Edition
from bot.clock import Clock
from bot.errors import Refused
from bot.services.ballots import contents
from bot.services.ballots.ballots import Act, Ballots
from bot.services.ballots.counting import IN_PLACE
from bot.services.ballots.model import ASKING, SILENT, VOID, Ballot, Correction, PostKind
from bot.services.guilds import Guilds
from bot.services.zones import SEOUL
from bot.storage.ballot_posts import LOST, Draft, PostBook, PostRow
from bot.storage.ballots import BallotBook, NewResult

LONGEST_REASON, LONGEST_SOURCE = 300, 300
FURTHEST = 400 * 86_400  # seconds ahead that a ballot may lock
SHOWN_MOVES = 3
LATEST = 1_440  # minutes by which a lock may come late
Places = tuple[Place, ...]


class Opened(msgspec.Struct, frozen=True):
    """A ballot that was opened; `again`: it was there and has a new panel, instead of `panel` where that was posted.

    `left_out`: categories without nominees.
    """

    ballot: Ballot
    again: bool
    left_out: int
    panel: PostRow | None = None
    locked: bool = False


class Hosting:
    """Use cases of whoever manages events. Refused tells what cannot be done, and why."""

    def __init__(self, book: BallotBook, posts: PostBook, ballots: Ballots, guilds: Guilds, clock: Clock) -> None:
        self._book, self._posts, self._ballots, self._guilds, self._clock = book, posts, ballots, guilds, clock
        self._catalogue = ballots.catalogue

    async def open(
        self, act: Act, show: str, channel_id: int, *, locks: str | None, scoring: Scoring, zone: str | None
    ) -> Opened:
        """Opens a ballot for the newest announced edition of which nominees are known; its panel follows.

        One that is open already gets a new panel in that channel. `locks` as typed by somebody in `zone`; without it
        the ballot locks when the ceremony's first day begins, or by hand where no day is known.
        """
        edition = contents.announced(self._catalogue, show)
        known = contents.contents_of(edition)
        left_out = sum(not category.asked for category in known)
        values: dict[str, Any] = {"guild_id": act.guild_id, "channel_id": channel_id, "user_id": act.user_id}
        values |= {"ceremony": show, "edition": edition.id, "season": contents.season_of(edition), "state": ASKING}
        values |= {"scoring": scoring.value, "contents": msgspec.to_builtins(known), "created_at": act.at}
        there = next(
            (one for one in await self._ballots.all(act.guild_id, show) if one.row.edition == edition.id), None
        )
        if there is None:
            values["locks_at"] = locks_at = self._lock(edition, locks, zone, act.at)
            drafts = [
                Draft(PostKind.PANEL, "", channel_id, act.at, again_at=locks_at),
                Draft(PostKind.LOCK, "1", channel_id, locks_at),
            ]
            ballot_id = await self._book.open(values, drafts)
            if ballot_id is not None:
                await self._guilds.note(act.guild_id, act.user_id, "ballot-open", None, f"{show} {edition.id}")
                return Opened(await self._ballots.of(ballot_id, act.guild_id), False, left_out)
            there = next(one for one in await self._ballots.all(act.guild_id, show) if one.row.edition == edition.id)
        if there.row.state == SILENT:
            raise Refused("ballot-night-began")
        old = next((post for post in await self._posts.of_ballot(there.id) if post.kind == PostKind.PANEL), None)
        if old is not None:
            await self._posts.lost(old)  # so that it is posted anew, wherever it is
        panel = Draft(PostKind.PANEL, "", channel_id, act.at, again_at=there.locks_at)
        await self._ballots.change(there, [panel], channel_id=channel_id)
        return Opened(await self._ballots.of(there.id, act.guild_id), True, left_out, old, there.locked(act.at))

    async def lock(self, act: Act, ballot: Ballot, reason: str, minutes_late: int = 0) -> Ballot:
        """Locks a ballot at the end of this second; with `minutes_late`, what was picked since the show really began
        is void, and what somebody had picked before counts again. An open lock only moves to an earlier time.
        """
        at = act.at + 1 - min(max(minutes_late, 0), LATEST) * 60
        if ballot.locks_at is not None and ballot.locks_at <= at:
            raise Refused("ballot-is-locked")
        text = _reason(reason)
        lock = Draft(PostKind.LOCK, await self._next_lock(ballot), ballot.row.channel_id, act.at, text)
        await self._ballots.change(ballot, [lock], locks_at=at)
        await self._guilds.note(act.guild_id, act.user_id, "ballot-lock", ballot.locks_at, text)
        return await self._ballots.of(ballot.id, act.guild_id)

    async def reopen(self, act: Act, ballot: Ballot, reason: str, locks: str | None, zone: str | None) -> Ballot:
        """Takes the lock back, as long as no winner is known: everything that was picked counts as if never locked."""
        if not ballot.locked(act.at + 1):
            raise Refused("ballot-not-locked")
        if settled(await self._ballots.results(ballot)):
            raise Refused("ballot-has-results")
        text, locks_at = _reason(reason), self._typed(locks, zone, act.at) if locks else None
        about = await self._next_lock(ballot)
        drafts = [
            Draft(PostKind.NOTE, f"reopen {about}", ballot.row.channel_id, act.at, text),
            Draft(PostKind.LOCK, about, ballot.row.channel_id, locks_at),
            *await self._panel(ballot, locks_at),
        ]
        await self._ballots.change(ballot, drafts, locks_at=locks_at)
        await self._guilds.note(act.guild_id, act.user_id, "ballot-reopen", ballot.locks_at, text)
        return await self._ballots.of(ballot.id, act.guild_id)

    async def void(self, act: Act, ballot: Ballot, reason: str) -> None:
        """Ends a ballot so that it counts for nobody; another may be opened for the same edition."""
        text = _reason(reason)
        drafts = [Draft(PostKind.NOTE, "void", ballot.row.channel_id, act.at, text)]
        unsaid = [
            post
            for post in await self._posts.of_ballot(ballot.id)
            if post.kind == PostKind.LOCK and not post.message_id
        ]
        drafts += [Draft(PostKind.LOCK, post.about, post.channel_id, None) for post in unsaid]
        await self._ballots.change(ballot, drafts, state=VOID, nth=ballot.id)
        await self._guilds.note(act.guild_id, act.user_id, "ballot-void", ballot.row.ceremony, text)

    async def enter(
        self, act: Act, ballot: Ballot, category_id: str, winners: Sequence[str], *, source: str, correct: bool
    ) -> Correction:
        """Keeps who won a category, and posts it. `correct` says that one was entered already. Winners as typed."""
        category = ballot.category(category_id)
        if category is None:
            raise Refused("ballot-no-category", text=category_id)
        before = current(await self._ballots.results(ballot)).get(category_id)
        decided = before is not None and before.outcome is not Outcome.UNDONE
        if decided and not correct:
            raise Refused("ballot-decided")
        if correct and not decided:
            raise Refused("ballot-undecided")
        named = tuple(
            dict.fromkeys(contents.named_winner(self._catalogue, category, text) for text in winners if text.strip())
        )
        if not named:
            raise Refused("ballot-winner-empty")
        if before is not None and decided and set(before.winners) == set(named) and before.outcome is Outcome.WON:
            raise Refused("ballot-same")
        revision = before.revision if before else 0
        return await self.add(act, ballot, category, revision, Outcome.WON, named, source, correct=correct)

    async def void_category(self, act: Act, ballot: Ballot, category_id: str, reason: str) -> Correction:
        """A category that counts for nobody."""
        category = ballot.category(category_id)
        if category is None:
            raise Refused("ballot-no-category", text=category_id)
        before = current(await self._ballots.results(ballot)).get(category_id)
        if before is not None and before.outcome is Outcome.VOID:
            raise Refused("ballot-same")
        revision, text = before.revision if before else 0, _reason(reason)
        decided = before is not None and before.outcome is Outcome.WON
        return await self.add(act, ballot, category, revision, Outcome.VOID, (), text, correct=decided)

    async def add(
        self,
        act: Act,
        ballot: Ballot,
        category: Category,
        revision: int,
        outcome: Outcome,
        winners: tuple[str, ...],
        source: str,
        *,
        correct: bool = False,
        posts: Sequence[Draft] | None = None,
    ) -> Correction:
        """Keeps an entry after entry `revision` of its category. Raises Refused when another was entered meanwhile.

        A first result locks a ballot that is still open: nobody picks what is known.
        """
        if not ballot.locked(act.at + 1) and ballot.row.state == ASKING:
            ballot = await self.lock(act, ballot, "")
        entry = NewResult(category.id, revision + 1, outcome.value, winners, _tidied(source, LONGEST_SOURCE), *_by(act))
        if posts is None:
            hides = await self._ballots.hides_until(act.guild_id, act.at)
            channel_id = ballot.row.channel_id
            posts = [Draft(PostKind.RESULT, category.id, channel_id, act.at, again_at=hides, hides_until=hides)]
            if correct:
                about = f"{category.id}:{revision + 1}"
                posts = [Draft(PostKind.CORRECTION, about, channel_id, act.at, again_at=hides, hides_until=hides)]
        if not await self._book.enter(ballot.row, [entry], posts):
            raise Refused("ballot-meanwhile")
        what = f"ballot-{'correct' if correct else outcome.value}"
        await self._guilds.note(act.guild_id, act.user_id, what, category.id, list(winners))
        return await self.told(ballot, category.id, revision + 1)

    async def told(self, ballot: Ballot, category_id: str, revision: int) -> Correction:
        """What the entry of that revision changed, derived from all entries; whom it moved, once that may be told."""
        results = await self._ballots.results(ballot)
        after = next(one for one in results if (one.category, one.revision) == (category_id, revision))
        earlier = [one for one in results if one.id < after.id]
        before = current(earlier).get(category_id)
        category = ballot.category(category_id)
        strangers = not_nominated(category, after.winners) if category is not None and category.asked else ()
        if ballot.row.state == SILENT:
            return Correction(before, after, strangers)
        then = await self._ballots.counting.standing(ballot, earlier)
        now = await self._ballots.counting.standing(ballot, [*earlier, after])
        changed = partial(_moved, then.places, now.places)
        few = len(now.places) < IN_PLACE
        return Correction(before, after, strangers, *(changed() if few else await asyncio.to_thread(changed)))

    def _lock(self, edition: Edition, locks: str | None, zone: str | None, now: int) -> int | None:
        if locks:
            return self._typed(locks, zone, now)
        if contents.is_past(self._catalogue, edition, now):
            raise Refused("ballot-past", show=self._catalogue.ceremonies[edition.ceremony].name)
        starts = contents.starts_at(self._catalogue, edition)
        if starts is not None and starts <= now:
            raise Refused("ballot-began", show=self._catalogue.ceremonies[edition.ceremony].name)
        return starts

    def _typed(self, locks: str, zone: str | None, now: int) -> int:
        try:
            at = typed_instant(locks, self._clock.now(), zone or SEOUL)
        except ValueError:
            raise Refused("ballot-lock-unclear", text=locks) from None
        if not now < at <= now + FURTHEST:
            raise Refused("ballot-lock-past")
        return at

    async def _panel(self, ballot: Ballot, locks_at: int | None) -> list[Draft]:
        """The panel anew, where there is one."""
        there = [
            post
            for post in await self._posts.of_ballot(ballot.id)
            if post.kind == PostKind.PANEL and post.state != LOST
        ]
        return [Draft(PostKind.PANEL, "", post.channel_id, self._ballots.now(), again_at=locks_at) for post in there]

    async def _next_lock(self, ballot: Ballot) -> str:
        """What the next word about a lock is called: the one that waits, else another one."""
        locks = [post for post in await self._posts.of_ballot(ballot.id) if post.kind == PostKind.LOCK]
        waiting = next((post.about for post in locks if post.message_id is None), None)
        return waiting or str(len(locks) + 1)


def _moved(before: Places, after: Places) -> tuple[tuple[Move, ...], tuple[Move, ...], tuple[Move, ...]]:
    changed = moves(before, after)
    return changed, risen(changed, SHOWN_MOVES), fallen(changed, SHOWN_MOVES)


def _by(act: Act) -> tuple[int, int]:
    return act.user_id, act.at


def _reason(text: str) -> str:
    return _tidied(text, LONGEST_REASON)


def _tidied(text: str, most: int) -> str:
    return " ".join(text.split())[:most]
