"""Draws the form in which members tell whoever runs the bot what they think of it, and the thanks."""

from typing import Any

import discord
from discord import ui

from bot.services.feedback import LONGEST_TEXT, KeptThought
from bot.text import Words
from bot.ui.forms import FrozenForm
from bot.ui.layouts import FrozenLayout, draw
from bot.ui.screens import StaleButton

FORM, TEXT = "feedback", "text"


def feedback_form(form_id: int, words: Words) -> FrozenForm:
    """The form; `form_id` tells it from every other: the id of the interaction that opens it."""
    form = FrozenForm(FORM, f"{form_id:x}", words("feedback-title"))
    text = ui.TextInput[Any](
        custom_id=TEXT, style=discord.TextStyle.paragraph, min_length=3, max_length=LONGEST_TEXT, required=True
    )
    form.add_item(ui.Label(text=words("feedback-text"), description=words("feedback-hint"), component=text))
    return form


def form_number(rest: str) -> int:
    """The form's id, from the rest of its custom id. Raises StaleButton for what no form of ours carries."""
    try:
        number = int(rest, 16)
    except ValueError:
        raise StaleButton(rest) from None
    if not 0 <= number < 2**63:  # no id of Discord's
        raise StaleButton(rest)
    return number


def feedback_thanks(kept: KeptThought, words: Words) -> FrozenLayout:
    """Said only once it is stored."""
    return draw(words("feedback-thanks", number=str(kept.id)))
