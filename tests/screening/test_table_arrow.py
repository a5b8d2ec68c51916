"""Tables in memory: the answers of the file path."""

from __future__ import annotations

import math
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import polars as pl
import pyarrow as pa
import pytest

from ostraka.model.errors import TableRefused
from ostraka.screening.tables.arrow import BATCH_ROWS, screen_table
from ostraka.screening.tables.hit_arrow import make_schema
from ostraka.screening.tables.row_reader import RowProblem
from screening.tables_fakes import find_many, read_errors, read_table, run, write_table

COLUMNS = {
    "id": ["1", "", "3", "4"],
    "name": ["Vida Orlak", "Ana", "", "=Vida"],
    "dob": ["1980-04-03", "soon", "", ""],
    "country": ["Germany", "", "", "Ruritania"],
}
READ = {"id": "id", "name": "name", "born": "dob", "country": "country"}
ROWS = [dict(zip(COLUMNS, row, strict=True)) for row in zip(*COLUMNS.values(), strict=True)]


def as_rows(table: pa.Table) -> list[dict[str, object]]:
    """The rows as the reader of files gives them."""
    return [
        {n: v.isoformat() if isinstance(v, date) else v or None for n, v in row.items()}
        for row in table.to_pylist()
    ]


@pytest.mark.parametrize("make", [pa.table, pl.DataFrame, pa.RecordBatch.from_pydict])
def test_a_table_gets_the_answers_of_the_file(tmp_path: Path, make: type) -> None:
    """pyarrow, polars and a file, the same rows and the same problems."""
    run(write_table(tmp_path / "in.csv", ROWS), tmp_path / "out.jsonl")
    problems: list[RowProblem] = []
    table = screen_table(find_many, make(COLUMNS), on_problem=problems.append)
    assert as_rows(table) == read_table(tmp_path / "out.jsonl")
    told = [{n: str(v) for n, v in p._asdict().items()} for p in problems]
    assert told == read_errors(tmp_path / "out.jsonl")
    assert table.schema.equals(make_schema())
    assert table.schema.metadata == {
        b"ostraka.rows": b"4",
        b"ostraka.screened": b"3",
        b"ostraka.refused": b"1",
        b"ostraka.rows_with_hits": b"2",
        b"ostraka.hits": b"4",
        b"ostraka.held_back": b"0",
        b"ostraka.field_problems": b"2",
        b"ostraka.ambiguous_dates": b"0",
        b"ostraka.dates": b"day first",
        **{f"ostraka.column.{f}".encode(): h.encode() for f, h in READ.items()},
    }


def test_a_pandas_table_gets_the_same_answers() -> None:
    """Missing values of every kind pandas has."""
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pd.DataFrame(
        {**COLUMNS, "passport": [1.0, math.nan, math.nan, 2.0]}, index=[3, 1, 2, 0]
    )
    frame["dob"] = pd.to_datetime(["1980-04-03", None, None, None])
    table = screen_table(find_many, frame, on_problem=lambda _: None)
    assert table.column("reason")[0].as_py() == (
        "name: all words agree; born 1980-04-03, of de, ids 1."
    )
    assert table.column("row").to_pylist() == [1, 1, 1, 4]


def test_an_old_pandas_table_is_read_through_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before 2.2 pandas does not export an Arrow stream; pyarrow reads it by its own way."""
    frame = type("DataFrame", (SimpleNamespace,), {"__module__": "pandas.core.frame"})()
    monkeypatch.setattr("ostraka.screening.tables.arrow.read_pandas", lambda _: pa.table(COLUMNS))
    table = screen_table(find_many, frame, on_problem=lambda _: None)
    assert table.num_rows == 4


def test_typed_columns_are_understood() -> None:
    """Dates as dates, categories, numbers, and names of columns that are given."""
    frame = pl.DataFrame(
        {
            "customer": ["Vida", "Vida", None],
            "born": [date(1980, 4, 3), None, None],
            "nationality": pl.Series(["de", None, "fr"], dtype=pl.Categorical),
            "passport": [12, None, 3],
        }
    )
    table = screen_table(find_many, frame, columns={"name": "customer"}, on_problem=lambda _: None)
    assert table.column("reason").to_pylist() == [
        "name: all words agree; born 1980-04-03, of de, ids 12.",
        "name: all words agree; born None, of , ids.",
    ]


def test_rows_are_counted_through_all_batches() -> None:
    """A hit in the last row of a table of several batches and chunks."""
    names = ["Ana"] * (2 * BATCH_ROWS) + ["Vida"]
    table = pa.concat_tables([pa.table({"name": names[:100]}), pa.table({"name": names[100:]})])
    assert screen_table(find_many, table).column("row").to_pylist() == [len(names)]


def test_without_a_listener_problems_are_a_warning() -> None:
    """They never pass in silence, and what stands in the row stays out of logs."""
    with pytest.warns(UserWarning, match="rows were refused") as warned:
        screen_table(find_many, pa.table(COLUMNS))
    assert [str(w.message) for w in warned] == [
        "1 of 4 rows were refused, and 2 values were not understood (row 2, born: this date is "
        "not understood; row 3, name: there is no name; row 4, country: this country is not known)"
    ]


def test_an_empty_table_has_no_hits() -> None:
    """No rows, or no batch at all."""
    empty = pa.table({"name": pa.array([], pa.string())})
    assert screen_table(find_many, empty).to_pylist() == []


@pytest.mark.parametrize(
    "table", [None, [1], "name", {"name": ["Vida"]}, pa.table({"x": ["Vida"]})]
)
def test_what_is_no_table_of_names_is_refused(table: object) -> None:
    """A list, a text, a table without names."""
    with pytest.raises(TableRefused):
        screen_table(find_many, table)


def test_a_csv_needs_no_arrow(tmp_path: Path, checkout: Path) -> None:
    """CSV to CSV imports neither pyarrow nor a spreadsheet library."""
    write_table(tmp_path / "in.csv", ROWS)
    program = (
        "import sys\n"
        f"sys.path.insert(0, {str(checkout / 'src')!r})\n"
        "from pathlib import Path\n"
        "from ostraka.model.hit import Result\n"
        "from ostraka.screening.tables import FileOptions, screen_file\n"
        "find = lambda subjects, row: [Result(s, row, ()) for s in subjects]\n"
        f"folder = Path({str(tmp_path)!r})\n"
        "options = FileOptions(clock=lambda: 0.0, engine='')\n"
        "print(screen_file(find, folder / 'in.csv', folder / 'out.csv', options).totals.rows)\n"
        "print({'pyarrow', 'fastexcel', 'xlsxwriter', 'polars'} & set(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert done.stdout == "4\nset()\n"
