"""The rules of ballots by themselves: what counts, what it gives, and that nothing depends on order or history."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ballots.ballot import Category, Nominee, first_id_at, in_time, key_of, made_at, merged
from bot.ballots.hours import typed_instant
from bot.ballots.night import Tally, highlights
from bot.ballots.results import Outcome, Result, current, fallen, moves, not_nominated, risen, winners_of
from bot.ballots.scoring import Place, Scores, Scoring, Sheet, added, points_for, score, sheet_of, standings

CATEGORIES = [("daesang", True), ("song", False), ("rookie", False)]
KEYS = "abcd"

picks = st.dictionaries(
    st.tuples(st.integers(1, 12), st.sampled_from([name for name, _ in CATEGORIES])), st.sampled_from(KEYS)
).map(lambda found: [(user, category, key) for (user, category), key in found.items()])
entries = st.lists(
    st.tuples(
        st.sampled_from([name for name, _ in CATEGORIES]),
        st.sampled_from(list(Outcome)),
        st.frozensets(st.sampled_from([*KEYS, "@stranger"]), min_size=1, max_size=3),
    ),
    max_size=12,
)


def results_of(rows: list[tuple[str, Outcome, frozenset[str]]]) -> list[Result]:
    """As a book would number them."""
    found: list[Result] = []
    for number, (category, outcome, winners) in enumerate(rows, 1):
        revision = 1 + sum(one.category == category for one in found)
        kept = tuple(sorted(winners)) if outcome is Outcome.WON else ()
        found.append(Result(number, category, revision, outcome, kept, "", 1, number))
    return found


def told(scores: Scores) -> dict[int, tuple[int, int]]:
    return {
        who: (points, right) for who, points, right in zip(scores.members, scores.points, scores.right, strict=True)
    }


def sheet(rows: list[tuple[int, str, str]], categories: list[tuple[str, bool]] = CATEGORIES) -> Sheet:
    """Of who picked what in which category."""
    return sheet_of(((category, key, (user,)) for user, category, key in rows), categories)


def naive(rows: list[tuple[int, str, str]], winners: dict[str, frozenset[str]], scoring: Scoring) -> dict[int, int]:
    """The same rules written the slow way."""
    points = {user: 0 for user, _, _ in rows}
    for category, grand in CATEGORIES:
        here = [(user, key) for user, name, key in rows if name == category]
        lucky = [user for user, key in here if key in winners.get(category, ())]
        for user in lucky:
            gain = {Scoring.FLAT: 1, Scoring.WEIGHTED: 3 if grand else 1}.get(scoring)
            points[user] += gain if gain is not None else min(5, max(1, len(here) // len(lucky)))
    return points


@settings(max_examples=60, deadline=None)
@given(picks, entries, st.sampled_from(list(Scoring)), st.randoms(use_true_random=False))
def test_scores_come_from_picks_and_the_latest_results_alone(rows, history, scoring, dice) -> None:  # type: ignore[no-untyped-def]
    """However many corrections there were, and in whatever order picks, categories and entries are read."""
    results = results_of(history)
    winners = winners_of(results)
    once = told(score(sheet(rows, CATEGORIES), winners, scoring))
    assert {user: points for user, (points, _) in once.items()} == naive(rows, winners, scoring)
    shuffled, entered, order = list(rows), list(results), list(CATEGORIES)
    for one in (shuffled, entered, order):
        dice.shuffle(one)
    again = score(sheet(shuffled, order), winners_of(entered), scoring)
    assert told(again) == once
    latest = [one for one in current(results).values() if one.outcome is Outcome.WON]
    fresh = [(one.category, Outcome.WON, frozenset(one.winners)) for one in latest]
    assert told(score(sheet(rows, CATEGORIES), winners_of(results_of(fresh)), scoring)) == once
    names = {key: f"new-{key}" for key in KEYS}
    renamed = [(user, category, names[key]) for user, category, key in rows]
    under = {category: frozenset(names.get(key, key) for key in keys) for category, keys in winners.items()}
    assert told(score(sheet(renamed, CATEGORIES), under, scoring)) == once, "nobody is favoured by a name"


@settings(max_examples=40, deadline=None)
@given(picks, entries)
def test_moves_are_exactly_what_differs_and_both_lists_are_of_them(rows, history) -> None:  # type: ignore[no-untyped-def]
    results = results_of(history)
    full = sheet(rows, CATEGORIES)
    before = standings(score(full, winners_of(results[:-1]), Scoring.FLAT))
    after = standings(score(full, winners_of(results), Scoring.FLAT))
    changed = moves(before, after)
    assert {move.user_id for move in changed} == {place.user_id for place in set(after) - set(before)}
    up, down = {move.user_id for move in risen(changed, 99)}, {move.user_id for move in fallen(changed, 99)}
    assert up.isdisjoint(down)
    for move in changed:
        assert move.before is not None, "everybody had a place before"
        better = (move.after.rank, -move.after.points) < (move.before.rank, -move.before.points)
        assert (move.user_id in up) == better


def test_the_example_of_the_rules_holds() -> None:
    assert points_for(Scoring.RARITY, grand=False, guessed=20, right=4) == 5
    assert points_for(Scoring.RARITY, grand=False, guessed=20, right=15) == 1
    assert points_for(Scoring.RARITY, grand=True, guessed=1_000, right=1) == 5, "bounded"
    assert points_for(Scoring.RARITY, grand=True, guessed=3, right=0) == 0
    assert [points_for(Scoring.WEIGHTED, grand=grand, guessed=9, right=1) for grand in (True, False)] == [3, 1]


def test_a_shared_prize_counts_for_every_winner_and_a_void_category_for_nobody() -> None:
    full = sheet([(1, "song", "a"), (2, "song", "b"), (3, "song", "c")], CATEGORIES)
    shared = results_of([("song", Outcome.WON, frozenset("ab"))])
    assert told(score(full, winners_of(shared), Scoring.FLAT)) == {1: (1, 1), 2: (1, 1), 3: (0, 0)}
    void = results_of([("song", Outcome.WON, frozenset("ab")), ("song", Outcome.VOID, frozenset("a"))])
    assert told(score(full, winners_of(void), Scoring.FLAT)) == {1: (0, 0), 2: (0, 0), 3: (0, 0)}


def test_equals_share_a_place() -> None:
    places = standings(Scores((9, 4, 7, 1), (2, 3, 2, 0), (2, 2, 2, 0)))
    assert [(place.rank, place.user_id) for place in places] == [(1, 4), (2, 7), (2, 9), (4, 1)]


def test_a_season_adds_ballots_up() -> None:
    first, second = Scores((1, 2), (3, 1), (1, 1)), Scores((2, 3), (4, 0), (2, 0))
    assert told(added([first, second])) == {1: (3, 1), 2: (5, 3), 3: (0, 0)}
    assert told(added([second, first])) == told(added([first, second]))


def test_the_lock_is_decided_by_the_snowflake_to_the_millisecond() -> None:
    lock = 1_795_000_000
    last, first = first_id_at(lock) - 1, first_id_at(lock)
    assert in_time(last, lock) and not in_time(first, lock) and in_time(first, None)
    assert made_at(first) == lock and lock - 0.001 <= made_at(last) < lock


def nominee(name: str, **more: str) -> Nominee:
    return Nominee(key_of([name], more.get("work"), more.get("credit")), (name,), more.get("work"), more.get("credit"))


def test_changed_facts_leave_every_place_where_it_was() -> None:
    a, b, c = nominee("a"), nominee("b"), nominee("c", work="Song")
    kept = (Category("song", "Song", False, (a, b)), Category("gone", "Gone", True, (a, b)))
    now = (Category("new", "New", False, (a, c)), Category("song", "Best Song", True, (c, b)))
    fresh = merged(kept, now)
    assert [one.id for one in fresh] == ["song", "gone", "new"]
    assert (fresh[0].name, fresh[0].grand) == ("Best Song", True)
    assert [(one.key, one.withdrawn) for one in fresh[0].nominees] == [(a.key, True), (b.key, False), (c.key, False)]
    assert fresh[1] == kept[1] and merged(fresh, now) == fresh, "a second time changes nothing"
    assert not merged(fresh, (Category("song", "Song", False, (a, b, c)),))[0].nominees[0].withdrawn, "back again"
    assert merged(kept, (Category("song", "Song"),))[0] == kept[0], "a list that is gone withdraws nobody"


def test_a_key_is_of_who_and_what_and_of_no_order() -> None:
    assert key_of(["a", "b"], None, None) == key_of(["b", "a"], None, None)
    assert (
        len({key_of(["a"], None, None), key_of(["a"], "a", None), key_of(["a"], None, "a"), key_of([], "a", None)}) == 4
    )


def test_who_was_not_nominated_is_known() -> None:
    category = Category("song", "Song", False, (nominee("a"), nominee("b")))
    assert not_nominated(category, (category.nominees[0].key, "@x", "=Somebody")) == ("@x", "=Somebody")


def test_what_stands_out_in_a_night() -> None:
    tallies = [
        Tally("clear", {"a": 9, "b": 1}), Tally("even", {"a": 3, "b": 3, "c": 4}), Tally("few", {"a": 1, "b": 1}),
    ]  # fmt: skip
    winners = {"clear": frozenset("b"), "even": frozenset("c"), "few": frozenset("a")}
    places = [Place(1, 7, 4, 2), Place(1, 8, 4, 2), Place(3, 9, 0, 0)]
    found = highlights(tallies, winners, places)
    assert found.upset is tallies[0] and found.upset.share("b") == Fraction(1, 10)
    assert [place.user_id for place in found.best] == [7, 8] and found.split is tallies[1]
    calm = highlights(tallies[:1], {"clear": frozenset("a")}, [Place(1, 9, 0, 0)])
    assert calm.upset is None and calm.best == ()
    assert highlights([], {}, []) == highlights([Tally("few", {"a": 1})], {}, [])


SEOUL_EVENING = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)  # 21:00 in Seoul


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("22:30", 1.5), ("18:00", 21), ("2h", 2), ("in 30 min", 0.5), ("30분 뒤", 0.5), ("2시간", 2), ("3d", 72),
        ("12-05 18:00", 285), ("5 December 18:00", 285), ("12월 5일 18:00", 285), ("2026-12-05T18:00", 285),
        ("<t:1795435200:F>", None), ("1-2 18:00", 957), ("tomorrow 21:00", 24),
    ],
)  # fmt: skip
def test_hours_as_people_type_them(text: str, hours: float | None) -> None:
    at = typed_instant(text, SEOUL_EVENING, "Asia/Seoul")
    assert at == (1_795_435_200 if hours is None else int(SEOUL_EVENING.timestamp() + hours * 3_600))


@pytest.mark.parametrize(
    "text", ["", "soon", "25:00", "12:60", "9" * 100, "@everyone", "2 fortnights", "🕐", "31-31 18:00"]
)
def test_what_is_no_hour(text: str) -> None:
    with pytest.raises(ValueError):
        typed_instant(text, SEOUL_EVENING, "Asia/Seoul")
