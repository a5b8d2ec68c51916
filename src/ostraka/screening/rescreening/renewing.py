"""A kept book brought up to date: rows it has are taken from it, only the others are prepared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter

from ostraka.screening.rescreening.batch import Batch, Work, encode_row
from ostraka.screening.rescreening.book import Book

_ROWS_AT_ONCE = 5_000


def renew(
    kept: Book, batches: Iterable[Work], prepare: Callable[[Iterator[Work]], Iterator[Batch]]
) -> Iterator[Batch]:
    """The customers of all rows in their order, with the numbers that the rows have now.

    A row is known by all of its cells. One that was refused is not in the book, and is read again.
    """
    places = {kept.read_cells(customer): customer for customer in range(len(kept))}
    known: list[tuple[int, int]] = []
    rows = 0

    def iter_unknown() -> Iterator[Work]:
        nonlocal rows
        numbers: list[int] = []
        records = []
        for batch in batches:
            for number, record in zip(*batch, strict=True):
                rows += 1
                place = places.get(encode_row(record))
                if place is not None:
                    known.append((number, place))
                    continue
                numbers.append(number)
                records.append(record)
            if len(records) >= _ROWS_AT_ONCE:
                yield numbers, records
                numbers, records = [], []
        if records:
            yield numbers, records

    made = list(prepare(iter_unknown()))
    yield _join(kept, known, made, rows)


def _join(kept: Book, known: list[tuple[int, int]], made: list[Batch], rows: int) -> Batch:
    names, keys = kept.read_prepared()
    customers = [(number, kept.read_cells(at), names[at], keys[at]) for number, at in known]
    for batch in made:
        customers.extend(zip(batch.numbers, batch.cells, batch.names, batch.keys, strict=True))
    customers.sort(key=itemgetter(0))
    return Batch(
        rows,
        [number for number, _, _, _ in customers],
        [cells for _, cells, _, _ in customers],
        [name for _, _, name, _ in customers],
        [own for _, _, _, own in customers],
    )
