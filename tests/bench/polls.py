"""A crowd that votes: 500 members in two seconds over real sockets, and what the database holds afterwards.

A process of the bot's own; every member presses a button of one hidden poll whose panel shows the counts live.
"""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from tests.bench.load import open_loop, quantile
from tests.stand_in import Asked, BotProcess, StandIn

MEMBERS = 500
SECONDS = 2.0
SETTLE = 2.0  # seconds of quiet after the start, in which the bot gathers what it tells later
TARGET = 0.5  # seconds for the 99th percentile of acknowledgements


@dataclass(frozen=True)
class Crowd:
    """What became of the votes of so many members; times in seconds from when each was due."""

    members: int
    acknowledged: int
    counted: int
    median: float
    p99: float
    edits: int  # of the shared panel meanwhile


async def vote(folder: Path, members: int, settle: float, cpu: int | None = None) -> Crowd:
    """Opens a poll, waits, and lets `members` vote once each, evenly over SECONDS."""
    async with (
        StandIn(guilds=1, record=True) as discord,
        BotProcess("bot", folder, discord.api, cpu=cpu, settings={"LOG_LEVEL": "WARNING"}) as bot,
    ):
        await bot.connected(discord)
        await discord.until(lambda: discord.commands, 60.0, "commands")
        options = {"show": "ama", "category": "favorite-k-pop-artist", "style": "hidden", "results": "live"}
        await discord.slash("poll", {"nominees": options}, manager=True).content(30.0)
        panel = next(message for message in discord.messages.values() if "vote:1:" in str(message))
        buttons = [f"vote:1:{answer}" for answer in range(str(panel).count("vote:1:"))]
        await asyncio.sleep(settle)
        asked: list[Asked] = []

        def press(due: float | None) -> Asked:
            fan = len(asked)
            asked.append(discord.click(panel, buttons[fan % len(buttons)], fan=100 + fan, due=due))
            return asked[-1]

        await open_loop(press, members / SECONDS, SECONDS)
        await asyncio.sleep(0.1)
        late = [one.answered - (one.due or one.dispatched) for one in asked if one.answered is not None]
        kept = sum(1 for one in asked if "kept" in one.text + str(one.followups))
        edits = sum(1 for found in discord.requests if found.method == "PATCH" and panel["id"] in found.path)
        await bot.stop()
    with sqlite3.connect(folder / "bot.db") as database:
        (counted,) = database.execute("SELECT count(DISTINCT user_id) FROM poll_vote").fetchone()
    return Crowd(members, kept, counted, quantile(late, 0.5), quantile(late, 0.99), edits)


def measure(folder: Path, quick: bool, cpu: int | None) -> Crowd:
    return asyncio.run(vote(folder, 20, 0.0, cpu) if quick else vote(folder, MEMBERS, SETTLE, cpu))


def told(crowd: Crowd) -> Table:
    """The table of the report."""
    table = Table(title=f"Polls: {crowd.members} members vote within {SECONDS:g} seconds, over real sockets")
    for heading in ("", "measured", "target", ""):
        table.add_column(heading, justify="left" if not heading else "right", no_wrap=True)
    whole = crowd.acknowledged == crowd.counted == crowd.members
    each = f"{crowd.counted} of {crowd.acknowledged}"
    table.add_row("votes counted of those acknowledged", each, f"{crowd.members} of each", "met" if whole else "MISSED")
    table.add_row("acknowledgement, median", f"{crowd.median * 1e3:.0f} ms", "", "")
    met = "met" if crowd.p99 < TARGET else "MISSED"
    table.add_row("acknowledgement, p99", f"{crowd.p99 * 1e3:.0f} ms", f"under {TARGET * 1e3:.0f} ms", met)
    table.add_row("edits of the shared panel meanwhile", str(crowd.edits), "at most one in 2 s", "")
    return table
