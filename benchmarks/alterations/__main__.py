"""Recall by kind of alteration, on the half that may be tuned on or the half that may not."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Table

from benchmarks.alterations import SPLITS, AlteredCase, generate_cases, load_listed_parties
from benchmarks.alterations.kinds import KINDS
from benchmarks.alterations.listed import keep_latin_names, open_parties
from benchmarks.alterations.measuring import (
    Outcome,
    recall_by_kind,
    screen_cases,
    screen_names,
)
from ostraka.matching.index import open_index
from ostraka.matching.weights import load_weights
from ostraka.model.party import Party
from ostraka.screening.comparison import compare

LISTS = Path(__file__).parents[3] / "shared" / "lists"
OUT = Console(width=150)
_SHOWN = 15


def main() -> None:
    """Prints the table; with `--misses` the first missed rows of every kind."""
    asked = _read_arguments()
    if not LISTS.is_dir():
        OUT.print("No folder ../shared/lists beside the checkout: there are no names to alter.")
        return
    started = perf_counter()
    parties = load_listed_parties(LISTS)
    chosen = [kind for kind in KINDS if asked.kind in kind.name]
    cases = generate_cases(
        parties, per_kind=asked.per_kind, seed=asked.seed, split=asked.split, kinds=chosen
    )
    unlisted = {kind.name for kind in KINDS if kind.without_native}
    parts = (
        (parties, [case for case in cases if case.kind not in unlisted]),
        (keep_latin_names(parties), [case for case in cases if case.kind in unlisted]),
    )
    runs: dict[str, list[Outcome]] = {}
    for listed, own in parts:
        if own:
            _measure(listed, own, runs, all_fields=asked.all_fields)
    _print_table(runs)
    if asked.misses:
        _print_misses(runs["name"])
    OUT.print(f"{len(parties):,} parties, {len(cases):,} cases, {perf_counter() - started:.0f} s")


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--per-kind", type=int, default=1000)
    parser.add_argument("--split", choices=SPLITS, default="tune")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", default="", help="only kinds whose name holds this")
    parser.add_argument("--all-fields", action="store_true", help="date and country too: slow")
    parser.add_argument("--misses", action="store_true", help="name the first missed rows")
    return parser.parse_args()


def _measure(
    listed: list[Party],
    cases: list[AlteredCase],
    runs: dict[str, list[Outcome]],
    *,
    all_fields: bool,
) -> None:
    """Adds the outcomes of these cases to each run."""
    ids = [party.id for party in listed]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "listed.index"
        screener = open_parties(listed, path)
        index = open_index(path, load_weights())
        for name, with_kind in (("name", False), ("name, kind", True)):
            runs.setdefault(name, []).extend(screen_names(index, ids, cases, with_kind=with_kind))
        if all_fields:
            found = screen_cases(screener, cases, with_kind=True, all_fields=True)
            runs.setdefault("all fields", []).extend(found)


def _print_table(runs: dict[str, list[Outcome]]) -> None:
    table = Table(title="Recall by kind of alteration")
    table.add_column("kind")
    table.add_column("cases", justify="right")
    for name in runs:
        table.add_column(name, justify="right")
    figures = {name: recall_by_kind(outcomes) for name, outcomes in runs.items()}
    for kind, (number, _) in figures["name"].items():
        table.add_row(kind, f"{number:,}", *(f"{found[kind][1]:.4f}" for found in figures.values()))
    OUT.print(table)


def _print_misses(outcomes: list[Outcome]) -> None:
    shown: dict[str, int] = {}
    for outcome in outcomes:
        case = outcome.case
        if outcome.found or shown.get(case.kind, 0) == _SHOWN:
            continue
        shown[case.kind] = shown.get(case.kind, 0) + 1
        own = compare(case.altered, case.original, case.party_kind).score
        OUT.print(
            f"{case.kind} | {case.original} -> {case.altered} | {case.party_id} | alone {own:.2f}"
            f" | best hit {outcome.best_score:.2f} {outcome.best_name}",
            highlight=False,
            markup=False,
        )


if __name__ == "__main__":
    main()
