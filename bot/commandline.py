"""The commands that run and end, with Typer and rich. `bot/__main__.py` imports this only when one is asked for."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from bot.__main__ import playground, run
from bot.app import build_bot
from bot.catalogue import load_catalogue
from bot.checkup import check_up
from bot.errors import CatalogueError, OperatorError
from bot.lifecycle import synchronise
from bot.services.lookup import Lookup
from bot.settings import load_settings

app = typer.Typer(
    help="Laurel, the awards desk for fan communities on Discord.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
catalogue_app = typer.Typer(help="Look after the facts under data/.", no_args_is_help=True)
app.add_typer(catalogue_app, name="catalogue")
out, err = Console(), Console(stderr=True)

DataDir = Annotated[
    Path | None, typer.Option("--data", help="The data folder; DATA_DIR or the one of this installation if left out.")
]


@app.command("run")
def run_command() -> None:
    """Run the bot on Discord (the default); without a token, open the playground."""
    run()


@app.command("playground")
def playground_command(
    port: Annotated[int, typer.Option(help="Where on 127.0.0.1 the page is; 0 for any free port.")] = 8765,
) -> None:
    """Run the real bot on a simulated Discord, on a web page, without a token."""
    playground(port)


@app.command("check")
def check_command() -> None:
    """Check settings, token, database and catalogue; one line each, and what to do about it."""
    lines = asyncio.run(check_up())
    for line in lines:
        mark = "[green]ok[/]  " if line.fine else "[red]no[/]  " if line.fine is False else "[yellow]-[/]   "
        out.print(f"{mark} [bold]{line.subject}[/]: {line.text}", soft_wrap=True, highlight=False)
    if any(line.fine is False for line in lines):
        raise typer.Exit(OperatorError.code)


@app.command("sync")
def sync_command() -> None:
    """Tell Discord about the commands now, whether or not they changed."""
    count = asyncio.run(synchronise(build_bot(load_settings())))
    out.print(f"Discord knows {count} commands.")


@catalogue_app.command("check")
def catalogue_check(data: DataDir = None) -> None:
    """Check every law of the catalogue; each problem with file, line and a suggestion."""
    folder = data or load_settings().data_dir
    try:
        holdings = Lookup.over(load_catalogue(folder)).holdings()
    except CatalogueError as error:
        _print_plainly(error.problems)
        raise typer.Exit(error.code) from None
    out.print(f"All laws hold: {holdings.artists} artists, {holdings.editions} editions, {holdings.results} prizes.")


@catalogue_app.command("stats")
def catalogue_stats(data: DataDir = None) -> None:
    """Show how much the catalogue holds, and how well it is supported."""
    lookup = Lookup.over(load_catalogue(data or load_settings().data_dir))
    table = Table(title=f"The catalogue as of {lookup.catalogue.as_of}", box=box.SIMPLE, collapse_padding=True)
    table.add_column("Show", no_wrap=True, min_width=5)
    levels = list(lookup.holdings().by_confidence)
    for column in ("Editions", "Prizes", "Sourced", *(level.value.removesuffix("-source").title() for level in levels)):
        table.add_column(column, justify="right", no_wrap=True)
    for name, row in [*lookup.holdings_by_show().items(), ("All", lookup.holdings())]:
        share = f"{row.sourced / row.results:.0%}" if row.results else "-"
        counts = [str(row.by_confidence[level]) for level in levels]
        table.add_row(name, str(row.editions), str(row.results), share, *counts, style="bold" if name == "All" else "")
    out.print(table)
    total = lookup.holdings()
    out.print(f"{total.artists} artists, {total.ceremonies} ceremonies, {len(lookup.catalogue.moments)} dated moments.")


@catalogue_app.command("import")
def catalogue_import(
    facts: Annotated[Path, typer.Argument(help="A facts file: one JSON object a line.", exists=True, dir_okay=False)],
    only: Annotated[list[str] | None, typer.Option(help="Only this ceremony, by name or id; may be repeated.")] = None,
    named_only: Annotated[
        bool, typer.Option("--named-only", help="Only artists whom the ceremonies in data/ name, and their groups.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen; write nothing.")] = False,
    data: DataDir = None,
) -> None:
    """Turn a facts file into data/ files. What is there already wins; where it differs, you are told."""
    from rich.progress import Progress

    from bot.catalogue.importing import FactsError, import_facts

    with Progress(console=err, transient=True) as bar:
        task = bar.add_task(facts.name, total=None)
        try:
            report = import_facts(
                facts,
                data or load_settings().data_dir,
                only=only or (),
                named_only=named_only,
                dry_run=dry_run,
                progress=lambda done, total: bar.update(task, completed=done, total=total),
            )
        except (FactsError, CatalogueError) as error:
            problems = error.problems
            bar.stop()
            _print_plainly(problems)
            raise typer.Exit(error.code) from None
    _print_plainly(report.lines())


def _print_plainly(lines: list[str]) -> None:
    for line in lines:
        out.print(line, soft_wrap=True, highlight=False, markup=False)
