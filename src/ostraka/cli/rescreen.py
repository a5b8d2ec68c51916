"""`ostraka rescreen`: which alerts of a book of customers the last changes of the lists alter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ostraka.cli.failure import REFUSED
from ostraka.cli.file_run import count_processors, parse_columns
from ostraka.cli.opening import DEFAULT_THRESHOLD, Request, open_lists
from ostraka.cli.options import HomeOption, JsonOption, PepsOption, SourceOption
from ostraka.cli.rescreen_text import describe_rescreening, make_rescreening, write_hits
from ostraka.cli.since import find_day
from ostraka.cli.situation import Situation, read_situation
from ostraka.cli.writing import tell, visible, write_json, write_lines

if TYPE_CHECKING:
    from ostraka.screening.rescreening import BookSource


def run(
    ctx: typer.Context,
    book: Annotated[
        Path,
        typer.Argument(
            help="A table of customers, as for screen --file: .csv, .tsv, .xlsx, .parquet, .jsonl."
        ),
    ],
    since: Annotated[
        str,
        typer.Option(
            metavar="SNAPSHOT",
            help="The state before: a day, or the id of a snapshot or a beginning of one.",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            help="Where the changed hits go, a row each: .csv, .tsv or .jsonl.", show_default=False
        ),
    ] = None,
    index: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Keep the index of the customers here and use it the next time, brought up to "
            "date where the book changed. It holds what the book holds: guard it alike.",
            show_default=False,
        ),
    ] = None,
    quick: Annotated[
        bool,
        typer.Option(
            "--quick",
            help="Only hits on parties that changed: seconds for a million customers, not minutes. "
            "Left out are hits on other parties that moved a little, since words became rarer or "
            "commoner.",
        ),
    ] = False,
    source: SourceOption = None,
    threshold: Annotated[
        float,
        typer.Option(min=0.0, max=1.0, help="The least score of a possible match, 0 to 1."),
    ] = DEFAULT_THRESHOLD,
    weak_aliases: Annotated[
        bool, typer.Option("--weak-aliases", help="Let an alias its list calls weak make a hit.")
    ] = False,
    peps: PepsOption = False,
    policy: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A policy (TOML), as for screen.", show_default=False),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="MEANING=HEADING",
            help="Which heading holds what, as in name=customer; again for more.",
            show_default=False,
        ),
    ] = None,
    allow_stale: Annotated[
        int | None,
        typer.Option(
            min=0,
            metavar="DAYS",
            help="Screen lists last checked up to this many days ago.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """What changed on the lists, held against a whole book: alerts that are new, changed or gone.

    [bold]Examples[/bold]
      ostraka rescreen customers.csv --since 2021-12-09
      ostraka rescreen customers.csv --since 2021-12-09 --out changed.csv --index customers.book

    Ends with exit code 1 where rows of the book were refused, after all others are done. Nothing of
    the book is written anywhere but to --out and --index.
    """
    request = Request(
        sources=source,
        threshold=threshold,
        limit=None,
        weak_aliases=weak_aliases,
        peps=peps,
        allow_stale_days=allow_stale,
        threads=count_processors(),
        policy=policy,
    )
    from ostraka.screening.rescreening import BookSource

    customers = BookSource(book, parse_columns(column or ()))
    _rescreen(read_situation(home, ctx.obj), request, customers, since, out, index, as_json, quick)


# What the command line gives, taken apart.
def _rescreen(
    situation: Situation,
    request: Request,
    source: BookSource,
    since: str,
    out: Path | None,
    index: Path | None,
    as_json: bool,
    quick: bool,
) -> None:
    from ostraka.screening.rescreening import find_change, get_book, rescreen
    from ostraka.screening.rescreening.writing import check_out, write_changed_hits

    if out:
        check_out(out, source.path)
    day = find_day(situation.home, since, request.sources)
    after = open_lists(situation, request)
    before = open_lists(situation, replace(request, as_of=day))
    change = find_change(before, after)
    kept = get_book(source, index, count_processors())
    tell(*map(visible, kept.notes))
    found = rescreen(change, kept.book, request.threads, quick=quick)
    digest = write_changed_hits(found.hits, out) if out else None
    tell(*describe_rescreening(change, found, out, digest))
    if as_json:
        write_json(make_rescreening(change, found, out, digest))
    elif out is None:
        write_lines(write_hits(found.hits))
    if found.refused:
        raise typer.Exit(REFUSED)
