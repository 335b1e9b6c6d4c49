"""A playground in a thread of its own with the little bot on it, and a visitor with a real browser before it."""

import asyncio
import shutil
import threading
from collections.abc import Coroutine, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from bot.clock import SystemClock
from bot.playground import run_playground
from tests.playground.little_bot import LittleBot
from tests.playground.visitor import Visitor

WELCOME = [("awards", "## Welcome\nTry `/awards RM` or `/awards 방탄소년단`.")]


class Running:
    """A playground that runs until `stop`, in a thread with its own event loop."""

    def __init__(self, database: Path, port: int = 0) -> None:
        self.bot = LittleBot(database)
        self.url: Future[str] = Future()
        self._loop = asyncio.new_event_loop()
        self._task: asyncio.Task[None] | None = None
        self._thread = threading.Thread(target=self._run, args=(port,))
        self._thread.start()
        self.address = self.url.result(30)

    def _run(self, port: int) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            try:
                runner.run(self._main(port))
            except asyncio.CancelledError:
                pass
            except BaseException as error:
                self.url.set_exception(error)

    async def _main(self, port: int) -> None:
        self._task = asyncio.current_task()
        await run_playground(self.bot, port=port, clock=SystemClock(), welcome=WELCOME, on_ready=self.url.set_result)

    def call(self, work: Coroutine[Any, Any, Any]) -> Any:
        """What `work` returns, done on the playground's loop as if the bot had thought of it."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    def stop(self) -> None:
        """Cancel it and wait until it is gone."""
        if self._task is not None:
            self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join(10)
        assert not self._thread.is_alive()


@pytest.fixture(scope="session")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(tmp_path_factory.mktemp("playground") / "little.db")
    yield running
    running.stop()
    assert running.bot.closed == 1


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    browser, chromedriver = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    if not browser or not chromedriver:
        pytest.skip("needs Chromium: apt-get install chromium chromium-driver")
    webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium: pip install -e .[dev]")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        f"--user-data-dir={tmp_path_factory.mktemp('chromium')}",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(chromedriver))
    yield driver
    driver.quit()


@pytest.fixture
def visitor(chromium: Any, playground: Running) -> Iterator[Visitor]:
    """Mina, in #awards, in a window of 1280 by 800. What the page complains about on its console fails the test."""
    visitor = Visitor(chromium, playground.address)
    visitor.window(1280, 800)
    visitor.go("awards", new=True)
    yield visitor
    assert visitor.complaints() == []
