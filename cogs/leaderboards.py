"""`/leaderboard` and `/stats`: who has how many points, and how one member does."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str
from discord.ext import commands

from bot.services.lookup import Lookup
from bot.services.trivia.leaderboards import BoardGame, Leaderboards, Scope
from bot.services.trivia.stats import Stats
from bot.text import Words
from bot.trivia.periods import Period
from bot.ui.boards.leaderboard import LeaderboardQuery, leaderboard_page
from bot.ui.boards.stats import StatsQuery, stats_page
from bot.ui.commands import look_up, server_here
from bot.ui.layouts import FrozenLayout
from bot.ui.screens import Screens

if TYPE_CHECKING:
    from bot.client import Laurel

GAMES = [Choice(name=locale_str(f"board-game-{game}"), value=game.value) for game in BoardGame]
PERIODS = [Choice(name=locale_str(f"choice-period-{period}"), value=period.value) for period in Period]
SCOPES = [Choice(name=locale_str(f"choice-scope-{scope}"), value=scope.value) for scope in Scope]


class Boards(commands.Cog):
    """Boards are for everybody there; one's own numbers are private unless they are shared."""

    def __init__(self, leaderboards: Leaderboards, stats: Stats, lookup: Lookup, screens: Screens) -> None:
        self.leaderboards, self.numbers, self.lookup, self.screens = leaderboards, stats, lookup, screens
        screens.add_live(LeaderboardQuery, self.draw_board)
        screens.add_live(StatsQuery, self.draw_stats)

    @look_up
    @app_commands.command(description=locale_str("command-leaderboard"))
    @app_commands.describe(
        game=locale_str("option-board-game"), period=locale_str("option-period"), scope=locale_str("option-scope")
    )
    @app_commands.choices(game=GAMES, period=PERIODS, scope=SCOPES)
    async def leaderboard(
        self,
        interaction: discord.Interaction,
        game: str = BoardGame.TRIVIA,
        period: str = Period.WEEK,
        scope: str = Scope.SERVER,
    ) -> None:
        await self.screens.show(interaction, LeaderboardQuery(BoardGame(game), Period(period), Scope(scope)))

    @look_up
    @app_commands.command(description=locale_str("command-stats"))
    @app_commands.describe(member=locale_str("option-stats-member"), share=locale_str("option-share"))
    async def stats(
        self, interaction: discord.Interaction, member: discord.User | None = None, share: bool = False
    ) -> None:
        await self.screens.show(interaction, StatsQuery((member or interaction.user).id), share)

    async def draw_board(
        self, query: LeaderboardQuery, interaction: discord.Interaction[Any], words: Words
    ) -> FrozenLayout:
        guild_id, reader = server_here(interaction), interaction.user.id
        board = await self.leaderboards.board(
            query.game, query.period, query.scope, guild_id=guild_id, reader=reader, page=query.page
        )
        return leaderboard_page(board, query, reader, guild_id is not None, words)

    async def draw_stats(self, query: StatsQuery, interaction: discord.Interaction[Any], words: Words) -> FrozenLayout:
        guild_id, reader = server_here(interaction), interaction.user.id
        stats = await self.numbers.of(query.member or reader, reader=reader, guild_id=guild_id)
        return stats_page(stats, guild_id is not None, self.lookup.catalogue, words)


async def setup(bot: "Laurel") -> None:
    services = bot.services
    await bot.add_cog(Boards(services.leaderboards, services.stats, services.lookup, bot.screens))
