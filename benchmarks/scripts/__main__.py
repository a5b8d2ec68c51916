"""`python -m benchmarks.scripts [script] --split tune --misses`: recall and precision by script."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from benchmarks.scripts import SCRIPTS, ScriptPair, load_pairs
from ostraka.screening.comparison import compare

THRESHOLD = 0.7
PRECISION = 0.95
OUT = Console(width=150)


@dataclass(frozen=True, slots=True)
class Scored:
    """A pair and what the engine gives it."""

    score: float
    pair: ScriptPair


def main() -> None:
    """Prints one row a script; with `--misses` what the engine judged otherwise than the labels."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scripts", nargs="*", metavar="script", help=", ".join(SCRIPTS))
    parser.add_argument("--split", choices=("tune", "test", "all"), default="tune")
    parser.add_argument("--misses", action="store_true", help="only with --split tune")
    options = parser.parse_args()
    if options.misses and options.split != "tune":
        parser.error("--misses is for the half that may be looked at: --split tune")
    if unknown := set(options.scripts) - set(SCRIPTS):
        parser.error(f"no pairs for {', '.join(sorted(unknown))}; there are {', '.join(SCRIPTS)}")
    table = Table(title=f"Own script against Latin, {options.split}, no list")
    for column in (
        "script",
        "pairs",
        "recall .7",
        "precision .7",
        "recall at 95 % precision",
        "at",
    ):
        table.add_column(column, justify="left" if column == "script" else "right")
    for script in options.scripts or SCRIPTS:
        scored = score_pairs(load_pairs(script, options.split))
        recall, precision = measure(scored, THRESHOLD)
        best, threshold = recall_at_precision(scored)
        figures = [f"{x:.3f}" for x in (recall, precision, best, threshold)]
        table.add_row(script, str(len(scored)), *figures)
        if options.misses:
            _print_misses(scored)
    OUT.print(table)


def score_pairs(pairs: list[ScriptPair]) -> list[Scored]:
    """Every pair as names of persons, without the rarity of words in a list."""
    return [Scored(compare(p.native, p.latin, p.kind).score, p) for p in pairs]


def measure(scored: list[Scored], threshold: float) -> tuple[float, float]:
    """Recall and precision of what reaches the threshold."""
    said = [each for each in scored if each.score >= threshold]
    right = sum(each.pair.same for each in said)
    same = sum(each.pair.same for each in scored)
    return right / same if same else 1.0, right / len(said) if said else 1.0


def recall_at_precision(scored: list[Scored]) -> tuple[float, float]:
    """The best recall at a threshold with 95 % precision, and that threshold."""
    fit = [(0.0, 1.0)]
    for threshold in sorted({each.score for each in scored}):
        recall, precision = measure(scored, threshold)
        if precision >= PRECISION:
            fit.append((recall, threshold))
    return max(fit)


def _print_misses(scored: list[Scored]) -> None:
    wrong = [each for each in scored if (each.score >= THRESHOLD) != each.pair.same]
    for each in sorted(wrong, key=lambda each: (each.pair.same, each.score)):
        pair = each.pair
        what = "missed" if pair.same else "two people"
        OUT.print(f"{what:10} {each.score:.2f}  {pair.native}  |  {pair.latin}  {pair.why}")


if __name__ == "__main__":
    main()
