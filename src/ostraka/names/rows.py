"""Reading the tables of this room: CSV files that say in their head where they come from."""

from __future__ import annotations

import csv


def load_rows(name: str) -> list[list[str]]:
    """The rows of `tables/NAME.csv` below its head comment and its line of column names.

    >>> load_rows("countries")[0][:2]
    ['ad', 'and']
    """
    from importlib.resources import files  # 5 ms that a process may never need

    text = files(__package__).joinpath("tables", f"{name}.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    rows = csv.reader(lines)
    next(rows)
    return list(rows)
