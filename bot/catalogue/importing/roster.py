"""Who is who: every artist of the facts under one id, with its names, groups and file. Touches no file itself."""

import re
from collections.abc import Iterable
from typing import Any

from bot.catalogue.importing.facts import Row, addresses, confidence
from bot.catalogue.importing.naming import BRACKETED, Naming
from bot.catalogue.importing.spellings import Spellings, spellings
from bot.catalogue.names import fold

Record = dict[str, Any]

_PROJECTS = frozenset(("SuperM", "GOT the beat"))  # of members of other groups; nobody's home
_FROM_MEMORY = re.compile(r"^(debut date from memory|from memory \(first)")


class Roster:
    """The artists' facts and the hand-written tables, as records for data/artists/. A `key` is a name in the facts."""

    def __init__(self, rows: Iterable[Row], table: Spellings | None = None) -> None:
        self._table = table or spellings()
        self._rows = {row["name"]: row for row in rows}
        self._acts: dict[str, Record] = dict(self._table.acts)
        self._naming = Naming(self._rows, self._acts, self._table, self.main_group)

    @property
    def keys(self) -> list[str]:
        """Every artist that the artists' facts describe."""
        return list(self._rows)

    @property
    def dropped_aliases(self) -> int:
        """How many aliases were left out because they are another artist's name."""
        return self._naming.dropped

    # Names

    def id_of(self, key: str) -> str:
        return self._naming.ids[key]

    def hangul_of(self, key: str) -> str | None:
        return self._naming.hangul(key)

    def name_of(self, key: str) -> str:
        return self._naming.name(key)

    def find(self, spelling: str) -> str | None:
        """The key that a spelling in the award facts means; None when nobody, or when several could be meant."""
        spelling = self._table.means.get(spelling, spelling)
        if spelling in self._rows or spelling in self._acts:
            return spelling
        bearers = self._naming.core.get(fold(spelling), [])
        for candidates in ([key for key in bearers if not BRACKETED.fullmatch(key)], bearers):
            if len(candidates) == 1:
                return candidates[0]
        # Not by alias: given names are everybody's. "Lee Ji-hoon" of 1997 is not Woozi. See [means] in spellings.toml.
        return None

    def namesakes(self, spelling: str) -> list[str]:
        """The keys that bear the name, for saying who could be meant."""
        return self._naming.core.get(fold(spelling), [])

    def act(self, name: str, scene: str | None) -> str:
        """The key of an act that neither the facts nor the tables know, entered under its bare name."""
        if name not in self._acts:
            self._acts[name] = {"scene": scene}
            self._naming.enter(name)
        return name

    # Groups

    def is_group(self, key: str) -> bool:
        return bool(self._rows.get(key, self._acts.get(key, {})).get("kind") == "group")

    def main_group(self, key: str) -> str | None:
        """The group that a person is known by now: in brackets in the facts, else the latest that still exists."""
        if match := BRACKETED.fullmatch(key):
            return match[2]
        row = self._rows.get(key, {})
        if key in self._acts:
            return self._acts[key].get("parent")
        left = set(row.get("former_groups", ()))
        groups = [name for name in (*row.get("groups", ()), *row.get("former_groups", ())) if name in self._rows]
        ranked = sorted(
            dict.fromkeys(groups),
            key=lambda name: (
                name in _PROJECTS,
                name in left,
                bool(self._rows[name].get("disbanded")),
                bool(self._rows[name].get("parent_group")),
            ),
        )
        return ranked[0] if ranked else None

    def _parent(self, key: str) -> str | None:
        """The group that a sub-unit belongs to, where the facts describe that."""
        parent = self._acts.get(key, {}).get("parent") or self._rows.get(key, {}).get("parent_group")
        return str(parent) if parent in self._rows else None

    def members(self, key: str) -> list[str]:
        """Everyone who is or was in a group."""
        row = self._rows.get(key, {})
        return [name for name in (*row.get("members", ()), *row.get("former_members", ())) if name in self._rows]

    def with_relations(self, keys: Iterable[str]) -> list[str]:
        """The keys, the groups of those who are persons, and all members of the groups: no link leads nowhere."""
        wanted = dict.fromkeys(keys)
        for key in list(wanted):
            row = self._rows.get(key, {})
            groups = (*row.get("groups", ()), *row.get("former_groups", ()))
            wanted |= dict.fromkeys(name for name in groups if name in self._rows)
        for key in list(wanted):
            if (parent := self._parent(key)) is not None:
                wanted[parent] = None
        for key in list(wanted):
            wanted |= dict.fromkeys(self.members(key))
        return list(wanted)

    def file_of(self, key: str) -> str:
        """Where a new record goes, relative to data/: its group's file, or one of the lists."""
        row, act = self._rows.get(key), self._acts.get(key, {})
        if (parent := self._parent(key)) is not None:
            return self.file_of(parent)
        if row is None:
            return {"kpop": "artists/korea.toml", "elsewhere": "artists/elsewhere.toml"}.get(
                act.get("scene") or "", "artists/acts.toml"
            )
        group = key if row["kind"] == "group" else self.main_group(key)
        if group is None:
            return "artists/soloists.toml"
        return self.file_of(group) if group != key else f"artists/{self._naming.ids[key]}.toml"

    def record(self, key: str) -> Record:
        """The artist as data/artists/ writes it; empty values are left out by whoever renders it."""
        row, act = self._rows.get(key), self._acts.get(key, {})
        record: Record = {
            "id": self._naming.ids[key],
            "name": self._naming.name(key),
            "hangul": self._naming.hangul(key),
        }
        if row is None:
            return record | {
                "kind": act.get("kind", "act"),
                "scene": act.get("scene"),
                "aliases": list(self._naming.aliases[key]),
                "parent": self._naming.ids.get(act.get("parent", "")),
                "country": act.get("country"),
            }
        former = set(row.get("former_members", ()))
        note = row.get("notes")
        recalled = bool(note and _FROM_MEMORY.match(note))
        return record | {
            "kind": row["kind"],
            "scene": "kpop",
            "aliases": list(self._naming.aliases[key]),
            "birth_name": row.get("birth_name"),
            "members": [self._naming.ids[name] for name in self.members(key) if name not in former],
            "former_members": [self._naming.ids[name] for name in dict.fromkeys(self.members(key)) if name in former],
            "parent": self._naming.ids.get(row.get("parent_group") or ""),
            "birthday": row.get("birthday"),
            "died": row.get("died"),
            # A day that nobody could show a page for would be announced every year as if it were known.
            "debut": None if recalled else row.get("debut"),
            "disbanded": row.get("disbanded"),
            "agency": row.get("agency"),
            "fandom": row.get("fandom"),
            "country": row.get("country"),
            "confidence": confidence(row["confidence"]),
            "sources": addresses(row["sources"]),
            "note": None if recalled else note,
        }
