"""Takes votes by button and select, and acknowledges each privately once it is stored.

Their ids are of a kind of their own, found by their beginning: hundreds vote within a second, and to rebuild each
message's view first, as discord.py does for DynamicItems, would cost more than to store the vote.
"""

import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import discord
from cachetools import LRUCache

from bot.errors import UserError
from bot.services.polls.desk import Polls
from bot.services.polls.rounds import Board
from bot.storage.poll_votes import Voted
from bot.text import Words
from bot.ui.layouts import FrozenLayout
from bot.ui.polls.pages import kept_page
from bot.ui.polls.panels import VOTE
from bot.ui.reader import words_for
from bot.ui.reply import answer, in_time
from bot.ui.screens import Screens, StaleButton

REMEMBERED = 1_024
_ID = re.compile(rf"{VOTE}(?P<poll>\d{{1,18}}):(?P<answer>\d{{1,3}}|s\d)")
Asking = discord.Interaction[Any]


class Votes:
    """Every way to vote in a hidden poll; a bracket's heats are deeds.py's."""

    def __init__(
        self, polls: Polls, board: Board, screens: Screens, on_error: Callable[[Asking, Exception], Awaitable[None]]
    ) -> None:
        """`on_error` is the one handler of what is not a member's own mistake."""
        self._polls, self._board, self._screens, self._on_error = polls, board, screens, on_error
        self._drawn: LRUCache[tuple[Any, ...], FrozenLayout] = LRUCache(REMEMBERED)

    async def press(self, interaction: Asking) -> None:
        """Takes a press that is a vote; others are left to others."""
        data: dict[str, Any] = dict(interaction.data or {})
        custom_id = str(data.get("custom_id", ""))
        if interaction.type is not discord.InteractionType.component or not custom_id.startswith(VOTE):
            return
        try:
            await self._take(interaction, *_meant(custom_id, data.get("values", ())))
        except UserError as error:
            await self._screens.apologise(interaction, error)
        except Exception as error:
            await self._on_error(interaction, error)

    async def _take(self, interaction: Asking, poll_id: int, chosen: int) -> None:
        work = self._polls.vote(interaction.guild_id, poll_id, chosen, **who(interaction))
        voted = await in_time(interaction, work, update=True)
        self._board.stir(voted.poll)
        await answer(interaction, self._page(voted, chosen, await words_for(interaction)))

    def _page(self, voted: Voted, chosen: int, words: Words) -> FrozenLayout:
        key = (words.locale, voted.poll.id, voted.poll.closes_at, chosen, voted.before)
        page = self._drawn.get(key)
        if page is None:
            page = self._drawn[key] = kept_page(voted, chosen, words)
        return page


def _meant(custom_id: str, values: Sequence[str]) -> tuple[int, int]:
    """The poll and the answer; a select says the answer by its value. Raises StaleButton."""
    found = _ID.fullmatch(custom_id)
    chosen = "" if found is None else found["answer"]
    if chosen.startswith("s"):
        chosen = values[0] if values else ""
    if found is None or not chosen.isdecimal():
        raise StaleButton(custom_id)
    return int(found["poll"]), int(chosen)


def who(interaction: Asking) -> dict[str, Any]:
    """Who acts, by which interaction, and when: as Discord stamped it, not when it reached us."""
    at = interaction.created_at.timestamp()
    return {"user_id": interaction.user.id, "act_id": interaction.id, "at": at}
