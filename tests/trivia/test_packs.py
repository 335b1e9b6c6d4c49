"""Files of questions in every format, good ones and such as people really upload, and worse."""

import json

import pytest

from bot.errors import Refused
from bot.trivia.pack_files import MOST_BYTES, read_pack
from bot.trivia.packs import MOST_QUESTIONS, Fault, OwnQuestion, PackFile, pack_name

CAPITAL = OwnQuestion("Who sang “Gee”?", ("Girls' Generation", "SNSD", "소녀시대"), ("KARA", "2NE1"), "In 2009.")

TOML = """
[[question]]
prompt = "Who sang “Gee”?"
answers = ["Girls' Generation", "SNSD", "소녀시대"]
wrong = ["KARA", "2NE1"]
after = "In 2009."

[[question]]
prompt = "How many members has ITZY?"
answer = 5
"""
JSON = json.dumps(
    {
        "questions": [
            {
                "question": "Who sang “Gee”?",
                "answers": ["Girls' Generation", "SNSD", "소녀시대"],
                "wrong": ["KARA", "2NE1"],
                "after": "In 2009.",
            },
            {"prompt": "How many members has ITZY?", "answer": "5"},
        ]
    }
)
CSV = """question,answers,wrong,after
Who sang “Gee”?,Girls' Generation|SNSD|소녀시대,KARA|2NE1,In 2009.

How many members has ITZY?,5,,
"""
KOREAN_CSV = "문제,정답,오답\n있지의 데뷔 연도는?,2019,2018|2020\n"
BARE_CSV = "Who sang “Gee”?,Girls' Generation,SNSD\n"
RED = """
AUTHOR: somebody
DESCRIPTION: a list
Who sang “Gee”?:
- Girls' Generation
- SNSD
Is ITZY a group?:
- Yes
- on
Debut of 2NE1?:
- 2009
How many members has ITZY?: 5
"""


@pytest.mark.parametrize(("name", "text"), [("a.toml", TOML), ("A.JSON", JSON), ("a.csv", CSV)])
def test_the_same_in_each_format(name: str, text: str) -> None:
    read = read_pack(name, text.encode())
    assert read == PackFile((CAPITAL, OwnQuestion("How many members has ITZY?", ("5",))))


def test_csv_without_headings_in_korean_and_with_a_mark_of_excel() -> None:
    assert read_pack("a.csv", BARE_CSV.encode()).questions[0].answers == ("Girls' Generation", "SNSD")
    korean = read_pack("a.csv", KOREAN_CSV.encode("utf-8-sig")).questions[0]
    assert korean == OwnQuestion("있지의 데뷔 연도는?", ("2019",), ("2018", "2020"))


def test_reds_lists_are_text_throughout() -> None:
    questions = read_pack("kpop.yaml", RED.encode()).questions
    assert [question.answers for question in questions] == [
        ("Girls' Generation", "SNSD"), ("Yes", "on"), ("2009",), ("5",),
    ]  # fmt: skip
    listed = "- {question: What?, answers: [a, b], wrong: [c]}\n"
    assert read_pack("x.yml", listed.encode()).questions == (OwnQuestion("What?", ("a", "b"), ("c",)),)


FAULTS = [
    ({"answers": ["a"]}, "no-question", 0),
    ({"prompt": "!?", "answers": ["a"]}, "no-question", 0),
    ({"prompt": "q"}, "no-answer", 0),
    ({"prompt": "q", "answers": ["", "  "]}, "no-answer", 0),
    ({"prompt": {"a": 1}, "answers": ["a"]}, "no-text", 0),
    ({"prompt": "q", "answers": [True]}, "no-text", 0),
    ({"prompt": "q", "answers": [["a"]]}, "no-text", 0),
    ({"prompt": "q" * 241, "answers": ["a"]}, "long-question", 240),
    ({"prompt": "q", "answers": ["a" * 101]}, "long-answer", 100),
    ({"prompt": "q", "answers": ["a" * 80], "wrong": ["b"]}, "long-answer", 76),
    ({"prompt": "q", "answers": ["a"], "wrong": ["b" * 77]}, "long-wrong", 76),
    ({"prompt": "q", "answers": ["a"], "after": "b" * 301}, "long-after", 300),
    ({"prompt": "q", "answers": ["a"], "source": "javascript:alert(1)"}, "no-address", 0),
    ({"prompt": "q", "answers": [str(n) for n in range(21)]}, "many-answers", 20),
    ({"prompt": "q", "answers": ["a"], "wrong": list("bcdefg")}, "many-wrong", 5),
    ({"prompt": "q", "answers": ["a"], "wrong": ["A!"]}, "same-option", 0),
    ({"prompt": "q", "answers": ["a"], "wrong": ["b", "B"]}, "same-option", 0),
    ("a text", "no-question", 0),
]


@pytest.mark.parametrize(("entry", "reason", "most"), FAULTS)
def test_each_fault_has_its_row_and_reason(entry: object, reason: str, most: int) -> None:
    good = {"prompt": "Good?", "answers": ["yes"]}
    read = read_pack("a.json", json.dumps([good, entry, good]).encode())
    assert read.questions == (OwnQuestion("Good?", ("yes",)),)
    assert read.faults == (Fault(2, reason, most), Fault(3, "twice"))


def test_rows_are_lines_where_a_format_has_them() -> None:
    assert read_pack("a.csv", b"question,answer\n\nq?,a\nr?,\n").faults == (Fault(4, "no-answer"),)
    assert read_pack("a.yaml", b"# a list\nq?: [a]\n\nr?: []\n").faults == (Fault(4, "no-answer"),)


def test_what_cannot_be_seen_is_left_out_and_no_more_than_a_pack_holds() -> None:
    read = read_pack("a.json", json.dumps([{"prompt": "a\u0000b\nc", "answers": ["@everyone **x**"]}]).encode())
    assert read.questions == (OwnQuestion("a b c", ("@everyone **x**",)),), "escaped where it is shown"
    many = [{"prompt": f"q{n}", "answers": ["a"]} for n in range(MOST_QUESTIONS + 2)]
    read = read_pack("a.json", json.dumps(many).encode())
    assert len(read.questions) == MOST_QUESTIONS and read.faults[-1] == Fault(502, "too-many", MOST_QUESTIONS)


BOMB = "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n"
REFUSED = [
    ("a.exe", b"q", "pack-format"),
    ("noname", b"q", "pack-format"),
    ("a.json", b"\xff\xfe", "pack-encoding"),
    ("a.json", b"{", "pack-unreadable"),
    ("a.toml", b"[[question]\n", "pack-unreadable"),
    ("a.csv", b'"open\n', "pack-unreadable"),
    ("a.yaml", b"a: [b\nc: d", "pack-unreadable"),
    ("a.yaml", b"\ta: b", "pack-unreadable"),
    ("a.yaml", BOMB.encode(), "pack-alias"),
    ("a.yaml", b"[" * 50_000, "pack-too-deep"),
    ("a.yaml", b"a: " + b"[" * 7 + b"]" * 7, "pack-too-deep"),
    ("a.yaml", b"- [a]\n" * 10_000, "pack-too-deep"),
    ("a.json", b"[" * 100_000, "pack-too-deep"),
    ("a.toml", b"a = " + b"[" * 100_000, "pack-too-deep"),
    ("a.json", b"9" * 5_000, "pack-unreadable"),
    ("a.json", b"[]", "pack-empty"),
    ("a.json", b"null", "pack-empty"),
    ("a.toml", b"", "pack-empty"),
    ("a.csv", b"question,answer\n", "pack-empty"),
    ("a.yaml", b"AUTHOR: x\n", "pack-empty"),
    ("a.yaml", b"", "pack-empty"),
    ("a.json", b" " * (MOST_BYTES + 1), "pack-too-large"),
]


@pytest.mark.parametrize(("name", "content", "reason"), REFUSED, ids=lambda one: str(one)[:30])
def test_files_that_are_none(name: str, content: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read_pack(name, content)
    assert refused.value.reason == reason


def test_python_objects_in_yaml_are_mere_text() -> None:
    text = "q?: !!python/object/apply:os.system ['echo hello']\n"
    assert read_pack("a.yaml", text.encode()).questions[0].answers == ("echo hello",)


def test_names_of_packs() -> None:
    assert pack_name("My K-Pop List!") == "my-k-pop-list"
    assert pack_name("우리 서버 문제") == "우리-서버-문제"
    assert pack_name("@everyone `x`") == "everyone-x" and pack_name("!?") == ""
    assert len(pack_name("가" * 99)) == 32


def test_a_question_keeps_its_name_when_the_pack_comes_again() -> None:
    again = OwnQuestion("WHO sang Gee", ("girls generation",))
    assert again.digest == CAPITAL.digest != OwnQuestion("Who sang “Gee”?", ("KARA",)).digest
