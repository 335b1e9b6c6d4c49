"""The measurement must not rot: its quick mode runs and fills every row. What it measures is no test's business."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from tests.bench.report import ROWS
from tests.stand_in.process import CHECKOUT


@pytest.mark.xdist_group("bench")
def test_quick_mode_fills_every_row() -> None:
    bench = subprocess.Popen(
        [sys.executable, "-m", "tests.bench", "--quick"],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # so that the bots it started can be ended with it
    )
    try:
        told, complaints = bench.communicate(timeout=240)
    except subprocess.TimeoutExpired:
        os.killpg(bench.pid, signal.SIGKILL)
        bench.communicate()
        raise
    assert bench.returncode == 0, told + complaints
    lines = told.splitlines()
    missing = [row.name for row in ROWS if not any(row.name in line and row.unit in line for line in lines)]
    assert not missing, told
    others = (
        "answers acknowledged",
        "votes counted of those acknowledged",
        "picks kept of those acknowledged",
        "a correction: kept, and everybody's points",
        "drained at 40/s",
        "an idle tick",
        "one sleeper",
        "Red's trivia reads messages",
        "longest callback, processor time",
        "suggestions while typing",
        "Foreign load",
        "group commit",
        "MiB",
    )
    for name in (*others, "a settings write with its trace", "settings of 200 servers in memory"):
        assert name in told
