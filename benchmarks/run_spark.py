"""The part `spark`: the same rows as a file and as a frame of a local Spark, in turns."""

from __future__ import annotations

import csv
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.files.watching import watch
from benchmarks.printing import OUT
from benchmarks.run_file import cut_rows, get_customers, make_list, screen_file
from benchmarks.sizes import Sizes

_ROUNDS = 3
_HELD = ("id", "party", "score", "class", "matched_name", "listed_on", "reason")


def run_spark(sizes: Sizes) -> dict[str, Any]:
    """Rows a second of either, the file's process and Spark's start aside or not; and memory.

    Raises:
        RuntimeError: The hits of the two are not the same.
    """
    if find_spec("pyspark") is None:
        OUT.print("PySpark is not installed: `make spark` does it. The part `spark` is left out.")
        return {}
    listed, home, real = make_list(sizes.file_names)
    every = get_customers(listed.folder, sizes.file_rows, real)
    part = cut_rows(every, sizes.file_rows_alone)
    cores = os.cpu_count() or 1
    files: list[dict[str, Any]] = []
    frames: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(_ROUNDS):  # in turns: a machine that slows down slows both
            out = Path(folder) / f"{number}.csv"
            files.append(screen_file(home, part, cores, out))
            frames.append(_screen_frame(home, part, cores, out.with_suffix(".spark")))
            if _read([out]) != _read(sorted(out.with_suffix(".spark").glob("*.csv"))):
                raise RuntimeError("Spark and the file gave different hits")
    figures = _sum_up(sizes, cores, files, frames)
    OUT.print(figures)
    return figures


def _screen_frame(home: Path, part: Path, cores: int, out: Path) -> dict[str, Any]:
    program = [sys.executable, "-m", "benchmarks.files.spark_session"]
    watched = watch([*program, str(home), str(part), str(out), str(cores)])
    figures: dict[str, Any] = json.loads(watched.output.splitlines()[-1])
    return figures


def _read(paths: Iterable[Path]) -> list[tuple[str, ...]]:
    return sorted(row for path in paths for row in _iter_rows(path))


def _iter_rows(path: Path) -> Iterator[tuple[str, ...]]:
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield tuple(row[column] for column in _HELD)


def _sum_up(
    sizes: Sizes, cores: int, files: list[dict[str, Any]], frames: list[dict[str, Any]]
) -> dict[str, Any]:
    rows = sizes.file_rows_alone
    seconds = {"file": _take(files, "seconds"), "spark": _take(frames, "seconds")}
    return {
        "names": sizes.file_names,
        "rows": rows,
        "cores": cores,
        "hits": files[0]["hits"],
        "seconds": seconds,
        "rows_a_second": {name: round(rows / taken) for name, taken in seconds.items()},
        "share_of_file": round(
            median(
                file["seconds"] / own["seconds"] for file, own in zip(files, frames, strict=True)
            ),
            2,
        ),
        "start_seconds": _take(frames, "start_seconds"),
        "megabytes": {name: _take(frames, f"{name}_megabytes") for name in ("java", "python")},
    }


def _take(runs: list[dict[str, Any]], key: str) -> float:
    return round(float(median(run[key] for run in runs)), 2)
