"""Screens a file: progress while it runs, a summary at its end, a way to go on after a cut."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ostraka.cli.basis import describe_held_back, describe_lists
from ostraka.cli.consequences import Asked, make_cells
from ostraka.cli.failure import INTERRUPTED, REFUSED
from ostraka.cli.file_notes import describe_columns, describe_dates
from ostraka.cli.file_progress import showing_progress
from ostraka.cli.opening import Request, open_lists
from ostraka.cli.situation import Situation
from ostraka.cli.wording import count
from ostraka.cli.writing import tell, visible, write_json

if TYPE_CHECKING:
    from ostraka.model.snapshot import Engine
    from ostraka.screening.owners.given import StakesUsed
    from ostraka.screening.screener import Screener
    from ostraka.screening.tables.fields import Field
    from ostraka.screening.tables.progress import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRequest:
    """What the command line says of a file to be screened, besides the lists.

    `defaults` hold for rows that leave the field empty; `columns` are texts such as
    `name=customer`. `workers` are the processes that share a long table, one for each processor
    where it is `None`. What is `asked` of every hit gets columns of its own.
    `owners` are files of stakes, `None` where owners are not asked for.
    """

    source: Path
    out: Path
    columns: Sequence[str]
    defaults: Mapping[Field, str]
    resume: bool
    workers: int | None = None
    asked: Asked | None = None
    owners: Sequence[Path] | None = None


def screen_file(
    situation: Situation, request: Request, wanted: FileRequest, *, as_json: bool
) -> int:
    """Screens the file into its output and returns the number of possible matches.

    Ends with exit code 1 where rows were refused, after all others are done.
    """
    columns = parse_columns(wanted.columns)
    from ostraka.screening.tables import run
    from ostraka.screening.tables.column_use import read_column_use

    overwritten = wanted.out.exists() and not wanted.resume
    used = read_column_use(wanted.source, columns)
    workers = wanted.workers or count_processors()
    screener = open_lists(situation, replace(request, threads=workers))
    screener, stakes = _ask_owners(situation, request, screener, wanted.owners)
    tell(describe_columns(used))
    with showing_progress() as show, _interruption_told(wanted):
        options = run.FileOptions(
            clock=time.monotonic,
            engine=identify(screener.engine, request, wanted.asked, stakes),
            columns=columns,
            defaults=wanted.defaults,
            resume=wanted.resume,
            progress=show,
            workers=workers,
            beside=make_cells(situation, screener, wanted.asked) if wanted.asked else None,
        )
        summary = run.screen_file(screener.find_rows, wanted.source, wanted.out, options)
    tell(
        *describe_summary(summary, wanted, overwritten=overwritten),
        *describe_lists(screener.engine, named=bool(request.sources or request.policy)),
        *([visible(stakes.describe())] if stakes else []),
    )
    if as_json:
        write_json(make_summary(screener.engine, summary, wanted))
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
        pairs.append((meaning, heading))
    return tuple(pairs)


def _ask_owners(
    situation: Situation, request: Request, screener: Screener, files: Sequence[Path] | None
) -> tuple[Screener, StakesUsed | None]:
    if files is None:
        return screener, None
    from ostraka.cli.owners_run import read_owners, report_owners  # what few files need

    used = read_owners(situation, request, files)
    return report_owners(situation, request, screener, used), used


def identify(
    engine: Engine,
    request: Request,
    asked: Asked | None = None,
    stakes: StakesUsed | None = None,
) -> str:
    """What an interrupted run must find again to go on: index, engine, options and what is asked.

    The day of the run is left out unless it was asked for, so that a run cut off before midnight
    goes on after it.
    """
    from ostraka.screening.answer import iso, make_engine

    marks = make_engine(engine) | {"as_of": iso(request.as_of)}
    marks |= {"stakes": sorted(file.sha256 for file in stakes.files)} if stakes else {}
    return json.dumps(marks | (asked._asdict() if asked else {}), sort_keys=True)


def count_processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def describe_summary(
    summary: Summary, wanted: FileRequest, *, overwritten: bool = False
) -> list[str]:
    """What came of the run, with the control totals and the files it wrote."""
    totals = summary.totals
    lines = [
        f"{count(totals.rows, 'row')} in = {totals.screened:,} screened "
        f"+ {totals.refused:,} refused.",
        f"{count(totals.rows_with_hits, 'row')} with hits, {count(totals.hits, 'hit')}, "
        f"{'overwrote' if overwritten else 'written to'} {wanted.out}.",
        f"SHA-256 of {wanted.out}: {summary.sha256}",
        *describe_held_back(totals.held_back),
        *describe_dates(summary),
        f"{summary.seconds:.1f} seconds, {summary.rows_a_second:,.0f} rows a second.",
    ]
    if summary.errors:
        wrong = [
            f"{count(number, noun)} {what}"
            for number, noun, what in (
                (totals.field_problems, "field", "not understood"),
                (totals.refused, "row", "refused"),
            )
            if number
        ]
        lines.append(f"{' and '.join(wrong)}: see {summary.errors}.")
    return [visible(line) for line in lines]


def make_summary(engine: Engine, summary: Summary, wanted: FileRequest) -> dict[str, object]:
    """What `ostraka screen --file --json` prints: what the run rests on, and its totals."""
    from ostraka.screening.answer import make_engine

    return {
        "engine": make_engine(engine),
        "screening": None,
        "file": {
            "in": str(wanted.source),
            "out": str(wanted.out),
            "errors": str(summary.errors) if summary.errors else None,
            "sha256": summary.sha256,
            **summary.totals.write(),
            "seconds": round(summary.seconds, 3),
            "rows_a_second": round(summary.rows_a_second, 1),
        },
    }


@contextmanager
def _interruption_told(wanted: FileRequest) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt as interruption:
        tell(*describe_interruption(wanted))
        raise typer.Exit(INTERRUPTED) from interruption


def describe_interruption(wanted: FileRequest) -> list[str]:
    """Where the rows are that were screened before the run was stopped, and how to go on."""
    from ostraka.screening.tables.paths import make_paths

    paths = make_paths(wanted.source, wanted.out)
    if not paths.journal.exists():
        return ["Interrupted before the first rows were screened; give the same command again."]
    return [
        f"Interrupted. What was screened is in {visible(str(paths.rows))}.",
        "Give the same command with --resume to go on; no row is lost or repeated.",
    ]
