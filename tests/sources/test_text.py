"""Text as lists carry it: decoded strictly, tidied, cut into rows."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile
from ostraka.sources.text import decode, read_csv_rows, tidy


def rows(data: bytes, width: int | None = None) -> list[list[str]]:
    return [row.cells for row in read_csv_rows(InputFile("a.csv", data), width=width)]


def refusal(data: bytes, width: int | None = None) -> str:
    with pytest.raises(SourceRefused) as caught:
        rows(data, width)
    assert caught.value.where == "a.csv"
    assert caught.value.remedy
    return caught.value.problem


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("A\u00a0B", "A B"),
        ("\ufeffA\u200b\u200eB\u200f", "AB"),
        ("e\u0301", "é"),
        ("A_x000D_\nB", "A B"),
        ("Xi\x92an \x93Z\x94", "Xi’an “Z”"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("A\x1a\x00B", "AB"),
        ("\u202eevil\u202c", "evil"),
    ],
)
def test_marks_nobody_sees_are_taken_out(text: str, tidied: str) -> None:
    """Two names that look the same are the same; the joiner of Persian spelling stays."""
    assert tidy(text) == tidied


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    """The result is in NFC, with single spaces, and stays as it is."""
    once = tidy(text)
    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == " ".join(once.split())


def test_marks_of_encoding_and_the_last_ctrl_z_are_no_text() -> None:
    """OFAC's CSV files end with a lone 0x1A; Excel writes a mark, or UTF-16."""
    assert decode(InputFile("a.csv", b"\xef\xbb\xbfa\r\n\x1a\r\n")) == "a"
    assert decode(InputFile("a.csv", "ä".encode("utf-16"))) == "ä"


def test_undecodable_bytes_are_refused_with_their_line() -> None:
    """Nothing is ever replaced by a question mark."""
    assert refusal(b"a\nb\n\xe4\n") == "line 3 holds bytes that are not UTF-8 text"


def test_rows_keep_their_line_and_blank_lines_are_left_out() -> None:
    """A message can then name the line a person sees in an editor."""
    found = list(read_csv_rows(InputFile("a.csv", b'a,b\r\n\r\n"c\nd",e\r\n')))
    assert [(row.line, row.cells) for row in found] == [(1, ["a", "b"]), (4, ["c\nd", "e"])]


def test_a_quotation_that_never_ends_is_refused() -> None:
    """It would swallow every row after it."""
    assert refusal(b'a,b\n"c,d\ne,f\ng,h\n') == (
        "the file is cut short or damaged: a quotation that opens on line 2 never ends"
    )


def test_a_last_row_with_too_few_cells_is_a_cut_file() -> None:
    """A download that broke off inside a row."""
    assert refusal(b"a,b,c\nd,e", 3) == (
        "the file is cut short or damaged: its last row has 2 of 3 columns"
    )
    assert refusal(b"a,b,c\nd,e\nf,g,h\n", 3) == "line 2 has 2 columns, not 3"


def test_a_bad_row_can_be_noted_and_the_others_kept() -> None:
    """One slip in a user's table does not lose the rows after it."""
    noted: list[int] = []
    file = InputFile("a.csv", b'a,b\n"x"y,z\nc,d\n')
    found = read_csv_rows(file, on_bad=lambda line, _: noted.append(line))
    assert ([row.cells for row in found], noted) == ([["a", "b"], ["c", "d"]], [2])


TIDY_CELL = st.text(st.characters(codec="utf-8", exclude_characters="\x1a\0\r"), max_size=20)


@given(st.lists(st.lists(TIDY_CELL, min_size=2, max_size=2), min_size=1, max_size=20))
def test_what_a_writer_writes_is_read_back(table: list[list[str]]) -> None:
    """Commas, quotes, newlines and any script survive."""
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(table)
    assert rows(out.getvalue().encode(), 2) == table
