"""The form in which a time zone is typed: by the name of a city."""

from typing import Any

from discord import ui

from bot.text import Words
from bot.ui.forms import FrozenForm
from bot.ui.queries import Query

FORM, ZONE = "zone", "zone"


def zone_form(here: Query, words: Words, name: str = FORM) -> FrozenForm:
    """The form; whoever takes it is called with the address of `here`, the panel to go back to."""
    form = FrozenForm(name, here.address, words("zone-title"))
    text = ui.TextInput[Any](custom_id=ZONE, min_length=1, max_length=60, placeholder="Asia/Seoul", required=True)
    form.add_item(ui.Label(text=words("zone-label"), description=words("zone-hint"), component=text))
    return form
