"""`laurel check`: settings, token, database, catalogue; what is wrong with each and what to do about it."""

import base64
import binascii
import re
from dataclasses import dataclass

from bot.catalogue import load_catalogue
from bot.errors import CatalogueError, OperatorError, SettingsError
from bot.services.lookup import Lookup
from bot.settings import Secret, Settings, load_settings
from bot.storage.database import Database
from bot.ui.about import invite_address

TOKEN = re.compile(r"([\w-]{18,})\.[\w-]{6,}\.[\w-]{27,}")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check: `fine` is None for what is neither right nor wrong."""

    subject: str
    fine: bool | None
    text: str


async def check_up() -> list[Finding]:
    """Everything that can be told without asking Discord."""
    try:
        settings = load_settings()
    except SettingsError as error:
        return [Finding("settings", False, str(error))]
    return [
        Finding("settings", True, "read from the environment and .env"),
        *check_token(settings.discord_token),
        await check_database(settings),
        check_catalogue(settings),
    ]


def check_token(token: Secret) -> list[Finding]:
    """Whether the token has a token's shape, and the invite link it tells."""
    if not token:
        return [Finding("token", None, "DISCORD_TOKEN is not set, so `laurel run` opens the playground")]
    application_id = application_of(token)
    if application_id is None:
        text = "DISCORD_TOKEN has not the shape of a bot token. Copy it from discord.com/developers, page Bot"
        return [Finding("token", False, text)]
    invite = f"add Laurel to a server with {invite_address(application_id)}"
    return [Finding("token", True, "has a token's shape"), Finding("invite", None, invite)]


def application_of(token: Secret) -> int | None:
    """The application's id, which is the first part of a bot token in base64; None when it is no such token."""
    match = TOKEN.fullmatch(token.reveal())
    if match is None:
        return None
    try:
        text = base64.urlsafe_b64decode(match[1] + "=" * (-len(match[1]) % 4)).decode("ascii")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return int(text) if text.isdigit() else None


async def check_database(settings: Settings) -> Finding:
    """Whether it opens and is of our version (it is migrated when it is older)."""
    database = Database(settings.database_url)
    try:
        await database.open()
    except OperatorError as error:
        return Finding("database", False, str(error))
    await database.close()
    return Finding("database", True, f"{database} opens and is up to date")


def check_catalogue(settings: Settings) -> Finding:
    """Whether every law of the catalogue holds."""
    try:
        holdings = Lookup.over(load_catalogue(settings.data_dir)).holdings()
    except CatalogueError as error:
        return Finding("catalogue", False, str(error))
    return Finding("catalogue", True, f"{holdings.artists} artists, {holdings.results} prizes, all laws hold")
