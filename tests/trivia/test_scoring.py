"""What answers are worth, who is ahead, and when a game is decided."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.trivia.rounds import SUDDEN_DEATHS, GameOptions, Mode, Rules, Team, Window, moment_of, window
from bot.trivia.scoring import (
    BASE,
    SPEED,
    STREAK_MOST,
    Player,
    contenders,
    is_decided,
    points_for,
    settle,
    standings,
    team_for,
)

PLAIN = GameOptions(seconds=20, rules=Rules(reading=3))
LAST_ONE = GameOptions(mode=Mode.ELIMINATION, rounds=10)
TEAMS = GameOptions(mode=Mode.TEAMS, teams=(Team("A"), Team("B")))
OPEN = Window(1_000_000, 1_023_000)


def at(seconds: float) -> int:
    return OPEN.asked_ms + int(seconds * 1000)


@pytest.mark.parametrize(
    ("seconds", "streak", "points"),
    [(0, 0, 150), (3, 0, 150), (13, 0, 125), (23, 0, 100), (99, 0, 100), (0, 1, 160), (0, 5, 200), (0, 50, 200)],
)
def test_points_are_a_base_and_speed_after_reading_and_a_capped_streak(
    seconds: float, streak: int, points: int
) -> None:
    assert points_for(int(seconds * 1000), PLAIN, streak) == points


@given(st.integers(0, 200_000), st.integers(0, 200_000), st.integers(0, 40))
def test_the_faster_never_gets_less(one: int, other: int, streak: int) -> None:
    fast, slow = sorted((one, other))
    assert points_for(fast, PLAIN, streak) >= points_for(slow, PLAIN, streak) >= BASE
    assert points_for(fast, PLAIN, streak) <= BASE + SPEED + STREAK_MOST


def test_everyone_right_in_the_window_scores_and_a_wrong_answer_ends_a_streak() -> None:
    players = {1: Player(1, points=150, right=1, streak=1), 2: Player(2, points=150, right=1, streak=1)}
    marks, after = settle({1: (at(1), True), 2: (at(2), False), 3: (at(13), True)}, players, PLAIN, OPEN)
    assert {mark.user_id: mark.points for mark in marks} == {1: 160, 2: 0, 3: 125}
    assert [mark.taken_ms for mark in marks] == [1000, 2000, 13_000]
    assert after[1] == Player(1, points=310, right=2, streak=2)
    assert after[2] == Player(2, points=150, right=1, streak=0)
    assert after[3] == Player(3, points=125, right=1, streak=1)


def test_who_did_not_answer_loses_the_streak_and_nothing_else() -> None:
    _, after = settle({}, {1: Player(1, points=150, right=1, streak=1)}, PLAIN, OPEN)
    assert after == {1: Player(1, points=150, right=1, streak=0)}


def test_an_answer_before_the_message_was_seen_is_no_faster_than_at_once() -> None:
    (mark,), _ = settle({1: (at(-5), True)}, {}, PLAIN, OPEN)
    assert (mark.points, mark.taken_ms) == (150, 0)


def test_a_skipped_question_scores_nobody_and_costs_nobody_anything() -> None:
    players = {1: Player(1, lives=2, streak=4), 2: Player(2, lives=2)}
    marks, after = settle({1: (at(1), True)}, players, LAST_ONE, OPEN, skipped=True)
    assert [(mark.points, mark.right) for mark in marks] == [(0, False)]
    assert after == players


def test_in_an_elimination_whoever_does_not_know_what_another_knows_loses_a_life() -> None:
    players = {1: Player(1, lives=3), 2: Player(2, lives=1), 3: Player(3, lives=2), 4: Player(4, lives=0)}
    _, after = settle({1: (at(1), True), 2: (at(1), False)}, players, LAST_ONE, OPEN)
    assert {one.user_id: one.lives for one in after.values()} == {1: 3, 2: 0, 3: 1, 4: 0}
    assert after[2].is_out and contenders(tuple(after.values()), LAST_ONE, 2) == {1, 3}


def test_what_nobody_knows_costs_nobody_a_life() -> None:
    players = {1: Player(1, lives=1), 2: Player(2, lives=1)}
    _, after = settle({1: (at(1), False)}, players, LAST_ONE, OPEN)
    assert {one.lives for one in after.values()} == {1}


@given(st.lists(st.sets(st.integers(1, 6)), min_size=1, max_size=12))
def test_an_elimination_never_loses_everybody(rounds: list[set[int]]) -> None:
    players = {one: Player(one, lives=3) for one in range(1, 7)}
    for number, knowing in enumerate(rounds, 1):
        alive = contenders(tuple(players.values()), LAST_ONE, number) or frozenset()
        _, players = settle({one: (at(1), one in knowing) for one in alive}, players, LAST_ONE, OPEN)
        left = [one for one in players.values() if not one.is_out]
        assert left
        if is_decided(tuple(players.values()), LAST_ONE, number):
            return


def test_ties_share_a_rank_and_the_next_one_is_left_out() -> None:
    players = [Player(1, points=100), Player(2, points=200), Player(3, points=100), Player(4, points=50)]
    assert [(place.rank, place.who) for place in standings(players, PLAIN)] == [(1, 2), (2, 1), (2, 3), (4, 4)]


def test_in_an_elimination_lives_count_before_points() -> None:
    players = [Player(1, lives=1, points=900), Player(2, lives=2, points=100), Player(3, lives=0, points=999)]
    assert [place.who for place in standings(players, LAST_ONE)] == [2, 1, 3]


def test_a_team_counts_its_average() -> None:
    players = [Player(1, team=0, points=100), Player(2, team=0, points=0), Player(3, team=1, points=60)]
    assert [(place.who, place.points) for place in standings(players, TEAMS)] == [(1, 60), (0, 50)]


def test_a_shared_first_place_goes_on_beyond_the_last_round_for_those_alone() -> None:
    players = (Player(1, points=300), Player(2, points=300), Player(3, points=100))
    assert not is_decided(players, PLAIN, PLAIN.rounds - 1) and not is_decided(players, PLAIN, PLAIN.rounds)
    assert contenders(players, PLAIN, PLAIN.rounds) is None
    assert contenders(players, PLAIN, PLAIN.rounds + 1) == {1, 2}
    ahead = (Player(1, points=450), *players[1:])
    assert is_decided(ahead, PLAIN, PLAIN.rounds + 1)
    assert is_decided(players, PLAIN, PLAIN.rounds + SUDDEN_DEATHS), "then they share it"


def test_nobody_fights_for_a_first_place_without_points() -> None:
    assert is_decided((), PLAIN, PLAIN.rounds)
    assert is_decided((Player(1), Player(2)), PLAIN, PLAIN.rounds)


def test_teams_that_share_the_first_place_play_on_with_all_their_members() -> None:
    players = (Player(1, 0, points=100), Player(2, 0, points=100), Player(3, 1, points=100))
    assert contenders(players, TEAMS, TEAMS.rounds + 1) == {1, 2, 3}


def test_whoever_names_no_team_joins_the_smallest() -> None:
    players: list[Player] = []
    for user_id, expected in zip(range(5), itertools.cycle((0, 1)), strict=False):
        assert team_for(players, TEAMS) == expected
        players.append(Player(user_id, team=expected))


def test_a_window_is_time_to_read_and_to_answer_and_moves_as_a_whole() -> None:
    opens = window(PLAIN, 5_000)
    assert (opens.asked_ms, opens.closes_ms) == (5_000, 28_000)
    assert opens.moved_to(7_500) == Window(7_500, 30_500)
    assert opens.takes(28_000) and not opens.takes(28_001)


def test_the_moment_of_an_answer_is_its_interactions_own() -> None:
    assert moment_of(175928847299117063) == 1462015105796  # Discord's own example


def test_every_deck_has_a_name_of_its_own() -> None:
    from bot.trivia.questions import Difficulty, Topic

    kinds = [GameOptions(), GameOptions(topic=Topic(artist="bts")), GameOptions(topic=Topic(show="bts"))]
    kinds += [GameOptions(difficulty=Difficulty.HARD), GameOptions(mode=Mode.TYPED), GameOptions(topic=Topic(era=0))]
    names = [kind.deck for kind in kinds]
    assert len(set(names)) == len(names) and all(len(name) <= 120 for name in names)
    assert GameOptions(mode=Mode.TEAMS).deck == GameOptions().deck, "how it is played changes no deck"
