"""`ostraka compare`: how alike two names are, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ostraka.cli.basis import describe_snapshot
from ostraka.cli.failure import REFUSED
from ostraka.cli.options import HomeOption, JsonOption, KindChoice, make_kind_option
from ostraka.cli.situation import read_situation
from ostraka.cli.wording import count, describe_reason
from ostraka.cli.writing import tell, visible, write_json, write_lines
from ostraka.model.hit import Reason
from ostraka.model.snapshot import Snapshot
from ostraka.screening.answer import make_reason

if TYPE_CHECKING:
    from ostraka.screening.comparison import Comparer, Comparison


SHOWN_PROBLEMS = 10


def run(
    ctx: typer.Context,
    left: Annotated[str | None, typer.Argument(help="One name.", show_default=False)] = None,
    right: Annotated[str | None, typer.Argument(help="The other.", show_default=False)] = None,
    kind: Annotated[KindChoice, make_kind_option("What both names are:")] = KindChoice.ANY,
    file: Annotated[
        Path | None,
        typer.Option(
            help="A CSV table with columns left, right and maybe kind; gzipped where it ends "
            "in .gz.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the table goes with score and match added.", show_default=False),
    ] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Score one pair of names, or a table of pairs. Needs no list.

    How rare a word is, and so how much it weighs, is taken from the lists in the home, if any.

    [bold]Examples[/bold]
      ostraka compare "Shohrat Zakir" "Xuekelaiti Zhakeer" --kind person
      ostraka compare --file pairs.csv --out scored.csv
    """
    if file is not None or out is not None:
        if left is not None or as_json:
            raise typer.BadParameter("--file takes neither names nor --json.")
        if file is None or out is None:
            raise typer.BadParameter("--file PAIRS.csv and --out SCORED.csv go together.")
        _compare_file(_open_comparer(ctx, home), file, out, kind)
    elif left is None or right is None:
        raise typer.BadParameter("give two names, or --file PAIRS.csv and --out SCORED.csv.")
    else:
        _compare_pair(_open_comparer(ctx, home), left, right, kind, as_json)


def make_comparison(comparison: Comparison) -> dict[str, object]:
    """What `ostraka compare --json` prints."""
    return {
        "score": comparison.score,
        "match": comparison.match,
        "threshold": comparison.threshold,
        "reasons": [make_reason(reason) for reason in comparison.reasons],
    }


def reword(reason: Reason) -> Reason:
    """The reason in words that fit two names of which none is listed."""
    detail = reason.detail.replace(" is not in the listed name", " is only in the left name")
    detail = detail.replace(" is only in the listed name", " is only in the right name")
    return replace(reason, detail=detail)


def describe_rarity(snapshots: Sequence[Snapshot]) -> str:
    """Where the weights of the words came from."""
    if not snapshots:
        return "No list is held: every word counts as equally rare."
    return f"Rarity of words from: {', '.join(describe_snapshot(s, None) for s in snapshots)}."


def _open_comparer(ctx: typer.Context, home: Path | None) -> Comparer:
    from ostraka.screening.comparison import open_comparer
    from ostraka.snapshots import Store

    comparer = open_comparer(Store(read_situation(home, ctx.obj).home))
    tell(describe_rarity(comparer.snapshots))
    return comparer


def _compare_pair(
    comparer: Comparer, left: str, right: str, kind: KindChoice, as_json: bool
) -> None:
    scored = comparer.compare(left, right, kind.party_kind)
    comparison = replace(scored, reasons=tuple(map(reword, scored.reasons)))
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


def _compare_file(comparer: Comparer, file: Path, out: Path, kind: KindChoice) -> None:
    from ostraka.screening.pair_table import compare_file

    read = compare_file(file, out, kind.party_kind, comparer.compare)
    tell(f"{count(read.rows, 'pair')} scored into {visible(str(out))}.")
    if read.problems:
        tell(*(f"Problem: {visible(problem)}" for problem in read.problems[:SHOWN_PROBLEMS]))
        tell(f"{count(len(read.problems), 'problem')} in all.")
    if read.refused:
        raise typer.Exit(REFUSED)
