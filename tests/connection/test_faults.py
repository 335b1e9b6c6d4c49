"""Discord as it is on a bad day: dropped connections, forgotten sessions, rate limits and errors."""

from __future__ import annotations

import pytest

from tests.connection.conftest import GENEROUS, Running

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("connection-faults")]


async def answers(laurel: Running) -> None:
    await laurel.process.connected(laurel.discord, GENEROUS)
    asked = await laurel.discord.slash("awards", {"artist": "rm"}).answer(GENEROUS)
    assert "RM" in asked.text


async def test_a_cut_connection_is_resumed(laurel: Running) -> None:
    await answers(laurel)
    count = laurel.discord.gateway.count
    identified, resumed = count["identify"], count["resume"]
    laurel.discord.gateway.cut()
    # Asked while nobody listens: Discord replays it after RESUME.
    asked = laurel.discord.slash("awards", {"artist": "rm"})
    await laurel.discord.until(lambda: count["resume"] > resumed, GENEROUS, "RESUME")
    assert count["identify"] == identified
    await asked.answer(GENEROUS)
    await answers(laurel)


@pytest.mark.parametrize("code", [1000, 4000])
async def test_a_closed_connection_is_resumed(laurel: Running, code: int) -> None:
    count = laurel.discord.gateway.count
    resumed = count["resume"]
    await laurel.discord.gateway.close(code)
    await laurel.discord.until(lambda: count["resume"] > resumed, GENEROUS, "RESUME")
    await answers(laurel)


async def test_a_request_to_reconnect_is_followed(laurel: Running) -> None:
    count = laurel.discord.gateway.count
    resumed = count["resume"]
    laurel.discord.gateway.ask_reconnect()
    await laurel.discord.until(lambda: count["resume"] > resumed, GENEROUS, "RESUME")
    await answers(laurel)


async def test_a_forgotten_session_begins_anew(laurel: Running) -> None:
    count = laurel.discord.gateway.count
    identified = count["identify"]
    laurel.discord.gateway.invalidate()
    await laurel.discord.until(lambda: count["identify"] > identified, GENEROUS, "IDENTIFY")
    await answers(laurel)


async def test_a_rate_limited_answer_arrives_late_but_arrives(laurel: Running) -> None:
    laurel.discord.fail(429, "/callback$", retry_after=0.3)
    asked = await laurel.discord.slash("awards", {"artist": "rm"}).answer(GENEROUS)
    assert asked.latency >= 0.3
    assert not asked.refusals


async def test_a_failing_answer_is_tried_again(laurel: Running) -> None:
    laurel.discord.fail(500, "/callback$")
    asked = await laurel.discord.slash("awards", {"artist": "rm"}).answer(GENEROUS)
    assert "RM" in asked.text
    await answers(laurel)


async def test_one_lost_answer_does_not_take_the_next_with_it(laurel: Running) -> None:
    fault = laurel.discord.fail(404, "/callback$")
    laurel.discord.slash("awards", {"artist": "rm"})
    await laurel.discord.until(lambda: fault.times == 0, GENEROUS, "the answer that is refused")
    await answers(laurel)
