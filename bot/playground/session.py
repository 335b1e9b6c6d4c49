"""One run of the playground, from the first check to the last goodbye. The order of things is decided here only."""

import logging
from collections.abc import Callable, Sequence
from types import ModuleType

from discord.ext import commands

from bot.clock import Clock
from bot.errors import PlaygroundUnavailable
from bot.playground import requirements
from bot.playground.pump import Pump
from bot.playground.scene import LAUREL, Scene

_log = logging.getLogger(__name__)


async def run_playground(
    bot: commands.Bot | commands.AutoShardedBot,
    *,
    port: int,
    clock: Clock,
    welcome: Sequence[tuple[str, str]] = (),
    on_ready: Callable[[str], None] | None = None,
    scene: Scene = LAUREL,
) -> None:
    """Run `bot` on a simulated Discord, with a live web page on 127.0.0.1, until cancelled.

    Args:
        bot: built, not started. It is logged in, its commands are synced unless it does so itself, and it is
            closed once at the end. Only when this raises PlaygroundUnavailable, PortTaken or ValueError has it not
            been touched.
        port: the page's TCP port; 0 takes any free one.
        clock: the simulated Discord's "now", for ids, poll ends and message times.
        welcome: pairs of a channel's name and a text of at most 2,000 characters in Discord's markdown, which the
            bot's account posts before the page opens.
        on_ready: called once with the page's address, such as `http://127.0.0.1:8080/`.
        scene: the server to simulate.

    Raises:
        PlaygroundUnavailable: simcord or a package of its page is missing or of another version.
        PortTaken: somebody else listens on `port`.
        ValueError: `welcome` names a channel that `scene` lacks.
    """
    requirements.require()
    unknown = {name for name, _ in welcome} - {channel.name for channel in scene.channels}
    if unknown:
        raise ValueError(f"no such channel: {', '.join(sorted(unknown))}")
    simulation = _simulation()
    site = simulation.Site(port)
    await site.open()
    world = simulation.World(bot, clock, scene)
    try:
        await world.open()
        pump = Pump(world.turn)
        world.on_stir = pump.stir
        for name, text in welcome:
            world.post(name, text)
        await world.show(site)
        if on_ready is not None:
            on_ready(site.url)
        await pump.run()
    finally:
        await site.close()
        await world.close()
        _log.debug("The playground is closed")


def _simulation() -> ModuleType:
    # simcord tries discord.py's private parts on a client of its own when it is imported: it refuses an unknown
    # discord.py, and that client's warnings mean nobody.
    noise = logging.getLogger("discord")
    level = noise.level
    noise.setLevel(logging.ERROR)
    try:
        from bot.playground import _simcord
    except ImportError as error:
        raise PlaygroundUnavailable(f"simcord cannot work with this discord.py: {error}") from error
    finally:
        noise.setLevel(level)
    return _simcord
