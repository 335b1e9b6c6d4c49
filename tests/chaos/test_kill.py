"""kill -9 in the middle of every write: what was acknowledged is there, nothing is there by half."""

import asyncio
import json
import sys

import pytest

from tests.chaos.kill import Findings
from tests.stand_in.process import CHECKOUT

ROUNDS = {"sqlite": 200, "postgresql": 40}


@pytest.mark.skipif(sys.platform == "win32", reason="victims are forked")
async def test_what_was_acknowledged_survives_every_kill(empty: str) -> None:
    rounds = next(rounds for backend, rounds in ROUNDS.items() if empty.startswith(backend))
    command = [sys.executable, "-m", "tests.chaos.kill", empty, "--rounds", str(rounds)]
    process = await asyncio.create_subprocess_exec(
        *command, cwd=CHECKOUT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(300):
            told, complaints = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode == 0, complaints.decode()
    findings = Findings(**json.loads(told))
    print(findings)
    again = f"python -m tests.chaos.kill URL --rounds {rounds} --seed {findings.seed}"
    assert not findings.problems, f"{findings.problems}\n{complaints.decode()}\n{again}"
    assert findings.rounds == rounds
    assert findings.acknowledged > rounds and findings.silent < rounds * 0.9, "it died too soon to tell anything"


@pytest.mark.skipif(sys.platform == "win32", reason="victims are forked")
async def test_no_acknowledged_answer_of_a_quiz_is_lost_or_counted_twice(empty: str) -> None:
    rounds = 24 if empty.startswith("sqlite") else 5
    command = [sys.executable, "-m", "tests.chaos.games", empty, "--rounds", str(rounds)]
    process = await asyncio.create_subprocess_exec(
        *command, cwd=CHECKOUT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(120):
            told, complaints = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode == 0, complaints.decode()
    findings = Findings(**json.loads(told))
    print(findings)
    again = f"python -m tests.chaos.games URL --rounds {rounds} --seed {findings.seed}"
    assert not findings.problems, f"{findings.problems}\n{complaints.decode()}\n{again}"
    assert findings.rounds == rounds and findings.acknowledged > 20 * rounds
