"""`ostraka compare`: how alike two names are, and why."""

# ruff: noqa: PLC0415 - a command imports what it needs when it is called, so it starts at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ostraka.cli.failure import REFUSED
from ostraka.cli.options import JsonOption, KindChoice, make_kind_option
from ostraka.cli.wording import count, describe_reason
from ostraka.cli.writing import tell, visible, write_json, write_lines
from ostraka.screening.answer import make_reason

if TYPE_CHECKING:
    from ostraka.screening.comparison import Comparison


SHOWN_PROBLEMS = 10


def run(
    left: Annotated[str | None, typer.Argument(help="One name.", show_default=False)] = None,
    right: Annotated[str | None, typer.Argument(help="The other.", show_default=False)] = None,
    kind: Annotated[KindChoice, make_kind_option("What both names are.")] = KindChoice.ANY,
    file: Annotated[
        Path | None,
        typer.Option(
            help="A CSV table with columns left, right and maybe kind.", show_default=False
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the table goes with score and match added.", show_default=False),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Score one pair of names, or a table of pairs. Needs no list.

    [bold]Examples[/bold]
      ostraka compare "Shohrat Zakir" "Xuekelaiti Zhakeer" --kind person
      ostraka compare --file pairs.csv --out scored.csv
    """
    if file is not None or out is not None:
        if left is not None or as_json:
            raise typer.BadParameter("--file takes neither names nor --json.")
        _compare_file(file, out, kind)
    elif left is None or right is None:
        raise typer.BadParameter("give two names, or --file PAIRS.csv and --out SCORED.csv.")
    else:
        _compare_pair(left, right, kind, as_json)


def make_comparison(comparison: Comparison) -> dict[str, object]:
    """What `ostraka compare --json` prints."""
    return {
        "score": comparison.score,
        "match": comparison.match,
        "threshold": comparison.threshold,
        "reasons": [make_reason(reason) for reason in comparison.reasons],
    }


def _compare_pair(left: str, right: str, kind: KindChoice, as_json: bool) -> None:
    from ostraka.screening.comparison import compare

    comparison = compare(left, right, kind.party_kind)
    if as_json:
        write_json(make_comparison(comparison))
        return
    relation = "reaches" if comparison.match else "is below"
    write_lines(
        [
            f"{comparison.score:.4f}  {visible(left)} / {visible(right)}",
            f"        {relation} the threshold of {comparison.threshold:g}",
            *(f"        {describe_reason(reason)}" for reason in comparison.reasons),
        ]
    )


def _compare_file(file: Path | None, out: Path | None, kind: KindChoice) -> None:
    if file is None or out is None:
        raise typer.BadParameter("--file PAIRS.csv and --out SCORED.csv go together.")
    from ostraka.screening.comparison import compare
    from ostraka.screening.pair_table import compare_file

    read = compare_file(file, out, kind.party_kind, compare)
    tell(f"{count(read.rows, 'pair')} scored into {out}.")
    if read.problems:
        tell(*(f"Problem: {visible(problem)}" for problem in read.problems[:SHOWN_PROBLEMS]))
        tell(f"{count(len(read.problems), 'problem')} in all.")
        raise typer.Exit(REFUSED)
