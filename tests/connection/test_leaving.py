"""A running bot and what it keeps: servers that it leaves and returns to, a copy meanwhile, and no restore."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from bot.storage.database import Database
from bot.storage.guilds import GuildBook
from tests.connection.conftest import GENEROUS
from tests.stand_in import BotProcess, StandIn
from tests.stand_in.process import CHECKOUT
from tests.stand_in.world import World

GONE = 1 << 22


async def remember(path: Path, *guild_ids: int) -> None:
    """Servers with settings, of which the bot had left the last but one."""
    database = Database(f"sqlite+aiosqlite:///{path}")
    await database.open()
    for guild_id in guild_ids:
        await GuildBook(database).change(guild_id, 7, {"language": "ko"}, at=10)
    async with database.write() as connection:
        await connection.exec_driver_sql(f"UPDATE guild SET left_at = 10 WHERE guild_id = {guild_ids[-2]}")
    await database.close()


def left(path: Path) -> dict[int, bool]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            guild_id: left_at is not None
            for guild_id, left_at in connection.execute("SELECT guild_id, left_at FROM guild")
        }


def laurel(path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(CHECKOUT), "DATABASE_URL": f"sqlite+aiosqlite:///{path}", "PATH": ""}
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, env=environment, cwd=path.parent, check=False, capture_output=True, text=True)


async def test_servers_that_were_left_while_it_was_off_and_while_it_runs(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    first, second, third = (World(3).guild_id(number) for number in range(3))
    await remember(path, GONE, first, second, third)
    async with StandIn(guilds=3) as discord, BotProcess("bot", tmp_path, discord.api) as process:
        await process.connected(discord, GENEROUS)
        here = {first: False, second: False, third: False}
        await discord.until(lambda: left(path) == {GONE: True, **here}, GENEROUS, "the start to notice")
        discord.gateway.dispatch("GUILD_DELETE", {"id": str(first), "unavailable": True}, 0)
        discord.gateway.dispatch("GUILD_DELETE", {"id": str(second)}, 1)
        await discord.until(lambda: left(path)[second], GENEROUS, "it to notice that it was put out")
        assert left(path) == {GONE: True, **here, second: True}, "an outage is no leaving"
        discord.gateway.dispatch("GUILD_CREATE", discord.world.guild(1) | {"unavailable": None}, 1)
        await discord.until(lambda: not left(path)[second], GENEROUS, "it to notice that it is back")
        assert await process.stop() == 0
        assert "Traceback" not in process.output


async def test_a_running_bot_can_be_copied_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with StandIn() as discord, BotProcess("bot", tmp_path, discord.api) as process:
        await process.connected(discord, GENEROUS)
        copied = await asyncio.to_thread(laurel, path, "backup", "--to", "copy.db")
        assert copied.returncode == 0, copied.stderr
        refused = await asyncio.to_thread(laurel, path, "restore", "copy.db", "--yes")
        assert (refused.returncode, refused.stderr.count("\n")) == (75, 1)
        assert "Stop the bot first" in refused.stderr
        await discord.slash("about").answer(GENEROUS)
        assert await process.stop() == 0
    restored = await asyncio.to_thread(laurel, path, "restore", "copy.db", "--yes")
    assert restored.returncode == 0, restored.stderr
    async with StandIn() as discord, BotProcess("bot", tmp_path, discord.api) as process:
        await process.connected(discord, GENEROUS)
        assert await process.stop() == 0
