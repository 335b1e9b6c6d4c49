"""Reads data/ into a Catalogue, or says file, line and what to do about everything that is wrong there."""

import datetime
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import tomli  # tomllib's own source, compiled: three times as fast

from bot.catalogue.cache import Packed, encode
from bot.catalogue.dates import DateSpan, DateStatus, PartialDate
from bot.catalogue.faults import Source, field_problem, toml_problem
from bot.catalogue.index import Catalogue
from bot.catalogue.kept import fingerprint, keep, recall
from bot.catalogue.laws import broken_laws
from bot.catalogue.located import Located
from bot.catalogue.model import (
    Artist,
    Ceremony,
    Edition,
    Imprint,
    Moment,
    Prize,
    QuestionPack,
    SharedName,
    SharedTitle,
    WrittenRecord,
)
from bot.catalogue.proofs import contradictions
from bot.errors import CatalogueError

T = TypeVar("T")


class ArtistsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    artist: tuple[Artist, ...]


class SharedNamesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: tuple[SharedName, ...] = ()


class SharedTitlesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: tuple[SharedTitle, ...] = ()


class PrizesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    category: tuple[Prize, ...]


class MomentsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    moment: tuple[Moment, ...]


class RecordsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    record: tuple[WrittenRecord, ...]


def load_catalogue(data_dir: Path, kept: Path | None = None) -> Catalogue:
    """The whole catalogue under `data_dir`; `kept` is a file in which to keep it decoded for the next time.

    Raises CatalogueError that carries every problem, one line each: `data/artists/bts.toml:7: ...`.
    """
    if kept is None or not (data_dir / "catalogue.toml").is_file():
        return _lawful_catalogue(data_dir)
    wanted = fingerprint((data_dir, "*.toml"), (Path(__file__).parent, "*.py"))
    packed = recall(kept, wanted, Packed, _decode)
    if packed is not None:
        fields = {name: getattr(packed, name) for name in Packed.__struct_fields__ if name != "fingerprint"}
        return Catalogue(**fields)
    catalogue = _lawful_catalogue(data_dir)
    keep(
        kept,
        Packed(
            fingerprint=wanted,
            artists=list(catalogue.artists.values()),
            shared_names=list(catalogue.shared_names),
            ceremonies=list(catalogue.ceremonies.values()),
            prizes=[(show, prize) for show, prizes in catalogue.prizes_of.items() for prize in prizes],
            editions=list(catalogue.editions.values()),
            moments=list(catalogue.moments),
            records=list(catalogue.records.values()),
            packs=list(catalogue.packs.values()),
            as_of=catalogue.as_of,
        ),
        encode,
    )
    return catalogue


def _lawful_catalogue(data_dir: Path) -> Catalogue:
    located = _located(data_dir)
    if problems := broken_laws(located):
        raise CatalogueError(problems)
    catalogue = _catalogue(located)
    if problems := contradictions(catalogue, located):
        raise CatalogueError(problems)
    return catalogue


def read_catalogue(data_dir: Path) -> Catalogue:
    """The same without asking for the laws between records: for reading what an older version kept.

    Raises CatalogueError for what is no TOML or does not fit the model.
    """
    return _catalogue(_located(data_dir))


def _located(data_dir: Path) -> Located:
    reader = _Reader(data_dir)
    located = reader.everything()
    if reader.problems:
        raise CatalogueError(reader.problems)
    return located


def _catalogue(located: Located) -> Catalogue:
    return Catalogue(
        artists=[artist for _, _, artist in located.artists],
        shared_names=[name for _, _, name in located.shared_names],
        ceremonies=[ceremony for _, _, ceremony in located.ceremonies],
        prizes=[(place.path.split("/")[-2], prize) for place, _, prize in located.prizes],
        editions=[edition for _, _, edition in located.editions],
        moments=[moment for _, _, moment in located.moments],
        records=[record for _, _, record in located.records],
        packs=[pack for _, _, pack in located.packs],
        as_of=located.as_of,
    )


class _Reader:
    """Reads the folder's files one by one and gathers their problems."""

    def __init__(self, data_dir: Path) -> None:
        self.root = data_dir
        self.problems: list[str] = []

    def everything(self) -> Located:
        located = Located(as_of=PartialDate(datetime.MINYEAR))
        if not (self.root / "artists").is_dir() or not (self.root / "ceremonies").is_dir():
            self.problems.append(f"{self.root}: holds no artists/ and ceremonies/. Point DATA_DIR at the data folder.")
            return located
        if imprint := self._read(self.root / "catalogue.toml", Imprint):
            located.as_of = imprint[1].as_of
        for path in self._files("titles.toml"):  # older catalogues have none
            if titles := self._read(path, SharedTitlesFile):
                located.shared_titles += _numbered(titles[0], "title", titles[1].title)
        for path in self._files("artists/*.toml"):
            if path.name == "ambiguous.toml":
                if shared := self._read(path, SharedNamesFile):
                    located.shared_names += _numbered(shared[0], "name", shared[1].name)
            elif artists := self._read(path, ArtistsFile):
                located.artists += _numbered(artists[0], "artist", artists[1].artist)
        for path in self._files("ceremonies/*/*.toml"):
            if path.name == "ceremony.toml":
                if ceremony := self._read(path, Ceremony):
                    located.ceremonies.append((ceremony[0], "$", ceremony[1]))
            elif path.name == "categories.toml":
                if prizes := self._read(path, PrizesFile):
                    located.prizes += _numbered(prizes[0], "category", prizes[1].category)
            elif edition := self._read(path, Edition, ceremony=path.parent.name, id=path.stem):
                located.editions.append((edition[0], "$", edition[1]))
        for path in self._files("moments/*.toml"):
            if moments := self._read(path, MomentsFile):
                located.moments += _numbered(moments[0], "moment", moments[1].moment)
        for path in self._files("records/*.toml"):
            if records := self._read(path, RecordsFile):
                located.records += _numbered(records[0], "record", records[1].record)
        for path in self._files("trivia/*.toml"):
            if pack := self._read(path, QuestionPack, id=path.stem):
                located.packs.append((pack[0], "$", pack[1]))
        return located

    def _files(self, pattern: str) -> list[Path]:
        return sorted(self.root.glob(pattern))

    def _read(self, path: Path, wanted: type[T], **given: str) -> tuple[Source, T] | None:
        """The file decoded as `wanted`, with the keys in `given` that its path tells; None after a problem."""
        name = f"{self.root.name}/{path.relative_to(self.root).as_posix()}"
        try:
            text = path.read_text(encoding="utf-8")
            raw = tomli.loads(text)
        except FileNotFoundError:
            self.problems.append(f"{name}:1: is missing. It belongs to every catalogue.")
            return None
        except OSError as error:
            self.problems.append(f"{name}:1: cannot be read ({error.strerror}).")
            return None
        except UnicodeDecodeError:
            self.problems.append(f"{name}:1: is not UTF-8. Save it as UTF-8 text.")
            return None
        except tomli.TOMLDecodeError as error:
            self.problems.append(toml_problem(name, text, str(error)))
            return None
        source = Source(name, text)
        for key, value in given.items():
            if key in raw:
                self.problems.append(source.problem(f"$.{key}", f"{key} comes from the file's path. Delete this line."))
                return None
            raw[key] = value
        try:
            return source, msgspec.convert(raw, wanted, dec_hook=_decode)
        except msgspec.ValidationError as error:
            self.problems.append(field_problem(source, wanted, raw, str(error)))
            return None


def _numbered(source: Source, table: str, records: tuple[T, ...]) -> list[tuple[Source, str, T]]:
    return [(source, f"$.{table}[{n}]", record) for n, record in enumerate(records)]


def _decode(wanted: type, value: Any) -> Any:
    """What msgspec does not know by itself: dates and spans. A ValueError becomes a ValidationError with its path."""
    return DateSpan.parse(*_dated(value)) if wanted is DateSpan else decode_date(value)


def decode_date(value: Any) -> PartialDate:
    """A date as the files write it: text, TOML's own date, or `{ on = "2025-06", status = "expected" }`.

    Raises ValueError with a sentence that says how.
    """
    return PartialDate.parse(*_dated(value))


def _dated(value: Any) -> tuple[str, DateStatus]:
    if isinstance(value, dict):
        unknown = set(value) - {"on", "status"}
        if unknown or "on" not in value:
            raise ValueError('A date with a status is written { on = "2025-06", status = "expected" }')
        status = value.get("status", "confirmed")
        if status not in set(DateStatus):
            raise ValueError(f'status "{status}" is none of {", ".join(DateStatus)}')
        return str(value["on"]), DateStatus(status)
    return str(value), DateStatus.CONFIRMED
