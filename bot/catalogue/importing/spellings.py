"""The hand-written table beside this module: who is meant by a spelling. Holds no rules: see credits.py, roster.py."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

Act = dict[str, Any]


class Spellings:
    """spellings.toml, decoded. Every name in it is one of the artists' facts or of its own tables of acts."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.display: dict[str, str] = table["display"]
        self.ids: dict[str, str] = table["ids"]
        self.means: dict[str, str] = table["means"]
        self.belongs: dict[str, str] = table["belongs"]
        self.aliases: dict[str, list[str]] = table["aliases"]
        self.whole: frozenset[str] = frozenset(table["credits"]["whole"])
        self.nobody: frozenset[str] = frozenset(table["credits"]["nobody"])
        self.split: dict[str, list[str]] = table["credits"]["split"]
        self.acts: dict[str, Act] = {
            name: {"scene": "kpop", "country": "KR"} | act for name, act in table["korea"].items()
        }
        for kind, names in (("person", table["elsewhere"]["people"]), ("group", table["elsewhere"]["groups"])):
            self.acts |= {name: {"kind": kind, "scene": "elsewhere"} for name in names}
        self.ceremonies: dict[str, dict[str, Any]] = table["ceremony"]
        self.grand_prizes: dict[str, list[str]] = table["grand_prizes"]
        self.zones: dict[str, str] = table["zones"]


@cache
def spellings() -> Spellings:
    """The table, read once."""
    with Path(__file__).with_name("spellings.toml").open("rb") as file:
        return Spellings(tomllib.load(file))
