"""Draws the form for reporting a fact, reads from a message what the report is about, and draws the thanks."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import discord
from discord import ui

from bot.errors import NotOurs
from bot.services.reports import LONGEST_SOURCE, LONGEST_WHAT, Report
from bot.text import Words
from bot.ui.forms import FrozenForm
from bot.ui.layouts import FrozenLayout, draw
from bot.ui.screens import StaleButton

FORM = "report"
ABOUT, WHAT, SOURCE = "about", "what", "source"
LINES = 25
_GUIDE = re.compile(r"(?:to|see|pick:\w+):(?P<address>.+)")
_MARKDOWN = re.compile(r"^(?:#{1,3}|-#|-|>)\s+|\*\*|\]\(<[^>]*>\)|\[|\\|<t:\d+(?::\w)?>")


class Subject(NamedTuple):
    """What a form is about, as its custom id carries it. `address` may be empty."""

    message_id: int
    form_id: int
    address: str

    def __str__(self) -> str:
        return f"{self.message_id:x}:{self.form_id:x}:{self.address}"

    @classmethod
    def parse(cls, text: str) -> "Subject":
        """Raises StaleButton for what no form of ours carries."""
        try:
            message, form, address = text.split(":", 2)
            found = cls(int(message, 16), int(form, 16), address)
        except ValueError:
            raise StaleButton(text) from None
        if not 0 <= min(found[:2]) <= max(found[:2]) < 2**63:  # no id of Discord's
            raise StaleButton(text)
        return found


def report_form(message: discord.Message, ours: discord.ClientUser | None, form_id: int, words: Words) -> FrozenForm:
    """The form for a message of Laurel's, who is `ours`. Raises NotOurs for anybody else's.

    `form_id` tells this form from every other: the id of the interaction that opens it.
    """
    if ours is None or message.author.id != ours.id:
        raise NotOurs
    room = 100 - len(f"form:{FORM}:{Subject(message.id, form_id, '')}")
    form = FrozenForm(FORM, str(Subject(message.id, form_id, address_of(message, room))), words("report-title"))
    options = [discord.SelectOption(label=line, value=line) for line in lines_of(message)]
    options = options or [discord.SelectOption(label=words("report-whole"), value=words("report-whole"))]
    options[0].default = True
    what = ui.TextInput[Any](
        custom_id=WHAT, style=discord.TextStyle.paragraph, min_length=3, max_length=LONGEST_WHAT, required=True
    )
    source = ui.TextInput[Any](custom_id=SOURCE, max_length=LONGEST_SOURCE, required=False, placeholder="https://…")
    form.add_item(ui.Label(text=words("report-about"), component=ui.Select[Any](custom_id=ABOUT, options=options)))
    form.add_item(ui.Label(text=words("report-what"), description=words("report-what-hint"), component=what))
    form.add_item(ui.Label(text=words("report-source"), description=words("report-source-hint"), component=source))
    return form


def thanks(report: Report, words: Words) -> FrozenLayout:
    """Said only once the report is stored."""
    return draw(words("report-thanks", number=str(report.id)))


def address_of(message: discord.Message, room: int) -> str:
    """The address of the screen a message shows, at most `room` characters: its sources', or its first button's.

    The sources of a page name what it shows without the page's number; too long an address loses its last values.
    """
    found = [match["address"] for part in _parts(message.components) if (match := _GUIDE.fullmatch(_id_of(part)))]
    address = next((one for one in found if one.partition("?")[0].endswith("sources")), next(iter(found), ""))
    while len(address) > room:
        address = address.rpartition("&")[0]
    return address


def lines_of(message: discord.Message) -> list[str]:
    """The first line of each text of a message without its markdown, each once: what can be meant."""
    texts = [str(getattr(part, "content", "")) for part in _parts(message.components)]
    texts = texts or [message.content]
    lines = (line for text in texts for line in text.splitlines() if line.startswith(("#", "**", "- ")))
    plain = (" ".join(_MARKDOWN.sub("", line).split())[:100] for line in lines)
    return [line for line in dict.fromkeys(plain) if line][:LINES]


def _id_of(part: Any) -> str:
    return str(getattr(part, "custom_id", None) or "")


def _parts(components: Any) -> Iterator[Any]:
    for component in components:
        yield component
        yield from _parts(getattr(component, "children", ()))
