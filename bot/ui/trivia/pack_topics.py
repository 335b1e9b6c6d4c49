"""Packs as topics of a game: the written ones that everybody has, and the server's own."""

from typing import Any

import discord
from discord.app_commands import Choice

from bot.catalogue import Catalogue
from bot.text import Words
from bot.ui.commands import server_here
from bot.ui.markdown import plain
from bot.ui.reader import services_of

SUGGESTED = 8  # of each kind
LONGEST = 100


async def pack_choices(interaction: discord.Interaction[Any], typed: str, words: Words) -> list[Choice[str]]:
    """The packs whose name holds what was typed so far, the server's own first."""
    services, wanted = services_of(interaction), typed.strip().casefold()
    guild_id = server_here(interaction)
    own = [] if guild_id is None else [head.name for head in await services.packs.of_guild(guild_id)]
    catalogue = services.lookup.catalogue
    names = {pack: pack_title(pack, catalogue, words) for pack in catalogue.packs}
    found = [(name, name) for name in own if wanted in name][:SUGGESTED]
    found += [(pack, title) for pack, title in names.items() if wanted in title.casefold()][:SUGGESTED]
    return [Choice(name=words("trivia-pack", pack=title)[:LONGEST], value=f"pack:{pack}") for pack, title in found]


def pack_name(pack: str, catalogue: Catalogue, words: Words) -> str:
    """What a pack is called, escaped."""
    return plain(pack_title(pack, catalogue, words))


def pack_title(pack: str, catalogue: Catalogue, words: Words) -> str:
    """What a pack is called; a server's own as the server calls it."""
    found = catalogue.packs.get(pack)
    if found is None:
        return pack
    return found.name_ko if words.locale == "ko" else found.name
