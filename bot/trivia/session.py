"""The life of a game as a table: which states there are, and what leads from one to the next. Anything else raises.

    lobby ──ask──▶ asking ──close──▶ revealing ──rest──▶ between ──ask──▶ asking …
    lobby, revealing, between ──end──▶ ended

A question that was asked is always closed, and so settled, before its game ends: no answer is left uncounted.
"""

from collections.abc import Mapping
from enum import StrEnum


class State(StrEnum):
    """Where a game stands."""

    LOBBY = "lobby"  # players join
    ASKING = "asking"  # a question is open
    REVEALING = "revealing"  # it is settled, and its answer is about to be told
    BETWEEN = "between"  # it was told; the next one follows
    ENDED = "ended"


class Move(StrEnum):
    """What happens to a game."""

    ASK = "ask"
    CLOSE = "close"
    REST = "rest"
    END = "end"


class Why(StrEnum):
    """How a game ended."""

    DONE = "done"  # every round was played, or one player is left
    STOPPED = "stopped"
    IDLE = "idle"  # nobody answered any more
    ALONE = "alone"  # too few joined
    LATE = "late"  # Laurel was away for too long
    FAULT = "fault"  # the channel took no message


class IllegalMove(Exception):
    """A game cannot do that from where it stands: a bug, and nothing a player can cause."""

    def __init__(self, state: State, move: Move) -> None:
        super().__init__(f"a game that is {state} cannot {move}")


TRANSITIONS: Mapping[tuple[State, Move], State] = {
    (State.LOBBY, Move.ASK): State.ASKING,
    (State.BETWEEN, Move.ASK): State.ASKING,
    (State.ASKING, Move.CLOSE): State.REVEALING,
    (State.REVEALING, Move.REST): State.BETWEEN,
    (State.LOBBY, Move.END): State.ENDED,
    (State.REVEALING, Move.END): State.ENDED,
    (State.BETWEEN, Move.END): State.ENDED,
}


def after(state: State, move: Move) -> State:
    """The state that `move` leads to. Raises IllegalMove."""
    try:
        return TRANSITIONS[state, move]
    except KeyError:
        raise IllegalMove(state, move) from None
