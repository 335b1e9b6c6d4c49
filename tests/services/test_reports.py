"""Reports as the rules take them: bounded, tidied, five a day."""

import datetime
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.errors import EmptyReport, TooManyReports
from bot.services.reports import DAY, Draft, Reports, tidied
from bot.storage.database import Database
from bot.storage.reports import ReportBook
from tests.conftest import StillClock

DRAFT = Draft(1, 2, 3, 4, 5, "en-US", "sources?a=rm", "RM", "Wrong year", "https://example.org")


@pytest.fixture
async def reports(tmp_path: Path, clock: StillClock) -> AsyncIterator[Reports]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/laurel.db")
    await database.open()
    yield Reports(ReportBook(database), clock)
    await database.close()


async def test_everything_is_bounded_and_on_one_line(reports: Reports) -> None:
    huge = replace(DRAFT, what="wrong\n" * 10_000, source="s" * 10_000, about="a" * 10_000, address="b" * 10_000)
    kept = await reports.send(huge)
    assert (len(kept.what), len(kept.source), len(kept.about), len(kept.address)) == (1_000, 500, 100, 100)
    assert "\n" not in kept.what


@pytest.mark.parametrize("what", ["", " \n\t", "?!", "\x00\x1b\u202e", "🏆"])
async def test_nothing_said_is_nothing_kept(reports: Reports, what: str) -> None:
    with pytest.raises(EmptyReport):
        await reports.send(replace(DRAFT, what=what))
    assert await reports.all(closed=True) == []


@pytest.mark.parametrize(
    "text, clean",
    [
        ("a\x00b\x1b[2Jc", "ab[2Jc"),
        ("  틀렸어요\r\n정말  ", "틀렸어요 정말"),
        ("\u202eabc\u2066", "abc"),
        ("\ud800x", "x"),
        ("@everyone **bold** [red]x[/]", "@everyone **bold** [red]x[/]"),
    ],
)
def test_tidied(text: str, clean: str) -> None:
    assert tidied(text, 100) == clean


async def test_five_a_day(reports: Reports, clock: StillClock) -> None:
    start = int(clock.now().timestamp())
    for number in range(5):
        await reports.check(DRAFT.user_id)
        await reports.send(replace(DRAFT, form_id=number))
        clock.time += datetime.timedelta(hours=1)
    for refused in (reports.check(DRAFT.user_id), reports.send(replace(DRAFT, form_id=5))):
        with pytest.raises(TooManyReports) as error:
            await refused
        assert error.value.again_at == start + DAY, "when the first is a day old"
    assert (await reports.send(replace(DRAFT, form_id=4))).id == 5, "what was kept stays kept"
    clock.time = datetime.datetime.fromtimestamp(start + DAY, datetime.UTC)
    await reports.send(replace(DRAFT, form_id=6))
    with pytest.raises(TooManyReports):
        await reports.send(replace(DRAFT, form_id=7))
    assert await reports.close(2) and not await reports.close(2)
    await reports.send(replace(DRAFT, form_id=8))
