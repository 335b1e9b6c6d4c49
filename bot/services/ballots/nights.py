"""Ceremony nights: a host enters winners category by category, and the channel follows. Survives restarts."""

import asyncio
from typing import Any

import msgspec

from bot.ballots.ballot import Category
from bot.ballots.results import Outcome, Result, current, settled
from bot.ballots.scoring import Scoring
from bot.errors import Refused
from bot.services.ballots import contents
from bot.services.ballots.ballots import Act, Ballots
from bot.services.ballots.hosting import Hosting
from bot.services.ballots.model import ASKING, SILENT, Ballot, Correction, NightRow, PostKind
from bot.services.guilds import Guilds
from bot.storage.ballot_posts import Draft
from bot.storage.ballots import BallotBook

LIVE, OVER = "live", "over"
MOST_HOURS = 168


class Console(msgspec.Struct, frozen=True):
    """A night as its hosts see it. `latest` is the id of the last entry, 0 before the first; `meanwhile` are those that
    others made since the reader last looked, oldest first.
    """

    night: NightRow
    ballot: Ballot
    results: dict[str, Result]
    latest: int
    meanwhile: tuple[Result, ...]
    count: int

    def revision(self, category: str) -> int:
        return self.results[category].revision if category in self.results else 0

    @property
    def told(self) -> int:
        """How many categories are settled."""
        return len(settled(self.results.values()))

    @property
    def next_index(self) -> int:
        """The first category that has no winner, from 0; the last one when all have."""
        known = settled(self.results.values())
        open_ones = [n for n, category in enumerate(self.ballot.contents) if category.id not in known]
        return open_ones[0] if open_ones else len(self.ballot.contents) - 1


class Nights:
    """Use cases of whoever hosts a night. Whether somebody may, the caller asks."""

    def __init__(self, book: BallotBook, ballots: Ballots, hosting: Hosting, guilds: Guilds) -> None:
        self._book, self._ballots, self._hosting, self._guilds = book, ballots, hosting, guilds
        self._starting = asyncio.Lock()

    async def start(
        self, act: Act, show: str, channel_id: int, *, spoiler_hours: int | None = None, chat: bool = True
    ) -> Ballot:
        """Begins the night of a show: of its ballot, or of its next edition without one. One that began goes on."""
        async with self._starting:
            ballot = await self._of(act, show, channel_id)
        hours = (await self._guilds.of(act.guild_id)).spoiler_hours if spoiler_hours is None else spoiler_hours
        night = NightRow(
            ballot_id=ballot.id,
            guild_id=act.guild_id,
            channel_id=channel_id,
            user_id=act.user_id,
            spoiler_hours=min(max(hours, 0), MOST_HOURS),
            chat="wanted" if chat else "none",
            state=LIVE,
            created_at=act.at,
        )
        if await self._book.begin(night, [Draft(PostKind.OPENING, "", channel_id, act.at)]):
            await self._guilds.note(act.guild_id, act.user_id, "night-start", None, show)
            return ballot
        there = await self._book.night(ballot.id)
        changes: dict[str, Any] = {"state": LIVE, "channel_id": channel_id}
        if spoiler_hours is not None:
            changes["spoiler_hours"] = night.spoiler_hours
        if there is not None and any(getattr(there, name) != value for name, value in changes.items()):
            await self._book.change_night(there, changes)
        return ballot

    async def console(self, guild_id: int, ballot_id: int, *, reader: int, since: int = -1) -> Console:
        """A night as `reader` finds it, who saw entry `since` before (-1: nothing). Raises Refused if there is none."""
        ballot = await self._ballots.of(ballot_id, guild_id)
        night = await self._book.night(ballot_id)
        if night is None:
            raise Refused("night-none")
        entries = await self._ballots.results(ballot)
        fresh = [one for one in entries if 0 <= since < one.id and one.user_id != reader]
        latest = entries[-1].id if entries else 0
        count = await self._ballots.count(ballot)
        return Console(night, ballot, current(entries), latest, tuple(fresh), count)

    async def latest(self, guild_id: int, show: str | None) -> Ballot:
        """The ballot whose night is on, else of the last one that was: it may have to be put right. Raises Refused when
        there was none.
        """
        last: Ballot | None = None
        for ballot in await self._ballots.all(guild_id, show):
            night = await self._book.night(ballot.id)
            if night is not None and night.state == LIVE:
                return ballot
            last = last or (ballot if night is not None else None)
        if last is None:
            raise Refused("night-none")
        return last

    async def announce(self, act: Act, ballot: Ballot, category: Category) -> None:
        """Says in the channel which prize comes next."""
        night = await self._night(ballot)
        await self._book.change_night(
            night, {"state": LIVE}, [Draft(PostKind.ANNOUNCE, category.id, night.channel_id, act.at)]
        )

    async def reveal(
        self, act: Act, ballot: Ballot, category: Category, revision: int, winners: list[str], source: str = ""
    ) -> Correction:
        """Keeps who won, after entry `revision` of the category as the host saw it, and has the channel told.

        Raises Refused when another host was faster, or when no winner is named.
        """
        night = await self._night(ballot)
        named = tuple(
            dict.fromkeys(
                contents.named_winner(self._ballots.catalogue, category, text) for text in winners if text.strip()
            )
        )
        if not named:
            raise Refused("ballot-winner-empty")
        return await self._hosting.add(
            act,
            ballot,
            category,
            revision,
            Outcome.WON,
            named,
            source,
            correct=await self._decided(ballot, category),
            posts=self._drafts(act, night, ballot, category),
        )

    async def undo(self, act: Act, ballot: Ballot, category: Category, revision: int) -> None:
        """Takes a category's entry back, as if nothing had been entered; the reveal says so."""
        night = await self._night(ballot)
        if not await self._decided(ballot, category):
            raise Refused("ballot-undecided")
        drafts = self._drafts(act, night, ballot, category)
        await self._hosting.add(act, ballot, category, revision, Outcome.UNDONE, (), "", posts=drafts)

    async def finish(self, act: Act, ballot: Ballot) -> None:
        """Ends the night with what stood out in it. Ended again, it is told anew."""
        night = await self._night(ballot)
        hides = self._hides(act, night)
        wrap = Draft(PostKind.WRAP, "", night.channel_id, act.at, again_at=hides, hides_until=hides)
        await self._book.change_night(night, {"state": OVER}, [wrap])
        await self._guilds.note(act.guild_id, act.user_id, "night-end", None, ballot.row.ceremony)

    async def _of(self, act: Act, show: str, channel_id: int) -> Ballot:
        """The ballot that the night of a show is of; where there is none, one that asks nobody anything."""
        edition, given = contents.edition_of_night(self._ballots.catalogue, show)
        found = await self._ballots.all(act.guild_id, show)
        for ballot in found:
            if ballot.row.edition == edition.id or (ballot.row.state == ASKING and not await self._over(ballot)):
                return ballot
        values: dict[str, Any] = {"guild_id": act.guild_id, "channel_id": channel_id, "user_id": act.user_id}
        values |= {"ceremony": show, "edition": edition.id, "season": contents.season_of(edition), "state": SILENT}
        values |= {"scoring": Scoring.FLAT.value, "contents": msgspec.to_builtins(given), "created_at": act.at}
        ballot_id = await self._book.open(values | {"locks_at": act.at}, [])
        if ballot_id is None:  # another process was faster
            return (await self._ballots.all(act.guild_id, show))[0]
        return await self._ballots.of(ballot_id, act.guild_id)

    async def _over(self, ballot: Ballot) -> bool:
        night = await self._book.night(ballot.id)
        return night is not None and night.state == OVER

    async def _night(self, ballot: Ballot) -> NightRow:
        night = await self._book.night(ballot.id)
        if night is None:
            raise Refused("night-none")
        return night

    async def _decided(self, ballot: Ballot, category: Category) -> bool:
        return category.id in settled(await self._ballots.results(ballot))

    def _drafts(self, act: Act, night: NightRow, ballot: Ballot, category: Category) -> list[Draft]:
        hides = self._hides(act, night)
        kinds = [(PostKind.REVEAL, category.id)] + [(PostKind.STANDINGS, "")] * (ballot.row.state == ASKING)
        return [
            Draft(kind, about, night.channel_id, act.at, again_at=hides, hides_until=hides) for kind, about in kinds
        ]

    def _hides(self, act: Act, night: NightRow) -> int | None:
        return act.at + night.spoiler_hours * 3_600 if night.spoiler_hours else None
