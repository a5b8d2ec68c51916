"""Rows out, as bytes: each shape that can be appended to is one function."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from ostraka.screening.tables.cells import Value, write_cell
from ostraka.screening.tables.shapes import Shape

Row = Sequence[Value]


def encode_separated(rows: Iterable[Row], delimiter: str = ",") -> bytes:
    r"""The rows as delimited text, quoted where needed, formulas made harmless.

    >>> encode_separated([("=1", 0.5, None)])
    b"'=1,0.5,\n"
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerows(map(write_cell, row) for row in rows)
    return text.getvalue().encode()


def encode_lines(rows: Iterable[Row], columns: Sequence[str]) -> bytes:
    r"""The rows as JSON objects, one a line; what is not there is null.

    >>> encode_lines([("é", None)], ("a", "b"))
    b'{"a": "\xc3\xa9", "b": null}\n'
    """
    objects = (dict(zip(columns, row, strict=True)) for row in rows)
    lines = (json.dumps(o, ensure_ascii=False, default=_write_date) + "\n" for o in objects)
    return "".join(lines).encode()


def _write_date(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no cell holds a {type(value).__name__}")


Encoder = Callable[[Iterable[Row]], bytes]


def make_encoder(shape: Shape, columns: Sequence[str]) -> tuple[bytes, Encoder]:
    """What stands at the beginning of a file of that shape, and how its rows follow.

    Parquet and xlsx cannot grow row by row; they are made at the end from JSON lines.
    """
    match shape:
        case Shape.CSV:
            return encode_separated([columns]), encode_separated
        case Shape.TSV:
            return encode_separated([columns], "\t"), partial(encode_separated, delimiter="\t")
        case _:
            return b"", partial(encode_lines, columns=columns)
