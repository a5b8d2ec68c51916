"""Tables in: every shape, and everything that can be wrong with one."""

from __future__ import annotations

import csv
import datetime
import gzip
import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from ostraka.model.errors import TableRefused
from ostraka.screening.tables.opening import open_table
from ostraka.screening.tables.records import Record, Unreadable, refuse_undecodable
from ostraka.screening.tables.separated import RECORD_LINES, SeparatedReader
from screening.tables_fakes import ENDINGS, write_table


def read(path: Path) -> tuple[list[str], list[list[str] | str]]:
    """The header and the rows of a table; of an unreadable row its problem."""
    with open_table(path) as table:
        records = refuse_undecodable(list(table.records))
        return list(table.header), [_show(record) for record in records]


def _show(record: Record) -> list[str] | str:
    return record.problem if isinstance(record, Unreadable) else list(record)


def read_text(folder: Path, text: str | bytes, name: str = "in.csv") -> list[list[str] | str]:
    """The rows of a text."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path)[1]


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_shape_gives_the_same_rows(tmp_path: Path, ending: str) -> None:
    """Ten endings, one table."""
    rows = [
        {"id": str(i), "name": f"Vida, {i}\nOrlak", "dob": "1970-01-02", "country": "Österreich"}
        for i in range(10)
    ]
    path = write_table(tmp_path / f"in.{ending}", rows)
    assert read(path) == (list(rows[0]), [list(row.values()) for row in rows])


cell = st.text(st.characters(codec="utf-8"), max_size=12)


@settings(deadline=None)
@given(st.lists(st.lists(cell, min_size=3, max_size=3), max_size=8))
def test_what_the_csv_module_writes_is_read_back(rows: list[list[str]]) -> None:
    """Quotes, delimiters, line ends and NUL inside values included."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["id", "name", "dob"], *rows])
    data = io.BytesIO(text.getvalue().encode())
    wrapped = io.TextIOWrapper(data, "utf-8-sig", errors="surrogateescape", newline="")
    reader = SeparatedReader(wrapped, ",")
    assert list(reader.records()) == rows


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_make_a_csv_fail(data: bytes) -> None:
    """Whatever follows a header is rows, refused rows, or nothing; the last row always arrives."""
    content = io.BytesIO(b"id,name\n" + data + b'\n"\n\nlast,row\n')
    wrapped = io.TextIOWrapper(content, "utf-8-sig", errors="surrogateescape", newline="")
    records = list(SeparatedReader(wrapped, ",").records())
    assert records[-1] == ["last", "row"]


def test_a_byte_order_mark_and_semicolons_are_read(tmp_path: Path) -> None:
    """What Excel writes in half of Europe."""
    data = "\ufeffName;Geburtsdatum\r\nVida, die Erste;3.4.1980\r\n"
    assert read_text(tmp_path, data) == [["Vida, die Erste", "3.4.1980"]]


def test_the_separator_line_of_excel_is_obeyed(tmp_path: Path) -> None:
    """`sep=|` is no header."""
    assert read_text(tmp_path, "sep=|\nname|dob\nVida|1970\n") == [["Vida", "1970"]]


def test_rows_with_bytes_that_are_not_utf8_are_refused_alone(tmp_path: Path) -> None:
    """A Latin-1 umlaut in the second of three rows."""
    rows = read_text(tmp_path, b"id,name\n1,Vida\n2,M\xfcller\n3,M\xc3\xbcller\n")
    assert rows == [["1", "Vida"], "the row holds bytes that are not UTF-8 text", ["3", "Müller"]]


def test_a_quote_that_is_never_closed_takes_one_row_only(tmp_path: Path) -> None:
    """The rows behind it are read, whether the file ends or another quote comes."""
    open_quote = "a quotation mark is opened and not closed"
    assert read_text(tmp_path, 'id,name\n1,"Vida\n2,Ana\n3,Bo\n') == [
        open_quote,
        ["2", "Ana"],
        ["3", "Bo"],
    ]
    assert read_text(tmp_path, 'id,name\n1,"Vida\n2,"Ana"\n3,Bo\n') == [
        open_quote,
        ["2", "Ana"],
        ["3", "Bo"],
    ]


def test_a_quote_that_is_never_closed_takes_one_row_of_many(tmp_path: Path) -> None:
    """Longer than any record may be, so that the search for its end stops early."""
    many = "".join(f"{i},Ana\n" for i in range(3 * RECORD_LINES))
    rows = read_text(tmp_path, f'id,name\n0,"Vida\n{many}')
    assert rows[0] == "a quotation mark is opened and not closed"
    assert rows[1:] == [[str(i), "Ana"] for i in range(3 * RECORD_LINES)]


def test_careless_quotes_are_read_as_the_csv_module_reads_them(tmp_path: Path) -> None:
    """A mark inside a value and text behind a closing mark lose nothing."""
    rows = read_text(tmp_path, 'id,name\n1,Vida "Vi" Orlak\n2,"Ana" Bo\n3,5" pipe\n')
    assert rows == [["1", 'Vida "Vi" Orlak'], ["2", "Ana Bo"], ["3", '5" pipe']]


def test_ragged_rows_are_kept_as_they_are(tmp_path: Path) -> None:
    """Too few and too many values are judged later, by the row."""
    rows = read_text(tmp_path, "id,name,dob\n1\n1,Vida,1970,x,y\n")
    assert rows == [["1"], ["1", "Vida", "1970", "x", "y"]]


def test_blank_lines_are_no_rows(tmp_path: Path) -> None:
    """Before the header, between rows and at the end; a row of empty values is one."""
    assert read_text(tmp_path, "\n\nid,name\n\n1,Vida\n  \n,\n\n") == [["1", "Vida"], ["", ""]]


def test_a_huge_value_is_refused_alone(tmp_path: Path) -> None:
    """One value of 200,000 characters, and one line of five million without end."""
    too_long = "a value is longer than 131,072 characters, or the line cannot be read"
    text = f"id,name\n1,{'x' * 200_000}\n2,Ana\n3,{'y,' * 2_500_000}\n4,Bo\n"
    assert read_text(tmp_path, text) == [too_long, ["2", "Ana"], too_long, ["4", "Bo"]]


def test_old_line_ends_are_read(tmp_path: Path) -> None:
    """Carriage returns alone, and mixed."""
    assert read_text(tmp_path, "id,name\r1,Vida\r2,Ana\r\n3,Bo\n") == [
        ["1", "Vida"],
        ["2", "Ana"],
        ["3", "Bo"],
    ]


def test_a_header_alone_is_an_empty_table(tmp_path: Path) -> None:
    """With and without a line end."""
    assert read_text(tmp_path, "id,name") == read_text(tmp_path, "id,name\n") == []


def test_broken_lines_of_json_are_refused_alone(tmp_path: Path) -> None:
    """Cut off, not an object, nested without end, not UTF-8, half a surrogate pair."""
    lines = [
        b'{"id": 1, "name": "Vida"}',
        b'{"id": 2, "name": ',
        b"[1]",
        b"[" * 200_000,
        b'{"id": 3, "name": "M\xfcller"}',
        b'{"id": 4, "name": "\\ud800"}',
        b"",
        b'{"id": 12345678901234567890.10, "name": "Ana", "country": ["de", null, "fr"]}',
    ]
    rows = read_text(tmp_path, b"\n".join(lines), "in.jsonl")
    not_text = "the row holds bytes that are not UTF-8 text"
    assert rows == [
        ["1", "Vida"],
        "the line is not JSON",
        "the line is not a JSON object",
        "the line is not JSON",
        not_text,
        not_text,
        ["12345678901234567890.10", "Ana", "de; fr"],
    ]


def test_typed_columns_of_parquet_become_what_a_person_types(tmp_path: Path) -> None:
    """Whole floats without a point, dates as dates, lists joined, null as nothing."""
    path = tmp_path / "in.parquet"
    table = pa.table(
        {
            "id": pa.array([1.0, None, 2.5]),
            "name": pa.array(["Vida", "Ana", "Bo"]).dictionary_encode(),
            "born": pa.array([0, None, 1], pa.date32()),
            "country": pa.array([["de", "fr"], None, []], pa.list_(pa.string())),
            "passport": pa.array([7, None, 8], pa.int64()),
            "photo": pa.array([b"\xff", None, None]),
        }
    )
    pq.write_table(table, path)
    assert read(path)[1] == [
        ["1", "Vida", "1970-01-01", "de; fr", "7", ""],
        ["", "Ana", "", "", "", ""],
        ["2.5", "Bo", "1970-01-02", "", "8", ""],
    ]


def test_bytes_that_are_no_text_in_parquet_are_refused_alone(tmp_path: Path) -> None:
    """Arrow does not look whether its text is text."""
    names = pa.array([b"Vida", b"M\xfcller", b"Ana"], pa.binary())
    text = pa.StringArray.from_buffers(3, names.buffers()[1], names.buffers()[2])
    pq.write_table(pa.table({"name": text}), tmp_path / "in.parquet")
    assert read(tmp_path / "in.parquet")[1] == [
        ["Vida"],
        "the row holds bytes that are not UTF-8 text",
        ["Ana"],
    ]


def test_columns_of_one_name_and_dotted_names_of_parquet_are_read(tmp_path: Path) -> None:
    """Arrow reads columns by name, and takes a dot in it for a way into a nested column."""
    arrays = [pa.array(["x"]), pa.array(["x"]), pa.array(["Vida"]), pa.array(["de"])]
    names = ["photo", "photo", "full.name", "country"]
    pq.write_table(pa.Table.from_arrays(arrays, names=names), tmp_path / "in.parquet")
    assert read(tmp_path / "in.parquet")[1] == [["", "", "Vida", "de"]]


def test_a_damaged_page_of_parquet_is_refused(tmp_path: Path) -> None:
    """The footer is whole, the data is not."""
    path = write_table(tmp_path / "in.parquet", [{"name": "Vida"}] * 100)
    data = path.read_bytes()
    path.write_bytes(data[:4] + bytes(40) + data[44:])
    with pytest.raises(TableRefused) as refusal:
        read(path)
    assert refusal.value.where == f"{path}, rows"


def test_typed_cells_of_a_workbook_become_what_a_person_types(tmp_path: Path) -> None:
    """Numbers, dates, a blank row, a row that begins late, and a second sheet that is not read."""
    path = tmp_path / "in.xlsx"
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(2, 0, ["id", "name", "dob"])
        sheet.write_row(3, 0, [7, "Vida"])
        sheet.write_datetime(3, 2, datetime.datetime(1980, 4, 3))  # noqa: DTZ001 - Excel knows no zone
        sheet.write_row(6, 1, ["Ana", 1970])
        workbook.add_worksheet().write_row(0, 0, ["name", "Bo"])
    assert read(path) == (
        ["id", "name", "dob"],
        [["7", "Vida", "1980-04-03 00:00:00"], ["", "Ana", "1970"]],
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("in.csv", b""),
        ("in.csv", b"\n \n"),
        ("in.csv", b'"id,name\n'),
        ("in.csv", gzip.compress(b"name\nVida\n", mtime=0)),
        ("in.csv", "name\nVida\n".encode("utf-16")),
        ("in.csv", b"PK\x03\x04 and so on"),
        ("in.csv.gz", b"name\nVida\n"),
        ("in.csv.gz", gzip.compress(b"name\nVida\n" * 9000, mtime=0)[:60]),
        ("in.parquet", b"name\nVida\n"),
        ("in.parquet", b"PAR1"),
        ("in.xlsx", b"name\nVida\n"),
        ("in.xlsx", b"PK\x05\x06" + bytes(18)),
        ("in.parquet.gz", gzip.compress(b"", mtime=0)),
        ("in.txt", b"name\nVida\n"),
        ("csv", b"name\nVida\n"),
    ],
)
def test_what_is_no_such_table_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    """Empty, cut off, another shape than its ending says, or an ending that says nothing."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(TableRefused) as refusal:
        read(path)
    assert refusal.value.where.startswith(str(path))
    assert refusal.value.remedy


def test_folders_and_missing_files_are_refused(tmp_path: Path) -> None:
    """Neither can be read as a table."""
    (tmp_path / "in.csv").mkdir()
    for name in ("in.csv", "nothing.csv"):
        with pytest.raises(TableRefused):
            read(tmp_path / name)


def test_too_many_keys_of_json_are_refused(tmp_path: Path) -> None:
    """Objects whose keys are data would fill the memory."""
    path = tmp_path / "in.jsonl"
    path.write_text("".join(f'{{"name": "Vida", "k{i}": 1}}\n' for i in range(1_001)))
    with pytest.raises(TableRefused):
        read(path)
