"""0009 keeps what servers had decided, and makes their settings their first subscription."""

from typing import Any

from bot.storage.database import Database
from bot.storage.guilds import GuildBook
from bot.storage.subscriptions import SubscriptionBook
from tests.storage.test_migrations import fill, migrate

GUILD: dict[str, Any] = {
    "guild_id": 2**62,
    "language": "ko",
    "zone": "Europe/London",
    "visibility": "public",
    "spoiler_hours": 48,
    "channel_id": 2**62 + 1,
    "hour": 9,
    "kinds": '["voting", "birthdays"]',
    "ping_role_id": 2**62 + 2,
    "host_role_id": None,
    "games": "everyone",
    "game_channels": "[]",
    "setup_step": 9,
    "version": 3,
    "updated_at": 1_700_000_000,
    "left_at": None,
}


async def test_what_setup_decided_becomes_a_subscription(empty: str) -> None:
    await migrate(empty, "0008")
    await fill(empty, guild=GUILD)
    database = Database(empty)
    await database.open()
    kept = await GuildBook(database).find(2**62)
    assert kept.settings.language == "ko" and kept.version == 3
    book = SubscriptionBook(database)
    (mine,) = await book.of_guild(2**62)
    assert (mine.origin, mine.channel_id, mine.role_id) == ("settings", 2**62 + 1, 2**62 + 2)
    assert (mine.hour, mine.zone, mine.language, mine.state) == (9, "Europe/London", "ko", "active")
    assert (mine.kinds, mine.leads, mine.about, mine.vote_hours) == (("voting", "birthdays"), (0,), None, ())
    assert mine.next_due_at == 0, "from now on: nothing of before is told"
    await GuildBook(database).change(2**62, 1, {"hour": 10}, at=1_800_000_000)
    assert [one.hour for one in await book.of_guild(2**62)] == [10], "and stays the one"
    await database.close()
