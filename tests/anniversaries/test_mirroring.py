"""What leads from what Discord has to what the catalogue tells, one case a line."""

from typing import Any

import pytest
from msgspec.structs import replace

from bot.anniversaries.mirroring import LEASE, MARGIN, Notice, There, What, dropped, is_sure, row_of, steps, told

NOW = 1_000_000
DAY = 86_400
KEY = ("mama", "2026")
NOTICE = Notice("MAMA 2026", NOW + DAY, NOW + 2 * DAY, "Osaka", "…")
MAKING = row_of(1, KEY, NOTICE, at=NOW - LEASE)
MADE = told(MAKING, NOTICE, 7)
OURS = There(7, NOTICE.name, NOTICE.starts_at, ours=True)
BEGUN = replace(NOTICE, starts_at=NOW - 1)
RUNNING = told(MAKING, BEGUN, 7)
OVER = replace(MADE, starts_at=NOW - 2 * DAY, ends_at=NOW)
MOVED = replace(NOTICE, starts_at=NOW + 3 * DAY, ends_at=NOW + 4 * DAY)


@pytest.mark.parametrize(
    ("wanted", "rows", "there", "done"),
    [
        (NOTICE, [], [], [(What.MAKE, None)]),
        (NOTICE, [], [OURS], [(What.MAKE, 7)]),
        (NOTICE, [], [replace(OURS, ours=False)], [(What.MAKE, None)]),
        (replace(NOTICE, starts_at=NOW + MARGIN), [], [], []),
        (BEGUN, [], [], []),
        (NOTICE, [MADE], [OURS], []),
        (replace(NOTICE, place="Tokyo"), [MADE], [OURS], [(What.EDIT, 7)]),
        (MOVED, [MADE], [OURS], [(What.EDIT, 7)]),
        (BEGUN, [MADE], [OURS], [(What.REMOVE, 7)]),
        (None, [MADE], [OURS], [(What.REMOVE, 7)]),
        (NOTICE, [MADE], [], [(What.DROP, None)]),
        (None, [MADE], [], [(What.FORGET, None)]),
        (NOTICE, [MADE], [OURS, replace(OURS, id=9)], [(What.REMOVE, 9)]),
        (NOTICE, [MADE], [OURS, replace(OURS, id=9, ours=False)], []),
        (NOTICE, [MADE], [OURS, replace(OURS, id=9, name="Ours too")], []),
        (BEGUN, [RUNNING], [replace(OURS, starts_at=NOW - 1)], []),
        (replace(BEGUN, place="Tokyo"), [RUNNING], [OURS], []),
        (MOVED, [RUNNING], [OURS], [(What.REMOVE, 7)]),
        (None, [RUNNING], [OURS], [(What.REMOVE, 7)]),
        (NOTICE, [OVER], [OURS], [(What.FORGET, None)]),
        (NOTICE, [replace(MAKING, claimed_at=NOW - LEASE + 1)], [OURS], []),
        (NOTICE, [MAKING], [], [(What.MAKE, None)]),
        (NOTICE, [MAKING], [OURS, replace(OURS, id=9)], [(What.MAKE, 7)]),
        (MOVED, [MAKING], [OURS], [(What.MAKE, 7)]),
        (BEGUN, [MAKING], [OURS], [(What.MAKE, 7)]),
        (BEGUN, [MAKING], [], [(What.FORGET, None)]),
        (None, [MAKING], [OURS], [(What.REMOVE, 7)]),
        (None, [MAKING], [], [(What.FORGET, None)]),
        (NOTICE, [dropped(MADE)], [], []),
        (MOVED, [dropped(MADE)], [], [(What.NOTE, None)]),
        (None, [dropped(MADE)], [], []),
        (None, [dropped(OVER)], [], [(What.FORGET, None)]),
    ],
)
def test_what_is_to_be_done(wanted: Notice | None, rows: Any, there: Any, done: Any) -> None:
    found = steps({} if wanted is None else {KEY: wanted}, rows, there, NOW, on=True)
    assert [(step.what, step.event_id) for step in found] == done


@pytest.mark.parametrize(
    ("rows", "there", "done"),
    [
        ([], [OURS], []),
        ([MADE], [OURS], [(What.REMOVE, 7)]),
        ([MADE], [], [(What.FORGET, None)]),
        ([RUNNING], [OURS], [(What.FORGET, None)]),
        ([MAKING], [OURS], [(What.REMOVE, 7)]),
        ([dropped(MADE)], [], [(What.FORGET, None)]),
    ],
)
def test_switched_off_nothing_is_wanted(rows: Any, there: Any, done: Any) -> None:
    found = steps({KEY: NOTICE}, rows, there, NOW, on=False)
    assert [(step.what, step.event_id) for step in found] == done


def test_only_a_change_of_what_is_seen_needs_no_question() -> None:
    (edit,) = steps({KEY: MOVED}, [MADE], [OURS], NOW, on=True)
    (make,) = steps({KEY: MOVED}, [], [], NOW, on=True)
    assert is_sure(edit) and not is_sure(make)
    assert edit.notice is not None and not steps({KEY: MOVED}, [told(MADE, edit.notice, 7)], [OURS], NOW, on=True)
