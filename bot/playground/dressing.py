"""Turns the files of simcord's page into Laurel's, in memory. Knows texts only: no server, no simcord, no bot."""

import hashlib
import html
import json
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from string import Template

import msgspec

from bot.errors import PlaygroundUnavailable

_TYPES = {
    "css": "text/css",
    "html": "text/html",
    "js": "text/javascript",
    "json": "application/json",
    "png": "image/png",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
}
_OWN = ("laurel.css", "laurel.js", "laurel.svg")


class Sheet(msgspec.Struct, frozen=True):
    """One file as it is sent: its bytes, its media type, and a tag that changes when the bytes do."""

    body: bytes
    media_type: str
    tag: str


def sheet(name: str, body: bytes) -> Sheet:
    """The file `name` (its ending decides the media type) with the bytes `body`."""
    media_type = _TYPES.get(name.rpartition(".")[2], "text/plain")
    return Sheet(body, media_type, hashlib.sha256(body).hexdigest()[:24])


def alter(name: str, text: str) -> str:
    """The script `name` of simcord's page, with what page/alterations.toml says about it.

    Raises:
        PlaygroundUnavailable: a passage to be changed is not there exactly once: this is another simcord.
    """
    for change in _alterations().get(name, ()):
        if text.count(change["old"]) != 1:
            first_line = change["old"].strip().splitlines()[0]
            raise PlaygroundUnavailable(
                f"simcord's page is not the one we know: {name} lacks {first_line!r}. Reinstall simcord 3.2.1"
            )
        text = text.replace(change["old"], change["new"])
    return text


def wardrobe(originals: Mapping[str, bytes]) -> dict[str, Sheet]:
    """Every file a browser may ask for, by address: simcord's `originals` (by address too), altered, and our own.

    Raises:
        PlaygroundUnavailable: as `alter`; or a script to be altered is missing.
    """
    missing = {f"/{name}" for name in _alterations()} - originals.keys()
    if missing:
        raise PlaygroundUnavailable(f"simcord's page lacks {', '.join(sorted(missing))}. Reinstall simcord 3.2.1")
    sheets = {}
    for address, body in originals.items():
        name = address.removeprefix("/")
        if name in _alterations():
            body = alter(name, body.decode()).encode()
        sheets[address] = sheet(name, body)
    for name in _OWN:
        sheets[f"/{name}"] = sheet(name, _read(name))
    return sheets


def document(
    *, guild: str, channels: Iterable[str], here: str, members: Mapping[str, Mapping[str, str]], capability: str
) -> bytes:
    """The HTML of the channel `here`, UTF-8.

    `members` gives `id` and `note` by name. `capability` is the secret that lets the page act; it is in the text.
    """
    links = "".join(_link(name, name == here) for name in channels)
    page = Template(_read("index.html").decode()).substitute(
        guild=html.escape(guild),
        channels=links,
        members=html.escape(json.dumps(members, ensure_ascii=False)),
        capability=html.escape(capability),
    )
    return page.encode()


def portrait() -> bytes:
    """The bot's avatar, a PNG of 128 by 128."""
    return _read("laurel.png")


def _link(name: str, here: bool) -> str:
    name, current = html.escape(name), ' aria-current="page"' if here else ""
    return f'<li><a href="/{name}" data-channel="{name}"{current}>{name}</a></li>'


def _read(name: str) -> bytes:
    return (files("bot.playground") / "page" / name).read_bytes()


@cache
def _alterations() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(_read("alterations.toml").decode())
