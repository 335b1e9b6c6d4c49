"""What single calls cost inside Laurel: run as a process of its own on a data folder, prints one line of JSON.

It must not open a socket; what Discord adds is measured elsewhere.
"""

from __future__ import annotations

import contextlib
import gc
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.load import quantile
from tests.stand_in.process import CHECKOUT

if TYPE_CHECKING:
    from bot.services.lookup import Lookup

JUNK = (
    "",
    " ",
    "ㅋㅋㅋㅋ",
    "?!?!",
    "🎤🎤🎤",
    "the",
    "a",
    "방",
    "ㅂ",
    "x" * 100,
    "0" * 100,
    "'; DROP TABLE",
    "who won 2019",
)


@dataclass(frozen=True)
class Timed:
    """Calls of one kind: seconds of processor time at the median, the 99th percentile, and the longest."""

    name: str
    calls: int
    p50: float
    p99: float
    longest: float
    target: float | None = None


@dataclass(frozen=True)
class Inside:
    artists: int
    results: int
    reading: float  # seconds, of the whole data folder
    recalling: float  # seconds, of the same from the file kept beside the database
    memory: float | None  # MiB of resident memory that the catalogue and its indexes add
    timed: list[Timed]


def timed(name: str, call: Callable[[Any], object], inputs: Iterable[Any], target: float | None = None) -> Timed:
    spent = []
    for each in inputs:
        began = time.thread_time()
        call(each)
        spent.append(time.thread_time() - began)
    return Timed(name, len(spent), quantile(spent, 0.5), quantile(spent, 0.99), max(spent), target)


def typing(names: list[str], count: int) -> Iterator[str]:
    """What fans type: beginnings, whole names, slips of the finger, half a Hangul name, and junk."""
    dice = random.Random(7)
    for _ in range(count):
        name = dice.choice(names)
        at = dice.randrange(len(name))
        yield dice.choice(
            (
                name[: at + 1],
                name,
                name[:at] + name[at + 1 :],
                name[:at] + dice.choice("aeioukstn") + name[at + 1 :],
                name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
                name.upper() + " " + dice.choice(names),
                dice.choice(JUNK),
            )
        )


def look(folder: Path, count: int) -> Inside:
    from bot.catalogue import load_catalogue
    from bot.catalogue.index import names_of
    from bot.clock import SystemClock
    from bot.services.lookup import Lookup

    gc.disable()  # as a start of the bot does
    before = resident()
    began = time.perf_counter()
    catalogue = load_catalogue(folder)
    reading = time.perf_counter() - began
    lookup = Lookup(catalogue, SystemClock())
    lookup.prepare()
    gc.enable()
    gc.collect()
    after = resident()
    memory = None if before is None or after is None else after - before
    with tempfile.TemporaryDirectory() as beside:
        kept = Path(beside, "catalogue.cache")
        load_catalogue(folder, kept)
        began = time.perf_counter()
        load_catalogue(folder, kept)
        recalling = time.perf_counter() - began
    names = [name for artist in catalogue.artists.values() for name in names_of(artist)]
    typed = list(typing(names, count))
    nobody = [f"{name} nobody" for name in typed[: count // 4 + 1]]
    found = [
        timed("suggestions while typing", lookup.suggest_artists, typed, 0.003),
        timed("telling the nearest to a name nobody has", lambda text: meets_nobody(lookup, text), nobody),
        timed("looking an artist's awards up", lookup.award_record, list(catalogue.artists)[:count], 0.001),
    ]
    return Inside(len(catalogue.artists), catalogue.result_count(), reading, recalling, memory, found)


def resident() -> float | None:
    """MiB of this process in memory; None where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def meets_nobody(lookup: Lookup, text: str) -> None:
    from bot.errors import UserError

    with contextlib.suppress(UserError):
        lookup.artist_id(text)


def look_in_a_process(folder: Path, count: int, cpu: int | None) -> Inside:
    """`look` in a fresh process, on the processor that the bots have."""
    command = [sys.executable, "-m", "tests.bench.inside", str(folder), str(count), str(-1 if cpu is None else cpu)]
    told = json.loads(subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.PIPE).stdout)
    return Inside(**{**told, "timed": [Timed(**row) for row in told["timed"]]})


def main() -> None:
    folder, count, cpu = sys.argv[1:]
    if int(cpu) >= 0:
        import os

        os.sched_setaffinity(0, {int(cpu)})
    print(json.dumps(asdict(look(Path(folder), int(count)))))


if __name__ == "__main__":
    main()
