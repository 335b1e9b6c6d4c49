"""Adds to the text of a TOML file line by line, so that comments, order and spacing of what is there survive.

Works on files in which each key begins a line and rows of an array stand one a line, as render.py and people write
them. The caller checks the outcome with tomllib.
"""

import re

from bot.catalogue.importing import render
from bot.catalogue.importing.facts import FactsError

_HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]?\]")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")
_TAIL = re.compile(r"[\]}]\s*(#.*)?$")


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


class Lines:
    """The lines of one file; `table` None means the keys above the first header.

    Every method raises FactsError where the file is written in a way that this room does not know.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()

    @property
    def text(self) -> str:
        return "\n".join(self.lines).rstrip("\n") + "\n"

    def region(self, table: str | None, index: int = 0) -> tuple[int, int]:
        """The first line of the `index`-th `[[table]]` and the line after its end."""
        headers = [n for n, line in enumerate(self.lines) if _HEADER.match(line)]
        if table is None:
            return 0, headers[0] if headers else len(self.lines)
        own = [n for n in headers if (match := _HEADER.match(self.lines[n])) and match[1] == table]
        if index >= len(own):
            raise self._unknown(f"[[{table}]] number {index + 1}")
        return own[index], next((n for n in headers if n > own[index]), len(self.lines))

    def _unknown(self, what: str) -> FactsError:
        return FactsError([f"{self.name}: {what} is not written one key a line, so add to it by hand."])

    def _span(self, table: str | None, index: int, key: str) -> tuple[int, int]:
        """The first and the last line of a key with its value."""
        spans = self._spans(*self.region(table, index))
        if key not in spans:
            raise self._unknown(f'"{key}"')
        return spans[key]

    def _spans(self, start: int, end: int) -> dict[str, tuple[int, int]]:
        """Every key of a region with its first and its last line."""
        firsts = [(match[1], n) for n in range(start, end) if (match := _KEY.match(self.lines[n]))]
        spans = {}
        for position, (key, first) in enumerate(firsts):
            limit = firsts[position + 1][1] if position + 1 < len(firsts) else end
            last = max(n for n in range(first, limit) if _is_content(self.lines[n]))
            spans[key] = (first, last)
        return spans

    def add_key(self, table: str | None, index: int, order: list[str], key: str, found: object) -> None:
        """Writes a key that the table lacks, after the last one there that comes before it in `order`."""
        start, end = self.region(table, index)
        spans = self._spans(start, end)
        earlier = [spans[name][1] for name in order[: order.index(key)] if name in spans]
        # Under the header, or at the very top.
        place = max(earlier) + 1 if earlier else start + (table is not None)
        self.lines[place:place] = render.line(key, found).splitlines()

    def add_items(self, table: str | None, index: int, key: str, whole: list[object], new: list[object]) -> None:
        """Appends `new` to the array under `key`; `whole` is the array with them, for one that stands on one line."""
        first, last = self._span(table, index, key)
        if first == last:
            tail = _TAIL.search(self.lines[first])
            comment = f"  {tail[1]}" if tail and tail[1] else ""
            rendered = render.line(key, whole).splitlines()
            rendered[-1] += comment
            self.lines[first : first + 1] = rendered
            return
        before = max(n for n in range(first, last) if _is_content(self.lines[n]))
        if before > first and not re.search(r",\s*(#.*)?$", self.lines[before]) and "#" not in self.lines[before]:
            self.lines[before] += ","
        self.lines[last:last] = [f"    {render.value(item)}," for item in new]

    def replace_row(
        self, table: str | None, index: int, key: str, row: int, found: object, whole: list[object] | None = None
    ) -> None:
        """Writes the `row`-th inline table of the array under `key` anew; a comment behind it stays.

        `whole` is the array with it, for one that stands on one line.
        """
        first, last = self._span(table, index, key)
        if first == last and whole is not None:
            self.add_items(table, index, key, whole, [])
            return
        rows = [n for n in range(first + 1, last) if _is_content(self.lines[n])]
        if row >= len(rows):
            raise self._unknown(f'row {row + 1} of "{key}"')
        old = self.lines[rows[row]]
        tail = re.search(r"\},?(\s*#.*)?$", old)
        self.lines[rows[row]] = f"    {render.value(found)},{tail[1] or '' if tail else ''}"

    def insert_row(self, key: str, row: int, found: object) -> None:
        """Puts an inline table before the `row`-th of a top-level array, or at its end."""
        first, last = self._span(None, 0, key)
        rows = [n for n in range(first + 1, last) if _is_content(self.lines[n])]
        place = rows[row] if row < len(rows) else last
        self.lines.insert(place, f"    {render.value(found)},")

    def insert_block(self, table: str, index: int, rendered: str) -> None:
        """Puts a `[[table]]` before the `index`-th one and the comment above that, or at the end of the file."""
        headers = [n for n, line in enumerate(self.lines) if (m := _HEADER.match(line)) and m[1] == table]
        place = headers[index] if index < len(headers) else len(self.lines)
        while 0 < place < len(self.lines) and self.lines[place - 1].startswith("#"):
            place -= 1
        block = rendered.rstrip("\n").splitlines()
        if place == len(self.lines):
            while self.lines and not self.lines[-1].strip():
                self.lines.pop()
            self.lines += ["", *block] if self.lines else block
        else:
            self.lines[place:place] = [*block, ""]
