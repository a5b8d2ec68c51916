"""Tables of annex entries, CSV with one row an entry, by the names of their columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile
from ostraka.sources.special import is_special_field
from ostraka.sources.tables import iter_table
from ostraka.sources.text import read_csv_rows, tidy

_MANDATORY = ("act", "annex", "name")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: its heading, the field, and the role inside the field."""

    heading: str
    field: str
    role: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it ends on, and its filled cells by column."""

    line: int
    cells: Mapping[Column, str]

    def first(self, field: str) -> str:
        """The first cell of a field; empty where there is none."""
        return next((text for column, text in self.cells.items() if column.field == field), "")

    def parts(self, field: str) -> Iterator[tuple[Column, str]]:
        """The values of every cell of a field, those apart by semicolons each for itself."""
        for column, text in self.cells.items():
            if column.field == field:
                for part in text.split(";"):
                    if plain := part.strip(" ,"):
                        yield column, plain


def read_rows(file: InputFile, warnings: list[str]) -> Iterator[Row]:
    """Every row of a table.

    Raises:
        SourceRefused: a column for act, annex or name is missing, or a row is cut.
    """
    lines = read_csv_rows(file)
    header = next(lines, None)
    columns = [find_column(cell) for cell in header.cells] if header else []
    missing = [name for name in _MANDATORY if not any(c.field == name for c in columns)]
    if missing:
        raise SourceRefused(
            f"the table has no column for the {', the '.join(missing)}",
            where=file.name,
            remedy="Name the columns celex, annex and name, with one row for each entry.",
        )
    warnings.extend(w for column in columns for w in _odd(column) if w not in warnings)
    for row in read_csv_rows(file, width=len(columns)):
        if row.line == (header.line if header else 0):
            continue
        texts = zip(columns, map(tidy, row.cells), strict=True)
        yield Row(row.line, {c: t for c, t in texts if t and c.field not in ("left", "special")})


def make_row(line: int, texts: Mapping[str, str]) -> Row:
    """A row by the headings of columns, without what no reader keeps."""
    columns = {find_column(heading): text for heading, text in texts.items() if text}
    left = ("left", "special")
    return Row(line, {column: text for column, text in columns.items() if column.field not in left})


def _odd(column: Column) -> Iterator[str]:
    if column.field == "special":
        yield f"column {column.heading} is left out: no reader keeps such data"
    elif not column.field and column.heading:
        yield f"column {column.heading} is new; kept as a remark"


def find_column(heading: str) -> Column:
    """The column of a heading; one that is not known has no field, or that of what is dropped."""
    folded = "".join(c for c in heading.casefold() if c.isalnum())
    known = _load_columns().get(folded)
    if known:
        return Column(heading, *known)
    return Column(heading, "special" if is_special_field(heading) else "", "")


@cache
def _load_columns() -> dict[str, tuple[str, str]]:
    rows = iter_table(__package__, "columns.csv")
    return {row["column"]: (row["field"], row["role"]) for row in rows}
