"""`laurel announcements`, as an operator types it."""

import asyncio
from pathlib import Path

import pytest

from bot.app import with_deliveries
from bot.settings import Settings
from bot.storage.deliveries import DeliveryBook, Expansion, NewDelivery
from bot.storage.outbox import MISSED
from bot.storage.subscriptions import Subscription, SubscriptionBook
from tests.commandline.test_commands import run


async def two(outbox: DeliveryBook) -> None:
    book = SubscriptionBook(outbox._database)
    added = await book.add(Subscription(guild_id=5, channel_id=6, kinds=("birthday",)), most=9, at=1)
    assert added is not None
    new = (NewDelivery("digest:1", "", {}, 100, 200), NewDelivery("digest:2", "", {}, 100, 200, MISSED))
    await outbox.expand([Expansion(added, new, 300, "")])


@pytest.fixture
def kept(no_environment: Path) -> None:
    asyncio.run(with_deliveries(Settings(), two))


def test_an_empty_outbox_is_said_so(capsys: pytest.CaptureFixture[str], no_environment: Path) -> None:
    assert run("announcements") == 0 and run("announcements", "list", "--all") == 0
    assert capsys.readouterr().out.splitlines() == ["Nothing is in the outbox."] * 2


@pytest.mark.usefixtures("kept")
def test_it_lists_drops_and_retries(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("announcements", "list") == 0
    shown = capsys.readouterr().out
    for words in ("1970-01-01", "digest:1", "digest:2", "pending", "missed"):
        assert words in shown, words
    assert run("announcements", "drop", "1") == 0 and run("announcements", "drop", "1") == 1
    assert run("announcements", "retry", "2") == 0 and run("announcements", "retry", "2") == 1
    told = capsys.readouterr()
    assert "Announcement 1 is not posted." in told.out and "No announcement 1 waits." in told.err
    assert "within a minute" in told.out and "Traceback" not in told.err
    assert run("announcements") == 0
    shown = capsys.readouterr().out
    assert shown.index("digest:2") < shown.index("digest:1"), "what waits comes first"
