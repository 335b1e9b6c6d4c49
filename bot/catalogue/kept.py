"""What took long to read, kept in a file beside the database for the next start. Never trusted blindly.

Good only for exactly the same files and the same code that read them: anything else is read anew.
"""

import hashlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

import msgspec

log = logging.getLogger(__name__)


class Stamped(Protocol):
    """What is kept says of itself what it was made from."""

    @property
    def fingerprint(self) -> str: ...


K = TypeVar("K", bound=Stamped)


def fingerprint(*roots: tuple[Path, str]) -> str:
    """A hash over the path and the bytes of every file under each root that its pattern (`*.toml`) matches."""
    digest = hashlib.sha256()
    for root, pattern in roots:
        for path in sorted(root.rglob(pattern)):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def recall(file: Path, wanted: str, kind: type[K], dec_hook: Callable[[type, Any], Any] | None = None) -> K | None:
    """What was kept under the fingerprint `wanted`; None when there is nothing, or something else."""
    try:
        found = msgspec.msgpack.decode(file.read_bytes(), type=kind, dec_hook=dec_hook)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        log.warning("%s cannot be read (%s); reading data/ instead", file, error)
        return None
    return found if found.fingerprint == wanted else None


def keep(file: Path, made: Stamped, enc_hook: Callable[[Any], Any] | None = None) -> None:
    """Writes it whole or not at all; a place that cannot be written costs only time at the next start."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.write_bytes(msgspec.msgpack.encode(made, enc_hook=enc_hook))
        fresh.replace(file)
    except OSError as error:
        log.info("%s cannot be kept (%s); the next start will read data/ again", file, error)
