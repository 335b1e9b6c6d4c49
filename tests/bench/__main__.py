"""Measures Laurel beside the constant bot and prints the tables. It asserts nothing."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path

from rich.console import Console

from tests.bench import announcements, ballots, machine, polls, report, storage, trivia
from tests.bench.contest import QUICK, Contestant, Figures, Pace, measure, stalls
from tests.bench.full_size import FullSize, grow
from tests.bench.inside import look_in_a_process
from tests.stand_in.process import CHECKOUT

PARTS = ("look-ups", "storage", "polls", "ballots", "trivia", "announcements", "contest")


async def contest(console: Console, data: FullSize, folder: Path, pace: Pace, cpu: int | None) -> None:
    """Rounds in the order A B B A, so that a machine that grows slower or faster favours nobody."""
    laurel = Contestant("laurel", "bot", data.honoured, cpu, {"DATA_DIR": str(data.folder)})
    constant = Contestant("constant", "tests.bench.constant_bot", data.honoured, cpu)
    rounds: dict[str, list[Figures]] = {laurel.name: [], constant.name: []}
    async with laurel.discord, constant.discord:
        for number in range(pace.rounds):
            for bot in (laurel, constant) if number % 2 == 0 else (constant, laurel):
                console.log(f"round {number + 1} of {pace.rounds}: {bot.name}")
                rounds[bot.name].append(await measure(bot, folder / f"{bot.name}-{number}", pace))
        console.log("the event loop under a stopwatch")
        watched = [await stalls(bot, folder / f"{bot.name}-watched", pace) for bot in (laurel, constant)]
    console.print(report.side_by_side(rounds[laurel.name], rounds[constant.name]))
    console.print(report.event_loop(*watched))
    console.print(report.noise([*rounds[laurel.name], *rounds[constant.name]]))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="prove that it runs; the figures mean nothing")
    parser.add_argument("--rounds", type=int, default=None, help=f"fresh processes of each bot ({Pace().rounds})")
    parser.add_argument("--only", choices=PARTS, default=None, help="measure one part alone")
    options = parser.parse_args()
    pace = QUICK if options.quick else Pace()
    if options.rounds:
        pace = Pace(**{**vars(pace), "rounds": options.rounds})
    console = Console(width=None if Console().is_terminal else 130)
    cpu = machine.pin_harness()
    with tempfile.TemporaryDirectory(prefix="laurel-bench-") as name:
        folder = Path(name)
        data = grow(CHECKOUT / "data", folder / "data")
        console.log(
            f"data: {data.artists:,} artists, {len(data.honoured):,} of them with results, {data.results:,} results; "
            f"bots on processor {cpu}"
        )
        wanted = PARTS if options.only is None else (options.only,)
        for part in wanted:
            console.log(part)
            match part:
                case "look-ups":
                    console.print(
                        report.in_process(look_in_a_process(data.folder, 100 if options.quick else 3_000, cpu))
                    )
                case "storage":
                    console.print(report.storage(storage.look_in_a_process(options.quick, cpu)))
                case "polls":
                    console.print(polls.told(polls.measure(folder / "polls", options.quick, cpu)))
                case "ballots":
                    console.print(ballots.table(*ballots.look_in_processes(folder / "ballots", options.quick, cpu)))
                case "trivia":
                    evenings = trivia.evenings(folder / "trivia", quick=options.quick, cpu=cpu)
                    console.print(report.trivia(asyncio.run(evenings)))
                    console.print(trivia.NOTE)
                case "announcements":
                    midnight = announcements.look_in_processes(options.quick, cpu)
                    console.print(announcements.table(midnight, report.verdict))
                case "contest":
                    asyncio.run(contest(console, data, folder, pace, cpu))


if __name__ == "__main__":
    main()
