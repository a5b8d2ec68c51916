"""Rows of the OFSI list, from its CSV in Windows-1252 or UTF-8, or from its workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ostraka.model.errors import SourceRefused
from ostraka.sources.gb.designation import Row
from ostraka.sources.gb.headings import make_row, name_columns
from ostraka.sources.gb.regimes import letters_of
from ostraka.sources.gb.texts import find_uk_day
from ostraka.sources.reading import InputFile
from ostraka.sources.text import read_csv_rows
from ostraka.sources.worksheets import read_worksheets

_MANDATORY = ("group_id", "name_6", "kind", "regime", "designated", "name_type", "other")
_BARE_ROW = re.compile(rb"\n")


@dataclass(frozen=True, slots=True)
class Table:
    """The data rows of one file, the day it states, and what was odd about its headings."""

    rows: tuple[Row, ...]
    published: date | None
    warnings: tuple[str, ...]


def read_table(file: InputFile) -> Table:
    """The rows below the line "Last Updated" and the headings.

    Raises:
        SourceRefused: no such lines, a missing column, or a row that is cut.
    """
    lines = _read_lines(file)
    first = next(lines, [])
    if not first or letters_of(first[0]) != "lastupdated" or len(first) < 2:
        raise _refused(file, "the file does not begin with the line 'Last Updated'")
    warnings: list[str] = []
    headings = next(lines, [])
    columns = name_columns(headings, _MANDATORY, file.name, warnings)
    rows = tuple(_make_rows(file, columns, lines))
    if not rows:
        raise _refused(file, "the file holds no row")
    return Table(rows, find_uk_day(first[1]), tuple(warnings))


def count_rows(file: InputFile) -> int | None:
    """The line ends in the bytes less the two above the data; `None` of a workbook.

    A value may hold a line end of its own, so that this is also `None` where lines are quoted.
    """
    if _is_workbook(file) or re.search(rb'"[^",\n]*\n', file.data):
        return None
    return len(_BARE_ROW.findall(file.data.rstrip())) - 1


def _make_rows(file: InputFile, columns: list[str], lines: Iterator[list[str]]) -> Iterator[Row]:
    for number, cells in enumerate(lines, start=3):
        if len(cells) < len(columns):
            raise _refused(file, f"line {number} has {len(cells)} of {len(columns)} columns")
        row = make_row(columns, cells)
        if row and not row.get("group_id"):
            raise _refused(file, f"line {number} has no Group ID")
        if row:
            yield row


def _read_lines(file: InputFile) -> Iterator[list[str]]:
    if _is_workbook(file):
        return (list(cells) for cells in read_worksheets(file)[0].rows)
    return (row.cells for row in read_csv_rows(_as_utf8(file)))


def _is_workbook(file: InputFile) -> bool:
    return file.data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def _as_utf8(file: InputFile) -> InputFile:
    """The file in UTF-8: until 2022 it was published in Windows-1252."""
    try:
        file.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = file.data.decode("cp1252")
        except UnicodeDecodeError as problem:
            raise _refused(file, "the text is neither UTF-8 nor Windows-1252") from problem
        return InputFile(file.name, text.encode())
    return file


def _refused(file: InputFile, problem: str) -> SourceRefused:
    return SourceRefused(
        problem,
        where=file.name,
        remedy="Check that this is ConList.csv or ConList.xlsx as OFSI published it, and whole.",
    )
