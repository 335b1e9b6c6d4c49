"""One run of the playground, without a browser: how it starts, refuses to start, and ends."""

import asyncio
import datetime
import logging
import re
import socket
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import aiohttp
import discord
import pytest

from bot.clock import SystemClock
from bot.errors import PlaygroundUnavailable, PortTaken
from bot.playground import requirements, run_playground
from tests.playground.little_bot import LittleBot


@asynccontextmanager
async def playing(bot: LittleBot, **options: Any) -> AsyncIterator[str]:
    """The address of a playground with `bot`, which is cancelled at the end."""
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    options = {"port": 0, "clock": SystemClock(), **options}
    running = asyncio.create_task(run_playground(bot, on_ready=ready.set_result, **options))
    try:
        await asyncio.wait((ready, running), return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            await running
        yield ready.result()
    finally:
        running.cancel()
        async with asyncio.timeout(5):
            await asyncio.gather(running, return_exceptions=True)


class Page:
    """A page as the browser's script holds it: its secret, its context, its place in the sequence."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self._session, self._address, self._sequence = session, address, 0
        self._headers: dict[str, str] = {}
        self.state: dict[str, Any] = {}

    async def open(self, channel: str = "awards", member: str | None = None) -> None:
        async with self._session.get(f"{self._address}{channel}") as response:
            document = await response.text()
        secret = re.search(r'laurel-capability" content="([^"]+)"', document)
        assert secret
        self._headers = {"X-Simcord-Capability": secret[1]}
        self.state = await self._ask("POST", "api/pages", {"viewer_id": member})
        self._headers["X-Simcord-Context"] = self.state["context"]["id"]

    async def _ask(self, verb: str, path: str, body: Any = None) -> Any:
        async with self._session.request(verb, self._address + path, json=body, headers=self._headers) as response:
            response.raise_for_status()
            return await response.json()

    async def act(self, kind: str, **body: Any) -> Any:
        self._sequence += 1
        receipt = await self._ask(
            "POST",
            "api/action",
            {
                "protocol_version": 3,
                "sequence": self._sequence,
                "request_id": f"request-{self._sequence}",
                "generation": self.state["context"]["generation"],
                "bot_generation": self.state["botGeneration"],
                "published_revision": self.state["publishedRevision"],
                "kind": kind,
                **body,
            },
        )
        self.state = await self._ask("GET", "api/state")
        return receipt

    async def command(self, name: str, **options: str) -> Any:
        entries = (await self._ask("GET", "api/commands"))["entries"]
        entry = next(entry for entry in entries if entry["invocation"] == name)
        return await self.act(
            "run_command",
            command_id=entry["commandId"],
            path=entry["path"],
            schema_fingerprint=entry["schemaFingerprint"],
            options=options,
        )

    def newer_than(self, revision: int) -> Callable[[], Awaitable[bool]]:
        async def look() -> bool:
            self.state = await self._ask("GET", "api/state")
            return bool(self.state["publishedRevision"] > revision)

        return look

    @property
    def messages(self) -> list[dict[str, Any]]:
        return [self.state["messages"][key] for key in self.state["timeline"]]


@asynccontextmanager
async def paging(address: str) -> AsyncIterator[Page]:
    async with aiohttp.ClientSession() as session:
        page = Page(session, address)
        await page.open()
        yield page


async def eventually(look: Any) -> Any:
    """The first true thing that `look` returns, or what it returns when awaited."""
    async with asyncio.timeout(10):
        while True:
            found = look()
            if isinstance(found, Awaitable):
                found = await found
            if found:
                return found
            await asyncio.sleep(0.02)


async def test_the_bots_tasks_threads_and_database_run_as_always(tmp_path: Path) -> None:
    bot = LittleBot(tmp_path / "little.db")
    async with playing(bot) as address, paging(address) as page:
        receipt = await page.command("awards", artist="RM")  # awaits aiosqlite, which answers from a thread
        assert receipt["settlement"] == "settled" and receipt["acknowledgement"] == "acknowledged"
        assert "RM" in str(page.messages[-1]["components"])
        ticks = bot.ticks
        await eventually(lambda: bot.ticks > ticks + 1)


async def test_a_click_on_what_was_just_replaced_still_counts(tmp_path: Path) -> None:
    bot = LittleBot(tmp_path / "little.db")
    async with playing(bot) as address, paging(address) as page:
        await page.command("count")
        message = page.messages[-1]
        key = message["components"][0]["components"][0]["control_key"]
        revision = page.state["publishedRevision"]
        await bot.get_channel(int(page.state["channelId"])).send("News")
        await eventually(page.newer_than(revision))
        page.state["publishedRevision"] = revision
        receipt = await page.act("click", target_id=message["id"], control_key=key)
        assert not receipt["rejected"] and receipt["settlement"] == "settled"


async def test_one_command_at_a_time_from_many_pages_and_none_is_refused(tmp_path: Path) -> None:
    bot = LittleBot(tmp_path / "little.db")
    async with playing(bot) as address, aiohttp.ClientSession() as session:
        pages = [Page(session, address) for _ in range(12)]
        await asyncio.gather(*(page.open(("awards", "trivia", "anniversaries")[n % 3]) for n, page in enumerate(pages)))
        receipts = await asyncio.gather(*(page.command("help", topic=str(n)) for n, page in enumerate(pages)))
        assert {(receipt["rejected"], receipt["settlement"]) for receipt in receipts} == {(False, "settled")}


async def test_everybody_is_the_same_in_the_next_run_and_nothing_else_is(tmp_path: Path) -> None:
    """What a bot keeps by their ids it finds again; messages are new, and of their own time."""
    runs, posted = [], []
    for _ in range(2):
        bot = LittleBot(tmp_path / "little.db")
        async with playing(bot) as address, paging(address) as page:
            assert bot.user is not None
            (guild,) = bot.guilds
            channels = [channel.id for channel in guild.channels]
            members = [member["id"] for member in page.state["viewers"]]
            runs.append((bot.application_id, bot.user.id, guild.id, channels, members))
            await page.command("count")
            posted.append(int(page.messages[-1]["id"]))
    assert runs[0] == runs[1] and len({*runs[0][3], *runs[0][4]}) == 6
    assert posted[0] < posted[1]
    assert discord.utils.utcnow() - discord.utils.snowflake_time(posted[0]) < datetime.timedelta(minutes=5)


async def test_a_direct_message_that_nobody_could_read_is_refused(tmp_path: Path) -> None:
    bot = LittleBot(tmp_path / "little.db")
    async with playing(bot) as address, paging(address) as page:
        member = discord.Object(int(page.state["viewers"][0]["id"]))
        for _ in range(2):
            with pytest.raises(discord.Forbidden, match="50007"):
                await bot.create_dm(member)


async def test_cancelling_closes_the_bot_once_and_quietly(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    bot = LittleBot(tmp_path / "little.db")
    before = asyncio.all_tasks()
    with caplog.at_level(logging.WARNING), warnings.catch_warnings():
        warnings.simplefilter("error")
        async with playing(bot) as address, paging(address) as page:
            await page.command("help")
        await eventually(lambda: asyncio.all_tasks() <= before)
    assert bot.closed == 1 and bot.is_closed()
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
    with pytest.raises(aiohttp.ClientConnectorError):
        async with aiohttp.ClientSession() as session:
            await session.get(address)


async def test_a_bot_that_cannot_start_is_closed_and_its_reason_is_not_hidden(tmp_path: Path) -> None:
    class Broken(LittleBot):
        async def setup_hook(self) -> None:
            await super().setup_hook()
            raise LookupError("no catalogue")

    bot = Broken(tmp_path / "little.db")
    with pytest.raises(LookupError, match="no catalogue"):
        await run_playground(bot, port=0, clock=SystemClock())
    assert bot.closed == 1


async def test_a_port_that_is_taken_is_named_before_the_bot_is_touched(tmp_path: Path) -> None:
    bot = LittleBot(tmp_path / "little.db")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match=str(port)) as caught:
            await run_playground(bot, port=port, clock=SystemClock())
    assert caught.value.port == port
    assert bot.closed == 0


async def test_a_welcome_for_no_channel_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="lobby"):
        await run_playground(
            LittleBot(tmp_path / "little.db"), port=0, clock=SystemClock(), welcome=[("lobby", "Hello")]
        )


async def test_only_this_computers_own_names_are_served(tmp_path: Path) -> None:
    async with playing(LittleBot(tmp_path / "little.db")) as address, aiohttp.ClientSession() as session:
        for path in ("", "awards", "app.js", "api/state"):
            async with session.get(address + path, headers={"Host": "rebound.example:80"}) as response:
                assert response.status == 403
        async with session.get(address + "api/state") as response:
            assert response.status == 401
        async with session.get(address + "nowhere") as response:
            assert response.status == 404
        async with session.get(address.replace("127.0.0.1", "localhost") + "awards") as response:
            assert response.status == 200
            assert "default-src 'self'" in response.headers["Content-Security-Policy"]
            tag = response.headers["ETag"]
        async with session.get(address + "awards", headers={"If-None-Match": tag}) as response:
            assert response.status == 304


@pytest.mark.parametrize("installed", ["3.3.0", None])
async def test_another_simcord_is_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installed: str | None
) -> None:
    def version(name: str) -> str:
        if installed is None:
            raise PackageNotFoundError(name)
        return installed

    monkeypatch.setattr(requirements, "version", version)
    with pytest.raises(PlaygroundUnavailable, match=r"3\.2\.1.*pip install simcord==3\.2\.1$") as caught:
        await run_playground(LittleBot(tmp_path / "little.db"), port=0, clock=SystemClock())
    assert "\n" not in str(caught.value)
    assert (installed or "not installed") in str(caught.value)


def test_a_missing_package_of_the_page_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requirements, "find_spec", lambda name: None if name in ("regex", "PIL") else object())
    with pytest.raises(PlaygroundUnavailable, match=r"regex, pillow: pip install regex pillow$"):
        requirements.require()
