"""A workbook made of hits, a row at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from ostraka.screening.tables.cells import guard
from ostraka.screening.tables.encoding import Row

SHEET_ROWS = 1_048_575
"""Rows below the headings that one sheet holds; more go on to a next sheet."""

# A workbook states when it was made; a fixed day makes equal runs give equal files.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)


def write_workbook(rows: Iterator[Row], path: Path, columns: Sequence[str]) -> None:
    """The workbook holds the rows under their headings. No cell of it is a formula."""
    # Rows go to disk as they come, and into the folder of OUT: they are about persons.
    options = {"constant_memory": True, "tmpdir": str(path.parent)}
    with Workbook(str(path), options) as workbook:
        workbook.set_properties({"created": _MADE})
        first = next(rows, None)
        number = 1
        while first or number == 1:
            sheet = workbook.add_worksheet("hits" if number == 1 else f"hits {number}")
            sheet.write_row(0, 0, columns)
            if first:
                _write_row(sheet, 1, first)
            for place, row in enumerate(islice(rows, SHEET_ROWS - 1), 2):
                _write_row(sheet, place, row)
            first = next(rows, None)
            number += 1


def _write_row(sheet: Worksheet, place: int, row: Row) -> None:
    for column, value in enumerate(row):
        if isinstance(value, int | float):
            sheet.write_number(place, column, value)
        elif value is not None:
            sheet.write_string(place, column, guard(str(value)))
