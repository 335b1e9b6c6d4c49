"""The command line: `python -m bot`, also installed as `laurel`. A dozen lines per command; no logic of its own."""

import asyncio
import gc
import sys
from collections.abc import Callable

from bot.errors import OperatorError


def main(arguments: list[str] | None = None) -> None:
    """Runs a command; exits 0, or with an OperatorError's code after one plain line on standard error."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        if arguments in ([], ["run"]):
            run()  # without importing Typer and rich, which cost 0.2 s and are not needed here
        else:
            from bot.commandline import app

            app(arguments, prog_name="laurel")
    except OperatorError as error:
        print(f"laurel: {error}", file=sys.stderr)
        sys.exit(error.code)
    except KeyboardInterrupt:
        sys.exit(130)


def run() -> None:
    """Connects to Discord; without a token, says so in two lines and opens the playground."""
    from bot.settings import load_settings

    settings = load_settings()
    if not settings.discord_token:
        print("No DISCORD_TOKEN is set, so this is the playground: the real bot on a simulated Discord.")
        print("To run it on Discord, copy .env.example to .env and put the token there.", flush=True)
        playground()
        return
    gc.disable()  # building makes half a million objects, all to stay; `serve` switches it on again
    from bot.app import build_bot
    from bot.lifecycle import serve
    from bot.log import set_up_logging

    set_up_logging(settings)
    asyncio.run(serve(build_bot(settings)))


def playground(port: int = 8765, announce: Callable[[str], None] | None = None) -> None:
    """The real bot on a simulated Discord, on a web page at 127.0.0.1:`port`, until Ctrl-C."""
    from msgspec.structs import replace

    from bot.app import build_bot
    from bot.lifecycle import play
    from bot.log import set_up_logging
    from bot.settings import load_settings

    # A simulated Discord has no shards, no other servers and no proxy before it.
    settings = replace(load_settings(), dev_guild_id=None, discord_api_base=None, shard_count=None, shard_ids=None)
    set_up_logging(settings)
    asyncio.run(play(build_bot(settings), port, announce or _say_where))


def _say_where(address: str) -> None:
    print(f"\n  The playground is open: {address}\n  Ctrl-C closes it.\n", flush=True)


if __name__ == "__main__":
    main()
