"""The CSV of the UK Sanctions List: a line with the day, headings, rows by unique id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ostraka.model.datetext import parse_date
from ostraka.model.errors import SourceRefused
from ostraka.sources.gb.designation import Row
from ostraka.sources.gb.fields import find_field
from ostraka.sources.gb.headings import make_row, name_columns
from ostraka.sources.gb.texts import find_uk_day
from ostraka.sources.reading import InputFile
from ostraka.sources.text import CsvRow, read_csv_rows

_MANDATORY = ("unique_id", "name_6", "name_type", "regime", "kind", "measures", "designated")
_DAY = re.compile(r"\d\d/\d\d/\d{4}|\d{4}-\d\d-\d\d")
_WRITTEN = re.compile(r"(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{4})")


@dataclass(slots=True)
class CsvFile:
    """One CSV file while it is read: the day it states, and headings that are new."""

    file: InputFile
    published: date | None = None
    warnings: list[str] = field(default_factory=list)

    def iter_rows(self) -> Iterator[Row]:
        """Every row, by field; the line above the headings states the day of the report.

        Raises:
            SourceRefused: no headings, a renamed column, a cut row, or a row without its id.
        """
        lines = read_csv_rows(self.file)
        headings = self._find_headings(lines)
        columns = name_columns(headings.cells, _MANDATORY, self.file.name, self.warnings)
        for line in lines:
            if len(line.cells) != len(columns):
                raise self._refused(
                    f"line {line.line} has {len(line.cells)} of {len(columns)} columns"
                )
            row = make_row(columns, line.cells)
            if row and "unique_id" not in row:
                raise self._refused(f"line {line.line} has no Unique ID")
            if row:
                yield row

    def _find_headings(self, lines: Iterator[CsvRow]) -> CsvRow:
        for line in lines:
            keys = {found.key for found in map(find_field, line.cells) if found}
            if len(keys) > 3:
                return line
            self.published = self.published or _find_report_day(" ".join(line.cells))
            if line.line > 5:
                break
        raise self._refused("no line holds the headings of the UK Sanctions List")

    def _refused(self, problem: str) -> SourceRefused:
        return SourceRefused(
            problem,
            where=self.file.name,
            remedy="Check that this is UK-Sanctions-List.csv, and download it again.",
        )


def _find_report_day(text: str) -> date | None:
    found = _DAY.search(text)
    if found:
        return find_uk_day(found.group())
    written = _WRITTEN.search(text)
    if written:
        day = parse_date(written.group())
        return day.first if day and day.first == day.last else None
    return None
