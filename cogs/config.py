"""`/config`: what a server decided, each part with its controls, and whether Laurel may do what it should."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str
from discord.ext import commands

from bot.errors import UnknownZone
from bot.services.bundle import Services
from bot.services.failures import Why
from bot.text import LANGUAGES, Words
from bot.trivia.rounds import LONGEST_READING, MOST_HUMANS
from bot.ui.announcements.stopped import more_channels, stopped_blocks
from bot.ui.checks import channel_checks, check_page, role_checks, test_post
from bot.ui.commands import for_managers, require
from bot.ui.config import config_page, unknown_zone_page
from bot.ui.controls import GAMES, SPOILER_HOURS, VISIBILITIES, decoded
from bot.ui.forms import Forms, Values
from bot.ui.layouts import FrozenLayout
from bot.ui.options import ZoneOption
from bot.ui.panels import PANELS, CheckQuery, ConfigQuery, PanelQuery, SetDeed, TestPostDeed, ZoneFormDeed
from bot.ui.portability import Transfers
from bot.ui.reader import words_for
from bot.ui.reply import answer, in_time
from bot.ui.screens import Screens, StaleButton
from bot.ui.trivia.rules import rules_page
from bot.ui.zone_form import FORM, ZONE, zone_form

if TYPE_CHECKING:
    from bot.client import Laurel

if TYPE_CHECKING:
    Reading = int
    Humans = int
else:
    Reading = app_commands.Range[int, 0, LONGEST_READING]
    Humans = app_commands.Range[int, 1, MOST_HUMANS]

LANGUAGE_CHOICES = [Choice(name=name, value=locale) for locale, name in LANGUAGES.items()]
VISIBILITY_CHOICES = [Choice(name=locale_str(f"config-visibility-{value}"), value=value) for value in VISIBILITIES]
SPOILER_CHOICES = [Choice(name=f"{hours} h", value=hours) for hours in SPOILER_HOURS]
GAME_CHOICES = [Choice(name=locale_str(f"config-games-{value}"), value=value) for value in GAMES]


class Config(commands.Cog):
    """The settings of a server. /setup shows the same controls, which is why what they do is here for both."""

    config = for_managers(app_commands.Group(name="config", description=locale_str("command-config")))

    def __init__(self, services: Services, transfers: Transfers, screens: Screens, forms: Forms) -> None:
        self.guilds, self.zones, self.failures = services.guilds, services.zones, services.failures
        self.follows, self.lookup = services.follows, services.lookup
        self.trivia = services.games
        self.subscriptions = services.announcing.subscriptions
        self.screens, self.transfers = screens, transfers
        screens.add_live(ConfigQuery, self.draw)
        screens.add_live(CheckQuery, self.draw_check)
        screens.add_deed(SetDeed, self.set)
        screens.add_deed(ZoneFormDeed, self.ask_zone)
        screens.add_deed(TestPostDeed, self.post_test)
        forms.add(FORM, self.take_zone)

    @config.command(description=locale_str("command-config-view"))
    async def view(self, interaction: discord.Interaction) -> None:
        await self.screens.open(interaction, ConfigQuery())

    @config.command(description=locale_str("command-config-check"))
    async def check(self, interaction: discord.Interaction) -> None:
        await self.screens.open(interaction, CheckQuery())

    @config.command(description=locale_str("command-config-language"))
    @app_commands.describe(language=locale_str("option-language"))
    @app_commands.choices(language=LANGUAGE_CHOICES)
    async def language(self, interaction: discord.Interaction, language: str) -> None:
        await self._change(interaction, "language", language=language)

    @config.command(description=locale_str("command-config-zone"))
    @app_commands.describe(zone=locale_str("option-zone"))
    async def zone(self, interaction: discord.Interaction, zone: ZoneOption) -> None:
        await self._change(interaction, "zone", zone=self.zones.find(zone))

    @config.command(description=locale_str("command-config-visibility"))
    @app_commands.describe(answers=locale_str("option-answers"))
    @app_commands.choices(answers=VISIBILITY_CHOICES)
    async def visibility(self, interaction: discord.Interaction, answers: str) -> None:
        await self._change(interaction, "visibility", visibility=answers)

    @config.command(description=locale_str("command-config-spoilers"))
    @app_commands.describe(hours=locale_str("option-hours"))
    @app_commands.choices(hours=SPOILER_CHOICES)
    async def spoilers(self, interaction: discord.Interaction, hours: int) -> None:
        await self._change(interaction, "spoilers", spoiler_hours=hours)

    @config.command(description=locale_str("command-config-games"))
    @app_commands.describe(who=locale_str("option-who"), channel=locale_str("option-game-channel"))
    @app_commands.choices(who=GAME_CHOICES)
    async def games(
        self, interaction: discord.Interaction, who: str, channel: discord.TextChannel | None = None
    ) -> None:
        channels = {} if channel is None else {"game_channels": (channel.id,)}
        await self._change(interaction, "games", games=who, **channels)

    @config.command(description=locale_str("command-config-rules"))
    @app_commands.describe(
        reading=locale_str("option-reading"), changes=locale_str("option-changes"), humans=locale_str("option-humans")
    )
    async def rules(
        self,
        interaction: discord.Interaction,
        reading: Reading | None = None,
        changes: bool | None = None,
        humans: Humans | None = None,
    ) -> None:
        guild_id, words = require(interaction), await words_for(interaction)
        wanted = {"reading": reading, "changes": changes, "humans": humans}
        rules = await in_time(interaction, self.trivia.set_rules(guild_id, interaction.user.id, **wanted))
        await answer(interaction, rules_page(rules, words))

    @config.command(description=locale_str("command-config-export"))
    async def export(self, interaction: discord.Interaction) -> None:
        await self.transfers.export(interaction)

    @config.command(name="import", description=locale_str("command-config-import"))
    @app_commands.describe(file=locale_str("option-settings-file"))
    async def take(self, interaction: discord.Interaction, file: discord.Attachment) -> None:
        await self.transfers.take(interaction, file)

    async def draw(self, query: ConfigQuery, interaction: discord.Interaction, words: Words) -> FrozenLayout:
        guild_id = require(interaction)
        card = await self.guilds.card(guild_id, reader=interaction.user.id, since=query.since)
        return config_page(card, await self.follows.of_guild(guild_id), query, self.lookup, words)

    async def draw_check(self, query: CheckQuery, interaction: discord.Interaction, words: Words) -> FrozenLayout:
        guild_id = require(interaction)
        settings = await self.guilds.of(guild_id)
        failures = await self.failures.latest(guild_id)
        guild = interaction.guild
        assert guild is not None  # require() says so
        those = await self.subscriptions.of_guild(guild_id)
        channels = channel_checks(guild, settings)
        channels += more_channels(guild, those, channels)
        stopped = stopped_blocks(those, self.lookup, words)
        return check_page(channels, role_checks(guild, settings), failures, query, words, stopped)

    async def set(self, deed: SetDeed, interaction: discord.Interaction, values: tuple[str, ...]) -> PanelQuery:
        """Takes what a control says, and shows the panel again."""
        guild_id = require(interaction)
        if deed.back not in PANELS:
            raise StaleButton(deed.address)
        value = decoded(deed.setting, (deed.value,) if deed.value is not None else values)
        await self.guilds.change(guild_id, interaction.user.id, **{deed.setting: value})
        return PANELS[deed.back](deed.section, deed.since)

    async def ask_zone(self, deed: ZoneFormDeed, interaction: discord.Interaction, values: tuple[str, ...]) -> None:
        """Opens the form in which a zone is typed."""
        require(interaction)
        here = PANELS[deed.back](deed.section, deed.since)
        await interaction.response.send_modal(zone_form(here, await words_for(interaction)))

    async def take_zone(self, interaction: discord.Interaction[Any], rest: str, values: Values) -> None:
        """Takes the zone that was typed; one that nobody knows offers the nearest."""
        guild_id = require(interaction)
        here = self.screens.parse(rest)
        if not isinstance(here, PanelQuery):
            raise StaleButton(rest)
        try:
            zone = self.zones.find(values.get(ZONE, ""))
        except UnknownZone as error:
            await answer(interaction, unknown_zone_page(error, here, await words_for(interaction)))
            return
        await in_time(interaction, self.guilds.change(guild_id, interaction.user.id, zone=zone), update=True)
        await self.screens.turn(interaction, here)

    async def post_test(
        self, deed: TestPostDeed, interaction: discord.Interaction, values: tuple[str, ...]
    ) -> CheckQuery:
        """Posts a word where announcements will be; what fails is noted, and stands on the page."""
        guild_id = require(interaction)
        channel_id = (await self.guilds.of(guild_id)).channel_id or 0
        channel = interaction.client.get_partial_messageable(channel_id, guild_id=guild_id)
        try:
            await channel.send(view=test_post(await words_for(interaction)))
        except discord.Forbidden:
            await self.failures.note(guild_id, channel_id, Why.FORBIDDEN)
        except discord.NotFound:
            await self.failures.note(guild_id, channel_id, Why.GONE)
        except discord.DiscordServerError:
            await self.failures.note(guild_id, channel_id, Why.UNREACHABLE)
        return CheckQuery(since=deed.since)

    async def _change(self, interaction: discord.Interaction, section: str, **changes: Any) -> None:
        """Keeps some settings, then shows their section."""
        guild_id = require(interaction)
        await in_time(interaction, self.guilds.change(guild_id, interaction.user.id, **changes))
        await self.screens.open(interaction, ConfigQuery(section))


async def setup(bot: "Laurel") -> None:
    services = bot.services
    transfers = Transfers(services.portability, services.lookup, bot.screens)
    await bot.add_cog(Config(services, transfers, bot.screens, bot.forms))
