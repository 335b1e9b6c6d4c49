"""Ballots as members meet them, and as the catalogue settles them. What hosts do is hosting.py's."""

from collections.abc import Sequence
from typing import Any

import msgspec
from cachetools import LRUCache

from bot.ballots.ballot import SHOULD, WILL, Category, first_id_at, in_time, made_at, merged
from bot.ballots.results import CATALOGUE, Outcome, Result
from bot.catalogue import Catalogue
from bot.clock import Clock
from bot.errors import Mention, Refused
from bot.services.ballots import contents
from bot.services.ballots.counting import Counting
from bot.services.ballots.model import ASKING, KINDS, SILENT, Ballot, PostKind, Standing, result_of
from bot.services.guilds import Guilds
from bot.storage.ballot_posts import Draft
from bot.storage.ballots import BallotBook, BallotRow, NewResult, PickRow

REMEMBERED = 2_000
SHOWN_VOTES = 3


class Act(msgspec.Struct, frozen=True):
    """Who does something where, by which interaction: its id tells when."""

    guild_id: int
    user_id: int
    interaction_id: int

    @property
    def at(self) -> int:
        return int(made_at(self.interaction_id))


class Mine(msgspec.Struct, frozen=True):
    """What a member chose: keys of nominees by kind and category."""

    choices: dict[str, dict[str, str]]

    def of(self, kind: str, category: str) -> str | None:
        return self.choices[kind].get(category)

    def done(self, ballot: Ballot) -> int:
        """How many of the ballot's categories the member guessed."""
        return sum(category.id in self.choices[WILL] for category in ballot.asked)


class Ballots:
    """Use cases of ballots. Refused tells what cannot be done, and why."""

    def __init__(
        self, book: BallotBook, guilds: Guilds, catalogue: Catalogue, counting: Counting, clock: Clock
    ) -> None:
        self.catalogue = catalogue
        self.counting = counting
        self._book, self._guilds, self._clock = book, guilds, clock
        self._known: LRUCache[int, Ballot] = LRUCache(REMEMBERED)
        self._chosen: LRUCache[tuple[int, int], list[PickRow]] = LRUCache(REMEMBERED)  # of who picks just now
        self._forgotten = 0

    # -- finding one

    async def of(self, ballot_id: int, guild_id: int) -> Ballot:
        """A server's ballot by its id. Raises Refused when it is no more, or another server's."""
        known = self._known.get(ballot_id)
        if known is None:
            row = await self._book.find(ballot_id)
            if row is None:
                raise Refused("ballot-gone")
            known = self._known[ballot_id] = Ballot.of(row)
        if known.guild_id != guild_id:
            raise Refused("ballot-gone")
        return known

    async def all(self, guild_id: int, show: str | None = None) -> list[Ballot]:
        """A server's ballots that are not void, the latest first; those of a show."""
        rows = await self._book.of_guild(guild_id)
        return [self._remember(row) for row in rows if show in (None, row.ceremony)]

    async def chosen(self, guild_id: int, show: str | None, *, silent: bool = False) -> Ballot:
        """The ballot that is meant when only its show is named, or nothing: the one that is open, else the latest.

        Raises Refused when there is none, or when several are open.
        """
        found = [one for one in await self.all(guild_id, show) if silent or one.row.state == ASKING]
        if not found:
            raise Refused("ballot-none")
        now = self.now()
        unlocked = [one for one in found if not one.locked(now)]
        if len(unlocked) > 1 and show is None:
            names = ", ".join(self.catalogue.ceremonies[one.row.ceremony].short for one in unlocked[:5])
            raise Refused("ballot-which", names=names)
        return (unlocked or found)[0]

    # -- for members

    async def pick(
        self, act: Act, ballot_id: int, category_index: int, kind: str, key: str | None
    ) -> tuple[Ballot, Category]:
        """Keeps what a member chose: for good before it returns. It counts by when it was made, not when it came."""
        ballot = await self.of(ballot_id, act.guild_id)
        category = _at(ballot, category_index)
        nominee = category.keys.get(key) if key is not None else None
        if not ballot.takes(act.interaction_id):
            raise Refused("ballot-void" if ballot.row.state != ASKING else "ballot-locked", at=_when(ballot.locks_at))
        if kind not in KINDS or (key is not None and nominee is None):
            raise Refused("ballot-gone")
        if nominee is not None and nominee.withdrawn:
            raise Refused("ballot-withdrawn")
        chosen = PickRow(category.id, kind, act.interaction_id, key)
        times = self._forgotten
        rows = await self._book.pick(ballot.row, act.user_id, chosen)
        if times == self._forgotten:
            known = self._chosen.get((ballot.id, act.user_id), [])
            self._chosen[ballot.id, act.user_id] = rows if len(rows) >= len(known) else known
        if ballot.locked(self.now()):
            self.counting.forget_ballot(ballot.id)
        return ballot, category

    async def mine(self, ballot: Ballot, user_id: int) -> Mine:
        """What a member's choices come to: the last that were made in time."""
        choices: dict[str, dict[str, str]] = {WILL: {}, SHOULD: {}}
        rows = self._chosen.get((ballot.id, user_id))
        if rows is None:
            rows = await self._book.picks_of(ballot.id, user_id)
        for one in rows:
            if not in_time(one.interaction_id, ballot.locks_at):
                continue
            if one.choice is None:
                choices[one.kind].pop(one.category, None)
            else:
                choices[one.kind][one.category] = one.choice
        return Mine(choices)

    async def count(self, ballot: Ballot) -> int:
        """How many members picked anything in time."""
        return 0 if ballot.row.state == SILENT else await self._book.count(ballot.id, _before(ballot))

    async def standing(self, ballot: Ballot) -> Standing:
        """Everybody's place now. Raises Refused before the lock: picks are nobody else's business until then."""
        if not ballot.locked(self.now()):
            raise Refused("ballot-not-yet", at=_when(ballot.locks_at))
        return await self.counting.standing(ballot, await self.results(ballot))

    async def season(self, guild_id: int, year: int) -> Standing:
        """A calendar year's ballots together; those that are still open tell nothing yet."""
        found = [one for one in await self.all(guild_id) if one.row.season == year and one.row.state == ASKING]
        return await self.counting.season([one for one in found if one.locked(self.now())])

    async def results(self, ballot: Ballot) -> list[Result]:
        """Every entry there ever was, oldest first."""
        return [result_of(row) for row in await self._book.results(ballot.id)]

    async def polled(self, ballot: Ballot, category_id: str) -> tuple[tuple[str, int], ...]:
        """How the server voted in a poll about the category: what most voted for first."""
        edition = self.catalogue.editions.get((ballot.row.ceremony, ballot.row.edition))
        category = next((one for one in (edition.category if edition else ()) if one.id == category_id), None)
        prize = self.catalogue.prize(edition, category).id if edition and category else category_id
        votes = await self._book.polled(ballot.row, (category_id, prize))
        return tuple(sorted(votes, key=lambda vote: -vote[1])[:SHOWN_VOTES])

    # -- what the catalogue brings

    async def settle(self, ballot: Ballot) -> bool:
        """Takes from the catalogue what it knows by now: nominees that came or went, and winners of categories about
        which nobody entered anything. Doing it again changes nothing. Whether anything changed.
        """
        edition = self.catalogue.editions.get((ballot.row.ceremony, ballot.row.edition))
        if edition is None:
            return False
        now = self.now()
        if not ballot.locked(now):
            fresh = merged(ballot.contents, contents.contents_of(edition))
            if fresh != ballot.contents:
                await self.change(ballot, (), contents=msgspec.to_builtins(fresh))
                ballot = await self.of(ballot.id, ballot.guild_id)
        known = contents.winners_known(edition, ballot.contents)
        told = {result.category for result in await self.results(ballot)}
        new = {category: one for category, one in known.items() if category not in told}
        if not new:
            return False
        if not ballot.locked(now):
            await self.change(ballot, [Draft(PostKind.LOCK, "1", ballot.row.channel_id, now)], locks_at=now)
            ballot = await self.of(ballot.id, ballot.guild_id)
        entries = [
            NewResult(category, 1, Outcome.WON.value, one.winners, one.source, CATALOGUE, now)
            for category, one in new.items()
        ]
        hides = await self.hides_until(ballot.guild_id, now)
        post = Draft(PostKind.SETTLED, str(now), ballot.row.channel_id, now, again_at=hides, hides_until=hides)
        return await self._book.enter(ballot.row, entries, [post])

    def forget(self, _whose: int = 0) -> None:
        """What is stored changed by another way: somebody's data was erased."""
        self._forgotten += 1
        self._known.clear()
        self._chosen.clear()
        self.counting.forget()

    def now(self) -> int:
        return int(self._clock.now().timestamp())

    # -- parts

    def _remember(self, row: BallotRow) -> Ballot:
        known = self._known.get(row.id)
        if known is None or known.row != row:
            known = self._known[row.id] = Ballot.of(row)
        return known

    async def change(self, ballot: Ballot, drafts: Sequence[Draft], **values: Any) -> None:
        try:
            await self._book.change(ballot.id, values, drafts)
        finally:
            self._known.pop(ballot.id, None)
            self.counting.forget_ballot(ballot.id)

    async def hides_until(self, guild_id: int, now: int) -> int | None:
        """Until when the server wants winners hidden that are told now."""
        hours = (await self._guilds.of(guild_id)).spoiler_hours
        return now + hours * 3_600 if hours else None


def _at(ballot: Ballot, index: int) -> Category:
    if not 0 <= index < len(ballot.contents) or not ballot.contents[index].asked:
        raise Refused("ballot-gone")
    return ballot.contents[index]


def _before(ballot: Ballot) -> int | None:
    return None if ballot.locks_at is None else first_id_at(ballot.locks_at)


def _when(at: int | None) -> Mention:
    return Mention(f"<t:{at}:f>" if at is not None else "…")
