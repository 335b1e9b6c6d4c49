"""How hard a question is once it has been played: what was thought before counts until enough have answered. Pure."""

from bot.trivia.questions import Difficulty

ENOUGH = 20  # answers before play has a say
PRIOR = 20  # answers that what was thought before weighs as much as
EXPECTED = {Difficulty.EASY: 0.8, Difficulty.MEDIUM: 0.55, Difficulty.HARD: 0.3}  # shares of right answers
EASY_FROM, HARD_BELOW = 0.7, 0.4
MARGIN = 0.03  # who stands at a border stays where they are: no question goes to and fro with each answer


def share(base: Difficulty, asked: int, right: int) -> float:
    """The share of right answers to expect, 0 to 1: the mean of a Beta distribution whose prior is `base`'s."""
    return (EXPECTED[base] * PRIOR + min(max(right, 0), asked)) / (PRIOR + asked) if asked > 0 else EXPECTED[base]


def learned(base: Difficulty, asked: int, right: int) -> Difficulty:
    """How hard a question of the difficulty `base` proves to be, after `asked` answers of which `right` were right."""
    if asked < ENOUGH:
        return base
    expected = share(base, asked, right)
    easy_from = EASY_FROM + (-MARGIN if base is Difficulty.EASY else MARGIN)
    hard_below = HARD_BELOW + (MARGIN if base is Difficulty.HARD else -MARGIN)
    if expected >= easy_from:
        return Difficulty.EASY
    return Difficulty.HARD if expected < hard_below else Difficulty.MEDIUM
