"""The decoded catalogue, kept in a file so that a start need not read and judge 600 others again.

Good only for exactly the same data and the same code of this room: anything else is read anew. Never trusted blindly.
"""

import hashlib
import logging
from pathlib import Path
from typing import Any

import msgspec

from bot.catalogue.dates import DateSpan, PartialDate
from bot.catalogue.model import Artist, Ceremony, Edition, Moment, Prize, SharedName, WrittenRecord

log = logging.getLogger(__name__)


class Packed(msgspec.Struct, frozen=True):
    """Everything that a Catalogue is made from, once all laws held."""

    fingerprint: str
    artists: list[Artist]
    shared_names: list[SharedName]
    ceremonies: list[Ceremony]
    prizes: list[tuple[str, Prize]]
    editions: list[Edition]
    moments: list[Moment]
    records: list[WrittenRecord]
    as_of: PartialDate


def fingerprint(data_dir: Path) -> str:
    """A hash over every fact file's path and bytes, and over the code that reads and judges them."""
    digest = hashlib.sha256()
    for root, pattern in ((data_dir, "*.toml"), (Path(__file__).parent, "*.py")):
        for path in sorted(root.rglob(pattern)):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def recall(file: Path, wanted: str, dec_hook: Any) -> Packed | None:
    """What was kept under the fingerprint `wanted`; None when there is nothing, or something else."""
    try:
        packed = msgspec.msgpack.decode(file.read_bytes(), type=Packed, dec_hook=dec_hook)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        log.warning("the kept catalogue %s cannot be read (%s); reading data/ instead", file, error)
        return None
    return packed if packed.fingerprint == wanted else None


def keep(file: Path, packed: Packed) -> None:
    """Writes it whole or not at all; a place that cannot be written costs only time at the next start."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.write_bytes(msgspec.msgpack.encode(packed, enc_hook=_encode))
        fresh.replace(file)
    except OSError as error:
        log.info("the catalogue cannot be kept in %s (%s); the next start will read data/ again", file, error)


def _encode(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return {"on": str(value), "status": value.status.value}
    if isinstance(value, DateSpan):
        return {"on": str(value), "status": value.first.status.value}
    raise TypeError(f"{type(value)} does not belong into the catalogue")
