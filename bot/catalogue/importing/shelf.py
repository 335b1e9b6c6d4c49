"""The files under data/ while an import works on them: finds records, adds what they lack, writes all at the end."""

import re
import tomllib
from bisect import bisect
from pathlib import Path
from typing import Any

from bot.catalogue.importing import render
from bot.catalogue.importing.facts import FactsError
from bot.catalogue.importing.render import filled
from bot.catalogue.importing.surgery import Lines
from bot.catalogue.names import fold

Record = dict[str, Any]

# New files that hold one inline table a line, in order: acts of which hardly more than a name is known, what is shared.
_LISTS = frozenset(("titles.toml", *(f"artists/{stem}.toml" for stem in ("korea", "elsewhere", "acts", "ambiguous"))))
_IS_LIST = re.compile(r"^(?:artist|name|title|moment|category|method)\s*=\s*\[", re.MULTILINE)


class Shelf:
    """All files by their path relative to data/, as text and as what tomllib makes of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.raw: dict[str, Record] = {}
        self._text: dict[str, str] = {}
        self._changed: dict[str, Lines] = {}
        for path in sorted(root.glob("**/*.toml")):
            name = path.relative_to(root).as_posix()
            self._text[name] = path.read_text(encoding="utf-8")
            self.raw[name] = tomllib.loads(self._text[name])
        self._names: dict[str, list[str]] | None = None
        self.artist_at: dict[str, tuple[str, int]] = {}
        for name in self.raw:
            self._index(name)

    def _index(self, name: str) -> None:
        if name.startswith("artists/"):
            for index, artist in enumerate(self.raw[name].get("artist", ())):
                self.artist_at[artist["id"]] = (name, index)

    def artists(self) -> list[Record]:
        return [artist for name in self.raw for artist in self.raw[name].get("artist", ()) if "artists/" in name]

    def called(self, name: str) -> list[str]:
        """The ids of the artists whose name or Hangul name it is."""
        folded = fold(name)
        if self._names is None:
            self._names = {}
            for artist in self.artists():
                for own in {fold(artist["name"]), fold(artist.get("hangul", ""))}:
                    self._names.setdefault(own, []).append(artist["id"])
        return self._names.get(folded, []) if folded else []

    # Adding records

    def add(self, name: str, table: str, record: Record, order: list[str]) -> None:
        """A new `[[table]]` at the end of a file, which is made when there is none."""
        filled_record = filled(record, order)
        rows = self.raw.setdefault(name, {}).setdefault(table, [])
        if self._is_list(name):
            self._add_to_list(name, table, rows, filled_record)
        else:
            self._lines(name).insert_block(table, len(rows), render.block(table, filled_record, order))
            rows.append(filled_record)
        if table == "artist":
            self._names = None
            self._index(name)

    def _add_to_list(self, name: str, table: str, rows: list[Record], record: Record) -> None:
        lines = self._lines(name)
        if not rows:
            lines.lines += [f"{table} = [", "]"]
        index = bisect([_rank(row) for row in rows], _rank(record))
        lines.insert_row(table, index, record)
        rows.insert(index, record)

    def create(self, name: str, record: Record, order: list[str]) -> None:
        """A new file with the keys of `record` at its top."""
        self.raw[name] = filled(record, order)
        self._lines(name).lines[:] = render.body(record, order).splitlines()

    # Completing records

    def set_key(self, name: str, table: str | None, index: int, key: str, found: Any, order: list[str]) -> None:
        """Writes a key that the record lacks."""
        record = self._record(name, table, index)
        record[key] = found
        if table is not None and self._is_list(name):
            self._lines(name).replace_row(None, 0, table, index, filled(record, order))
        else:
            self._lines(name).add_key(table, index, order, key, found)

    def extend(self, name: str, table: str | None, index: int, key: str, new: list[Any]) -> None:
        """Appends items to an array of the record."""
        record = self._record(name, table, index)
        record[key] = [*record[key], *new]
        if table is not None and self._is_list(name):
            self._lines(name).replace_row(None, 0, table, index, record)
        else:
            self._lines(name).add_items(table, index, key, record[key], new)

    def complete_row(self, name: str, table: str, index: int, key: str, row: int, found: Record) -> None:
        """Writes one inline table of an array anew, with more in it than before."""
        record = self._record(name, table, index)
        record[key][row] = found
        self._lines(name).replace_row(table, index, key, row, found, record[key])

    def _record(self, name: str, table: str | None, index: int) -> Record:
        found: Record = self.raw[name] if table is None else self.raw[name][table][index]
        return found

    def _lines(self, name: str) -> Lines:
        if name not in self._changed:
            self._changed[name] = Lines(f"{self.root.name}/{name}", self._text.get(name, ""))
        return self._changed[name]

    def _is_list(self, name: str) -> bool:
        """Whether the file holds its records one a line; people may have written it the other way."""
        text = self._text.get(name)
        return name in _LISTS if text is None else bool(_IS_LIST.search(text))

    # Shared names

    def shared_names(self) -> list[Record]:
        """Every name that several artists on the shelf bear, in any spelling, as ambiguous.toml has it."""
        bearers: dict[str, dict[str, str]] = {}
        for artist in self.artists():
            for name in (artist["name"], artist.get("hangul", ""), *artist.get("aliases", ())):
                if folded := fold(name):
                    bearers.setdefault(folded, {}).setdefault(artist["id"], name)
        return [
            {"name": next(iter(found.values())), "artists": sorted(found)}
            for found in bearers.values()
            if len(found) > 1
        ]

    @staticmethod
    def same_name(one: str, other: str) -> bool:
        return fold(one) == fold(other)

    def written(self, *, dry_run: bool) -> list[Path]:
        """Writes the changed files, unless it is a dry run; returns their paths. Raises FactsError before any write."""
        texts: dict[str, str] = {}
        for name, lines in self._changed.items():
            try:
                read = tomllib.loads(lines.text)
            except tomllib.TOMLDecodeError:
                read = {}
            if read != self.raw[name]:
                raise FactsError([f"{lines.name}: is written in a way that nothing can be added by machine."])
            if lines.text != self._text.get(name):
                texts[name] = lines.text
        if not dry_run:
            for name, text in texts.items():
                path = self.root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                fresh = path.with_suffix(".new")
                fresh.write_text(text, encoding="utf-8")
                fresh.replace(path)
        return [Path(self.root.name) / name for name in sorted(texts)]


def _rank(row: Record) -> str:
    """What the rows of a list are ordered by."""
    return str(row.get("id") or fold(row["name"]))
