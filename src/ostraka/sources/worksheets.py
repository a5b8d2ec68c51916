"""Workbooks as rows of text: `.xlsx`, and the older `.xls` that two authorities published."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MIDNIGHT = re.compile(r"(?<=\d{4}-\d\d-\d\d)[ T]00:00:00(?:\.0+)?$")
_CARRIAGE_RETURN = re.compile(r"_x000[dD]_\n?|\r\n?")


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One sheet: its name, and its rows of equally many cells; an empty cell is an empty text.

    A day without a time of day is `YYYY-MM-DD`. Lines inside a cell stand apart by a line feed.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]


def read_worksheets(file: InputFile) -> tuple[Worksheet, ...]:
    """Every sheet of a workbook, in order.

    Raises:
        SourceRefused: the file is no workbook, or is cut short or damaged.
    """
    if not file.data.startswith(_WORKBOOKS):
        raise _refused(file, "this is not an Excel workbook")
    try:
        return tuple(_iter_worksheets(file.data))
    except (KeyboardInterrupt, SystemExit):
        raise
    # The library is Rust; where it panics on a damaged file, what is raised is no Exception.
    except BaseException as problem:
        raise _refused(file, "the workbook is cut short or damaged") from problem


def find_header(sheet: Worksheet, wanted: str) -> int | None:
    """The number of the first row with a cell that, without its spaces, is the wanted heading."""
    for number, row in enumerate(sheet.rows):
        if any("".join(cell.split()) == wanted for cell in row):
            return number
    return None


def as_csv(file: InputFile) -> InputFile:
    """The first sheet of a workbook as a CSV file; a file that is no workbook as it is.

    Raises:
        SourceRefused: the workbook is cut short or damaged.
    """
    if not file.data.startswith(_WORKBOOKS):
        return file
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(read_worksheets(file)[0].rows)
    return InputFile(file.name, out.getvalue().encode())


def _iter_worksheets(data: bytes) -> Iterator[Worksheet]:
    import fastexcel  # only workbooks need it

    book = fastexcel.read_excel(data)
    for name in book.sheet_names:
        sheet = book.load_sheet(name, header_row=None, dtypes="string")
        columns = [column.to_pylist() for column in sheet.to_arrow().columns]
        yield Worksheet(name, tuple(_plain(cells) for cells in zip(*columns, strict=True)))


def _plain(cells: Sequence[object]) -> tuple[str, ...]:
    texts = ("" if cell is None else str(cell) for cell in cells)
    return tuple(_MIDNIGHT.sub("", _CARRIAGE_RETURN.sub("\n", text).strip()) for text in texts)


def _refused(file: InputFile, problem: str) -> SourceRefused:
    return SourceRefused(
        problem,
        where=file.name,
        remedy="Download the workbook again, and import it as the publisher gives it.",
    )
