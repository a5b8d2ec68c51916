"""Hits as an Arrow table."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from ostraka.screening.tables.hit_rows import HIT_COLUMNS, HitRow


def make_schema() -> pa.Schema:
    """The columns of a table of hits, and their types."""
    types = {"row": pa.int64(), "score": pa.float64(), "listed_on": pa.date32()}
    return pa.schema([(name, types.get(name, pa.string())) for name in HIT_COLUMNS])


def make_arrow(rows: Sequence[HitRow]) -> pa.Table:
    """The hits as an Arrow table, in their order."""
    columns = zip(*rows, strict=True) if rows else [()] * len(HIT_COLUMNS)
    schema = make_schema()
    arrays = [pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
