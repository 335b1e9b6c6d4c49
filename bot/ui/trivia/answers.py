"""Takes answers, by button, form and command, and acknowledges each privately once it is stored.

An answer's button has an id of its own kind, found by its beginning: hundreds arrive within a second, and to rebuild
each message's view first, as discord.py does for DynamicItems, would cost more than to store the answer.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, cast

import discord
from cachetools import LRUCache
from discord import ui

from bot.errors import Refused, UserError
from bot.services.trivia.desk import LONGEST_ANSWER, Receipt
from bot.services.trivia.games import Games
from bot.text import Words
from bot.ui.forms import FrozenForm, Values
from bot.ui.layouts import FrozenLayout, draw
from bot.ui.markdown import plain
from bot.ui.reader import words_for
from bot.ui.reply import PATIENCE, answer, in_time
from bot.ui.screens import Screens, StaleButton
from bot.ui.trivia.deeds import TypeDeed
from bot.ui.trivia.pages import ANSWER, typed_line
from bot.ui.trivia.texts import option_line

FORM, TEXT = "guess", "answer"
REMEMBERED = 2_048
_ID = re.compile(rf"{ANSWER}(\d{{1,18}}):(\d{{1,4}}):(\d)")
_REST = re.compile(r"(\d{1,18}):(\d{1,4})")
Asking = discord.Interaction[Any]


class Answers:
    """Every way to answer a question of a game."""

    def __init__(
        self, games: Games, screens: Screens, on_error: Callable[[Asking, Exception], Awaitable[None]]
    ) -> None:
        """`on_error` is the one handler of what is not a member's own mistake."""
        self._games, self._screens, self._on_error = games, screens, on_error
        self._drawn: LRUCache[tuple[Any, ...], FrozenLayout] = LRUCache(REMEMBERED)

    async def press(self, interaction: Asking) -> None:
        """Takes the press of any button; those that are no answers are left to others."""
        data = cast(dict[str, Any], interaction.data or {})
        custom_id = str(data.get("custom_id", ""))
        if interaction.type is not discord.InteractionType.component or not custom_id.startswith(ANSWER):
            return
        try:
            found = _ID.fullmatch(custom_id)
            if found is None:
                raise StaleButton(custom_id)
            game, number, choice = map(int, found.groups())
            await self._take(interaction, game, number, choice=choice)
        except UserError as error:
            await self._screens.apologise(interaction, error)
        except Exception as error:
            await self._on_error(interaction, error)

    async def guess(self, interaction: Asking, text: str) -> None:
        """Takes what was typed after /guess. Raises Refused."""
        games, typed = self._games, tidy(text)
        channel = interaction.channel_id or 0
        work = games.guess(channel, interaction.user.id, interaction.id, typed)
        await self._acknowledge(interaction, await in_time(interaction, work))

    async def open_form(self, deed: TypeDeed, interaction: Asking, _: tuple[str, ...]) -> None:
        """Opens the form in which an answer is typed."""
        words = await words_for(interaction)
        form = FrozenForm(FORM, f"{deed.game}:{deed.number}", words("trivia-type-title"))
        text = ui.TextInput[Any](custom_id=TEXT, min_length=1, max_length=LONGEST_ANSWER, required=True)
        form.add_item(ui.Label(text=words("trivia-type-label"), description=words("trivia-type-hint"), component=text))
        await interaction.response.send_modal(form)

    async def submit(self, interaction: Asking, rest: str, values: Values) -> None:
        """Takes what was typed in the form."""
        found = _REST.fullmatch(rest)
        if found is None:
            raise StaleButton(rest)
        await self._take(interaction, int(found[1]), int(found[2]), text=tidy(values.get(TEXT, "")))

    async def _take(self, interaction: Asking, game: int, number: int, **given: Any) -> None:
        work = self._games.answer(game, number, interaction.user.id, interaction.id, **given)
        await self._acknowledge(interaction, await _soon(interaction, work))

    async def _acknowledge(self, interaction: Asking, receipt: Receipt) -> None:
        words = await words_for(interaction)
        text = receipt.text
        key = (words.locale, receipt.question.id, receipt.choice, text, receipt.changed, receipt.again, receipt.team)
        page = self._drawn.get(key)
        if page is None:
            page = self._drawn[key] = receipt_page(receipt, words)
        await answer(interaction, page)


async def _soon(interaction: Asking, work: Coroutine[Any, Any, Receipt]) -> Receipt:
    """`in_time` for the one thing that hundreds do at once: it makes no task, unless the database is slow."""
    promising: list[asyncio.Task[None]] = []
    loop = asyncio.get_running_loop()

    def promise() -> None:
        promising.append(loop.create_task(_promise(interaction)))

    timer = loop.call_later(PATIENCE, promise)
    try:
        return await work
    finally:
        timer.cancel()
        for task in promising:
            await task


async def _promise(interaction: Asking) -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)


def tidy(text: str) -> str:
    """What was typed, on one line. Raises Refused for nothing."""
    flat = " ".join(text.split())[:LONGEST_ANSWER]
    if not flat:
        raise Refused("guess-empty")
    return flat


def receipt_page(receipt: Receipt, words: Words) -> FrozenLayout:
    """What is stored of a member's answer, said to them alone, and not whether it is right."""
    if receipt.choice is not None:
        said = option_line(receipt.question, receipt.choice, words)
    else:
        said = f"**{typed_line(receipt.text or '')}**"
    key = "trivia-kept-again" if receipt.again else "trivia-kept-changed" if receipt.changed else "trivia-kept"
    team = words("trivia-your-team", team=plain(receipt.team)) if receipt.team else ""
    return draw("\n".join(filter(None, (words(key, answer=said), team))))
