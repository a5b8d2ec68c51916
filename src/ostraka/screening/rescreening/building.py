"""The columns of an index of customers while it is made."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from ostraka.matching import _kernel
from ostraka.matching.building import PERSON
from ostraka.matching.weights import load_weights
from ostraka.screening.rescreening.batch import Batch, Readings

READING_END = b"\x1c"
"""Between two readings of a name; inside a reading no byte is this one."""


class BookColumns:
    """Grows by batches. Names that customers share are indexed once."""

    def __init__(self) -> None:
        """A book without customers."""
        self.rows = 0
        self._numbers = array("Q")
        self._cells: list[bytes] = []
        self._bearers: dict[Readings, array[int]] = {}
        self._keys: list[tuple[int, int]] = []

    @property
    def customers(self) -> int:
        """The rows that can be screened."""
        return len(self._cells)

    def add(self, batch: Batch) -> None:
        """The book holds the customers of the batch, too."""
        self.rows += batch.rows
        self._numbers.extend(batch.numbers)
        for cells, name, keys in zip(batch.cells, batch.names, batch.keys, strict=True):
            customer = len(self._cells)
            self._cells.append(cells)
            self._bearers.setdefault(name, array("I")).append(customer)
            self._keys.extend((key, customer) for key in keys)

    def make_sections(self) -> dict[str, bytes]:
        """The sections of the book, all but what it says about itself.

        Every name is indexed as a person's: the cost of a word more is then the least there is,
        and nothing is missed for a kind that the file does not state.
        """
        prepared = [reading for name in self._bearers for reading in name]
        owners = [at for at, name in enumerate(self._bearers) for _ in name]
        flags = [PERSON] * len(prepared)
        keys = sorted(set(self._keys))
        return {
            **_kernel.build(prepared, owners, flags, load_weights().kernel),
            "book.number": self._numbers.tobytes(),
            "book.row": b"".join(self._cells),
            "book.row.offset": _add_up("Q", map(len, self._cells)),
            "book.name": b"".join(map(_join, self._bearers)),
            "book.name.offset": _add_up("Q", (len(_join(name)) for name in self._bearers)),
            "book.bearer": b"".join(found.tobytes() for found in self._bearers.values()),
            "book.bearer.offset": _add_up("I", map(len, self._bearers.values())),
            "book.identifier.key": array("Q", [key for key, _ in keys]).tobytes(),
            "book.identifier.owner": array("I", [owner for _, owner in keys]).tobytes(),
        }


def _join(name: Readings) -> bytes:
    return READING_END.join(name)


def _add_up(code: str, lengths: Iterable[int]) -> bytes:
    offsets = array(code, [0])
    for length in lengths:
        offsets.append(offsets[-1] + length)
    return offsets.tobytes()
