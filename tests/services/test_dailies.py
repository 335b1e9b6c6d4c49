"""The daily challenge: the same ten for everybody, kept through restarts and releases, posted once a day."""

import datetime
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.catalogue import Catalogue
from bot.errors import Refused, SendFault
from bot.services.failures import Failures
from bot.services.guilds import Guilds
from bot.services.trivia.dailies import Dailies
from bot.services.trivia.presets import MOST, Presets
from bot.services.trivia.questions import Questions
from bot.storage.dailies import DailyBook
from bot.storage.database import Database
from bot.storage.failures import FailureBook
from bot.storage.guilds import GuildBook
from bot.storage.presets import PresetBook
from bot.text import WordBook
from bot.trivia.dailies import LADDER, QUESTIONS, is_due, put_together
from bot.trivia.questions import Difficulty, Localised, Option, Question, Topic
from bot.trivia.rounds import GameOptions, Mode, Rules
from bot.trivia.streaks import Streak
from tests.conftest import StillClock

GUILD, OTHER, ADA = 2**62, 2**62 + 1, 11
TODAY = "2026-11-23"
Why = SendFault.Why


def question(name: str, difficulty: Difficulty, artist: str, right: int = 1) -> Question:
    options = tuple(Option(Localised(f"{name} {n}", f"{name} {n}번")) for n in range(4))
    text = Localised(f"Who? {name}", f"누구? {name}")
    return Question(name, "x", difficulty, text, text, options, right, artists=(artist,))


class Dealer:
    """Questions by turns: `artists` of them, each with as many questions as are asked for."""

    def __init__(self, artists: int = 40, without: tuple[Difficulty, ...] = (), release: str = "") -> None:
        self.artists, self.without, self.release = artists, without, release
        self.dealt = 0

    async def deal(self, seed: str, turn: int, *, difficulty: Difficulty | None = None) -> Question:
        self.dealt += 1
        if difficulty in self.without or not self.artists:
            raise Refused("no-questions")
        hard = difficulty or Difficulty.EASY
        return question(f"{self.release}{hard}/{turn}", hard, f"artist {(turn + 13 * len(hard)) % self.artists}")


@dataclass
class Channel:
    """What was posted, and what goes wrong next."""

    posts: list[tuple[int, str, str]] = field(default_factory=list)
    faults: list[SendFault] = field(default_factory=list)

    async def post(self, guild_id: int, channel_id: int, day: str, ends_at: int, nonce: str) -> int:
        assert len(nonce) <= 25
        if self.faults:
            raise self.faults.pop(0)
        self.posts.append((guild_id, day, nonce))
        return 1_000 + len(self.posts)


class Rooms:
    def __init__(self, database: Database, clock: StillClock, dealer: Dealer) -> None:
        self.database, self.clock = database, clock
        self.guilds, self.failures = Guilds(GuildBook(database), clock), Failures(FailureBook(database), clock)
        self.channel, self.here = Channel(), {GUILD, OTHER}
        self.restart(dealer)

    def restart(self, dealer: Dealer | None = None) -> None:
        """Another process: nothing is remembered."""
        book = DailyBook(self.database)
        self.dailies = Dailies(book, dealer or Dealer(), self.guilds, self.failures, self.clock)  # type: ignore[arg-type]

    async def work(self) -> float | None:
        return await self.dailies.work(self.channel, lambda guild_id: guild_id in self.here)

    def at(self, text: str) -> None:
        self.clock.time = datetime.datetime.fromisoformat(text)


@pytest.fixture
async def rooms(tmp_path: Path, clock: StillClock) -> AsyncIterator[Rooms]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/laurel.db")
    await database.open()
    yield Rooms(database, clock, Dealer())
    await database.close()


async def ten(dealer: Dealer, day: str = TODAY) -> list[Question]:
    async def deal(turn: int, difficulty: Difficulty | None) -> Question:
        return await dealer.deal("daily", turn, difficulty=difficulty)

    return await put_together(datetime.date.fromisoformat(day), deal)


async def test_ten_from_easy_to_hard_about_different_artists() -> None:
    found = await ten(Dealer())
    assert [one.difficulty for one in found] == list(LADDER) and len({one.artists for one in found}) == QUESTIONS
    assert await ten(Dealer()) == found, "everybody's are the same"
    tomorrow = await ten(Dealer(), "2026-11-24")
    assert not {one.id for one in found} & {one.id for one in tomorrow}


async def test_a_week_of_real_questions(catalogue: Catalogue, words: WordBook) -> None:
    questions = Questions(catalogue, words)

    async def deal(turn: int, difficulty: Difficulty | None) -> Question:
        return await questions.deal("daily", turn, difficulty=difficulty)

    seen: set[str] = set()
    for number in range(7):
        found = await put_together(datetime.date(2026, 11, 20) + datetime.timedelta(days=number), deal)
        assert [one.difficulty for one in found] == list(LADDER) and all(one.can_choose for one in found)
        assert not seen.intersection(one.id for one in found)
        seen.update(one.id for one in found)


async def test_few_artists_or_difficulties_make_ten_all_the_same() -> None:
    assert len(await ten(Dealer(artists=2))) == QUESTIONS
    easy = await ten(Dealer(without=(Difficulty.HARD, Difficulty.MEDIUM)))
    assert len(easy) == QUESTIONS == len({one.id for one in easy})
    with pytest.raises(Refused):
        await ten(Dealer(artists=0))


async def test_a_member_goes_on_where_they_were_after_a_restart_and_a_release(rooms: Rooms) -> None:
    for number in range(3):
        sitting = await rooms.dailies.answer(ADA, GUILD, TODAY, number, 1)
    asked = sitting.next
    rooms.restart(Dealer(release="new/"))
    again = await rooms.dailies.sitting(ADA)
    assert again.next == asked and again.run.marks == "111" and again.streak is None
    assert (await rooms.dailies.sitting(ADA + 1)).challenge == again.challenge, "the same for who begins afterwards"


async def test_each_question_counts_once(rooms: Rooms) -> None:
    first = await rooms.dailies.answer(ADA, GUILD, TODAY, 0, 0)
    assert await rooms.dailies.answer(ADA, GUILD, TODAY, 0, 1) == first and first.run.marks == "0"
    assert (await rooms.dailies.answer(ADA, GUILD, TODAY, 5, 1)).run == first.run, "nobody skips"
    for pick in (-1, 4, 99):
        with pytest.raises(Refused):
            await rooms.dailies.answer(ADA, GUILD, TODAY, 1, pick)
    for number in range(1, QUESTIONS):
        sitting = await rooms.dailies.answer(ADA, None, TODAY, number, 1)
    assert sitting.next is None and sitting.run.right == 9 and sitting.streak == Streak(1, 1)
    assert sitting.run.guild_id == GUILD, "it counts where it was begun"
    assert await rooms.dailies.answer(ADA, GUILD, TODAY, QUESTIONS, 1) == sitting


async def test_a_day_ends_at_midnight_in_seoul_and_who_has_begun_may_end_it(rooms: Rooms) -> None:
    await rooms.dailies.answer(ADA, GUILD, TODAY, 0, 1)
    rooms.at("2026-11-23T15:00:00+00:00")
    assert rooms.dailies.today() == "2026-11-24"
    with pytest.raises(Refused):
        await rooms.dailies.answer(ADA + 1, GUILD, TODAY, 0, 1)
    assert (await rooms.dailies.answer(ADA, GUILD, TODAY, 1, 1)).run.asked == 2
    rooms.at("2026-11-24T15:00:00+00:00")
    with pytest.raises(Refused):
        await rooms.dailies.answer(ADA, GUILD, TODAY, 2, 1)
    for day in ("2026-11-26", "", "tomorrow", "9999-99-99"):
        with pytest.raises(Refused):
            await rooms.dailies.answer(ADA, GUILD, day, 0, 1)


async def test_questions_that_are_gone_are_not_asked_anew(rooms: Rooms) -> None:
    for number in range(QUESTIONS):
        await rooms.dailies.answer(ADA, GUILD, TODAY, number, 1)
    rooms.at("2026-12-22T12:00:00+00:00")
    await rooms.work()
    assert (await rooms.dailies.sitting(ADA, TODAY)).run.right == QUESTIONS, "it can still be looked at and shared"
    rooms.at("2027-01-22T12:00:00+00:00")
    await rooms.work()
    rooms.restart()
    with pytest.raises(Refused):
        await rooms.dailies.sitting(ADA, TODAY)


async def test_streaks_grow_by_days_and_a_day_missed_ends_them(rooms: Rooms) -> None:
    found = []
    for day in ("2026-11-20", "2026-11-21", "2026-11-23", "2026-11-24"):
        rooms.at(f"{day}T03:00:00+00:00")
        for number in range(QUESTIONS):
            sitting = await rooms.dailies.answer(ADA, GUILD, day, number, 0)
        found.append(sitting.streak)
    assert found == [Streak(1, 1), Streak(2, 2), Streak(1, 2), Streak(2, 2)]


@pytest.mark.parametrize(
    "now, hour, zone, due",
    [
        ("2026-11-23T12:00:00+00:00", 21, "Asia/Seoul", "2026-11-23T12:00:00+00:00"),
        ("2026-11-23T11:59:59+00:00", 21, "Asia/Seoul", None),  # yesterday's is too long ago
        ("2026-11-23T12:00:00+00:00", 0, "Asia/Seoul", None),
        ("2026-11-22T15:00:00+00:00", 0, "Asia/Seoul", "2026-11-22T15:00:00+00:00"),
        ("2026-11-23T03:00:00+00:00", 23, "America/New_York", None),
        ("2026-11-23T05:00:00+00:00", 23, "America/New_York", "2026-11-23T04:00:00+00:00"),
        ("2026-03-08T08:00:00+00:00", 2, "America/New_York", "2026-03-08T07:00:00+00:00"),  # 02:00 does not exist
        ("2026-11-01T06:00:00+00:00", 1, "America/New_York", "2026-11-01T05:00:00+00:00"),  # 01:00 comes twice
        ("2026-11-23T18:20:00+00:00", 0, "Asia/Kathmandu", "2026-11-23T18:15:00+00:00"),
    ],
)
def test_when_it_is_due(now: str, hour: int, zone: str, due: str | None) -> None:
    found = is_due(datetime.datetime.fromisoformat(now), hour, zone, 0)
    assert found == (None if due is None else datetime.datetime.fromisoformat(due))


async def test_it_is_posted_once_a_day_at_the_servers_hour(rooms: Rooms) -> None:
    await rooms.guilds.change(GUILD, 1, hour=22)
    await rooms.dailies.put(GUILD, 1, 7)
    assert await rooms.work() is None and rooms.channel.posts == []
    rooms.at("2026-11-23T13:05:00+00:00")
    await rooms.work()
    rooms.restart()
    await rooms.work()
    assert [(guild_id, day) for guild_id, day, _ in rooms.channel.posts] == [(GUILD, TODAY)]
    rooms.at("2026-11-24T13:00:00+00:00")
    await rooms.work()
    assert [day for _, day, _ in rooms.channel.posts] == [TODAY, "2026-11-24"]
    await rooms.dailies.put(GUILD, 1, None)
    rooms.at("2026-11-25T13:00:00+00:00")
    await rooms.work()
    assert len(rooms.channel.posts) == 2


async def test_late_on_the_same_day_it_is_posted_and_no_later(rooms: Rooms) -> None:
    await rooms.guilds.change(GUILD, 1, hour=20)
    await rooms.dailies.put(GUILD, 1, 7)  # at 21:00: from tomorrow on
    await rooms.work()
    rooms.at("2026-11-24T14:59:00+00:00")
    await rooms.work()
    assert [day for _, day, _ in rooms.channel.posts] == ["2026-11-24"]
    rooms.at("2026-11-25T15:01:00+00:00")  # away until after midnight: that challenge is over
    await rooms.work()
    assert len(rooms.channel.posts) == 1


async def test_only_servers_that_are_here(rooms: Rooms) -> None:
    for guild_id in (GUILD, OTHER):
        await rooms.guilds.change(guild_id, 1, hour=22)
        await rooms.dailies.put(guild_id, 1, 7)
    rooms.here = {OTHER}
    rooms.at("2026-11-23T13:00:00+00:00")
    await rooms.work()
    assert [guild_id for guild_id, _, _ in rooms.channel.posts] == [OTHER]


async def due_now(rooms: Rooms, *faults: SendFault) -> float | None:
    await rooms.guilds.change(GUILD, 1, hour=22)
    await rooms.dailies.put(GUILD, 1, 7)
    rooms.at("2026-11-23T13:00:00+00:00")
    rooms.channel.faults += faults
    return await rooms.work()


async def test_when_discord_does_not_answer_it_is_asked_again_with_the_same_nonce(rooms: Rooms) -> None:
    again = await due_now(rooms, SendFault(Why.UNREACHABLE, "503"))
    assert again == rooms.clock.time.timestamp() + 60
    rooms.at("2026-11-23T13:01:00+00:00")
    rooms.restart()
    assert await rooms.work() is None
    ((_, _, nonce),) = rooms.channel.posts
    assert nonce == "d71123" and await rooms.failures.latest(GUILD) == []


async def test_it_is_given_up_before_discord_could_post_it_twice(rooms: Rooms) -> None:
    await due_now(rooms, SendFault(Why.BUSY, "429", 5))
    rooms.at("2026-11-23T13:10:00+00:00")
    assert await rooms.work() is None
    assert rooms.channel.posts == [] and [one.why for one in await rooms.failures.latest(GUILD)] == ["unreachable"]


@pytest.mark.parametrize(
    "why, noted", [(Why.FORBIDDEN, "forbidden"), (Why.GONE, "gone"), (Why.REJECTED, "unreachable")]
)
async def test_what_cannot_be_posted_is_noted_once(rooms: Rooms, why: SendFault.Why, noted: str) -> None:
    assert await due_now(rooms, SendFault(why, "no")) is None
    await rooms.work()
    assert rooms.channel.posts == [] and [one.why for one in await rooms.failures.latest(GUILD)] == [noted]


# Presets


@pytest.fixture
def presets(rooms: Rooms) -> Presets:
    return Presets(PresetBook(rooms.database), rooms.clock)


async def test_a_preset_keeps_options_but_not_a_servers_rules(presets: Presets) -> None:
    options = GameOptions(Topic(artist="bts"), 5, 15, Mode.TYPED, Difficulty.HARD, rules=Rules(humans=9))
    saved, replaced = await presets.save(GUILD, 1, "  Comeback\nnight ", options)
    assert saved.name == "Comeback night" and not replaced
    found = await presets.find(GUILD, "COMEBACK night")
    assert found.options == GameOptions(Topic(artist="bts"), 5, 15, Mode.TYPED, Difficulty.HARD)
    assert await presets.suggest(GUILD, "BACK") == ["Comeback night"] and await presets.suggest(OTHER, "") == []
    assert (await presets.save(GUILD, 1, "comeback NIGHT", GameOptions()))[1] and len(await presets.all(GUILD)) == 1


@pytest.mark.parametrize("name", ["", "   ", "!?*", "🎉🎉", "\u202e"])
async def test_a_preset_needs_a_name_that_says_something(presets: Presets, name: str) -> None:
    with pytest.raises(Refused) as refused:
        await presets.save(GUILD, 1, name, GameOptions())
    assert refused.value.reason == "preset-nameless"


async def test_names_are_bounded_and_so_is_their_number(presets: Presets) -> None:
    saved, _ = await presets.save(GUILD, 1, "ﬃ" * 500, GameOptions())
    assert len(saved.name) == 32 and (await presets.find(GUILD, saved.name)).name == saved.name
    for number in range(MOST - 1):
        await presets.save(GUILD, 1, f"퀴즈 {number}", GameOptions())
    with pytest.raises(Refused) as refused:
        await presets.save(GUILD, 1, "one more", GameOptions())
    assert refused.value.reason == "preset-too-many" and refused.value.values == {"most": 25}
    assert (await presets.save(GUILD, 1, "퀴즈 3", GameOptions(rounds=3)))[1], "an old name has its place"


async def test_a_preset_that_is_not_there(presets: Presets) -> None:
    await presets.save(GUILD, 1, "quiz", GameOptions())
    for call in (presets.find(OTHER, "quiz"), presets.delete(GUILD, 1, "@everyone")):
        with pytest.raises(Refused) as refused:
            await call
        assert refused.value.reason == "preset-unknown"
    assert await presets.delete(GUILD, 1, "QUIZ") == "quiz" and await presets.all(GUILD) == []
