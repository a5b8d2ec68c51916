"""Arrow columns of any type as the texts a person would have typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

import pyarrow as pa

_EXACT = 2**53  # whole numbers up to here have one float of their own


def iter_rows(columns: list[pa.Array]) -> Iterator[tuple[str, ...]]:
    """The rows of columns of equal length, every cell as text, an empty one for null."""
    return zip(*map(make_texts, columns), strict=True)


def make_texts(column: pa.Array) -> list[str]:
    """The values of the column as text; bytes that are not UTF-8 become lone surrogates."""
    kind = column.type
    if pa.types.is_timestamp(kind) or pa.types.is_date(kind):
        column = column.cast(pa.string())
    try:
        values = column.to_pylist()
    except UnicodeDecodeError:  # Parquet written by careless programs
        values = column.cast(pa.large_binary()).to_pylist()
    return [v if type(v) is str else write_text(v) for v in values]


def write_text(value: object) -> str:
    """One value as text: whole floats without a point, lists joined by `; `, null as nothing.

    >>> write_text(1970.0), write_text([b"de", None, "fr"])
    ('1970', 'de; fr')
    """
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float():
            return _write_float(value)
        case bytes():
            return value.decode("utf-8", "surrogateescape")
        case datetime() | date() | time():
            return value.isoformat()
        case list() | tuple():
            return "; ".join(filter(None, map(write_text, value)))
        case _:
            return str(value)


def _write_float(value: float) -> str:
    if value != value:  # noqa: PLR0124 - not a number, which is how pandas writes an empty cell
        return ""
    return str(int(value)) if value.is_integer() and abs(value) <= _EXACT else repr(value)
