"""Written records: whom they may name, and what happens when the results say otherwise."""

import pytest

from bot.catalogue import Catalogue
from bot.catalogue.model import Check
from bot.catalogue.proofs import contradiction
from tests.catalogue.conftest import Folder

RECORD = """\
[[record]]
id = "rm-first"
topic = "first"
claim = "RM won first."
artists = ["rm"]
show = "ama"
check = [
    {check},
]
confidence = "{confidence}"
sources = ["https://example.org/a", "https://example.org/b"]
"""
PRIZES = """\
[[category]]
id = "favorite-k-pop-artist"
name = "Favorite K-Pop Artist"
name_ko = "케이팝 아티스트상"
class = "artist"
wordings = ["favorite-k-pop-artist"]
"""


def problems(folder: Folder, check: str, confidence: str = "confirmed") -> list[str]:
    folder.write("records/first.toml", RECORD.replace("{check}", check).replace("{confidence}", confidence))
    return folder.problems()


@pytest.mark.parametrize(
    "check",
    [
        '{ rule = "count", artist = "rm", show = "ama", is = 1 }',
        '{ rule = "count", of = "nominations", artist = "jimin-bts", is = 1 }',
        '{ rule = "count", artist = "jimin-bts", is = 0 }',
        '{ rule = "count", artist = "rm", at_least = 1, until = 2025 }',
        '{ rule = "first", artist = "rm", show = "ama" }',
        '{ rule = "first", of = "nominations", artist = "rose", show = "ama" }',
        '{ rule = "earliest", artist = "rm", show = "ama", since = 2025 }',
        '{ rule = "most", artist = "rm", show = "ama", kind = "person" }',
        '{ rule = "streak", artist = "rm", show = "ama", since = 2025, until = 2025, is = 1 }',
    ],
)
def test_what_the_results_bear_out(folder: Folder, check: str) -> None:
    assert problems(folder, check) == []


@pytest.mark.parametrize(
    "check, says",
    [
        ('{ rule = "count", artist = "rm", show = "ama", is = 4 }', "it has 1 wins at AMA for RM, not 4"),
        (
            '{ rule = "count", artist = "rm", grand_prize = true, at_least = 1 }',
            "0 grand prizes for RM, not at least 1",
        ),
        ('{ rule = "first", artist = "rose", show = "ama" }', "ROSÉ has no wins at AMA"),
        ('{ rule = "earliest", artist = "rm", since = 2022 }', "the first of the wins of RM is of 2025"),
        ('{ rule = "most", artist = "rose", show = "ama" }', "RM (1) have more wins at AMA than ROSÉ (0)"),
        (
            '{ rule = "streak", artist = "rose", show = "ama", since = 2025, until = 2025 }',
            "ROSÉ has no wins at AMA in 2025 in 2025",
        ),
    ],
)
def test_a_contradiction_fails_with_file_line_and_what_the_data_says(folder: Folder, check: str, says: str) -> None:
    (problem,) = problems(folder, check)
    assert problem.startswith('data/records/first.toml:8: the data contradicts "rm-first"')
    assert says in problem and 'or mark the record "disputed"' in problem


def test_a_disputed_record_stays(folder: Folder) -> None:
    check = '{ rule = "count", artist = "rm", show = "ama", is = 4 }'
    assert problems(folder, check, "disputed") == []
    assert "rm-first" in folder.load().records


@pytest.mark.parametrize(
    "check, says",
    [
        ('{ rule = "count", artist = "rmm", is = 1 }', 'the check\'s "rmm" is no artist. Did you mean "rm" (RM)?'),
        ('{ rule = "count", artist = "rm", show = "amma", is = 1 }', '"amma" is no ceremony'),
        ('{ rule = "count", artist = "rm", show = "ama", prize = "x", is = 1 }', '"x" is no category of "ama"'),
        ('{ rule = "count", artist = "rm" }', "needs is or at_least"),
        ('{ rule = "count", artist = "rm", is = 1, kpop = true }', "compares with nobody"),
        ('{ rule = "streak", artist = "rm", since = 2019 }', "needs show, since and until"),
        ('{ rule = "first", artist = "rm" }', "needs show"),
        ('{ rule = "earliest", artist = "rm" }', "needs since"),
        ('{ rule = "firsts", artist = "rm" }', 'Did you mean "first"?'),
        ('{ rule = "count", artist = "rm", at_most = 3 }', '"at_most" is no field here. Did you mean "at_least"?'),
    ],
)
def test_a_check_that_checks_nothing(folder: Folder, check: str, says: str) -> None:
    folder.write("ceremonies/ama/categories.toml", PRIZES)
    (problem,) = problems(folder, check)
    assert says in problem and problem.startswith("data/records/first.toml:")


def test_records_name_who_is_there_and_have_their_own_ids(folder: Folder) -> None:
    text = RECORD.replace("{check}", "").replace("    ,\n", "").replace("{confidence}", "confirmed")
    folder.write("records/first.toml", text + "\n" + text.replace('["rm"]', '["rmm"]').replace('"ama"', '"amma"'))
    found = folder.problems()
    assert [problem.split(": ", 1)[0] for problem in found] == [f"data/records/first.toml:{n}" for n in (13, 16, 17)]
    assert 'record "rm-first" appears twice' in found[0] and "Did you mean" in found[1] and "no ceremony" in found[2]


def test_a_record_without_the_papers_it_claims(folder: Folder) -> None:
    text = RECORD.replace("{check}", "").replace("    ,\n", "").replace("{confidence}", "confirmed")
    folder.write("records/first.toml", text.rsplit("sources", 1)[0])
    assert "which needs a source" in folder.problems()[0]


def test_most_written_records_of_the_real_catalogue_are_checked(catalogue: Catalogue) -> None:
    checked = [record for record in catalogue.records.values() if record.check]
    assert len(checked) >= 100
    for record in checked:
        wrong = [wrong for check in record.check if (wrong := contradiction(catalogue, check))]
        assert bool(wrong) == (record.confidence == "disputed"), (record.id, wrong)


def test_ties_of_a_first_night_are_all_first(catalogue: Catalogue) -> None:
    check = Check(rule="first", artist="huntr-x", show="oscars")  # type: ignore[arg-type]
    assert contradiction(catalogue, check) is None
