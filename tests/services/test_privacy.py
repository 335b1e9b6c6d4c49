"""What is kept of somebody, as a file, and the memory of the services once it is gone."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot import __version__
from bot.services import privacy
from bot.services.follows import Follows, Subject
from bot.services.guilds import Guilds, GuildSettings
from bot.services.members import Members, MemberSettings
from bot.services.privacy import Privacy, ServerData
from bot.services.reports import Draft, Reports
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.follows import FollowBook
from bot.storage.guilds import GuildBook
from bot.storage.ownership import PEOPLE, SERVERS
from bot.storage.people import PeopleBook
from bot.storage.privacy import PrivacyBook
from bot.storage.reports import ReportBook
from tests.conftest import NOW, StillClock

ADA, SEOUL, CHANNEL = 2**60 + 1, 2**61 + 1, 2**59 + 1


class House:
    """The services that keep something, on one database."""

    def __init__(self, database: Database, clock: StillClock) -> None:
        self.guilds = Guilds(GuildBook(database), clock)
        self.members = Members(PeopleBook(database), clock)
        self.follows = Follows(FollowBook(database), clock)
        self.reports = Reports(ReportBook(database), clock)
        self.privacy = Privacy(PrivacyBook(database, PEOPLE), clock, (self.members.forget,))
        self.server_data = ServerData(PrivacyBook(database, SERVERS), clock, (self.guilds.forget, self.follows.forget))


@pytest.fixture
async def house(settings: Settings, clock: StillClock) -> AsyncIterator[House]:
    database = Database(settings.database_url)
    await database.open()
    yield House(database, clock)
    await database.close()


async def live(house: House) -> None:
    """Ada sets things up."""
    await house.guilds.change(SEOUL, ADA, zone="Asia/Seoul", channel_id=CHANNEL, game_channels=(CHANNEL, 2**60))
    await house.follows.follow_guild(SEOUL, ADA, Subject("artist", "bts"))
    await house.members.change(ADA, language="ko", on_boards=False)
    await house.follows.follow_member(ADA, Subject("show", "mama"))
    await house.reports.send(Draft(SEOUL, CHANNEL, 3, ADA, 5, "ko", "", "RM", "날짜가 틀렸어요 🏆", ""))


async def test_a_members_file(house: House) -> None:
    await live(house)
    file = await house.privacy.file(ADA)
    assert file.name == "laurel-my-data-2026-11-23.json" and file.left_out == 0
    data = json.loads(file.content)
    assert (data["laurel"], data["format"], data["what"]) == (__version__, 1, "my-data")
    assert data["exported_at"] == "2026-11-23T12:00:00Z" and data["of"] == str(ADA)
    assert data == await house.privacy.export(ADA)
    assert data["tables"]["member"] == [
        {"user_id": str(ADA), "language": "ko", "zone": None, "on_boards": False, "updated_at": "2026-11-23T12:00:00Z"}
    ]
    (report,) = data["tables"]["report"]
    assert report["what"] == "날짜가 틀렸어요 🏆" and report["guild_id"] == str(SEOUL)
    audited = {entry["what"]: entry["after"] for entry in data["tables"]["audit"]}
    assert audited["channel_id"] == str(CHANNEL), "beyond 2**53 readers of JSON round"
    assert audited["game_channels"] == [str(CHANNEL), str(2**60)]
    assert "날짜가 틀렸어요" in file.content.decode(), "readable, not escaped"


async def test_a_servers_file(house: House) -> None:
    await live(house)
    data = json.loads((await house.server_data.file(SEOUL)).content)
    assert set(data["tables"]) == {rule.table.name for rule in SERVERS if not rule.secret}
    assert data["tables"]["guild"][0]["game_channels"] == [str(CHANNEL), str(2**60)]
    assert data["tables"]["guild"][0]["hour"] == 0 and data["tables"]["guild"][0]["left_at"] is None
    assert "틀렸어요" not in json.dumps(data, ensure_ascii=False), "members' words are theirs"


async def test_only_what_is_there_is_counted(house: House) -> None:
    assert await house.privacy.count(ADA) == {} == await house.server_data.count(SEOUL)
    await live(house)
    assert await house.privacy.count(ADA) == {"member": 1, "member_follow": 1, "report": 1, "audit": 4}
    assert await house.server_data.count(SEOUL) == {
        "guild": 1,
        "guild_follow": 1,
        "subscription": 1,
        "audit": 4,
        "report": 1,
    }


async def test_a_forgotten_member_is_forgotten_in_memory_too(house: House) -> None:
    await live(house)
    assert (await house.members.of(ADA)).language == "ko"
    await house.privacy.erase(ADA)
    assert await house.members.of(ADA) == MemberSettings()
    assert await house.follows.of_member(ADA) == ()
    assert await house.privacy.count(ADA) == {}
    changes = await house.guilds.changes(SEOUL)
    assert changes and {change.user_id for change in changes} == {0}
    assert (await house.guilds.of(SEOUL)).zone == "Asia/Seoul", "the server's is the server's"


async def test_a_forgotten_server_is_as_if_new(house: House) -> None:
    await live(house)
    await house.server_data.erase(SEOUL)
    assert await house.guilds.of(SEOUL) == GuildSettings()
    assert (await house.guilds.kept(SEOUL)).version == 0
    assert await house.follows.of_guild(SEOUL) == () and await house.guilds.changes(SEOUL) == []
    assert await house.server_data.count(SEOUL) == {}
    assert (await house.members.of(ADA)).language == "ko", "a member's is the member's"
    kept = await house.guilds.change(SEOUL, ADA, hour=3)
    assert (kept.settings, kept.version) == (GuildSettings(hour=3), 1)


async def test_a_look_that_began_before_the_end_is_not_remembered(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A read finds the old row, the row goes, and only then the read is done: nobody may keep what it found."""
    await live(house)
    house.guilds.forget(SEOUL)
    house.follows.forget(SEOUL)
    house.members.forget(ADA)

    def late(find: Any, erase: Any) -> Any:
        async def found(whose: int) -> Any:
            row = await find(whose)
            await erase()
            return row

        return found

    async def erase_server() -> None:
        await house.server_data.erase(SEOUL)

    async def erase_member() -> None:
        await house.privacy.erase(ADA)

    with monkeypatch.context() as patched:
        patched.setattr(house.guilds._book, "find", late(house.guilds._book.find, erase_server))
        assert (await house.guilds.of(SEOUL)).zone == "Asia/Seoul", "what the reader asked for, a moment too early"
        patched.setattr(house.members._book, "find", late(house.members._book.find, erase_member))
        await house.members.of(ADA)
        patched.setattr(house.follows._book, "of_guild", late(house.follows._book.of_guild, erase_server))
        await house.follows.of_guild(SEOUL)
    assert await house.guilds.of(SEOUL) == GuildSettings()
    assert await house.members.of(ADA) == MemberSettings()
    assert SEOUL not in house.follows._remembered


async def test_a_file_that_would_be_too_long_has_the_latest(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(64):
        await house.guilds.note(SEOUL, ADA, "import", after="한" * 500 + str(number))
    monkeypatch.setattr(privacy, "MOST_BYTES", 20_000)
    file = await house.server_data.file(SEOUL)
    data = json.loads(file.content)
    assert len(file.content) <= 20_000
    there = [int(entry["after"].lstrip("한")) for entry in data["tables"]["audit"]]
    assert there and there == list(range(64 - len(there), 64)), "the latest, in order"
    assert file.left_out == 64 - len(there) == data["left_out"]["audit"]


async def test_moments_are_told_in_utc(house: House) -> None:
    await house.members.change(ADA, language="en-US")
    exported = await house.privacy.export(ADA)
    assert exported["tables"]["member"][0]["updated_at"] == NOW.isoformat().replace("+00:00", "Z")
