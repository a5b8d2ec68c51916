"""A batch of rows made ready for an index of customers, in a process of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ostraka.matching.identifiers import hash_key
from ostraka.matching.index import encode_query
from ostraka.model.party import PartyKind
from ostraka.names import identifier_keys
from ostraka.screening.tables.columns import Columns
from ostraka.screening.tables.date_order import DateOrder
from ostraka.screening.tables.fields import Field
from ostraka.screening.tables.records import Record, refuse_undecodable
from ostraka.screening.tables.row_reader import RowReader

Readings = tuple[bytes, ...]


@dataclass(slots=True)
class Batch:
    """So many rows, and what an index holds of the customers among them.

    Of each: the number of the row, the row as JSON, the readings of the name, the hashes of the
    identifiers.
    """

    rows: int
    numbers: list[int]
    cells: list[bytes]
    names: list[Readings]
    keys: list[tuple[int, ...]]


Work = tuple[Sequence[int], list[Record]]
"""The numbers of rows, and the rows."""


def encode_row(record: Record) -> bytes:
    """The row as a book keeps it: the same cells give the same bytes."""
    return json.dumps(record, ensure_ascii=False, default=list).encode("utf-8", "surrogatepass")


def prepare_batch(
    work: Work,
    columns: Columns,
    defaults: Mapping[Field, str],
    dates: DateOrder,
) -> Batch:
    """The customers of the rows, those that are refused left out."""
    numbers, records = work
    batch = Batch(len(records), [], [], [], [])
    reader = RowReader(columns, defaults, dates)
    for row, record in zip(numbers, refuse_undecodable(records), strict=True):
        asked = reader.read_row(row, record)
        if asked is None:
            continue
        subject = asked.subject
        batch.numbers.append(row)
        batch.cells.append(encode_row(record))
        batch.names.append(_encode(subject.name, subject.kind))
        batch.keys.append(tuple(hash_key(k) for v in subject.ids for k in identifier_keys(v)))
    return batch


@lru_cache(maxsize=1 << 17)
def _encode(name: str, kind: PartyKind | None) -> Readings:
    return tuple(encode_query(name, kind))
