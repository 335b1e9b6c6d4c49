"""Leads games from step to step: whatever is due by the Clock is done, and a game that was left is taken up again.

Each step is stored before it is shown, so that one that was not shown, or half, is shown again. It knows no Discord.
"""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import Protocol
from weakref import WeakValueDictionary

import msgspec

from bot.clock import Clock
from bot.errors import Refused, SendFault, StorageTrouble
from bot.services.failures import Failures
from bot.services.failures import Why as Failed
from bot.services.trivia.desk import Desk
from bot.services.trivia.questions import Questions
from bot.services.trivia.settling import Settling
from bot.services.trivia.table import Table, table_of
from bot.storage.games import GameBook, GameRow, RoundRow
from bot.trivia.rounds import (
    FORGOTTEN_MS,
    GRACE_MS,
    IDLE_ROUNDS,
    LOBBY_MS,
    PAUSE_MS,
    Window,
    moment_of,
    typed_here,
    window,
)
from bot.trivia.scoring import is_decided
from bot.trivia.session import Move, State, Why, after

log = logging.getLogger(__name__)
MOST_TRIES = 6
KEPT_SECONDS = 7 * 86_400  # after its end a game is told of by boards alone
TIDY_MS = 3_600_000
REDRAWN_MS = 2_000  # a countdown that is further off is drawn anew
FEWEST_JOINED = 2


class Host(Protocol):
    """Who shows a game to its players. Every method raises SendFault; what was shown before may be shown again."""

    async def ask(self, table: Table) -> int:
        """Posts the question and returns the message's id: the same one, when it was posted a moment ago."""

    async def redraw(self, table: Table) -> None:
        """The open question, as it is now."""

    async def reveal(self, table: Table) -> None:
        """The answer, in place of the question."""

    async def lobby(self, table: Table) -> int:
        """Posts the lobby, where players join, and returns the message's id."""

    async def begin(self, table: Table) -> None:
        """The lobby is over."""

    async def end(self, table: Table) -> None:
        """Posts the standings."""


class GameMaster:
    """Does what is due in the games of the servers that are here."""

    def __init__(
        self, book: GameBook, desk: Desk, questions: Questions, settling: Settling, failures: Failures, clock: Clock
    ) -> None:
        self._book, self._desk, self._questions = book, desk, questions
        self._settling, self._failures, self._clock = settling, failures, clock
        self._host: Host | None = None
        self._here: Callable[[int], bool] = lambda _: False
        self._ring: Callable[[float | None], None] = lambda _: None
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._steps: dict[int, asyncio.Task[None]] = {}
        self._asked: set[int] = set()  # games whose open question this process asked, or took up again
        self._begun = False
        self._tidied_ms = 0

    def meet(self, host: Host, here: Callable[[int], bool]) -> None:
        """Says who shows the games, and which servers (by their ids) are here."""
        self._host, self._here = host, here

    def hang(self, ring: Callable[[float | None], None]) -> None:
        """Says how to be woken at an instant in UTC seconds."""
        self._ring = ring

    def lock(self, game_id: int) -> asyncio.Lock:
        """Whoever changes a game's state holds this."""
        return self._locks.setdefault(game_id, asyncio.Lock())

    async def work(self) -> None:
        """Does everything that is due now. Idempotent, and safe at any time."""
        await self.turn()
        while self._steps:
            await asyncio.gather(*self._steps.values(), return_exceptions=True)

    async def turn(self) -> None:
        """Begins everything that is due now, each game beside the others: a slow channel holds up no other game."""
        now = self.now_ms()
        rows = await (self._book.due(now) if self._begun else self._book.living())
        if not self._begun:
            rows += await self._book.due(now)
            self._begun = True
        for row in rows:
            if self._here(row.guild_id) and row.id not in self._steps:
                task = self._steps[row.id] = asyncio.create_task(self._go(row.id), name=f"game {row.id}")
                task.add_done_callback(partial(self._stepped, row.id))
        if now - self._tidied_ms > TIDY_MS:
            self._tidied_ms = now
            await self._book.tidy(now // 1000 - KEPT_SECONDS)
        await self.ring()

    def _stepped(self, game_id: int, _: asyncio.Task[None]) -> None:
        self._steps.pop(game_id, None)

    async def close(self) -> None:
        """Leaves every game as it is stored."""
        for task in list(self._steps.values()):
            task.cancel()
        await asyncio.gather(*self._steps.values(), return_exceptions=True)

    async def ring(self) -> None:
        """Asks to be woken when the next step is due."""
        due = await self._book.next_due(self.now_ms())
        self._ring(None if due is None else due / 1000)

    def now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)

    async def _go(self, game_id: int) -> None:
        """Every step of a game that is due, one after another."""
        async with self.lock(game_id):
            try:
                while await self._step(game_id):
                    pass
            except SendFault as fault:
                await self._fault(game_id, fault)
            except StorageTrouble as trouble:
                log.error("game %d stands still: %s", game_id, trouble)
            except Exception:
                log.exception("game %d stumbled", game_id)
                await self._fault(game_id, SendFault(SendFault.Why.UNREACHABLE, "a bug"))
        await self.ring()

    async def _step(self, game_id: int) -> bool:
        """One step, if one is due; whether the game moved on."""
        sheet = await self._book.sheet(game_id)
        if sheet is None or self._host is None:
            return False
        table, now = table_of(sheet), self.now_ms()
        if await self._take_up(table, now):
            return False
        due = table.game.due_ms
        if due is None or due > now:
            return False
        late = now - due > FORGOTTEN_MS
        match table.state:
            case State.ENDED:
                await self._tell_end(table, self._host, late=late)
                return False
            case State.ASKING if table.posted is None and not late:
                await self._post(table, self._host)
                return False
            case State.ASKING:
                return await self._close(table, late=late)
            case _ if late:
                return await self.end(table, Why.LATE)
            case State.LOBBY:
                return await self._open(table, self._host)
            case State.REVEALING:
                return await self._reveal(table, self._host)
            case State.BETWEEN:
                return await self._ask(table)

    async def _take_up(self, table: Table, now: int) -> bool:
        """A question that this process did not ask was open while nobody listened: it gets its time again."""
        if table.state is not State.ASKING or table.posted is None or table.game.id in self._asked:
            return False
        self._asked.add(table.game.id)
        length = 1000 * table.options.seconds
        due = table.game.due_ms or now
        if now - due > FORGOTTEN_MS or due - now > length // 2:
            return False
        log.info("game %d is taken up at round %d", table.game.id, table.number)
        again = Window(table.window.asked_ms, max(table.window.closes_ms, now + length))
        table = await self._keep_window(table, table.posted, again, now + length + GRACE_MS)
        self._desk.move(table)
        assert self._host is not None
        await self._host.redraw(table)
        return True

    async def _open(self, table: Table, host: Host) -> bool:
        """Opens the lobby; when it is over, or there is none, asks the first question, if enough joined."""
        if table.options.has_lobby and table.game.message_id is None:
            message_id = await host.lobby(table)
            await self._book.place(table.game.id, message_id, self.now_ms() + LOBBY_MS)
            return False
        if table.options.has_lobby:
            await host.begin(table)
            if len(table.players) < FEWEST_JOINED:
                return await self.end(table, Why.ALONE)
        return await self._ask(table)

    async def _ask(self, table: Table) -> bool:
        """Stores the next question, then shows it."""
        game, options, number = table.game, table.options, table.number + 1
        turn = await self._book.take_turn(game.guild_id, options.deck)
        try:
            question = await self._questions.deal(
                str(game.guild_id),
                turn,
                options.topic,
                options.difficulty,
                guild_id=game.guild_id,
                typed=options.types(number),
            )
        except Refused:  # a pack was removed meanwhile
            return await self.end(table, Why.DONE)
        now = self.now_ms()
        opens = window(options, now)
        asked = RoundRow(
            number,
            msgspec.to_builtins(question),
            typed_here(options, number, question),
            opens.asked_ms,
            opens.closes_ms,
        )
        return await self._book.ask(game, after(table.state, Move.ASK), asked, now)

    async def _post(self, table: Table, host: Host) -> None:
        """Shows a question that is stored; its time runs from when it can be seen."""
        self._asked.add(table.game.id)
        self._desk.open(table)  # somebody may answer before we hear that it is posted
        message_id = await host.ask(table)
        planned = table.window
        shown = planned.moved_to(max(planned.asked_ms, moment_of(message_id)))
        due = self.now_ms() + shown.closes_ms - shown.asked_ms + GRACE_MS
        table = await self._keep_window(table, message_id, shown, due)
        self._desk.move(table)
        if shown.asked_ms - planned.asked_ms > REDRAWN_MS:
            await host.redraw(table)

    async def _keep_window(self, table: Table, message_id: int, opens: Window, due: int) -> Table:
        asked = RoundRow(table.number, {}, table.typed, opens.asked_ms, opens.closes_ms, message_id)
        await self._book.asked(table.game, asked, due)
        sheet = await self._book.sheet(table.game.id)
        assert sheet is not None
        return table_of(sheet)

    async def settle(self, table: Table, *, skipped: bool = False) -> bool:
        """Closes the open question and counts its answers. Under the game's lock. False: it was settled before."""
        await self._desk.close(table.game.id)
        state = after(table.state, Move.CLOSE)
        rule = await self._settling.rule(table.game, skipped=skipped or table.posted is None)
        now = self.now_ms()
        return await self._book.settle(table.game, state, rule, now, now)

    async def _close(self, table: Table, *, late: bool) -> bool:
        """Time is up: the answers are counted, and a game that stood still for long ends with that."""
        settled = await self.settle(table)
        sheet = await self._book.sheet(table.game.id)
        if settled and late and sheet is not None:
            return await self.end(table_of(sheet), Why.LATE)
        return settled

    async def _reveal(self, table: Table, host: Host) -> bool:
        await host.reveal(table)
        if is_decided(tuple(table.players.values()), table.options, table.number):
            return await self.end(table, Why.DONE)
        if table.game.idle >= IDLE_ROUNDS:
            return await self.end(table, Why.IDLE)
        return await self._book.move(table.game, after(table.state, Move.REST), self.now_ms() + PAUSE_MS)

    async def end(self, table: Table, why: Why, *, silent: bool = False) -> bool:
        """Ends a game whose questions are all settled. Under its lock. Its standings follow, unless nobody can see."""
        now = self.now_ms()
        due, at = None if silent else now, now // 1000
        self._desk.forget(table.game.id)
        self._asked.discard(table.game.id)
        return await self._book.move(table.game, after(table.state, Move.END), due, ended_at=at, why=why.value)

    async def _tell_end(self, table: Table, host: Host, *, late: bool) -> None:
        if not late:
            if table.game.why in (Why.STOPPED, Why.LATE) and table.posted is not None:
                await host.reveal(table)
            await host.end(table)
        self._desk.forget(table.game.id)
        await self._book.put_off(table.game, None)

    async def _fault(self, game_id: int, fault: SendFault) -> None:
        """Tries again what may yet succeed, and ends kindly what cannot."""
        sheet = await self._book.sheet(game_id)
        if sheet is None:
            return
        table, game = table_of(sheet), sheet.game
        hopeless = fault.why in (SendFault.Why.FORBIDDEN, SendFault.Why.GONE, SendFault.Why.REJECTED)
        if not hopeless and game.tries < MOST_TRIES:
            wait = max(fault.retry_after, 2.0**game.tries)
            await self._book.put_off(game, self.now_ms() + int(1000 * wait))
            return
        log.warning("game %d ends: %s", game_id, fault)
        await self._note(game, fault)
        if table.state is State.ENDED:
            await self._book.put_off(game, None)
            return
        if table.state is State.ASKING:
            await self.settle(table)
            table = table_of(await self._book.sheet(game_id) or sheet)
        await self.end(table, Why.FAULT, silent=True)

    async def _note(self, game: GameRow, fault: SendFault) -> None:
        known = {SendFault.Why.FORBIDDEN: Failed.FORBIDDEN, SendFault.Why.GONE: Failed.GONE}
        await self._failures.note(game.guild_id, game.channel_id, known.get(fault.why, Failed.UNREACHABLE))
