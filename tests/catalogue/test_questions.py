"""The laws of written questions, each with file and line; and what the real packs hold."""

from collections import Counter

import pytest

from bot.catalogue import Catalogue
from bot.catalogue.names import fold
from tests.catalogue.conftest import Folder

PACK = "trivia/firsts.toml"
TEXT = """\
name = "Firsts"
name_ko = "최초"

[[question]]
id = "who-won"
prompt = "Who won Favorite K-Pop Artist in 2025?"
prompt_ko = "2025년 페이보릿 K팝 아티스트를 받은 사람은 누구일까요?"
answer = "RM"
answer_ko = "알엠"
wrong = ["Jimin", "ROSÉ"]
wrong_ko = ["지민", "로제"]
accepted = ["Namjoon"]
after = "RM won it."
after_ko = "RM이 받았어요."
artists = ["rm"]
show = "ama"
confidence = "single-source"
sources = ["https://example.org/a"]
"""

BROKEN = [
    ('artists = ["rm"]', 'artists = ["rsoe"]', '15: "rsoe" is no artist. Did you mean "rose" (ROSÉ)?'),
    ('show = "ama"', 'show = "amaa"', '16: "amaa" is no ceremony under data/ceremonies/.'),
    ('"Jimin", "ROSÉ"', '"Jimin", "rm!"', '10: "rm!" reads like the answer or another option. Change one.'),
    ('"지민", "로제"', '"지민"', "11: wrong has 2 options, wrong_ko 1. Write each in both."),
    ('"지민", "로제"', '"지민", "지 민"', '11: "지 민" reads like the answer or another option. Change one.'),
    ('"Jimin", "ROSÉ"', '"Namjoon", "ROSÉ"', '10: "Namjoon" reads like the answer or another option. Change one.'),
    ('"single-source"', '"unverified"', '17: what is "unverified" is never asked.'),
    ('sources = ["https://example.org/a"]\n', "", '17: confidence is "single-source", which needs a source.'),
    ("in 2025?", "in 2025, Namjoon?", '6: the question itself says "Namjoon".'),
    ('answer = "RM"\n', "", '4: "answer" is missing.'),
    ('wrong = ["Jimin", "ROSÉ"]', "wrong = []", "10: "),
]


def test_a_pack_is_read(folder: Folder) -> None:
    folder.write(PACK, TEXT)
    pack = folder.load().packs["firsts"]
    assert (pack.name, pack.name_ko, pack.question[0].answer_ko) == ("Firsts", "최초", "알엠")


@pytest.mark.parametrize("old, new, said", BROKEN)
def test_what_is_wrong_is_said_with_its_line(folder: Folder, old: str, new: str, said: str) -> None:
    folder.write(PACK, TEXT)
    folder.change(PACK, old, new)
    problems = folder.problems()
    assert problems and any(problem.startswith(f"data/{PACK}:{said}") for problem in problems), problems


def test_the_same_question_twice(folder: Folder) -> None:
    folder.write(PACK, TEXT)
    folder.write("trivia/others.toml", TEXT)
    assert folder.problems() == [
        'data/trivia/others.toml:5: question "who-won" is there already (data/trivia/firsts.toml:5). '
        "Give this one another id.",
        "data/trivia/others.toml:6: the same is asked elsewhere (data/trivia/firsts.toml:5). "
        "Ask something else, or delete one.",
    ]


def test_choice_only_may_hold_its_answer(folder: Folder) -> None:
    folder.write(PACK, TEXT.replace("in 2025?", "in 2025, Namjoon?") + "choice_only = true\n")
    assert folder.problems() == []


def test_the_real_packs(catalogue: Catalogue) -> None:
    """At least 120, in both languages, about many artists."""
    questions = [question for pack in catalogue.packs.values() for question in pack.question]
    assert len(questions) >= 120
    owners = Counter(question.artists[0] for question in questions if question.artists)
    assert max(owners.values()) <= len(questions) * 0.05 and len(owners) > 50
    for question in questions:
        assert fold(question.prompt_ko) != fold(question.prompt) and question.after != question.after_ko
        assert len(question.wrong) == 3 or question.id == "ama-first-kpop-category"
