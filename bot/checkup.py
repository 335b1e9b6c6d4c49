"""`laurel check`: settings, token, database, catalogue; what is wrong with each and what to do about it."""

import base64
import binascii
import datetime
import re

import msgspec

from bot.catalogue import load_catalogue
from bot.clock import SystemClock
from bot.errors import CatalogueError, DatabaseError, OperatorError, SettingsError
from bot.services.backups import Backups
from bot.services.lookup import Lookup
from bot.settings import Secret, Settings, load_settings
from bot.storage.database import Database
from bot.ui.about import invite_address

FRESH = datetime.timedelta(days=2)
TOKEN = re.compile(r"([\w-]{18,})\.[\w-]{6,}\.[\w-]{27,}")


class Finding(msgspec.Struct, frozen=True):
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
        await check_backups(settings),
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


async def check_backups(settings: Settings) -> Finding:
    """Which is the newest, and whether it is of the last two days."""
    clock = SystemClock()
    backups = Backups(settings.database_url, settings.backup_dir, clock)
    try:
        latest = await backups.latest()
    except DatabaseError as elsewhere:
        return Finding("backups", None, str(elsewhere))
    except OperatorError as error:
        return Finding("backups", False, str(error))
    nightly = "a running bot makes one every night" if backups.nightly_ones else "BACKUP_DIR=off: no nightly ones"
    if latest is None:
        return Finding("backups", None, f"none yet; {nightly}, `laurel backup` one now")
    fresh = True if clock.now() - latest.made_at < FRESH else None
    return Finding("backups", fresh, f"the newest is {latest.file}; {nightly}")


def check_catalogue(settings: Settings) -> Finding:
    """Whether every law of the catalogue holds."""
    try:
        holdings = Lookup.over(load_catalogue(settings.data_dir)).holdings()
    except CatalogueError as error:
        return Finding("catalogue", False, str(error))
    return Finding("catalogue", True, f"{holdings.artists} artists, {holdings.results} prizes, all laws hold")
