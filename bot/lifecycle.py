"""How the bot starts and stops: on Discord, in the playground, or only to tell Discord about its commands."""

import asyncio
import datetime
import gc
import logging
import signal
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import aiohttp
import discord

from bot.client import GatewayUnreachable, Laurel
from bot.errors import DiscordRefused, DiscordUnreachable, SettingsError, TokenRefused
from bot.ui.boards.posting import DailyPoster

log = logging.getLogger(__name__)
REFUSED = (
    "Discord refused the token. Copy it again from discord.com/developers/applications, page Bot, "
    "into DISCORD_TOKEN in .env."
)
CARETAKER = "caretaker"
GAMES = "games"
# discord.py ties each interaction and its response into a ring that only the collector can undo. The young, 7,500 at
# most, take it 3 ms; were the old not walked now and then too, a busy day would end in one pause of half a second.
COLLECT_AFTER = (1_500, 4, 15)
REMINDERS = "reminders"
POLLS = "polls"
BALLOTS = "ballots"
EXPAND, DRAIN = "expand announcements", "send announcements"
DAILIES = "daily challenges"
MIRRORS = "scheduled events"
AUTHENTICATION_FAILED, INVALID_SHARD, SHARDING_REQUIRED = 4004, 4010, 4011  # gateway close codes


async def serve(bot: Laurel) -> None:
    """Runs the bot on Discord until SIGINT or SIGTERM, then closes everything in order.

    What was built before stays out of the garbage collector's sight, which may have been off until now.
    Raises OperatorError with one plain line when it cannot start.
    """
    gc.freeze()  # the catalogue stays for good: a full collection that walks it would hold the loop for 0.1 s
    gc.set_threshold(*COLLECT_AFTER)
    gc.enable()

    async def prepare() -> None:
        try:
            await _prepare(bot)
        finally:
            bot.services.bell.ring(CARETAKER)

    hang_bell(bot)
    hang_rounds(bot)
    bot.add_listener(prepare, "on_ready")
    try:
        async with _feeds(bot):
            await _until_stopped(_connect(bot))
    finally:
        await bot.close()


async def _prepare(bot: Laurel) -> None:
    """What a start need not wait for, once the bot is up; then the bell rings, whatever came of it."""
    gc.disable()  # what this makes stays too: collections while it is made would only hold the loop
    try:
        await asyncio.to_thread(bot.services.prepare)
    finally:
        await bot.services.bell.start()
        gc.freeze()
        gc.enable()


def hang_bell(bot: Laurel) -> None:
    """What is done without anybody asking. Only on Discord: the playground's servers are not those of the database."""
    bell, backups, caretaker = bot.services.bell, bot.services.backups, bot.services.caretaker
    bell.hang(CARETAKER, lambda: caretaker.look_after(bot.attendance), at=datetime.time(4, 30))
    if backups.nightly_ones:
        bell.hang(
            "backups", backups.make_tonights, every=datetime.timedelta(hours=1), soon=datetime.timedelta(minutes=1)
        )


def hang_rounds(bot: Laurel) -> None:
    """What goes on by itself wherever the bot is, in the playground too: each `work` does what is due in the servers
    that are here, and says with `ring_at` when it wants to be woken next.
    """
    bell = bot.services.bell
    games = bot.services.games.master
    bell.hang(GAMES, games.turn, every=datetime.timedelta(seconds=15), soon=datetime.timedelta(seconds=1))
    games.hang(lambda at: bell.ring_at(GAMES, at))
    reminders = bot.services.reminder_rounds
    half_a_minute = datetime.timedelta(seconds=30)  # what another process was asked for is told no later than that
    bell.hang(REMINDERS, reminders.work, every=half_a_minute, soon=datetime.timedelta(seconds=2))
    reminders.hang(bot.reminder_courier, lambda at: bell.ring_at(REMINDERS, at))
    polls = bot.services.poll_rounds
    bell.hang(POLLS, polls.work, every=datetime.timedelta(minutes=5), soon=datetime.timedelta(seconds=2))
    polls.hang(lambda at: bell.ring_at(POLLS, at))
    ballots = bot.services.balloting.posting
    bell.hang(BALLOTS, ballots.work, every=datetime.timedelta(minutes=1), soon=datetime.timedelta(seconds=5))
    ballots.wake_by(lambda at: bell.ring_at(BALLOTS, at))
    hang_announcements(bot)
    daily_poster = DailyPoster(bot.services.dailies, bot.services.languages, bot.messenger)

    async def post_dailies() -> None:
        at = await bot.services.dailies.work(daily_poster, lambda guild_id: bot.get_guild(guild_id) is not None)
        bell.ring_at(DAILIES, at)

    # Every zone is a number of quarters of an hour from UTC, so that no server's hour falls between two rings.
    bell.hang(DAILIES, post_dailies, every=datetime.timedelta(minutes=15), soon=datetime.timedelta(seconds=10))
    hang_mirrors(bot)
    bell.hang("difficulties", bot.services.difficulties.work, every=datetime.timedelta(hours=1))


def hang_mirrors(bot: Laurel) -> None:
    """Ceremonies as Discord's scheduled events: looked at each hour, and at once where somebody switches them on."""
    bell, mirrors = bot.services.bell, bot.services.mirrors

    async def work() -> None:
        bell.ring_at(MIRRORS, await mirrors.work(bot.is_here))

    bell.hang(MIRRORS, work, every=datetime.timedelta(hours=1), soon=datetime.timedelta(seconds=20))
    mirrors.hang(lambda: bell.ring(MIRRORS))


def hang_announcements(bot: Laurel) -> None:
    """Two ropes for all announcements of all servers: what falls due is put into the outbox, and the outbox is sent."""
    bell, expander, announcer = bot.services.bell, bot.services.announcing.expander, bot.announcer

    async def expand() -> None:
        bell.ring_at(EXPAND, await expander.work(bot.is_here))
        bell.ring(DRAIN)

    async def drain() -> None:
        bell.ring_at(DRAIN, await announcer.work())

    bell.hang(EXPAND, expand, every=datetime.timedelta(minutes=1), soon=datetime.timedelta(seconds=3))
    bell.hang(DRAIN, drain, every=datetime.timedelta(minutes=1))
    bell.hang("prune announcements", expander.prune, at=datetime.time(4, 45))
    expander.hang(lambda: bell.ring(EXPAND))


async def play(bot: Laurel, port: int, announce: Callable[[str], None]) -> None:
    """Runs the bot in the playground on 127.0.0.1:`port` (0: any) until SIGINT or SIGTERM.

    `announce` is called once with the page's address. Raises PlaygroundUnavailable or PortTaken.
    """
    from bot.playground import run_playground

    english = bot.services.words.of(None)
    welcome = [(channel, english(f"playground-{channel}")) for channel in ("awards", "trivia", "anniversaries")]
    clock = bot.services.clock
    hang_rounds(bot)

    async def prepare() -> None:  # or the first question of a quiz would hold the page for half a second
        await _prepare(bot)

    bot.add_listener(prepare, "on_ready")
    async with _feeds(bot):
        await _until_stopped(run_playground(bot, port=port, clock=clock, welcome=welcome, on_ready=announce))


@asynccontextmanager
async def _feeds(bot: Laurel) -> AsyncIterator[None]:
    """Answers for addresses of calendars meanwhile, if the operator wants that. Raises PortTaken."""
    settings, services = bot.services.settings, bot.services
    if settings.calendar_port is None:
        yield
        return
    from bot.http.server import HttpServer  # brings aiohttp's server, which few want

    server = HttpServer(services.calendars, services.clock, settings.http_host, settings.calendar_port, bot.is_ready)
    await server.start()
    try:
        yield
    finally:
        await server.stop()


async def synchronise(bot: Laurel) -> int:
    """Tells Discord about the commands, whether or not they changed, and says how many there are.

    Raises OperatorError when Discord cannot be asked.
    """
    token = bot.services.settings.discord_token
    if not token:
        raise SettingsError("DISCORD_TOKEN is not set. Put the token into .env; see .env.example.")
    try:
        with _plainly():
            await bot.login(token.reveal())
            await bot.tree.synchronise(force=True)
    finally:
        await bot.close()
    return len(bot.tree.command_ids)


async def _connect(bot: Laurel) -> None:
    """Logs in and stays connected; discord.py reconnects by itself once it has been."""
    with _plainly():
        await bot.start(bot.services.settings.discord_token.reveal())


async def _until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Awaits `work` until it ends, or cancels it when a signal arrives."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stopping.set)
        except NotImplementedError:  # Windows: Ctrl-C raises KeyboardInterrupt instead
            break
    working = asyncio.create_task(work, name="laurel")
    waiting = asyncio.create_task(stopping.wait(), name="stop signal")
    try:
        await asyncio.wait((working, waiting), return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            await working
        else:
            log.info("stopping")
    finally:
        for task in (waiting, working):
            task.cancel()
        await asyncio.gather(working, waiting, return_exceptions=True)


@contextmanager
def _plainly() -> Iterator[None]:
    """Turns what an operator can mend into an OperatorError; anything else passes."""
    try:
        yield
    except discord.LoginFailure:
        raise TokenRefused(REFUSED) from None
    except discord.ConnectionClosed as error:
        if error.code == AUTHENTICATION_FAILED:  # the token was reset while we were connected
            raise TokenRefused(REFUSED) from None
        if error.code in (INVALID_SHARD, SHARDING_REQUIRED):
            raise DiscordRefused(f"Discord refused the shards (code {error.code}). Check SHARD_COUNT.") from None
        raise DiscordUnreachable(_unreachable(f"the gateway closed with code {error.code}")) from None
    except discord.PrivilegedIntentsRequired:
        raise TokenRefused("Discord refused the intents. Laurel needs none that is privileged: update it.") from None
    except discord.GatewayNotFound:
        raise DiscordUnreachable(_unreachable("it gave no gateway address")) from None
    except GatewayUnreachable as error:
        raise DiscordUnreachable(_unreachable(str(error))) from None
    except discord.HTTPException as error:
        if error.status >= 500:
            raise DiscordUnreachable(_unreachable(f"it answered {error.status}")) from None
        request = f"{error.response.method} {error.response.url.path}"
        raise DiscordRefused(f"Discord refused {request} ({error.status}: {error.text[:200]}).") from None
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise DiscordUnreachable(_unreachable(type(error).__name__)) from None


def _unreachable(why: str) -> str:
    return f"Discord cannot be reached ({why}). Check the network, DISCORD_API_BASE and discordstatus.com, then retry."
