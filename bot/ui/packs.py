"""`/pack` as its cog mounts it: a file in, its preview, the packs that count, one of them, its end."""

import asyncio
from collections.abc import Sequence
from typing import Any

import aiohttp
import discord

from bot.errors import Refused
from bot.services.trivia.packs import MOST_PACKS, Pack, Packs, Upload
from bot.storage.packs import PackHead
from bot.text import Words
from bot.trivia.packs import MOST_BYTES, TOLD_FAULTS, Fault, OwnQuestion
from bot.ui.commands import require
from bot.ui.files import promise
from bot.ui.layouts import FrozenLayout, clip, draw, page_of, pages
from bot.ui.markdown import plain
from bot.ui.queries import Query
from bot.ui.reader import words_for
from bot.ui.reply import answer
from bot.ui.screens import Screens, deed_button, open_button, page_buttons, turn_button

PATIENCE = 20  # seconds for Discord to hand the file over
PREVIEWED = 4  # questions shown before a pack counts
FAULTS_ROOM = 1_500
QUESTION_ROOM = 600
BUTTONS = 20
_KEYS = {"pack": "i", "page": "p"}


class PacksQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """The server's packs."""

    screen = "packs"


class PackQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """A pack, or a draft, with all its questions."""

    screen = "pack"

    pack: int
    page: int = 1


class PackEndQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Whether a pack is really to go."""

    screen = "pack-end"

    pack: int


class UsePackDeed(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Lets a draft count."""

    screen = "pack-use"

    pack: int


class RemovePackDeed(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """Deletes a pack, or lets go of a draft."""

    screen = "pack-remove"

    pack: int


class PackDesk:
    """Everything about packs but the commands. Asks for Manage Server at each step."""

    def __init__(self, packs: Packs, screens: Screens) -> None:
        self._packs, self._screens = packs, screens
        screens.add_live(PacksQuery, self._draw_all)
        screens.add_live(PackQuery, self._draw)
        screens.add_live(PackEndQuery, self._draw_end)
        screens.add_deed(UsePackDeed, self._use)
        screens.add_deed(RemovePackDeed, self._remove)

    async def add(self, interaction: discord.Interaction[Any], file: discord.Attachment, name: str | None) -> None:
        """Answers with the preview of an uploaded file. Raises Refused, NotAllowed."""
        guild_id = require(interaction)
        if file.size > MOST_BYTES:
            raise Refused("pack-too-large", most=MOST_BYTES // 1024)
        await promise(interaction)
        upload = await self._packs.add(guild_id, file.filename, await _content(file), name)
        pack = None if upload.draft_id is None else await self._packs.find(guild_id, upload.draft_id)
        await answer(interaction, preview_page(upload, pack, await words_for(interaction)))

    async def id_of(self, interaction: discord.Interaction[Any], name: str) -> int:
        """The id of the pack that somebody named. Raises Refused, NotAllowed."""
        return (await self._packs.named(require(interaction), name)).head.id

    async def suggest(self, interaction: discord.Interaction[Any], typed: str) -> list[str]:
        """The names of the server's packs that hold what was typed so far; none for who may not see them."""
        if interaction.guild_id is None:
            return []
        heads = await self._packs.of_guild(require(interaction))
        return [head.name for head in heads if typed.casefold() in head.name]

    async def _draw_all(self, query: PacksQuery, interaction: discord.Interaction[Any], words: Words) -> FrozenLayout:
        return packs_page(await self._packs.of_guild(require(interaction)), words)

    async def _draw(self, query: PackQuery, interaction: discord.Interaction[Any], words: Words) -> FrozenLayout:
        return pack_page(await self._packs.find(require(interaction), query.pack), query, words)

    async def _draw_end(self, query: PackEndQuery, interaction: discord.Interaction[Any], words: Words) -> FrozenLayout:
        return end_page(await self._packs.find(require(interaction), query.pack), words)

    async def _use(self, deed: UsePackDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]) -> Query:
        guild_id = require(interaction)
        await self._packs.confirm(guild_id, interaction.user.id, deed.pack)
        return PackQuery(deed.pack)

    async def _remove(
        self, deed: RemovePackDeed, interaction: discord.Interaction[Any], values: tuple[str, ...]
    ) -> Query:
        guild_id = require(interaction)
        await self._packs.remove(guild_id, interaction.user.id, deed.pack)
        return PacksQuery()


async def _content(file: discord.Attachment) -> bytes:
    try:
        async with asyncio.timeout(PATIENCE):
            return await file.read()
    except (discord.HTTPException, aiohttp.ClientError, OSError):
        raise Refused("pack-not-received") from None


def preview_page(upload: Upload, pack: Pack | None, words: Words) -> FrozenLayout:
    """What a file holds, before any of it counts: some questions, and what is wrong with the others."""
    name = plain(upload.name)
    blocks = [clip(faults_text(upload.faults, words), FAULTS_ROOM)] if upload.faults else []
    if pack is None:
        return draw(f"## {words('pack-preview', name=name)}\n{words('pack-none-good')}", blocks)
    head = pack.head
    lines = [words("pack-good", count=head.size), _typed(pack, words), words("pack-not-yet")]
    shown = [clip(_told(question, words), QUESTION_ROOM // 2) for question in pack.questions[:PREVIEWED]]
    blocks = ["\n".join(shown), *blocks]
    rows = [
        [
            deed_button(words("pack-use"), UsePackDeed(head.id), style=discord.ButtonStyle.primary),
            open_button(words("pack-see-all"), PackQuery(head.id)),
            deed_button(words("pack-discard"), RemovePackDeed(head.id)),
        ]
    ]
    return draw(f"## {words('pack-preview', name=name)}\n" + "\n".join(filter(None, lines)), blocks, rows)


def faults_text(faults: Sequence[Fault], words: Words) -> str:
    """Each fault with its row and its reason, and how many more."""
    lines = [words("pack-faults", count=len(faults))]
    for fault in faults[:TOLD_FAULTS]:
        reason = words(f"pack-fault-{fault.reason}", most=fault.most)
        lines.append(words("pack-fault", row=fault.row, reason=reason))
    if len(faults) > TOLD_FAULTS:
        lines.append(words("pack-more-faults", count=len(faults) - TOLD_FAULTS))
    return "\n".join(lines)


def packs_page(heads: Sequence[PackHead], words: Words) -> FrozenLayout:
    """The server's packs, each with a button to its questions."""
    title = f"## {words('pack-list')}"
    if not heads:
        return draw(f"{title}\n{words('pack-list-none')}")
    lines = [
        words("pack-line", name=plain(head.name), count=head.size, when=f"<t:{head.added_at}:d>") for head in heads
    ]
    buttons = [turn_button(head.name, PackQuery(head.id)) for head in heads[:BUTTONS]]
    rows = [buttons[first : first + 5] for first in range(0, len(buttons), 5)]
    return draw(f"{title}\n{words('pack-list-intro', most=MOST_PACKS)}", ["\n".join(lines)], rows)


def pack_page(pack: Pack, query: PackQuery, words: Words) -> FrozenLayout:
    """All questions of a pack with their answers: for managers, who wrote them."""
    head = pack.head
    dealt = pages([clip(_told(question, words), QUESTION_ROOM) for question in pack.questions], reserved=300)
    blocks, page = page_of(dealt, query.page)
    state = words("pack-not-yet") if head.draft else words("pack-counts", count=head.size, name=plain(head.name))
    title = "\n".join(filter(None, (f"## {plain(head.name)}", state, _typed(pack, words))))
    end = [turn_button(words("pack-back"), PacksQuery()), turn_button(words("pack-remove"), PackEndQuery(head.id))]
    if head.draft:
        end = [
            deed_button(words("pack-use"), UsePackDeed(head.id), style=discord.ButtonStyle.primary),
            deed_button(words("pack-discard"), RemovePackDeed(head.id)),
        ]
    footer = words("page-number", page=page, count=len(dealt)) if len(dealt) > 1 else None
    return draw(title, blocks, [page_buttons(query, page, len(dealt), words), end], footer)


def end_page(pack: Pack, words: Words) -> FrozenLayout:
    """Asks once more."""
    head = pack.head
    rows = [
        [
            deed_button(words("pack-remove-yes"), RemovePackDeed(head.id), style=discord.ButtonStyle.danger),
            turn_button(words("pack-back"), PacksQuery()),
        ]
    ]
    return draw(words("pack-remove-ask", name=plain(head.name), count=head.size), rows=rows)


def _typed(pack: Pack, words: Words) -> str:
    return words("pack-typed-only", count=pack.typed_only) if pack.typed_only else ""


def _told(question: OwnQuestion, words: Words) -> str:
    """A question with its answers and its other options."""
    lines = [f"**{plain(question.prompt)}**", words("pack-answers", answers=", ".join(map(plain, question.answers)))]
    if question.wrong:
        lines.append(words("pack-wrong", options=", ".join(map(plain, question.wrong))))
    return "\n".join(lines)
