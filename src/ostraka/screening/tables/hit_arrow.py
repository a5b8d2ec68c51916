"""Hits as an Arrow table."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from ostraka.screening.tables.encoding import Row
from ostraka.screening.tables.hit_rows import DATE_COLUMNS, HIT_COLUMNS


def make_schema(names: Sequence[str] = HIT_COLUMNS) -> pa.Schema:
    """The columns of a table of hits, and their types."""
    types = {"row": pa.int64(), "score": pa.float64()}
    types |= dict.fromkeys(DATE_COLUMNS, pa.date32())
    return pa.schema([(name, types.get(name, pa.string())) for name in names])


def make_arrow(rows: Sequence[Row], names: Sequence[str] = HIT_COLUMNS) -> pa.Table:
    """The hits as an Arrow table, in their order."""
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    schema = make_schema(names)
    arrays = [pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
