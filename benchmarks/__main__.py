"""`make bench`: measure, print the tables, write the dated result; or one part by its name."""

from __future__ import annotations

import argparse

from benchmarks.cases import SHARED
from benchmarks.printing import OUT
from benchmarks.run_pairs import run_pairs
from benchmarks.run_screening import run_screening

PARTS = ("all", "pairs", "screening")


def main() -> None:
    """Runs what the folder beside the checkout has data for; says what it leaves out."""
    arguments = _read_arguments()
    if not (SHARED / "bench").is_dir():
        OUT.print("No folder ../shared/bench beside the checkout: there are no labelled cases.")
        return
    if arguments.part in {"all", "pairs"}:
        run_pairs(ours_only=arguments.ours, misses=arguments.misses)
    if arguments.part in {"all", "screening"}:
        run_screening(
            quick=arguments.quick,
            ours_only=arguments.ours,
            every_row=arguments.every_row,
            misses=arguments.misses,
        )


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("part", nargs="?", choices=PARTS, default="all")
    parser.add_argument("--quick", action="store_true", help="a smaller sample of the nobodies")
    parser.add_argument("--ours", action="store_true", help="Ostraka alone: seconds, not minutes")
    parser.add_argument("--every-row", action="store_true", help="Ostraka on every row besides")
    parser.add_argument("--misses", action="store_true", help="print what Ostraka gets wrong")
    return parser.parse_args()


if __name__ == "__main__":
    main()
