"""The tables of the alterations: CSV files that say in their head where they come from."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

TABLES = Path(__file__).parent / "tables"


@cache
def load_table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `tables/NAME.csv` below its head comment and its line of column names."""
    text = (TABLES / f"{name}.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    rows = csv.reader(lines)
    next(rows)
    return tuple(map(tuple, rows))


def load_pairs(name: str) -> dict[str, str]:
    """A table of two columns, the first to the second."""
    return {first: second for first, second in load_table(name)}  # noqa: C416  # the rows are checked
