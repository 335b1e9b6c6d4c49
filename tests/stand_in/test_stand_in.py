"""The stand-in against a discord.py bot that is not Laurel: what Discord promises, it keeps."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest

from tests.stand_in import TOKEN, BotProcess, StandIn, components

BOT = "tests.bench.constant_bot"


async def test_a_bot_connects_answers_and_comes_back(tmp_path: Path) -> None:
    async with StandIn(guilds=3) as discord, BotProcess(BOT, tmp_path, discord.api) as process:
        await process.connected(discord)
        assert [sent.path.split("/")[-1] for sent in discord.requested("PUT", ".*")] == ["commands"]
        for place in ({"guild": 0}, {"guild": 2}, {"guild": None}):
            asked = await discord.slash("awards", {"artist": "rm"}, **place).answer()
            assert asked.callback_type == 4 and asked.data["flags"] & 32768
            assert "RM" in asked.text and 0 < asked.latency < 3

        discord.gateway.cut()
        waiting = discord.slash("awards", {"artist": "rm"})
        await discord.until(lambda: discord.gateway.count["resume"] == 1, 30, "RESUME")
        await waiting.answer(30)

        discord.fail(429, "/callback$", retry_after=0.1)
        asked = await discord.slash("awards", {"artist": "rm"}).answer()
        assert asked.latency > 0.1
        assert [sent.status for sent in discord.requested("POST", ".*/callback")][-2:] == [429, 200]


async def test_late_second_and_unknown_answers_are_refused() -> None:
    async with StandIn() as discord, aiohttp.ClientSession() as http:
        discord.gateway._greet(_nobody(), 0, 1)
        discord.commands["awards"] = {"name": "awards", "id": "1"}

        async def answer(number: int, token: str, kind: int = 4) -> tuple[int, int]:
            url = f"{discord.api}/interactions/{number}/{token}/callback"
            async with http.post(url, json={"type": kind, "data": {"content": "x"}}) as response:
                body = await response.json() if response.status != 204 else {}
                return response.status, body.get("code", 0)

        first, late = discord.slash("awards"), discord.slash("awards")
        assert await answer(first.id, first.token) == (204, 0)
        assert await answer(first.id, first.token) == (400, 40060)
        late.dispatched -= 3.1
        assert await answer(late.id, late.token) == (404, 10062)
        assert await answer(1, "nobody") == (404, 10062)
        assert first.refusals == [40060] and late.refusals == [10062]

        deferred = discord.slash("awards")
        assert await answer(deferred.id, deferred.token, kind=5) == (204, 0)
        assert not deferred.readable
        row = {"type": 1, "components": [{"type": 2, "style": 1, "label": "More", "custom_id": "more"}]}
        url = f"{discord.api}/webhooks/{discord.world.application_id}/{deferred.token}/messages/@original"
        async with http.patch(url, json={"content": "at last", "components": [row]}) as response:
            assert response.status == 200
        assert (await deferred.content()).text == "at last\nMore"
        assert deferred.message is not None
        assert [part["type"] for part in components(deferred.message)] == [1, 2]

        pressed = discord.click(deferred.message, "more")
        assert await answer(pressed.id, pressed.token, kind=7) == (204, 0)
        assert deferred.message["content"] == "x", "an update changes the message that was pressed"


async def test_faults_and_strangers() -> None:
    async with StandIn() as discord, aiohttp.ClientSession() as http:
        headers = {"Authorization": f"Bot {TOKEN}"}
        discord.fail(500, "/users/@me$", times=2)
        statuses = []
        for _ in range(3):
            async with http.get(f"{discord.api}/users/@me", headers=headers) as response:
                statuses.append(response.status)
        async with http.get(f"{discord.api}/users/@me", headers={"Authorization": "Bot x"}) as response:
            statuses.append(response.status)
        async with http.get(f"{discord.api}/no/such/route", headers=headers) as response:
            statuses.append(response.status)
        assert statuses == [500, 500, 200, 401, 404]
        discord.fail(0, "/gateway/bot$", times=9)
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await http.get(f"{discord.api}/gateway/bot", headers=headers)


def _nobody() -> object:
    class Nobody:
        session = None

        def push(self, *event: object) -> None:
            """Nobody listens."""

    return Nobody()
