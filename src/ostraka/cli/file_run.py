"""Screens a file: progress while it runs, a summary at its end, a way to go on after a cut."""

# ruff: noqa: PLC0415 - a command imports what it needs when it is called, so it starts at once

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ostraka.cli.failure import INTERRUPTED, REFUSED
from ostraka.cli.opening import Request, open_lists
from ostraka.cli.situation import Situation
from ostraka.cli.wording import count, describe_lists
from ostraka.cli.writing import tell, visible, write_json
from ostraka.model.party import PartyKind

if TYPE_CHECKING:
    from ostraka.model.snapshot import Engine
    from ostraka.screening.tables.progress import Progress, Summary


@dataclass(frozen=True, slots=True)
class FileRun:
    """What the command line says of a file to be screened."""

    source: Path
    out: Path
    kind: PartyKind | None
    columns: Sequence[str]
    resume: bool


def screen_file(situation: Situation, request: Request, file_run: FileRun, *, as_json: bool) -> int:
    """Screens the file into its output and returns the number of possible matches.

    Ends with exit code 1 where rows were refused, after all others are done.
    """
    from ostraka.screening.tables.run import screen_file as run_table

    columns = parse_columns(file_run.columns)
    screener = open_lists(situation, request)
    with _progress_bar() as show, _interruption_told(file_run):
        summary = run_table(
            screener,
            file_run.source,
            file_run.out,
            columns=columns,
            kind=file_run.kind,
            resume=file_run.resume,
            progress=show,
        )
    tell(*describe_summary(summary, file_run), *describe_lists(screener.engine))
    if as_json:
        write_json(make_summary(screener.engine, summary, file_run))
    if summary.refused:
        raise typer.Exit(REFUSED)
    return summary.totals.hits


def parse_columns(given: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of a meaning and a heading from texts such as `name=customer`."""
    pairs = []
    for text in given:
        meaning, equals, heading = (part.strip() for part in text.partition("="))
        if not (equals and meaning and heading):
            raise typer.BadParameter(f"{text!r} is not MEANING=HEADING, as in name=customer.")
        pairs.append((meaning.casefold(), heading))
    return tuple(pairs)


def describe_summary(summary: Summary, file_run: FileRun) -> list[str]:
    """What came of the run, with the control totals and the files it wrote."""
    totals = summary.totals
    lines = [
        f"{count(totals.rows, 'row')} in = {totals.screened:,} screened "
        f"+ {totals.refused:,} refused.",
        f"{count(totals.rows_with_hits, 'row')} with hits, {count(totals.hits, 'hit')}, "
        f"written to {file_run.out}.",
        f"{summary.seconds:.1f} seconds, {summary.rows_a_second:,.0f} rows a second.",
    ]
    if summary.errors:
        fields = count(totals.field_problems, "field")
        lines.append(
            f"{fields} not understood and {count(totals.refused, 'row')} refused: "
            f"see {summary.errors}."
        )
    return [visible(line) for line in lines]


def make_summary(engine: Engine, summary: Summary, file_run: FileRun) -> dict[str, object]:
    """What `ostraka screen --file --json` prints: what the run rests on, and its totals."""
    from ostraka.screening.answer import make_engine

    return {
        "engine": make_engine(engine),
        "screening": None,
        "file": {
            "in": str(file_run.source),
            "out": str(file_run.out),
            "errors": str(summary.errors) if summary.errors else None,
            "sha256": summary.sha256,
            **summary.totals.write(),
            "seconds": round(summary.seconds, 3),
            "rows_a_second": round(summary.rows_a_second, 1),
        },
    }


@contextmanager
def _progress_bar() -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    parts = (
        TextColumn("Screening"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rows]:,} rows, {task.fields[speed]:,.0f} a second,"),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    with Bar(*parts, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=1.0, rows=0, speed=0.0)

        def show(done: Progress) -> None:
            rows = done.totals.rows
            speed = rows / done.seconds if done.seconds else 0.0
            bar.update(task, completed=done.share, rows=rows, speed=speed)

        yield show


@contextmanager
def _interruption_told(file_run: FileRun) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt as interruption:
        tell(
            f"Interrupted. What was screened is kept beside {visible(str(file_run.out))}.",
            "Give the same command with --resume to go on; no row is lost or repeated.",
        )
        raise typer.Exit(INTERRUPTED) from interruption
