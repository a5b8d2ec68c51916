"""Tables that cannot grow row by row, made at the end from the JSON lines of a run."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from ostraka.screening.tables.encoding import Row
from ostraka.screening.tables.hit_rows import DATE_COLUMNS
from ostraka.screening.tables.shapes import FileShape, Shape


def finish_table(spool: Path, out: Path, shape: FileShape, columns: Sequence[str]) -> str:
    """OUT holds the rows of the JSON lines; what was there before is replaced in one step.

    Every line has these columns, in this order. Returns the SHA-256 of OUT.
    """
    new = out.with_name(f"{out.name}.new")
    rows = _read_rows(spool)
    if shape.shape is Shape.PARQUET:
        from ostraka.screening.tables.parquet_out import write_parquet  # pyarrow is late

        write_parquet(rows, new, columns)
    else:
        from ostraka.screening.tables.workbook_out import write_workbook  # xlsxwriter is late

        write_workbook(rows, new, columns)
    if shape.gzipped:
        _pack(new)
    digest = _hash_file(new)
    new.replace(out)
    return digest


def _hash_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pack(path: Path) -> None:
    packed = path.with_name(f"{path.name}.gz")
    with (
        path.open("rb") as source,
        packed.open("wb") as target,
        gzip.GzipFile(filename="", mode="wb", fileobj=target, mtime=0) as pack,
    ):
        shutil.copyfileobj(source, pack)
    packed.replace(path)


def _read_rows(spool: Path) -> Iterator[Row]:
    with spool.open("rb") as lines:
        for line in lines:
            yield [
                date.fromisoformat(value) if value and name in DATE_COLUMNS else value
                for name, value in json.loads(line).items()
            ]
