"""A running Laurel and its stand-in for each module, and the check of all it sent."""

from __future__ import annotations

import importlib.util
import re
import warnings
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import pytest_asyncio

from tests.stand_in import BotProcess, Payload, StandIn, components
from tests.stand_in.process import CHECKOUT
from tests.stand_in.rest import Recorded

SPECIFICATION = CHECKOUT.parent / "shared" / "discord" / "validate.py"
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


def load_validate() -> Callable[[str, str, Any], list[str]] | None:
    """`validate(method, path, body)` of the shared folder beside the checkout; None where there is none."""
    if not SPECIFICATION.is_file():
        return None
    spec = importlib.util.spec_from_file_location("discord_validate", SPECIFICATION)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its file to the collector
        spec.loader.exec_module(module)
    validate: Callable[[str, str, Any], list[str]] = module.validate
    return validate


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
