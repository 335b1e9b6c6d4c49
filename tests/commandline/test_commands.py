"""The command line as an operator types it, in an empty folder."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.checkup import application_of, check_token
from bot.settings import Secret, packaged_data

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0"


def run(*arguments: str) -> int:
    """The exit status."""
    try:
        main(list(arguments))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    return 0


@pytest.mark.parametrize("arguments", [["--help"], ["run", "-h"], ["catalogue", "--help"], ["playground", "--help"]])
def test_help_reads_well(arguments: list[str], capsys: pytest.CaptureFixture[str], no_environment: Path) -> None:
    assert run(*arguments) == 0
    shown = capsys.readouterr().out
    assert "Usage: laurel" in shown and "Traceback" not in shown


def test_check_says_one_line_each(capsys: pytest.CaptureFixture[str], no_environment: Path) -> None:
    assert run("check") == 0
    lines = capsys.readouterr().out.splitlines()
    subjects = ["settings", "token", "database", "backups", "catalogue"]
    assert [line.split(":")[0].split()[-1] for line in lines] == subjects
    assert (no_environment / "state" / "laurel.db").exists()


def test_check_gives_the_invite_link(
    capsys: pytest.CaptureFixture[str], no_environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    assert run("check") == 0
    shown = capsys.readouterr().out
    assert "client_id=123456789012345678" in shown and "permissions=" in shown
    assert TOKEN not in shown


def test_check_names_what_is_wrong(
    capsys: pytest.CaptureFixture[str], no_environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "not a token")
    monkeypatch.setenv("DATA_DIR", str(no_environment))
    assert run("check") == 78
    shown = capsys.readouterr().out
    assert "has not the shape of a bot token" in shown and "holds no artists/" in shown


def test_a_bad_setting_is_one_line(
    capsys: pytest.CaptureFixture[str], no_environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("LOG_LEVEL", "loud")
    assert run("run") == 78
    assert capsys.readouterr().err == "laurel: LOG_LEVEL is 'loud': choose one of DEBUG, INFO, WARNING, ERROR.\n"


def test_sync_needs_a_token(capsys: pytest.CaptureFixture[str], no_environment: Path) -> None:
    assert run("sync") == 78
    assert "DISCORD_TOKEN is not set" in capsys.readouterr().err


def test_catalogue_check_and_stats(capsys: pytest.CaptureFixture[str], no_environment: Path) -> None:
    assert run("catalogue", "check") == 0
    assert "All laws hold" in capsys.readouterr().out
    assert run("catalogue", "stats") == 0
    shown = capsys.readouterr().out
    for word in ("AMA", "MAMA", "Editions", "Prizes", "Confirmed", "artists"):
        assert word in shown


def test_catalogue_check_names_file_and_line(capsys: pytest.CaptureFixture[str], no_environment: Path) -> None:
    data = no_environment / "data"
    shutil.copytree(packaged_data(), data)
    file = data / "ceremonies" / "ama" / "2025.toml"
    file.write_text(file.read_text("utf-8").replace('"ateez"', '"ateeez"'), encoding="utf-8")
    assert run("catalogue", "check", "--data", str(data)) == 78
    shown = capsys.readouterr().out
    assert "data/ceremonies/ama/2025.toml:" in shown and 'Did you mean "ateez" (ATEEZ)?' in shown


def test_a_broken_catalogue_stops_the_start(
    capsys: pytest.CaptureFixture[str], no_environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = no_environment / "data"
    shutil.copytree(packaged_data(), data)
    (data / "artists" / "bts.toml").write_text("[[artist]\n", encoding="utf-8")
    monkeypatch.setenv("DATA_DIR", str(data))
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    assert run() == 78
    line = capsys.readouterr().err
    assert line.startswith("laurel: data/artists/bts.toml:1: ") and line.count("\n") == 1


def test_an_unknown_command_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("awards") == 2
    assert "No such command" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "x", "MTIzNDU2Nzg5MDEyMzQ1Njc4", "a.b.c", "한글토큰"])
def test_what_is_no_token(text: str) -> None:
    assert application_of(Secret(text)) is None
    assert check_token(Secret(text))[0].fine is not True


def test_import_adds_reports_and_changes_nothing_the_second_time(
    capsys: pytest.CaptureFixture[str], no_environment: Path
) -> None:
    data = no_environment / "data"
    shutil.copytree(packaged_data(), data)
    row = {
        "ceremony": "American Music Awards", "edition": "2025", "date": "2025-05-26", "place": "Elsewhere",
        "category": "Favorite Test", "winners": [{"artist": "RM", "work": None}],
        "nominees": [{"artist": "RM", "work": None}, {"artist": "BTS", "work": None}], "complete": True,
        "sources": ["https://example.org/1", "https://example.com/2"], "confidence": "confirmed",
        "kpop_acts": ["RM", "BTS"], "winner_basis": "sourced", "nominees_basis": "sourced",
    }  # fmt: skip
    facts = no_environment / "facts.jsonl"
    facts.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert run("catalogue", "import", str(facts), "--data", str(data), "--dry-run") == 0
    assert run("catalogue", "import", str(facts), "--data", str(data)) == 0
    first = capsys.readouterr().out
    assert "1 rows: 1 added" in first and "conflict: " in first and "Elsewhere" in first
    assert run("catalogue", "import", str(facts), "--data", str(data)) == 0
    assert "1 unchanged" in capsys.readouterr().out
    assert run("catalogue", "check", "--data", str(data)) == 0


def test_import_says_which_line_is_no_json(capsys: pytest.CaptureFixture[str], no_environment: Path) -> None:
    facts = no_environment / "facts.jsonl"
    facts.write_text('{"ceremony": \n', encoding="utf-8")
    assert run("catalogue", "import", str(facts)) == 65
    assert "facts.jsonl:1:" in capsys.readouterr().out


def test_catalogue_diff_says_what_changed(
    capsys: pytest.CaptureFixture[str], no_environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(no_environment.parent))
    shutil.copytree(packaged_data(), no_environment / "data", ignore=shutil.ignore_patterns("locales", "schema"))

    def git(*arguments: str) -> None:
        me = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        subprocess.run(["git", "-C", str(no_environment), *me, *arguments], check=True, capture_output=True)

    data = ["--data", str(no_environment / "data")]
    assert run("catalogue", "diff", "HEAD", *data) == 64
    assert capsys.readouterr().err == "laurel: not a git repository (or any of the parent directories): .git.\n"
    for arguments in (["init", "-q"], ["add", "data"], ["commit", "-qm", "facts"]):
        git(*arguments)
    assert run("catalogue", "diff", "HEAD", *data) == 0
    assert capsys.readouterr().out == "No fact changed since HEAD.\n"
    assert run("catalogue", "new-edition", "ama", "2031", *data) == 0
    assert "categories of 2026. Fill it in" in capsys.readouterr().out
    assert run("catalogue", "new-edition", "ama", "2031", *data) == 64
    assert "AMA 2031 is already there" in capsys.readouterr().err
    assert run("catalogue", "diff", "HEAD", *data) == 0
    assert capsys.readouterr().out.startswith("AMA 2031: new, with ")
    assert run("catalogue", "diff", "no-such-branch", *data) == 64
    assert "git knows no revision 'no-such-branch'" in capsys.readouterr().err


def test_catalogue_schemas_writes_and_marks(capsys: pytest.CaptureFixture[str], no_environment: Path) -> None:
    data = no_environment / "data"
    shutil.copytree(packaged_data(), data, ignore=shutil.ignore_patterns("schema"))
    assert run("catalogue", "schemas", "--mark", "--data", str(data)) == 0
    assert "Marked " in capsys.readouterr().out and len(list((data / "schema").glob("*.json"))) == 10
    assert run("catalogue", "schemas", "--mark", "--data", str(data)) == 0
    assert capsys.readouterr().out == "The schemas are up to date.\nMarked 0 files.\n"
    assert run("catalogue", "check", "--data", str(data)) == 0
