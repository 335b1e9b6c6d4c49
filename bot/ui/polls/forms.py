"""The forms of polls: a question with its answers, a debate's stances, a bracket's entrants, a reason."""

from typing import Any, NamedTuple

import discord
from discord import ui

from bot.ballots.answers import LONGEST, LONGEST_QUESTION
from bot.services.polls.desk import LONGEST_REASON
from bot.text import Words
from bot.ui.forms import FrozenForm
from bot.ui.screens import StaleButton

ASK, WHY = "poll-ask", "poll-why"
QUESTION, ANSWERS, STANCE, REASON, SHOWN = "question", "answers", "stance", "why", "shown"
LONGEST_ANSWERS = 3_000
YES = "yes"
_STYLES = {"n": "native", "h": "hidden", "-": None}
_RESULTS = {"l": "live", "a": "after", "-": None}
_KINDS = {"c": "custom", "d": "debate", "b": "bracket"}


class Asked(NamedTuple):
    """What a form is for, as its custom id carries it; `lot` is whether entrants are seeded by lot."""

    kind: str
    style: str | None
    results: str | None
    hours: int
    channel_id: int
    lot: bool = True

    def __str__(self) -> str:
        style, results = (str(value or "-")[0] for value in (self.style, self.results))
        return f"{self.kind[0]}{style}{results}{int(self.lot)}:{self.hours}:{self.channel_id:x}"

    @classmethod
    def parse(cls, text: str) -> "Asked":
        """Raises StaleButton for what no form of ours carries."""
        try:
            how, hours, channel = text.split(":")
            kind, style, results, lot = list(how)
            found = cls(_KINDS[kind], _STYLES[style], _RESULTS[results], int(hours), int(channel, 16), lot == "1")
        except (ValueError, KeyError):
            raise StaleButton(text) from None
        if not (1 <= found.hours <= 768 and 0 < found.channel_id < 2**63):
            raise StaleButton(text)
        return found


def ask_form(asked: Asked, words: Words, entrants: str = "") -> FrozenForm:
    """The form in which a poll is written."""
    form = FrozenForm(ASK, str(asked), words(f"poll-form-{asked.kind}")[:45])
    question = ui.TextInput[Any](custom_id=QUESTION, max_length=LONGEST_QUESTION)
    form.add_item(_label(f"poll-form-{asked.kind}-question", question, words))
    if asked.kind == "debate":
        for number in range(1, 4):
            stance = ui.TextInput[Any](custom_id=f"{STANCE}{number}", max_length=LONGEST, required=number < 3)
            text = words("poll-form-stance", number=number)
            form.add_item(ui.Label(text=text[:45], component=stance))
        return form
    answers = ui.TextInput[Any](
        custom_id=ANSWERS,
        style=discord.TextStyle.paragraph,
        max_length=LONGEST_ANSWERS,
        default=entrants[:LONGEST_ANSWERS] or None,
    )
    form.add_item(_label(f"poll-form-{asked.kind}-answers", answers, words))
    return form


def reason_form(poll_id: int, words: Words) -> FrozenForm:
    """The form for why somebody chose as they did; shown to others only if its writer agrees."""
    form = FrozenForm(WHY, str(poll_id), words("poll-form-why")[:45])
    reason = ui.TextInput[Any](
        custom_id=REASON, style=discord.TextStyle.paragraph, max_length=LONGEST_REASON, required=False
    )
    option = discord.CheckboxGroupOption(label=words("poll-form-agree")[:100], value=YES)
    agreed = ui.CheckboxGroup[Any](custom_id=SHOWN, required=False, min_values=0, max_values=1, options=[option])
    form.add_item(_label("poll-form-reason", reason, words))
    form.add_item(_label("poll-form-shown", agreed, words))
    return form


def _label(key: str, component: ui.Item[Any], words: Words) -> ui.Label[Any]:
    return ui.Label(text=words(key)[:45], description=words(f"{key}-hint")[:100], component=component)
