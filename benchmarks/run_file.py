"""The part `file`: `ostraka screen --file`, CSV to CSV, everything included."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.cases import SEED
from benchmarks.files.customers import write_customers
from benchmarks.files.watching import watch
from benchmarks.lists import load_parties, open_store
from benchmarks.printing import show
from benchmarks.scale.cold import make_home
from benchmarks.scale.columns import Enlarged
from benchmarks.scale.enlarging import REAL_NAMES, sample_real
from benchmarks.scale.indexes import open_built
from benchmarks.sizes import Sizes
from ostraka.model.party import Party


def run_file(sizes: Sizes) -> dict[str, Any]:
    """A part of the file by one process and by all, then the whole file by all.

    Raises:
        RuntimeError: The answers of one process and of all differ.
    """
    listed, home, real = make_list(sizes.file_names)
    every = get_customers(listed.folder, sizes.file_rows, real)
    part = cut_rows(every, sizes.file_rows_alone)
    processors = os.cpu_count() or 1
    alone = _screen(home, part, 1)
    together = _screen(home, part, processors)
    if alone["sha256"] != together["sha256"]:
        raise RuntimeError("one process and several gave different answers")
    runs = {"alone": alone, "together": together, "whole": _screen(home, every, processors)}
    times = round(alone["seconds"] / together["seconds"], 2)
    _show(sizes.file_names, runs)
    return {"names": sizes.file_names, "runs": runs, "times_as_fast_as_alone": times}


def make_list(names: int) -> tuple[Enlarged, Path, list[Party]]:
    """A list of so many names, a home that holds it, and the real parties it was made of."""
    real = sample_real(list(load_parties(open_store())), REAL_NAMES, SEED)
    listed = Enlarged(real, names)
    return listed, make_home(listed, open_built(listed)), real


def get_customers(folder: Path, rows: int, real: list[Party]) -> Path:
    """A file of customers in the folder, made where it is not there."""
    path = folder / f"customers-{rows}.csv"
    if not path.is_file():
        write_customers(path, rows, real)
    return path


def cut_rows(whole: Path, rows: int) -> Path:
    """A file of the first rows of another."""
    path = whole.with_name(f"customers-first-{rows}.csv")
    with whole.open(encoding="utf-8") as source, path.open("w", encoding="utf-8") as target:
        target.writelines(islice(source, rows + 1))
    return path


def _screen(home: Path, file: Path, workers: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        return screen_file(home, file, workers, Path(folder) / "hits.csv")


def screen_file(home: Path, file: Path, workers: int, out: Path) -> dict[str, Any]:
    """What the command says it did, and what it took."""
    program = str(Path(sys.executable).with_name("ostraka"))
    command = [program, "--home", str(home), "screen", "--file", str(file), "--out", str(out)]
    command += ["--workers", str(workers), "--allow-stale", "36500", "--json"]
    watched = watch(command)
    totals: dict[str, Any] = json.loads(watched.output)["file"]
    rows = totals["rows"]
    kept = {key: totals[key] for key in ("rows", "refused", "rows_with_hits", "hits", "sha256")}
    figures = {key: round(value, 1) for key, value in asdict(watched).items() if key != "output"}
    return {
        "workers": workers,
        **kept,
        **figures,
        "rows_a_second": round(rows / watched.seconds),
        "processor_us_a_row": round(watched.processor_seconds / rows * 1e6),
    }


def _show(names: int, runs: Mapping[str, Mapping[str, Any]]) -> None:
    columns = (
        *("workers", "rows", "hits", "seconds", "rows_a_second", "processor_us_a_row"),
        "megabytes",
    )
    rows = [[run[column] for column in columns] for run in runs.values()]
    show(f"A file against {names:,} names", [c.replace("_", " ") for c in columns], rows, 0)
