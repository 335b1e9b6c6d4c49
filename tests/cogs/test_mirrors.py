"""`/event mirror`: ceremonies among a server's scheduled events, on a simulated Discord."""

from typing import Any

import discord

from tests.cogs.test_events import host as host
from tests.stage import Stage


async def work(stage: Stage) -> None:
    await stage.bot.services.mirrors.work(stage.bot.is_here)
    await stage.env.settle()


def events(stage: Stage) -> list[Any]:
    return list(stage.env.backend.get_guild(stage.server.id).scheduled_events.values())


async def test_on_in_step_and_off_again(stage: Stage, host: Any) -> None:
    closed = await stage.slash("event mirror", by=host)
    assert closed.private and "**Off.**" in closed.text and "Asia Artist Awards" in closed.text
    opened = await closed.press("Add them")
    assert "**On.**" in opened.text and "usually at once" in opened.text
    await work(stage)
    (event,) = events(stage)
    assert "Asia Artist Awards" in event.name
    assert event.entity_metadata == {"location": "Kaohsiung National Stadium, Kaohsiung, Taiwan"}
    assert event.scheduled_start_time.startswith("2026-12-04T15:00") and event.entity_type == 3
    assert "Dec 5, 2026" in event.description and "Decided by" in event.description
    assert "Source: https://" in event.description and "by the clocks of Seoul" in event.description
    assert "in the events" in (await opened.press("Look again")).text
    stage.env.backend.edit_scheduled_event(stage.server.id, event.id, {"name": "Our watch party"})
    await stage.env.settle()
    before = len(stage.env.http_requests)
    await work(stage)
    assert len(stage.env.http_requests) == before, "what a moderator called it stays, and nobody is asked"
    off = await stage.slash("event mirror", by=host, switch="off")
    assert "taking away the events that have not begun" in off.text
    await work(stage)
    assert not events(stage) and "**Off.** Switch it on" in (await stage.slash("event mirror", by=host)).text


async def test_in_korean_and_a_moderator_says_no(stage: Stage, host: Any) -> None:
    stage.locales[str(host.id)] = "ko"
    await stage.bot.services.guilds.change(stage.server.id, 1, language="ko")
    assert "**켜져 있어요.**" in (await stage.slash("event mirror", by=host, switch="on")).text
    await work(stage)
    (event,) = events(stage)
    assert "시상식이에요" in event.description and "하루 종일" in event.description and "출처:" in event.description
    stage.env.backend.delete_scheduled_event(stage.server.id, event.id)
    await stage.env.settle()
    await work(stage)
    await work(stage)
    assert not events(stage) and "지우셔서 넣지 않아요" in (await stage.slash("event mirror", by=host)).text


async def test_only_who_manages_events_and_only_where_laurel_may(stage: Stage, host: Any) -> None:
    stage.allow_everybody("event")
    assert "Manage Events" in (await stage.slash("event mirror", switch="on")).text
    page = await stage.slash("event mirror", by=host)
    for role in stage.env.backend.get_guild(stage.server.id).roles.values():
        if role.id != stage.server.id and role.name == stage.env.backend.bot_user.name:
            stage.env.backend.edit_role(stage.server.id, role.id, {"permissions": discord.Permissions.none().value})
    await stage.env.settle()
    refused = await page.press("Add them")
    assert refused.private and "Create Events" in refused.text
    assert await stage.bot.services.mirrors._book.find(stage.server.id) is None
    await stage.bot.services.mirrors._book.switch(stage.server.id, host.id, "on", at=1)
    await work(stage)
    assert "try again <t:" in (await stage.slash("event mirror", by=host)).text
    checked = await stage.slash("config check", by=stage.admin)
    assert "Discord events ·" in checked.text and "<#0>" not in checked.text
    stage.dismiss(host)
    assert "Manage Events" in (await page.press("Look again")).text


async def test_discord_that_fails_is_asked_again(stage: Stage, host: Any) -> None:
    await stage.slash("event mirror", by=host, switch="on")
    route = f"/guilds/{stage.server.id}/scheduled-events"
    stage.env.inject_error("GET", route, status=503)
    await work(stage)
    assert not events(stage)
    stage.env.inject_error("POST", route, status=400)
    await work(stage)
    assert "did not take one" in (await stage.slash("event mirror", by=host)).text
    await work(stage)
    assert len(events(stage)) == 1
