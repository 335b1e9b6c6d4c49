"""Exactly once, whatever happens: a model that crashes, restarts, loses answers, jumps the clock and runs two processes
at once, against a Discord that counts.
"""

import asyncio
import datetime
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.anniversaries.instants import days_due, next_instant
from bot.catalogue import Catalogue
from bot.services.agenda import Agenda
from bot.services.announcements.announcer import Announcer
from bot.services.announcements.expander import Expander
from bot.services.announcements.occasions import Occasions
from bot.services.announcements.throttle import Throttle
from bot.storage.deliveries import Delivery, DeliveryBook
from bot.storage.subscriptions import Subscription, SubscriptionBook
from tests.conftest import NOW, StillClock
from tests.services.announcements.discord import CountingCourier, Death, Discord, Life, MortalDatabase

HOUR = 3600
ZONES = ("Asia/Seoul", "America/New_York", "Pacific/Apia")
FAULTS = st.lists(st.sampled_from(("lost", "lost", "500", "429", "")), max_size=3)
ALL = ("pending", "leased", "sent", "missed", "dead", "skipped")


class Process:
    """A bot: its own database connections, expander and announcer."""

    names = 0

    def __init__(self, model: "Outbox") -> None:
        Process.names += 1
        self.life = Life()
        self.database = MortalDatabase(model.url, self.life)
        self.book = SubscriptionBook(self.database)
        self.deliveries = DeliveryBook(self.database)
        self.expander = Expander(self.book, self.deliveries, model.occasions, model.clock)
        courier = CountingCourier(model.discord, self.life, self.book, self.expander.now)
        throttle = Throttle(None, now=lambda: model.discord.time, sleep=model.sleep)
        self.announcer = Announcer(self.deliveries, courier, throttle, model.clock, name=f"p{Process.names}")

    async def work(self, away: set[int]) -> None:
        self.life.task = asyncio.current_task()
        await self.expander.work(lambda guild_id: guild_id not in away)
        await self.announcer.work()


class Outbox(RuleBasedStateMachine):
    prepared: tuple[Path, Catalogue]

    @initialize(
        blind=st.booleans(),
        wanted=st.lists(
            st.tuples(
                st.sampled_from(ZONES),
                st.sampled_from((0, 9, 12)),
                st.sampled_from(("digest", "each")),
                st.sampled_from((1, 12)),
            ),
            min_size=1,
            max_size=3,
        ),
    )
    def begin(self, blind: bool, wanted: list[tuple[str, int, str, int]]) -> None:
        self.loop = asyncio.new_event_loop()
        self.loop.set_exception_handler(lambda loop, context: None)  # the dead are not mourned
        self.folder = tempfile.TemporaryDirectory(prefix="laurel-once-")
        shutil.copy(self.prepared[0], Path(self.folder.name) / "laurel.db")
        self.url = f"sqlite+aiosqlite:///{self.folder.name}/laurel.db"
        self.clock = StillClock(NOW)
        self.discord = Discord()
        self.occasions = Occasions(self.prepared[1], Agenda(self.prepared[1], self.clock))
        self.subscriptions: list[tuple[Subscription, int]] = []
        self.went_back, self.highest = False, NOW
        self.processes: list[Process] = []
        if blind:
            self.discord.unreadable.add(10)
        for _ in range(2):
            self.start()
        for one in wanted:
            self.subscribe(*one)

    def run(self, work: object) -> object:
        return self.loop.run_until_complete(work)  # type: ignore[arg-type]

    def start(self) -> None:
        process = Process(self)
        self.run(process.database.open())
        self.processes.append(process)

    async def sleep(self, seconds: float) -> None:
        self.pass_by(seconds)
        await asyncio.sleep(0)

    def pass_by(self, seconds: float) -> None:
        self.clock.time += datetime.timedelta(seconds=seconds)
        self.discord.time += seconds

    @property
    def now(self) -> int:
        return int(self.clock.time.timestamp())

    def subscribe(self, zone: str, hour: int, style: str, catch_up: int) -> None:
        number = len(self.subscriptions)
        new = Subscription(
            guild_id=1 + number % 2, channel_id=10 + number, kinds=("fact", "trivia"), zone=zone, hour=hour,
            style=style, catch_up_hours=catch_up,
        )  # fmt: skip
        added = self.run(self.processes[0].book.add(new, most=25, at=self.now))
        assert isinstance(added, Subscription)
        self.subscriptions.append((added, self.now))

    @rule(
        late=st.sampled_from((0, 0, 0, 1, 30 * 60, HOUR, 10 * HOUR, 13 * HOUR)),
        which=st.integers(0, 2),
        how=st.sampled_from(("one", "both", "dies", "dies", "dies beside another", "stops", "stops beside another")),
        steps=st.integers(1, 30),
        faults=FAULTS,
    )
    def the_next_post_falls_due(self, late: int, which: int, how: str, steps: int, faults: list[str]) -> None:
        one, _ = self.subscriptions[which % len(self.subscriptions)]
        at = next_instant(self.now, datetime.time(one.hour), str(one.zone))
        self.pass_by(at - self.now + late)
        self.discord.faults.extend(faults)
        self.they_work(how, steps)

    @rule(
        seconds=st.sampled_from((0, 1, 6, 95, 95, 160, 310, HOUR, 11 * HOUR)),
        how=st.sampled_from(("one", "both", "both", "dies", "dies beside another", "stops")),
        steps=st.integers(1, 30),
        faults=FAULTS,
    )
    def time_passes(self, seconds: int, how: str, steps: int, faults: list[str]) -> None:
        self.pass_by(seconds)
        self.discord.faults.extend(faults)
        self.they_work(how, steps)

    @rule(hours=st.sampled_from((1, -1, -1, 7 * 24)))
    def clock_jumps(self, hours: int) -> None:
        self.highest = max(self.highest, self.clock.time)
        self.clock.time += datetime.timedelta(hours=hours)
        self.went_back = self.went_back or hours < 0

    @rule(channel=st.sampled_from((10, 11, 12)), why=st.sampled_from(("forbidden", "gone", "")))
    def channel_closes(self, channel: int, why: str) -> None:
        self.discord.closed.pop(channel, None)
        if why:
            self.discord.closed[channel] = why
        else:
            self.revive()

    @rule(guild=st.sampled_from((1, 2)))
    def shard_goes_and_comes(self, guild: int) -> None:
        self.discord.away ^= {guild}

    def they_work(self, how: str, steps: int = 0) -> None:
        """One alone, both at once, or one that dies or is stopped at its so many-th await."""
        victim = self.processes[0]

        async def work() -> None:
            if how.startswith(("dies", "stops")):
                victim.life.left, victim.life.gently = steps, how.startswith("stops")
            workers = self.processes if how == "both" or "beside" in how else [victim]
            tasks = [self.loop.create_task(one.work(self.discord.away)) for one in workers]
            await asyncio.wait(tasks)
            for one in tasks:
                error = None if one.cancelled() else one.exception()
                assert error is None or isinstance(error, Death), error
            victim.life.left = None

        self.run(work())
        if victim.life.dead or how.startswith("stops"):
            self.run(victim.database.close())
            self.processes.remove(victim)
            self.start()
        self.processes.reverse()

    def revive(self) -> None:
        for one, _ in self.subscriptions:
            self.run(self.processes[0].book.revive(one.guild_id, one.id, at=self.now))

    def rows(self) -> list[Delivery]:
        found = self.run(self.processes[0].deliveries.queue(states=ALL, most=10_000))
        assert isinstance(found, list)
        return found

    @invariant()
    def nothing_is_posted_twice_or_too_late(self) -> None:
        if not hasattr(self, "discord"):
            return
        times = Counter(message.delivery_id for message in self.discord.messages)
        rows = {row.id: row for row in self.rows()}
        for message in self.discord.messages:
            row = rows[message.delivery_id]
            assert message.by_clock <= row.expires_at, "posted after its window"
            blind = message.channel_id in self.discord.unreadable and self.went_back
            assert times[row.id] == 1 or blind, f"{row.occurrence} was posted {times[row.id]} times"
            assert message.late or message.by_clock - row.due_at <= 15 * 60, "late, and does not say so"

    def teardown(self) -> None:
        if not hasattr(self, "discord"):
            return
        try:
            self.all_ends_well()
        finally:
            for process in self.processes:
                self.run(process.database.close())
            self.run(self.loop.shutdown_asyncgens())
            self.loop.close()
            self.folder.cleanup()

    def all_ends_well(self) -> None:
        """With everything in order again: what is within its window is there, what is not is known as missed."""
        for places in (self.discord.faults, self.discord.closed, self.discord.away):
            places.clear()
        self.clock.time = max(self.clock.time, self.highest)
        self.revive()
        for _ in range(6):
            self.they_work("one")
            self.pass_by(95 + 305)
        self.they_work("one")
        self.nothing_is_posted_twice_or_too_late()
        posted = {message.delivery_id for message in self.discord.messages}
        rows = self.rows()
        for row in rows:
            assert row.state in ("sent", "missed", "dead"), row
            if row.state == "dead":
                blind = row.error == "unsure" and row.channel_id in self.discord.unreadable
                assert blind or row.error in ("forbidden", "gone"), row
                assert blind or self.now > row.expires_at, "it might have been posted still"
            else:
                assert (row.state == "sent") == (row.id in posted), row
            if row.expires_at >= self.now:
                assert row.state != "missed", "it might have been posted still"
        for one, since in self.subscriptions:
            due = days_due(max(since, self.now - 30 * 24 * HOUR), self.now, datetime.time(one.hour), str(one.zone))
            keys = Counter(row.occurrence for row in rows if row.subscription_id == one.id)
            for day in due:
                names = [f"digest:{day}@{one.zone}"]
                if one.style == "each":
                    names = [f"{kind}:{day}@{day}" for kind in ("fact", "trivia")]
                assert [keys[name] for name in names] == [1] * len(names), (one, day, keys)


def test_nothing_is_posted_twice_missing_or_too_late(
    migrated: Path, little: Catalogue, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("CRITICAL", "bot")  # thousands were missed, and every one is logged
    machine = type("Machine", (Outbox,), {"prepared": (migrated, little)})
    machine.TestCase.settings = settings(
        max_examples=30, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
    )
    machine.TestCase().runTest()
