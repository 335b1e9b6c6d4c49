"""`/poll`: what a server thinks, beside how the real prize is decided."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice, Range, locale_str
from discord.ext import commands

from bot.errors import NoServerHere, UserError
from bot.services.polls.desk import Poll, Polls
from bot.services.polls.drafts import AFTER, HIDDEN, LIVE, LONGEST_HOURS, NATIVE
from bot.services.polls.lineup import KINDS
from bot.services.prizes import Prizes
from bot.ui.commands import look_up, server_here
from bot.ui.options import ArtistOption, ShowOption, complete_edition
from bot.ui.polls.board import PollBoard
from bot.ui.polls.deeds import PollDeeds
from bot.ui.polls.forms import Asked
from bot.ui.polls.opening import Opening
from bot.ui.polls.places import require_polls
from bot.ui.polls.queries import EndPollDeed, NomineesDeed, PollQuery, PollsQuery
from bot.ui.polls.votes import Votes
from bot.ui.reader import services_of, words_for
from bot.ui.screens import Screens

if TYPE_CHECKING:
    from bot.client import Laurel

Hours = Range[int, 1, LONGEST_HOURS]
STYLES = [Choice(name=locale_str(f"choice-poll-{style}"), value=style) for style in (NATIVE, HIDDEN)]
RESULTS = [Choice(name=locale_str(f"choice-poll-{shown}"), value=shown) for shown in (LIVE, AFTER)]
OF = [Choice(name=locale_str(f"choice-poll-{kind}"), value=kind) for kind in KINDS]
SEEDINGS = [Choice(name=locale_str(f"choice-poll-{how}"), value=how) for how in ("lot", "order")]


class Polling(commands.Cog):
    """`/poll`. Opening and ending need Manage Events; the results are anyone's."""

    poll = look_up(app_commands.Group(name="poll", description=locale_str("command-poll")))

    def __init__(
        self, polls: Polls, prizes: Prizes, opening: Opening, votes: Votes, board: PollBoard, screens: Screens
    ) -> None:
        self.polls, self.prizes, self.opening, self.votes = polls, prizes, opening, votes
        self.board, self.screens = board, screens

    @poll.command(description=locale_str("command-poll-nominees"))
    @app_commands.describe(
        show=locale_str("option-show"),
        category=locale_str("option-category"),
        edition=locale_str("option-poll-edition"),
        style=locale_str("option-poll-style"),
        hours=locale_str("option-poll-hours"),
        results=locale_str("option-poll-results"),
        channel=locale_str("option-poll-channel"),
    )
    @app_commands.choices(style=STYLES, results=RESULTS)
    @app_commands.autocomplete(edition=complete_edition)
    async def nominees(
        self,
        interaction: discord.Interaction,
        show: ShowOption,
        category: str,
        edition: str | None = None,
        style: str | None = None,
        hours: Hours = 24,
        results: str | None = None,
        channel: discord.TextChannel | None = None,
    ) -> None:
        place = channel.id if channel else 0
        await self.screens.perform(interaction, NomineesDeed(show, category, edition, style, hours, results, place))

    @nominees.autocomplete("category")
    async def complete_category(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        lookup = services_of(interaction).lookup
        shows = lookup.catalogue.ceremony_names.find(str(interaction.namespace.show or ""))
        korean = (await words_for(interaction)).locale == "ko"
        found = self.prizes.suggest(shows[0], current) if shows else []
        return [Choice(name=(prize.name_ko if korean else prize.name)[:100], value=prize.id) for prize in found]

    @poll.command(description=locale_str("command-poll-custom"))
    @app_commands.describe(
        style=locale_str("option-poll-style"),
        hours=locale_str("option-poll-hours"),
        results=locale_str("option-poll-results"),
        channel=locale_str("option-poll-channel"),
    )
    @app_commands.choices(style=STYLES, results=RESULTS)
    async def custom(
        self,
        interaction: discord.Interaction,
        style: str | None = None,
        hours: Hours = 24,
        results: str | None = None,
        channel: discord.TextChannel | None = None,
    ) -> None:
        await self.opening.ask(interaction, Asked("custom", style, results, hours, _place(interaction, channel)))

    @poll.command(description=locale_str("command-poll-bracket"))
    @app_commands.describe(
        of=locale_str("option-poll-of"),
        artist=locale_str("option-poll-artist"),
        hours=locale_str("option-poll-round-hours"),
        seeding=locale_str("option-poll-seeding"),
        results=locale_str("option-poll-results"),
        channel=locale_str("option-poll-channel"),
    )
    @app_commands.choices(of=OF, seeding=SEEDINGS, results=RESULTS)
    async def bracket(
        self,
        interaction: discord.Interaction,
        of: str,
        artist: ArtistOption | None = None,
        hours: Hours = 24,
        seeding: str = "lot",
        results: str | None = None,
        channel: discord.TextChannel | None = None,
    ) -> None:
        place = _place(interaction, channel)
        await self.opening.ask(interaction, Asked("bracket", None, results, hours, place, seeding == "lot"), of, artist)

    @poll.command(description=locale_str("command-poll-debate"))
    @app_commands.describe(
        hours=locale_str("option-poll-hours"),
        results=locale_str("option-poll-results"),
        channel=locale_str("option-poll-channel"),
    )
    @app_commands.choices(results=RESULTS)
    async def debate(
        self,
        interaction: discord.Interaction,
        hours: Hours = 24,
        results: str | None = None,
        channel: discord.TextChannel | None = None,
    ) -> None:
        await self.opening.ask(interaction, Asked("debate", None, results, hours, _place(interaction, channel)))

    @poll.command(description=locale_str("command-poll-end"))
    @app_commands.describe(poll=locale_str("option-poll"))
    async def end(self, interaction: discord.Interaction, poll: str | None = None) -> None:
        try:
            found = await self.polls.named(await require_polls(interaction), poll, open_only=True)
        except UserError as error:
            await self.screens.apologise(interaction, error)
        else:
            await self.screens.perform(interaction, EndPollDeed(found.id))

    @poll.command(description=locale_str("command-poll-results"))
    @app_commands.describe(poll=locale_str("option-poll"), share=locale_str("option-share"))
    async def results(
        self, interaction: discord.Interaction, poll: str | None = None, share: bool | None = None
    ) -> None:
        try:
            found = await self.polls.named(_server(interaction), poll)
        except UserError as error:
            await self.screens.apologise(interaction, error)
        else:
            await self.screens.show(interaction, PollQuery(found.id), share)

    @poll.command(name="list", description=locale_str("command-poll-list"))
    async def show_list(self, interaction: discord.Interaction) -> None:
        try:
            _server(interaction)
        except UserError as error:
            await self.screens.apologise(interaction, error)
        else:
            await self.screens.open(interaction, PollsQuery())

    @end.autocomplete("poll")
    async def complete_open(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        return _choices(await self.polls.latest(interaction.guild_id or 0, open_only=True), current)

    @results.autocomplete("poll")
    async def complete_poll(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        return _choices(await self.polls.latest(interaction.guild_id or 0), current)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        await self.votes.press(interaction)

    @commands.Cog.listener()
    async def on_raw_poll_vote_add(self, vote: discord.RawPollVoteActionEvent) -> None:
        """The counts of Discord's own polls are kept as they come: who deletes the message deletes the votes."""
        self.board.heard(vote.guild_id, vote.message_id)

    @commands.Cog.listener()
    async def on_raw_poll_vote_remove(self, vote: discord.RawPollVoteActionEvent) -> None:
        self.board.heard(vote.guild_id, vote.message_id)


def _place(interaction: discord.Interaction[Any], channel: discord.TextChannel | None) -> int:
    return channel.id if channel else interaction.channel_id or 0


def _server(interaction: discord.Interaction[Any]) -> int:
    """The server here. Raises NoServerHere."""
    guild_id = server_here(interaction)
    if guild_id is None:
        raise NoServerHere
    return guild_id


def _choices(polls: list[Poll], current: str) -> list[Choice[str]]:
    named = [(f"#{poll.id} · {poll.question}"[:100], str(poll.id)) for poll in polls]
    return [Choice(name=name, value=value) for name, value in named if current.casefold() in name.casefold()][:25]


async def setup(bot: "Laurel") -> None:
    services = bot.services
    polls, rounds = services.polls, services.poll_rounds
    board = PollBoard(bot, bot.messenger, bot.debounce, polls, rounds, services.languages, services.catalogue)
    rounds.attach(board)
    PollDeeds(polls, rounds, board, services.catalogue, bot.screens, bot.forms)
    opening = Opening(rounds, services.lookup, services.prizes, services.languages, bot.screens, bot.forms)
    votes = Votes(polls, board, bot.screens, bot.tree.on_error)
    await bot.add_cog(Polling(polls, services.prizes, opening, votes, board, bot.screens))
