"""The table of a game's life, whole: what it allows, and that everything else raises."""

import itertools

import pytest

from bot.trivia.session import TRANSITIONS, IllegalMove, Move, State, after

ALLOWED = {
    ("lobby", "ask"): "asking",
    ("between", "ask"): "asking",
    ("asking", "close"): "revealing",
    ("revealing", "rest"): "between",
    ("lobby", "end"): "ended",
    ("revealing", "end"): "ended",
    ("between", "end"): "ended",
}


@pytest.mark.parametrize(("state", "move"), list(itertools.product(State, Move)))
def test_every_pair_leads_where_it_should_or_raises(state: State, move: Move) -> None:
    expected = ALLOWED.get((state.value, move.value))
    if expected is None:
        with pytest.raises(IllegalMove, match=f"{state} cannot {move}"):
            after(state, move)
    else:
        assert after(state, move) == expected


def test_every_state_is_reached_from_the_lobby_and_every_game_can_end() -> None:
    reached = {State.LOBBY}
    for _ in State:
        reached |= {to for (state, _), to in TRANSITIONS.items() if state in reached}
    assert reached == set(State)
    ending = {State.ENDED}
    for _ in State:
        ending |= {state for (state, _), to in TRANSITIONS.items() if to in ending}
    assert ending == set(State)


def test_an_open_question_is_settled_before_anything_else() -> None:
    assert {move for state, move in TRANSITIONS if state is State.ASKING} == {Move.CLOSE}
    assert not [move for state, move in TRANSITIONS if state is State.ENDED], "nothing brings a game back"
