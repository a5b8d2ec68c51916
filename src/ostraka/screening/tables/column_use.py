"""What is made of the columns of a table: which are read, for what, and in which order of dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from ostraka.model.errors import TableRefused
from ostraka.screening.tables.columns import Columns, GivenColumns, get_columns, parse_given
from ostraka.screening.tables.date_order import DateOrder, find_date_order
from ostraka.screening.tables.fields import Field
from ostraka.screening.tables.opening import open_table
from ostraka.screening.tables.records import Table, Unreadable

ROWS_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """The headings that each field is read from, and the headings that are not read."""

    read: Mapping[Field, tuple[str, ...]] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    def write(self) -> dict[str, object]:
        """The use as JSON: `read` by field, and `unread`."""
        read = {str(f): list(headings) for f, headings in self.read.items()}
        return {"read": read, "unread": list(self.unread)}


def make_column_use(header: Sequence[str], columns: Columns) -> ColumnUse:
    """What the columns mean by their headings, fields in the order of `Field`."""
    read = {
        f: tuple(header[place] for place in columns.places[f]) for f in Field if f in columns.places
    }
    taken = {place for places in columns.places.values() for place in places}
    unread = tuple(h for place, h in enumerate(header) if place not in taken and h.strip())
    return ColumnUse(read, unread)


def read_column_use(path: Path, columns: Iterable[tuple[str, str]] = ()) -> ColumnUse:
    """Which columns of the file would be read, without screening it.

    `columns` are pairs of a field and the heading the user gave for it. Of JSON Lines, which have
    no header, the keys of the first thousand rows are looked at.

    Raises:
        TableRefused: The file is no table, or no column of it holds a name.
    """
    given = parse_given(columns)
    with open_table(path, given) as table:
        for _ in islice(table.records, ROWS_AT_ONCE):
            pass
        return make_column_use(table.header, get_columns(tuple(table.header), given))


def read_date_order(path: Path, given: GivenColumns) -> DateOrder:
    """The order of the dates in the file, as far as it can be read.

    The whole file is read once more for it, over a million rows of CSV a second: an order
    found half way would have read the first half otherwise.
    """
    dates: set[str] = set()
    with suppress(TableRefused), open_table(path, given) as table:
        for text in _iter_dates(table, given):
            dates.add(text)
    return find_date_order(dates)


def _iter_dates(table: Table, given: GivenColumns) -> Iterator[str]:
    while rows := list(islice(table.records, ROWS_AT_ONCE)):
        place = get_columns(tuple(table.header), given).find_place(Field.BORN)
        if place is not None:
            yield from (
                row[place] for row in rows if not isinstance(row, Unreadable) and place < len(row)
            )
