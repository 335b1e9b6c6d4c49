"""Text that goes into Discord's markdown: escaped where it is not ours, linked where it has an address."""

from functools import lru_cache
from urllib.parse import urlsplit

import discord

from bot.catalogue.model import Artist, Category, Nominee, Prize
from bot.text import Words

LONGEST_QUOTE = 60
LONGEST_LABEL = 56
_DIRECTIONS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])  # bidirectional overrides


@lru_cache(maxsize=8192)  # names and titles come again and again
def plain(text: str) -> str:
    """`text` shown as it is: no markdown, no mention, no reversed direction, on one line."""
    flat = " ".join(text.translate(_DIRECTIONS).split())
    return discord.utils.escape_mentions(discord.utils.escape_markdown(flat)).replace("<", "\\<")


def quoted(text: str) -> str:
    """What a member typed, safe to show back and cut to a readable length."""
    flat = " ".join(text.split())
    return plain(flat if len(flat) <= LONGEST_QUOTE else flat[: LONGEST_QUOTE - 1] + "…")


@lru_cache(maxsize=4096)
def source_link(source: str) -> str:
    """A source as a link whose label is the site's name, or as text where it is no address.

    Sources may carry a place within after a space: `https://github.com/a/b (data/groups.json)`.
    """
    address, _, place = source.partition(" ")
    if not address.startswith(("http://", "https://")):
        return plain(source)
    host = (urlsplit(address).hostname or address).removeprefix("www.")
    label = f"{host} {place}".strip()
    return f"[{plain(label)}](<{address}>)"


@lru_cache(maxsize=4096)
def address_link(source: str) -> str:
    """A source as a link whose label is the beginning of its address, for pages where many are from one site."""
    address, _, place = source.partition(" ")
    if not address.startswith(("http://", "https://")):
        return plain(source)
    label = address.partition("://")[2].removeprefix("www.").rstrip("/")
    label = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    return f"[{plain(f'{label} {place}'.strip())}](<{address}>)"


def name_of(artist: Artist, words: Words) -> str:
    """An artist's name in the reader's script, escaped."""
    return plain(artist.hangul if words.locale == "ko" and artist.hangul else artist.name)


def both_names(artist: Artist, words: Words) -> str:
    """Both scripts, the reader's first: `RM · 알엠`."""
    names = [artist.name, artist.hangul] if words.locale != "ko" else [artist.hangul, artist.name]
    return " · ".join(plain(name) for name in dict.fromkeys(names) if name)


def credit_of(nominee: Nominee, artists: dict[str, Artist], words: Words) -> str:
    """Who is nominated as the ballot prints it: the credit, else the artists' names."""
    if nominee.credit:
        return plain(nominee.credit)
    return words.list(name_of(artists[artist], words) for artist in nominee.artists)


def category_title(prize: Prize, category: Category, words: Words) -> str:
    """A category as the reader knows it: the year's own wording, beside the Korean name for who reads Korean."""
    wording = plain(category.name)
    if words.locale != "ko" or prize.name_ko == category.name:
        return wording
    name = plain(prize.name_ko)
    return name if category.id == prize.id else words("category-wording", name=name, wording=wording)
