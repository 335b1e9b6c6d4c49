"""Draws what a server decided about its quizzes."""

from bot.text import Words
from bot.trivia.rounds import Rules
from bot.ui.layouts import FrozenLayout, draw


def rules_page(rules: Rules, words: Words) -> FrozenLayout:
    lines = [
        words("trivia-rules-reading", reading=rules.reading),
        words("trivia-rules-changes-yes" if rules.changes else "trivia-rules-changes-no"),
        words("trivia-rules-humans", humans=rules.humans),
    ]
    listed = "\n".join(f"- {line}" for line in lines)
    return draw(f"## {words('trivia-rules-title')}\n{listed}", footer=words("trivia-rules-from-now"))
