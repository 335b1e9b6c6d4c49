"""Draws what is kept about a member or a server, asks once before it is erased, and says when it is gone."""

from collections.abc import Mapping

import discord

from bot.services.privacy import DataFile
from bot.text import Words
from bot.ui.layouts import FrozenLayout, Item, draw
from bot.ui.queries import Query
from bot.ui.screens import deed_button, turn_button

_KEYS = {"server": "s"}


class KeptQuery(Query, frozen=True, omit_defaults=True, rename=_KEYS):
    """What is kept about who asks; about the server where they do with `server`."""

    screen = "kept"

    server: bool = False

    @property
    def whose(self) -> str:
        """As words are called."""
        return "server" if self.server else "mine"


class EraseQuery(KeptQuery, frozen=True, omit_defaults=True, rename=_KEYS):
    """Asks whether all of that shall go."""

    screen = "erase"


class ErasedQuery(KeptQuery, frozen=True, omit_defaults=True, rename=_KEYS):
    """Says that it has."""

    screen = "erased"


class EraseDeed(KeptQuery, frozen=True, omit_defaults=True, rename=_KEYS):
    """Erases it."""

    screen = "erase-now"


class FileDeed(KeptQuery, frozen=True, omit_defaults=True, rename=_KEYS):
    """Sends it as a file."""

    screen = "kept-file"


def kept_page(counts: Mapping[str, int], query: KeptQuery, words: Words) -> FrozenLayout:
    """What is kept, table by table, with the ways to have it and to be rid of it."""
    header = f"## {words(f'kept-title-{query.whose}')}"
    never = words(f"kept-never-{query.whose}")
    if not counts:
        return draw(f"{header}\n{words(f'kept-nothing-{query.whose}')}", footer=f"-# {never}")
    ways: list[Item] = [
        deed_button(words("kept-file"), FileDeed(query.server), emoji="📄"),
        turn_button(words("kept-erase"), EraseQuery(query.server), emoji="🗑️"),
    ]
    return draw(header, ["\n".join(_lines(counts, query, words))], [ways], f"-# {never}")


def erase_page(counts: Mapping[str, int], query: EraseQuery, words: Words) -> FrozenLayout:
    """Asks once: what will go, what stays without a name, and that there is no way back."""
    if not counts:
        return kept_page(counts, KeptQuery(query.server), words)
    header = f"## {words(f'erase-title-{query.whose}')}\n{words(f'erase-what-{query.whose}')}"
    ways: list[Item] = [
        deed_button(words("erase-do"), EraseDeed(query.server), emoji="🗑️", style=discord.ButtonStyle.danger),
        turn_button(words("erase-keep"), KeptQuery(query.server)),
        deed_button(words("kept-file"), FileDeed(query.server), emoji="📄"),
    ]
    return draw(header, ["\n".join(_lines(counts, query, words))], [ways])


def erased_page(query: ErasedQuery, words: Words) -> FrozenLayout:
    """Said only once it is gone."""
    return draw(f"## {words('erased-title')}\n{words(f'erased-{query.whose}')}", footer=f"-# {words('erased-backups')}")


def file_page(file: DataFile, query: FileDeed, words: Words) -> FrozenLayout:
    """What stands above the file."""
    lines = [words(f"kept-file-{query.whose}")]
    if file.left_out:
        lines.append(words("kept-file-cut", count=file.left_out))
    return draw("\n".join(lines))


def _lines(counts: Mapping[str, int], query: KeptQuery, words: Words) -> list[str]:
    """A line for each table, in the words of whom it is about."""
    return [f"- {words(f'kept-{query.whose}-{_key(table)}', count=rows)}" for table, rows in counts.items()]


def _key(table: str) -> str:
    return table.replace("_", "-")
