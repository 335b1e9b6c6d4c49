"""Golden answers: questions that fans ask, over the whole range, each with a source that must be among those shown."""

from pathlib import Path
from typing import Any

import pytest
import tomli

from bot.catalogue import Catalogue
from bot.services.chronicle import Chronicle
from bot.services.lookup import Lookup
from tests.conftest import StillClock
from tests.golden.asking import Asker

QUESTIONS = tomli.loads(Path(__file__).with_name("questions.toml").read_text(encoding="utf-8"))["question"]


@pytest.fixture(scope="module")
def asker(catalogue: Catalogue) -> Asker:
    return Asker(Lookup(catalogue, StillClock()), Chronicle(catalogue))


@pytest.mark.parametrize("question", QUESTIONS, ids=[row["question"] for row in QUESTIONS])
def test_golden_answer(question: dict[str, Any], asker: Asker) -> None:
    answer, sources = asker(question["ask"], question["where"])
    assert answer == question["answer"]
    assert question["source"] in sources


def test_there_are_sixty_over_the_whole_range() -> None:
    assert len(QUESTIONS) >= 60
    assert len({row["where"]["show"] for row in QUESTIONS}) >= 20
    years = {int(row["where"]["edition"]) for row in QUESTIONS if "edition" in row["where"]}
    assert min(years) < 2000 and max(years) == 2026
