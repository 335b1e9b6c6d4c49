"""What artists are called and which ids they get, over the whole of the facts. Who is in which group: roster.py."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from bot.catalogue.importing.facts import Row
from bot.catalogue.importing.spellings import Act, Spellings
from bot.catalogue.names import fold, slug

BRACKETED = re.compile(r"(.+) \((.+)\)")
_INITIALS = re.compile(r"(?:\w\.)+\w?\.?")
_SURNAMES = frozenset(
    "kim lee park jung kwon choi shin lim im kang cho jo yoon jang han oh seo hwang ahn song".split()  # noqa: SIM905
)


def artist_id(name: str) -> str:
    """An id made from a name: H.O.T. becomes hot, IZ*ONE izone, ROSÉ rose, Jung Kook jung-kook."""
    text = name.replace(".", "") if _INITIALS.fullmatch(name) else name
    return slug(re.sub(r"[*!’']", "", text))


class Naming:
    """Names, ids and aliases by key: a name in the artists' facts or in the tables of acts.

    Attributes:
        core: every folded name and Hangul name with the keys that bear it.
        ids: the id of each key; all ids are different.
        aliases: what else each key is called, without what is another's name.
        dropped: how many aliases were left out for that.
    """

    def __init__(
        self, rows: dict[str, Row], acts: dict[str, Act], table: Spellings, group_of: Callable[[str], str | None]
    ) -> None:
        self._rows, self._acts, self._table = rows, acts, table
        self.dropped = 0
        keys = (*rows, *acts)
        self.core: dict[str, list[str]] = defaultdict(list)
        for key in keys:
            for folded in {fold(self.name(key)), fold(self.hangul(key) or "")} - {""}:
                self.core[folded].append(key)
        self.ids: dict[str, str] = {}
        self._taken = set(table.ids.values())
        for key in keys:
            self._give_id(key, group_of(key))
        belongs = {fold(name): key for name, key in table.belongs.items()}
        self.aliases = {key: tuple(self._aliases_of(key, belongs)) for key in keys}

    def name(self, key: str) -> str:
        """What the artist is called now, without the group in brackets that tells namesakes apart in the facts."""
        if key in self._acts:
            return str(self._acts[key].get("name", key))
        return self._table.display.get(key, self._rows[key].get("stage_name") or key)

    def hangul(self, key: str) -> str | None:
        found: Any = self._acts[key].get("hangul") if key in self._acts else self._rows[key].get("korean")
        return found or None

    def _give_id(self, key: str, group: str | None) -> None:
        """A slug of the name; of the name and the group for all who share that name (the bare name then asks)."""
        found = self._table.ids.get(key)
        if found is None:
            found = artist_id(self.name(key)) or artist_id(key) or f"act-{len(self.ids)}"
            if len(self.core.get(fold(found), ())) > 1 and group:
                found = f"{found}-{artist_id(group)}"[:40].rstrip("-")
            while found in self._taken:
                found = f"{found[:36]}-act" if key in self._acts else f"{found[:37]}-2"
        self._taken.add(found)
        self.ids[key] = found

    def enter(self, key: str) -> None:
        """Gives an id to an act that was not there from the start."""
        self._give_id(key, None)
        self.aliases[key] = ()

    def _aliases_of(self, key: str, belongs: dict[str, str]) -> Iterator[str]:
        row, act = self._rows.get(key, {}), self._acts.get(key, {})
        candidates = [*self._table.aliases.get(key, ()), *act.get("a", ()), *row.get("aliases", ())]
        candidates += [row.get("birth_name") or ""]
        if not BRACKETED.fullmatch(key) and "name" not in act:
            candidates.append(key)
        seen = {fold(self.name(key)), fold(self.hangul(key) or ""), ""}
        for name in candidates:
            folded = fold(name)
            if folded in seen or folded in _SURNAMES:
                continue
            seen.add(folded)
            if key not in self.core.get(folded, [key]) or belongs.get(folded, key) != key:
                self.dropped += 1
                continue
            yield name
