"""Log lines, as text and as JSON, without the token."""

import json
import logging
from collections.abc import Iterator

import pytest

from bot.log import set_up_logging
from bot.settings import Secret, Settings

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0"


@pytest.fixture(autouse=True)
def loggers_as_before() -> Iterator[None]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = before, level


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_token_is_starred_out_of_messages_and_tracebacks(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(Settings(discord_token=Secret(TOKEN), log_format=form))  # type: ignore[arg-type]
    try:
        raise ValueError(f"bad header {TOKEN}")
    except ValueError:
        logging.getLogger("bot.x").exception("failed with %s", TOKEN, extra={"error_id": "abc"})
    line = capsys.readouterr().err
    assert TOKEN not in line and line.count("********") >= 2
    assert "Traceback" in line and "bad header" in line


def test_json_lines_carry_the_extra(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(Settings(log_format="json", log_level="DEBUG"))
    logging.getLogger("bot.x").warning("안녕 %d", 5, extra={"error_id": "abc"})
    entry = json.loads(capsys.readouterr().err)
    assert entry["message"] == "안녕 5" and entry["error_id"] == "abc" and entry["level"] == "WARNING"
