"""Ballots and nights as services: what counts when, what is posted once, and what a crash or a data release changes."""

import asyncio
import datetime
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.ballots.ballot import first_id_at
from bot.ballots.results import Outcome
from bot.ballots.scoring import Scoring
from bot.catalogue import load_catalogue
from bot.errors import Refused, SendFault
from bot.services.ballots.ballots import Act, Ballots
from bot.services.ballots.counting import Counting
from bot.services.ballots.hosting import Hosting
from bot.services.ballots.model import Ballot, Scene
from bot.services.ballots.nights import Nights
from bot.services.ballots.posting import Posting
from bot.services.failures import Failures
from bot.services.guilds import Guilds
from bot.storage.ballot_posts import PostBook
from bot.storage.ballots import BallotBook
from bot.storage.database import Database
from bot.storage.failures import FailureBook
from bot.storage.guilds import GuildBook
from bot.storage.schema.ballots import ballot_pick
from tests.conftest import StillClock
from tests.gala import SHOW, gala

GUILD, CHANNEL, HOST = 100, 5, 77
STARTS = 1_797_606_000  # 19 December 2026, midnight in Seoul


@dataclass
class Wall:
    """A Poster that remembers what it was given; `fault` is what Discord answers, also to what `arrives`."""

    posted: list[tuple[str, str, str]] = field(default_factory=list)
    scenes: list[Scene] = field(default_factory=list)
    edited: list[Scene] = field(default_factory=list)
    fault: SendFault.Why | None = None
    arrives: bool = False
    found: list[int] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    threads: bool = True
    wishes: dict[int, Callable[[], Awaitable[Any]]] = field(default_factory=dict)

    async def post(self, scene: Scene, nonce: str) -> int:
        assert len(nonce) <= 25
        if self.fault is None or self.arrives:
            self.posted.append((scene.post.kind, scene.post.about, nonce))
            self.scenes.append(scene)
        if self.fault is not None:
            raise SendFault(self.fault, "not now")
        return 1_000 + len(self.posted)

    async def find(self, scene: Scene) -> int | None:
        """What was posted of it last and is there still."""
        ids = [1_000 + n for n, one in enumerate(self.scenes, 1) if one.post.id == scene.post.id]
        found = next((message for message in reversed(ids) if message not in self.gone), None)
        self.found += [] if found is None else [found]
        return found

    async def take_away(self, channel_id: int, message_id: int) -> None:
        self.gone.append(message_id)

    async def edit(self, scene: Scene) -> None:
        if self.fault is not None:
            raise SendFault(self.fault, "not now")
        self.edited.append(scene)

    def soon(self, message_id: int, redraw: Callable[[], Awaitable[Any]]) -> None:
        self.wishes[message_id] = redraw

    async def open_chat(self, scene: Scene) -> bool:
        return self.threads

    def kinds(self) -> list[str]:
        return [kind for kind, _, _ in self.posted]


@dataclass
class House:
    """The services over one database, as one process has them; several may share a database."""

    database: Database
    clock: StillClock
    data: Path
    wall: Wall = field(default_factory=Wall)

    def __post_init__(self) -> None:
        book, posts = BallotBook(self.database), PostBook(self.database)
        self.guilds = Guilds(GuildBook(self.database), self.clock)
        self.ballots = Ballots(book, self.guilds, load_catalogue(self.data), Counting(book), self.clock)
        self.hosting = Hosting(book, posts, self.ballots, self.guilds, self.clock)
        self.nights = Nights(book, self.ballots, self.hosting, self.guilds)
        self.failures = Failures(FailureBook(self.database), self.clock)
        self.posting = Posting(book, posts, self.ballots, self.hosting, self.failures)
        self.posting.appoint(self.wall, lambda guild_id: guild_id == GUILD)
        self.woken: list[float | None] = []
        self.posting.wake_by(self.woken.append)

    def act(self, user_id: int = HOST, *, early: int = 0) -> Act:
        """What somebody does now, or some milliseconds earlier."""
        return Act(GUILD, user_id, first_id_at(self.ballots.now()) - (early << 22))

    def go(self, seconds: int) -> None:
        self.clock.time = datetime.datetime.fromtimestamp(seconds, datetime.UTC)

    async def open(self, scoring: Scoring = Scoring.FLAT) -> Ballot:
        return (await self.hosting.open(self.act(), SHOW, CHANNEL, locks=None, scoring=scoring, zone=None)).ballot

    async def pick(self, ballot: Ballot, user_id: int, category: int, nominee: int, **when: int) -> None:
        key = ballot.contents[category].nominees[nominee].key
        await self.ballots.pick(self.act(user_id, **when), ballot.id, category, "will", key)

    async def again(self, ballot: Ballot) -> Ballot:
        return await self.ballots.of(ballot.id, GUILD)


@pytest.fixture
async def house(tmp_path: Path, clock: StillClock) -> Any:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/laurel.db")
    await database.open()
    yield House(database, clock, gala(tmp_path / "data"))
    await database.close()


def refused(reason: str) -> Any:
    return pytest.raises(Refused, match=rf"^{reason}( |$)")


async def test_a_ballot_asks_what_has_nominees_and_locks_when_the_first_day_begins(house: House) -> None:
    opened = await house.hosting.open(house.act(), SHOW, CHANNEL, locks=None, scoring=Scoring.FLAT, zone=None)
    ballot = opened.ballot
    assert [category.id for category in ballot.asked] == [
        "artist-of-the-year", "song-of-the-year", "best-group", "best-new-artist"
    ]  # fmt: skip
    assert (opened.left_out, opened.again, ballot.locks_at, ballot.row.season) == (1, False, STARTS, 2026)
    await house.posting.work()
    await house.posting.work()
    assert house.wall.kinds() == ["panel"] and house.woken[-1] == STARTS
    again = await house.hosting.open(house.act(), SHOW, 6, locks=None, scoring=Scoring.RARITY, zone=None)
    assert again.again and again.ballot.scoring is Scoring.FLAT
    await house.posting.work()
    assert [scene.post.channel_id for scene in house.wall.scenes] == [CHANNEL, 6], "it moved"
    assert [change.what for change in await house.guilds.changes(GUILD)] == ["ballot-open"]


async def test_what_cannot_be_opened(house: House) -> None:
    async def open_(show: str = SHOW, locks: str | None = None) -> None:
        await house.hosting.open(house.act(), show, CHANNEL, locks=locks, scoring=Scoring.FLAT, zone=None)

    with refused("ballot-no-nominees"):
        await open_("sun")
    with refused("ballot-lock-unclear"):
        await open_(locks="soon @everyone")
    with refused("ballot-lock-past"):
        await open_(locks="2026-11-01 18:00")
    house.go(STARTS + 3_600)
    with refused("ballot-began"):
        await open_()
    house.go(STARTS + 5 * 86_400)
    with refused("ballot-past"):
        await open_()


async def test_a_pick_at_the_very_lock_is_decided_by_when_it_was_made(house: House) -> None:
    ballot = await house.open()
    house.go(STARTS)
    await house.pick(ballot, 1, 0, 0, early=1)
    with refused("ballot-locked"):
        await house.pick(ballot, 2, 0, 0)
    assert await house.ballots.count(ballot) == 1
    await house.pick(ballot, 1, 0, 1, early=2)
    mine = await house.ballots.mine(ballot, 1)
    first, second = (one.key for one in ballot.contents[0].nominees[:2])
    assert mine.of("will", "artist-of-the-year") == first != second, "what arrives later was made earlier"


async def test_a_late_lock_brings_back_what_was_picked_before_the_show_began(house: House) -> None:
    ballot = await house.open()
    house.go(STARTS - 7_200)
    await house.pick(ballot, 1, 0, 0)
    house.go(STARTS - 600)
    await house.pick(ballot, 1, 0, 1)
    await house.pick(ballot, 2, 0, 1)
    locked = await house.hosting.lock(house.act(), ballot, "The show began early", minutes_late=60)
    assert locked.locks_at == STARTS - 600 + 1 - 3_600 and await house.ballots.count(locked) == 1
    assert (await house.ballots.mine(locked, 1)).of("will", "artist-of-the-year") == ballot.contents[0].nominees[0].key
    with refused("ballot-is-locked"):
        await house.hosting.lock(house.act(), locked, "again")
    reopened = await house.hosting.reopen(house.act(), locked, "A mistake", None, None)
    assert await house.ballots.count(reopened) == 2 and reopened.locks_at is None, "as if it had never locked"
    with refused("ballot-not-locked"):
        await house.hosting.reopen(house.act(), reopened, "again", None, None)


async def test_discord_may_be_down_at_the_lock_and_the_note_follows_once(house: House) -> None:
    ballot = await house.open()
    await house.posting.work()
    house.wall.fault = SendFault.Why.UNREACHABLE
    house.go(STARTS)
    await house.posting.work()
    with refused("ballot-locked"):
        await house.pick(ballot, 1, 0, 0)
    house.wall.fault = None
    house.go(STARTS + 60)
    await house.posting.work()
    await house.posting.work()
    assert house.wall.kinds() == ["panel", "lock"]
    await next(iter(house.wall.wishes.values()))()
    assert house.wall.edited[-1].post.kind == "panel" and house.wall.edited[-1].locked


async def test_a_crash_between_keeping_and_posting_posts_it_once_with_the_same_nonce(house: House) -> None:
    await house.open()
    post, house.wall.post = house.wall.post, _dies  # type: ignore[method-assign, assignment]
    with pytest.raises(KeyboardInterrupt):
        await house.posting.work()
    house.wall.post = post  # type: ignore[method-assign]
    after = House(house.database, house.clock, house.data)
    await after.posting.work()
    await house.posting.work()
    assert after.wall.kinds() == ["panel"] and house.wall.posted == []


@pytest.mark.parametrize("how", ["the machine stops", "the answer is lost"])
async def test_a_post_of_which_nobody_heard_is_looked_for_before_it_is_made_again(house: House, how: str) -> None:
    """Long after Discord forgot its nonce."""
    await house.open()
    house.wall.fault, house.wall.arrives = SendFault.Why.UNREACHABLE, True
    if how == "the machine stops":
        drew, house.posting._posts.missed = house.posting._posts.missed, _stops  # type: ignore[method-assign]
        with pytest.raises(KeyboardInterrupt):
            await house.posting.work()
        house.posting._posts.missed = drew  # type: ignore[method-assign]
    else:
        await house.posting.work()
    assert house.wall.kinds() == ["panel"]
    house.go(house.ballots.now() + 3_600)
    house.wall.fault = None
    after = House(house.database, house.clock, house.data, house.wall)
    await after.posting.work()
    assert house.wall.kinds() == ["panel"] and house.wall.found == [1_001]
    await after.pick(await after.ballots.chosen(GUILD, SHOW), 1, 0, 0)
    await after.posting.count_changed(1)
    assert list(house.wall.wishes) == [1_001], "it is drawn anew where it was found"


async def _stops(*_: Any) -> None:
    raise KeyboardInterrupt


async def test_what_is_due_just_now_is_posted_without_a_search(house: House) -> None:
    await house.open()
    await house.posting.work()
    assert house.wall.kinds() == ["panel"] and house.wall.found == []


async def test_an_open_ballot_opened_again_has_one_panel_also_when_a_moderator_deleted_it(house: House) -> None:
    opened = await house.hosting.open(house.act(), SHOW, CHANNEL, locks=None, scoring=Scoring.FLAT, zone=None)
    assert await house.posting.replace_panel(opened.ballot.id, opened.panel) == [] and house.wall.gone == []
    for _ in range(2):
        opened = await house.hosting.open(house.act(), SHOW, CHANNEL, locks=None, scoring=Scoring.FLAT, zone=None)
        assert await house.posting.replace_panel(opened.ballot.id, opened.panel) == []
    assert house.wall.kinds() == ["panel"] * 3 and house.wall.gone == [1_001, 1_002]
    house.wall.fault = SendFault.Why.UNREACHABLE
    opened = await house.hosting.open(house.act(), SHOW, CHANNEL, locks=None, scoring=Scoring.FLAT, zone=None)
    (failed,) = await house.posting.replace_panel(opened.ballot.id, opened.panel)
    assert failed.kind == "panel"


async def test_two_hundred_picks_at_once_are_all_kept_and_the_last_that_was_made_counts(house: House) -> None:
    """In whatever order they arrive: fifty members change their minds three times each."""
    ballot = await house.open()
    category = ballot.contents[1]
    made = [(user, change) for change in (2, 0, 3, 1) for user in range(1, 51)]

    async def pick(user: int, change: int) -> None:
        key = category.nominees[(user + change) % 30].key
        await house.ballots.pick(house.act(user, early=100 - change), ballot.id, 1, "will", key)

    await asyncio.gather(*(pick(*one) for one in made))
    assert await house.ballots.count(ballot) == 50
    for fresh in (house, House(house.database, house.clock, house.data)):
        found = {user: (await fresh.ballots.mine(ballot, user)).of("will", category.id) for user in range(1, 51)}
        assert found == {user: category.nominees[(user + 3) % 30].key for user in range(1, 51)}
    assert all([len(await BallotBook(house.database).picks_of(ballot.id, user)) == 4 for user in range(1, 51)])


async def test_two_thousand_ballots_are_scored_and_corrected_at_once_and_always_from_the_picks(house: House) -> None:
    """Standings that are read while a correction is entered are those before it or after it, never between."""
    ballot = await house.open(Scoring.WEIGHTED)
    first, second, third = (one.key for one in ballot.contents[0].nominees)
    picks = [
        {"ballot_id": ballot.id, "user_id": user, "guild_id": GUILD, "category": "artist-of-the-year", "kind": "will"}
        | {"interaction_id": first_id_at(STARTS - 60 + change), "choice": choice}
        for user in range(1, 2_001)
        for change, choice in enumerate((third, first if user % 4 else second))
    ]
    async with house.database.write() as connection:
        await connection.execute(sa.insert(ballot_pick), picks)
    house.go(STARTS)
    enter = partial(house.hosting.enter, house.act(), ballot, "artist-of-the-year", source="")
    await enter(["Aurora"], correct=False)

    async def points() -> dict[int, int]:
        standing = await house.ballots.standing(ballot)
        assert standing.tally("will", "artist-of-the-year").counts == {first: 1_500, second: 500}
        return {place.user_id: place.points for place in standing.places}

    old = {user: 3 if user % 4 else 0 for user in range(1, 2_001)}
    new = {user: 3 - points for user, points in old.items()}
    told = await asyncio.gather(
        *(points() for _ in range(5)), enter(["Bora"], correct=True), *(points() for _ in "123")
    )
    correction = told.pop(5)
    assert len(correction.moves) == 2_000 and all(one in (old, new) for one in told)
    assert await points() == new
    late = House(house.database, house.clock, house.data)
    assert {one.user_id: one.points for one in (await late.ballots.standing(ballot)).places} == new


async def _dies(scene: Scene, nonce: str) -> int:
    raise KeyboardInterrupt


async def test_a_channel_that_is_gone_is_noted_and_not_tried_for_ever(house: House) -> None:
    ballot = await house.open()
    house.wall.fault = SendFault.Why.FORBIDDEN
    (failed,) = await house.posting.after(ballot.id)
    assert failed.kind == "panel" and [one.why for one in await house.failures.latest(GUILD)] == ["forbidden"]
    house.wall.fault = None
    await house.posting.work()
    assert house.wall.kinds() == []
    await house.open()
    assert await house.posting.after(ballot.id) == [] and house.wall.kinds() == ["panel"]


async def test_results_are_only_added_and_a_correction_says_who_rose_and_fell(house: House) -> None:
    ballot = await house.open()
    for member, nominee in ((1, 0), (2, 1), (3, 1)):
        await house.pick(ballot, member, 0, nominee)
    enter = house.hosting.enter
    with refused("ballot-undecided"):
        await enter(house.act(), ballot, "artist-of-the-year", ["Aurora"], source="", correct=True)
    first = await enter(
        house.act(), ballot, "artist-of-the-year", ["오로라"], source="https://a.example", correct=False
    )
    ballot = await house.again(ballot)
    assert ballot.locked(house.ballots.now() + 1), "the first result locks an open ballot"
    assert [(move.user_id, move.after.rank, move.after.points) for move in first.moves] == [
        (1, 1, 1),
        (2, 2, 0),
        (3, 2, 0),
    ]
    with refused("ballot-decided"):
        await enter(house.act(), ballot, "artist-of-the-year", ["Bora"], source="", correct=False)
    with refused("ballot-same"):
        await enter(house.act(), ballot, "artist-of-the-year", ["aurora"], source="", correct=True)
    fixed = await enter(house.act(), ballot, "artist-of-the-year", ["Bora"], source="", correct=True)
    assert {move.user_id: (move.after.rank, move.after.points) for move in fixed.moves} == {
        1: (3, 0),
        2: (1, 1),
        3: (1, 1),
    }
    assert [one.revision for one in await house.ballots.results(ballot)] == [1, 2]
    with refused("ballot-has-results"):
        await house.hosting.reopen(house.act(), ballot, "no", None, None)
    house.go(house.ballots.now() + 2)
    await house.posting.work()
    assert house.wall.kinds() == ["panel", "lock", "result", "correction"]
    correction = house.wall.scenes[-1]
    assert correction.hidden and correction.change is not None and correction.change.moves == fixed.moves
    assert [change.what for change in await house.guilds.changes(GUILD)] == [
        "ballot-correct", "ballot-won", "ballot-lock", "ballot-open"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("category", "typed", "winners"),
    [
        ("artist-of-the-year", ["somebody else", ""], ("=somebody else",)),
        ("artist-of-the-year", ["Nari", "Bora"], ("@nari", "bora")),
        ("song-of-the-year", ["Song 7", "song 7"], ("act-7",)),
    ],
)
async def test_winners_as_typed(house: House, category: str, typed: list[str], winners: tuple[str, ...]) -> None:
    ballot = await house.open()
    entered = await house.hosting.enter(house.act(), ballot, category, typed, source="", correct=False)
    known = {one.key: one.artists[0] for one in ballot.category(category).nominees}  # type: ignore[union-attr]
    assert tuple(known.get(winner, winner) for winner in entered.after.winners) == winners
    assert entered.strangers == tuple(winner for winner in winners if winner[0] in "@=")


async def test_what_names_no_winner(house: House) -> None:
    ballot = await house.open()
    for typed in (["", " "], ["@@@"], ["   *** "]):
        with refused("ballot-winner-empty"):
            await house.hosting.enter(house.act(), ballot, "best-group", typed, source="", correct=False)
    with refused("ballot-no-category"):
        await house.hosting.enter(house.act(), ballot, "nonsense", ["Aurora"], source="", correct=False)


async def test_void_categories_and_ballots_count_for_nobody(house: House) -> None:
    ballot = await house.open()
    await house.pick(ballot, 1, 0, 0)
    await house.hosting.enter(house.act(), ballot, "artist-of-the-year", ["Aurora"], source="", correct=False)
    ballot = await house.again(ballot)
    house.go(house.ballots.now() + 2)
    assert [place.points for place in (await house.ballots.standing(ballot)).places] == [1]
    await house.hosting.void_category(house.act(), ballot, "artist-of-the-year", "Cancelled")
    assert [place.points for place in (await house.ballots.standing(ballot)).places] == [0]
    await house.hosting.void(house.act(), ballot, "It was no fair ballot")
    assert (await house.ballots.season(GUILD, 2026)).places == ()
    with refused("ballot-none"):
        await house.ballots.chosen(GUILD, None)
    with refused("ballot-void"):
        await house.pick(await house.again(ballot), 1, 0, 0)
    assert (await house.open()).id != ballot.id


async def test_a_data_release_settles_an_open_ballot_once_and_carries_its_source(house: House) -> None:
    ballot = await house.open(Scoring.WEIGHTED)
    await house.pick(ballot, 1, 0, 1)
    await house.pick(ballot, 1, 1, 2)
    await house.hosting.enter(house.act(), ballot, "song-of-the-year", ["Song 9"], source="host", correct=False)
    later = House(house.database, house.clock, gala(house.data, held=True))
    later.go(STARTS + 86_400)
    for _ in range(2):
        await later.posting.work()
    found = {one.category: one for one in await later.ballots.results(ballot)}
    assert found["song-of-the-year"].source == "host", "what a host entered stays"
    assert found["artist-of-the-year"].source == "https://example.org/won"
    assert found["artist-of-the-year"].user_id == 0 and len(found) == 2
    places = (await later.ballots.standing(await later.again(ballot))).places
    assert [(place.user_id, place.points) for place in places] == [(1, 3)]
    assert later.wall.kinds().count("settled") == 1 and list(later.wall.scenes[-1].results or {}) == [
        "artist-of-the-year"
    ]


async def test_nominees_who_come_and_go_before_the_lock(house: House) -> None:
    ballot = await house.open()
    await house.pick(ballot, 1, 0, 1)
    later = House(house.database, house.clock, gala(house.data, withdrawn=True))
    await later.posting.work()
    now = await later.again(ballot)
    assert [(one.artists[0], one.withdrawn) for one in now.contents[0].nominees] == [
        ("aurora", False), ("bora", True), ("star", False), ("act-1", False)
    ]  # fmt: skip
    with refused("ballot-withdrawn"):
        await later.pick(now, 2, 0, 1)
    assert (await later.ballots.mine(now, 1)).of("will", "artist-of-the-year"), "an earlier pick stays"
    await later.pick(now, 1, 0, 3)


async def test_a_whole_night_with_two_hosts_and_a_restart(house: House) -> None:
    ballot = await house.open()
    for member in (1, 2, 3):
        await house.pick(ballot, member, 0, member % 2)
        await house.pick(ballot, member, 2, 0)
    house.go(STARTS + 3_600)
    assert (await house.nights.start(house.act(), SHOW, 9, spoiler_hours=2)).id == ballot.id
    await house.posting.work()
    artist, group = ballot.contents[0], ballot.contents[2]
    await house.nights.announce(house.act(), ballot, artist)
    both = await asyncio.gather(
        house.nights.reveal(house.act(1_001), ballot, artist, 0, [artist.nominees[0].key]),
        house.nights.reveal(house.act(1_002), ballot, artist, 0, [artist.nominees[1].key]),
        return_exceptions=True,
    )
    (late,) = [one for one in both if isinstance(one, Refused)]
    assert late.reason == "ballot-meanwhile"
    other = 1_002 if isinstance(both[1], Refused) else 1_001
    console = await house.nights.console(GUILD, ballot.id, reader=other, since=0)
    assert [one.category for one in console.meanwhile] == [artist.id] and console.told == 1
    after = House(house.database, house.clock, house.data, house.wall)  # a restart
    await after.posting.work()
    assert house.wall.kinds()[-3:] == ["announce", "reveal", "standings"]
    assert {scene.post.channel_id for scene in house.wall.scenes[-3:]} == {9} and house.wall.scenes[-1].hidden
    await after.nights.undo(after.act(), ballot, artist, 1)
    await after.nights.reveal(after.act(), ballot, artist, 2, [artist.nominees[1].key, "Somebody else"])
    await after.nights.reveal(after.act(), ballot, group, 0, ["Aurora"])
    await after.nights.finish(after.act(), ballot)
    await after.posting.work()
    assert house.wall.kinds()[-2:] == ["reveal", "wrap"]
    wrap = house.wall.scenes[-1]
    assert [(place.user_id, place.points) for place in wrap.standing.places] == [(1, 2), (3, 2), (2, 1)]
    outcomes = [one.outcome for one in await after.ballots.results(ballot) if one.category == artist.id]
    assert outcomes == [Outcome.WON, Outcome.UNDONE, Outcome.WON], "nothing was deleted"
    edits = len(house.wall.edited)
    after.go(STARTS + 3 * 3_600)
    await after.posting.work()
    opened = [scene.post.kind for scene in house.wall.edited[edits:]]
    assert sorted(opened) == ["reveal", "reveal", "wrap"] and not any(one.hidden for one in house.wall.edited[edits:])


async def test_a_night_without_a_ballot_asks_nobody(house: House) -> None:
    house.wall.threads = False
    night = await house.nights.start(house.act(), SHOW, CHANNEL)
    await house.posting.work()
    console = await house.nights.console(GUILD, night.id, reader=HOST)
    assert console.night.chat == "refused" and len(console.ballot.contents) == 5 and house.wall.kinds() == ["opening"]
    ost = night.contents[4]
    await house.nights.reveal(house.act(), night, ost, 0, ["A Song Nobody Knew"])
    await house.posting.work()
    assert house.wall.kinds() == ["opening", "reveal"] and console.count == 0
    with refused("ballot-night-began"):
        await house.open()
    with refused("ballot-void|ballot-locked"):
        await house.pick(night, 1, 0, 0)
    with refused("night-no-edition"):
        house.ballots.catalogue.editions_of["han"] = ()
        await house.nights.start(house.act(), SHOW, CHANNEL)


async def test_another_servers_ballot_is_nobodys_business(house: House) -> None:
    ballot = await house.open()
    with refused("ballot-gone"):
        await house.ballots.of(ballot.id, GUILD + 1)
    house.posting.appoint(house.wall, lambda guild_id: False)
    await house.posting.work()
    assert house.wall.posted == [], "a server that is not here"
    with refused("ballot-not-yet"):
        await house.ballots.standing(ballot)


async def test_a_pick_that_reaches_us_after_the_sheet_was_read_is_counted(house: House) -> None:
    ballot = await house.open()
    await house.pick(ballot, 1, 0, 0)
    house.go(STARTS)
    assert len((await house.ballots.standing(ballot)).places) == 1
    await house.pick(ballot, 2, 0, 0, early=5)
    assert len((await house.ballots.standing(ballot)).places) == 2
    house.ballots.forget()
    assert (await house.again(ballot)).id == ballot.id
