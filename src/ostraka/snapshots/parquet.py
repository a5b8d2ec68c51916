"""Parquet bytes in memory, so that what is hashed is what is written and what is read.

Imports pyarrow: import this module late.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ostraka.model.party import Party
from ostraka.snapshots.decode import parse_table
from ostraka.snapshots.delta import join_tables
from ostraka.snapshots.encode import make_table
from ostraka.snapshots.history import Seen
from ostraka.snapshots.presence import make_presence

_ROWS_IN_GROUP = 1000
"""Parties in a row group: one party is found by unpacking that many, not the whole list."""


def render_parties(parties: Sequence[Party]) -> bytes:
    """The parties as the bytes of a Parquet file; they must be sorted by id."""
    return _render(make_table(parties), _ROWS_IN_GROUP)


def render_presence(parties: Sequence[Party], digests: Mapping[str, str]) -> bytes:
    """The presence table of the parties as the bytes of a Parquet file."""
    return _render(make_presence(parties, digests), None)


def has_shape_of(data: bytes, other: bytes) -> bool:
    """Whether two Parquet files have the same columns of the same types."""
    left, right = (pq.read_schema(pa.BufferReader(x)) for x in (data, other))
    return bool(left.equals(right))


def read_rows(
    data: bytes,
    columns: Sequence[str] | None = None,
    ids: Collection[str] | None = None,
    key: str = "id",
) -> pa.Table:
    """The table in the bytes of a Parquet file: all columns or those, all rows or of those ids.

    `key` is the column that holds the ids.
    """
    wanted = None if ids is None else pc.field(key).isin(pa.array(list(ids), pa.string()))
    names = None if columns is None else list(columns)
    return pq.read_table(pa.BufferReader(data), columns=names, filters=wanted)


def read_parties(
    own: pa.Table,
    base: pa.Table | None = None,
    *,
    gone: Collection[str] = (),
    seen: Seen | None = None,
) -> tuple[Party, ...]:
    """The parties of a table, joined with those of a base that it does not replace.

    Raises:
        ValueError: A table holds what the vocabulary does not know.
    """
    table = own
    if base is not None:
        table = join_tables(base, own, "id", {*own["id"].to_pylist(), *gone})
    return parse_table(_with_history(table, seen) if seen else table)


def _render(table: pa.Table, rows_in_group: int | None) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", row_group_size=rows_in_group)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def _with_history(table: pa.Table, seen: Seen) -> pa.Table:
    # columns are replaced before values are made: rebuilding 20,000 parties costs half a second
    listings = table["listings"].combine_chunks()
    flat = listings.flatten()
    columns = dict(zip((f.name for f in flat.type), flat.flatten(), strict=True))
    columns["first_seen"] = pa.array(seen.first_seen, pa.date32())
    columns["last_absent"] = pa.array(seen.last_absent, pa.date32())
    ends = accumulate(listings.value_lengths().to_pylist(), initial=0)
    fresh = pa.StructArray.from_arrays(list(columns.values()), names=list(columns))
    column = pa.ListArray.from_arrays(pa.array(ends, pa.int32()), fresh)
    return table.set_column(table.schema.get_field_index("listings"), "listings", column)
