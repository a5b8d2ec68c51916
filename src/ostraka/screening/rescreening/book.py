"""An index of customers: asked with listed names, it says which rows of the book may be meant."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ostraka.matching import _kernel
from ostraka.matching.container import open_once_checked, save_sections
from ostraka.matching.identifiers import find_owners
from ostraka.matching.index import encode_query
from ostraka.matching.record import Record
from ostraka.matching.weights import load_weights
from ostraka.model.datetext import parse_date
from ostraka.model.errors import StoreDamaged
from ostraka.model.subject import Subject
from ostraka.screening.rescreening.batch import Readings
from ostraka.screening.rescreening.building import READING_END
from ostraka.screening.tables.columns import get_columns
from ostraka.screening.tables.date_order import DateOrder
from ostraka.screening.tables.fields import NUMBERS, Field
from ostraka.screening.tables.row_reader import Asked, RowReader

NO_LIMIT = 2**31 - 1
"""No listed name is so common that some of its bearers in the book may be left out."""

_OWN = (
    "book.about",
    "book.number",
    "book.name",
    "book.name.offset",
    "book.row",
    "book.row.offset",
    "book.bearer",
    "book.bearer.offset",
    "book.identifier.key",
    "book.identifier.owner",
)


@dataclass(frozen=True, slots=True)
class BookMark:
    """What a book was made of: rows in and rows refused.

    `source` identifies file and settings, `reading` all but the file: rows of another file that is
    read the same way are understood the same way.
    """

    source: str
    reading: str
    rows: int
    refused: int


class Book:
    """The customers of one file, by name and by identifier, with their rows as they were read."""

    def __init__(self, sections: dict[str, memoryview], *, known_whole: bool = False) -> None:
        """The sections are those that `reading.read_book` makes.

        `known_whole` tells that these very sections were read and fitted before.
        """
        self._sections = dict(sections)
        own = {name: sections[name] for name in _OWN}
        others = {name: data for name, data in sections.items() if name not in own}
        about = json.loads(bytes(own["book.about"]))
        self.mark = BookMark(about["source"], about["reading"], about["rows"], about["refused"])
        self._columns = get_columns(tuple(about["header"]), tuple(map(tuple, about["given"])))
        self._defaults = {Field(name): text for name, text in about["defaults"].items()}
        self._dates = DateOrder(about["month_first"], about["settled"])
        self._numbers = own["book.number"].cast("Q")
        self._rows, self._ends = own["book.row"], own["book.row.offset"].cast("Q")
        self._bearers = own["book.bearer"].cast("I")
        self._bearer_ends = own["book.bearer.offset"].cast("I")
        self._keys = own["book.identifier.key"].cast("Q")
        self._key_owners = own["book.identifier.owner"].cast("I")
        self._kernel = _kernel.Index(others, load_weights().kernel, known_whole)

    def __len__(self) -> int:
        """The number of customers that can be screened."""
        return len(self._ends) - 1

    @property
    def states(self) -> Subject:
        """A subject that states whatever any row of the book can state besides the name."""

        def can(field: Field) -> bool:
            return self._columns.find_place(field) is not None or bool(self._defaults.get(field))

        return Subject(
            name="",
            born=parse_date("2000") if can(Field.BORN) else None,
            countries=("xx",) if can(Field.COUNTRY) else (),
            ids=("1",) if any(map(can, NUMBERS)) else (),
            address="a" if can(Field.ADDRESS) else "",
            birth_place="a" if can(Field.BIRTH_PLACE) else "",
        )

    def iter_customers(self) -> Iterator[Asked]:
        """All customers, in the order of their rows."""
        return self._read(range(len(self)))

    def find_customers(
        self, records: Iterable[Record], *, floor: float, threads: int = 1
    ) -> list[Asked]:
        """The customers that a party may be, by a name that scores the floor or by an identifier.

        In the order of their rows. Words are as rare here as they are in the book.
        """
        listed = tuple(records)
        readings = dict.fromkeys(
            tuple(encode_query(name, one.kind)) for one in listed for name in one.names
        )
        answers = self._kernel.search_many(
            [list(query) for query in readings if query], floor, True, NO_LIMIT, threads
        )
        names = {owner for found in answers for _, owner, _, _ in found}
        customers = {customer for name in names for customer in self._iter_bearers(name)}
        customers.update(self._iter_by_identifier(listed))
        return list(self._read(sorted(customers)))

    def read_cells(self, customer: int) -> bytes:
        """The row of the customer, as JSON."""
        return bytes(self._rows[self._ends[customer] : self._ends[customer + 1]])

    def read_prepared(self) -> tuple[list[Readings], list[tuple[int, ...]]]:
        """Of each customer the readings of the name, and the hashes of the identifiers."""
        texts, ends = self._sections["book.name"], self._sections["book.name.offset"].cast("Q")
        names: list[Readings] = [()] * len(self)
        for at in range(len(ends) - 1):
            text = bytes(texts[ends[at] : ends[at + 1]])
            readings = tuple(text.split(READING_END)) if text else ()
            for customer in self._iter_bearers(at):
                names[customer] = readings
        keys: list[tuple[int, ...]] = [()] * len(self)
        for key, customer in zip(self._keys, self._key_owners, strict=True):
            keys[customer] = (*keys[customer], key)
        return names, keys

    def save(self, path: Path) -> None:
        """Writes the book to `path` in one step."""
        save_sections(path, {name: bytes(data) for name, data in self._sections.items()})

    def _read(self, customers: Iterable[int]) -> Iterator[Asked]:
        reader = RowReader(self._columns, self._defaults, self._dates)
        read = (reader.read_row(*self._get_row(customer)) for customer in customers)
        return (asked for asked in read if asked)

    def _iter_bearers(self, name: int) -> Iterator[int]:
        yield from self._bearers[self._bearer_ends[name] : self._bearer_ends[name + 1]]

    def _iter_by_identifier(self, records: Iterable[Record]) -> Iterator[int]:
        keys = {key for one in records for known in one.identifiers for key in known.keys}
        for key in sorted(keys):
            yield from find_owners(self._keys, self._key_owners, key)

    def _get_row(self, customer: int) -> tuple[int, list[str]]:
        return self._numbers[customer], json.loads(self.read_cells(customer))


def save_book(book: Book, path: Path) -> None:
    """The book stands at `path`: all that its file says of the customers, so guard it alike."""
    book.save(path)


def load_book(path: Path) -> Book:
    """The book at `path`.

    Raises:
        StoreDamaged: It is not whole, of another format, or no book.
        FileNotFoundError: There is none.
    """

    def make(sections: dict[str, memoryview], known_whole: bool) -> Book:
        try:
            return Book(sections, known_whole=known_whole)
        except (KeyError, TypeError, ValueError) as error:
            raise StoreDamaged(
                "the file is no index of customers that this version reads",
                where=str(path),
                remedy="Delete it; it is made again from the book.",
            ) from error

    return open_once_checked(path, make)
