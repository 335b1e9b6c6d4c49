"""Shows games in their channels: the Host of services/trivia/master.py. What is due, and when, it is told."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.clock import Clock
from bot.errors import SendFault
from bot.services.languages import Languages
from bot.services.lookup import Lookup
from bot.services.members import Members
from bot.services.trivia.games import Games
from bot.services.trivia.table import Table
from bot.text import Words
from bot.trivia.rounds import LOBBY_MS
from bot.trivia.session import State
from bot.ui.debounce import Debounce
from bot.ui.layouts import FrozenLayout
from bot.ui.messenger import Messenger
from bot.ui.trivia.pages import end_page, lobby_over_page, lobby_page, question_page, reveal_page
from bot.ui.trivia.texts import SHOWN
from bot.ui.trivia.topics import topic_name


class _Services(Protocol):
    @property
    def games(self) -> Games: ...

    @property
    def members(self) -> Members: ...

    @property
    def languages(self) -> Languages: ...

    @property
    def lookup(self) -> Lookup: ...

    @property
    def clock(self) -> Clock: ...


class Announcer:
    """Speaks in a server's own language; a question's text stands there in both."""

    def __init__(
        self, services: _Services, messenger: Messenger, debounce: Debounce, turn: Callable[[], Awaitable[None]]
    ) -> None:
        """`turn` returns when one may post: of a hundred games that are due at once, Discord takes fifty a second."""
        self._services = services
        self._messenger, self._debounce, self._turn = messenger, debounce, turn

    async def lobby(self, table: Table) -> int:
        return await self._send(table, await self._lobby_page(table), "l")

    async def begin(self, table: Table) -> None:
        assert table.game.message_id is not None
        hidden, words = await self._hidden(table), await self._words(table)
        await self._edit_if_there(table, table.game.message_id, lobby_over_page(table, hidden, words))

    async def ask(self, table: Table) -> int:
        page = question_page(table, await self._hidden(table), await self._words(table))
        return await self._send(table, page, f"q{table.number}")

    async def redraw(self, table: Table) -> None:
        assert table.posted is not None
        page = question_page(table, await self._hidden(table), await self._words(table))
        await self._edit_if_there(table, table.posted, page)

    async def reveal(self, table: Table) -> None:
        page = reveal_page(table, await self._hidden(table), await self._words(table))
        if table.posted is None:
            return
        if not await self._edit_if_there(table, table.posted, page):  # somebody deleted the question: say it anew
            await self._send(table, page, f"r{table.number}")

    async def end(self, table: Table) -> None:
        page = end_page(table, await self._hidden(table), await self._words(table))
        await self._send(table, page, "e")

    def redraw_lobby(self, table: Table) -> None:
        """Has the lobby drawn anew, soon: many may join at once."""
        message_id, game_id = table.game.message_id, table.game.id
        if message_id is None:
            return

        async def redraw() -> None:
            now = await self._services.games.table(game_id)
            if now is not None and now.state is State.LOBBY:
                await self._edit_if_there(now, message_id, await self._lobby_page(now))

        self._debounce.ask(message_id, redraw)

    async def _lobby_page(self, table: Table) -> FrozenLayout:
        words = await self._words(table)
        topic = topic_name(table.options.topic, self._services.lookup, words)
        ends = table.game.due_ms if table.game.message_id is not None else None
        now_ms = int(self._services.clock.now().timestamp() * 1000)
        return lobby_page(table, topic, await self._hidden(table), words, (ends or now_ms + LOBBY_MS) // 1000)

    async def _send(self, table: Table, page: FrozenLayout, what: str) -> int:
        await self._turn()
        return await self._messenger.send(table.game.channel_id, page, nonce=_nonce(table, what))

    async def _edit_if_there(self, table: Table, message_id: int, page: FrozenLayout) -> bool:
        """Draws a message anew; False when it was deleted, which a game survives."""
        await self._turn()
        try:
            await self._messenger.edit(table.game.channel_id, message_id, page)
        except SendFault as fault:
            if fault.why is not SendFault.Why.GONE:
                raise
            return False
        return True

    async def _words(self, table: Table) -> Words:
        return await self._services.languages.of_guild(table.game.guild_id)

    async def _hidden(self, table: Table) -> frozenset[int]:
        """Who of those that a page may name chose not to stand on boards."""
        best = sorted(table.answers, key=lambda one: (-(one.points or 0), one.press_id))[:SHOWN]
        named = {one.user_id for one in best} | {one.who for one in table.standings[:SHOWN]}
        named |= set(sorted(table.may_answer or ())[:SHOWN]) if table.beyond else set()
        if len(table.players) <= 2 * SHOWN or table.state is State.LOBBY:
            named |= set(list(table.players)[: 2 * SHOWN])
        named |= {one.user_id for one in sorted(table.players.values(), key=lambda one: -one.points)[:SHOWN]}
        return frozenset([one for one in named if not (await self._services.members.of(one)).on_boards])


def _nonce(table: Table, what: str) -> str:
    """The same for the same message of a game, in every channel another: at most 25 characters."""
    return f"{table.game.channel_id % 16**8:x}.{table.game.id:x}.{what}"[:25]
