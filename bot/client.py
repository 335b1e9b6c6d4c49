"""The Discord client: intents, caches, and the cogs, which it loads by name and without which it does not start."""

import importlib.util
import logging
import pkgutil
import secrets
from collections.abc import Coroutine
from typing import Any

import discord
import yarl
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.services.announcements.announcer import Announcer
from bot.services.bundle import Services
from bot.services.caretaker import Attendance
from bot.settings import Settings
from bot.tree import LaurelTree, WordTranslator
from bot.ui.announcements.courier import AnnouncementCourier, is_here
from bot.ui.announcements.posts import Posts
from bot.ui.announcements.press import Press
from bot.ui.apologies import Apologies
from bot.ui.debounce import Debounce
from bot.ui.forms import Forms
from bot.ui.messenger import Messenger
from bot.ui.reminders.courier import ReminderCourier
from bot.ui.screens import GUIDES, Screens

log = logging.getLogger(__name__)


FIRST_TRIES = 3


class GatewayUnreachable(Exception):
    """The gateway did not let a shard in, several times, before any was."""


class Laurel(commands.AutoShardedBot):
    """The bot. `services` holds every room below; cogs are handed only what they need of it."""

    tree: LaurelTree  # type: ignore[assignment]

    def __init__(self, services: Services) -> None:
        settings = services.settings
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # no voice, so nobody needs to know
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=LaurelTree,
            intents=discord.Intents(guilds=True, guild_polls=True, guild_scheduled_events=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            **_shards(settings),
        )
        self.services = self.tree.services = services
        self._first_tries = 0
        self._api_base = settings.discord_api_base
        if self._api_base is not None:
            Route.BASE = self._api_base
        self.tree.apologise = Apologies(services.lookup, services.prizes)
        self.screens = Screens(services.clock, self.tree.apologise)
        self.forms = Forms(self.screens, self.tree.on_error)
        self.messenger = Messenger(self)
        self.debounce = Debounce()
        self.reminder_courier = ReminderCourier(
            self, self.messenger, self.attendance, services.reminders, services.failures, services.words
        )
        posts = Posts(services.catalogue, self.tree.mention)
        self.press = Press(services.announcing.reading, posts, services.words, services.languages)
        self.announcer = self._announcer()
        self.add_dynamic_items(*GUIDES)
        self.load_cogs()

    def load_cogs(self) -> None:
        """Loads every module of cogs/. One that fails stops the start: a bot with half its commands helps nobody."""
        spec = importlib.util.find_spec("cogs")
        assert spec is not None and spec.submodule_search_locations is not None
        for module in sorted(info.name for info in pkgutil.iter_modules(spec.submodule_search_locations)):
            _finish(self.load_extension(f"cogs.{module}"))

    async def setup_hook(self) -> None:
        await self.services.database.open()
        await self.tree.set_translator(WordTranslator(self.services.words))
        if self._api_base is not None:
            # With a fixed SHARD_COUNT discord.py does not ask where the gateway is; a proxy's address must cover it.
            _, address, _ = await self.http.get_bot_gateway()
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(address)
        if await self.tree.synchronise():
            log.info("told Discord about %d commands", len(self.tree.command_ids))

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """discord.py calls this again after each failure, for ever; at the start somebody had better hear of it.

        Raises GatewayUnreachable after a few tries before any shard was connected.
        """
        if not self.shards:
            self._first_tries += 1
            if self._first_tries > FIRST_TRIES:
                raise GatewayUnreachable(f"the gateway {gateway} lets nobody in")
        await super().launch_shard(gateway, shard_id, initial=initial)

    async def on_ready(self) -> None:
        log.info("ready; servers: %d, shards: %d", len(self.guilds), self.shard_count or 1)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """discord.py keeps those that are merely unavailable to itself."""
        await self.services.caretaker.left(guild.id)
        await self.services.announcing.expander.leave(guild.id)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self.services.caretaker.returned(guild.id)

    def is_here(self, guild_id: int) -> bool:
        """Whether this process is in a server that Discord can reach now: a database holds others' servers too."""
        return is_here(self, guild_id)

    def _announcer(self) -> Announcer:
        services, rooms = self.services, self.services.announcing
        courier = AnnouncementCourier(
            self,
            self.messenger,
            self.press,
            rooms.book,
            services.failures,
            rooms.expander.now,
        )
        return Announcer(rooms.deliveries, courier, rooms.throttle, services.clock, name=secrets.token_hex(8))

    def attendance(self) -> Attendance:
        """Where the bot is, once it is ready. One that it was put out of while offline counts until the next start."""
        shard_count = self.shard_count or 1
        return Attendance(frozenset(guild.id for guild in self.guilds), frozenset(self.shards or (0,)), shard_count)

    async def on_message(self, message: discord.Message, /) -> None:
        """Laurel reads no messages: everything is a slash command, a button or a modal."""

    async def on_interaction(self, interaction: discord.Interaction[Any], /) -> None:
        """A form's submission is found by its name; everything else discord.py hands on by itself."""
        if interaction.type is discord.InteractionType.modal_submit:
            await self.forms.submit(interaction)

    async def close(self) -> None:
        """Leaves Discord first, so that nothing new arrives, then closes what answers were made from."""
        if not self.is_closed():
            await super().close()
            await self.services.bell.stop()
            await self.services.games.master.close()
            await self.debounce.close()
            await self.services.database.close()


def _shards(settings: Settings) -> dict[str, Any]:
    """Which shards this process runs; discord.py asks Discord when the settings do not say."""
    if settings.shard_count is None:
        return {}
    ids = settings.shard_ids if settings.shard_ids is not None else range(settings.shard_count)
    return {"shard_count": settings.shard_count, "shard_ids": list(ids)}


def _finish(coroutine: Coroutine[Any, Any, None]) -> None:
    """Runs a coroutine that never waits to its end, so that `build_bot` can load cogs outside an event loop.

    discord.py's load_extension and add_cog are coroutines for the sake of cogs that await in `cog_load`; ours have
    nothing to await. Raises RuntimeError for one that does.
    """
    try:
        coroutine.send(None)
    except StopIteration:
        return
    coroutine.close()
    raise RuntimeError("a cog awaited while it was loaded; open what it needs in bot/app.py instead")
