"""What becomes of a delivery when Discord refuses, fails, waits or says nothing, and when it is late."""

import datetime

import pytest

from bot.errors import StorageTrouble
from bot.services.announcements.sending import LEASE, NONCE_KNOWN
from bot.storage.outbox import Settled
from tests.services.announcements.conftest import Desk

MIDNIGHT_IN_SEOUL = datetime.datetime(2026, 11, 23, 15, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
SECOND = datetime.timedelta(seconds=1)


def pass_by(desk: Desk, seconds: float) -> None:
    desk.clock.time += SECOND * seconds
    desk.discord.time += seconds


async def due(desk: Desk, **values: object) -> None:
    """A digest that is due now."""
    await desk.subscribe(**values)  # type: ignore[arg-type]
    pass_by(desk, (MIDNIGHT_IN_SEOUL - desk.clock.time).total_seconds())
    await desk.expander.work(lambda guild_id: True)


async def test_what_is_due_is_posted_once_and_nothing_before(desk: Desk) -> None:
    await desk.subscribe()
    desk.clock.time = MIDNIGHT_IN_SEOUL - SECOND
    await desk.work()
    assert not desk.discord.messages
    desk.clock.time += SECOND
    for _ in range(3):
        await desk.work()
    (row,) = await desk.rows()
    assert len(desk.discord.messages) == 1 and not desk.discord.messages[0].late
    assert (row.state, row.message_id, row.late, row.attempts) == ("sent", 1, False, 1)


@pytest.mark.parametrize(("hours", "state", "late"), [(0, "sent", False), (11, "sent", True), (13, "missed", None)])
async def test_late_says_so_and_too_late_is_never_sent(desk: Desk, hours: int, state: str, late: bool | None) -> None:
    await desk.subscribe()
    desk.clock.time = MIDNIGHT_IN_SEOUL + HOUR * hours
    await desk.work()
    (row,) = await desk.rows()
    assert row.state == state and [message.late for message in desk.discord.messages] == [late][: late is not None]


async def test_it_may_grow_too_late_while_it_waits_for_another_try(desk: Desk) -> None:
    await due(desk)
    desk.discord.faults.append("500")
    await desk.announcer.work()
    pass_by(desk, 12 * 3600 + 1)
    await desk.announcer.work()
    assert await desk.states() == ["missed"] and not desk.discord.messages


async def test_an_answer_that_is_lost_is_looked_for_before_it_is_sent_again(desk: Desk) -> None:
    await due(desk)
    desk.discord.faults.append("lost")
    again = await desk.announcer.work()
    (row,) = await desk.rows()
    assert row.state == "pending" and again == row.retry_at == desk.now + 5
    pass_by(desk, 3600)
    await desk.announcer.work()
    assert await desk.states() == ["sent"] and len(desk.discord.messages) == 1


@pytest.mark.parametrize("seconds", [11, NONCE_KNOWN])
async def test_where_nobody_can_look_the_nonce_is_relied_on_for_minutes(desk: Desk, seconds: int) -> None:
    desk.discord.unreadable.add(10)
    await due(desk)
    desk.discord.faults.append("lost")
    await desk.announcer.work()
    pass_by(desk, seconds)
    await desk.announcer.work()
    assert await desk.states() == ["sent"] and len(desk.discord.messages) == 1
    assert desk.discord.requests == 3, "posted, looked for in vain, posted again"


async def test_and_afterwards_it_is_given_up_and_logged(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.discord.unreadable.add(10)
    await due(desk)
    desk.discord.faults.append("lost")
    await desk.announcer.work()
    pass_by(desk, NONCE_KNOWN + 1)
    await desk.announcer.work()
    (row,) = await desk.rows()
    assert (row.state, row.error) == ("dead", "unsure") and len(desk.discord.messages) == 1
    assert "nobody can look" in caplog.text


async def test_where_nobody_can_look_what_was_leased_and_never_tried_is_sent(desk: Desk) -> None:
    """Every try is marked there beforehand: without a mark there was none, however long ago the lease ended."""
    desk.discord.unreadable.add(10)
    await due(desk)
    claims, _ = await desk.deliveries.claim(
        desk.now, whose="dead.0", until=desk.now + LEASE, most=9, wanted=lambda row: True
    )
    assert len(claims) == 1
    pass_by(desk, 3600)
    await desk.announcer.work()
    assert await desk.states() == ["sent"] and len(desk.discord.messages) == 1


@pytest.mark.parametrize("why", ["forbidden", "gone"])
async def test_a_channel_that_is_refused_disables_its_subscription_until_it_is_revived(desk: Desk, why: str) -> None:
    await due(desk)
    desk.discord.closed[10] = why
    await desk.announcer.work()
    (subscription,) = await desk.book.of_guild(1)
    assert (subscription.state, subscription.why) == ("disabled", why)
    assert [(row.state, row.error) for row in await desk.rows()] == [("dead", why)]
    pass_by(desk, 3600)
    desk.discord.closed.clear()
    await desk.work()
    assert not desk.discord.messages, "nobody brought it back"
    assert await desk.book.revive(1, subscription.id, at=desk.now)
    await desk.work()
    assert await desk.states() == ["sent"] and desk.discord.messages[0].late


async def test_one_that_is_revived_after_days_tells_what_it_missed_and_posts_what_is_fresh(desk: Desk) -> None:
    await due(desk)
    desk.discord.closed[10] = "forbidden"
    await desk.announcer.work()
    pass_by(desk, 3 * 24 * 3600 + 60)
    desk.discord.closed.clear()
    await desk.book.revive(1, 1, at=desk.now)
    await desk.work()
    assert await desk.states() == ["dead", "missed", "missed", "sent"]
    assert len(desk.discord.messages) == 1


async def test_a_429_is_waited_for_by_all(desk: Desk) -> None:
    await due(desk)
    await due(desk)
    desk.discord.faults.append("429")
    before = desk.discord.time
    await desk.announcer.work()
    assert desk.discord.time >= before + 2
    pass_by(desk, 4)
    await desk.announcer.work()
    assert await desk.states() == ["sent", "sent"] and len(desk.discord.messages) == 2


async def test_failures_are_tried_later_and_later(desk: Desk) -> None:
    await due(desk)
    desk.discord.faults.extend(["500"] * 20)
    waits = []
    for _ in range(8):
        again = await desk.announcer.work()
        assert again is not None
        waits.append(again - desk.now)
        pass_by(desk, again - desk.now)
    assert waits == [5, 10, 20, 40, 80, 160, 300, 300]


async def test_servers_that_are_elsewhere_wait_for_whoever_has_them(desk: Desk) -> None:
    await due(desk)
    await due(desk, guild_id=2, channel_id=20)
    desk.discord.away.add(1)
    await desk.announcer.work()
    assert await desk.states() == ["pending", "sent"]
    desk.discord.away.clear()
    await desk.another().work()
    assert await desk.states() == ["sent", "sent"]


async def test_a_server_that_was_left_gets_nothing_more(desk: Desk) -> None:
    await due(desk)
    await desk.expander.leave(1)
    await desk.announcer.work()
    assert await desk.states() == ["skipped"] and not desk.discord.messages


async def test_two_processes_send_each_delivery_once(desk: Desk) -> None:
    import asyncio

    for number in range(30):
        await desk.subscribe(guild_id=number, channel_id=100 + number)
    pass_by(desk, (MIDNIGHT_IN_SEOUL - desk.clock.time).total_seconds())
    both = [desk.another("one"), desk.another("two")]
    await asyncio.gather(*(desk.expander.work(lambda guild_id: True) for _ in both))
    await asyncio.gather(*(one.work() for one in both))
    assert await desk.states() == ["sent"] * 30 and len(desk.discord.messages) == 30


async def test_many_in_one_channel_go_one_at_a_time_and_in_order(desk: Desk) -> None:
    for _ in range(3):
        await desk.subscribe(kinds=("fact", "trivia"), style="each")
    pass_by(desk, (MIDNIGHT_IN_SEOUL - desk.clock.time).total_seconds())
    await desk.work()
    assert [message.delivery_id for message in desk.discord.messages] == [1, 2, 3, 4, 5, 6]


async def test_what_was_sent_and_could_not_be_kept_is_kept_the_next_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await due(desk)

    async def away(settled: list[Settled]) -> None:
        raise StorageTrouble("full")

    monkeypatch.setattr(desk.deliveries, "settle", away)
    with pytest.raises(StorageTrouble):
        await desk.announcer.work()
    assert await desk.states() == ["leased"] and len(desk.discord.messages) == 1
    monkeypatch.undo()
    await desk.announcer.work()
    assert await desk.states() == ["sent"]


async def test_a_bug_in_the_drawing_of_one_holds_up_nobody(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    await due(desk)
    await due(desk, channel_id=11)
    post = desk.announcer.courier.post

    async def broken(claim: object, *, late: bool) -> int:
        if claim.id == 1:  # type: ignore[attr-defined]
            raise ZeroDivisionError
        return await post(claim, late=late)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.announcer.courier, "post", broken)
    await desk.announcer.work()
    assert [(row.state, row.error) for row in await desk.rows()] == [("dead", "ZeroDivisionError"), ("sent", None)]


async def test_nothing_due_asks_discord_nothing(desk: Desk) -> None:
    assert await desk.work() is None
    await desk.subscribe()
    assert await desk.expander.work(lambda guild_id: True) == MIDNIGHT_IN_SEOUL.timestamp()
    assert desk.discord.requests == 0
