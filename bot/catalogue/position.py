"""Finds the line of a TOML file that a problem is about. Only used when there is a problem; parsing is tomllib's."""

import re

_HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]?\]")
_STEP = re.compile(r"\.([\w-]+)|\[(\d+)\]")

Step = str | int


def steps_of(path: str) -> list[Step]:
    """The steps of `$.category[2].nominees[0].artists`: names and indexes (from 0)."""
    return [name or int(index) for name, index in _STEP.findall(path)]


def line_of(text: str, path: str, value: str | None = None) -> int:
    """The line (from 1) of `path`, such as `$.category[2].nominees[0].artists`, in the file's `text`.

    With `value`, the first line from there on, in the same table, that holds it in quotes. What cannot be found
    falls back to the line of the nearest thing around it, and to 1.
    """
    lines = text.splitlines()
    steps = steps_of(path)
    start, end, steps = _table(lines, steps)
    if steps and isinstance(steps[0], str):
        first_header = next((n for n in range(start + 1, end) if _HEADER.match(lines[n])), end)
        key = re.compile(rf"\s*[\"']?{re.escape(steps[0])}[\"']?\s*=")
        found = next((n for n in range(start, first_header) if key.match(lines[n])), None)
        if found is not None:
            start = _row(lines, found, steps[1] if len(steps) > 1 else None, first_header)
    if value is not None:
        quoted = re.compile(rf"[\"']{re.escape(value)}[\"']")
        start = next((n for n in range(start, end) if quoted.search(lines[n])), start)
    return min(start + 1, max(len(lines), 1))


def _table(lines: list[str], steps: list[Step]) -> tuple[int, int, list[Step]]:
    """The lines of the innermost `[[table]]` that the steps lead to, and the steps within it."""
    start, end = 0, len(lines)
    while steps and isinstance(steps[0], str):
        numbered = len(steps) > 1 and isinstance(steps[1], int)
        index = int(steps[1]) if numbered else 0
        headers = [n for n in range(start, end) if (m := _HEADER.match(lines[n])) and m[1].split(".")[-1] == steps[0]]
        if index >= len(headers):
            break
        start = headers[index]
        end = next((n for n in range(start + 1, end) if _HEADER.match(lines[n])), end)
        steps = steps[2 if numbered else 1 :]
    return start, end, steps


def _row(lines: list[str], key_line: int, index: Step | None, end: int) -> int:
    """The line of an item of an array that is written one item a line; the key's line for any other."""
    if not isinstance(index, int) or not re.search(r"\[\s*(#.*)?$", lines[key_line]):
        return key_line
    rows = [n for n in range(key_line + 1, end) if lines[n].strip() and not lines[n].lstrip().startswith("#")]
    return rows[index] if index < len(rows) else key_line
