"""`/config export` and `/config import` as the /config cog mounts them: a file out; a file in, its summary, its end."""

import asyncio
from collections.abc import Sequence
from typing import Any

import aiohttp
import discord

from bot.errors import ImportRefused
from bot.services.lookup import Lookup
from bot.services.portability import Here, Plan, Portability
from bot.services.settings_file import MOST_BYTES
from bot.text import Words
from bot.ui.commands import require
from bot.ui.config import value_of
from bot.ui.files import promise, send_file
from bot.ui.follows import subject_name
from bot.ui.layouts import FrozenLayout, clip, draw
from bot.ui.markdown import quoted
from bot.ui.panels import ConfigQuery
from bot.ui.queries import Query
from bot.ui.reader import words_for
from bot.ui.screens import Screens, deed_button, turn_button

_KEYS = {"key": "k", "stale": "o", "seen": "n", "count": "c"}
FILE = "laurel-server-settings.json"
NAMED = 8
LONGEST_LINE, LONGEST_SETTINGS, LONGEST_NAMES = 400, 1_300, 550
PATIENCE = 20  # seconds for Discord to hand the file over


class ImportQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """What an uploaded file would change; `stale`: an earlier summary of it was out of date when it was to apply."""

    screen = "import"

    key: str
    stale: bool = False


class ApplyDeed(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Changes it, if the server is still as it was when `seen`."""

    screen = "import-apply"

    key: str
    seen: str


class DropDeed(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Lets go of the file."""

    screen = "import-drop"

    key: str


class ImportedQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """What became of a file: `count` changes, or none."""

    screen = "imported"

    count: int = 0


class Transfers:
    """Everything about files of settings but the two commands. Asks for Manage Server at each step."""

    def __init__(self, portability: Portability, lookup: Lookup, screens: Screens) -> None:
        self._portability = portability
        self._lookup = lookup
        self._screens = screens
        screens.add_live(ImportQuery, self._draw)
        screens.add_deed(ApplyDeed, self._apply)
        screens.add_deed(DropDeed, self._drop)
        screens.add(ImportedQuery, imported_page)

    async def export(self, interaction: discord.Interaction[Any]) -> None:
        """Answers with the server's file."""
        guild_id = require(interaction)
        await promise(interaction)
        content = await self._portability.export(guild_id, here(interaction))
        words = await words_for(interaction)
        await send_file(interaction, draw(words("export-ready")), FILE, content)

    async def take(self, interaction: discord.Interaction[Any], attachment: discord.Attachment) -> None:
        """Answers with what an uploaded file would change. Raises ImportRefused."""
        guild_id = require(interaction)
        if attachment.size > MOST_BYTES:
            raise ImportRefused("too-large")
        await promise(interaction)
        try:
            async with asyncio.timeout(PATIENCE):
                content = await attachment.read()
        except (discord.HTTPException, aiohttp.ClientError, OSError):
            raise ImportRefused("unreadable") from None
        key = self._portability.take(guild_id, content)
        await self._screens.open(interaction, ImportQuery(key))

    async def _draw(self, query: ImportQuery, interaction: discord.Interaction[Any], words: Words) -> FrozenLayout:
        plan = await self._portability.plan(require(interaction), query.key, here(interaction))
        return import_page(plan, query, self._lookup, words)

    async def _apply(self, deed: ApplyDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]) -> Query:
        guild_id = require(interaction)
        place = here(interaction)
        plan = await self._portability.apply(guild_id, interaction.user.id, deed.key, place, seen=deed.seen)
        return ImportQuery(deed.key, stale=True) if plan is None else ImportedQuery(plan.size)

    async def _drop(self, deed: DropDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]) -> Query:
        self._portability.drop(require(interaction), deed.key)
        return ImportedQuery()


def here(interaction: discord.Interaction[Any]) -> Here:
    """What of a file can be set where somebody asks: channels that take posts, and roles but @everyone."""
    guild = interaction.guild
    assert guild is not None  # require() says so
    roles = {role.id: role.name for role in guild.roles if not role.is_default()}
    return Here({channel.id: channel.name for channel in guild.text_channels}, roles)


def import_page(plan: Plan, query: ImportQuery, lookup: Lookup, words: Words) -> FrozenLayout:
    """Every change before it applies, and what stays out."""
    opening = words("import-intro", count=plan.size) if plan.size else words("import-nothing")
    if query.stale and plan.size:
        opening = words("import-again")
    lines = [
        words(
            "import-line",
            what=words(f"setting-{name}"),
            before=value_of(name, before, words),
            after=value_of(name, after, words),
        )
        for name, (before, after) in plan.changes.items()
    ]
    blocks = [clip("\n".join(clip(line, LONGEST_LINE) for line in lines), LONGEST_SETTINGS)]
    named = {
        "import-followed": [subject_name(subject, lookup, words) for subject in plan.followed],
        "import-unfollowed": [subject_name(subject, lookup, words) for subject in plan.unfollowed],
        "import-missing": [quoted(name) for name in plan.missing],
        "import-unknown": [quoted(subject.id) for subject in plan.unknown],
    }
    blocks += [clip(words(key, names=_few(names, words)), LONGEST_NAMES) for key, names in named.items() if names]
    rows = [
        [
            deed_button(words("import-apply"), ApplyDeed(query.key, plan.seen), style=discord.ButtonStyle.primary),
            deed_button(words("import-cancel"), DropDeed(query.key)),
        ]
    ]
    return draw(f"## {words('import-title')}\n{opening}", filter(None, blocks), rows if plan.size else ())


def imported_page(query: ImportedQuery, words: Words) -> FrozenLayout:
    """Said only once the changes are stored, or the file is gone."""
    said = words("import-applied", count=query.count) if query.count else words("import-dropped")
    return draw(said, rows=[[turn_button(words("import-see"), ConfigQuery())]])


def _few(names: Sequence[str], words: Words) -> str:
    """The first names, and how many more."""
    if len(names) <= NAMED:
        return words.list(names)
    return words("import-more", names=", ".join(names[:NAMED]), count=len(names) - NAMED)
