"""Decorators that give commands what the design asks of their kind."""

from typing import Any, TypeVar

from discord import app_commands

Command = TypeVar("Command", bound="app_commands.Command[Any, ..., None] | app_commands.ContextMenu")


def look_up(command: Command) -> Command:
    """A look-up works in servers, in DMs and group DMs, installed to a server or to a member (design, section 5)."""
    app_commands.allowed_installs(guilds=True, users=True)(command)
    return app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(command)
