"""Ballots, picks, results and posts on real files and a real PostgreSQL: each kept once, none lost, none twice."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import sqlalchemy as sa

from bot.storage.ballot_posts import DUE, LOST, Draft, PostBook
from bot.storage.ballots import KEPT_CHANGES, BallotBook, BallotRow, NewResult, NightRow, PickRow
from bot.storage.database import Database
from bot.storage.ownership import PEOPLE, SERVERS
from bot.storage.people import MemberSettings, PeopleBook
from bot.storage.privacy import PrivacyBook
from bot.storage.schema.ballots import ballot, ballot_pick, ballot_post, ballot_result, night
from bot.storage.schema.polls import poll
from tests.storage.test_migrations import fill, migrate

GUILD, USER, SNOWFLAKE = 2**62, 2**62 + 1, 2**60
VALUES: dict[str, Any] = {
    "guild_id": GUILD, "channel_id": 5, "user_id": USER, "ceremony": "mama", "edition": "2026", "season": 2026,
    "scoring": "flat", "contents": [{"id": "song", "name": "올해의 노래"}], "locks_at": 1_000, "state": "asking",
    "created_at": 10,
}  # fmt: skip


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        for table in (ballot, ballot_pick, ballot_post, ballot_result, night):
            await connection.execute(sa.delete(table))
    yield database
    await database.close()


async def opened(book: BallotBook, *posts: Draft, **more: Any) -> BallotRow:
    ballot_id = await book.open(VALUES | more, posts)
    assert ballot_id is not None
    row = await book.find(ballot_id)
    assert row is not None
    return row


def pick(at: int, choice: str | None, category: str = "song", kind: str = "will") -> PickRow:
    return PickRow(category, kind, SNOWFLAKE + at, choice)


def result(revision: int, *winners: str, category: str = "song", at: int = 50) -> NewResult:
    return NewResult(category, revision, "won", winners, "https://example.org", USER, at)


async def test_0008_keeps_what_0007_holds(empty: str) -> None:
    await migrate(empty, "0007")
    await fill(empty, member={"user_id": 7, "language": "ko", "on_boards": True, "updated_at": 1})
    database = Database(empty)
    await database.open()
    assert await PeopleBook(database).find(7) == MemberSettings(language="ko")
    assert (await opened(BallotBook(database))).contents == VALUES["contents"]
    await database.close()


async def test_one_ballot_for_each_edition_also_when_two_open_it_at_once(database: Database) -> None:
    book = BallotBook(database)
    found = await asyncio.gather(*(book.open(VALUES, [Draft("panel", "", 5, 10)]) for _ in range(4)))
    assert sum(one is not None for one in found) == 1
    (row,) = await book.of_guild(GUILD)
    assert [post.kind for post in await PostBook(database).of_ballot(row.id)] == ["panel"]
    await book.change(row.id, {"state": "void", "nth": row.id})
    assert await book.of_guild(GUILD) == [] and await book.open(VALUES, []) is not None, "a void one makes room"


async def test_the_last_pick_before_the_lock_counts_and_the_same_twice_is_once(database: Database) -> None:
    book = BallotBook(database)
    row = await opened(book)
    for one in (
        pick(2, "b"),
        pick(1, "a"),
        pick(1, "a"),
        pick(3, None),
        pick(1, "c", "rookie"),
        pick(1, "a", kind="should"),
    ):
        await book.pick(row, USER, one)
    await book.pick(row, USER + 1, pick(9, "z"))
    mine = [one for one in await book.picks_of(row.id, USER) if one.interaction_id < SNOWFLAKE + 3]
    assert [(one.category, one.choice) for one in mine if one.kind == "will"][-1] == ("song", "b"), "as it was before"
    assert len(mine) == 4 and len(await book.picks_of(row.id, USER)) == 5
    told = sorted((one.kind, one.category, one.choice) for one in await book.chosen(row.id, SNOWFLAKE + 3, "will"))
    assert told == [("should", "song", "a"), ("will", "rookie", "c"), ("will", "song", "b")]
    assert await book.count(row.id, SNOWFLAKE + 3) == 1 and await book.count(row.id, None) == 2


async def test_a_member_who_cannot_decide_fills_no_disk(database: Database) -> None:
    book = BallotBook(database)
    row = await opened(book)
    for number in range(KEPT_CHANGES + 5):
        await book.pick(row, USER, pick(number, f"n{number}"))
    kept = await book.picks_of(row.id, USER)
    assert [one.choice for one in kept] == [f"n{number}" for number in range(5, KEPT_CHANGES + 5)]


async def test_of_two_hosts_at_once_one_is_kept_with_everything_and_one_with_nothing(database: Database) -> None:
    book, posts = BallotBook(database), PostBook(database)
    row = await opened(book)
    draft = Draft("reveal", "song", 5, 50)
    both = await asyncio.gather(book.enter(row, [result(1, "a")], [draft]), book.enter(row, [result(1, "b")], [draft]))
    assert sorted(both) == [False, True]
    assert len(await book.results(row.id)) == 1 == len(await posts.of_ballot(row.id))
    two = [result(1, "x", category="rookie"), result(1, "stale")]
    assert not await book.enter(row, two, []), "one that is too late takes the others along"
    assert await book.enter(row, [result(2, "b", "@rm", "=누군가")], [])
    assert [(one.category, one.revision, one.winners) for one in await book.results(row.id)][1:] == [
        ("song", 2, ("b", "@rm", "=누군가"))
    ]


async def test_a_post_is_due_until_it_is_drawn_and_again_when_it_is_touched(database: Database) -> None:
    book, posts = BallotBook(database), PostBook(database)
    row = await opened(book, Draft("panel", "", 5, 10), Draft("lock", "1", 5, 1_000), Draft("note", "x", 5, None))
    (panel,) = await posts.due(10)
    assert await posts.next_at(10) == 1_000 and [post.kind for post in await posts.due(1_000)] == ["panel", "lock"]
    await posts.missed(panel, 40)
    assert await posts.due(39) == [] and await posts.next_at(39) == 40
    (panel,) = await posts.due(40)
    await book.change(row.id, {"locks_at": 900})
    await posts.drew(panel, 77, 900)
    assert await posts.due(41) == [], "what is not posted yet cannot be outdated"
    await book.change(row.id, {"locks_at": 800})
    (panel,) = await posts.due(41)
    assert (panel.message_id, panel.wanted, panel.drawn) == (77, 2, 1)
    await book.change(row.id, {"locks_at": 700})
    await posts.drew(panel, 77, 700)
    assert [post.id for post in await posts.due(42)] == [panel.id], "what changed while it was drawn is drawn again"
    await posts.lost(panel)
    assert await posts.due(5_000) and all(post.kind != "panel" for post in await posts.due(5_000))
    await book.change(row.id, {}, [Draft("panel", "", 6, 50)])
    (panel,) = await posts.due(50)
    assert (panel.channel_id, panel.message_id, panel.state) == (6, None, DUE)
    assert LOST not in {post.state for post in await posts.of_ballot(row.id)}


async def test_a_night_begins_once(database: Database) -> None:
    book = BallotBook(database)
    row = await opened(book)
    begun = NightRow(row.id, GUILD, 5, USER, 12, "wanted", "live", 60)
    assert sorted(await asyncio.gather(*(book.begin(begun, []) for _ in range(3)))) == [False, False, True]
    await book.change_night(begun, {"chat": "open", "state": "over"})
    assert await book.night(row.id) == NightRow(row.id, GUILD, 5, USER, 12, "open", "over", 60)


async def test_who_is_forgotten_leaves_no_pick_and_no_name(database: Database) -> None:
    book = BallotBook(database)
    row = await opened(book)
    await book.pick(row, USER, pick(1, "a"))
    await book.pick(row, 9, pick(1, "b"))
    await book.enter(row, [result(1, "a")], [Draft("result", "song", 5, 50)])
    await book.begin(NightRow(row.id, GUILD, 5, USER, 0, "none", "live", 60), [])
    await PrivacyBook(database, PEOPLE).erase(USER)
    assert await book.picks_of(row.id, USER) == [] and await book.count(row.id, None) == 1
    found = await book.night(row.id)
    assert found is not None and found.user_id == 0 == (await book.results(row.id))[0].user_id
    await PrivacyBook(database, SERVERS).erase(GUILD)
    assert await book.find(row.id) is None and await book.count(row.id, None) == 0
    assert await book.results(row.id) == [] and await book.night(row.id) is None


async def test_the_servers_own_poll_about_the_prize_once_it_is_counted(database: Database) -> None:
    book = BallotBook(database)
    row = await opened(book)
    answers = [{"text": "BTS", "key": "", "withdrawn": False, "votes": 3}, {"text": "보라", "key": "", "votes": 0}]
    values = {
        "guild_id": GUILD, "channel_id": 5, "message_id": None, "user_id": USER, "kind": "nominees", "style": "hidden",
        "results": "after", "question": "?", "answers": answers, "heats": [], "seed": 0, "show": "mama",
        "category": "song", "edition": "2026", "hours": 1, "round": 1, "posted": 1, "opened_at": 1, "closes_at": 2,
        "state": "open", "gone": False,
    }  # fmt: skip
    async with database.write() as connection:
        await connection.execute(sa.delete(poll))
        await connection.execute(sa.insert(poll).values({name: values[name] for name in values if name in poll.c}))
    assert await book.polled(row, ("song",)) == [], "nobody knows before the end"
    async with database.write() as connection:
        await connection.execute(sa.update(poll).values(state="counted"))
    assert await book.polled(row, ("other", "song")) == [("BTS", 3)] and await book.polled(row, ("other",)) == []
