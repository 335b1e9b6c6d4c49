"""Polls on real files and a real PostgreSQL: one vote a member, none lost when it is counted, each counted once."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
import sqlalchemy as sa

from bot.errors import Refused
from bot.storage.database import Database
from bot.storage.ownership import PEOPLE, SERVERS
from bot.storage.poll_votes import Ballot, Cast, Count, VoteBook
from bot.storage.polls import COUNTED, Answer, Draft, KeptHeat, Poll, PollBook
from bot.storage.privacy import PrivacyBook
from bot.storage.schema.polls import poll, poll_vote
from tests.storage.test_migrations import migrate

GUILD, ADMIN, ADA, HANEUL = 2**62, 2**62 + 1, 2**62 + 2, 2**62 + 3
ANSWERS = (Answer("봄날", key="bts|봄날"), Answer("@everyone **x** 🎉"), Answer("Butter"))


HEATS = (KeptHeat(1, 1, 0, None, winner=0, why="bye"), KeptHeat(1, 2, 3, 4))


def draft(**changes: Any) -> Draft:
    base: dict[str, Any] = {
        "guild_id": GUILD,
        "channel_id": 1,
        "user_id": ADMIN,
        "kind": "custom",
        "style": "hidden",
        "results": "live",
        "question": "무엇이 좋아요?",
        "answers": ANSWERS,
        "hours": 1,
        "opened_at": 100,
        "closes_at": 200,
    }
    return Draft(**base | changes)


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        for table in (poll, poll_vote):
            await connection.execute(sa.delete(table))
    yield database
    await database.close()


@pytest.fixture
def book(database: Database) -> PollBook:
    return PollBook(database)


@pytest.fixture
def voting(database: Database) -> VoteBook:
    return VoteBook(database)


async def votes(voting: VoteBook, poll_id: int, heat: int = 0) -> dict[int, int]:
    return {answer: side.votes for answer, side in (await voting.count(poll_id)).get(heat, {}).items()}


def counted(found: Poll, count: Count) -> Mapping[str, Any]:
    sides = count.get(0, {})
    answers = [
        Answer(one.text, one.key, one.withdrawn, sides.get(n, Cast()).votes) for n, one in enumerate(found.answers)
    ]
    return {"answers": answers, "state": COUNTED}


async def refused(work: Any) -> str:
    with pytest.raises(Refused) as told:
        await work
    return told.value.reason


async def test_a_poll_is_what_it_was(book: PollBook) -> None:
    kept = await book.open(draft(heats=HEATS, kind="bracket", seed=7, show="mama"), most=9)
    assert await book.find(kept.id) == kept and kept.answers == ANSWERS and kept.heats == HEATS
    assert await book.of_guild(GUILD, most=5) == await book.unfinished() == [kept]
    assert await book.of_guild(GUILD + 1, most=5) == [] and await book.find(kept.id + 1) is None


async def test_the_migration_keeps_what_was_before(empty: str) -> None:
    from bot.storage.guilds import GuildBook

    await migrate(empty, "0006")
    database = Database(empty)
    engine_url = empty
    await migrate(engine_url, "0007")
    await database.open()
    await GuildBook(database).change(GUILD, ADMIN, {"language": "ko"}, at=1)
    kept = await PollBook(database).open(draft(), most=1)
    assert kept.id == 1 and (await GuildBook(database).find(GUILD)).settings.language == "ko"
    await database.close()


async def test_a_member_counts_once_and_may_change_until_the_end(book: PollBook, voting: VoteBook) -> None:
    kept = await book.open(draft(), most=9)
    assert await voting.vote(GUILD, kept.id, 0, ADA, 0, act_id=10, at=101) == (kept, None)
    assert (await voting.vote(GUILD, kept.id, 0, HANEUL, 0, act_id=11, at=102)).before is None
    assert (await voting.vote(GUILD, kept.id, 0, ADA, 2, act_id=12, at=199.9)).before == 0
    assert await votes(voting, kept.id) == {0: 1, 2: 1} and await voting.turnout(kept.id) == 2
    assert await voting.votes_of(kept.id, ADA) == {0: 2}
    assert await refused(voting.vote(GUILD, kept.id, 0, ADA, 1, act_id=13, at=200)) == "poll-closed"
    assert await refused(voting.vote(GUILD, kept.id, 0, ADA, 3, act_id=13, at=150)) == "poll-unknown"
    assert await refused(voting.vote(GUILD, kept.id, 101, ADA, 0, act_id=13, at=150)) == "poll-unknown"
    assert await refused(voting.vote(GUILD, kept.id + 1, 0, ADA, 1, act_id=13, at=150)) == "poll-unknown"
    assert await refused(voting.vote(GUILD + 1, kept.id, 0, ADA, 1, act_id=13, at=150)) == "poll-unknown"
    assert await votes(voting, kept.id) == {0: 1, 2: 1}


async def test_the_later_vote_counts_whichever_arrives_first(book: PollBook, voting: VoteBook) -> None:
    kept = await book.open(draft(), most=9)
    await voting.vote(GUILD, kept.id, 0, ADA, 1, act_id=20, at=150)
    await voting.vote(GUILD, kept.id, 0, ADA, 0, act_id=10, at=140)
    assert await voting.votes_of(kept.id, ADA) == {0: 1}
    await voting.vote(GUILD, kept.id, 0, ADA, 1, act_id=30, at=160)
    assert (await voting.count(kept.id))[0][1] == Cast(1, 20), "pressed again, it is as early as it was"


async def test_a_crowd_is_kept_in_one_transaction_each_judged_alone(book: PollBook, voting: VoteBook) -> None:
    kept, ended = await book.open(draft(), most=9), await book.open(draft(closes_at=120), most=9)
    await voting.vote(GUILD, kept.id, 0, ADA, 0, act_id=1, at=110)
    crowd = [
        Ballot(GUILD, kept.id, 0, HANEUL, 2, 30, 150),
        Ballot(GUILD, kept.id, 0, HANEUL, 1, 20, 150),  # pressed before, arrived after
        Ballot(GUILD, kept.id, 0, ADA, 2, 40, 150),
        Ballot(GUILD, kept.id, 0, 7, 9, 41, 150),
        Ballot(GUILD, ended.id, 0, 7, 0, 42, 150),
        Ballot(5, kept.id, 0, 7, 0, 43, 150),
        Ballot(GUILD, kept.id, 0, 8, 1, 44, 150),
        Ballot(GUILD, kept.id, 0, 8, 2, 45, 150),
        Ballot(GUILD, kept.id, 0, 8, 1, 46, 150),
    ]
    outcomes = await voting.keep(crowd)
    told = [one.reason if isinstance(one, Refused) else one.before for one in outcomes]
    assert told == [1, None, 0, "poll-unknown", "poll-closed", "poll-unknown", None, 1, 2]
    assert await votes(voting, kept.id) == {1: 1, 2: 2} and (await voting.count(kept.id))[0][1].reached == 46


async def test_an_answer_withdrawn_gives_the_votes_back(book: PollBook, voting: VoteBook) -> None:
    kept = await book.open(draft(), most=9)
    for number in range(4):
        await voting.vote(GUILD, kept.id, 0, number, number % 2, act_id=number, at=101)
    assert await voting.withdraw(kept.id, 1, least=2, at=150) == 2
    assert await votes(voting, kept.id) == {0: 2} and await voting.votes_of(kept.id, 1) == {}
    assert await refused(voting.vote(GUILD, kept.id, 0, 1, 1, act_id=9, at=160)) == "poll-withdrawn"
    assert (await voting.vote(GUILD, kept.id, 0, 1, 2, act_id=9, at=160)).before is None
    assert await refused(voting.withdraw(kept.id, 1, least=2, at=150)) == "poll-withdrawn"
    assert await refused(voting.withdraw(kept.id, 0, least=2, at=150)) == "poll-too-few-left"
    assert await refused(voting.withdraw(kept.id, 0, least=2, at=200)) == "poll-closed"


async def test_two_who_end_at_once_end_it_once(book: PollBook) -> None:
    kept = await book.open(draft(), most=9)
    assert sorted(await asyncio.gather(*(book.end(kept.id, 150) for _ in range(4)))) == [False, False, False, True]
    found = await book.find(kept.id)
    assert found is not None and found.closes_at == 150
    assert not await book.end(kept.id, 190), "it never ends later"


async def test_counted_once_with_every_vote_that_was_acknowledged(book: PollBook, voting: VoteBook, url: str) -> None:
    kept = await book.open(draft(), most=9)
    other = Database(url)
    await other.open()
    books = (voting, VoteBook(other))
    acknowledged = 0

    async def vote(user: int) -> None:
        nonlocal acknowledged
        try:
            await books[user % 2].vote(GUILD, kept.id, 0, user, user % 3, act_id=user, at=150)
        except Refused:
            return
        acknowledged += 1

    async def settle() -> bool:
        await asyncio.sleep(0)
        return await books[0].settle(kept.id, counted, by=200)

    results = await asyncio.gather(*map(vote, range(20)), settle(), settle(), *map(vote, range(20, 40)))
    assert sorted(one for one in results if one is not None) == [False, True]
    found = await book.find(kept.id)
    assert found is not None and found.state == COUNTED
    assert sum(one.votes or 0 for one in found.answers) == acknowledged == await voting.turnout(kept.id)
    assert await refused(voting.vote(GUILD, kept.id, 0, 99, 0, act_id=99, at=150)) == "poll-closed"
    await other.close()


async def test_not_counted_before_its_time(book: PollBook, voting: VoteBook) -> None:
    kept = await book.open(draft(), most=9)
    assert not await voting.settle(kept.id, counted, by=199) and await voting.settle(kept.id, counted, by=200)


async def test_a_server_has_only_so_many_open(book: PollBook, voting: VoteBook) -> None:
    kept = [await book.open(draft(), most=2) for _ in range(2)]
    assert await refused(book.open(draft(), most=2)) == "poll-too-many"
    await book.open(draft(guild_id=5), most=2)
    await voting.settle(kept[0].id, counted)
    assert (await book.open(draft(), most=2)).id > kept[1].id
    assert [one.id for one in await book.of_guild(GUILD, most=9)][-1] == kept[0].id, "open ones come first"


async def test_only_what_nobody_saw_is_taken_back(book: PollBook) -> None:
    first, second = [await book.open(draft(), most=9) for _ in range(2)]
    await book.change(second.id, posted=1, message_id=2**62)
    await book.discard(first.id)
    await book.discard(second.id)
    assert [one.id for one in await book.unfinished()] == [second.id]


async def test_reasons_are_shown_only_if_their_writers_agreed(book: PollBook, voting: VoteBook) -> None:
    kept = await book.open(draft(kind="debate"), most=9)
    for user, shown in ((1, True), (2, False), (3, True)):
        await voting.vote(GUILD, kept.id, 0, user, 0, act_id=user, at=110)
        assert await voting.reason(kept.id, user, f"왜냐하면 {user}", shown, at=120)
    assert not await voting.reason(kept.id, 4, "I did not vote", True, at=120)
    assert await voting.reasons(kept.id, most=9) == [(0, "왜냐하면 3"), (0, "왜냐하면 1")]
    await voting.vote(GUILD, kept.id, 0, 3, 1, act_id=9, at=130)
    assert await voting.reasons(kept.id, most=9) == [(0, "왜냐하면 1")], "a reason is for the stance it was written for"
    assert await refused(voting.reason(kept.id, 1, "late", True, at=200)) == "poll-closed"


async def test_a_bracket_takes_votes_for_its_present_heats_only(book: PollBook, voting: VoteBook) -> None:
    answers = tuple(Answer(f"song {n}") for n in range(5))
    kept = await book.open(draft(kind="bracket", answers=answers, heats=HEATS), most=9)
    (heat,) = [one for one in kept.now if one.second is not None]
    assert (heat.first, heat.second) == (3, 4)
    await voting.vote(GUILD, kept.id, heat.key, ADA, 4, act_id=1, at=110)
    assert await refused(voting.vote(GUILD, kept.id, heat.key, ADA, 0, act_id=2, at=110)) == "poll-unknown"
    assert await refused(voting.vote(GUILD, kept.id, 0, ADA, 0, act_id=2, at=110)) == "poll-closed"
    assert await refused(voting.vote(GUILD, kept.id, 201, ADA, 4, act_id=2, at=110)) == "poll-closed"
    assert await votes(voting, kept.id, heat.key) == {4: 1}


async def test_a_member_and_a_server_can_be_forgotten(database: Database, book: PollBook, voting: VoteBook) -> None:
    kept = await book.open(draft(user_id=ADA), most=9)
    await voting.vote(GUILD, kept.id, 0, ADA, 0, act_id=1, at=110)
    await voting.vote(GUILD, kept.id, 0, HANEUL, 0, act_id=2, at=110)
    people, servers = PrivacyBook(database, PEOPLE), PrivacyBook(database, SERVERS)
    counts = await people.count(ADA)
    assert (counts["poll"], counts["poll_vote"]) == (1, 1)
    exported = await servers.extract(GUILD, 9)
    assert len(exported["poll"].rows) == 1 and "poll_vote" not in exported, "how somebody voted is secret"
    await people.erase(ADA)
    found = await book.find(kept.id)
    assert found is not None and found.user_id == 0 and await votes(voting, kept.id) == {0: 1}
    await servers.erase(GUILD)
    assert await book.unfinished() == [] and await voting.turnout(kept.id) == 0
