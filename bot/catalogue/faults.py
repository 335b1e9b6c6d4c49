"""Turns what tomllib and msgspec say about a file into one line: file, line, what is wrong and what to do."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
from rapidfuzz import fuzz, process

from bot.catalogue.names import slug
from bot.catalogue.position import Step, line_of, steps_of


class Source(NamedTuple):
    """One file: its path for people (data/artists/bts.toml) and its text, to find lines in."""

    path: str
    text: str

    def problem(self, path: str, message: str, value: str | None = None) -> str:
        return f"{self.path}:{line_of(self.text, path, value)}: {message}"


_TYPES = {
    "str": "text in quotes",
    "int": "a number without quotes",
    "bool": "true or false",
    "array": "a list in square brackets",
    "object": "a table",
}


def toml_problem(name: str, text: str, message: str) -> str:
    """The line for a file that tomllib cannot read, from its message."""
    match = re.search(r" \(at line (\d+), column \d+\)$", message)
    line = int(match[1]) if match else max(len(text.splitlines()), 1)
    what = message[: match.start()] if match else message.removesuffix(" (at end of document)")
    return f"{name}:{line}: is no TOML: {what}. Compare with a neighbouring file."


def field_problem(source: Source, wanted: type, raw: dict[str, Any], message: str) -> str:
    """The line for a file that is TOML and does not fit the model, from msgspec's message, which ends in a path."""
    what, _, path = message.partition(" - at `")
    path = path.rstrip("`") or "$"
    if unknown := re.search(r"unknown field `(.+)`", what):
        hint = _nearest(unknown[1], list(_fields(_type_at(wanted, steps_of(path)))))
        return source.problem(f"{path}.{unknown[1]}", f'"{unknown[1]}" is no field here.{hint}')
    if missing := re.search(r"missing required field `(.+)`", what):
        return source.problem(path, f'"{missing[1]}" is missing. Add it to this record.')
    steps = steps_of(path)
    key = next((step for step in reversed(steps) if isinstance(step, str)), "the file")
    found = _value_at(raw, steps)
    value = found if isinstance(found, str) else None
    return source.problem(path, _sentence(what, str(key), found, _type_at(wanted, steps)), value)


def _sentence(what: str, key: str, found: Any, wanted: Any) -> str:
    if what.startswith("Invalid enum value") and isinstance(wanted, msgspec.inspect.EnumType):
        options = [str(option.value) for option in wanted.cls]
        return f'{key} "{found}" is none of {", ".join(options)}.{_nearest(str(found), options)}'
    if "matching regex" in what and "http" in what:
        return f'{key}: "{found}" is no address. Write one that begins with https://, or owner/repository.'
    if "matching regex" in what:
        example = slug(str(found)) or "stray-kids"
        return f'{key}: "{found}" is no id. Ids are small letters, digits and single hyphens, like "{example}".'
    if expected := re.match(r"Expected `([\w |]+)`, got `(\w+)`", what):
        names = [_TYPES.get(name, name) for name in expected[1].split(" | ") if name != "null"]
        return f"{key} is {_TYPES.get(expected[2], expected[2])}. Write {' or '.join(names)}."
    if size := re.match(r"Expected `(\w+)` of length (<=|>=) (\d+)", what):
        bound = "at most" if size[2] == "<=" else "at least"
        unit = ("letter", "letters") if size[1] == "str" else ("entry", "entries")
        return f"{key} needs {bound} {size[3]} {unit[size[3] != '1']}."
    if limit := re.match(r"Expected `int` (<=|>=) (\d+)", what):
        return f"{key} is {found}. Write a number of {'at most' if limit[1] == '<=' else 'at least'} {limit[2]}."
    return f"{key}: {what}" if what.endswith((".", "?")) else f"{key}: {what}."


def _nearest(text: str, options: list[str]) -> str:
    close = process.extractOne(text, sorted(options), scorer=fuzz.ratio, score_cutoff=55)
    return f' Did you mean "{close[0]}"?' if close else ""


def _value_at(raw: Any, steps: list[Step]) -> Any:
    for step in steps:
        try:
            raw = raw[step]
        except (KeyError, IndexError, TypeError):
            return None
    return raw


def _type_at(wanted: type, steps: list[Step]) -> Any:
    """msgspec's description of the type at the end of the steps; None where it has none."""
    info: Any = msgspec.inspect.type_info(wanted)
    for step in steps:
        info = _plain(info)
        if isinstance(step, int):
            info = getattr(info, "item_type", None)
        else:
            info = next((f.type for f in getattr(info, "fields", ()) if f.encode_name == step), None)
    return _plain(info)


def _plain(info: Any) -> Any:
    """The type itself where it may also be absent."""
    if isinstance(info, msgspec.inspect.Metadata):
        return _plain(info.type)
    if isinstance(info, msgspec.inspect.UnionType):
        return next((_plain(kind) for kind in info.types if not isinstance(kind, msgspec.inspect.NoneType)), None)
    return info


def _fields(info: Any) -> Iterator[str]:
    return (field.encode_name for field in getattr(info, "fields", ()))
