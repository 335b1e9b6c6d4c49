"""`/notify`: the roles that members may take to be pinged, and the message that offers them."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.errors import NoServerHere, Refused, SendFault
from bot.services.languages import Languages
from bot.services.ping_roles import Panel, PingRoles
from bot.text import Words
from bot.ui.commands import look_up, require, server_here
from bot.ui.debounce import Debounce
from bot.ui.layouts import FrozenLayout
from bot.ui.messenger import Messenger
from bot.ui.ping_roles import (
    NotifyQuery,
    ToggleRoleDeed,
    changed_page,
    check_role,
    listed_page,
    own_page,
    panel_page,
    toggle,
)
from bot.ui.reader import words_for
from bot.ui.reply import answer, in_time
from bot.ui.screens import Screens

if TYPE_CHECKING:
    from bot.client import Laurel

PERMISSION = "manage_roles"
What = app_commands.Range[str, 1, 100]


class Notify(commands.Cog):
    """One command for all; who lists roles needs Manage Roles, which each such subcommand asks for itself."""

    notify = look_up(app_commands.Group(name="notify", description=locale_str("command-notify")))

    def __init__(
        self, roles: PingRoles, languages: Languages, screens: Screens, messenger: Messenger, debounce: Debounce
    ) -> None:
        self.roles, self.languages, self.screens = roles, languages, screens
        self.messenger, self.debounce = messenger, debounce
        screens.add_live(NotifyQuery, self.draw)
        screens.add_deed(ToggleRoleDeed, self.toggle)

    @notify.command(name="roles", description=locale_str("command-notify-roles"))
    async def show(self, interaction: discord.Interaction) -> None:
        await self.screens.open(interaction, NotifyQuery())

    @notify.command(description=locale_str("command-notify-add"))
    @app_commands.describe(role=locale_str("option-notify-role"), what=locale_str("option-notify-what"))
    async def add(self, interaction: discord.Interaction, role: discord.Role, what: What | None = None) -> None:
        guild = _managed(interaction)
        check_role(role, guild, interaction.user)
        await in_time(interaction, self.roles.put(guild.id, interaction.user.id, role.id, what or ""))
        await self._listed(interaction, guild, changed=True)

    @notify.command(description=locale_str("command-notify-remove"))
    @app_commands.describe(role=locale_str("option-notify-role"))
    async def remove(self, interaction: discord.Interaction, role: discord.Role) -> None:
        guild = _managed(interaction)
        await in_time(interaction, self.roles.remove(guild.id, interaction.user.id, role.id))
        await self._listed(interaction, guild, changed=True)

    @notify.command(name="list", description=locale_str("command-notify-list"))
    async def listed(self, interaction: discord.Interaction) -> None:
        await self._listed(interaction, _managed(interaction))

    @notify.command(description=locale_str("command-notify-panel"))
    async def panel(self, interaction: discord.Interaction) -> None:
        guild = _managed(interaction)
        if not await self.roles.of_guild(guild.id):
            raise Refused("notify-nothing-listed")
        await in_time(interaction, self._post(guild, interaction.channel_id or 0))
        await self._listed(interaction, guild)

    async def _post(self, guild: discord.Guild, channel_id: int) -> None:
        """Posts the message that offers the roles; the one before, if any, goes."""
        before = await self.roles.panel(guild.id)
        page = panel_page(await self.roles.of_guild(guild.id), guild, await self.languages.of_guild(guild.id))
        try:
            message_id = await self.messenger.send(channel_id, page)
        except SendFault as fault:
            refused = fault.why in (SendFault.Why.FORBIDDEN, SendFault.Why.GONE)
            raise Refused("notify-cannot-post" if refused else "notify-not-now") from fault
        await self.roles.place(guild.id, Panel(channel_id, message_id))
        if before is not None:
            try:
                await self.messenger.delete(before.channel_id, before.message_id)
            except SendFault:
                return  # its buttons do the same as those of the new one

    async def _listed(
        self, interaction: discord.Interaction[Any], guild: discord.Guild, *, changed: bool = False
    ) -> None:
        """Answers with the list; once it has `changed`, the message that offers the roles follows."""
        roles, panel = await self.roles.of_guild(guild.id), await self.roles.panel(guild.id)
        link = None
        if panel is not None:
            link = f"https://discord.com/channels/{guild.id}/{panel.channel_id}/{panel.message_id}"
            if changed:
                self.debounce.ask(panel.message_id, lambda: self._redraw(guild, panel))
        await answer(interaction, listed_page(roles, guild, link, await words_for(interaction)))

    async def _redraw(self, guild: discord.Guild, panel: Panel) -> None:
        words = await self.languages.of_guild(guild.id)
        page = panel_page(await self.roles.of_guild(guild.id), guild, words)
        await self.messenger.edit(panel.channel_id, panel.message_id, page)

    async def draw(self, query: NotifyQuery, interaction: discord.Interaction[Any], words: Words) -> FrozenLayout:
        guild_id = server_here(interaction)
        if guild_id is None:
            raise NoServerHere
        return own_page(await self.roles.of_guild(guild_id), interaction.user, query, words)

    async def toggle(
        self, deed: ToggleRoleDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> NotifyQuery | None:
        member, guild_id = interaction.user, server_here(interaction)
        if guild_id is None or not isinstance(member, discord.Member):
            raise NoServerHere
        offered = await self.roles.offered(guild_id, deed.role)
        has = await toggle(member, offered.role_id)
        if not deed.public:
            return NotifyQuery(offered.role_id, has)
        await answer(interaction, changed_page(offered.role_id, has, await words_for(interaction)))
        return None


def _managed(interaction: discord.Interaction[Any]) -> discord.Guild:
    """The server, for who may manage its roles. Raises NotAllowed, NoServerHere."""
    require(interaction, PERMISSION)
    if interaction.guild is None or server_here(interaction) is None:
        raise NoServerHere
    return interaction.guild


async def setup(bot: "Laurel") -> None:
    services = bot.services
    await bot.add_cog(Notify(services.ping_roles, services.languages, bot.screens, bot.messenger, bot.debounce))
