"""Tables of programmes: what a list's word for a programme stands for."""

from __future__ import annotations

from collections.abc import Iterator

from ostraka.model.listing import ListingClass
from ostraka.model.programme import Programme
from ostraka.sources.tables import iter_table


def iter_programmes(package: str, name: str = "programmes.csv") -> Iterator[Programme]:
    """The programmes of a table; several values of a cell stand apart by semicolons.

    Its columns are code, names, title, authority, legal_basis, class, measures, perhaps earlier.
    """
    for row in iter_table(package, name):
        yield Programme(
            row["code"],
            row["title"],
            row["authority"],
            split_cell(row["legal_basis"]),
            ListingClass(row["class"]),
            split_cell(row["measures"]),
            split_cell(row["names"]),
            split_cell(row.get("earlier") or ""),
        )


def split_cell(text: str) -> tuple[str, ...]:
    """The values of a cell that stand apart by semicolons.

    >>> split_cell("asset freeze; travel ban")
    ('asset freeze', 'travel ban')
    """
    return tuple(part for part in map(str.strip, text.split(";")) if part)
