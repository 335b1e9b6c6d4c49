"""`/notify`: roles that members take, who may offer them, and everything that can be in the way."""

from typing import Any

import discord
import pytest

from tests.stage import Stage


@pytest.fixture
def cast(stage: Stage) -> dict[str, Any]:
    """An admin of roles with a role of rank, a role to take, and one above everybody."""
    above = stage.server.create_role("legends")  # each new role stands below those before
    rank = stage.server.create_role("roles", permissions=discord.Permissions(manage_roles=True))
    keeper = stage.server.add_member(stage.env.create_user("keeper"), roles=[rank])
    takeable = stage.server.create_role("comebacks")
    return {"role": takeable, "above": above, "keeper": keeper, "rank": rank}


async def test_offered_taken_and_dropped(stage: Stage, cast: dict[str, Any]) -> None:
    offered = await stage.slash("notify add", by=cast["keeper"], role=cast["role"], what="@everyone **comebacks**")
    assert offered.private and f"<@&{cast['role'].id}>" in offered.text
    assert "@everyone" not in offered.text and "**comebacks**" not in offered.text
    own = await stage.slash("notify roles")
    assert own.private and "▫️" in own.text
    taken = await own.press("comebacks")
    assert "✅" in taken.text and cast["role"].id in _roles(stage, stage.ada)
    dropped = await taken.press("comebacks")
    assert "▫️" in dropped.text and cast["role"].id not in _roles(stage, stage.ada)
    gone = await stage.slash("notify remove", by=cast["keeper"], role=cast["role"])
    assert "No role is offered yet" in gone.text
    stale = await dropped.press("comebacks")
    assert "not offered any more" in stale.text and cast["role"].id not in _roles(stage, stage.ada)


def _roles(stage: Stage, member: Any) -> set[int]:
    return set(stage.server._guild.members[member.id].role_ids)


async def test_the_panel_is_the_servers_and_its_buttons_everybodys(stage: Stage, cast: dict[str, Any]) -> None:
    await stage.bot.services.guilds.change(stage.server.id, 1, language="ko")
    refused = await stage.slash("notify panel", by=cast["keeper"])
    assert "Offer one with /notify add first" in refused.text
    await stage.slash("notify add", by=cast["keeper"], role=cast["role"], what="컴백")
    posted = await stage.slash("notify panel", by=cast["keeper"])
    panel = await stage.bot.services.ping_roles.panel(stage.server.id)
    assert panel is not None and str(panel.message_id) in posted.text
    message = await stage.bot.get_channel(panel.channel_id).fetch_message(panel.message_id)
    button = f"do:notify-role?r={cast['role'].id}&p=1"
    taken = await stage.answered(stage.haneul, stage.haneul.click(message, custom_id=button))
    assert taken.private and "역할이 있어요" in taken.text and cast["role"].id in _roles(stage, stage.haneul)
    await stage.slash("notify panel", by=cast["keeper"])
    newer = await stage.bot.services.ping_roles.panel(stage.server.id)
    assert newer is not None and newer.message_id != panel.message_id
    stage.bot.debounce._seconds = 0.0
    await stage.slash("notify add", by=cast["keeper"], role=cast["role"], what="새 컴백 소식")
    await stage.bot.debounce.rest()
    edited = [r for r in stage.env.http_requests if r.method == "PATCH" and r.path.endswith(str(newer.message_id))]
    assert edited and "새 컴백 소식" in str(edited[-1].json), "what is posted follows"


async def test_what_stands_in_the_way_is_said(stage: Stage, cast: dict[str, Any]) -> None:
    keeper = cast["keeper"]
    strong = stage.server.create_role("mods", permissions=discord.Permissions(ban_members=True))
    assert "moderate or manage" in (await stage.slash("notify add", by=keeper, role=strong)).text
    assert "moderate or manage" in (await stage.slash("notify add", by=keeper, role=cast["rank"])).text
    assert "not below your own" in (await stage.slash("notify add", by=keeper, role=cast["above"])).text
    assert not await stage.bot.services.ping_roles.of_guild(stage.server.id)


async def test_a_role_that_went_away_or_out_of_reach(stage: Stage, cast: dict[str, Any]) -> None:
    await stage.slash("notify add", by=cast["keeper"], role=cast["role"])
    own = await stage.slash("notify roles")
    stage.env.inject_error("PUT", "/guilds/*/members/*/roles/*", status=403, code=50013)
    assert "above my own role" in (await own.press("comebacks")).text
    stage.env.inject_error("PUT", "/guilds/*/members/*/roles/*", status=500, times=9)
    assert "did not answer" in (await own.press("comebacks")).text


async def test_only_who_manages_roles(stage: Stage, cast: dict[str, Any]) -> None:
    for command in ("add", "remove"):
        assert "Manage Roles" in (await stage.slash(f"notify {command}", by=stage.ada, role=cast["role"])).text
    for command in ("list", "panel"):
        assert "Manage Roles" in (await stage.slash(f"notify {command}", by=stage.admin)).text
    assert "is offered here" in (await stage.slash("notify roles")).text
    assert "server" in (await stage.dm("notify roles")).text
