"""`/predict`: a member's own ballot, filled in category by category, and how everybody did."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.ballots.results import current, settled
from bot.errors import Refused
from bot.services.bundle import Services
from bot.text import Words
from bot.ui.ballots.hosts import member
from bot.ui.ballots.naming import title_of
from bot.ui.ballots.poster import unnamed
from bot.ui.ballots.queries import MineQuery, PickDeed, PredictQuery, RulesQuery, StandingsQuery
from bot.ui.ballots.wizard import NOTHING, PER_PAGE, mine_page, rules_page, standings_page, wizard_page
from bot.ui.commands import look_up
from bot.ui.layouts import FrozenLayout
from bot.ui.options import ShowOption
from bot.ui.screens import Screens

if TYPE_CHECKING:
    from bot.client import Laurel


class Predictions(commands.Cog):
    """What members do with ballots. Everything here is private but the standings."""

    predict = look_up(app_commands.Group(name="predict", description=locale_str("command-predict")))

    def __init__(self, services: Services, screens: Screens) -> None:
        rooms, self.members = services.balloting, services.members
        self.ballots, self.posting = rooms.ballots, rooms.posting
        self.lookup, self.catalogue, self.screens = services.lookup, services.catalogue, screens
        screens.add_live(PredictQuery, self.draw)
        screens.add_live(MineQuery, self.draw_mine)
        screens.add_live(StandingsQuery, self.draw_standings)
        screens.add(RulesQuery, lambda query, words: rules_page(words))
        screens.add_deed(PickDeed, self.pick)

    @predict.command(description=locale_str("command-predict-ballot"))
    @app_commands.describe(ceremony=locale_str("option-which-ballot"))
    async def ballot(self, interaction: discord.Interaction, ceremony: ShowOption | None = None) -> None:
        await self.screens.open(interaction, PredictQuery(await self._chosen(interaction, ceremony)))

    @predict.command(description=locale_str("command-predict-mine"))
    @app_commands.describe(ceremony=locale_str("option-which-ballot"))
    async def mine(self, interaction: discord.Interaction, ceremony: ShowOption | None = None) -> None:
        await self.screens.open(interaction, MineQuery(await self._chosen(interaction, ceremony)))

    @predict.command(description=locale_str("command-predict-standings"))
    @app_commands.describe(
        ceremony=locale_str("option-which-ballot"),
        season=locale_str("option-ballot-season"),
        share=locale_str("option-share"),
    )
    async def standings(
        self,
        interaction: discord.Interaction,
        ceremony: ShowOption | None = None,
        season: app_commands.Range[int, 2000, 2100] | None = None,
        share: bool | None = None,
    ) -> None:
        ballot = 0 if season is not None else await self._chosen(interaction, ceremony)
        await self.screens.show(interaction, StandingsQuery(ballot, season), share)

    @predict.command(description=locale_str("command-predict-rules"))
    async def rules(self, interaction: discord.Interaction) -> None:
        await self.screens.open(interaction, RulesQuery())

    async def draw(self, query: PredictQuery, interaction: discord.Interaction, words: Words) -> FrozenLayout:
        act = member(interaction)
        ballot = await self.ballots.of(query.ballot, act.guild_id)
        if not ballot.asked:
            raise Refused("ballot-none")
        if not ballot.takes(interaction.id):  # nothing can be filled in any more
            return await self.draw_mine(MineQuery(ballot.id), interaction, words)
        return wizard_page(ballot, await self.ballots.mine(ballot, act.user_id), query, self.catalogue, words)

    async def pick(self, deed: PickDeed, interaction: discord.Interaction, values: tuple[str, ...]) -> PredictQuery:
        """Keeps what was picked before anything is shown."""
        key = values[0] if values and values[0] != NOTHING else None
        await self.ballots.pick(member(interaction), deed.ballot, deed.category, deed.kind, key)
        await self.posting.count_changed(deed.ballot)
        return PredictQuery(deed.ballot, deed.category, deed.page)

    async def draw_mine(self, query: MineQuery, interaction: discord.Interaction, words: Words) -> FrozenLayout:
        act = member(interaction)
        ballot = await self.ballots.of(query.ballot, act.guild_id)
        mine = await self.ballots.mine(ballot, act.user_id)
        results = current(await self.ballots.results(ballot))
        locked = not ballot.takes(interaction.id)
        place = (await self.ballots.standing(ballot)).place_of(act.user_id) if locked and results else None
        return mine_page(ballot, mine, results, place, query, self.catalogue, words, locked=locked)

    async def draw_standings(
        self, query: StandingsQuery, interaction: discord.Interaction, words: Words
    ) -> FrozenLayout:
        act, season, progress = member(interaction), None, ""
        if query.year is not None:
            title = words("ballot-season-title", year=str(query.year))
            standing = await self.ballots.season(act.guild_id, query.year)
        else:
            ballot = await self.ballots.of(query.ballot, act.guild_id)
            title = words("ballot-standings-of", title=title_of(ballot, self.catalogue, words))
            standing, season = await self.ballots.standing(ballot), ballot.row.season
            known = settled(await self.ballots.results(ballot))
            progress = words("night-progress", done=len(known), count=len(ballot.contents))
        shown = [place.user_id for place in standing.places[(query.page - 1) * PER_PAGE : query.page * PER_PAGE]]
        hidden = await unnamed(self.members, shown)
        return standings_page(title, standing, hidden, act.user_id, query, words, season, progress)

    async def _chosen(self, interaction: discord.Interaction, ceremony: str | None) -> int:
        show = None if ceremony is None else self.lookup.show_id(ceremony)
        return (await self.ballots.chosen(member(interaction).guild_id, show)).id


async def setup(bot: "Laurel") -> None:
    await bot.add_cog(Predictions(bot.services, bot.screens))
