"""Keeps the votes of polls, and counts them. What may be asked is services/polls'; who wins, bot/ballots'.

A vote and the count take the poll's row first: whoever was told that a vote is kept finds it counted.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import Refused
from bot.storage.database import Database
from bot.storage.polls import OPEN, Poll, found_in, poll_of
from bot.storage.schema.polls import poll, poll_vote
from bot.storage.upserts import upsert


class Cast(NamedTuple):
    """The votes for an answer, and the latest of the interactions that cast them."""

    votes: int = 0
    reached: int = 0


Count = Mapping[int, Mapping[int, Cast]]  # by heat, then by answer
Rule = Callable[[Poll, Count], Mapping[str, Any]]  # what becomes of a poll whose votes are counted


class Voted(NamedTuple):
    """The poll that a vote was kept of, and the answer that it replaces; None for a member's first."""

    poll: Poll
    before: int | None


class Ballot(NamedTuple):
    """A member's vote in a poll of a server, made at `at` (UTC seconds) by the interaction `act_id`."""

    guild_id: int | None
    poll_id: int
    heat: int
    user_id: int
    answer: int
    act_id: int
    at: float

    @property
    def key(self) -> tuple[int, int, int]:
        return self.poll_id, self.heat, self.user_id

    @property
    def row(self) -> dict[str, Any]:
        """As it is stored. A reason is for the answer that it was written for."""
        kept = {name: getattr(self, name) for name in ("guild_id", "poll_id", "heat", "user_id", "answer", "act_id")}
        return kept | {"reason": "", "shown": False}


class VoteBook:
    """The votes of all polls."""

    def __init__(self, database: Database) -> None:
        self._database = database
        insert = upsert(database.dialect, poll_vote)
        new = insert.excluded
        self._upsert = insert.on_conflict_do_update(  # written once: a crowd votes at once
            index_elements=["poll_id", "heat", "user_id"],
            set_={name: new[name] for name in ("answer", "act_id", "reason", "shown")},
            where=(poll_vote.c.act_id < new.act_id) & (poll_vote.c.answer != new.answer),
        )

    async def vote(
        self, guild_id: int | None, poll_id: int, heat: int, user_id: int, answer: int, *, act_id: int, at: float
    ) -> Voted:
        """Keeps a single vote. Raises Refused as `keep` says."""
        (outcome,) = await self.keep([Ballot(guild_id, poll_id, heat, user_id, answer, act_id, at)])
        if isinstance(outcome, Refused):
            raise outcome
        return outcome

    async def keep(self, ballots: Sequence[Ballot]) -> list[Voted | Refused]:
        """Keeps votes in one transaction, and says of each, in their order, that it stands or why not.

        Of two votes of a member the later one counts, whichever arrives first; one for the same answer again changes
        nothing. Refused are poll-unknown, poll-closed, poll-withdrawn.
        """
        outcomes: dict[int, Voted | Refused] = {}
        rows: dict[tuple[int, int, int], dict[str, Any]] = {}
        async with self._database.write() as connection:
            polls = await _locked(connection, {one.poll_id for one in ballots})
            mine = await _standing(connection, [one.key for one in ballots])
            for number, one in sorted(enumerate(ballots), key=lambda each: each[1].act_id):
                found = _judged(polls.get(one.poll_id), one)
                if isinstance(found, Refused):
                    outcomes[number] = found
                    continue
                outcomes[number] = Voted(found, mine.get(one.key))
                if mine.get(one.key) != one.answer or one.key in rows:
                    rows[one.key] = one.row
                mine[one.key] = one.answer
            if rows:
                await connection.execute(self._upsert, list(rows.values()))
        return [outcomes[number] for number in range(len(ballots))]

    async def reason(self, poll_id: int, user_id: int, reason: str, shown: bool, *, at: float) -> bool:
        """Keeps why a member voted as they did; False for who did not vote. Raises Refused: poll-closed."""
        async with self._database.write() as connection:
            await _open(connection, poll_id, at, sharing=True)
            query = sa.update(poll_vote).where(poll_vote.c.poll_id == poll_id, poll_vote.c.user_id == user_id)
            return bool((await connection.execute(query.values(reason=reason, shown=shown))).rowcount)

    async def votes_of(self, poll_id: int, user_id: int) -> dict[int, int]:
        """A member's votes by heat (0 where there are none)."""
        query = sa.select(poll_vote.c.heat, poll_vote.c.answer)
        query = query.where(poll_vote.c.poll_id == poll_id, poll_vote.c.user_id == user_id)
        async with self._database.read() as connection:
            return {row.heat: row.answer for row in await connection.execute(query)}

    async def reasons(self, poll_id: int, *, most: int) -> list[tuple[int, str]]:
        """The latest reasons that may be shown, each with its answer."""
        query = sa.select(poll_vote.c.answer, poll_vote.c.reason).where(poll_vote.c.poll_id == poll_id)
        query = query.where(poll_vote.c.shown, poll_vote.c.reason != "").order_by(poll_vote.c.act_id.desc()).limit(most)
        async with self._database.read() as connection:
            return [(answer, reason) for answer, reason in await connection.execute(query)]

    async def count(self, poll_id: int) -> Count:
        """The votes as they stand."""
        async with self._database.read() as connection:
            return await _counted(connection, poll_id)

    async def turnout(self, poll_id: int, heats: Collection[int] | None = None) -> int:
        """How many members voted; with `heats` in one of those."""
        query = sa.select(sa.func.count(sa.distinct(poll_vote.c.user_id))).where(poll_vote.c.poll_id == poll_id)
        if heats is not None:
            query = query.where(poll_vote.c.heat.in_(sorted(heats)))
        async with self._database.read() as connection:
            return await connection.scalar(query) or 0

    async def settle(self, poll_id: int, rule: Rule, *, by: int | None = None) -> bool:
        """Counts the votes of an open poll and keeps what `rule` makes of them: in one transaction, once.

        With `by` only one that closes by then.
        """
        async with self._database.write() as connection:
            found = await found_in(connection, poll_id, lock=True)
            if found is None or found.state != OPEN or (by is not None and found.closes_at > by):
                return False
            values = msgspec.to_builtins(rule(found, await _counted(connection, poll_id)))
            await connection.execute(sa.update(poll).where(poll.c.id == poll_id).values(values))
            return True

    async def withdraw(self, poll_id: int, answer: int, *, least: int, at: float) -> int:
        """Takes an answer out of an open poll and gives back the votes for it; returns how many those were.

        Raises Refused: poll-closed, poll-withdrawn, poll-too-few-left where fewer than `least` would be left.
        """
        async with self._database.write() as connection:
            found = await _open(connection, poll_id, at)
            if not 0 <= answer < len(found.answers):
                raise Refused("poll-unknown")
            if found.answers[answer].withdrawn:
                raise Refused("poll-withdrawn", answer=found.answers[answer].text)
            if sum(not one.withdrawn for one in found.answers) <= least:
                raise Refused("poll-too-few-left", least=least)
            answers = list(found.answers)
            answers[answer] = msgspec.structs.replace(answers[answer], withdrawn=True)
            values = {"answers": msgspec.to_builtins(answers)}
            await connection.execute(sa.update(poll).where(poll.c.id == poll_id).values(values))
            votes = sa.delete(poll_vote).where(poll_vote.c.poll_id == poll_id, poll_vote.c.answer == answer)
            return (await connection.execute(votes)).rowcount


async def _open(connection: AsyncConnection, poll_id: int, at: float, *, sharing: bool = False) -> Poll:
    """The poll, locked, if it was open at `at` and is not counted yet."""
    return _still_open(await found_in(connection, poll_id, lock=True, sharing=sharing), at)


def _still_open(found: Poll | None, at: float) -> Poll:
    if found is None:
        raise Refused("poll-unknown")
    if found.state != OPEN or at >= found.closes_at:
        raise Refused("poll-closed")
    return found


async def _locked(connection: AsyncConnection, ids: Collection[int]) -> dict[int, Poll]:
    """Polls that nobody counts meanwhile."""
    query = sa.select(poll).where(poll.c.id.in_(sorted(ids))).order_by(poll.c.id).with_for_update(read=True)
    return {row["id"]: poll_of(row) for row in (await connection.execute(query)).mappings()}


async def _standing(
    connection: AsyncConnection, keys: Collection[tuple[int, int, int]]
) -> dict[tuple[int, int, int], int]:
    """The answers that members voted for until now."""
    key = (poll_vote.c.poll_id, poll_vote.c.heat, poll_vote.c.user_id)
    query = sa.select(*key, poll_vote.c.answer).where(sa.tuple_(*key).in_(sorted(set(keys))))
    return {(row.poll_id, row.heat, row.user_id): row.answer for row in await connection.execute(query)}


def _judged(found: Poll | None, one: Ballot) -> Poll | Refused:
    """The poll in which a vote counts, or why it does not."""
    try:
        return _taking(found, one)
    except Refused as refused:
        return refused


def _taking(found: Poll | None, one: Ballot) -> Poll:
    found = _still_open(found, one.at)
    if found.guild_id != one.guild_id or one.answer not in _choices(found, one.heat):
        raise Refused("poll-unknown")
    if found.answers[one.answer].withdrawn:
        raise Refused("poll-withdrawn", answer=found.answers[one.answer].text)
    return found


def _choices(found: Poll, heat: int) -> Collection[int]:
    """What may be voted for in a heat; 0 is that of a poll without any. Raises Refused for one that is over."""
    if found.kind != "bracket":
        return range(len(found.answers)) if heat == 0 else ()
    for one in found.now:
        if one.key == heat and one.second is not None:
            return (one.first, one.second)
    raise Refused("poll-closed")


async def _counted(connection: AsyncConnection, poll_id: int) -> Count:
    columns = (poll_vote.c.heat, poll_vote.c.answer)
    query = sa.select(*columns, sa.func.count(), sa.func.max(poll_vote.c.act_id))
    query = query.where(poll_vote.c.poll_id == poll_id).group_by(*columns)
    found: dict[int, dict[int, Cast]] = {}
    for heat, answer, votes, reached in await connection.execute(query):
        found.setdefault(heat, {})[answer] = Cast(votes, reached)
    return found
