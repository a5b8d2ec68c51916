"""Arrow columns back to values of the vocabulary, a column at a time, which is what is fast."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise, repeat
from typing import Any

import pyarrow as pa

from ostraka.model.origin import Origin
from ostraka.model.party import Party
from ostraka.model.terms import Term
from ostraka.snapshots.encode import arrow_type
from ostraka.snapshots.shapes import NO_DEFAULT, Field, Many, Record, Scalar, Shape, record_of


def parse_table(table: pa.Table) -> tuple[Party, ...]:
    """The parties of a table, in its order.

    Raises:
        ValueError: The table holds a column, a type or a term the vocabulary does not know.
    """
    rows = table.combine_chunks().to_struct_array()
    array = pa.concat_arrays(rows.chunks) if rows.num_chunks else pa.array([], rows.type)
    return tuple(_decode(record_of(Party), array))


def _decode(shape: Shape, array: pa.Array) -> list[Any]:
    match shape:
        case Scalar(python):
            return _decode_scalars(python, array)
        case Many(item):
            return _decode_lists(item, array)
        case Record():
            return _decode_records(shape, array)


def _decode_scalars(python: type[Any], array: pa.Array) -> list[Any]:
    if not array.type.equals(arrow_type(Scalar(python))):
        raise ValueError(f"a column of {python.__name__} is stored as {array.type}")
    values: list[Any] = array.to_pylist()
    if not issubclass(python, Term):
        return values
    term_of: Callable[[str], Term] = python
    terms: dict[str | None, Term | None] = {v: term_of(v) for v in set(values) - {None}}
    terms[None] = None
    return [terms[v] for v in values]


def _decode_lists(item: Shape, array: pa.Array) -> list[Any]:
    if not pa.types.is_list(array.type):
        raise ValueError(f"a column of lists is stored as {array.type}")
    items = _decode(item, array.flatten())
    lengths = array.value_lengths().to_pylist()
    return [tuple(items[a:b]) for a, b in pairwise(accumulate(lengths, initial=0))]


def _decode_records(record: Record, array: pa.Array) -> list[Any]:
    _refuse_unknown(record, array.type)
    if not array.null_count:
        return _make(record, _columns(record, array), len(array))
    stated = array.drop_null()
    made = iter(_make(record, _columns(record, stated), len(stated)))
    return [next(made) if valid else None for valid in array.is_valid().to_pylist()]


def _refuse_unknown(record: Record, stored: pa.DataType) -> None:
    known = {f.name for f in record.fields}
    unknown = sorted({f.name for f in stored} - known) if pa.types.is_struct(stored) else ["?"]
    if unknown:
        raise ValueError(f"the vocabulary does not know {', '.join(unknown)}")


def _columns(record: Record, array: pa.Array) -> list[Iterable[Any]]:
    stored = dict(zip((f.name for f in array.type), array.flatten(), strict=True))
    return [_column(f, stored.get(f.name)) for f in record.fields]


def _column(field: Field, stored: pa.Array | None) -> Iterable[Any]:
    # a snapshot written before the vocabulary had the field says nothing about it
    if stored is None and field.default is NO_DEFAULT:
        raise ValueError(f"the column {field.name} is missing")
    return repeat(field.default) if stored is None else _decode(field.shape, stored)


def _make(record: Record, columns: Sequence[Iterable[Any]], count: int) -> list[Any]:
    rows = zip(range(count), *columns, strict=False)
    if record.by_keyword:
        names = [f.name for f in record.fields]
        return [record.make(**dict(zip(names, row, strict=True))) for _, *row in rows]
    if record.make is Origin:
        return _share(row[1:] for row in rows)
    return [record.make(*row[1:]) for row in rows]


def _share(rows: Iterable[tuple[str, str, str]]) -> list[Origin]:
    # most values of a party have the same origin: one object for all of them halves the memory
    seen: dict[tuple[str, str, str], Origin] = {}
    return [seen[row] if row in seen else seen.setdefault(row, Origin(*row)) for row in rows]
