"""Workbooks: what comes out of a cell, and what is refused."""

from __future__ import annotations

from datetime import datetime

import pytest

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile
from ostraka.sources.worksheets import find_header, read_worksheets
from sources.workbook_samples import make_workbook


def test_cells_are_text_days_have_no_clock_and_lines_stay() -> None:
    """A number keeps its digits, `_x000D_` is a line's end, an empty cell an empty text."""
    day = datetime(2014, 12, 15)  # noqa: DTZ001 - a workbook knows no zone
    rows: list[list[object]] = [["a", "b"], [1404, day], ["one_x000D_\ntwo", ""]]
    first, second = read_worksheets(make_workbook({"One": rows, "Two": []}))
    assert (first.name, second.name, second.rows) == ("One", "Two", ())
    assert first.rows == (("a", "b"), ("1404", "2014-12-15"), ("one\ntwo", ""))


def test_the_header_is_found_below_titles_and_whatever_its_spaces() -> None:
    """Japanese headings are set with spaces between the characters."""
    (sheet,) = read_worksheets(make_workbook({"One": [["Title"], ["x", "別\u3000名"], ["1", "2"]]}))
    assert find_header(sheet, "別名") == 1
    assert find_header(sheet, "旧称") is None


@pytest.mark.parametrize(
    "data", [b"reference,name\n", b"PK\x03\x04junk", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1junk"]
)
def test_what_is_no_whole_workbook_is_refused(data: bytes) -> None:
    """With the file and what to do next."""
    with pytest.raises(SourceRefused) as caught:
        read_worksheets(InputFile("list.xlsx", data))
    assert (caught.value.where, bool(caught.value.remedy)) == ("list.xlsx", True)


def test_every_truncation_is_refused() -> None:
    """Half a workbook is no smaller workbook."""
    whole = make_workbook({"One": [["a", "b"], ["c", "d"]]}).data
    for length in range(4, len(whole) - 1, 97):
        with pytest.raises(SourceRefused):
            read_worksheets(InputFile("list.xlsx", whole[:length]))
