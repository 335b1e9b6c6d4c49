"""What the buttons of a game do, as values that stand in their custom ids. An answer's own id is answers.py's."""

from bot.ui.queries import Deed


class JoinDeed(Deed, frozen=True, omit_defaults=True):
    """Joins a game that is in its lobby; `team` from 0, -1 for whichever fits."""

    screen = "game-join"

    game: int
    team: int = -1


class LeaveDeed(Deed, frozen=True, omit_defaults=True):
    screen = "game-leave"

    game: int


class BeginDeed(Deed, frozen=True, omit_defaults=True):
    """Waits for nobody else."""

    screen = "game-begin"

    game: int


class TypeDeed(Deed, frozen=True, omit_defaults=True):
    """Opens the form in which an answer is typed."""

    screen = "game-type"

    game: int
    number: int
