"""The tables: Laurel beside the constant bot, each figure with its target. They tell; no exit code judges."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.table import Table

from tests.bench.contest import Figures, Stalls
from tests.bench.inside import Inside
from tests.bench.storage import AT_ONCE, Kept, Storage
from tests.bench.trivia import Evening


@dataclass(frozen=True)
class Row:
    """One figure: how it is written, how the two are compared, and what was promised."""

    key: str
    name: str
    unit: str
    scale: float = 1.0
    compare: str = "ratio"  # or "difference"
    target: float | None = None
    at_least: bool = False  # whether more is better

    def compared(self, laurel: float, constant: float) -> float:
        if self.compare == "difference":
            return laurel - constant
        return laurel / constant if constant else math.nan


ROWS = (
    Row("start", "start to first answer", "s", compare="difference", target=0.6),
    Row("first start", "the same with a new database", "s", compare="difference"),
    Row("resident", "memory, resident", "MiB", compare="difference", target=95.0),
    Row("proportional", "memory, shared pages divided", "MiB", compare="difference"),
    Row("private", "memory, private", "MiB", compare="difference"),
    Row("resident after", "memory after the load, resident", "MiB", compare="difference"),
    Row("mixed p50", "/awards, always another artist, p50", "ms", 1e3, target=1.25),
    Row("mixed p95", "/awards, always another artist, p95", "ms", 1e3),
    Row("mixed p99", "/awards, always another artist, p99", "ms", 1e3),
    Row("one p50", "/awards, one artist, p50", "ms", 1e3, target=1.25),
    Row("one p95", "/awards, one artist, p95", "ms", 1e3),
    Row("one p99", "/awards, one artist, p99", "ms", 1e3),
    Row("closed loop", "closed loop of 50", "/s", target=0.8, at_least=True),
    Row("sustained", "sustained, p99 under 250 ms", "/s", target=0.8, at_least=True),
    Row("cpu", "processor time a thousand answers", "s"),
)


def verdict(value: float, target: float | None, *, at_least: bool = False) -> str:
    if target is None:
        return ""
    return "met" if (value >= target if at_least else value <= target) else "MISSED"


def side_by_side(laurel: Sequence[Figures], constant: Sequence[Figures]) -> Table:
    """Medians over rounds of both, their difference or ratio, and the target."""
    table = Table(title="Laurel beside a bot that answers with a constant (medians of rounds)")
    for heading in ("", "Laurel", "constant", "compared", "target", ""):
        table.add_column(heading, justify="left" if not heading else "right", no_wrap=True)
    for row in ROWS:
        ours, theirs = (statistics.median(each[row.key] for each in rounds) for rounds in (laurel, constant))
        compared = row.compared(ours, theirs)
        if row.compare == "difference":
            shown, bound = f"{compared:+.2f} {row.unit}", f"at most +{row.target} {row.unit}"
        else:
            shown, bound = f"x {compared:.2f}", f"{'at least' if row.at_least else 'at most'} x {row.target}"
        table.add_row(
            row.name,
            f"{ours * row.scale:.2f} {row.unit}",
            f"{theirs * row.scale:.2f} {row.unit}",
            shown,
            bound if row.target is not None else "",
            verdict(compared, row.target, at_least=row.at_least),
        )
    return table


def event_loop(laurel: Stalls, constant: Stalls) -> Table:
    """How long the loop was ever held up while answering, the longest records first."""
    table = Table(title="The event loop while answering, one at a time and 200 a second")
    for heading in ("", "Laurel", "constant", "target", ""):
        table.add_column(heading, justify="left" if not heading else "right", no_wrap=True)

    def row(name: str, figure: Callable[[Stalls], str], *bound: str) -> None:
        table.add_row(name, figure(laurel), figure(constant), *bound)

    promise = ("at most 5 ms", verdict(laurel.longest_cpu, 0.005))
    row("longest callback, processor time", lambda seen: f"{seen.longest_cpu * 1e3:.2f} ms", *promise)
    row("the same by the clock", lambda seen: f"{seen.longest_wall * 1e3:.2f} ms")
    row("longest garbage collection", lambda seen: f"{seen.longest_collection * 1e3:.2f} ms")
    row("callbacks over 5 ms, of all", lambda seen: f"{seen.stalls} of {seen.callbacks}")
    table.caption = f"Laurel's longest: {laurel.culprit}"
    return table


def in_process(inside: Inside) -> Table:
    """What one call costs inside Laurel, without Discord."""
    table = Table(title=f"Inside Laurel: {inside.artists:,} artists, {inside.results:,} results")
    for heading in ("", "calls", "p50", "p99", "longest", "target for p99", ""):
        table.add_column(heading, justify="left" if not heading else "right", no_wrap=True)
    for timed in inside.timed:
        bound = "" if timed.target is None else f"under {timed.target * 1e3:g} ms"
        numbers = (f"{value * 1e3:.3f} ms" for value in (timed.p50, timed.p99, timed.longest))
        table.add_row(timed.name, f"{timed.calls:,}", *numbers, bound, verdict(timed.p99, timed.target))
    for name, seconds in (
        ("loading the data folder for the first time", inside.reading),
        ("loading it at every later start", inside.recalling),
    ):
        table.add_row(name, "1", f"{seconds * 1e3:.0f} ms", "", "", "under 400 ms", verdict(seconds, 0.4))
    memory = inside.memory
    if memory is not None:
        table.add_row("memory it takes", "", f"{memory:.0f} MiB", "", "", "under 40 MiB", verdict(memory, 40))
    return table


def storage(found: Storage) -> Table:
    """What keeping things costs on both databases, beside their drivers alone; targets are SQLite's."""
    table = Table(title="Storage: upserts a second (of the driver alone), and the settings of servers")
    for heading in ("", "SQLite", "PostgreSQL", "target", ""):
        table.add_column(heading, justify="left" if not heading else "right", no_wrap=True)

    def row(name: str, figure: Callable[[Kept], str], *bound: str) -> None:
        there = "not measured" if found.postgresql is None else figure(found.postgresql)
        table.add_row(name, figure(found.sqlite), there, *bound)

    def rate(name: str) -> Callable[[Kept], str]:
        return lambda kept: f"{getattr(kept, name):,.0f} /s (x {getattr(kept, name) / kept.raw:.2f})"

    row("the driver alone, each in its own transaction", lambda kept: f"{kept.raw:,.0f} /s")
    row("Laurel, one at a time: each its own transaction", rate("alone"))
    row(f"Laurel, {AT_ONCE} at once: group commit", rate("together"))
    row("what group commit gains", lambda kept: f"x {kept.together / kept.alone:.2f}")
    met = verdict(found.sqlite.write, 0.005)
    row("a settings write with its trace, median", lambda kept: f"{kept.write * 1e3:.2f} ms", "under 5 ms", met)
    row("the same, p99", lambda kept: f"{kept.write_p99 * 1e3:.2f} ms")
    row("a settings read, the first", lambda kept: f"{kept.first_read * 1e3:.2f} ms")
    table.add_row("a settings read, every later one", f"{found.read * 1e9:.0f} ns", "the same: memory")
    taken = f"settings of {found.servers:,} servers in memory"
    table.add_row(taken, f"{found.memory:.2f} MiB", "", "at most 5 MiB", verdict(found.memory, 5.0))
    return table


def trivia(evenings: Sequence[Evening]) -> Table:
    """A crowd that answers a quiz within two seconds, and how many answers a second can be stored."""
    table = Table(title="A quiz: everybody answers within two seconds; each answer is stored before it is acknowledged")
    headings = ("", *(str(evening.crowd) for evening in evenings), "target", "")
    for heading in headings:
        table.add_column(heading, justify="left" if not heading else "right", no_wrap=True)

    def row(name: str, figure: Callable[[Evening], str], target: str = "", met: Sequence[bool] = ()) -> None:
        judged = ("met" if all(met) else "MISSED") if met else ""
        table.add_row(name, *(figure(evening) for evening in evenings), target, judged)

    whole = [not (one.lost or one.unstored) for one in evenings]
    row("answers acknowledged", lambda one: f"{one.answered:,}", "all", [not one.lost for one in evenings])
    row("acknowledged and not stored", lambda one: f"{one.unstored}", "none", whole)
    row("acknowledgement, p50", lambda one: f"{one.p50 * 1e3:.0f} ms")
    row("the same, p99", lambda one: f"{one.p99 * 1e3:.0f} ms", "under 500 ms", [one.p99 < 0.5 for one in evenings])
    stalls = [one.stall < 0.05 for one in evenings]
    row("longest callback, processor time", lambda one: f"{one.stall * 1e3:.1f} ms", "under 50 ms", stalls)
    row("the same by the clock", lambda one: f"{one.stall_by_clock * 1e3:.1f} ms")
    row("stored answers, closed loop", lambda one: f"{one.rate:,.0f} /s")
    row("a bare button handler that stores nothing", lambda one: f"{one.bare:,.0f} /s")
    row("processor time a thousand stored answers", lambda one: f"{one.cost:.2f} s")
    row("the same of the bare handler", lambda one: f"{one.bare_cost:.2f} s")
    row(
        "the ratio of the rates",
        lambda one: f"x {one.share:.2f}",
        "at least x 0.6",
        [one.share >= 0.6 for one in evenings],
    )
    return table


def noise(rounds: Sequence[Figures]) -> str:
    """How far others disturbed the measurement, said plainly."""
    foreign = [figures["foreign"] for figures in rounds]
    if any(math.isnan(share) for share in foreign):
        return "Foreign load: unknown on this system."
    return (
        f"Foreign load while measuring: {statistics.median(foreign):.2f} processors in the median round, "
        f"{max(foreign):.2f} in the worst. Above 0.15 believe ratios only, and p99 not at all; above 0.5 measure again."
    )
