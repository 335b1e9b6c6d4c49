"""Forgetting people and servers, in every table, on real files and a real PostgreSQL."""

import itertools
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from bot.storage import privacy
from bot.storage.database import Database
from bot.storage.guilds import GuildSettings
from bot.storage.ownership import MEANINGS, PEOPLE, SERVERS, Meaning, Rule
from bot.storage.privacy import PrivacyBook
from bot.storage.schema import (
    audit,
    command_sync,
    erasure,
    failure,
    feedback,
    guild,
    guild_follow,
    member,
    member_follow,
    metadata,
    report,
)
from bot.storage.schema.announcements import announced, delivery, subscription

ADA, BO = 2**62 + 1, 2**62 + 2
SEOUL, PARIS = 2**61 + 1, 2**61 + 2
TOUCHED = [table for table in metadata.sorted_tables if table not in (command_sync, erasure)]
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """Everybody did everything everywhere."""
    database = Database(url)
    await database.open()
    async with database.write() as connection:
        for table in TOUCHED:
            await connection.execute(sa.delete(table))
        for table, row in rows():
            await connection.execute(sa.insert(table).values(**row))
    yield database
    await database.close()


def rows() -> list[tuple[sa.Table, dict[str, Any]]]:
    found: list[tuple[sa.Table, dict[str, Any]]] = []
    sent = {"form_id": 7, "locale": "ko", "state": "open", "created_at": 5}
    for user in (ADA, BO):
        found += [
            (member, {"user_id": user, "language": "ko", "zone": None, "on_boards": True, "updated_at": 1}),
            (member_follow, {"user_id": user, "subject": "artist", "subject_id": "bts", "followed_at": 2}),
        ]
        for server in (SEOUL, PARIS):
            about = {"channel_id": 3, "message_id": 4, "address": "", "about": "RM", "what": "틀림", "source": ""}
            mine = {"user_id": user, "guild_id": server}
            change = {"at": 9, "what": "zone", "before": None, "after": "Asia/Seoul", "version": 1}
            found += [
                (report, {**mine, **sent, **about, "form_id": server - SEOUL}),
                (feedback, {**mine, **sent, "text": "좋아요", "form_id": server - SEOUL}),
                (audit, {**mine, **change}),
            ]
        found.append((feedback, {"user_id": user, "guild_id": None, **sent, "text": "hi"}))
    settings = {"kinds": ["voting"], "game_channels": [2**60], "version": 3, "updated_at": 4}
    defaults = msgspec.structs.asdict(GuildSettings())
    for server in (SEOUL, PARIS):
        found += [
            (guild, {"guild_id": server, **defaults, **settings}),
            (guild_follow, {"guild_id": server, "subject": "show", "subject_id": "mama", "followed_at": 1}),
            (failure, {"guild_id": server, "channel_id": 3, "at": 1, "why": "gone"}),
            *announcements(server),
        ]
    return found + made_up({table for table, _ in found})


def made_up(written: set[sa.Table]) -> list[tuple[sa.Table, dict[str, Any]]]:
    """Rows for every other table: one for each person, server or both that it tells of, with values that it takes."""
    number = itertools.count(100)
    found = []
    for table in TOUCHED:
        if table in written:
            continue
        meanings = {MEANINGS.get(column.name) for column in table.columns}
        for user in (ADA, BO) if Meaning.PERSON in meanings else (0,):
            for server in (SEOUL, PARIS) if Meaning.SERVER in meanings else (0,):
                whose = {Meaning.PERSON: user, Meaning.SERVER: server}
                row = {
                    column.name: whose.get(MEANINGS.get(column.name, Meaning.OTHER)) or value(column, next(number))
                    for column in table.columns
                    if column.name != "id"
                }
                found.append((table, row))
    return found


def value(column: sa.Column[Any], number: int) -> Any:
    """Something that a column takes, another each time where it may be."""
    rules = [str(rule.sqltext) for rule in column.table.constraints if isinstance(rule, sa.CheckConstraint)]
    for rule in rules:
        if rule.startswith(f"{column.name} IN"):
            return rule.split("'")[-2]
        if rule.startswith(f"{column.name} BETWEEN"):
            return int(rule.split()[2]) + 1
    if isinstance(column.type, sa.JSON):
        return {"made up": True}
    if isinstance(column.type, sa.Boolean):
        return True
    if isinstance(column.type, sa.String):
        return f"x{number}"[-(column.type.length or 9) :]
    return str(number).encode() if isinstance(column.type, sa.LargeBinary) else number


def without(before: Rows, rules: tuple[Rule, ...], whose: int) -> Rows:
    """What the rules promise to leave."""
    left = dict(before)
    for rule in rules:
        name, column = rule.table.name, rule.column.name
        if rule.blank is None:
            left[name] = [row for row in left[name] if row[column] != whose]
        else:
            left[name] = [row | rule.blank if row[column] == whose else row for row in left[name]]
    return left


def in_order(rows: Rows) -> dict[str, list[str]]:
    return {table: sorted(map(str, listed)) for table, listed in rows.items()}


def announcements(server: int) -> list[tuple[sa.Table, dict[str, Any]]]:
    settings = {
        "origin": "settings", "channel_id": 3, "kinds": ["voting"], "leads": [0], "vote_hours": [], "hour": 0,
        "minute": 0, "anchor": "server", "silent": False, "style": "digest", "weekly": False, "monthly": False,
        "catch_up_hours": 12, "leap_day": "03-01", "state": "active", "next_due_at": 0, "facts": "",
        "version": 1, "updated_at": 4,
    }  # fmt: skip
    post = {
        "subscription_id": server, "channel_id": 3, "occurrence": "x", "lead": "", "payload": {}, "state": "sent",
        "due_at": 1, "expires_at": 2, "retry_at": 1, "attempts": 1, "late": False,
    }  # fmt: skip
    told = {"subscription_id": server, "occurrence": "x", "lead": "", "date": "2026", "status": "expected"}
    return [
        (subscription, {"guild_id": server, **settings}),
        (delivery, {"guild_id": server, **post}),
        (announced, {"guild_id": server, **told, "post": "x", "post_lead": "", "watched_until": 9}),
    ]


async def everything(database: Database) -> dict[str, list[dict[str, Any]]]:
    async with database.read() as connection:
        return {
            table.name: [dict(row) for row in (await connection.execute(sa.select(table))).mappings()]
            for table in TOUCHED
        }


def holds(whole: Any, number: int) -> bool:
    """Whether a number stands anywhere in it, also within JSON."""
    if isinstance(whole, dict):
        return any(holds(one, number) for one in whole.values())
    if isinstance(whole, list | tuple):
        return any(holds(one, number) for one in whole)
    return bool(whole == number)


async def test_counting(database: Database) -> None:
    there = await everything(database)
    assert all(there.values()), "every table has rows"
    for rules, whose in ((PEOPLE, ADA), (SERVERS, SEOUL)):
        counted = await PrivacyBook(database, rules).count(whose)
        assert all(counted.values()) and counted == {
            rule.table.name: sum(row[rule.column.name] == whose for row in there[rule.table.name]) for rule in rules
        }
    assert set((await PrivacyBook(database, PEOPLE).count(404)).values()) == {0}


async def test_a_person_is_forgotten_everywhere_and_nobody_else(database: Database) -> None:
    before = await everything(database)
    await PrivacyBook(database, PEOPLE).erase(ADA)
    after = await everything(database)
    assert holds(before, ADA) and not holds(after, ADA)
    assert in_order(after) == in_order(without(before, PEOPLE, ADA))
    assert len(after["audit"]) == 4 and sorted(row["user_id"] for row in after["audit"]) == [0, 0, BO, BO]


async def test_a_server_is_forgotten_everywhere_and_no_other(database: Database) -> None:
    before = await everything(database)
    await PrivacyBook(database, SERVERS).erase(SEOUL)
    after = await everything(database)
    assert holds(before, SEOUL) and not holds(after, SEOUL) and holds(after, PARIS)
    assert in_order(after) == in_order(without(before, SERVERS, SEOUL))
    for table in ("report", "feedback"):
        assert len(after[table]) == len(before[table]), "their words are their writers'"
        homeless = [row for row in after[table] if row["guild_id"] is None]
        assert {row["user_id"] for row in homeless} == {ADA, BO}
        assert all(not row.get("channel_id") and not row.get("message_id") for row in homeless)
    assert after["member"] == before["member"] and after["member_follow"] == before["member_follow"]


@pytest.mark.parametrize("rules, whose", [(PEOPLE, ADA), (SERVERS, SEOUL), (PEOPLE, 404), (SERVERS, 0)])
async def test_forgetting_twice_is_forgetting_once(database: Database, rules: tuple[Rule, ...], whose: int) -> None:
    book = PrivacyBook(database, rules)
    await book.erase(whose)
    once = await everything(database)
    await book.erase(whose)
    assert await everything(database) == once
    assert set((await book.count(whose)).values()) == {0}


async def test_all_of_it_or_nothing(database: Database) -> None:
    before = await everything(database)
    broken = (*PEOPLE[:-1], Rule(audit.c.user_id, blank={"user_id": None}))
    with pytest.raises(IntegrityError):
        await PrivacyBook(database, broken).erase(ADA)
    assert await everything(database) == before


@pytest.mark.parametrize("at_once", [1, 2, 3, 7, 250])
async def test_an_extract_has_the_latest_and_says_how_many_are_left_out(
    database: Database, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(privacy, "AT_ONCE", at_once)
    async with database.write() as connection:
        for number in range(5):
            row = {"guild_id": SEOUL, "user_id": ADA, "at": 100 + number, "what": "hour", "version": number}
            await connection.execute(sa.insert(audit).values(**row, before=number, after=None))
    whole = await PrivacyBook(database, PEOPLE).extract(ADA, most=100)
    assert [row["at"] for row in whole["audit"].rows] == [9, 9, 100, 101, 102, 103, 104]
    assert whole["audit"].left_out == 0 and whole["member"].rows[0]["language"] == "ko"
    part = await PrivacyBook(database, PEOPLE).extract(ADA, most=3)
    assert [row["at"] for row in part["audit"].rows] == [102, 103, 104] and part["audit"].left_out == 4
    assert part["feedback"].left_out == 0 and len(part["feedback"].rows) == 3, "three of three"


async def test_what_others_wrote_is_in_no_servers_extract(database: Database) -> None:
    found = await PrivacyBook(database, SERVERS).extract(SEOUL, most=100)
    assert set(found) == {rule.table.name for rule in SERVERS if not rule.secret}
    assert not {"report", "feedback"} & set(found)
    assert found["guild"].rows[0]["game_channels"] == [2**60]
