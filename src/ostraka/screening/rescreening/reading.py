"""From a file of customers to an index of them: the rows are read as `screen --file` reads them."""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from ostraka.matching.weights import load_weights
from ostraka.names.fingerprint import fingerprint_names
from ostraka.screening.rescreening.batch import Batch, Work, prepare_batch
from ostraka.screening.rescreening.book import Book
from ostraka.screening.rescreening.building import BookColumns
from ostraka.screening.rescreening.renewing import renew
from ostraka.screening.tables.column_use import read_date_order
from ostraka.screening.tables.columns import get_columns, parse_given
from ostraka.screening.tables.date_order import DateOrder
from ostraka.screening.tables.fields import Field
from ostraka.screening.tables.journal import hash_input
from ostraka.screening.tables.opening import located, open_table
from ostraka.screening.tables.records import Record

BATCH_ROWS = 5_000
_FORMAT = 3  # changes whenever a kept book must be made again
_AHEAD = 2  # batches a process that are under way, so that memory is bounded


@dataclass(frozen=True, slots=True)
class BookSource:
    """A file of customers, and how it is read.

    `columns` are pairs of a field and its heading, `defaults` texts for fields that a row leaves
    empty, as for `screen_file`.
    """

    path: Path
    columns: tuple[tuple[str, str], ...] = ()
    defaults: Mapping[Field, str] = field(default_factory=dict)

    def identify(self) -> str:
        """What a kept book must have been made of to be used: the file, its reading, the tables."""
        return _hash([hash_input(self.path), self._describe_reading()])

    def identify_reading(self, header: Sequence[str], dates: DateOrder) -> str:
        """What decides how a row with these headings is understood, whatever file it stands in."""
        order = [dates.month_first, dates.settled]
        return _hash([list(header), order, self._describe_reading()])

    def _describe_reading(self) -> list[object]:
        return [
            sorted(parse_given(self.columns)),
            dict(self.defaults),
            fingerprint_names(),
            load_weights().fingerprint,
            _FORMAT,
        ]


def read_book(
    source: BookSource,
    processes: int = 1,
    batch_rows: int = BATCH_ROWS,
    kept: Book | None = None,
) -> Book:
    """An index of the customers of the file, in memory alone.

    Rows that stand in a `kept` book, word for word and read the same way, are not prepared again;
    the book is the same as without it.

    Raises:
        TableRefused: The file is no table, or no column of it holds a name.
    """
    given = parse_given(source.columns)
    identity = source.identify()
    with open_table(source.path, given) as table:
        batches = _cut(table.records, batch_rows)
        batches = chain(list(islice(batches, 1)), batches)
        dates = read_date_order(source.path, given)
        with located(source.path):
            columns = get_columns(tuple(table.header), given)
        work = partial(prepare_batch, columns=columns, defaults=source.defaults, dates=dates)
        spread = partial(_spread, work, processes=processes)
        reading = source.identify_reading(table.header, dates)
        book = BookColumns()
        is_of_use = kept and kept.mark.reading == reading
        for batch in renew(kept, batches, spread) if kept and is_of_use else spread(batches):
            book.add(batch)
        about = {
            "source": identity,
            "reading": reading,
            "rows": book.rows,
            "refused": book.rows - book.customers,
            "header": table.header,
            "given": given,
            "defaults": dict(source.defaults),
            "month_first": dates.month_first,
            "settled": dates.settled,
        }
    sections = {**book.make_sections(), "book.about": json.dumps(about).encode()}
    return Book({name: memoryview(data) for name, data in sections.items()})


def _hash(form: object) -> str:
    return hashlib.sha256(json.dumps(form, sort_keys=True).encode()).hexdigest()


def _cut(records: Iterator[Record], size: int) -> Iterator[Work]:
    first = 1
    while rows := list(islice(records, size)):
        yield range(first, first + len(rows)), rows
        first += len(rows)


def _spread(
    work: Callable[[Work], Batch], batches: Iterator[Work], processes: int
) -> Iterator[Batch]:
    """The batches done side by side, given in their order; a single one is done here."""
    begun = list(islice(batches, 2))
    if processes < 2 or len(begun) < 2:
        yield from map(work, chain(begun, batches))
        return
    # Not forked: a process that runs threads cannot be copied safely.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Batch]] = deque()
        for batch in chain(begun, batches):
            waiting.append(pool.submit(work, batch))
            if len(waiting) > processes * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
