"""A bot as a real process against a stand-in: started, watched and always ended. It knows no bot."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from tests.stand_in.server import TOKEN, StandIn

CHECKOUT = Path(__file__).resolve().parents[2]
INHERITED = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "VIRTUAL_ENV")


class BotProcess:
    """`python -m <module>` with a clean environment, in its own folder: no developer's `.env` reaches it.

    Leaving the context ends the process, whatever state it is in.
    """

    def __init__(
        self,
        module: str,
        folder: Path,
        api: str,
        *,
        token: str = TOKEN,
        settings: Mapping[str, str] | None = None,
        cpu: int | None = None,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        environment = {name: os.environ[name] for name in INHERITED if name in os.environ}
        environment |= {
            "PYTHONPATH": str(CHECKOUT),
            "DISCORD_TOKEN": token,
            "DISCORD_API_BASE": api,
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'bot.db'}",
            **(settings or {}),
        }
        self._files = [(folder / name).open("wb") for name in ("stdout", "stderr")]
        self.started = time.perf_counter()
        self._popen = subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=self._files[0],
            stderr=self._files[1],
        )
        if cpu is not None:
            os.sched_setaffinity(self._popen.pid, {cpu})

    async def __aenter__(self) -> BotProcess:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._popen.poll() is None:
            self._popen.kill()
        self._popen.wait()
        for file in self._files:
            file.close()

    @property
    def pid(self) -> int:
        return self._popen.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs; negative when a signal ended it."""
        return self._popen.poll()

    @property
    def stderr(self) -> str:
        return (self.folder / "stderr").read_text("utf-8", "replace")

    @property
    def output(self) -> str:
        """All it wrote, standard output first."""
        return (self.folder / "stdout").read_text("utf-8", "replace") + self.stderr

    async def connected(self, discord: StandIn, within: float = 60.0) -> None:
        """Wait for READY and guilds to be sent. AssertionError with what it wrote when it ended instead."""
        ready = discord.gateway.ready
        await discord.until(
            lambda: ready(discord.shards, self.started) or self.exit_code is not None, within, "a connection"
        )
        assert self.exit_code is None, f"ended with {self.exit_code}:\n{self.output}"

    async def exited(self, within: float = 30.0) -> int:
        """Its exit code, once it has ended. Raises TimeoutError."""
        deadline = time.monotonic() + within
        while (code := self.exit_code) is None:
            if time.monotonic() > deadline:
                raise TimeoutError(f"still running after {within:g} s:\n{self.output}")
            await asyncio.sleep(0.02)
        return code

    async def stop(self, with_signal: signal.Signals = signal.SIGTERM, within: float = 30.0) -> int:
        """Ask it to end; its exit code."""
        self._popen.send_signal(with_signal)
        return await self.exited(within)
