"""Decorators that give commands what the design asks of their kind."""

from typing import Any, TypeVar

import discord
from discord import app_commands
from discord.ext import commands

from bot.errors import NotAllowed

Managed = TypeVar("Managed", bound="app_commands.Command[Any, ..., None] | app_commands.Group")
Command = TypeVar(
    "Command",
    bound="app_commands.Command[Any, ..., None] | app_commands.Group | app_commands.ContextMenu "
    "| type[commands.GroupCog]",
)


def look_up(command: Command) -> Command:
    """A look-up works in servers, in DMs and group DMs, installed to a server or to a member (design, section 5)."""
    app_commands.allowed_installs(guilds=True, users=True)(command)
    return app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(command)


def for_managers(command: Managed, permission: str = "manage_guild") -> Managed:
    """A command of those who manage a server: Discord shows it to them alone, and `require` asks again in code."""
    command.default_permissions = discord.Permissions(**{permission: True})
    command.guild_only = True
    command.allowed_installs = app_commands.AppInstallationType(guild=True, user=False)
    command.allowed_contexts = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
    return command


def require(interaction: discord.Interaction[Any], permission: str = "manage_guild") -> int:
    """The server's id, for who has the permission there (an administrator has all). Raises NotAllowed."""
    if interaction.guild_id is None or not manages(interaction, permission):
        raise NotAllowed(permission)
    return interaction.guild_id


def manages(interaction: discord.Interaction[Any], permission: str = "manage_guild") -> bool:
    """Whether whoever acts has the permission where they are."""
    allowed = interaction.permissions
    return allowed.administrator or bool(getattr(allowed, permission))


def server_here(interaction: discord.Interaction[Any]) -> int | None:
    """The id of the server where somebody acts; None outside servers, and in one that did not install Laurel."""
    ours = interaction.is_guild_integration() or not interaction.is_user_integration()
    return interaction.guild_id if ours else None
