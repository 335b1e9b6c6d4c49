"""Posts what ballots and nights have to tell, once, and draws it anew when it changes. How it looks, a Poster knows."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Protocol

from cachetools import LRUCache
from msgspec.structs import replace

from bot.ballots.results import CATALOGUE, Outcome, Result, current
from bot.errors import Refused, SendFault
from bot.services.ballots.ballots import Ballots
from bot.services.ballots.hosting import Hosting
from bot.services.ballots.model import ASKING, VOID, Ballot, Correction, PostKind, Scene, Standing
from bot.services.failures import Failures, Why
from bot.storage.ballot_posts import LOST, PostBook, PostRow
from bot.storage.ballots import BallotBook

log = logging.getLogger(__name__)
RETRY, LONGEST_RETRY = 15, 900  # seconds
LOOKED_AFTER = 200 * 86_400  # seconds for which the catalogue may settle a ballot
COUNTED = (PostKind.PANEL, PostKind.LOCK, PostKind.OPENING)  # these say how many took part
TOLD = (PostKind.REVEAL, PostKind.RESULT)
SCORED = (*TOLD, PostKind.CORRECTION, PostKind.STANDINGS, PostKind.WRAP)
OFTEN = (PostKind.STANDINGS, PostKind.PANEL)  # edited at most once in two seconds
REMEMBERED = 2_000
PROMPT = 30  # seconds within which what is due is posted, unless something happens; Discord keeps a nonce for longer
GONE = (SendFault.Why.FORBIDDEN, SendFault.Why.GONE, SendFault.Why.REJECTED)


class Poster(Protocol):
    """Speaks in channels. Raises SendFault."""

    async def post(self, scene: Scene, nonce: str) -> int:
        """Posts it and returns the message's id."""

    async def find(self, scene: Scene) -> int | None:
        """The message of a try of which nobody knows the end; None when there is none, or we may not look."""

    async def edit(self, scene: Scene) -> None:
        """Draws its message anew."""

    async def take_away(self, channel_id: int, message_id: int) -> None:
        """Deletes a message of ours; one that is gone already is no fault."""

    def soon(self, message_id: int, redraw: Callable[[], Awaitable[Any]]) -> None:
        """Has `redraw` called, at most once in two seconds for each message."""

    async def open_chat(self, scene: Scene) -> bool:
        """Opens a thread below the message of `scene`; False when we may not."""


class Posting:
    """The worker of the outbox. `here` says whether a server is this process's; without a poster nothing is said."""

    def __init__(
        self, book: BallotBook, posts: PostBook, ballots: Ballots, hosting: Hosting, failures: Failures
    ) -> None:
        self._book, self._posts, self._ballots, self._hosting, self._failures = book, posts, ballots, hosting, failures
        self._poster: Poster | None = None
        self._here: Callable[[int], bool] = lambda guild_id: False
        self._wake_at: Callable[[float | None], None] = lambda at: None
        self._settled: set[int] = set()  # ballots that this catalogue, which never changes, has been asked about
        self._panels: LRUCache[int, tuple[int, int]] = LRUCache(REMEMBERED)  # messages and posts by ballot
        self._turn = asyncio.Lock()

    def appoint(self, poster: Poster, here: Callable[[int], bool]) -> None:
        self._poster, self._here = poster, here

    def wake_by(self, wake_at: Callable[[float | None], None]) -> None:
        """Says how to be woken at an instant in UTC seconds."""
        self._wake_at = wake_at

    async def work(self) -> None:
        """Does everything that is due now in the servers that are here. Safe to call at any time, and twice."""
        await self._settle()
        await self._post(lambda row: True)
        self._wake_at(await self._posts.next_at(self._ballots.now()))

    async def after(self, ballot_id: int) -> list[PostRow]:
        """The same for one ballot, right after something was kept about it; returns the posts that failed."""
        await self._post(lambda row: row.ballot_id == ballot_id)
        self._wake_at(await self._posts.next_at(self._ballots.now()))
        return [row for row in await self._posts.of_ballot(ballot_id) if _failed(row)]

    async def count_changed(self, ballot_id: int) -> None:
        """Has the number on a ballot's panel drawn anew, soon."""
        if ballot_id not in self._panels:
            rows = await self._posts.of_ballot(ballot_id)
            panel = next((row for row in rows if row.kind == PostKind.PANEL and row.message_id is not None), None)
            if panel is None or panel.message_id is None:
                return
            self._panels[ballot_id] = (panel.message_id, panel.id)
        message_id, post_id = self._panels[ballot_id]
        if self._poster is not None:
            self._poster.soon(message_id, partial(self._redraw, post_id))

    async def replace_panel(self, ballot_id: int, old: PostRow | None) -> list[PostRow]:
        """As `after`, and takes away the panel that there was."""
        failed = await self.after(ballot_id)
        if old is not None and old.message_id is not None and self._poster is not None:
            try:
                await self._poster.take_away(old.channel_id, old.message_id)
            except SendFault as fault:
                log.info("the old panel of ballot %d stays: %s", ballot_id, fault)
        return failed

    async def _settle(self) -> None:
        for row in await self._book.unsettled(self._ballots.now() - LOOKED_AFTER):
            if row.id not in self._settled and self._here(row.guild_id):
                try:
                    await self._ballots.settle(await self._ballots.of(row.id, row.guild_id))
                except Refused as gone:  # erased meanwhile
                    log.info("ballot %d is not settled: %s", row.id, gone)
                self._settled.add(row.id)

    async def _post(self, wanted: Callable[[PostRow], bool]) -> None:
        async with self._turn:  # whoever comes second finds done what was due
            for row in await self._posts.due(self._ballots.now()):
                if self._poster is None or not self._here(row.guild_id) or not wanted(row):
                    continue
                if row.message_id is not None and row.kind in OFTEN:
                    self._poster.soon(row.message_id, partial(self._redraw, row.id))
                else:
                    await self._draw(row)

    async def _redraw(self, post_id: int) -> None:
        """Draws a message as it is wanted by now."""
        row = await self._posts.find(post_id)
        if row is not None and row.message_id is not None and row.state != LOST:
            await self._draw(row)

    async def _draw(self, row: PostRow) -> None:
        assert self._poster is not None
        if row.kind == PostKind.PANEL:
            self._panels.pop(row.ballot_id, None)
        try:
            scene = await self.scene(row)
            if scene is None:
                await self._posts.lost(row)
            elif row.message_id is None:
                message_id = await self._find(row, scene)
                if message_id is None:
                    nonce = f"{_short(row.channel_id)}-{_short(row.id)}-{row.wanted}"
                    message_id = await self._poster.post(scene, nonce[:25])
                await self._posts.drew(row, message_id, self._again_at(scene))
                await self._chat(scene, message_id)
            else:
                await self._poster.edit(scene)
                await self._posts.drew(row, row.message_id, self._again_at(scene))
        except SendFault as fault:
            await self._failed(row, fault)

    async def _find(self, row: PostRow, scene: Scene) -> int | None:
        """A post that may be there already: it was tried, or ought to have been before we came."""
        assert self._poster is not None
        late = row.post_at is not None and row.post_at + PROMPT < self._ballots.now()
        return await self._poster.find(scene) if row.tries or late else None

    async def _failed(self, row: PostRow, fault: SendFault) -> None:
        log.info("%s of ballot %d could not be posted: %s", row.kind, row.ballot_id, fault)
        if fault.why in GONE:
            why = Why.GONE if fault.why is SendFault.Why.GONE else Why.FORBIDDEN
            if fault.why is not SendFault.Why.REJECTED:
                await self._failures.note(row.guild_id, row.channel_id, why)
            else:
                log.error("Discord refused %s of ballot %d: %s", row.kind, row.ballot_id, fault)
            await self._posts.lost(row)
            return
        wait = min(RETRY * 2 ** min(row.tries, 10), LONGEST_RETRY)
        await self._posts.missed(row, self._ballots.now() + max(wait, int(fault.retry_after) + 1))

    async def _chat(self, scene: Scene, message_id: int) -> None:
        if scene.post.kind != PostKind.OPENING or scene.night is None or scene.night.chat != "wanted":
            return
        assert self._poster is not None
        posted = Scene(scene.ballot, _with_message(scene.post, message_id), night=scene.night)
        opened = await self._poster.open_chat(posted)
        await self._book.change_night(scene.night, {"chat": "open" if opened else "refused"})

    def _again_at(self, scene: Scene) -> int | None:
        """When it will look different by itself: once it need not hide, or is locked."""
        now = self._ballots.now()
        if scene.post.kind == PostKind.PANEL:
            locks_at = scene.ballot.locks_at
            return locks_at if locks_at is not None and locks_at > now else None
        return scene.post.hides_until if scene.hidden else None

    async def scene(self, row: PostRow) -> Scene | None:
        """What a post has to tell by now; None when its ballot is no more."""
        try:
            ballot = await self._ballots.of(row.ballot_id, row.guild_id)
        except Refused:
            return None
        now = self._ballots.now()
        results = await self._ballots.results(ballot)
        entry, change = await self._entry(ballot, row, results)
        standing = Standing()
        if row.kind in SCORED and ballot.row.state == ASKING:
            standing = await self._ballots.counting.standing(ballot, results)
        told = {one.category: one for one in results if _brought(one, row)} if row.kind == PostKind.SETTLED else None
        return Scene(
            ballot=ballot,
            post=row,
            hidden=row.hides_until is not None and now < row.hides_until,
            locked=ballot.locked(now) or ballot.row.state == VOID,
            count=await self._ballots.count(ballot) if row.kind in COUNTED else 0,
            results=current(results) if told is None else told,
            entry=entry,
            change=change,
            standing=standing,
            night=await self._book.night(ballot.id),
            votes=await self._ballots.polled(ballot, row.about) if row.kind in TOLD else (),
        )

    async def _entry(
        self, ballot: Ballot, row: PostRow, results: list[Result]
    ) -> tuple[Result | None, Correction | None]:
        """The entry that a post tells of, and what it changed: the latest of its category, or that of a correction."""
        category, _, revision = row.about.partition(":")
        found = [one for one in results if one.category == category]
        if row.kind == PostKind.CORRECTION:
            found = [one for one in found if str(one.revision) == revision]
        elif row.kind not in (PostKind.RESULT, PostKind.REVEAL):
            found = []
        if not found:
            return None, None
        entry = max(found, key=lambda one: one.revision)
        if entry.outcome is Outcome.UNDONE:
            return entry, None
        return entry, await self._hosting.told(ballot, entry.category, entry.revision)


def _failed(row: PostRow) -> bool:
    return row.message_id is None and (row.tries > 0 or row.state == LOST)


def _brought(result: Result, row: PostRow) -> bool:
    return result.user_id == CATALOGUE and str(result.at) == row.about and result.outcome is Outcome.WON


def _with_message(row: PostRow, message_id: int) -> PostRow:
    return replace(row, message_id=message_id)


def _short(number: int) -> str:
    """In base 36: a nonce holds 25 characters."""
    digits = ""
    while number:
        number, last = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[last] + digits
    return digits or "0"
