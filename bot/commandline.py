"""The commands that run and end, with Typer and rich. `bot/__main__.py` imports this only when one is asked for."""

import asyncio
import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.__main__ import playground, run
from bot.app import backups_of, build_bot, with_deliveries, with_feedback, with_reports
from bot.catalogue import load_catalogue
from bot.checkup import check_up
from bot.clock import SystemClock
from bot.errors import CatalogueError, OperatorError
from bot.lifecycle import synchronise
from bot.services.feedback import KeptThought
from bot.services.lookup import Lookup
from bot.services.reports import Report
from bot.settings import load_settings
from bot.text import WordBook

app = typer.Typer(
    help="Laurel, the awards desk for fan communities on Discord.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
catalogue_app = typer.Typer(help="Look after the facts under data/.", no_args_is_help=True)
app.add_typer(catalogue_app, name="catalogue")
reports_app = typer.Typer(help="What members say is wrong. Alone: the open reports, oldest first.")
app.add_typer(reports_app, name="reports")
announcements_app = typer.Typer(help="The outbox of announcements. Alone: what waits, the first to be sent first.")
app.add_typer(announcements_app, name="announcements")
feedback_app = typer.Typer(help="What members tell you about the bot. Alone: what is open, oldest first.")
app.add_typer(feedback_app, name="feedback")
out, err = Console(), Console(stderr=True)

DataDir = Annotated[
    Path | None, typer.Option("--data", help="The data folder; DATA_DIR or the one of this installation if left out.")
]
Everything = Annotated[bool, typer.Option("--all", help="Closed ones too.")]
Number = Annotated[int, typer.Argument(metavar="ID", min=1, max=2**63 - 1)]


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


@app.command("backup")
def backup_command(
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help="A new file, or a folder; BACKUP_DIR if left out.")
    ] = None,
) -> None:
    """Copy the SQLite database, also while the bot runs, and prove that the copy is whole."""
    made = asyncio.run(backups_of(load_settings()).make(to))
    _print_plainly([f"Wrote {made.file} ({made.size / 1024:,.0f} KiB, schema {made.version}). It opens and is whole."])


@app.command("restore")
def restore_command(
    file: Annotated[Path, typer.Argument(help="A file that `laurel backup` made.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Put a backup in the place of the SQLite database. Stop the bot first; what is there now is kept."""
    backups = backups_of(load_settings())
    found = asyncio.run(backups.examine(file))
    _print_plainly([f"{file}: of {found.made_at:%Y-%m-%d %H:%M} UTC, {found.size / 1024:,.0f} KiB, whole."])
    if not yes:
        typer.confirm("Put it in the place of the database? What is there now is kept", abort=True)
    kept = asyncio.run(backups.restore(file))
    _print_plainly([f"Restored. What was there before is {kept}." if kept else "Restored. There was no database."])


@reports_app.callback(invoke_without_command=True)
def reports_list(context: typer.Context, everything: Everything = False) -> None:
    """Show what members say is wrong."""
    if context.invoked_subcommand is not None:
        return
    reports = asyncio.run(with_reports(load_settings(), lambda reports: reports.all(closed=everything)))
    rows = [(*_postmark(one), _lines(one.about, one.address), _lines(one.what, one.source)) for one in reports]
    nothing = "Nobody has reported anything." if everything else "No report is open."
    out.print(_letters(("About", "What is wrong"), rows) if rows else nothing)


@reports_app.command("close")
def reports_close(number: Number) -> None:
    """Close a report that was dealt with."""
    if not asyncio.run(with_reports(load_settings(), lambda reports: reports.close(number))):
        err.print(f"No open report has the id {number}. See: laurel reports --all")
        raise typer.Exit(1)
    out.print(f"Report {number} is closed.")


@feedback_app.callback(invoke_without_command=True)
def feedback_list(context: typer.Context, everything: Everything = False) -> None:
    """Show what members tell you about the bot."""
    if context.invoked_subcommand is not None:
        return
    thoughts = asyncio.run(with_feedback(load_settings(), lambda feedback: feedback.all(closed=everything)))
    rows = [(*_postmark(one), one.text) for one in thoughts]
    nothing = "Nobody has sent any feedback." if everything else "No feedback is open."
    out.print(_letters(("What they say",), rows) if rows else nothing)


@feedback_app.command("close")
def feedback_close(number: Number) -> None:
    """Close feedback that was read."""
    if not asyncio.run(with_feedback(load_settings(), lambda feedback: feedback.close(number))):
        err.print(f"No open feedback has the id {number}. See: laurel feedback --all")
        raise typer.Exit(1)
    out.print(f"Feedback {number} is closed.")


@announcements_app.callback(invoke_without_command=True)
def announcements_default(context: typer.Context) -> None:
    """Show what waits to be posted."""
    if context.invoked_subcommand is None:
        announcements_list()


@announcements_app.command("list")
def announcements_list(
    everything: Annotated[bool, typer.Option("--all", help="What was sent, too.")] = False,
    most: Annotated[int, typer.Option(min=1, max=10_000, help="How many at most.")] = 50,
) -> None:
    """Show what waits to be posted, and what could not be."""
    states = ("pending", "leased", "missed", "dead", "skipped", *(("sent",) if everything else ()))
    found = asyncio.run(with_deliveries(load_settings(), lambda outbox: outbox.queue(states=states, most=most)))
    if not found:
        out.print("Nothing is in the outbox.")
        return
    table = Table(box=box.SIMPLE)
    for column in ("Id", "Due (UTC)", "Server", "Channel", "What", "State", "Tries", "Why"):
        table.add_column(column, overflow="fold")
    for one in found:
        due = datetime.datetime.fromtimestamp(one.due_at, datetime.UTC).strftime("%Y-%m-%d %H:%M")
        what = f"{one.occurrence} {one.lead}".strip()
        places = (str(one.guild_id), str(one.channel_id))
        table.add_row(str(one.id), due, *places, Text(what), one.state, str(one.attempts), Text(one.error or ""))
    out.print(table)


@announcements_app.command("retry")
def announcements_retry(number: Number) -> None:
    """Post one that was missed, skipped or given up, within the next hour."""
    now = int(SystemClock().now().timestamp())
    if not asyncio.run(with_deliveries(load_settings(), lambda outbox: outbox.again(number, now, now + 3600))):
        err.print(f"No announcement {number} was missed, skipped or given up. See: laurel announcements list")
        raise typer.Exit(1)
    out.print(f"Announcement {number} is posted within a minute by a running bot.")


@announcements_app.command("drop")
def announcements_drop(number: Number) -> None:
    """Give up one that waits."""
    if not asyncio.run(with_deliveries(load_settings(), lambda outbox: outbox.drop(number, "operator"))):
        err.print(f"No announcement {number} waits. See: laurel announcements list")
        raise typer.Exit(1)
    out.print(f"Announcement {number} is not posted.")


def _postmark(letter: Report | KeptThought) -> tuple[str, str]:
    sent = datetime.datetime.fromtimestamp(letter.created_at, datetime.UTC).strftime("%Y-%m-%d %H:%M")
    return str(letter.id), f"{sent}\n{letter.locale}, {letter.state}"


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _letters(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    """What members wrote, shown as they wrote it: nothing in it is markup."""
    table = Table(box=box.SIMPLE, show_lines=True)
    for column in ("Id", "Sent (UTC)", *columns):
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


@catalogue_app.command("check")
def catalogue_check(data: DataDir = None) -> None:
    """Check every law of the catalogue; each problem with file, line and a suggestion. Tells missing words too."""
    folder = data or load_settings().data_dir
    try:
        holdings = Lookup.over(load_catalogue(folder)).holdings()
        gaps = WordBook(folder).gaps() if (folder / "locales").is_dir() else []
    except CatalogueError as error:
        _print_plainly(error.problems)
        raise typer.Exit(error.code) from None
    _print_plainly(gaps)
    out.print(f"All laws hold: {holdings.artists} artists, {holdings.editions} editions, {holdings.results} prizes.")


@catalogue_app.command("stats")
def catalogue_stats(data: DataDir = None) -> None:
    """Show how much the catalogue holds, and how well it is supported."""
    lookup = Lookup.over(load_catalogue(data or load_settings().data_dir))
    table = Table(
        title=f"The catalogue as of {lookup.catalogue.as_of}", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False
    )
    table.add_column("Show", no_wrap=True, max_width=12)
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
    packs = lookup.catalogue.packs.values()
    out.print(f"{sum(len(pack.question) for pack in packs)} written trivia questions in {len(packs)} packs.")


@catalogue_app.command("diff")
def catalogue_diff(
    revision: Annotated[str, typer.Argument(metavar="REV", help="A commit, branch or tag to compare with.")],
    data: DataDir = None,
) -> None:
    """Say in words which facts changed since a git revision."""
    from bot.catalogue.diff import changes
    from bot.catalogue.revisions import catalogue_at

    folder = data or load_settings().data_dir
    found = changes(catalogue_at(revision, folder), load_catalogue(folder))
    _print_plainly(found or [f"No fact changed since {revision}."])


@catalogue_app.command("new-edition")
def catalogue_new_edition(
    show: Annotated[str, typer.Argument(help="The ceremony, by name or id, such as ama.")],
    year: Annotated[int, typer.Argument(help="The edition's year, such as 2027.")],
    data: DataDir = None,
) -> None:
    """Write the file of a new edition, with last time's categories."""
    from bot.catalogue.skeleton import new_edition

    folder = data or load_settings().data_dir
    path, last = new_edition(load_catalogue(folder), folder, show, year)
    taken = f"with the {len(last.category)} categories of {last.id}" if last else "with no category: none is known yet"
    _print_plainly([f"Wrote {path}, {taken}. Fill it in, then run laurel catalogue check."])


@catalogue_app.command("schemas")
def catalogue_schemas(
    add_lines: Annotated[bool, typer.Option("--mark", help="Begin every data file with its #:schema line.")] = False,
    data: DataDir = None,
) -> None:
    """Write data/schema/*.json, by which editors complete and check the data files."""
    from bot.catalogue.schemas import mark, write_schemas

    folder = data or load_settings().data_dir
    written, marked = write_schemas(folder), mark(folder) if add_lines else []
    _print_plainly([f"Wrote {path}." for path in written] or ["The schemas are up to date."])
    if add_lines:
        _print_plainly([f"Marked {len(marked)} files."])


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
