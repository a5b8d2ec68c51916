"""Dates in figures are read in one order through a whole table, and the order is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.screening.tables.arrow import screen_table
from ostraka.screening.tables.date_order import DateOrder, find_date_order
from screening.tables_fakes import ENDINGS, find_many, read_table, run, write_table

ORDERS = {
    ("6/7/1942", "25/7/1942"): DateOrder(settled=True),
    ("6/7/1942", "7-25-1942"): DateOrder(month_first=True, settled=True),
    ("7/25/1942", "25/7/1942"): DateOrder(),
    ("6/7/1942", "5/5/1942", "1942-07-25", "July 1942"): DateOrder(),
    ("6.7.1942", "7.25.1942", "7/32/1942", "13/13/1942", "7/0/1942", "", "7/25/42"): DateOrder(),
}


@pytest.mark.parametrize(("texts", "order"), ORDERS.items())
def test_dates_of_one_reading_settle_the_order(texts: tuple[str, ...], order: DateOrder) -> None:
    """Both kinds in one column, or none, settle nothing."""
    assert find_date_order(texts) == order


@given(st.lists(st.dates().filter(lambda day: 1900 < day.year < 2100), min_size=1))
def test_a_column_written_in_one_order_is_never_read_in_the_other(days: list[date]) -> None:
    """Whichever it is, and whatever days happen to be in it."""
    by_day = find_date_order([f"{d.day}/{d.month}/{d.year}" for d in days])
    by_month = find_date_order([f"{d.month}/{d.day}/{d.year}" for d in days])
    assert not by_day.month_first
    assert by_month.month_first is by_month.settled is by_day.settled


@pytest.mark.parametrize("ending", ENDINGS)
def test_one_late_date_decides_for_all_rows(tmp_path: Path, ending: str) -> None:
    """The first row is screened long before the last one is met."""
    rows = [{"name": "Vida", "dob": "6/7/1942"} for _ in range(9)]
    source = write_table(tmp_path / f"in.{ending}", [*rows, {"name": "Ana", "dob": "1/31/1950"}])
    summary = run(source, tmp_path / "out.csv", batch_rows=2)
    assert (summary.dates, summary.ambiguous_dates) == (DateOrder(True, True), 0)
    reasons = {str(row["reason"]) for row in read_table(tmp_path / "out.csv")}
    assert reasons == {"name: all words agree; born 1942-06-07, of , ids."}


def test_dates_that_stay_open_are_counted_and_read_day_first(tmp_path: Path) -> None:
    """Those of screened rows; equal figures and refused rows leave nothing open."""
    rows = [("Vida", "6/7/1942"), ("Vida", "5/5/1942"), ("", "1/2/1950"), ("Ana", "1/2/1950")]
    source = write_table(tmp_path / "in.csv", [{"name": n, "dob": d} for n, d in rows])
    summary = run(source, tmp_path / "out.csv")
    assert (str(summary.dates), summary.ambiguous_dates) == ("day first", 2)
    assert [str(row["reason"])[23:38] for row in read_table(tmp_path / "out.csv")] == [
        "born 1942-07-06",
        "born 1942-05-05",
    ]


def test_points_stand_where_the_day_comes_first(tmp_path: Path) -> None:
    """6.7.1942 is July in a table of any order."""
    rows = [{"name": "Vida", "dob": dob} for dob in ("6.7.1942", "1/31/1950")]
    run(write_table(tmp_path / "in.csv", rows), tmp_path / "out.csv")
    born = [str(row["reason"]).split()[5] for row in read_table(tmp_path / "out.csv")]
    assert born == ["1942-07-06,", "1950-01-31,"]


def test_a_table_in_memory_is_read_in_its_own_order_too() -> None:
    """And says so in the metadata."""
    table = pa.table({"name": ["Vida", "Ana"], "dob": ["6/7/1942", "1/31/1950"]})
    answer = screen_table(find_many, table)
    said = answer.schema.metadata
    assert answer.column("reason").to_pylist() == [
        "name: all words agree; born 1942-06-07, of , ids."
    ]
    assert (said[b"ostraka.dates"], said[b"ostraka.ambiguous_dates"]) == (b"month first", b"0")
