"""`make bench`: measure, print the tables, write the dated result."""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.commands import run_commands
from benchmarks.engines import load_engines
from benchmarks.pairs import PairResult, load_pairs, measure_pairs
from benchmarks.screening import Alerts, Recall, measure_alerts, measure_recall, open_lists

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
OUT = Console(width=130)


def main() -> None:
    """Runs what the folder beside the checkout has data for; says what it leaves out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a sample of the nobodies")
    quick: bool = parser.parse_args().quick
    if not (SHARED / "bench").is_dir():
        OUT.print("No folder ../shared/bench beside the checkout: there are no labelled cases.")
        return
    result: dict[str, Any] = {"machine": _describe_machine(), "quick": quick}
    result["pairs"] = _bench_pairs()
    result["screening"] = _bench_screening(quick=quick)
    result["commands"] = _bench_commands()
    day = datetime.now(UTC).date().isoformat()
    path = HERE / "results" / f"{day}{'-quick' if quick else ''}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    OUT.print(f"Written to {path.relative_to(HERE.parent)}.")


def _bench_pairs() -> dict[str, Any]:
    pairs = load_pairs(SHARED / "bench/names/name_pairs.csv")
    results = [measure_pairs(engine, pairs) for engine in load_engines()]
    table = Table(title=f"{len(pairs)} labelled pairs, each engine at its default threshold")
    for column in ("engine", "pairs", "precision", "recall", "F1", "pairs/s, one thread"):
        table.add_column(column, justify="left" if column in {"engine", "pairs"} else "right")
    for result in results:
        for group, counts in sorted(result.counts.items()):
            figures = [f"{x:.3f}" for x in (counts.precision, counts.recall, counts.f1)]
            speed = f"{result.pairs_per_second:,.0f}" if group == "all pairs" else ""
            table.add_row(result.engine.name, group, *figures, speed)
    OUT.print(table)
    return {result.engine.name: _describe_pairs(result) for result in results}


def _describe_pairs(result: PairResult) -> dict[str, Any]:
    return {
        "version": result.engine.version,
        "threshold": result.engine.threshold,
        "pairs_per_second": round(result.pairs_per_second),
        "groups": {
            group: {
                "precision": round(counts.precision, 4),
                "recall": round(counts.recall, 4),
                "f1": round(counts.f1, 4),
                "false_positives": counts.false_positive,
                "false_negatives": counts.false_negative,
            }
            for group, counts in sorted(result.counts.items())
        },
    }


def _bench_screening(*, quick: bool) -> dict[str, Any]:
    cases = SHARED / "bench/screening"
    found: dict[str, Any] = {}
    table = Table(title="End to end, Ostraka, SDN 2023-12-28 + UN 2026-02-27 + consolidated")
    for column in ("rows", "number", "measure", "figure", "rows/s, two threads"):
        table.add_column(column, justify="left" if column in {"rows", "measure"} else "right")
    with tempfile.TemporaryDirectory() as home:
        screener = open_lists(SHARED / "lists", Path(home))
        for name in ("positives_un_treated", "positives_un_untreated"):
            for all_fields in (True, False):
                recall = measure_recall(screener, cases / f"{name}.csv", all_fields=all_fields)
                what = "all fields" if all_fields else "name only"
                found[f"{name}, {what}"] = _plain(recall)
                figure = f"{recall.found:.3f}, first {recall.first:.3f}"
                _add(
                    table, f"{name}, {what}", recall.rows, "recall", figure, recall.rows_per_second
                )
        for name in ("negatives_us", "negatives_global", "positives_us_congress_untreated"):
            alerts = measure_alerts(screener, cases / f"{name}.csv", 2_000 if quick else None)
            found[name] = _plain(alerts)
            figure = f"{alerts.per_thousand:.1f}"
            _add(table, name, alerts.rows, "alerts per 1,000", figure, alerts.rows_per_second)
            for script, (rows, rate) in alerts.by_script.items():
                table.add_row(f"  {script}", f"{rows:,}", "alerts per 1,000", f"{rate:.1f}", "")
    OUT.print(table)
    return found


def _bench_commands() -> dict[str, Any]:
    """Whole commands as a user types them, start-up and all, each in a process of its own."""
    table = Table(title="Whole commands, one process each")
    for column in ("command", "result", "seconds", "peak MB"):
        table.add_column(column, justify="left" if column in {"command", "result"} else "right")
    runs = list(run_commands(SHARED))
    for run in runs:
        table.add_row(run.what, run.result, f"{run.seconds:.1f}", f"{run.peak_megabytes:.0f}")
    OUT.print(table)
    return {
        run.what: {
            "result": run.result,
            "seconds": round(run.seconds, 2),
            "peak_megabytes": round(run.peak_megabytes),
        }
        for run in runs
    }


def _add(table: Table, name: str, rows: int, measure: str, figure: str, speed: float) -> None:
    table.add_row(name, f"{rows:,}", measure, figure, f"{speed:,.0f}")


def _plain(measured: Recall | Alerts) -> dict[str, Any]:
    values = asdict(measured)
    return {name: round(v, 4) if isinstance(v, float) else v for name, v in values.items()}


def _describe_machine() -> dict[str, Any]:
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
    }


if __name__ == "__main__":
    main()
