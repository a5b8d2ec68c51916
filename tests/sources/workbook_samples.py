"""Small workbooks with invented parties."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import xlsxwriter

from ostraka.sources.reading import InputFile


def make_workbook(
    sheets: Mapping[str, Sequence[Sequence[object]]], name: str = "list.xlsx"
) -> InputFile:
    """A workbook of these sheets, each a sequence of rows of cells; an empty cell is left empty."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    for title, rows in sheets.items():
        sheet = book.add_worksheet(title)
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                if cell not in {"", None}:
                    sheet.write(r, c, cell)
    book.close()
    return InputFile(name, out.getvalue())
