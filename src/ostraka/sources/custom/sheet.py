"""A user's table, CSV or workbook, as rows of text by field."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile
from ostraka.sources.special import is_special_field
from ostraka.sources.text import decode, read_csv_rows, tidy

_WORKBOOK_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_NO_TIME = re.compile(r"(?<=\d{4}-\d\d-\d\d)[ T]00:00:00(?:\.0+)?$")


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds: a field of a party, its role, or nothing that is known."""

    heading: str
    field: str
    role: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell with its column."""

    column: Column
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its data rows from 1 with their filled cells, and what was odd about it."""

    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    warnings: tuple[str, ...]


def read_sheet(file: InputFile) -> Sheet:
    """The data rows below the first filled row, which holds the headings.

    Raises:
        SourceRefused: not a table, or no column for the name.
    """
    warnings: list[str] = []
    table = iter(_read_table(file, warnings))
    header = next(filter(any, table), None)
    if header is None:
        raise _refused(file, "the table holds no row")
    columns = [_find_column(heading) for heading in header]
    if not any(column.field == "name" for column in columns):
        raise _refused(file, "the table has no column for the name")
    warnings.extend(_odd_columns(columns))
    rows = tuple(
        (number, tuple(_filled(columns, cells)))
        for number, cells in enumerate(table, start=1)
        if any(cells)
    )
    return Sheet(rows, tuple(warnings))


@cache
def load_table(name: str) -> dict[str, dict[str, str]]:
    """The rows of one of the tables beside this module, by their first column."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {next(iter(row.values())): row for row in rows}


def _read_table(file: InputFile, warnings: list[str]) -> Iterator[list[str]]:
    rows = _read_workbook(file) if file.data.startswith(_WORKBOOK_MARKS) else None
    for cells in rows if rows is not None else _read_text(file, warnings):
        yield [_NO_TIME.sub("", tidy(cell)) for cell in cells]


def _read_text(file: InputFile, warnings: list[str]) -> Iterator[list[str]]:
    def note(line: int, problem: str) -> None:
        warnings.append(f"line {line} {problem}; it is left out")

    for row in read_csv_rows(file, delimiter=_find_delimiter(file), on_bad=note):
        yield row.cells


def _find_delimiter(file: InputFile) -> str:
    first = decode(file).lstrip().partition("\n")[0]
    return max(",;\t|", key=first.count)


def _read_workbook(file: InputFile) -> Iterator[list[str]]:
    import fastexcel  # only workbooks need it

    try:
        book = fastexcel.read_excel(file.data)
        sheet = book.load_sheet(0, header_row=None, dtypes="string")
        columns = [column.to_pylist() for column in sheet.to_arrow().columns]
    except Exception as problem:
        raise _refused(file, "the workbook cannot be read") from problem
    for cells in zip(*columns, strict=True):
        yield ["" if cell is None else str(cell) for cell in cells]


def _find_column(heading: str) -> Column:
    folded = re.sub(r"[\s-]+", "_", heading.strip().lower())
    row = load_table("columns.csv").get(folded)
    if row is None:
        return Column(heading, "special" if is_special_field(heading) else "", "")
    return Column(heading, row["field"], row["role"])


def _odd_columns(columns: Sequence[Column]) -> Iterator[str]:
    for column in columns:
        if column.field == "special":
            yield f"column {column.heading!r} is left out: no reader keeps such data"
        elif not column.field and column.heading:
            yield f"column {column.heading!r} has no known meaning; it is kept as a remark"


def _filled(columns: Sequence[Column], cells: Sequence[str]) -> Iterator[Cell]:
    for column, text in zip(columns, cells, strict=False):
        if text and column.field != "special":
            yield Cell(column, text)


def _refused(file: InputFile, problem: str) -> SourceRefused:
    return SourceRefused(
        problem,
        where=file.name,
        remedy="Give a CSV or xlsx table with the headings in its first row, one of them name.",
    )
