"""JSON Schemas of the data files, made from the model, so that editors complete and check while one types.

Editors with a TOML language server (taplo, Even Better TOML) read the `#:schema` line at the top of a file.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from bot.catalogue.dates import DateSpan, DateStatus, PartialDate
from bot.catalogue.load import ArtistsFile, MomentsFile, PrizesFile, RecordsFile, SharedNamesFile, SharedTitlesFile
from bot.catalogue.model import Ceremony, Edition, Imprint, QuestionPack

DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that taplo understands
FILES: dict[str, type] = {
    "artists": ArtistsFile,
    "ambiguous": SharedNamesFile,
    "titles": SharedTitlesFile,
    "ceremony": Ceremony,
    "categories": PrizesFile,
    "edition": Edition,
    "moments": MomentsFile,
    "records": RecordsFile,
    "trivia": QuestionPack,
    "catalogue": Imprint,
}
FROM_PATH: dict[type, tuple[str, ...]] = {Edition: ("ceremony", "id"), QuestionPack: ("id",)}  # told by a file's path
_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"


def schema_of(path: Path) -> str | None:
    """The name of the schema of a file, from its path within data/; None for what has none."""
    match path.parts:
        case ("catalogue.toml" | "titles.toml" as name,):
            return name.removesuffix(".toml")
        case ("artists", "ambiguous.toml"):
            return "ambiguous"
        case ("artists" | "moments" | "records" | "trivia" as folder, _):
            return folder
        case ("ceremonies", _, "ceremony.toml"):
            return "ceremony"
        case ("ceremonies", _, "categories.toml"):
            return "categories"
        case ("ceremonies", _, _):
            return "edition"
    return None


def schemas() -> dict[str, str]:
    """The text of every schema by its file name."""
    return {f"{name}.json": _text(name, kind) for name, kind in FILES.items()}


def write_schemas(data_dir: Path) -> list[Path]:
    """Writes data/schema/*.json anew; returns those that changed."""
    changed = []
    for name, text in schemas().items():
        path = data_dir / "schema" / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed


def unmarked(data_dir: Path) -> Iterator[tuple[Path, str]]:
    """Data files without their `#:schema` line, each with the line it wants."""
    for path in sorted(data_dir.rglob("*.toml")):
        within = path.relative_to(data_dir)
        name = schema_of(within)
        if name is not None:
            line = f"#:schema {'../' * (len(within.parts) - 1)}schema/{name}.json"
            with path.open(encoding="utf-8") as file:
                if file.readline().rstrip() != line:
                    yield path, line


def mark(data_dir: Path) -> list[Path]:
    """Puts the `#:schema` line first in every data file that lacks it, or has another; nothing else changes."""
    marked = []
    for path, line in list(unmarked(data_dir)):
        text = path.read_text(encoding="utf-8")
        if text.startswith("#:schema"):
            text = text.partition("\n")[2]
        path.write_text(f"{line}\n{text}", encoding="utf-8")
        marked.append(path)
    return marked


def _text(name: str, kind: type) -> str:
    (ref,), parts = msgspec.json.schema_components((kind,), schema_hook=_dates, ref_template="#/definitions/{name}")
    own, told = parts[kind.__name__], FROM_PATH.get(kind, ())
    own["properties"] = {key: value for key, value in own["properties"].items() if key not in told}
    if told:
        own["required"] = [key for key in own["required"] if key not in told]
    root = parts.pop(ref["$ref"].rsplit("/", 1)[1])
    schema = {"$schema": DRAFT, **root, "title": f"data: {name}", "definitions": dict(sorted(parts.items()))}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _dates(kind: type) -> dict[str, Any]:
    """How dates are written, which msgspec leaves to the loader's hook."""
    if kind not in (PartialDate, DateSpan):
        raise NotImplementedError(kind)
    span = kind is DateSpan
    day = {"type": "string", "pattern": f"^{_DAY}(/{_DAY})?$" if span else f"^{_DAY}$"}
    status = {"enum": [status.value for status in DateStatus]}
    dated = {"type": "object", "properties": {"on": day, "status": status}, "required": ["on"]}
    written = "2025-06-10, 2025-06 or 2025" + (", or 2025-06-10/2025-06-12" if span else "")
    return {
        "description": f'{written}; with how sure it is: {{ on = "2025-06", status = "expected" }}',
        "anyOf": [day, dated | {"additionalProperties": False}],
    }
