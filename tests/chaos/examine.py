"""Holds a database to what was acknowledged: everything is there, and nothing is there by half."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections import Counter
from collections.abc import Callable
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from bot.storage.guilds import GuildSettings
from bot.storage.schema import audit, guild, guild_follow, member, report
from bot.storage.schema.ballots import ballot, ballot_pick
from bot.storage.schema.polls import poll, poll_vote

Acknowledged = list[dict[str, Any]]
# What tells one deed from all others, as it was acknowledged; `kept_keys` finds the same in the database.
KEYS: dict[str, Callable[[dict[str, Any]], tuple[Any, ...]]] = {
    "setting": lambda done: (done["guild"], done["number"], done["version"]),
    "follow": lambda done: (done["guild"], f"artist:a{done['number']}"),
    "note": lambda done: (done["guild"], done["number"]),
    "member": lambda done: (done["number"], "ko", "Asia/Seoul"),
    "report": lambda done: (done["number"], done["id"]),
    "vote": lambda done: (done["number"], done["answer"]),
    "pick": lambda done: (done["number"], *map(tuple, done["rows"])),
}


def damage(url: str) -> str:
    """What SQLite finds wrong with the file, if anything. Leaves no connection."""
    with contextlib.closing(sqlite3.connect(str(sa.make_url(url).database))) as connection:
        found = [line for (line,) in connection.execute("PRAGMA integrity_check")]
    return "" if found == ["ok"] else "; ".join(found)


async def settle(url: str) -> None:
    """Returns when PostgreSQL has ended what the killed process had begun."""
    others = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    engine = create_async_engine(url)
    async with engine.connect() as connection, asyncio.timeout(30):
        while await connection.scalar(sa.text(f"{others} AND datname = current_database()")):
            await connection.rollback()  # a transaction sees these figures as they were when it began
            await asyncio.sleep(0.002)
    await engine.dispose()


async def examine(url: str, heard: Acknowledged) -> tuple[Counter[str], list[str]]:
    """How many deeds of each kind were kept though nobody heard so, and what is wrong."""
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        kept = await kept_keys(connection)
        problems = await torn(connection)
    await engine.dispose()
    unheard: Counter[str] = Counter()
    for deed, key in KEYS.items():
        known = {key(done) for done in heard if done["deed"] == deed}
        lost = known - kept[deed]
        problems += [f"{len(lost)} times a {deed} was acknowledged and is lost, such as {min(lost)}"] if lost else []
        unheard[deed] = len(kept[deed] - known)
    return unheard, problems


async def kept_keys(connection: AsyncConnection) -> dict[str, set[tuple[Any, ...]]]:
    traces = (await connection.execute(sa.select(audit))).mappings().all()
    members = await connection.execute(sa.select(member.c.user_id, member.c.language, member.c.zone))
    reports = await connection.execute(sa.select(report.c.form_id, report.c.id))
    votes = await connection.execute(sa.select(poll_vote.c.user_id, poll_vote.c.answer))
    picks: dict[int, list[tuple[Any, ...]]] = {}
    for row in (await connection.execute(sa.select(ballot_pick).order_by(ballot_pick.c.interaction_id))).mappings():
        picks.setdefault(row["user_id"], []).append((row["category"], row["interaction_id"], row["choice"]))
    return {
        "setting": {(t["guild_id"], t["after"], t["version"]) for t in traces if t["what"] == "channel_id"},
        "follow": {(t["guild_id"], t["after"][0]) for t in traces if t["what"] == "follow"},
        "note": {(t["guild_id"], t["after"]["번호"]) for t in traces if t["what"] == "import"},
        "member": {tuple(row) for row in members},
        "report": {tuple(row) for row in reports},
        "vote": {tuple(row) for row in votes},
        "pick": {(user, *rows) for user, rows in picks.items()},
    }


async def torn(connection: AsyncConnection) -> list[str]:
    """Changes without their traces, or the reverse: every server's traces, told again, must lead to what it has."""
    problems = []
    traces = (await connection.execute(sa.select(audit).order_by(audit.c.id))).mappings().all()
    rows = {row["guild_id"]: row for row in (await connection.execute(sa.select(guild))).mappings()}
    for mine, whole in ((poll_vote.c.poll_id, poll), (ballot_pick.c.ballot_id, ballot)):
        strays = sa.select(sa.func.count()).where(mine.not_in(sa.select(whole.c.id)))
        many = await connection.scalar(sa.select(sa.func.count()).select_from(whole)) or 0
        problems += [f"{whole.name}: rows without it, or several of it"] if await connection.scalar(strays) else []
        problems += [f"{many} times a {whole.name} that was opened once"] if many > 1 else []
    follows: dict[int, set[str]] = {}
    for row in (await connection.execute(sa.select(guild_follow))).mappings():
        follows.setdefault(row["guild_id"], set()).add(f"{row['subject']}:{row['subject_id']}")
    for guild_id in rows.keys() | follows.keys() | {trace["guild_id"] for trace in traces}:
        told, followed, versions = msgspec.json.decode(msgspec.json.encode(GuildSettings())), set[str](), [0]
        for trace in (trace for trace in traces if trace["guild_id"] == guild_id):
            what, before, after = trace["what"], trace["before"], trace["after"]
            if what == "follow":
                problems += [f"{guild_id}: {before} went, which nobody followed"] if not followed >= set(before) else []
                followed = (followed - set(before)) | set(after)
            elif what in told:
                problems += [f"{guild_id}: {what} was {told[what]}, not {before}"] if told[what] != before else []
                told[what] = after
                versions += [trace["version"]] if trace["version"] != versions[-1] else []
        there = rows.get(guild_id, told | {"version": 0})
        wrong = {name: (there[name], value) for name, value in told.items() if there[name] != value}
        problems += [f"{guild_id}: settings and traces differ: {wrong}"] if wrong else []
        if versions != list(range(there["version"] + 1)):
            problems.append(f"{guild_id}: version {there['version']}, traces of {len(versions) - 1}")
        if followed != follows.get(guild_id, set()):
            problems.append(f"{guild_id}: follows {follows.get(guild_id)}, traces say {followed}")
    return problems
