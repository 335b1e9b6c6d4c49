"""Boards: who has how many points, in which days, and who is named. Knows no Discord, and says nothing in words.

Days are the server's; those of the daily challenge are Seoul's. Who hides their name counts in a server's board and is
left out of everybody's, where only members are named who have points in the server that it is read in.
"""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from bot.clock import Clock
from bot.services.guilds import Guilds
from bot.services.members import Members
from bot.services.zones import SEOUL, today_in
from bot.storage.boards import DAILY, BoardBook, Days, Standing
from bot.storage.scores import TRIVIA
from bot.trivia.periods import Period, Span, span_of

PLACES_PER_PAGE = 10


class BoardGame(StrEnum):
    """What is played for points: each has boards of its own."""

    TRIVIA = "trivia"
    DAILY = "daily"


class Scope(StrEnum):
    """Whose points a board compares."""

    SERVER = "server"
    EVERYWHERE = "everywhere"


KEPT_AS: Mapping[BoardGame, str] = {BoardGame.TRIVIA: TRIVIA, BoardGame.DAILY: DAILY}


class Board(msgspec.Struct, frozen=True):
    """One page of a board, the best first. `span` None is all time; `zone` is whose days are counted.

    `own` is the reader's place wherever it is; None when they have none, or hide (`hidden`) and are left out.
    """

    game: BoardGame
    period: Period
    scope: Scope
    span: Span | None
    zone: str
    rows: tuple[Standing, ...]
    own: Standing | None
    hidden: bool
    count: int
    page: int
    pages: int


class Leaderboards:
    """Use cases of boards."""

    def __init__(self, book: BoardBook, guilds: Guilds, members: Members, clock: Clock) -> None:
        self._book = book
        self._guilds = guilds
        self._members = members
        self._clock = clock

    async def board(
        self, game: BoardGame, period: Period, scope: Scope, *, guild_id: int | None, reader: int, page: int = 1
    ) -> Board:
        """The `page` (from 1) nearest to what there is, as `reader` finds it; outside servers everybody's board."""
        scope = Scope.EVERYWHERE if guild_id is None else scope
        zone = await self._zone(game, guild_id)
        span = span_of(period, today_in(zone, self._clock.now()))
        days = Days() if span is None else Days(span.first.isoformat(), span.last.isoformat())
        whose = guild_id if scope is Scope.SERVER else None
        page = max(page, 1)
        while True:
            start = (page - 1) * PLACES_PER_PAGE
            found = await self._book.standings(
                KEPT_AS[game],
                days,
                guild_id=whose,
                reader=reader,
                seen_from=guild_id,
                start=start,
                most=PLACES_PER_PAGE,
            )
            pages = max(1, -(-found.count // PLACES_PER_PAGE))
            if page <= pages:
                break
            page = pages
        hidden = not (await self._members.of(reader)).on_boards
        return Board(game, period, scope, span, zone, found.rows, found.own, hidden, found.count, page, pages)

    async def place(
        self, game: BoardGame, period: Period, *, guild_id: int | None, user_id: int
    ) -> tuple[Standing | None, int]:
        """A member's place on a server's board (everybody's outside servers), and how many are on it."""
        span = span_of(period, today_in(await self._zone(game, guild_id), self._clock.now()))
        days = Days() if span is None else Days(span.first.isoformat(), span.last.isoformat())
        found = await self._book.standings(
            KEPT_AS[game], days, guild_id=guild_id, reader=user_id, seen_from=guild_id, start=0, most=0
        )
        return found.own, found.count

    async def _zone(self, game: BoardGame, guild_id: int | None) -> str:
        if game is BoardGame.DAILY:
            return SEOUL
        return (await self._guilds.of(guild_id)).zone or SEOUL
