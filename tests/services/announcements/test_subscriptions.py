"""What may be decided about announcements, and what stays behind of it."""

from collections.abc import AsyncIterator

import pytest

from bot.errors import Refused
from bot.services.announcements.subscriptions import MOST_ABOUT, Subscriptions
from bot.services.follows import Subject
from bot.services.guilds import Guilds
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.guilds import GuildBook
from bot.storage.subscriptions import SubscriptionBook
from tests.conftest import StillClock

GUILD, ADMIN, CHANNEL = 1, 2, 3


@pytest.fixture
async def subscriptions(settings: Settings, clock: StillClock) -> AsyncIterator[Subscriptions]:
    database = Database(settings.database_url)
    await database.open()
    yield Subscriptions(SubscriptionBook(database), Guilds(GuildBook(database), clock), clock)
    await database.close()


async def test_lists_are_put_in_order_and_said_once(subscriptions: Subscriptions) -> None:
    kinds = ("fact", "ceremony", "fact")
    one = await subscriptions.add(GUILD, ADMIN, CHANNEL, kinds=kinds, leads=(30, 0, 7), vote_hours=(24, 1))
    assert (one.kinds, one.leads, one.vote_hours) == (("ceremony", "fact"), (0, 7, 30), (1, 24))


@pytest.mark.parametrize(
    "values",
    [
        {"hour": 24}, {"minute": -1}, {"kinds": ("nonsense",)}, {"leads": (2,)}, {"vote_hours": (48,)},
        {"anchor": "moon"}, {"style": "loud"}, {"language": "tlh"}, {"leap_day": "02-30"}, {"catch_up_hours": 100},
        {"state": "paused"}, {"origin": "settings"}, {"next_due_at": 0},
    ],
)  # fmt: skip
async def test_what_no_control_offers_is_not_kept(subscriptions: Subscriptions, values: dict[str, object]) -> None:
    one = await subscriptions.add(GUILD, ADMIN, CHANNEL)
    with pytest.raises(ValueError):
        await subscriptions.change(GUILD, ADMIN, one.id, **values)
    with pytest.raises(ValueError):
        await subscriptions.add(GUILD, ADMIN, CHANNEL, **values)
    assert await subscriptions.of_guild(GUILD) == [one]


async def test_names_are_added_and_left_out(subscriptions: Subscriptions) -> None:
    one = await subscriptions.add(GUILD, ADMIN, CHANNEL)
    rm, mama = Subject("artist", "rm"), Subject("show", "mama")
    await subscriptions.follow(GUILD, ADMIN, one.id, (rm, mama, rm))
    assert (await subscriptions.find(GUILD, one.id)).about == ("artist:rm", "show:mama")
    with pytest.raises(Refused, match="announce-too-many-names"):
        await subscriptions.follow(GUILD, ADMIN, one.id, [Subject("artist", f"a{n}") for n in range(MOST_ABOUT)])
    await subscriptions.unfollow(GUILD, ADMIN, one.id, ("artist:rm", "show:mama", "artist:nobody"))
    assert (await subscriptions.find(GUILD, one.id)).about is None, "whom the server follows"


async def test_another_servers_is_not_there(subscriptions: Subscriptions) -> None:
    one = await subscriptions.add(GUILD, ADMIN, CHANNEL)
    for asked in (
        subscriptions.find(9, one.id),
        subscriptions.change(9, ADMIN, one.id, hour=3),
        subscriptions.remove(9, ADMIN, one.id),
        subscriptions.pause(9, ADMIN, one.id),
        subscriptions.resume(9, ADMIN, one.id),
    ):
        with pytest.raises(Refused, match="announce-gone"):
            await asked
    assert await subscriptions.of_guild(GUILD) == [one]


async def test_a_change_to_what_it_was_leaves_no_trace(subscriptions: Subscriptions) -> None:
    one = await subscriptions.add(GUILD, ADMIN, CHANNEL, hour=9)
    await subscriptions.change(GUILD, ADMIN, one.id, hour=9)
    changes = await subscriptions._guilds.changes(GUILD)
    assert [change.what for change in changes] == ["announcement-added"]


async def test_the_servers_own_is_there_before_anything_is_decided(subscriptions: Subscriptions) -> None:
    own = await subscriptions.own(GUILD)
    assert own.id == 0 and own.channel_id is None and own.kinds and await subscriptions.of_guild(GUILD) == []
    await subscriptions._guilds.change(GUILD, ADMIN, channel_id=CHANNEL, hour=9)
    own = await subscriptions.own(GUILD)
    assert own.id and (own.channel_id, own.hour) == (CHANNEL, 9)
    changed = await subscriptions.change(GUILD, ADMIN, own.id, hour=21, leads=(0, 7), role_id=5)
    assert (changed.hour, changed.leads, changed.role_id) == (21, (0, 7), 5)
    settings = await subscriptions._guilds.of(GUILD)
    assert (settings.hour, settings.ping_role_id) == (21, 5)
