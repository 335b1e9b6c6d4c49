"""What is done with polls: opened, voted in, ended, read. Sends nothing: see rounds.py."""

from bot.ballots.answers import LEAST, tidied
from bot.catalogue import Catalogue
from bot.errors import Refused
from bot.services.guilds import Guilds
from bot.services.polls.cards import PollCard, real_of
from bot.services.polls.urn import Urn
from bot.services.prizes import Prizes
from bot.storage.poll_votes import Ballot, Cast, Count, VoteBook, Voted
from bot.storage.polls import OPEN, Poll, PollBook

__all__ = ["MOST_OPEN", "Poll", "Polls", "Voted"]

MOST_OPEN = 25  # in a server
SHOWN = 25
REASONS = 12
LONGEST_REASON = 300


class Polls:
    """Use cases of polls. Times are those of interactions, as Discord stamped them."""

    def __init__(self, book: PollBook, votes: VoteBook, catalogue: Catalogue, prizes: Prizes, guilds: Guilds) -> None:
        self._book, self._votes = book, votes
        self._urn = Urn(votes)
        self._catalogue = catalogue
        self._prizes = prizes
        self._guilds = guilds

    async def of(self, guild_id: int | None, poll_id: int) -> Poll:
        """A poll of a server. Raises Refused: poll-unknown."""
        found = await self._book.find(poll_id)
        if found is None or found.guild_id != guild_id:
            raise Refused("poll-unknown")
        return found

    async def named(self, guild_id: int, text: str | None, *, open_only: bool = False) -> Poll:
        """The poll of that number, or whose question begins so; without a text the latest.

        Raises Refused: poll-unknown, poll-none.
        """
        if text is None:
            found = await self.latest(guild_id, most=1, open_only=open_only)
            if not found:
                raise Refused("poll-none")
            return found[0]
        wanted = text.strip().removeprefix("#")
        if wanted.isdecimal() and len(wanted) < 19:
            return await self.of(guild_id, int(wanted))
        known = await self.latest(guild_id, open_only=open_only)
        alike = [one for one in known if one.question.casefold().startswith(wanted.casefold())]
        if not alike:
            raise Refused("poll-unknown")
        return alike[0]

    async def by_message(self, guild_id: int | None, message_id: int) -> Poll | None:
        """The open poll that a message of a server is, if it is one of ours."""
        known = [] if guild_id is None else await self.latest(guild_id, most=MOST_OPEN, open_only=True)
        return next((poll for poll in known if poll.message_id == message_id), None)

    async def latest(self, guild_id: int, *, most: int = SHOWN, open_only: bool = False) -> list[Poll]:
        """Those of a server, open ones first, newest first."""
        return await self._book.of_guild(guild_id, most=most, state=OPEN if open_only else None)

    async def card(self, poll: Poll, *, everything: bool = False) -> PollCard:
        """A poll as it stands. What is hidden until the end is left out unless `everything`."""
        settings = await self._guilds.of(poll.guild_id)
        shown = everything or poll.results == "live" or poll.state != OPEN
        count = await self._votes.count(poll.id)
        votes = _votes(poll, count)
        native = poll.native
        heats_now = [heat.key for heat in poll.now] if poll.kind == "bracket" and poll.state == OPEN else None
        voters = sum(votes.values()) if native else await self._votes.turnout(poll.id, heats_now)
        reasons = await self._votes.reasons(poll.id, most=REASONS) if shown and poll.kind == "debate" else []
        heats = {heat: {one: side.votes for one, side in sides.items()} for heat, sides in count.items()}
        return PollCard(
            poll=poll,
            votes=votes if shown else None,
            voters=voters,
            heats=heats if shown else {},
            reasons=tuple(reasons),
            real=real_of(poll, self._catalogue, self._prizes, settings.spoiler_hours),
        )

    async def vote(
        self, guild_id: int | None, poll_id: int, answer: int, *, heat: int = 0, user_id: int, act_id: int, at: float
    ) -> Voted:
        """Keeps a vote for good before it returns. Raises Refused as VoteBook.keep tells, StorageTrouble."""
        return await self._urn.cast(Ballot(guild_id, poll_id, heat, user_id, answer, act_id, at))

    async def votes_of(self, poll_id: int, user_id: int) -> dict[int, int]:
        """A member's own votes by heat."""
        return await self._votes.votes_of(poll_id, user_id)

    async def explain(self, poll: Poll, user_id: int, text: str, shown: bool, at: float) -> None:
        """Keeps a member's reason; an empty one takes it away. Raises Refused: poll-closed, poll-no-stance."""
        reason = tidied(text)[:LONGEST_REASON]
        if not await self._votes.reason(poll.id, user_id, reason, shown and bool(reason), at=at):
            raise Refused("poll-no-stance")

    async def withdraw(self, poll: Poll, answer: int, user_id: int, at: float) -> int:
        """Takes an answer of a hidden poll out, says so in the audit, and returns how many votes were given back."""
        if poll.native or poll.kind == "bracket":
            raise Refused("poll-cannot-withdraw")
        back = await self._votes.withdraw(poll.id, answer, least=LEAST, at=at)
        await self._guilds.note(poll.guild_id, user_id, "poll-withdraw", after=poll.answers[answer].text)
        return back

    async def end(self, poll: Poll, user_id: int, at: int) -> None:
        """Has a poll, or a bracket's round, end at `at`. Raises Refused: poll-ended for one that has."""
        if not await self._book.end(poll.id, at):
            raise Refused("poll-ended")
        await self._guilds.note(poll.guild_id, user_id, "poll-end", after=poll.question)

    async def lose(self, poll: Poll, *, gone: bool = True) -> None:
        """Remembers that the poll's message was deleted, or is there."""
        if poll.gone != gone:
            await self._book.change(poll.id, gone=gone)


def _votes(poll: Poll, count: Count) -> dict[int, int]:
    """The votes of each answer that stands: as counted once that is done, else as they are."""
    sides = count.get(0, {})
    return {
        n: sides.get(n, Cast()).votes if one.votes is None else one.votes
        for n, one in enumerate(poll.answers)
        if not one.withdrawn
    }
