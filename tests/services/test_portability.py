"""Settings taken in: compared with what the server has, applied whole or not at all, held for a while."""

import datetime
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.catalogue import Catalogue
from bot.errors import ImportExpired, ImportRefused, TooManyFollows
from bot.services.follows import MOST_OF_GUILD, Follows, Subject
from bot.services.guilds import Guilds, GuildSettings
from bot.services.portability import HELD, HELD_FOR, Here, Portability
from bot.services.zones import Zones
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.follows import FollowBook
from bot.storage.guilds import GuildBook
from bot.storage.portability import ImportBook
from tests.conftest import StillClock

SEOUL, PARIS, ADA, BO = 2**61 + 1, 2**61 + 2, 2**60 + 1, 2**60 + 2
NEWS, GAMES, FANS, HOSTS = 2**59 + 1, 2**59 + 2, 2**59 + 3, 2**59 + 4
HERE = Here({NEWS: "news", GAMES: "games"}, {FANS: "fans", HOSTS: "hosts"})
NOWHERE = Here({}, {})
BTS, IU, AMA = Subject("artist", "bts"), Subject("artist", "iu"), Subject("show", "ama")


class House:
    """Portability, and what it changes."""

    def __init__(self, database: Database, catalogue: Catalogue, clock: StillClock) -> None:
        self.guilds = Guilds(GuildBook(database), clock)
        self.follows = Follows(FollowBook(database), clock)
        self.files = Portability(ImportBook(database), self.guilds, self.follows, Zones(), catalogue, clock)

    def take(self, guild_id: int = SEOUL, follows: Any = None, **settings: Any) -> str:
        data = {"what": "server-settings", "format": 1, "settings": settings}
        return self.files.take(guild_id, json.dumps(data | ({"follows": follows} if follows else {})).encode())

    async def apply(self, key: str, guild_id: int = SEOUL, user_id: int = ADA, here: Here = HERE) -> int:
        plan = await self.files.plan(guild_id, key, here)
        applied = await self.files.apply(guild_id, user_id, key, here, seen=plan.seen)
        assert applied == plan
        return plan.size


@pytest.fixture
async def house(settings: Settings, catalogue: Catalogue, clock: StillClock) -> AsyncIterator[House]:
    database = Database(settings.database_url)
    await database.open()
    yield House(database, catalogue, clock)
    await database.close()


async def furnish(house: House) -> GuildSettings:
    """Everything is set in Seoul's server."""
    kept = await house.guilds.change(
        SEOUL,
        ADA,
        language="ko",
        zone="Asia/Tokyo",
        visibility="private",
        spoiler_hours=12,
        channel_id=NEWS,
        hour=9,
        kinds=("birthdays",),
        ping_role_id=FANS,
        host_role_id=HOSTS,
        games="hosts",
        game_channels=(GAMES, NEWS),
        setup_step=3,
    )
    await house.follows.set_guild(SEOUL, ADA, (BTS, AMA))
    return kept.settings


async def test_out_and_in_again_is_the_same(house: House) -> None:
    settings = await furnish(house)
    content = await house.files.export(SEOUL, HERE)
    data = json.loads(content)
    assert data["settings"]["channel"] == {"id": str(NEWS), "name": "news"}
    assert data["follows"] == {"artists": ["bts"], "shows": ["ama"]}
    assert str(ADA) not in content.decode() and str(SEOUL) not in content.decode()
    key = house.files.take(SEOUL, content)
    assert (await house.files.plan(SEOUL, key, HERE)).size == 0, "nothing to change where it came from"
    await house.guilds.change(SEOUL, BO, hour=3, channel_id=None, kinds=(), game_channels=(), language=None)
    await house.follows.set_guild(SEOUL, BO, (IU,))
    assert await house.apply(key) == 8
    assert await house.guilds.of(SEOUL) == settings
    assert set(await house.follows.of_guild(SEOUL)) == {BTS, AMA}
    changes = [change for change in await house.guilds.changes(SEOUL, most=50) if change.user_id == ADA][:6]
    assert {change.what for change in changes} == {
        "hour", "channel_id", "kinds", "game_channels", "language", "follow",
    }  # fmt: skip


async def test_into_another_server_what_it_has_not_stays_out_and_is_named(house: House) -> None:
    await furnish(house)
    key = house.files.take(PARIS, await house.files.export(SEOUL, HERE))
    plan = await house.files.plan(PARIS, key, Here({GAMES: "games"}, {HOSTS: "hosts"}))
    assert plan.missing == ("#news", "@fans")
    assert plan.changes["game_channels"] == ((), (GAMES,)) and plan.changes["host_role_id"] == (None, HOSTS)
    assert "channel_id" not in plan.changes and "ping_role_id" not in plan.changes
    nothing_here = await house.files.plan(PARIS, key, NOWHERE)
    assert nothing_here.missing == ("#news", "@fans", "@hosts", "#games")
    assert "game_channels" not in nothing_here.changes, "no channel left would mean every channel"


async def test_a_role_is_no_channel(house: House) -> None:
    key = house.take(channel={"id": str(FANS)}, ping_role={"id": str(NEWS), "name": "**x**"})
    plan = await house.files.plan(SEOUL, key, HERE)
    assert plan.size == 0 and plan.missing == (f"#{FANS}", "@**x**")


async def test_a_plan_says_from_what_to_what(house: House) -> None:
    await furnish(house)
    key = house.take(hour=9, zone="new york", channel=None, follows={"artists": ["bts", "iu", "nobody", "iu"]})
    plan = await house.files.plan(SEOUL, key, HERE)
    assert plan.changes == {"zone": ("Asia/Tokyo", "America/New_York"), "channel_id": (NEWS, None)}
    assert (plan.followed, plan.unfollowed, plan.unknown) == ((IU,), (AMA,), (Subject("artist", "nobody"),))
    assert plan.size == 4 and plan.missing == ()


async def test_whom_an_older_catalogue_knew_may_stay(house: House) -> None:
    gone = Subject("artist", "left-the-catalogue")
    await house.follows.set_guild(SEOUL, ADA, (gone, BTS))
    key = house.take(follows={"artists": ["left-the-catalogue"]})
    plan = await house.files.plan(SEOUL, key, HERE)
    assert (plan.unfollowed, plan.unknown) == ((BTS,), ())


async def test_what_is_not_mentioned_stays(house: House) -> None:
    settings = await furnish(house)
    assert await house.apply(house.take(hour=1)) == 1
    assert await house.guilds.of(SEOUL) == GuildSettings(
        **{name: getattr(settings, name) for name in GuildSettings.__struct_fields__ if name != "hour"}, hour=1
    )
    assert set(await house.follows.of_guild(SEOUL)) == {BTS, AMA}


async def test_an_outdated_summary_is_not_applied(house: House) -> None:
    key = house.take(hour=9)
    for change in (
        house.guilds.change(SEOUL, BO, zone="Asia/Seoul"),
        house.follows.follow_guild(SEOUL, BO, BTS),
    ):
        plan = await house.files.plan(SEOUL, key, HERE)
        await change
        assert await house.files.apply(SEOUL, ADA, key, HERE, seen=plan.seen) is None
        assert (await house.guilds.of(SEOUL)).hour == 0
    assert await house.apply(key) == 1, "with the new summary it is"
    assert (await house.guilds.of(SEOUL)).hour == 9


async def test_a_change_of_another_process_is_seen_on_the_second_try(house: House, settings: Settings) -> None:
    """This process remembers what was set; the other's change must not keep it from ever applying."""
    key = house.take(hour=9)
    plan = await house.files.plan(SEOUL, key, HERE)
    other = Database(settings.database_url)
    await other.open()
    await GuildBook(other).change(SEOUL, BO, {"zone": "Europe/Paris"}, at=1)
    await other.close()
    assert await house.files.apply(SEOUL, ADA, key, HERE, seen=plan.seen) is None
    assert await house.apply(key) == 1
    assert await house.guilds.of(SEOUL) == GuildSettings(hour=9, zone="Europe/Paris")


async def test_applying_twice_is_applying_once(house: House) -> None:
    key = house.take(hour=9, follows={"artists": ["bts"]})
    plan = await house.files.plan(SEOUL, key, HERE)
    assert await house.files.apply(SEOUL, ADA, key, HERE, seen=plan.seen)
    assert await house.files.apply(SEOUL, BO, key, HERE, seen=plan.seen) is None
    assert (await house.files.plan(SEOUL, key, HERE)).size == 0
    assert len(await house.guilds.changes(SEOUL)) == 2


async def test_what_is_held_is_the_servers_own_and_only_for_a_while(house: House, clock: StillClock) -> None:
    key = house.take(hour=9)
    for guild_id, other in ((PARIS, key), (SEOUL, "0" * 8), (SEOUL, "")):
        with pytest.raises(ImportExpired):
            await house.files.plan(guild_id, other, HERE)
    clock.time += datetime.timedelta(seconds=HELD_FOR - 1)
    assert (await house.files.plan(SEOUL, key, HERE)).size == 1
    clock.time += datetime.timedelta(seconds=1)
    with pytest.raises(ImportExpired):
        await house.files.apply(SEOUL, ADA, key, HERE, seen="")


async def test_what_is_dropped_is_gone(house: House) -> None:
    key = house.take(hour=9)
    house.files.drop(PARIS, key)
    assert (await house.files.plan(SEOUL, key, HERE)).size == 1, "another server's"
    house.files.drop(SEOUL, key)
    house.files.drop(SEOUL, key)
    with pytest.raises(ImportExpired):
        await house.files.plan(SEOUL, key, HERE)


async def test_many_uploads_push_out_the_oldest(house: House) -> None:
    first = house.take(hour=9)
    keys = [house.take(hour=1) for _ in range(HELD)]
    assert len(set(keys)) == HELD
    with pytest.raises(ImportExpired):
        await house.files.plan(SEOUL, first, HERE)
    assert (await house.files.plan(SEOUL, keys[-1], HERE)).size == 1


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "@everyone"])
async def test_a_zone_nobody_knows_is_refused_at_once(house: House, zone: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        house.take(zone=zone)
    assert (refused.value.reason, refused.value.where) == ("wrong-value", "settings.zone")


async def test_more_than_a_server_may_follow(house: House, catalogue: Catalogue) -> None:
    artists = sorted(catalogue.artists)[: MOST_OF_GUILD + 1]
    key = house.take(follows={"artists": artists})
    with pytest.raises(TooManyFollows):
        await house.files.plan(SEOUL, key, HERE)
    assert await house.apply(house.take(follows={"artists": artists[:-1]})) == MOST_OF_GUILD
    assert len(await house.follows.of_guild(SEOUL)) == MOST_OF_GUILD


async def test_kinds_twice_are_kinds_once(house: House) -> None:
    await house.apply(house.take(kinds=["voting", "birthdays", "voting"]))
    assert (await house.guilds.of(SEOUL)).kinds == ("voting", "birthdays")
    await house.apply(house.take(game_channels=[{"id": str(NEWS)}, {"id": str(NEWS)}]))
    assert (await house.guilds.of(SEOUL)).game_channels == (NEWS,)
