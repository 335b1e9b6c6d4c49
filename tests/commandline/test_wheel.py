"""The wheel carries the facts and the words, and works where there is no checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_wheel_works_outside_the_checkout(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(wheels)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = wheels.glob("laurel_bot-*.whl")
    installed = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(installed)
    assert (installed / "bot" / "_data" / "locales" / "ko" / "commands.ftl").is_file()
    assert not (installed / "tests").exists()
    empty = tmp_path / "elsewhere"
    empty.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    for name in ("DISCORD_TOKEN", "DATABASE_URL", "DATA_DIR"):
        environment.pop(name, None)
    where = [sys.executable, "-c", "import bot, cogs; print(bot.__file__, cogs.__file__)"]
    shown = subprocess.run(where, cwd=empty, env=environment, check=True, capture_output=True, text=True, timeout=60)
    assert shown.stdout.count(str(installed)) == 2
    check = [sys.executable, "-m", "bot", "check"]
    done = subprocess.run(check, cwd=empty, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "all laws hold" in done.stdout
    assert (empty / "state" / "laurel.db").is_file()
