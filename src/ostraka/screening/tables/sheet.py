"""Spreadsheets in: the first sheet of an xlsx workbook.

The first row that is not empty holds the headings. A row without any value is no row and is not
counted, as a blank line of a CSV is not. The sheet is held in memory as Arrow text; the format
allows 1,048,576 rows.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import IO

import fastexcel
import pyarrow as pa

from ostraka.model.errors import TableRefused
from ostraka.screening.tables.arrow_text import iter_rows
from ostraka.screening.tables.records import Record

UNPACKED_LIMIT = 4 * 1024**3
"""Most bytes that the parts of a workbook may unpack to."""

ROWS_AT_ONCE = 8_192

_REMEDY = "Open it in a spreadsheet program and save it as .xlsx, or as CSV UTF-8."


class SheetReader:
    """The records of the first sheet of a workbook, its header first."""

    def __init__(self, file: IO[bytes]) -> None:
        _check_unpacked(file)
        self._sheet = _load_sheet(file.read())
        self._read = 0
        self._rows = self._iter_rows()
        header = next(self._rows, None)
        if header is None:
            raise TableRefused(
                "the first sheet is empty",
                where="header",
                remedy="Put the table on the first sheet, with the headings in its first row.",
            )
        self.header = [heading.strip() for heading in header]

    def records(self) -> Iterator[Record]:
        """The rows of data in order."""
        return self._rows

    def share(self) -> float:
        """The part of the rows that was read, 0 to 1."""
        rows: int = self._sheet.num_rows
        return self._read / rows if rows else 1.0

    def _iter_rows(self) -> Iterator[tuple[str, ...]]:
        for start in range(0, self._sheet.num_rows, ROWS_AT_ONCE):
            part = self._sheet.slice(start, ROWS_AT_ONCE)
            yield from (row for row in iter_rows(part.columns) if any(row))
            self._read = start + part.num_rows


def _check_unpacked(file: IO[bytes]) -> None:
    """Refuses what is no workbook, and a small file that unpacks to an enormous one."""
    try:
        with zipfile.ZipFile(file) as parts:
            size = sum(part.file_size for part in parts.infolist())
    except zipfile.BadZipFile as problem:
        raise TableRefused(
            "the file is not a whole xlsx workbook", where="workbook", remedy=_REMEDY
        ) from problem
    if size > UNPACKED_LIMIT:
        raise TableRefused(
            f"the workbook unpacks to {size / 1024**3:.1f} GiB; at most "
            f"{UNPACKED_LIMIT / 1024**3:.0f} GiB are read",
            where="workbook",
            remedy="Save the sheet as CSV UTF-8.",
        )
    file.seek(0)


def _load_sheet(data: bytes) -> pa.RecordBatch:
    try:
        sheet = fastexcel.read_excel(data).load_sheet(0, header_row=None, dtypes="string")
        return sheet.to_arrow()
    except fastexcel.FastExcelError as problem:
        raise TableRefused(
            "the first sheet of the workbook cannot be read", where="workbook", remedy=_REMEDY
        ) from problem
