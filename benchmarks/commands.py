"""What the issue asks of whole commands: imports within time and memory, 10,000 rows screened."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.printing import show

Imports = tuple[tuple[str, str, str], ...]
IMPORTS: Imports = (
    ("us_ofac_sdn", "us_ofac/sdn-2023-12-28", "2023-12-28"),
    ("un_sc", "un_sc/consolidated-2026-02-27/consolidated.xml", ""),
    ("us_trade_csl", "us_trade/csl-2022-04-21/consolidated.csv.gz", "2022-04-21"),
    ("us_ofac_cons", "us_ofac/consolidated-2020-03-17/cons_advanced.xml", ""),
    ("us_ofac_cons", "us_ofac/consolidated-2022-03-24/consolidated.xml", ""),
    ("us_ofac_cons", "us_ofac/consolidated-2025-01-10/CONS_ENHANCED.ZIP", ""),
    ("us_ofac_cons", "us_ofac/consolidated-2025-03-28/consolidated.xml", ""),
    ("us_ofac_cons", "us_ofac/consolidated-2025-12-19", "2025-12-19"),
    ("us_ofac_cons", "us_ofac/consolidated-2026-01-08/consolidated.xml", ""),
)
QUICK_IMPORTS = (*IMPORTS[:2], IMPORTS[-1])
"""As few as hold one snapshot of each list that is then screened."""

SCREENED = ("us_ofac_sdn", "un_sc", "us_ofac_cons")


@dataclass(frozen=True, slots=True)
class Run:
    """One command: what it was, the line that says what came of it, its time and memory."""

    what: str
    result: str
    seconds: float
    peak_megabytes: float


def run_commands(shared: Path, imports: Imports) -> Iterator[Run]:
    """The imports of real lists, then a file and a name; the first of each builds the index."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for source, path, published in imports:
            dated = ["--published", published] if published else []
            arguments = ["import", source, str(shared / "lists" / path), *dated]
            yield _run(f"import {source} {path}", arguments, home, f"{source} of ")
        asked = [word for key in SCREENED for word in ("--source", key)]
        rows = str(shared / "bench/screening/negatives_us.csv")
        arguments = ["screen", "--file", rows, "--out", str(home / "hits.csv"), *asked]
        for when in ("index not yet built", "index built"):
            yield _run(f"screen 10,000 rows, {when}", arguments, home, "10,000 rows in")
        name = ["screen", "Shohrat Zakir", *asked]
        yield _run("screen one name, index built", name, home, "  1 possible match")


def describe_commands(shared: Path, *, quick: bool) -> dict[str, Any]:
    """Every command with what it said, seconds and peak memory; the table is printed."""
    runs = list(run_commands(shared, QUICK_IMPORTS if quick else IMPORTS))
    rows = [
        (run.what, run.result, f"{run.seconds:.1f}", f"{run.peak_megabytes:.0f}") for run in runs
    ]
    show("Whole commands, one process each", ("command", "result", "seconds", "peak MB"), rows, 2)
    return {
        run.what: {
            "result": run.result,
            "seconds": round(run.seconds, 2),
            "peak_megabytes": round(run.peak_megabytes),
        }
        for run in runs
    }


# A process counts what its parent held when it was forked, so a small one stands between.
_LAUNCHER = """
import json, resource, subprocess, sys, time
started = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([done.returncode, done.stdout, time.perf_counter() - started, peak]))
"""


def _run(what: str, arguments: list[str], home: Path, sought: str) -> Run:
    """Runs the command in a process of its own; its peak memory is what the system says of it."""
    program = str(Path(sys.executable).with_name("ostraka"))
    command = [program, "--home", str(home / "home"), *arguments]
    answer = subprocess.check_output([sys.executable, "-c", _LAUNCHER, *command], text=True)
    code, said, seconds, kilobytes = json.loads(answer)
    if code:
        raise RuntimeError(f"{what} ended with {code}: {said[-300:]}")
    result = next((line.strip() for line in said.splitlines() if line.startswith(sought)), "")
    return Run(what, result, seconds, kilobytes / 1024)
