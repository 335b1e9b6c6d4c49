"""Reads the formats of packs: TOML, JSON, CSV, Red's YAML lists. Trusts none: size, nesting and aliases are bound.

What a question may look like is packs.py's.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Any

import tomli
import yaml

from bot.errors import Refused
from bot.trivia.packs import MOST_BYTES, PackFile, RawQuestion, judged

DEEPEST = 6  # lists and tables within each other
MOST_NODES = 20_000
MOST_ROWS = 5_000
_RED = ("AUTHOR", "DESCRIPTION", "CONFIG")  # what Red's own lists say of themselves
_SEPARATOR = "|"  # between several answers in one cell
_COLUMNS = {"question": "prompt", "prompt": "prompt", "answer": "answers", "answers": "answers", "wrong": "wrong",
            "after": "after", "source": "source", "문제": "prompt", "정답": "answers", "오답": "wrong",
            "해설": "after", "출처": "source"}  # fmt: skip
_NAMES = {"prompt": "prompt", "question": "prompt", "answers": "answers", "answer": "answers", "wrong": "wrong",
          "after": "after", "source": "source"}  # fmt: skip


def read_pack(name: str, content: bytes) -> PackFile:
    """The questions of an uploaded file called `name`; takes up to a second: not on the loop.

    Raises Refused for a file that is none of ours or has no question in it.
    """
    if len(content) > MOST_BYTES:
        raise Refused("pack-too-large", most=MOST_BYTES // 1024)
    reader = _READERS.get(PurePath(name.casefold()).suffix)
    if reader is None:
        raise Refused("pack-format")
    try:
        raws = list(reader(content.decode("utf-8-sig")))
    except UnicodeDecodeError:
        raise Refused("pack-encoding") from None
    except RecursionError:
        raise Refused("pack-too-deep") from None
    except (tomli.TOMLDecodeError, json.JSONDecodeError, yaml.YAMLError, csv.Error, ValueError) as error:
        raise Refused("pack-unreadable", why=_first_line(error)) from None
    if not raws:
        raise Refused("pack-empty")
    return judged(raws[:MOST_ROWS])


def _toml(text: str) -> Iterator[RawQuestion]:
    return _listed(tomli.loads(text))


def _json(text: str) -> Iterator[RawQuestion]:
    return _listed(json.loads(text))


def _listed(data: Any) -> Iterator[RawQuestion]:
    """A list of questions, such a list under "question(s)", or questions with their answers as in Red's lists."""
    if isinstance(data, dict):
        rows = data.get("question", data.get("questions"))
        if isinstance(rows, list):
            data = rows
    if isinstance(data, dict):
        for row, (prompt, answers) in enumerate(data.items(), 1):
            if prompt not in _RED:
                yield RawQuestion(row, prompt, answers)
    elif isinstance(data, list):
        for row, entry in enumerate(data, 1):
            yield _entry(row, entry)


def _entry(row: int, entry: Any) -> RawQuestion:
    if not isinstance(entry, dict):
        return RawQuestion(row, None, None)
    return RawQuestion(row, **{"prompt": None, "answers": None} | _fields(entry))


def _fields(entry: dict[Any, Any]) -> dict[str, Any]:
    return {_NAMES[key]: value for key, value in entry.items() if key in _NAMES}


def _csv(text: str) -> Iterator[RawQuestion]:
    """With a line of headings (question, answers, wrong, after, source), or just a question and its answers a line."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    headings: list[str | None] | None = None
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        if headings is None:
            known = [_COLUMNS.get(cell.strip().casefold()) for cell in row]
            headings = known if "prompt" in known and "answers" in known else []
            if headings:
                continue
        yield _cells(rows.line_num, row, headings)


def _cells(line: int, row: list[str], headings: list[str | None]) -> RawQuestion:
    if not headings:
        return RawQuestion(line, row[0], [part for cell in row[1:] for part in cell.split(_SEPARATOR)])
    fields: dict[str, Any] = {"prompt": "", "answers": [], "wrong": []}
    for heading, cell in zip(headings, row, strict=False):
        if heading in ("answers", "wrong"):
            fields[heading] += cell.split(_SEPARATOR)
        elif heading:
            fields[heading] = cell
    return RawQuestion(line, **fields)


def _yaml(text: str) -> Iterator[RawQuestion]:
    """Red's lists: `question: [answers]`. Every scalar is taken as text ("Yes" is no truth value, 1999 no number)."""
    _bound(text)
    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    if not isinstance(root, yaml.MappingNode):
        for row, entry in enumerate(_plain(root) if isinstance(root, yaml.SequenceNode) else (), 1):
            yield _entry(row, entry)
        return
    for key, value in root.value:
        prompt = _plain(key)
        if prompt not in _RED:
            yield RawQuestion(key.start_mark.line + 1, prompt, _plain(value))


def _bound(text: str) -> None:
    """Refuses aliases, which can unfold without end, deep nesting and very many parts, before anything is built."""
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=yaml.CBaseLoader)):
        if isinstance(event, yaml.AliasEvent):
            raise Refused("pack-alias")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST or number > MOST_NODES:
            raise Refused("pack-too-deep")


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one) for one in node.value]
    return {str(_plain(key)): _plain(value) for key, value in node.value}


def _first_line(error: Exception) -> str:
    """What is wrong, and where, in a line."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"{error.problem} (line {error.problem_mark.line + 1})"
    return str(error).splitlines()[0][:160] if str(error) else type(error).__name__


_READERS: dict[str, Callable[[str], Iterator[RawQuestion]]] = {
    ".toml": _toml,
    ".json": _json,
    ".csv": _csv,
    ".yaml": _yaml,
    ".yml": _yaml,
}
