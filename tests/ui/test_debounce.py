"""Edits of a shared message: the first at once, then the last wish of each two seconds, and none in between."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

import pytest

from bot.errors import SendFault
from bot.ui.debounce import Debounce

SHORT = 0.02


def writes(into: list[str], what: str) -> Callable[[], Awaitable[None]]:
    async def redraw() -> None:
        into.append(what)

    return redraw


async def test_the_first_and_the_last_wish_are_met() -> None:
    debounce, drawn = Debounce(SHORT), list[str]()
    debounce.ask(1, writes(drawn, "first"))
    await asyncio.sleep(0)
    for number in range(50):
        debounce.ask(1, writes(drawn, f"wish {number}"))
    debounce.ask(2, writes(drawn, "another message"))
    await debounce.rest()
    assert drawn == ["first", "another message", "wish 49"]
    debounce.ask(1, writes(drawn, "later"))
    await debounce.rest()
    assert drawn[-1] == "later"


async def test_a_fault_is_logged_and_the_next_wish_is_met(caplog: pytest.LogCaptureFixture) -> None:
    debounce, drawn = Debounce(SHORT), list[str]()

    async def refused() -> None:
        debounce.ask(1, broken)
        raise SendFault(SendFault.Why.GONE, "no such message")

    async def broken() -> None:
        debounce.ask(1, writes(drawn, "well"))
        raise ZeroDivisionError

    with caplog.at_level(logging.INFO, "bot.ui.debounce"):
        debounce.ask(1, refused)
        await debounce.rest()
    assert drawn == ["well"]
    assert [record.levelname for record in caplog.records] == ["INFO", "ERROR"]


async def test_closing_gives_up_what_is_still_wanted() -> None:
    debounce, drawn = Debounce(60), list[str]()
    debounce.ask(1, writes(drawn, "first"))
    await asyncio.sleep(0)
    debounce.ask(1, writes(drawn, "never"))
    await debounce.close()
    assert drawn == ["first"]
    await debounce.rest()
