"""Supplements to part 744 of 15 CFR, from the XML of the eCFR or its page, as rows of a table."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile
from ostraka.sources.us_agencies.webtable import (
    Cell,
    WebTable,
    expand_rows,
    find_columns,
    read_page,
)
from ostraka.sources.xmlstream import Element, iter_records, read_root

_TAGS = ("HEAD", "TR", "tr")
_SUPPLEMENT = re.compile(r"supplement\s+no\.?\s*(\d+)\s+to\s+part\s+744", re.IGNORECASE)
_PAGE = re.compile(rb"<html\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SupplementRow:
    """One row of a supplement: its cells by our words for the columns, and the bare row number."""

    number: int
    cells: dict[str, Cell]

    def __getitem__(self, column: str) -> Cell:
        return self.cells.get(column, Cell())


def is_page(file: InputFile) -> bool:
    """Whether a file is a web page."""
    return bool(_PAGE.search(file.data[:4096]))


def read_supplement(
    file: InputFile, number: int, columns: Mapping[str, Sequence[str]], *, remedy: str
) -> tuple[SupplementRow, ...]:
    """The data rows of one supplement.

    Raises:
        SourceRefused: not XML or a page, not whole, without that supplement, or a table that lacks
            one of the columns.
    """
    tables = list(_tables_of_page(file, number) if is_page(file) else _tables_of_xml(file, number))
    if not tables:
        raise SourceRefused(
            f"there is no table of Supplement No. {number} to Part 744 in it",
            where=file.name,
            remedy=remedy,
        )
    for table in tables:
        places = find_columns(table.header, columns)
        if places:
            return tuple(_make_rows(table, places))
    raise SourceRefused(
        f"the table of Supplement No. {number} lacks one of the columns {', '.join(columns)}; "
        f"it has {', '.join(tables[0].header) or 'none'}",
        where=file.name,
        remedy=remedy,
    )


def _make_rows(table: WebTable, places: dict[str, int]) -> Iterator[SupplementRow]:
    for number, row in enumerate(table.rows, start=1):
        cells = {column: row[i] for column, i in places.items() if i < len(row)}
        if any(cell.lines for cell in cells.values()):
            yield SupplementRow(number, cells)


def _tables_of_page(file: InputFile, number: int) -> Iterator[WebTable]:
    for table in read_page(file):
        named = _SUPPLEMENT.findall(table.before)
        if named and named[-1] == str(number):
            yield table


def _tables_of_xml(file: InputFile, number: int) -> Iterator[WebTable]:
    """One table of all rows that stand below the supplement's heading."""
    rows: list[Element] = []
    inside = False
    for element in iter_records(file, root=read_root(file).name, tags=_TAGS):
        if element.tag == "HEAD":
            named = _SUPPLEMENT.search("".join(map(str, element.itertext())))
            inside = named is not None and named.group(1) == str(number)
        elif inside:
            rows.append(_copy(element))
    if rows:
        cells = expand_rows(rows)
        yield WebTable("", tuple(cell.text for cell in cells[0]), cells[1:])


def _copy(element: Element) -> Element:
    # iter_records frees an element when the next one is asked for.
    return copy.deepcopy(element)
