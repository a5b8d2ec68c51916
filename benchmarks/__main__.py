"""`make bench`: measure, print the tables, write the dated result; or one part by its name."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

from benchmarks.cases import SHARED
from benchmarks.keeping import keep_figures
from benchmarks.printing import OUT
from benchmarks.sizes import FULL, QUICK, Sizes

Figures = dict[str, Any]
Part = Callable[[argparse.Namespace, Sizes], Figures]


def main() -> None:
    """Runs what the folder beside the checkout has data for; says what it leaves out."""
    asked = _read_arguments()
    if not (SHARED / "bench").is_dir():
        OUT.print("No folder ../shared/bench beside the checkout: there are no labelled cases.")
        return
    sizes = QUICK if asked.quick else FULL
    if asked.part != "all":
        PARTS[asked.part](asked, sizes)
        return
    result: dict[str, Any] = {"machine": _describe_machine(), "quick": asked.quick}
    seconds = result["seconds"] = {}
    day = _today()
    for name, run in PARTS.items():
        started = perf_counter()
        result[name] = run(asked, sizes)
        seconds[name] = round(perf_counter() - started)
        keep_figures(result, day, quick=asked.quick)  # a run that is cut off keeps what it has
    if not asked.quick:
        _show(result, day)


def keep_scale(figures: Figures) -> None:
    """A whole run of `scale` by its name has a result, charts and tables of its own."""
    from benchmarks.showing import show_scale  # noqa: PLC0415

    result, day = {"machine": _describe_machine(), "scale": figures}, _today()
    for path in (keep_figures(result, day, part="scale"), *show_scale(result, day)):
        OUT.print(f"Written to {path}.")


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _show(result: Figures, day: str) -> None:
    from benchmarks.showing import show_result, show_scale  # noqa: PLC0415  # of the bench extra

    for path in (*show_result(result, day), *show_scale(result, day)):
        OUT.print(f"Written to {path}.")


def _run_pairs(asked: argparse.Namespace, _: Sizes) -> Figures:
    from benchmarks.run_pairs import run_pairs  # noqa: PLC0415  # a part runs without the others

    return run_pairs(ours_only=asked.ours, misses=asked.misses)


def _run_screening(asked: argparse.Namespace, sizes: Sizes) -> Figures:
    from benchmarks.run_screening import run_screening  # noqa: PLC0415

    return run_screening(
        sizes.compared,
        ours_only=asked.ours,
        every_row=asked.every_row or (asked.part == "all" and sizes.every_row),
        misses=asked.misses,
    )


def _run_alterations(asked: argparse.Namespace, sizes: Sizes) -> Figures:
    from benchmarks.run_alterations import run_alterations  # noqa: PLC0415

    return run_alterations(sizes.altered, 0 if asked.ours else sizes.altered_compared)


def _run_scripts(asked: argparse.Namespace, _: Sizes) -> Figures:
    from benchmarks.run_scripts import run_scripts  # noqa: PLC0415

    return run_scripts(ours_only=asked.ours)


def _run_traditions(_: argparse.Namespace, sizes: Sizes) -> Figures:
    from benchmarks.run_traditions import run_traditions  # noqa: PLC0415

    return run_traditions(sizes.names, sizes.altered)


def _run_calibration(asked: argparse.Namespace, sizes: Sizes) -> Figures:
    from benchmarks.engines import load_engines  # noqa: PLC0415
    from benchmarks.run_calibration import run_calibration  # noqa: PLC0415

    return run_calibration(load_engines(ours_only=asked.ours), sizes.judged)


def _run_exhaustive(asked: argparse.Namespace, sizes: Sizes) -> Figures:
    from benchmarks.run_exhaustive import run_exhaustive  # noqa: PLC0415

    return run_exhaustive(asked.exhaustive or sizes.exhaustive)


def _run_scale(asked: argparse.Namespace, sizes: Sizes) -> Figures:
    from benchmarks.run_scale import run_scale  # noqa: PLC0415

    whole = asked.part == "scale" and not (asked.quick or asked.ours or asked.names)
    sizes = replace(sizes, scale_names=tuple(asked.names or sizes.scale_names))
    return run_scale(sizes, ours_only=asked.ours, keep=keep_scale if whole else None)


def _run_file(_: argparse.Namespace, sizes: Sizes) -> Figures:
    from benchmarks.run_file import run_file  # noqa: PLC0415

    return run_file(sizes)


def _run_spark(_: argparse.Namespace, sizes: Sizes) -> Figures:
    from benchmarks.run_spark import run_spark  # noqa: PLC0415

    return run_spark(sizes)


def _run_rescreen(_: argparse.Namespace, sizes: Sizes) -> Figures:
    from benchmarks.run_rescreen import run_rescreen  # noqa: PLC0415

    return run_rescreen(sizes)


def _run_commands(asked: argparse.Namespace, _: Sizes) -> Figures:
    from benchmarks.commands import describe_commands  # noqa: PLC0415

    return describe_commands(SHARED, quick=asked.quick)


PARTS: dict[str, Part] = {
    "pairs": _run_pairs,
    "screening": _run_screening,
    "alterations": _run_alterations,
    "scripts": _run_scripts,
    "traditions": _run_traditions,
    "calibration": _run_calibration,
    "exhaustive": _run_exhaustive,
    "scale": _run_scale,
    "file": _run_file,
    "spark": _run_spark,
    "rescreen": _run_rescreen,
    "commands": _run_commands,
}


def _describe_machine() -> dict[str, Any]:
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
    }


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("part", nargs="?", choices=("all", *PARTS), default="all")
    parser.add_argument("--quick", action="store_true", help="smaller samples")
    parser.add_argument("--ours", action="store_true", help="Ostraka alone: seconds, not minutes")
    parser.add_argument("--every-row", action="store_true", help="Ostraka on every row besides")
    parser.add_argument("--misses", action="store_true", help="print what Ostraka gets wrong")
    parser.add_argument("--exhaustive", type=int, metavar="N", help="so many exhaustive queries")
    parser.add_argument("--names", type=int, nargs="+", metavar="N", help="sizes of list (scale)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
