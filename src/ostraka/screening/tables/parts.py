"""A part of a file screened and encoded, in this process or in one of its own."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from ostraka.model.hit import Hit, OwnedBy
from ostraka.screening.tables.batches import FindMany, screen_batch
from ostraka.screening.tables.columns import Columns
from ostraka.screening.tables.crew import Crew
from ostraka.screening.tables.date_order import DateOrder
from ostraka.screening.tables.encoding import Row, make_encoder
from ostraka.screening.tables.fields import Field
from ostraka.screening.tables.hit_rows import HIT_COLUMNS, Beside, Cells
from ostraka.screening.tables.progress import Totals
from ostraka.screening.tables.records import Record
from ostraka.screening.tables.row_reader import RowProblem
from ostraka.screening.tables.shapes import Shape

FEW_BATCHES = 4
"""So many batches and fewer are screened in this process: another takes as long to begin."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows as they were read, the number of the first, and the share of the table read so far."""

    records: list[Record]
    first_row: int
    columns: Columns
    share: float


@dataclass(frozen=True, slots=True)
class Part:
    """What came of a batch: its totals, its hits as the file has them, and what was wrong."""

    totals: Totals
    rows: bytes
    problems: list[RowProblem]
    share: float


@dataclass(frozen=True, slots=True)
class Screening:
    """How the batches of one table are screened, and what stands beside each hit."""

    find_many: FindMany
    defaults: Mapping[Field, str]
    dates: DateOrder
    shape: Shape
    beside: Beside | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The headings of the table of hits."""
        return (*HIT_COLUMNS, *(self.beside.columns if self.beside else ()))

    def screen(self, batch: Batch) -> Part:
        """What came of the batch."""
        outcome = screen_batch(
            self.find_many,
            batch.records,
            batch.first_row,
            batch.columns,
            self.defaults,
            self.dates,
        )
        _, encode = make_encoder(self.shape, self.columns)
        totals = Totals().add(outcome)
        rows: Iterable[Row] = outcome.hits
        if self.beside:
            cells = _make_cells(self.beside, outcome.found)
            rows = [(*hit, *more) for hit, more in zip(outcome.hits, cells, strict=True)]
        return Part(totals, encode(rows), outcome.problems, batch.share)


def _make_cells(beside: Beside, found: Sequence[Hit | OwnedBy]) -> Iterator[Cells]:
    """The further cells of each row, in their order."""
    of_hits = iter(beside.make_cells([one for one in found if isinstance(one, Hit)]))
    for one in found:
        yield next(of_hits) if isinstance(one, Hit) else beside.make_owned_cells(one)


def screen_batches(
    screening: Screening, batches: Iterable[Batch], workers: int
) -> Generator[Part, None, None]:
    """What came of each batch, in their order; by so many processes where there is much to do.

    `find_many` must be one that can be pickled where `workers` are more than one.

    Raises:
        ProcessLost: One of the processes ended before its work was done.
    """
    batches = iter(batches)
    first = list(islice(batches, FEW_BATCHES + 1)) if workers > 1 else []
    every = chain(first, batches)
    if len(first) > FEW_BATCHES:
        with Crew(screening.screen, workers) as crew:
            yield from crew.map(every)
    else:
        yield from map(screening.screen, every)
