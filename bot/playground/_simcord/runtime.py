"""simcord's environment, set free: the wall's clock, an ordinary event loop, and settling that means "answered"."""

import asyncio
import datetime
import logging
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import discord
from discord.ext import commands
from simcord import _dpy_internals as internals
from simcord._clock import Clock as SimulatedClock
from simcord.backend import Backend, serializers
from simcord.backend.models import Interaction
from simcord.env import Env
from simcord.gateway import ShardRouter
from simcord.http import FakeHTTPClient, FakeWebhookAdapter

from bot.clock import Clock

_log = logging.getLogger(__name__)

PATIENCE = 3.0
"""Seconds that an interaction may wait for its answer; Discord gives no more."""

_AFTERMATH = 0.3
"""Seconds granted to what follows a deferral, so that a quick answer arrives without "thinking"."""

_START = 60.0
_FAREWELL = 4.0
_AUTOCOMPLETE = 8


_FOUNDED = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


class WallClock(SimulatedClock):
    """The bot's own clock in simcord's place: time passes by itself and cannot be pushed.

    It stands still until `start`: ids hold the time, so whoever is created before is the same in every run, and a
    bot finds again what it keeps of them.
    """

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock: Clock | None = None
        self._later = clock

    def start(self) -> None:
        self._clock = self._later

    def now(self) -> datetime.datetime:
        return _FOUNDED if self._clock is None else self._clock.now()

    def advance(self, seconds: float) -> None:
        pass


class Tape(deque[Any]):
    """A record that forgets its oldest entries and tells when something was written on it."""

    def __init__(self, length: int, heard: Callable[[Any], None]) -> None:
        super().__init__(maxlen=length)
        self._heard = heard

    def append(self, entry: Any) -> None:
        super().append(entry)
        self._heard(entry)


class LiveEnv(Env):
    """simcord's environment without its grip on the event loop: the bot's tasks, threads and timers run as always.

    The stock one patches the loop and `time.monotonic` so that tests may stop time, and raises when work does not
    settle. Here settling means: the interaction that was just sent has been answered, or `PATIENCE` is over.
    """

    def __init__(self, bot: commands.Bot | commands.AutoShardedBot, clock: Clock) -> None:
        sharded = isinstance(bot, discord.AutoShardedClient)
        super().__init__(bot, check_errors=False, shard_count=(bot.shard_count or 1) if sharded else None)
        self._clock = WallClock(clock)
        self.backend = Backend(clock=self._clock)
        self.lock = asyncio.Lock()
        """Held by whoever acts in the world: one browser's action, or one turn of the pump."""
        self.stirs = 0
        """How often something happened that a member may see."""
        self.on_stir: Callable[[], None] = lambda: None
        self._news = asyncio.Event()
        self.backend.transcript = Tape(200, self._heard)  # type: ignore[assignment]
        self.backend.http_requests = deque(maxlen=50)  # type: ignore[assignment]
        self._asked: Interaction | None = None

    def _heard(self, entry: tuple[str, str, Any]) -> None:
        self._news.set()
        _, name, payload = entry
        suggestions = isinstance(payload, dict) and payload.get("type") == _AUTOCOMPLETE
        if not (suggestions or name == "INTERACTION_CREATE" or name.startswith("GET ")):
            self.stirs += 1
            self.on_stir()

    async def start(self) -> None:
        """`_runtime._attach_bot` without its patches: log the bot in and bring it to READY. Now time passes."""
        bot, loop = self.bot, asyncio.get_running_loop()
        self._clock.start()
        self._loop, self._started = loop, True
        self._generation += 1
        content = bot.intents.message_content
        internals.install_http(bot, FakeHTTPClient(self.backend, loop, message_content_access=content))
        internals.set_guild_ready_timeout(bot, 0.0)
        self._webhook_adapter = FakeWebhookAdapter(self.backend, message_content_access=content)
        state = internals.get_state(bot)
        self._message_states.add(state)
        state.shard_count, state.shard_ids = self._shard_count, list(self._shard_ids)
        router = ShardRouter(self.backend, state, bot.dispatch, self._shard_count, self._shard_ids)

        def feed(event: str, payload: Mapping[str, Any]) -> None:
            with self._bot_scope():
                router.feed(event, payload)

        self._gateway_feed = feed
        self.backend.subscribers.append(feed)
        if not isinstance(bot, discord.AutoShardedClient):
            internals.install_websocket(bot, router.websockets[0])
        with self._bot_scope():
            await bot.login("playground")
            if isinstance(bot, discord.AutoShardedClient):
                bot.shard_count = self._shard_count
                internals.install_shards(bot, router.shards)
            for shard in self._shard_ids:
                router.identify(shard)
            for guild in self.backend.guilds.values():
                self.backend.emit("GUILD_CREATE", serializers.guild_create_payload(self.backend, guild))
            async with asyncio.timeout(_START):
                await bot.wait_until_ready()

    async def shutdown(self) -> None:
        """Close the bot, unless it has closed itself, and let go of it."""
        if not self._started:
            return
        self._started = False
        try:
            if not self.bot.is_closed():
                with self._bot_scope():
                    async with asyncio.timeout(_FAREWELL):
                        await self.bot.close()
        except TimeoutError:
            _log.warning("The bot did not close within %.0f s", _FAREWELL)
        finally:
            if self._gateway_feed in self.backend.subscribers:
                self.backend.subscribers.remove(self._gateway_feed)
            if isinstance(self.bot, discord.AutoShardedClient):
                internals.clear_shards(self.bot)

    def _notify_dispatch_observers(self, interaction: Interaction) -> None:
        self._asked = interaction
        super()._notify_dispatch_observers(interaction)

    async def _settle_internal(self, **_: Any) -> None:
        asked, self._asked = self._asked, None
        before = self.stirs
        if asked is not None:
            await self._until(lambda: asked.responded, PATIENCE)
            # The acknowledgement itself is one stir: a deferred click is done when there is another.
            await self._until(
                lambda: not asked.loading and not (asked.deferred and self.stirs <= before + 1), _AFTERMATH
            )
        for _turn in range(3):  # what the answer set off at once belongs to the same picture
            await asyncio.sleep(0)

    async def _until(self, done: Callable[[], bool], seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                while not done():
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            return

    def _record_error(self, error: BaseException) -> None:
        _log.debug("The bot raised %r, and has reported it itself", error)
