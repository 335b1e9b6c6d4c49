"""`/ballot`: a server's ballots, opened, locked, settled and corrected by whoever manages its events."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice, Range, locale_str
from discord.ext import commands

from bot.ballots.scoring import Scoring
from bot.services.ballots.ballots import Act
from bot.services.ballots.model import Ballot
from bot.services.bundle import Services
from bot.ui.ballots.answers import done_page, entered_page, opened_page
from bot.ui.ballots.choosing import category_choices, category_named, winner_choices
from bot.ui.ballots.hosts import host
from bot.ui.ballots.poster import BallotPoster
from bot.ui.commands import for_managers
from bot.ui.hosting import PERMISSION
from bot.ui.options import ShowOption
from bot.ui.reader import words_for, zone_here
from bot.ui.reply import answer, in_time

if TYPE_CHECKING:
    from bot.client import Laurel

SCORINGS = [Choice(name=locale_str(f"choice-scoring-{scoring.value}"), value=scoring.value) for scoring in Scoring]
Reason = Range[str, 1, 300]


class Ballots(commands.Cog):
    """What hosts do with ballots. Everything is kept first and posted then."""

    ballot = for_managers(app_commands.Group(name="ballot", description=locale_str("command-ballot")), PERMISSION)

    def __init__(self, services: Services) -> None:
        rooms = services.balloting
        self.ballots, self.hosting, self.posting = rooms.ballots, rooms.hosting, rooms.posting
        self.lookup, self.catalogue = services.lookup, services.catalogue

    @ballot.command(name="open", description=locale_str("command-ballot-open"))
    @app_commands.describe(
        ceremony=locale_str("option-ballot-ceremony"),
        locks=locale_str("option-ballot-locks"),
        scoring=locale_str("option-ballot-scoring"),
        channel=locale_str("option-ballot-channel"),
    )
    @app_commands.choices(scoring=SCORINGS)
    async def open(
        self,
        interaction: discord.Interaction,
        ceremony: ShowOption,
        locks: str | None = None,
        scoring: str = Scoring.FLAT,
        channel: discord.TextChannel | None = None,
    ) -> None:
        act, show = await host(interaction), self.lookup.show_id(ceremony)
        zone, channel_id = await zone_here(interaction), channel.id if channel else interaction.channel_id or 0
        work = self.hosting.open(act, show, channel_id, locks=locks, scoring=Scoring(scoring), zone=zone)
        opened = await in_time(interaction, work)
        failed = await in_time(interaction, self.posting.replace_panel(opened.ballot.id, opened.panel))
        await answer(interaction, opened_page(opened, failed, self.catalogue, await words_for(interaction)))

    @ballot.command(description=locale_str("command-ballot-lock"))
    @app_commands.describe(
        reason=locale_str("option-ballot-reason"),
        minutes_late=locale_str("option-ballot-late"),
        ceremony=locale_str("option-which-ballot"),
    )
    async def lock(
        self,
        interaction: discord.Interaction,
        reason: Reason,
        minutes_late: Range[int, 0, 1440] = 0,
        ceremony: ShowOption | None = None,
    ) -> None:
        act, ballot = await self._chosen(interaction, ceremony)
        await in_time(interaction, self.hosting.lock(act, ballot, reason, minutes_late))
        await self._did(interaction, "lock", ballot.id)

    @ballot.command(description=locale_str("command-ballot-reopen"))
    @app_commands.describe(
        reason=locale_str("option-ballot-reason"),
        locks=locale_str("option-ballot-locks"),
        ceremony=locale_str("option-which-ballot"),
    )
    async def reopen(
        self,
        interaction: discord.Interaction,
        reason: Reason,
        locks: str | None = None,
        ceremony: ShowOption | None = None,
    ) -> None:
        act, ballot = await self._chosen(interaction, ceremony)
        zone = await zone_here(interaction)
        await in_time(interaction, self.hosting.reopen(act, ballot, reason, locks, zone))
        await self._did(interaction, "reopen", ballot.id)

    @ballot.command(description=locale_str("command-ballot-void"))
    @app_commands.describe(
        reason=locale_str("option-ballot-reason"),
        category=locale_str("option-ballot-void"),
        ceremony=locale_str("option-which-ballot"),
    )
    async def void(
        self,
        interaction: discord.Interaction,
        reason: Reason,
        category: str | None = None,
        ceremony: ShowOption | None = None,
    ) -> None:
        if category is not None:
            act = await host(interaction)
            ballot, meant = category_named(await self.ballots.all(act.guild_id), category)
            correction = await in_time(interaction, self.hosting.void_category(act, ballot, meant.id, reason))
            await self._entered(interaction, ballot, correction)
            return
        act, ballot = await self._chosen(interaction, ceremony)
        await in_time(interaction, self.hosting.void(act, ballot, reason))
        await self._did(interaction, "void", ballot.id)

    @ballot.command(description=locale_str("command-ballot-result"))
    @app_commands.describe(
        category=locale_str("option-ballot-category"),
        winner=locale_str("option-ballot-winner"),
        source=locale_str("option-ballot-source"),
        second=locale_str("option-ballot-second"),
        third=locale_str("option-ballot-second"),
    )
    async def result(
        self,
        interaction: discord.Interaction,
        category: str,
        winner: str,
        source: str = "",
        second: str = "",
        third: str = "",
    ) -> None:
        await self._enter(interaction, category, (winner, second, third), source, correct=False)

    @ballot.command(description=locale_str("command-ballot-correct"))
    @app_commands.describe(
        category=locale_str("option-ballot-category"),
        winner=locale_str("option-ballot-winner"),
        source=locale_str("option-ballot-source"),
        second=locale_str("option-ballot-second"),
        third=locale_str("option-ballot-second"),
    )
    async def correct(
        self,
        interaction: discord.Interaction,
        category: str,
        winner: str,
        source: str = "",
        second: str = "",
        third: str = "",
    ) -> None:
        await self._enter(interaction, category, (winner, second, third), source, correct=True)

    @result.autocomplete("category")
    @correct.autocomplete("category")
    @void.autocomplete("category")
    async def complete_category(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        ballots = await self.ballots.all(interaction.guild_id or 0)
        return category_choices(ballots, current, self.catalogue, await words_for(interaction))

    @result.autocomplete("winner")
    @result.autocomplete("second")
    @result.autocomplete("third")
    @correct.autocomplete("winner")
    @correct.autocomplete("second")
    @correct.autocomplete("third")
    async def complete_winner(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        ballots = await self.ballots.all(interaction.guild_id or 0)
        chosen = str(getattr(interaction.namespace, "category", "") or "")
        return winner_choices(ballots, chosen, current, self.catalogue, await words_for(interaction))

    async def _chosen(self, interaction: discord.Interaction, ceremony: str | None) -> tuple[Act, Ballot]:
        act = await host(interaction)
        show = None if ceremony is None else self.lookup.show_id(ceremony)
        return act, await self.ballots.chosen(act.guild_id, show)

    async def _enter(
        self, interaction: discord.Interaction, category: str, winners: tuple[str, ...], source: str, *, correct: bool
    ) -> None:
        act = await host(interaction)
        ballot, meant = category_named(await self.ballots.all(act.guild_id), category)
        work = self.hosting.enter(act, ballot, meant.id, winners, source=source, correct=correct)
        await self._entered(interaction, ballot, await in_time(interaction, work))

    async def _entered(self, interaction: discord.Interaction, ballot: Ballot, correction: Any) -> None:
        failed = await in_time(interaction, self.posting.after(ballot.id))
        page = entered_page(ballot, correction, failed, self.catalogue, await words_for(interaction))
        await answer(interaction, page)

    async def _did(self, interaction: discord.Interaction, what: str, ballot_id: int) -> None:
        failed = await in_time(interaction, self.posting.after(ballot_id))
        ballot = await self.ballots.of(ballot_id, interaction.guild_id or 0)
        await answer(interaction, done_page(what, ballot, failed, self.catalogue, await words_for(interaction)))


async def setup(bot: "Laurel") -> None:
    services = bot.services
    poster = BallotPoster(bot, bot.messenger, bot.debounce, services.languages, services.members, services.catalogue)
    services.balloting.posting.appoint(poster, lambda guild_id: bot.get_guild(guild_id) is not None)
    await bot.add_cog(Ballots(services))
