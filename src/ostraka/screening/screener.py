"""The orchestration: subjects held against one index, answers that say what they rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ostraka.matching.index import Index
from ostraka.matching.scoring import find_hits, find_hits_exhaustively
from ostraka.model.hit import Hit, Result
from ostraka.model.snapshot import Engine
from ostraka.model.subject import Subject
from ostraka.screening.attributes import read_subject
from ostraka.screening.reading_back import mark_open

if TYPE_CHECKING:
    import pyarrow as pa

DEFAULT_THRESHOLD = 0.7
DEFAULT_LIMIT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to screen. `threshold` is a score, 0 to 1; `limit` is hits a subject, `None` for all.

    `threads` is the number of threads that a batch of subjects is spread over.
    """

    threshold: float = DEFAULT_THRESHOLD
    limit: int | None = DEFAULT_LIMIT
    weak_aliases: bool = False
    threads: int = 1


class Screener:
    """Screens subjects against the lists an index was built of; any thread may use it."""

    def __init__(self, index: Index, engine: Engine, settings: Settings) -> None:
        self.engine = engine
        self.settings = settings
        self._index = index

    def find(self, subject: Subject, row: int = 1) -> Result:
        """The possible matches of one subject, best first; none means nothing on these lists."""
        return self.find_many([subject], row)[0]

    def find_many(self, subjects: Sequence[Subject], first_row: int = 1) -> list[Result]:
        """The possible matches of each subject, in order; rows are numbered from `first_row`."""
        found = find_hits(
            self._index,
            subjects,
            threshold=self.settings.threshold,
            weak_aliases=self.settings.weak_aliases,
            threads=self.settings.threads,
        )
        return [
            self._make_result(subject, row, hits)
            for row, (subject, hits) in enumerate(
                zip(subjects, found, strict=True), start=first_row
            )
        ]

    def find_exhaustively(self, subject: Subject, row: int = 1) -> Result:
        """What `find` would say if it held the subject against every listed name: slow.

        It exists to measure what the index misses.
        """
        hits = find_hits_exhaustively(
            self._index,
            subject,
            threshold=self.settings.threshold,
            weak_aliases=self.settings.weak_aliases,
        )
        return self._make_result(subject, row, hits)

    def _make_result(self, subject: Subject, row: int, hits: Sequence[Hit]) -> Result:
        kept = (self._mark(hit) for hit in hits[: self.settings.limit])
        return Result(subject, row, tuple(kept), len(hits))

    def _mark(self, hit: Hit) -> Hit:
        is_read_back = hit.source in self.engine.reconstructed
        return mark_open(hit, self.engine.as_of) if is_read_back else hit

    def screen_table(self, table: object, *, columns: Mapping[str, str] | None = None) -> pa.Table:
        """The possible matches of the rows of a pyarrow, polars or pandas table.

        `columns` says which column holds a field where its heading is not a usual one. Columns and
        rows that come back are those of `ostraka.screening.tables.arrow.screen_table`.

        Raises:
            TableRefused: It is no table, or no column of it holds a name.
        """
        # pyarrow costs a tenth of a second that one name should not pay
        from ostraka.screening.tables.arrow import screen_table

        return screen_table(self.find_many, table, columns=columns)

    def screen(self, name: str, **attributes: object) -> Result:
        """The possible matches of one name with what is known besides.

        Attributes: `kind`, `born`, `country`, `id`, `address`, as `attributes.read_subject` takes
        them.

        Raises:
            ValueRefused: An attribute cannot be understood.
            TableRefused: There is no name.
        """
        return self.find(read_subject(name, **attributes))
