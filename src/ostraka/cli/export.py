"""`ostraka export`: lists handed on to other programs."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ostraka.cli.options import AsOfOption, HomeOption
from ostraka.cli.situation import read_situation
from ostraka.cli.wording import count
from ostraka.cli.writing import tell, visible


class Format(StrEnum):
    """A format of the file."""

    FTM = "ftm"
    CSV = "csv"
    PARQUET = "parquet"


def run(
    ctx: typer.Context,
    out: Annotated[Path, typer.Argument(help="The file to write.", dir_okay=False)],
    format_name: Annotated[
        Format,
        typer.Option(
            "--format",
            help="ftm: FollowTheMoney entities, one a line; csv: one row a party; parquet: "
            "everything that is held of a party.",
        ),
    ],
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source",
            metavar="KEY",
            help="Export this list only; give the option again for more. Default: every list "
            "held that is screened without being named.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOfOption = None,
    home: HomeOption = None,
) -> None:
    """Write the parties of the lists held to a file, for other programs to read.

    [bold]Examples[/bold]
      ostraka export --format ftm --source un_sc un.ftm.json
      ostraka export --format csv lists.csv --as-of 2025-06-30
    """
    from ostraka.screening.export import write_export
    from ostraka.screening.holdings import choose_snapshots
    from ostraka.snapshots import Store

    store = Store(read_situation(home, ctx.obj).home)
    snapshots = [s for s in choose_snapshots(store, source, as_of) if _is_of(s.published, as_of)]
    if not snapshots:
        raise typer.BadParameter(f"no list is held as it was on {as_of}.")
    _tell_terms([snapshot.source for snapshot in snapshots])
    written = write_export(store, snapshots, format_name, out)
    parties, records = count(written.parties, "party", "parties"), f"{written.records:,}"
    tell(f"{visible(str(out))}: {parties}, {records} {format_name} records.")


def _is_of(published: date, as_of: date | None) -> bool:
    """Whether a snapshot is of that day or before: one of later days is not what was said then."""
    return as_of is None or published <= as_of


def _tell_terms(keys: list[str]) -> None:
    """The licence of every list that is handed on, on standard error."""
    from ostraka.sources.registry import get_source

    for key in keys:
        tell(f"{key}: {get_source(key).licence}")
