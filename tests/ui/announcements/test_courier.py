"""Announcements all the way to Discord: what is posted, how a lost post is found again, a channel that is refused."""

import datetime

import discord
import pytest

from bot.services.follows import Subject
from bot.storage.outbox import Claim
from bot.ui.announcements.courier import nonce_of
from bot.ui.marks import ANNOUNCEMENTS, mark_of
from tests.conftest import StillClock
from tests.stage import Stage

BIRTHDAY = datetime.datetime(2027, 9, 11, 15, tzinfo=datetime.UTC)  # the 12th in Seoul, RM's
ALL = ("pending", "leased", "sent", "missed", "dead", "skipped")


@pytest.fixture
async def followed(stage: Stage, clock: StillClock) -> Stage:
    """A server that set itself up, and follows RM, an hour before his birthday."""
    services, guild_id = stage.bot.services, stage.server.id
    clock.time = BIRTHDAY - datetime.timedelta(hours=1)
    await services.guilds.change(guild_id, stage.admin.id, channel_id=stage.channel.id, language="ko")
    await services.follows.follow_guild(guild_id, stage.admin.id, Subject("artist", "rm"))
    await work(stage)
    clock.time = BIRTHDAY
    return stage


async def work(stage: Stage) -> None:
    await stage.bot.services.announcing.expander.work(stage.bot.is_here)
    await stage.bot.announcer.work()


async def rows(stage: Stage) -> list[str]:
    return [row.state for row in await stage.bot.services.announcing.deliveries.queue(states=ALL, most=99)]


async def posted(stage: Stage) -> list[discord.Message]:
    return [message async for message in stage.bot.messenger.history(stage.channel.id, 50)]


async def test_a_server_that_finished_setup_gets_its_announcements_once(followed: Stage) -> None:
    for _ in range(3):
        await work(followed)
    (message,) = await posted(followed)
    told = str(message.components[0].to_dict())
    assert "2027년 9월 12일" in told and await rows(followed) == ["sent"]
    assert message.components[0].id == mark_of(ANNOUNCEMENTS, 1)


async def test_the_role_is_pinged_and_nobody_else(followed: Stage) -> None:
    role = followed.server.create_role("fans", mentionable=True)
    await followed.bot.services.guilds.change(followed.server.id, followed.admin.id, ping_role_id=role.id)
    await work(followed)
    sent = [r.json for r in followed.env.http_requests if r.method == "POST" and r.path.endswith("/messages")][-1]
    assert list(map(int, sent["allowed_mentions"]["roles"])) == [role.id]
    assert f"<@&{role.id}>" in str(sent["components"]) and sent["enforce_nonce"] is True


async def test_a_post_that_nobody_knows_the_end_of_is_found_again(followed: Stage, clock: StillClock) -> None:
    await followed.bot.services.announcing.expander.work(followed.bot.is_here)
    outbox = followed.bot.services.announcing.deliveries
    now = int(clock.now().timestamp())
    (claim,), _ = await outbox.claim(now, whose="dead.0", until=now + 90, most=1, wanted=lambda row: True)
    number = await followed.bot.announcer.courier.post(claim, late=False)  # and then it died
    clock.time += datetime.timedelta(hours=3)
    await work(followed)
    assert [message.id for message in await posted(followed)] == [number] and await rows(followed) == ["sent"]


async def test_a_channel_that_is_gone_disables_and_is_noted_once(followed: Stage) -> None:
    services, guild_id = followed.bot.services, followed.server.id
    await services.guilds.change(guild_id, followed.admin.id, channel_id=404)
    await work(followed)
    await work(followed)
    (mine,) = await services.announcing.book.of_guild(guild_id)
    assert (mine.state, mine.why) == ("disabled", "gone") and await rows(followed) == ["dead"]
    assert [(one.channel_id, one.why) for one in await services.failures.latest(guild_id)] == [(404, "gone")]
    await services.guilds.change(guild_id, followed.admin.id, channel_id=followed.channel.id)
    assert (await services.announcing.book.of_guild(guild_id))[0].state == "active"


async def test_servers_of_others_are_left_alone(followed: Stage) -> None:
    services = followed.bot.services
    await services.guilds.change(5, 1, channel_id=6)
    await services.follows.follow_guild(5, 1, Subject("artist", "rm"))
    await work(followed)
    assert len(await services.announcing.deliveries.queue(states=ALL, most=9)) == 1


def test_every_nonce_fits_and_differs() -> None:
    nonces = {nonce_of("a", channel, number) for channel in (1, 2**63 - 1, 2**63 - 2) for number in (1, 2, 36**10)}
    assert len(nonces) == 9 and max(map(len, nonces)) <= 25


def test_a_claim_names_its_row() -> None:
    assert Claim({"id": 5, "tried_at": None}, False, None, "me", 90).id == 5
