"""The stand-in as tests and measurements use it: start it, let fans act, wait with a deadline.

It must not know what the bot ought to answer.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any

from aiohttp import web

from tests.stand_in.asked import Asked, Payload, components
from tests.stand_in.gateway import Gateway
from tests.stand_in.rest import Rest
from tests.stand_in.world import World, option_list

TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAw.stand-in.not-a-secret"


class StandIn(Rest):
    """An async context manager: `async with StandIn(guilds=2) as discord: ... discord.api ...`."""

    def __init__(
        self,
        *,
        guilds: int = 1,
        shards: int = 1,
        token: str = TOKEN,
        record: bool = True,
        on_request: Callable[[str, str, Any], None] | None = None,
    ) -> None:
        world = World(guilds)
        super().__init__(world, Gateway(world, token), shards=shards, record=record, on_request=on_request)
        self.api = ""
        self._runner: web.ServerRunner | None = None

    async def __aenter__(self) -> StandIn:
        self._runner = web.ServerRunner(web.Server(self._serve, access_log=None), shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.api = f"http://{host}:{port}/api/v10"
        self.gateway.url = f"ws://{host}:{port}/gateway"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.gateway.cut()
        if self._runner is not None:
            await self._runner.cleanup()

    def slash(self, name: str, options: Payload | None = None, **where: Any) -> Asked:
        """A fan runs /name. `where` as in `_ask`. Raises LookupError when the bot has no such command."""
        return self._ask(2, self._command_data(name, options or {}), **where)

    def autocomplete(self, name: str, options: Payload, focused: str, **where: Any) -> Asked:
        """A fan is typing into the option `focused`."""
        return self._ask(4, self._command_data(name, options, focused), **where)

    def click(self, message: Payload, custom_id: str, **where: Any) -> Asked:
        """A fan presses a button of a message the bot sent."""
        return self._use(message, custom_id, {}, where)

    def select(self, message: Payload, custom_id: str, values: list[str], **where: Any) -> Asked:
        """A fan picks `values` of a select menu."""
        return self._use(message, custom_id, {"values": values}, where)

    def _command_data(self, name: str, options: Payload, focused: str | None = None) -> Payload:
        command = self.commands.get(name)
        if command is None:
            raise LookupError(f"the bot has registered no command /{name}")
        listed = option_list(command, options, focused)
        return {"id": command["id"], "name": name, "type": 1, "options": listed}

    def _use(self, message: Payload, custom_id: str, data: Payload, where: Payload) -> Asked:
        found: Iterator[Payload] = (part for part in components(message) if part.get("custom_id") == custom_id)
        part = next(found, None)
        if part is None:
            raise LookupError(f"the message has no component {custom_id!r}")
        used = {"custom_id": custom_id, "component_type": part["type"], "id": part.get("id", 1), **data}
        return self._ask(3, used, channel_id=int(message["channel_id"]), message=message, **where)

    def _ask(
        self,
        kind: int,
        data: Payload,
        *,
        guild: int | None = 0,
        channel: int = 0,
        fan: int = 1,
        locale: str = "en-US",
        manager: bool = False,
        channel_id: int | None = None,
        message: Payload | None = None,
        due: float | None = None,
    ) -> Asked:
        """Dispatch at once; `guild=None` is a direct message, `manager` holds Manage Server."""
        if channel_id is None:
            private = int(self.world.fan(fan)["id"]) + 1
            channel_id = private if guild is None else self.world.channel_id(guild, channel)
        number = self.world.new_id()
        asked = Asked(number, kind, f"aW50{number}", channel_id, self.world.fan(fan), due=due, origin=message)
        self.asked[asked.token] = asked
        body = self.world.interaction(asked, data, locale=locale, manager=manager, message=message)
        asked.dispatched = time.perf_counter()
        self.gateway.dispatch("INTERACTION_CREATE", body, self.world.guild_of(channel_id))
        return asked

    def forget(self) -> None:
        """Drop what was asked and recorded, so that a long measurement does not grow."""
        self.asked.clear()
        self.requests.clear()
        self.messages.clear()

    async def ready(self, within: float = 60.0) -> None:
        """Wait until every shard is connected and was sent its guilds."""
        await self.until(lambda: self.gateway.ready(self.shards), within, "the bot to be connected")

    @staticmethod
    async def until(true: Callable[[], Any], within: float, what: str) -> None:
        """Poll until `true()`. Raises TimeoutError naming what was waited for."""
        deadline = time.monotonic() + within
        while not true():
            if time.monotonic() > deadline:
                raise TimeoutError(f"waited {within:g} s for {what}")
            await asyncio.sleep(0.005)
