"""Values of the vocabulary to Arrow columns. Imports pyarrow: import this room's module late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from operator import attrgetter
from typing import Any

import pyarrow as pa

from ostraka.model.party import Party
from ostraka.snapshots.shapes import Many, Record, Scalar, Shape, record_of

_TYPES = {str: pa.string(), bool: pa.bool_(), float: pa.float64(), date: pa.date32()}


def make_table(parties: Sequence[Party]) -> pa.Table:
    """One row a party, one column a field, nested as the vocabulary is."""
    return pa.Table.from_struct_array(_encode(record_of(Party), parties))


def arrow_type(shape: Shape) -> pa.DataType:
    """The Arrow type that holds values of a shape; a term is stored as its text."""
    match shape:
        case Scalar(python):
            return _TYPES[str if issubclass(python, str) else python]
        case Many(item):
            return pa.list_(arrow_type(item))
        case Record():
            return pa.struct([(f.name, arrow_type(f.shape)) for f in shape.fields])


def _encode(shape: Shape, values: Sequence[Any]) -> pa.Array:
    match shape:
        case Scalar():
            return pa.array(values, arrow_type(shape))
        case Many(item):
            return _encode_lists(item, values)
        case Record():
            return _encode_records(shape, values)


def _encode_lists(item: Shape, values: Sequence[Any]) -> pa.Array:
    lists = [v or () for v in values]
    ends = accumulate((len(v) for v in lists), initial=0)
    flat = _encode(item, [x for v in lists for x in v])
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), flat)


def _encode_records(record: Record, values: Sequence[Any]) -> pa.Array:
    absent = [v is None for v in values]
    some_absent = any(absent)
    columns = []
    for field in record.fields:
        get = attrgetter(field.name)
        column = (
            [None if v is None else get(v) for v in values] if some_absent else map(get, values)
        )
        columns.append(_encode(field.shape, list(column)))
    return pa.StructArray.from_arrays(
        columns, fields=list(arrow_type(record)), mask=pa.array(absent) if some_absent else None
    )
