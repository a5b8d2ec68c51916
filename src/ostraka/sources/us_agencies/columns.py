"""Tables with a header row, read by the names of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile
from ostraka.sources.special import is_special_field
from ostraka.sources.text import read_csv_rows, tidy


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one kind of table.

    `mandatory` and `optional` map our word for a column to the headings it is known under, in
    lower case with single underscores. `remedy` says which file is meant.
    """

    mandatory: Mapping[str, Sequence[str]]
    optional: Mapping[str, Sequence[str]]
    remedy: str


@dataclass(frozen=True, slots=True)
class Row:
    """One data row, from 1: its known cells tidied, and the filled ones of new columns."""

    number: int
    cells: Mapping[str, str]
    new: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def read_header(file: InputFile, *, delimiter: str = ",") -> tuple[str, ...]:
    """The cells of the first row; none where the file has no row."""
    first = next(read_csv_rows(file, delimiter=delimiter), None)
    return tuple(first.cells) if first else ()


def read_columns(
    file: InputFile, layout: Layout, warnings: list[str], *, delimiter: str = ","
) -> Iterator[Row]:
    """Every data row; columns are found by name, whatever their order, case and spacing.

    Raises:
        SourceRefused: a mandatory column is missing, a row has not as many cells as the header, or
            there is no data row.
    """
    header = [fold_heading(cell) for cell in read_header(file, delimiter=delimiter)]
    named = _name_columns(file, header, layout, warnings)
    rows = read_csv_rows(file, width=len(header), delimiter=delimiter)
    number = 0
    for number, row in enumerate(rows):
        if number:
            yield _make_row(number, header, named, [tidy(cell) for cell in row.cells])
    if not number:
        raise SourceRefused(
            "the file has a header and no row", where=file.name, remedy=layout.remedy
        )


def fold_heading(cell: str) -> str:
    """A heading in lower case, its words joined by underscores.

    >>> fold_heading(" WRO/Finding "), fold_heading("Effective Date")
    ('wro_finding', 'effective_date')
    """
    return re.sub(r"[\W_]+", "_", tidy(cell).casefold()).strip("_")


def _name_columns(
    file: InputFile, header: list[str], layout: Layout, warnings: list[str]
) -> dict[str, str]:
    """Our word for every known heading."""
    known = {
        heading: column
        for column, headings in {**layout.mandatory, **layout.optional}.items()
        for heading in headings
    }
    named = {heading: known[heading] for heading in header if heading in known}
    missing = [column for column in layout.mandatory if column not in named.values()]
    if missing:
        raise SourceRefused(
            f"the table lacks the columns {', '.join(missing)}",
            where=file.name,
            remedy=layout.remedy,
        )
    absent = [column for column in layout.optional if column not in named.values()]
    warnings.extend(f"column {column} is missing" for column in absent)
    for heading in header:
        if is_special_field(heading):
            warnings.append(f"column {heading} is left out: no reader keeps such data")
        elif heading and heading not in known:
            warnings.append(f"column {heading} is new; kept as a remark")
    return named


def _make_row(number: int, header: list[str], named: dict[str, str], cells: list[str]) -> Row:
    found = dict(zip(header, cells, strict=True))
    new = {
        heading: text
        for heading, text in found.items()
        if text and heading and heading not in named and not is_special_field(heading)
    }
    return Row(number, {named[h]: text for h, text in found.items() if h in named}, new)
