"""`laurel feedback`, as an operator types it."""

import asyncio
from pathlib import Path

import pytest

from bot.app import with_feedback
from bot.services.feedback import Feedback, Thought
from bot.settings import Settings
from tests.commandline.test_commands import run


async def two(feedback: Feedback) -> None:
    await feedback.send(Thought(1, 4, 5, "ko", "[red]트로트도[/] 넣어 주세요\n:warning: 부탁해요"))
    await feedback.send(Thought(None, 4, 6, "en-US", "@everyone loves it"))


@pytest.fixture
def kept(no_environment: Path) -> None:
    asyncio.run(with_feedback(Settings(), two))


def test_nothing_is_said_so(capsys: pytest.CaptureFixture[str], no_environment: Path) -> None:
    assert run("feedback") == 0 and run("feedback", "--all") == 0
    assert capsys.readouterr().out.splitlines() == ["No feedback is open.", "Nobody has sent any feedback."]


@pytest.mark.usefixtures("kept")
def test_feedback_is_shown_as_it_was_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("feedback") == 0
    shown = capsys.readouterr().out
    for words in (
        "[red]트로트도[/] 넣어 주세요",
        ":warning: 부탁해요",
        "@everyone loves it",
        "ko, open",
        "en-US, open",
    ):
        assert words in shown, words


@pytest.mark.usefixtures("kept")
def test_what_is_closed_is_shown_with_all_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("feedback", "close", "2") == 0
    assert "Feedback 2 is closed." in capsys.readouterr().out
    assert run("feedback") == 0
    assert "@everyone" not in capsys.readouterr().out
    assert run("feedback", "--all") == 0
    assert "en-US, closed" in capsys.readouterr().out
    assert run("reports", "--all") == 0
    assert "Nobody has reported anything." in capsys.readouterr().out, "a report is something else"


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("number, status", [("9", 1), ("x", 2), ("0", 2), ("9" * 30, 2)])
def test_closing_what_is_not_there(capsys: pytest.CaptureFixture[str], number: str, status: int) -> None:
    assert run("feedback", "close", number) == status
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err and "is closed" not in captured.out


def test_a_database_that_cannot_be_used_is_one_line(
    capsys: pytest.CaptureFixture[str], no_environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite+aiosqlite:////proc/none/laurel.db")
    assert run("feedback") == 78
    assert capsys.readouterr().err.count("\n") == 1
