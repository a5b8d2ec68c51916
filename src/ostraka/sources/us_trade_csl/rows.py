"""Rows of the Consolidated Screening List by the names of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile
from ostraka.sources.special import is_special_field
from ostraka.sources.text import read_csv_rows, tidy

_MANDATORY = (
    *("source", "entity_number", "type", "programs", "name", "addresses"),
    *("federal_register_notice", "start_date", "alt_names", "ids"),
)
_OTHERS = (
    *("_id", "title", "end_date", "standard_order", "license_requirement", "license_policy"),
    *("call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage", "vessel_flag"),
    *("vessel_owner", "remarks", "source_list_url", "citizenships", "dates_of_birth"),
    *("nationalities", "places_of_birth", "source_information_url"),
)
_ROW_START = re.compile(
    rb'(?:^|\n)"?[0-9A-Za-z]{1,64}"?,"?[^"\n]{3,120} - (?:Treasury|Bureau of|State) '
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number among the data rows, its known cells tidied, and those of new columns."""

    number: int
    cells: Mapping[str, str]
    new: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def parts(self, column: str) -> list[str]:
        """The values of a cell that holds several, split at semicolons."""
        return [part for part in map(str.strip, self[column].split("; ")) if part]


def read_rows(file: InputFile, warnings: list[str]) -> Iterator[Row]:
    """Every data row; columns are found by name, whatever their order, case and spacing.

    Raises:
        SourceRefused: a mandatory column is missing, or a row has not as many cells as the header.
    """
    rows = read_csv_rows(file)
    header = next(rows, None)
    columns = [_column(cell) for cell in header.cells] if header else []
    _check_columns(file, columns, warnings)
    for number, row in enumerate(read_csv_rows(file, width=len(columns))):
        if number:
            yield _make_row(number, columns, row.cells)


def count_rows(file: InputFile) -> int | None:
    """The row starts in the bytes, counted without reading CSV; `None` in another column order."""
    if not re.match(rb'(?:\xef\xbb\xbf)?"?_id"?,"?source"?,', file.data):
        return None
    return len(_ROW_START.findall(file.data))


def _column(cell: str) -> str:
    name = re.sub(r"[\s-]+", "_", tidy(cell).lower())
    return "_id" if name in {"id", "_id"} else name


def _check_columns(file: InputFile, columns: list[str], warnings: list[str]) -> None:
    missing = [name for name in _MANDATORY if name not in columns]
    if missing:
        raise SourceRefused(
            f"the CSV lacks the columns {', '.join(missing)}",
            where=file.name,
            remedy="Check that this is consolidated.csv of the Consolidated Screening List.",
        )
    warnings.extend(f"column {name} is missing" for name in _OTHERS if name not in columns)
    for name in columns:
        if is_special_field(name):
            warnings.append(f"column {name} is left out: no reader keeps such data")
        elif name not in {*_MANDATORY, *_OTHERS}:
            warnings.append(f"column {name} is new; kept as a remark")


def _make_row(number: int, columns: list[str], cells: list[str]) -> Row:
    named = {name: tidy(cell) for name, cell in zip(columns, cells, strict=True)}
    known = {name: text for name, text in named.items() if name in _KNOWN}
    new = {
        name: text
        for name, text in named.items()
        if name not in _KNOWN and text and not is_special_field(name)
    }
    return Row(number, known, new)


_KNOWN = frozenset({*_MANDATORY, *_OTHERS})
