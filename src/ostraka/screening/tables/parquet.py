"""Parquet in, some rows of a row group at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

from ostraka.model.errors import TableRefused
from ostraka.screening.tables.arrow_text import iter_rows
from ostraka.screening.tables.columns import GivenColumns, get_columns
from ostraka.screening.tables.records import Record

ROWS_AT_ONCE = 8_192
"""Rows held in memory as Arrow columns; the file's own groups may have millions."""


class ParquetReader(AbstractContextManager["ParquetReader"]):
    """The records of a Parquet file. Columns that are not screened are not even read."""

    def __init__(self, file: IO[bytes], given: GivenColumns = ()) -> None:
        try:
            self._file = pq.ParquetFile(file)
        except (pa.ArrowException, OSError) as problem:
            raise _refuse("the file is not a whole Parquet file", "footer") from problem
        self._names: list[str] = list(self._file.schema_arrow.names)
        self._read = 0
        self.header = self._names
        places = get_columns(tuple(self._names), given).places.values()
        self._wanted = sorted({place for found in places for place in found})

    def records(self) -> Iterator[Record]:
        """The rows of data in order; a cell of a column that is not screened is empty."""
        # Row groups are read by name, and a name with a dot in it means a nested column, or two
        # columns have the same name: then everything is read and chosen by place.
        chosen = [self._names[place] for place in self._wanted]
        plain = len(set(self._names)) == len(self._names) and not any("." in n for n in chosen)
        for batch in self._iter_batches(chosen if plain else None):
            picked = batch.columns if plain else [batch.column(place) for place in self._wanted]
            yield from self._spread(picked)
            self._read += batch.num_rows

    def _iter_batches(self, columns: list[str] | None) -> Iterator[pa.RecordBatch]:
        try:
            yield from self._file.iter_batches(ROWS_AT_ONCE, columns=columns)
        except (pa.ArrowException, OSError) as problem:
            raise _refuse("the file is damaged", "rows") from problem

    def share(self) -> float:
        """The part of the rows that was read, 0 to 1."""
        rows: int = self._file.metadata.num_rows
        return self._read / rows if rows else 1.0

    def _spread(self, picked: list[object]) -> Iterator[Record]:
        width = len(self._names)
        for values in iter_rows(picked):
            cells = [""] * width
            for place, value in zip(self._wanted, values, strict=True):
                cells[place] = value
            yield cells

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _refuse(problem: str, where: str) -> TableRefused:
    return TableRefused(problem, where=where, remedy="Write the file again, or give it as CSV.")
