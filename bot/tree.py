"""The command tree: one error handler, one translator, and the synchronisation of commands with Discord."""

import hashlib
import logging
import secrets
from typing import Any

import discord
import msgspec
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.errors import StorageTrouble, UserError
from bot.services.bundle import Services
from bot.storage.commands import CommandSync
from bot.text import LOCALES, WordBook
from bot.ui.apologies import bug
from bot.ui.layouts import draw
from bot.ui.reader import words_for
from bot.ui.reply import answer
from bot.ui.screens import Apologise

log = logging.getLogger(__name__)
EVERYWHERE = 0
GONE = (10062, 40060)  # Discord: unknown interaction (answered too late), already acknowledged


class WordTranslator(app_commands.Translator):
    """Reads the words of commands, options and choices from data/locales; a `locale_str` holds their key."""

    def __init__(self, book: WordBook) -> None:
        self._book = book

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        # Names of slash commands and options are plain identifiers: they stay English in every language (design, 5).
        # A menu's entry is a sentence; its name is the English one already, so its key comes along.
        key = string.extras.get("key", string.message)
        words = self._book.of(locale.value)
        return words(key) if locale.value in LOCALES and key in words else None


class LaurelTree(app_commands.CommandTree[commands.AutoShardedBot]):
    """Answers every error, and tells Discord about commands only when they changed."""

    services: Services  # both set by the client, before anything can arrive
    apologise: Apologise

    def __init__(self, client: commands.AutoShardedBot) -> None:
        super().__init__(client)
        self.command_ids: dict[str, int] = {}

    async def on_error(self, interaction: discord.Interaction[Any], error: Exception) -> None:
        """Turns any exception of a command, a button or a select into one kind answer.

        A member's own mistakes and what is nobody's fault are explained; anything else is a bug: an id for the
        member, the traceback for the log.
        """
        words = await words_for(interaction)
        match _cause(error):
            case UserError() as mistake:
                page = self.apologise(mistake, None, words)
            case StorageTrouble() as trouble:
                log.error("the database is in trouble: %s", trouble)
                page = draw(words("error-storage"))
            case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
                page = draw(words("error-outdated-command"))
            case app_commands.CheckFailure():
                page = draw(words("error-not-allowed"))
            case cause if getattr(cause, "code", None) in GONE:
                log.warning("an interaction was gone before it was answered: %s", cause)
                return
            case cause:
                number = secrets.token_hex(3)
                name = interaction.command.qualified_name if interaction.command else "a component"
                log.error("error %s in %s", number, name, exc_info=cause, extra={"error_id": number})
                page = bug(number, words)
        try:
            await answer(interaction, page)
        except discord.HTTPException as refused:
            log.warning("nobody could be told of %r: %s", error, refused)

    async def payload(self) -> list[dict[str, Any]]:
        """All commands as Discord takes them, in every language; English is the default text."""
        translator = self.translator
        assert translator is not None
        payloads = [await command.get_translated_payload(self, translator) for command in self.get_commands()]
        return [_in_english(payload) for payload in payloads]

    async def synchronise(self, *, force: bool = False) -> bool:
        """Tells Discord about our commands if it does not know them as they are; says whether it did.

        A development server (DEV_GUILD_ID) gets them alone, at once. Needs a logged-in client. Raises
        discord.HTTPException when Discord refuses.
        """
        application_id = self.client.application_id
        assert application_id is not None
        guild_id = self.services.settings.dev_guild_id or EVERYWHERE
        payload = await self.payload()
        tree_hash = hashlib.sha256(msgspec.json.encode(payload)).hexdigest()
        syncs = self.services.command_syncs
        known = None if force else await syncs.find(application_id, guild_id)
        if known is not None and known.tree_hash == tree_hash and await self._registered(guild_id) == known.command_ids:
            self.command_ids = known.command_ids
            return False
        http = self.client.http
        if guild_id == EVERYWHERE:
            registered = await http.bulk_upsert_global_commands(application_id, payload=payload)
        else:
            registered = await http.bulk_upsert_guild_commands(application_id, guild_id, payload=payload)
        self.command_ids = {command["name"]: int(command["id"]) for command in registered}
        now = int(self.services.clock.now().timestamp())
        await syncs.save(application_id, guild_id, CommandSync(tree_hash, self.command_ids), now)
        return True

    async def _registered(self, guild_id: int) -> dict[str, int]:
        """What Discord has: someone else may have changed it since (another deployment, another tool)."""
        guild = None if guild_id == EVERYWHERE else discord.Object(guild_id)
        return {command.name: command.id for command in await self.fetch_commands(guild=guild)}

    def mention(self, name: str) -> str:
        """A command as a reader can click it, or as code while Discord has not told us its id."""
        number = self.command_ids.get(name.partition(" ")[0])
        return f"</{name}:{number}>" if number else f"`/{name}`"


def _cause(error: BaseException) -> BaseException:
    """What really happened, under discord.py's wrappers."""
    while isinstance(error, (app_commands.CommandInvokeError, app_commands.TransformerError)) and error.__cause__:
        error = error.__cause__
    return error


def _in_english(payload: dict[str, Any]) -> dict[str, Any]:
    """Puts the English words where discord.py left our keys, in a command and everything below it."""
    for field in ("name", "description"):
        translated = payload.get(f"{field}_localizations") or {}
        if english := translated.get(LOCALES[0]):
            payload[field] = english
    for child in (*payload.get("options", ()), *payload.get("choices", ())):
        _in_english(child)
    return payload
