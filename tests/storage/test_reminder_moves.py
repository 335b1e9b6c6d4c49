"""Reminders that wait for a date of the catalogue, when a newer catalogue knows another, on both databases."""

import datetime
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.catalogue import load_catalogue
from bot.services.agenda import Agenda
from bot.services.lookup import Lookup
from bot.services.occasions import Occasions, key_of
from bot.services.reminders.desk import MORNING_OF, Place, Reminder, Reminders, Wish, told_at
from bot.services.reminders.moves import Moves
from bot.services.zones import Zones
from bot.storage.database import Database
from bot.storage.outbox import Settled
from bot.storage.reminders import PENDING, SENT, ReminderBook
from tests.conftest import StillClock
from tests.season import FILES, season

HAN, SUN, MOMENTS, ARTISTS = (
    "ceremonies/han/2026.toml",
    "ceremonies/sun/2026.toml",
    "moments/all.toml",
    "artists/all.toml",
)
ADA, DAY = 2**63 - 1, 86_400


class Desk:
    """Members who ask by one catalogue, and a start with the next."""

    def __init__(self, database: Database, folder: Path, clock: StillClock) -> None:
        self.book, self.clock, self.folder = ReminderBook(database), clock, season(folder)
        self.reminders = Reminders(self.book, Zones(), clock, lambda at: None)

    @property
    def agenda(self) -> Agenda:
        return Agenda(load_catalogue(self.folder), self.clock)

    async def asks(self, about: str, text: str = "", *, agreed: bool = True) -> Reminder:
        """Takes one about the first coming date whose key holds `about`."""
        agenda = self.agenda
        lookup = Lookup(load_catalogue(self.folder), self.clock)
        today = self.clock.now().date()
        rows = agenda.almanac.between(self.clock.now(), today, today + datetime.timedelta(days=365))
        rows += agenda.almanac.between(
            self.clock.now(), today, today + datetime.timedelta(days=365), agenda.with_members("aurora")
        )
        key = next(key_of(row) for row in rows if about in key_of(row) and not row.vague)
        found = Occasions(agenda, lookup, self.clock).find(key)
        assert found is not None
        wish = Wish(title=about, at=found.at, day=found.day, occasion=key.partition("|")[2])
        place = Place(1, 2) if agreed else Place()
        return await self.reminders.add(ADA, 7, "ko", wish, self.reminders.time(text, wish, None), place)

    async def starts(self, *changes: tuple[str, str, str]) -> int:
        """A start with a catalogue in which each file has the one text in place of the other."""
        for name, before, after in changes:
            text = (self.folder / name).read_text(encoding="utf-8")
            assert before in text
            (self.folder / name).write_text(text.replace(before, after), encoding="utf-8")
        return await Moves(self.book, self.agenda, self.clock).follow()

    async def now(self, reminder: Reminder) -> Reminder:
        found = await self.book.find(ADA, reminder.id)
        assert found is not None
        return found

    def seconds(self) -> int:
        return int(self.clock.now().timestamp())


@pytest.fixture
async def desk(empty: str, tmp_path: Path, clock: StillClock) -> AsyncIterator[Desk]:
    database = Database(empty)
    await database.open()
    yield Desk(database, tmp_path / "data", clock)
    await database.close()


async def test_reminders_move_with_their_dates(desk: Desk) -> None:
    morning = await desk.asks("ceremony.han")
    before = await desk.asks("ceremony.han", "2 days before")
    own = await desk.asks("ceremony.han", "2026-12-18 20:00")
    vote = await desk.asks("vote-closes.han", "3 hours before")
    birthday = await desk.asks("birthday.bora")
    release = await desk.asks("release.aurora")
    unanswered = await desk.asks("ceremony.sun", agreed=False)
    assert (morning.date, morning.lead, own.lead) == ("2026-12-19", MORNING_OF, None)
    assert await desk.starts() == 0, "nothing moved"
    moved = await desk.starts(
        (HAN, '"2026-12-19/2026-12-20"', '"2026-12-22/2026-12-23"'),
        (HAN, 'closes = "2026-11-30"', 'closes = "2026-12-02"'),
        (ARTISTS, "2000-02-29", "2000-03-04"),
        (MOMENTS, '"2026-11-27"', '"2026-11-26"'),
        (SUN, '"2026-12-30"', '"2026-12-28"'),
    )
    assert moved == 7
    for reminder, days in ((morning, 3), (before, 3), (own, 0), (vote, 2), (release, -1), (unanswered, -2)):
        found = await desk.now(reminder)
        assert found.due_at - reminder.due_at == days * DAY, reminder.title
        assert found.expires_at - found.due_at == reminder.expires_at - reminder.due_at
        assert (found.moved_from, found.state) == (reminder.date, reminder.state)
    assert (await desk.now(morning)).date == "2026-12-22"
    assert [(await desk.now(birthday)).date, birthday.date] == ["2027-03-04", "2027-03-01"]
    assert await desk.book.next_at() == (await desk.now(release)).due_at
    assert await desk.starts() == 0, "once"


async def test_a_day_of_two_that_stays_and_a_date_that_comes_back(desk: Desk) -> None:
    asked = await desk.asks("ceremony.han")
    assert await desk.starts((HAN, '"2026-12-19/2026-12-20"', '"2026-12-18/2026-12-19"')) == 0, (
        "it begins a day earlier"
    )
    assert await desk.starts((HAN, '"2026-12-18/2026-12-19"', '"2026-12-21"')) == 1
    assert await desk.starts((HAN, '"2026-12-21"', '"2026-12-19"')) == 1
    assert await desk.now(asked) == asked, "as if nothing had been"


@pytest.mark.parametrize(
    ("date", "status", "told"),
    [
        ('"2026-12-19/2026-12-20"', '"cancelled"', ""),
        ('"2027-01"', '"announced"', "2027-01"),
        ('{ on = "2027", status = "expected" }', '"announced"', "2027"),
    ],
)
async def test_what_has_no_day_any_more_is_told_at_once_and_once(desk: Desk, date: str, status: str, told: str) -> None:
    asked = await desk.asks("ceremony.han")
    own = await desk.asks("ceremony.han", "2026-12-01 20:00")
    assert await desk.starts((HAN, '"2026-12-19/2026-12-20"', date), (HAN, '"announced"', status)) == 2
    for one in (asked, own):
        found = await desk.now(one)
        assert (found.due_at, found.date, found.moved_from) == (desk.seconds(), told, "2026-12-19")
    assert await desk.starts() == 0
    claims, _ = await desk.book.claim(
        desk.seconds(), whose="a", until=desk.seconds() + 90, most=5, wanted=lambda row: True
    )
    assert len(claims) == 2
    await desk.book.settle([Settled(claim, SENT, message_id=9, sent_at=desk.seconds()) for claim in claims])
    assert await desk.starts((HAN, date, '"2026-12-20"'), (HAN, status, '"announced"')) == 0, "it was told"
    assert await desk.book.postpone(ADA, asked.id, desk.seconds(), desk.seconds() + DAY, desk.seconds() + 2 * DAY)
    assert await desk.starts() == 0, "nor when it was snoozed"


async def test_votes_of_a_ceremony_that_is_called_off(desk: Desk) -> None:
    vote = await desk.asks("vote-closes.han")
    assert await desk.starts((HAN, '"announced"', '"cancelled"')) == 1
    assert (await desk.now(vote)).date == ""


async def test_a_date_that_comes_sooner_than_one_is_told_of_it(desk: Desk) -> None:
    asked = await desk.asks("ceremony.han", "20 days before")
    past = await desk.asks("release.aurora")
    desk.clock.time += datetime.timedelta(days=1)
    assert await desk.starts(
        (HAN, '"2026-12-19/2026-12-20"', '"2026-12-05"'), (MOMENTS, '"2026-11-27"', '"2026-11-20"')
    )
    for one in (asked, past):
        assert (await desk.now(one)).due_at == desk.seconds(), "now, rather than never"


async def test_what_nobody_knows_any_more_stays_as_it_was(desk: Desk) -> None:
    asked, old = await desk.asks("release.aurora"), await desk.asks("ceremony.han")
    (desk.folder / MOMENTS).write_text(
        FILES[MOMENTS].replace('"2026-11-27"', '"2024-11-27"').replace("yearly = true", ""), encoding="utf-8"
    )
    shutil.rmtree((desk.folder / HAN).parent)
    assert await desk.starts() == 0
    assert await desk.now(asked) == asked and await desk.now(old) == old, "2024's is another of the same name"


async def test_somebody_who_is_first_and_many(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.services.reminders.moves.PAGE", 2)
    asked = [await desk.asks("ceremony.han") for _ in range(5)]
    stale = asked[0]
    assert await desk.starts((HAN, '"2026-12-19/2026-12-20"', '"2026-12-21"')) == 5
    assert not await desk.book.move(stale, "2026-12-25", 5, 6), "another process moved it already"
    assert len(await desk.book.of_member(ADA, PENDING)) == 5


def test_when_one_is_told() -> None:
    day = datetime.date(2026, 12, 19)
    begins = int(datetime.datetime(2026, 12, 18, 15, tzinfo=datetime.UTC).timestamp())  # midnight in Seoul
    nine = begins + 9 * 3_600
    assert told_at(begins, day, MORNING_OF, "Asia/Seoul", 0) == nine
    assert told_at(begins, day, MORNING_OF, "Asia/Seoul", nine) == begins, "the morning is over"
    assert told_at(begins, day, 3_600, "Asia/Seoul", 0) == begins - 3_600
