"""A Parquet file made of hits, a row group at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pyarrow.parquet as pq

from ostraka.screening.tables.encoding import Row
from ostraka.screening.tables.hit_arrow import make_arrow, make_schema

GROUP_ROWS = 65_536
"""Rows of one row group."""


def write_parquet(rows: Iterator[Row], path: Path, columns: Sequence[str]) -> None:
    """The file holds the rows, their values as they are."""
    with pq.ParquetWriter(path, make_schema(columns), compression="zstd") as writer:
        while group := list(islice(rows, GROUP_ROWS)):
            writer.write_table(make_arrow(group, columns))
