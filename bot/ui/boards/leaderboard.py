"""Draws a leaderboard: who is where, one's own place, and the ways to other days, games and everybody's board."""

from discord import SelectOption

from bot.services.trivia.leaderboards import Board, BoardGame, Scope
from bot.storage.boards import Standing
from bot.text import Words
from bot.trivia.periods import Period
from bot.ui.boards.stats import StatsQuery
from bot.ui.layouts import FrozenLayout, Item, draw
from bot.ui.queries import Query
from bot.ui.screens import open_button, page_buttons, pick_select, turn_button

_KEYS = {"game": "g", "period": "d", "scope": "s", "page": "p", "mine": "m"}


class LeaderboardQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """A page of a board; `mine` is for its reader alone, and tells their place even when they hide their name."""

    screen = "leaderboard"

    game: BoardGame = BoardGame.TRIVIA
    period: Period = Period.WEEK
    scope: Scope = Scope.SERVER
    page: int = 1
    mine: bool = False


def leaderboard_page(board: Board, query: LeaderboardQuery, reader: int, in_server: bool, words: Words) -> FrozenLayout:
    """One page of a board, for `reader`."""
    blocks = ["\n".join(_line(row, board, reader, words) for row in board.rows) or words("board-empty")]
    if (own := _own(board, query, reader, words)) is not None:
        blocks.append(own)
    query = query.but(game=board.game, scope=board.scope, page=1)
    rows: list[list[Item]] = [
        page_buttons(query, board.page, board.pages, words),
        [_periods(query, words)],
        [_games(query, words)],
        [],
    ]
    if in_server:
        other = Scope.EVERYWHERE if board.scope is Scope.SERVER else Scope.SERVER
        rows[3].append(turn_button(words(f"board-to-{other.value}"), query.but(scope=other), emoji="🌐"))
    if not query.mine:
        rows[3].append(open_button(words("board-mine"), query.but(page=board.page, mine=True), emoji="📍"))
    rows[3].append(open_button(words("board-stats"), StatsQuery(), emoji="📊"))
    return draw(_header(board, words), blocks, rows, _footer(board, words))


def _header(board: Board, words: Words) -> str:
    titles = (
        words("board-title"),
        words(f"board-game-{board.game.value}"),
        words(f"choice-period-{board.period.value}"),
    )
    lines = [f"## {' · '.join(titles)}", words(f"board-of-{board.scope.value}", count=board.count)]
    if board.span is None:
        lines.append(words("board-all-days"))
    else:
        first, last = (words.day(day) for day in board.span)
        key = "board-day" if first == last else "board-days"
        lines.append(words(key, first=first, last=last, zone=words.city(board.zone)))
    return "\n".join(lines)


def _line(row: Standing, board: Board, reader: int, words: Words) -> str:
    values = {"points": row.points, "right": row.right, "asked": row.asked}
    line = words(f"board-line-{board.game.value}", rank=row.rank, who=_who(row, board, words), **values)
    return f"**{line}**" if row.user_id == reader and not row.hidden else line


def _who(row: Standing, board: Board, words: Words) -> str:
    if row.hidden:
        return words("board-somebody")
    return f"<@{row.user_id}>" if row.here else words("board-somebody-else")


def _own(board: Board, query: LeaderboardQuery, reader: int, words: Words) -> str | None:
    """The reader's own place. One who hides is told only where nobody else reads it."""
    if board.hidden and (not query.mine or board.own is None):
        return words("board-you-hide") if query.mine else None
    if board.own is None:
        return words("board-no-place", who=f"<@{reader}>")
    own = board.own
    return words("board-own", who=f"<@{reader}>", rank=own.rank, count=board.count, points=own.points)


def _footer(board: Board, words: Words) -> str:
    notes = [words("page-number", page=board.page, count=board.pages)] if board.pages > 1 else []
    notes.append(f"-# {words(f'board-how-{board.game.value}')}")
    if board.period is Period.SEASON:
        notes.append(f"-# {words('board-season')}")
    if board.scope is Scope.EVERYWHERE:
        notes.append(f"-# {words('board-everywhere')}")
    return "\n".join(notes)


def _periods(query: LeaderboardQuery, words: Words) -> Item:
    options = [
        SelectOption(label=words(f"choice-period-{period.value}"), value=period.value, default=period is query.period)
        for period in Period
    ]
    return pick_select(words("board-choose-period"), "period", query, options)


def _games(query: LeaderboardQuery, words: Words) -> Item:
    options = [
        SelectOption(label=words(f"board-game-{game.value}"), value=game.value, default=game is query.game)
        for game in BoardGame
    ]
    return pick_select(words("board-choose-game"), "game", query, options)
