"""What the issue asks of whole commands: imports within time and memory, 10,000 rows screened."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

IMPORTS = (
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
SCREENED = ("us_ofac_sdn", "un_sc", "us_ofac_cons")


@dataclass(frozen=True, slots=True)
class Run:
    """One command: what it was, the line that says what came of it, its time and memory."""

    what: str
    result: str
    seconds: float
    peak_megabytes: float


def run_commands(shared: Path) -> Iterator[Run]:
    """Every import of real lists, then a file and a name; the first of each builds the index."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for source, path, published in IMPORTS:
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


def _run(what: str, arguments: list[str], home: Path, sought: str) -> Run:
    """Runs the command in a process of its own; its peak memory is what the system says of it."""
    program = str(Path(sys.executable).with_name("ostraka"))
    started = perf_counter()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        process = subprocess.Popen(
            [program, "--home", str(home / "home"), *arguments], stdout=output, stderr=output
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = perf_counter() - started
        output.seek(0)
        said = output.read().splitlines()
    if process.returncode:
        raise RuntimeError(f"{what} ended with {process.returncode}: {said[-3:]}")
    result = next((line.strip() for line in said if line.startswith(sought)), "")
    return Run(what, result, seconds, usage.ru_maxrss / 1024)
