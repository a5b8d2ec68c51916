"""A user can see what the columns of a table were taken for."""

from __future__ import annotations

from pathlib import Path

import pytest

from ostraka.model.errors import TableRefused
from ostraka.screening.tables.column_use import ColumnUse, read_column_use
from ostraka.screening.tables.fields import Field
from screening.tables_fakes import ENDINGS, run, write_table

ROW = {"Kunde": "Vida", "Nationality": "de", "colour": "red", "Land": "fr", "DOB": "1980", "no": ""}
USE = ColumnUse(
    {
        Field.NAME: ("Kunde",),
        Field.BORN: ("DOB",),
        Field.COUNTRY: ("Nationality", "Land"),
    },
    ("colour", "no"),
)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_run_tells_which_columns_it_read(tmp_path: Path, ending: str) -> None:
    """Before it and after it the same, in the words of the table."""
    source = write_table(tmp_path / f"in.{ending}", [ROW])
    columns = [("name", "kunde")]
    assert read_column_use(source, columns) == USE
    assert run(source, tmp_path / "out.csv", columns=columns).columns == USE


def test_the_use_is_written_as_json() -> None:
    """Fields by their own words."""
    assert USE.write() == {
        "read": {"name": ["Kunde"], "born": ["DOB"], "country": ["Nationality", "Land"]},
        "unread": ["colour", "no"],
    }


def test_a_table_without_names_has_no_use(tmp_path: Path) -> None:
    """It says so before anything is screened."""
    (tmp_path / "in.csv").write_text("colour\nred\n")
    with pytest.raises(TableRefused):
        read_column_use(tmp_path / "in.csv")
