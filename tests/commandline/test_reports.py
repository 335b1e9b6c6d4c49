"""`laurel reports`, as an operator types it."""

import asyncio
from pathlib import Path

import pytest

from bot.app import with_reports
from bot.services.reports import Draft, Reports
from bot.settings import Settings
from tests.commandline.test_commands import run


async def two(reports: Reports) -> None:
    draft = Draft(
        1, 2, 3, 4, 5, "ko", "sources?a=rm&s=ama", "RM · 알엠", "[red]연도가[/] 틀렸어요", "https://example.org"
    )
    await reports.send(draft)
    await reports.send(Draft(None, 2, 3, 4, 6, "en-US", "", "", "@everyone :warning: wrong", ""))


@pytest.fixture
def kept(no_environment: Path) -> None:
    asyncio.run(with_reports(Settings(), two))


def test_no_report_is_said_so(capsys: pytest.CaptureFixture[str], no_environment: Path) -> None:
    assert run("reports") == 0 and run("reports", "--all") == 0
    assert capsys.readouterr().out.splitlines() == ["No report is open.", "Nobody has reported anything."]


@pytest.mark.usefixtures("kept")
def test_reports_are_shown_as_they_were_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("reports") == 0
    shown = "".join(capsys.readouterr().out.split())
    for words in ("[red]연도가[/]", ":warning:", "@everyone", "sources?a=rm&s=ama", "https://example.org", "open"):
        assert words in shown, words


@pytest.mark.usefixtures("kept")
def test_a_closed_report_is_shown_with_all_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("reports", "close", "1") == 0
    assert "Report 1 is closed." in capsys.readouterr().out
    assert run("reports") == 0
    assert "example.org" not in capsys.readouterr().out
    assert run("reports", "--all") == 0
    assert "closed" in capsys.readouterr().out


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("number, status", [("9", 1), ("x", 2), ("0", 2), ("9" * 30, 2)])
def test_closing_what_is_not_there(capsys: pytest.CaptureFixture[str], number: str, status: int) -> None:
    assert run("reports", "close", number) == status
    assert "Traceback" not in capsys.readouterr().err


def test_a_database_that_cannot_be_used_is_one_line(
    capsys: pytest.CaptureFixture[str], no_environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite+aiosqlite:////proc/none/laurel.db")
    assert run("reports") == 78
    assert capsys.readouterr().err.count("\n") == 1
