"""A question with its options as buttons, and what became of the answer: what daily and solo show alike."""

from collections.abc import Callable
from typing import Any

from discord import ui

from bot.text import Words
from bot.trivia.questions import Question
from bot.ui.layouts import Item
from bot.ui.markdown import plain
from bot.ui.queries import Deed, Query
from bot.ui.screens import deed_button, turn_button
from bot.ui.trivia.texts import LETTERS, source_links

A_ROW = 3  # long names want room; four stand two and two
Choose = Callable[[int], Query]


def asked(question: Question, heading: str, words: Words) -> str:
    """The question in words, with its options by their letters."""
    options = [
        f"**{letter}** {plain(option.text.of(words.locale))}"
        for letter, option in zip(LETTERS, question.options, strict=False)
    ]
    return "\n".join([f"**{heading}**", plain(question.prompt.of(words.locale)), *options])


def choices(question: Question, choose: Choose, words: Words) -> list[list[Item]]:
    """A button for each option, which does a deed or turns the page, as `choose` says of its number."""
    buttons: list[ui.Button[Any]] = []
    for number, (letter, option) in enumerate(zip(LETTERS, question.options, strict=False)):
        chosen = choose(number)
        button = deed_button if isinstance(chosen, Deed) else turn_button
        buttons.append(button(f"{letter} · {option.text.of(words.locale)}", chosen))
    width = 2 if len(buttons) == 4 else A_ROW
    return [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]


def told(question: Question, pick: int, words: Words) -> str:
    """What was asked, whether the answer was right, what is, the fact, and where it comes from."""
    key = "choice-was-right" if pick == question.right else "choice-was-wrong"
    right = f"{LETTERS[question.right]} · {plain(question.answer.of(words.locale))}"
    chosen = question.options[pick].text.of(words.locale) if 0 <= pick < len(question.options) else ""
    verdict = words(key, right=right, chosen=plain(chosen))
    lines = [f"-# {plain(question.prompt.of(words.locale))}", verdict, plain(question.after.of(words.locale))]
    if question.sources:
        lines.append(f"-# {words('trivia-source')} {source_links(question)}")
    return "\n".join(lines)
