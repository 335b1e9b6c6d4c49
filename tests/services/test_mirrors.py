"""Ceremonies mirrored against a Discord that counts: each once, in step, whatever happens in between."""

import datetime
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from bot.anniversaries.mirroring import LEASE, Notice, There
from bot.catalogue import load_catalogue
from bot.errors import Refused, SendFault
from bot.services.announcements.throttle import Throttle
from bot.services.ceremonials import MOST, Ceremonial
from bot.services.failures import Failures
from bot.services.follows import Follows, Subject
from bot.services.guilds import Guilds
from bot.services.languages import Languages
from bot.services.members import Members
from bot.services.mirrors import MOST_THERE, PATIENCE, Mirrors
from bot.storage.database import Database
from bot.storage.failures import FailureBook
from bot.storage.follows import FollowBook
from bot.storage.guilds import GuildBook
from bot.storage.mirrors import MirrorBook
from bot.storage.people import PeopleBook
from bot.text import WordBook, Words
from tests.conftest import NOW, StillClock
from tests.season import FILES

HERE, ELSEWHERE = 1, 2
HAN = "ceremonies/han/2026.toml"
MIDNIGHT = datetime.datetime(2026, 12, 18, 15, tzinfo=datetime.UTC)  # of 19 December in Seoul
Why = SendFault.Why


@dataclass
class Board:
    """A Discord of one bot. `fault` is raised by the next call that would change something, `late` after it did."""

    events: dict[int, Notice] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    allowed: bool = True
    others: int = 0
    fault: Why | BaseException | None = None
    late: bool = False
    last: int = 100

    def may(self, guild_id: int) -> bool:
        return self.allowed

    def known(self, guild_id: int) -> list[There]:
        strangers = [There(number, "Movie night", 0, ours=False) for number in range(self.others)]
        return strangers + [There(number, n.name, n.starts_at, ours=True) for number, n in self.events.items()]

    async def listed(self, guild_id: int) -> list[There]:
        self.calls.append("list")
        return self.known(guild_id)

    def write(self, of: Ceremonial, words: Words) -> Notice:
        name = of.ceremony.hangul if words.locale == "ko" and of.ceremony.hangul else of.ceremony.name
        return Notice(f"{name} {of.edition.id}", of.starts_at, of.ends_at, of.edition.place or "?", "text")

    async def create(self, guild_id: int, notice: Notice) -> int:
        self.last += 1
        number = self.last
        self._do("create", lambda: self.events.update({number: notice}))
        return number

    async def edit(self, guild_id: int, event_id: int, notice: Notice) -> None:
        if event_id not in self.events:
            raise SendFault(Why.GONE, "404")
        self._do("edit", lambda: self.events.update({event_id: notice}))

    async def delete(self, guild_id: int, event_id: int) -> None:
        self._do("delete", lambda: self.events.pop(event_id, None))

    def _do(self, what: str, done: Callable[[], Any]) -> None:
        self.calls.append(what)
        fault, self.fault = self.fault, None
        if fault is None or self.late:
            done()
        if fault is not None:
            raise SendFault(fault, what) if isinstance(fault, Why) else fault


@dataclass
class World:
    """A server that mirrors the Han River Awards, by data files that may change."""

    folder: Path
    database: Database
    words: WordBook
    clock: StillClock
    board: Board = field(default_factory=Board)

    def __post_init__(self) -> None:
        self.book = MirrorBook(self.database)
        self.guilds = Guilds(GuildBook(self.database), self.clock)
        self.follows = Follows(FollowBook(self.database), self.clock)
        self.failures = Failures(FailureBook(self.database), self.clock)
        self.mirrors = self.start(FILES[HAN])

    def start(self, *editions: str) -> Mirrors:
        """A process with data files of today: of Han's editions, the first of 2026."""
        show = {name: text for name, text in FILES.items() if "/han/" in name or name.startswith(("cat", "art"))}
        for number, text in enumerate(editions):
            show[f"ceremonies/han/{2026 + number}.toml"] = text
        for name, text in (show | {name: FILES[name] for name in FILES if "/sun/" in name}).items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_text(text, encoding="utf-8")
        languages = Languages(self.words, self.guilds, Members(PeopleBook(self.database), self.clock))
        catalogue = load_catalogue(self.folder)
        self.mirrors = Mirrors(self.book, catalogue, self.follows, languages, self.failures, Throttle(None), self.clock)
        self.mirrors.put_up(self.board)
        return self.mirrors

    async def work(self, hours: float = 0) -> int | None:
        self.clock.time += datetime.timedelta(hours=hours)
        self.board.calls.clear()
        return await self.mirrors.work(lambda guild_id: guild_id == HERE)

    async def states(self) -> list[str]:
        return [row.state for row in await self.book.of_guild(HERE)]


@pytest.fixture
async def world(tmp_path: Path, words: WordBook, clock: StillClock) -> AsyncIterator[World]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/laurel.db")
    await database.open()
    found = World(tmp_path / "data", database, words, clock)
    await found.mirrors.switch(HERE, 9, on=True)
    yield found
    await database.close()


async def test_it_is_made_once_and_for_whole_days_of_its_city(world: World) -> None:
    await world.mirrors.switch(ELSEWHERE, 9, on=True)
    assert await world.work() is None
    (notice,) = world.board.events.values()
    assert (notice.name, notice.place) == ("Han River Awards 2026", "Han River Park, Seoul")
    assert notice.starts_at == int(MIDNIGHT.timestamp()) and notice.ends_at - notice.starts_at == 2 * 86_400 - 60
    assert world.board.calls == ["list", "create"]
    await world.work()
    assert world.board.calls == [], "in step, Discord is not asked"
    world.start(FILES[HAN])
    await world.work(hours=1)
    assert world.board.calls == []
    assert not await world.book.of_guild(ELSEWHERE), "another process is there"


async def test_only_what_is_announced_to_the_day_and_near(world: World) -> None:
    """Sun's day is only expected; Han's of 2027 is far away until it is not."""
    world.start(FILES[HAN], FILES[HAN].replace("2026", "2027"))
    await world.work()
    assert len(world.board.events) == 1
    world.clock.time = datetime.datetime(2027, 10, 19, tzinfo=datetime.UTC)
    await world.work()
    assert len(world.board.events) == 1 and await world.states() == [], "60 days ahead, not 61"
    await world.work(hours=24)
    assert len(world.board.events) == 2 and await world.states() == ["made"]


async def test_what_the_server_follows(world: World) -> None:
    await world.follows.follow_guild(HERE, 9, Subject("show", "sun"))
    await world.work()
    assert not world.board.events
    await world.follows.follow_guild(HERE, 9, Subject("show", "han"))
    await world.work()
    assert len(world.board.events) == 1
    await world.follows.unfollow_guild(HERE, 9, Subject("show", "han"))
    await world.work()
    assert not world.board.events and await world.states() == []


async def test_a_moved_date_another_place_another_language(world: World) -> None:
    await world.work()
    world.start(FILES[HAN].replace("2026-12-19/2026-12-20", "2027-05-01").replace("Park", "Hall"))
    await world.guilds.change(HERE, 9, language="ko")
    await world.work()
    ((number, notice),) = world.board.events.items()
    assert number == 101 and world.board.calls == ["edit"], "the same event, moved, with those who mean to come"
    assert (notice.name, notice.place) == ("한강 어워즈 2026", "Han River Hall, Seoul")
    assert datetime.datetime.fromtimestamp(notice.starts_at, datetime.UTC).date() == datetime.date(2027, 4, 30)
    await world.work()
    assert world.board.calls == []


@pytest.mark.parametrize("change", [('"announced"', '"cancelled"'), ("-12-19/2026-12-20", "-12")])
async def test_called_off_or_without_a_day_again(world: World, change: tuple[str, str]) -> None:
    await world.work()
    world.start(FILES[HAN].replace(*change))
    await world.work()
    assert not world.board.events and await world.states() == []
    world.start(FILES[HAN])
    await world.work()
    assert len(world.board.events) == 1, "and on again"


async def test_one_that_a_moderator_removed_is_not_made_again(world: World) -> None:
    await world.work()
    world.board.events.clear()
    await world.work()
    assert world.board.calls == ["list"] and await world.states() == ["dropped"]
    world.start(FILES[HAN].replace("2026-12-19/2026-12-20", "2026-12-27"))
    await world.work()
    assert not world.board.events and await world.states() == ["dropped"], "nor when it moves"
    await world.work(hours=24 * 40)
    assert await world.states() == [], "and when it is over, nothing is kept"


class Killed(BaseException):
    """kill -9, as far as a coroutine can tell."""


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("how", [Killed(), Why.UNREACHABLE])
async def test_a_crash_between_claim_and_answer_makes_no_second(world: World, how: Any, late: bool) -> None:
    world.board.fault, world.board.late = how, late
    if isinstance(how, Killed):
        with pytest.raises(Killed):
            await world.work()
    else:
        await world.work()
    assert await world.states() == ["making"] and len(world.board.events) == late
    world.board.late = False
    world.start(FILES[HAN])
    assert await world.work() == int(NOW.timestamp()) + LEASE, "whoever claimed it may still be at it"
    assert len(world.board.events) == late
    await world.work(hours=LEASE / 3600)
    assert len(world.board.events) == 1 and await world.states() == ["made"]
    await world.work()
    assert world.board.calls == []


async def test_two_processes_at_once(world: World) -> None:
    """The other one begins while this one asks Discord what there is."""
    listed, other = world.board.listed, world.start(FILES[HAN])

    async def meanwhile(guild_id: int) -> list[There]:
        found = await listed(guild_id)
        world.board.listed = listed  # type: ignore[method-assign]
        await other.work(lambda guild: True)
        return found

    world.board.listed = meanwhile  # type: ignore[method-assign]
    world.start(FILES[HAN])
    await world.work()
    assert len(world.board.events) == 1 and await world.states() == ["made"]


async def test_a_twin_that_a_retried_request_left_is_taken_away(world: World) -> None:
    await world.work()
    world.board.events[555] = world.board.events[101]
    await world.work()
    assert list(world.board.events) == [101]


async def test_without_the_permission(world: World) -> None:
    world.board.allowed = False
    await world.work()
    assert world.board.calls == [] and await world.states() == []
    assert (await world.mirrors.card(HERE)).mirroring == await world.book.find(HERE)
    found = await world.book.find(HERE)
    assert found is not None and (found.why, found.retry_at) == ("forbidden", int(NOW.timestamp()) + PATIENCE)
    assert [(one.channel_id, one.why) for one in await world.failures.latest(HERE)] == [(0, "forbidden")]
    with pytest.raises(Refused, match="mirror-forbidden"):
        await world.mirrors.switch(HERE, 9, on=True)
    world.board.allowed = True
    await world.work(hours=23)
    assert world.board.calls == [], "left alone until tomorrow"
    world.board.fault = Why.FORBIDDEN
    await world.work(hours=1)
    assert not world.board.events and await world.states() == [], "a refused claim is let go"
    await world.mirrors.switch(HERE, 9, on=True)
    await world.work()
    found = await world.book.find(HERE)
    assert found is not None and found.why is None and len(world.board.events) == 1, "an admin need not wait"


async def test_switched_off_where_laurel_may_nothing_any_more(world: World) -> None:
    await world.work()
    await world.mirrors.switch(HERE, 9, on=False)
    world.board.allowed = False
    await world.work()
    assert len(world.board.events) == 1 and await world.states() == ["made"]
    await world.work(hours=24 * 30)
    assert await world.states() == [] and await world.book.find(HERE) is None, "over, it needs nobody to take it away"


async def test_no_room(world: World) -> None:
    world.board.others = MOST_THERE
    with pytest.raises(Refused, match="mirror-full"):
        await world.mirrors.switch(HERE, 9, on=True)
    await world.work()
    found = await world.book.find(HERE)
    assert not world.board.events and found is not None and (found.why, found.retry_at) == ("full", None)
    world.board.others -= 1
    await world.work()
    found = await world.book.find(HERE)
    assert len(world.board.events) == 1 and found is not None and found.why is None


async def test_one_that_discord_rejects_holds_no_other_up(world: World) -> None:
    world.start(*(FILES[HAN].replace("2026-12-19/2026-12-20", f"2026-12-{10 + n}") for n in range(MOST + 1)))
    world.board.fault = Why.REJECTED
    await world.work()
    found = await world.book.find(HERE)
    assert len(world.board.events) == MOST - 1 and found is not None and found.why == "rejected"
    await world.work()
    found = await world.book.find(HERE)
    assert len(world.board.events) == MOST and found is not None and found.why is None


async def test_one_that_is_gone_as_it_is_changed(world: World) -> None:
    await world.work()
    world.start(FILES[HAN].replace("Park", "Hall"))
    world.board.known = lambda guild_id: [There(101, "x", 0, ours=True)]  # type: ignore[method-assign]
    world.board.events.clear()
    await world.work()
    assert await world.states() == ["dropped"]


async def test_off_takes_away_what_has_not_begun(world: World) -> None:
    world.start(FILES[HAN], FILES[HAN].replace("2026-12-19/2026-12-20", "2026-12-28"))
    await world.work()
    assert len(world.board.events) == 2
    world.clock.time = MIDNIGHT + datetime.timedelta(hours=3)
    await world.mirrors.switch(HERE, 9, on=False)
    world.board.fault = Why.UNREACHABLE
    await world.work()
    assert len(world.board.events) == 2 and (await world.book.find(HERE)) is not None
    await world.work()
    assert [notice.name for notice in world.board.events.values()] == ["Han River Awards 2026"], "tonight's goes on"
    assert await world.states() == [] and await world.book.find(HERE) is None
    assert [change.after for change in await world.guilds.changes(HERE)] == ["off", "on"]
    await world.work()
    assert world.board.calls == []


async def test_the_night_itself(world: World) -> None:
    """Winners are entered while it runs, and the file says it was held: the event is left to end by itself."""
    await world.work()
    world.clock.time = MIDNIGHT + datetime.timedelta(hours=20)
    world.start(FILES[HAN].replace('"announced"', '"held"'))
    await world.work()
    assert world.board.calls == [] and await world.states() == ["made"]
    await world.work(hours=48)
    assert await world.states() == [] and "delete" not in world.board.calls
    await world.work(hours=1)
    assert world.board.calls == [] and len(world.board.events) == 1


async def test_a_server_that_cannot_be_looked_after_holds_no_other_up(world: World) -> None:
    await world.mirrors.switch(HERE + 5, 9, on=True)
    write, asked = world.board.write, []

    def once(of: Ceremonial, words: Words) -> Notice:
        asked.append(of)
        if len(asked) == 1:
            raise ValueError("broken")
        return replace(write(of, words), text="fine")

    world.board.write = once  # type: ignore[method-assign]
    await world.mirrors.work(lambda guild_id: True)
    assert [row.state for row in await world.book.of_guild(HERE + 5)] == ["made"] and await world.states() == []
