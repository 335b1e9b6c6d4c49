"""The pump takes turns, sooner when stirred, and survives what a turn does to it."""

import asyncio
import logging

import pytest

from bot.playground import pump as pumps
from bot.playground.pump import Pump


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pumps, "BEAT", 0.005)
    monkeypatch.setattr(pumps, "GATHER", 0.0)


async def run_until(pump: Pump, enough: asyncio.Event) -> None:
    running = asyncio.create_task(pump.run())
    async with asyncio.timeout(10):
        await enough.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_it_survives_a_turn_that_raises_and_says_so(caplog: pytest.LogCaptureFixture) -> None:
    turns, enough = 0, asyncio.Event()

    async def turn() -> None:
        nonlocal turns
        turns += 1
        if turns in (2, 3):
            raise RuntimeError("a page broke")
        if turns == 6:
            enough.set()

    pump = Pump(turn)
    with caplog.at_level(logging.ERROR):
        await run_until(pump, enough)
    assert len(caplog.records) == 2
    assert all("a page broke" in str(record.exc_info) for record in caplog.records)
    assert pump.failures == 0


async def test_a_stir_brings_the_next_turn_forward(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pumps, "BEAT", 3600.0)
    turns, enough = 0, asyncio.Event()

    async def turn() -> None:
        nonlocal turns
        turns += 1
        if turns < 4:
            asyncio.get_running_loop().call_soon(pump.stir)
        else:
            enough.set()

    pump = Pump(turn)
    await run_until(pump, enough)


async def test_a_turn_that_is_cancelled_ends_it() -> None:
    started = asyncio.Event()

    async def turn() -> None:
        started.set()
        await asyncio.Event().wait()

    await run_until(Pump(turn), started)
