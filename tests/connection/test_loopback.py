"""The unchanged bot against the community's loopback Discord, where its folder lies beside this checkout."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.connection.conftest import GENEROUS
from tests.stand_in import BotProcess
from tests.stand_in.process import CHECKOUT

LOOPBACK = CHECKOUT.parent / "shared" / "bench" / "loopback_discord.py"


@pytest.fixture
def loopback(tmp_path: Path) -> Iterator[str]:
    """Its address; the process ends with the test."""
    with (tmp_path / "loopback").open("w+b") as log:
        process = subprocess.Popen(
            [sys.executable, str(LOOPBACK), "--port", "0", "--guilds", "2"],
            stdout=subprocess.PIPE,
            stderr=log,
            env={"PYTHONDONTWRITEBYTECODE": "1"},
            text=True,
        )
        assert process.stdout is not None
        try:
            line = process.stdout.readline()  # ends with its process, if that dies first
            assert "http://" in line, (tmp_path / "loopback").read_text()
            yield line.split(" at ")[1].split(" ")[0]
        finally:
            process.kill()
            process.stdout.close()
            process.wait()


class Steering:
    """The loopback Discord's control verbs."""

    def __init__(self, http: aiohttp.ClientSession, address: str) -> None:
        self.http, self.address = http, address

    async def get(self, verb: str) -> Any:
        async with self.http.get(f"{self.address}/_ctl/{verb}") as response:
            return await response.json()

    async def post(self, verb: str, **body: Any) -> Any:
        async with self.http.post(f"{self.address}/_ctl/{verb}", json=body) as response:
            return await response.json()

    async def answered(self, name: str, options: dict[str, Any]) -> dict[str, Any]:
        """Ask until an answer comes: a command sent while the bot reconnects may be lost."""
        deadline = time.monotonic() + GENEROUS
        while time.monotonic() < deadline:
            asked: dict[str, Any] = await self.post("slash", name=name, options=options, timeout=3)
            if asked.get("message"):
                return asked
            await asyncio.sleep(0.05)
        raise TimeoutError(f"/{name} was never answered: {asked}")


@pytest.mark.skipif(not LOOPBACK.is_file(), reason="no shared/bench beside this checkout")
async def test_the_loopback_discord_is_content(loopback: str, tmp_path: Path) -> None:
    async with (
        aiohttp.ClientSession() as http,
        BotProcess("bot", tmp_path / "laurel", f"{loopback}/api/v10") as process,
    ):
        discord = Steering(http, loopback)

        awards = await discord.answered("awards", {"artist": "rm"})
        assert awards["type"] == 4 and not awards["errors"]
        assert "Favorite K-Pop Artist" in str(awards["message"])
        assert {command["name"] for command in (await discord.get("commands"))["None"]} >= {"awards", "help"}

        await discord.post("gateway", action="drop")
        assert "RM" in str((await discord.answered("awards", {"artist": "rm"}))["message"])

        await discord.post("fault", kind="429", path="/callback$", retry_after=0.2)
        late = await discord.post("slash", name="awards", options={"artist": "rm"}, timeout=GENEROUS)
        assert late["ack_ms"] >= 200 and not late["refused"]

        stats = await discord.get("stats")
        assert not stats.get("violations"), stats
        assert await process.stop() == 0
        assert "Traceback" not in process.output
