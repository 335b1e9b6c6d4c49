"""A running Laurel and its stand-in for each module, and the check of all it sent."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
import pytest_asyncio

from tests.stand_in import BotProcess, Payload, StandIn, components
from tests.stand_in.rest import Recorded
from tests.validator import load_validate

PLACE = re.compile(r"/(?:interactions|webhooks)/\d+/[^/]+")
GENEROUS = 60.0  # seconds; a noisy machine may be slow, a right bot is never this slow


class Running(NamedTuple):
    """A connected bot and the Discord it is connected to."""

    discord: StandIn
    process: BotProcess


def live_buttons(message: Payload) -> list[str]:
    """The custom ids of the buttons that can be pressed."""
    buttons = [part for part in components(message) if part["type"] == 2 and not part.get("disabled")]
    return [button["custom_id"] for button in buttons if "custom_id" in button]


@pytest.fixture(scope="session")
def breaches() -> Callable[[Iterable[Recorded]], list[str]]:
    """What Discord's OpenAPI refuses among recorded requests; nothing where it is not at hand."""
    validate = load_validate()

    def judge(requests: Iterable[Recorded]) -> list[str]:
        # Interactions differ in their tokens; the same answer again says nothing new.
        different = {(sent.method, PLACE.sub("", sent.path), repr(sent.body)): sent for sent in requests}
        if validate is None:
            return []
        return [problem for sent in different.values() for problem in validate(sent.method, sent.path, sent.body)]

    return judge


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def laurel(
    tmp_path_factory: pytest.TempPathFactory, breaches: Callable[[Iterable[Recorded]], list[str]]
) -> AsyncIterator[Running]:
    """One Laurel for a module's tests. All it sent must have been something Discord accepts."""
    folder: Path = tmp_path_factory.mktemp("laurel")
    async with StandIn(guilds=3) as discord, BotProcess("bot", folder, discord.api) as process:
        await process.connected(discord, GENEROUS)
        yield Running(discord, process)
        assert process.exit_code is None, process.output
        written = len(process.stderr)
        assert await process.stop() == 0, process.output
        assert "Traceback" not in process.stderr[written:], process.stderr[written:]
    assert not breaches(discord.requests)
