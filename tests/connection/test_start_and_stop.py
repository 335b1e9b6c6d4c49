"""How the process starts, ends, and says why it cannot start."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from bot.client import FIRST_TRIES
from tests.connection.conftest import GENEROUS, live_buttons
from tests.stand_in import TOKEN, BotProcess, StandIn
from tests.stand_in.rest import Recorded
from tests.validator import SPECIFICATION

COMMANDS = r"/applications/\d+/commands"


def said(process: BotProcess, *, warnings: int = 0) -> str:
    """The one line an operator meets, and no traceback; besides it the log's INFO lines and so many `warnings`."""
    lines = [line for line in process.output.splitlines() if line.strip() and " INFO " not in line]
    plain = [line for line in lines if " WARNING " not in line]
    assert (len(plain), len(lines) - len(plain)) == (1, warnings), process.output
    return plain[0]


async def test_a_second_start_tells_no_commands_and_knows_old_buttons(tmp_path: Path) -> None:
    """Commands are told once, through a rate limit; a button sent before a restart still works after it."""
    async with StandIn() as discord:
        discord.fail(429, "/commands$", method="PUT", retry_after=0.2)
        async with BotProcess("bot", tmp_path, discord.api) as process:
            await process.connected(discord, GENEROUS)
            await discord.until(lambda: discord.commands, GENEROUS, "the commands")
            old = await discord.slash("awards", {"artist": "BTS"}).answer(GENEROUS)
            assert [sent.status for sent in discord.requested("PUT", COMMANDS)] == [429, 200]
            assert await process.stop() == 0
        assert {"awards", "artist", "ceremony", "help", "about"} <= discord.commands.keys()
        async with BotProcess("bot", tmp_path, discord.api) as process:
            await process.connected(discord, GENEROUS)
            assert old.message is not None
            pressed = await discord.click(old.message, live_buttons(old.message)[0]).answer(GENEROUS)
            assert pressed.callback_type in (4, 7)
            assert len(discord.requested("PUT", COMMANDS)) == 2, "the same commands were told again"


@pytest.mark.parametrize("with_signal", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_it_cleanly(tmp_path: Path, with_signal: signal.Signals) -> None:
    async with StandIn() as discord, BotProcess("bot", tmp_path, discord.api) as process:
        await process.connected(discord, GENEROUS)
        assert await process.stop(with_signal) == 0
        assert "Traceback" not in process.output
        assert "Error" not in process.stderr
        assert TOKEN not in process.output
        await discord.until(lambda: not discord.gateway.connections, GENEROUS, "the connection to be closed")


async def test_a_signal_during_the_start_ends_it_too(tmp_path: Path) -> None:
    async with StandIn() as discord, BotProcess("bot", tmp_path, discord.api) as process:
        await discord.until(lambda: discord.requests, GENEROUS, "the first request")
        assert await process.stop() == 0
        assert "Traceback" not in process.output


async def test_a_wrong_token_is_one_line(tmp_path: Path) -> None:
    wrong = "MTIzNDU2Nzg5MDEyMzQ1Njc4.wrong.token-that-nobody-gave-out"
    async with StandIn() as discord, BotProcess("bot", tmp_path, discord.api, token=wrong) as process:
        assert await process.exited(GENEROUS) == 78, process.output
    assert "token" in said(process).lower()
    assert wrong not in process.output
    assert "wrong.token" not in process.output


async def test_a_token_that_is_reset_meanwhile_is_one_line(tmp_path: Path) -> None:
    """Discord closes the gateway with 4004; to connect again with the same token is useless."""
    async with StandIn() as discord, BotProcess("bot", tmp_path, discord.api) as process:
        await process.connected(discord, GENEROUS)
        await discord.slash("about").answer(GENEROUS)
        await discord.gateway.close(4004)
        assert await process.exited(GENEROUS) == 78, process.output
    assert "token" in said(process).lower()
    assert TOKEN not in process.output


async def test_an_unreachable_discord_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound but not listening: connections are refused
        api = f"http://127.0.0.1:{nobody.getsockname()[1]}/api/v10"
        async with BotProcess("bot", tmp_path, api) as process:
            assert await process.exited(GENEROUS) == 69, process.output
    assert "Discord" in said(process)
    assert TOKEN not in process.output


async def test_a_gateway_that_lets_nobody_in_is_one_line(tmp_path: Path) -> None:
    """REST answers all the while. It takes 15 s: discord.py waits 5 s after each try, which nothing can set."""
    async with StandIn() as discord:
        discord.gateway.refuses = True
        async with BotProcess("bot", tmp_path, discord.api) as process:
            assert await process.exited(GENEROUS) == 69, process.output
        assert discord.gateway.count == {"refused": FIRST_TRIES}
        assert {sent.status for sent in discord.requests} == {200}
    assert said(process, warnings=FIRST_TRIES) == (
        f"laurel: Discord cannot be reached (the gateway {discord.gateway.url} lets nobody in). "
        "Check the network, DISCORD_API_BASE and discordstatus.com, then retry."
    )
    assert TOKEN not in process.output


@pytest.mark.skipif(not SPECIFICATION.is_file(), reason="Discord's OpenAPI is not beside this checkout")
async def test_discord_would_accept_every_request(
    tmp_path: Path, breaches: Callable[[Iterable[Recorded]], list[str]]
) -> None:
    async with StandIn() as discord, BotProcess("bot", tmp_path, discord.api) as process:
        await process.connected(discord, GENEROUS)
        where: list[dict[str, Any]] = [{"locale": "en-US"}, {"locale": "ko", "guild": None}]
        asked = [
            discord.slash(name, options, **place)
            for place in where
            for name, options in (
                ("awards", {"artist": "BTS"}),
                ("awards", {"artist": "nobody at all"}),
                ("artist", {"name": "BTS"}),
                ("ceremony", {"show": "MAMA"}),
                ("help", {}),
                ("about", {}),
            )
        ]
        asked.append(discord.autocomplete("awards", {"artist": ""}, "artist"))
        await asyncio.gather(*(one.answer(GENEROUS) for one in asked))
        await process.stop()
    assert {request.method for request in discord.requests} >= {"GET", "PUT", "POST"}
    assert not breaches(discord.requests)
