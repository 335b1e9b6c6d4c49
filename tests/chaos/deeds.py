"""The process that is killed: writes in bursts, through the real services, and says what was acknowledged to it.

It must say so only after a write has returned, and at once: whoever reads the pipe holds us to it.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import random
from collections.abc import Awaitable, Callable, Iterator

from sqlalchemy.exc import IntegrityError

from bot.clock import SystemClock
from bot.services.follows import Follows
from bot.services.guilds import Guilds
from bot.services.members import Members
from bot.services.polls.urn import Urn
from bot.storage.ballots import BallotBook, BallotRow, PickRow
from bot.storage.database import Database
from bot.storage.follows import FollowBook, Subject
from bot.storage.guilds import GuildBook
from bot.storage.people import PeopleBook
from bot.storage.poll_votes import Ballot, VoteBook
from bot.storage.polls import Answer, PollBook
from bot.storage.polls import Draft as PollDraft
from bot.storage.reports import Draft, ReportBook

GUILDS = range(1, 6)
ADMIN = 2**62
BURSTS = (1, 1, 3, 20, 60)  # how many write at once; the first are transactions of their own
ASKED = 9  # the server with a poll and a ballot, which every victim finds as the one before left them
ANSWERS = 12
FORBIDDEN = 500  # hours: what no server may have, and no trace of may remain
Deed = Callable[[], Awaitable[dict[str, object] | None]]


class Deeds:
    """Everything that is done, each time with a number of its own, so that it can be told apart afterwards."""

    def __init__(self, database: Database, dice: random.Random, numbers: Iterator[int]) -> None:
        clock = SystemClock()
        self._dice = dice
        self._numbers = numbers
        self._book = GuildBook(database)
        self._guilds = Guilds(self._book, clock)
        self._follows = Follows(FollowBook(database), clock)
        self._members = Members(PeopleBook(database), clock)
        self._reports = ReportBook(database)
        self._polls, self._ballots = PollBook(database), BallotBook(database)
        self._urn = Urn(VoteBook(database))
        self._opening = asyncio.Lock()
        self._poll = 0
        self._ballot: BallotRow | None = None
        kept = (self.follow, self.note, self.member, self.report, self.vote, self.pick)
        others: tuple[Deed, ...] = (*kept, self.wrong)
        self.all: tuple[Deed, ...] = (self.setting, self.setting, self.setting, *others)

    async def setting(self) -> dict[str, object]:
        guild, number = self._dice.choice(GUILDS), next(self._numbers)
        more = {"hour": self._dice.randrange(24), "language": self._dice.choice((None, "ko", "en-US"))}
        changes = {"channel_id": number} | (more if self._dice.random() < 0.5 else {})
        kept = await self._guilds.change(guild, ADMIN, **changes)
        return {"deed": "setting", "guild": guild, "number": number, "version": kept.version}

    async def follow(self) -> dict[str, object]:
        """Replaces whom a server follows: two rows go, two come, and one trace tells of both."""
        guild, number = self._dice.choice(GUILDS), next(self._numbers)
        await self._follows.set_guild(guild, ADMIN, [Subject("artist", f"a{number}"), Subject("show", f"s{number}")])
        return {"deed": "follow", "guild": guild, "number": number}

    async def note(self) -> dict[str, object]:
        guild, number = self._dice.choice(GUILDS), next(self._numbers)
        await self._guilds.note(guild, ADMIN, "import", None, {"번호": number})
        return {"deed": "note", "guild": guild, "number": number}

    async def member(self) -> dict[str, object]:
        number = next(self._numbers)
        await self._members.change(number, language="ko", zone="Asia/Seoul")
        return {"deed": "member", "number": number}

    async def report(self) -> dict[str, object]:
        number = next(self._numbers)
        draft = Draft(None, 1, 2, ADMIN, number, "ko", "", "", f"틀렸어요 {number} " + "가" * 500, "")
        kept = await self._reports.keep(draft, at=number, since=0, most=2**40)
        assert kept is not None
        return {"deed": "report", "number": number, "id": kept.id}

    async def vote(self) -> dict[str, object]:
        """A vote in a hidden poll, by the urn that a crowd's go through; some change their minds at once."""
        await self._open()
        user, answer = next(self._numbers), 0
        for _ in range(self._dice.choice((1, 2))):
            answer = self._dice.randrange(ANSWERS)
            await self._urn.cast(Ballot(ASKED, self._poll, 0, user, answer, next(self._numbers), 1.0))
        return {"deed": "vote", "number": user, "answer": answer}

    async def pick(self) -> dict[str, object]:
        """What a member predicts of two categories, the second of which they think over."""
        ballot = await self._open()
        user, picked = next(self._numbers), []
        for category in ("song", "album", "album"):
            one = PickRow(category, "will", next(self._numbers), str(self._dice.randrange(ANSWERS)))
            rows = await self._ballots.pick(ballot, user, one)
            picked.append(one)
        assert rows == picked, "what a member sees is not what they picked"
        return {
            "deed": "pick",
            "number": user,
            "rows": [[row.category, row.interaction_id, row.choice] for row in rows],
        }

    async def _open(self) -> BallotRow:
        """The poll and the ballot, opened by the first who comes."""
        async with self._opening:
            if self._ballot is None:
                await self._find_or_open()
            assert self._ballot is not None
            return self._ballot

    async def _find_or_open(self) -> None:
        where = {"guild_id": ASKED, "channel_id": 1, "user_id": ADMIN}
        polls = await self._polls.of_guild(ASKED, most=1)
        answers = tuple(Answer(str(number)) for number in range(ANSWERS))
        asked = PollDraft(
            **where, kind="custom", style="hidden", results="after", question="?", answers=answers,
            hours=1, opened_at=0, closes_at=2**40,
        )  # fmt: skip
        self._poll = (polls[0] if polls else await self._polls.open(asked, most=1)).id
        values = {
            **where, "ceremony": "mama", "edition": "2026", "season": 2026, "scoring": "flat", "contents": [],
            "locks_at": None, "state": "asking", "created_at": 0,
        }  # fmt: skip
        if not await self._ballots.of_guild(ASKED):
            await self._ballots.open(values, ())
        (self._ballot,) = await self._ballots.of_guild(ASKED)

    async def wrong(self) -> None:
        """Fails half way: the row is written, then refused together with what came before it in the same change."""
        guild, number = self._dice.choice(GUILDS), next(self._numbers)
        try:
            await self._book.change(guild, ADMIN, {"channel_id": number, "spoiler_hours": FORBIDDEN}, number)
        except IntegrityError:
            return
        raise AssertionError("what makes no sense was kept")


async def write_until_killed(url: str, seed: int, first: int, pipe: int) -> None:
    """Writes for ever, from number `first` on."""
    dice = random.Random(seed)
    database = Database(url)
    await database.open()
    deeds = Deeds(database, dice, itertools.count(first))

    def tell(done: dict[str, object] | None) -> None:
        if done is not None:
            os.write(pipe, json.dumps(done).encode() + b"\n")  # short enough to arrive whole

    async def do(deed: Deed) -> None:
        tell(await deed())

    # SQLAlchemy is slow the first time: most are killed when it is not, some while it is.
    first_of_all = [await deed() for deed in deeds.all] if dice.random() < 0.7 else []
    tell({})
    for done in first_of_all:
        tell(done)
    while True:
        await asyncio.gather(*(do(dice.choice(deeds.all)) for _ in range(dice.choice(BURSTS))))
