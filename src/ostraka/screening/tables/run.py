"""A file of subjects screened into a file of possible matches, batch by batch.

At every moment the files beside each other tell how far the run is: OUT and OUT.errors.csv grow by
whole batches, and OUT.resume.json, replaced in one step after each, says how much of both is good.
A run that was killed is cut back to there and goes on, so that no row is lost or repeated.
A finished OUT is overwritten by a new run; an unfinished one has to be resumed or removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path

from ostraka.model.errors import TableRefused
from ostraka.screening.tables.batches import FindMany
from ostraka.screening.tables.column_use import ColumnUse, make_column_use, read_date_order
from ostraka.screening.tables.columns import GivenColumns, get_columns, parse_given
from ostraka.screening.tables.date_order import DateOrder
from ostraka.screening.tables.encoding import make_encoder
from ostraka.screening.tables.errors_file import ErrorsFile
from ostraka.screening.tables.fields import Field
from ostraka.screening.tables.finishing import finish_table
from ostraka.screening.tables.growing import GrowingFile, Mark
from ostraka.screening.tables.hit_rows import Beside
from ostraka.screening.tables.journal import (
    Conditions,
    Journal,
    check_conditions,
    hash_input,
    hash_settings,
    load_journal,
)
from ostraka.screening.tables.opening import located, open_table
from ostraka.screening.tables.parts import Batch, Screening, screen_batches
from ostraka.screening.tables.paths import Paths, make_paths
from ostraka.screening.tables.progress import Progress, Summary, Totals
from ostraka.screening.tables.records import Record, Table

BATCH_ROWS = 1_000
"""Rows after which output is written and the record of the run renewed."""


def _say_nothing(_: Progress) -> None:
    """Progress that nobody wants to see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOptions:
    """How a file is screened.

    `clock` counts seconds from any beginning. `engine` identifies the lists, the engine and its
    options: a run goes on only with the same. `columns` are pairs of a field and the heading of
    its column, where that is not a usual one. `defaults` are texts for fields that a row leaves
    empty. `progress` is told after every batch. Where there are more `workers` than one, a long
    table is screened by so many processes, and what screens it must be one that can be pickled.
    `beside` gives every hit further cells, behind those of the contract.
    """

    clock: Callable[[], float]
    engine: str
    columns: Sequence[tuple[str, str]] = ()
    defaults: Mapping[Field, str] = field(default_factory=dict)
    resume: bool = False
    progress: Callable[[Progress], None] = _say_nothing
    batch_rows: int = BATCH_ROWS
    workers: int = 1
    beside: Beside | None = None


def screen_file(find_many: FindMany, source: Path, out: Path, run: FileOptions) -> Summary:
    """OUT holds one row a hit, in the order of the rows of the source.

    What was not understood stands in `OUT.errors.csv`, which is there only where there is any.
    An interruption leaves what `run.resume` needs to go on.

    Raises:
        TableRefused: The source cannot be read, OUT cannot be written or is the source, or an
            interrupted run stands in the way or cannot go on.
    """
    paths = make_paths(source, out)
    given = parse_given(run.columns)
    try:
        with open_table(source, given) as table:
            return _FileScreening(find_many, paths, run, given).screen(table)
    except OSError as problem:
        raise TableRefused(
            f"a file cannot be read or written: {problem.strerror or problem}",
            where=str(problem.filename or out),
            remedy=_make_remedy(paths),
        ) from problem


def _make_remedy(paths: Paths) -> str:
    begun = False
    with suppress(OSError):
        begun = paths.journal.exists()
    if begun:
        return "Make it readable or make room, then go on with --resume."
    return "Check that the file may be read and OUT may be written, and that there is room."


class _FileScreening:
    """One run over one table."""

    def __init__(
        self, find_many: FindMany, paths: Paths, run: FileOptions, given: GivenColumns
    ) -> None:
        self._find_many = find_many
        self._paths = paths
        self._run = run
        self._given = given
        self._started = run.clock()
        self._dates = DateOrder()

    def screen(self, table: Table) -> Summary:
        """Everything that can be refused is, before anything on disk is touched."""
        paths = self._paths
        begun = self._begin()
        batches = self._cut(table)
        batches = chain([next(batches, [])], batches)
        with located(paths.source):
            get_columns(tuple(table.header), self._given)
        self._dates = read_date_order(paths.source, self._given)
        with ExitStack() as stack:
            gzipped = paths.shape.gzipped and not paths.is_spooled
            rows = GrowingFile(paths.rows, gzipped=gzipped, mark=begun.out)
            stack.enter_context(closing(rows))
            begun.save(paths.journal)
            rows.cut_back()
            errors = stack.enter_context(closing(ErrorsFile(paths.errors, begun.errors)))
            done = self._screen_batches(table, batches, begun, rows, errors)
            digest = done.out.sha256
            if paths.is_spooled:
                digest = finish_table(
                    paths.rows, paths.out, paths.shape, self._make_screening().columns
                )
        done = replace(done, seconds=begun.seconds + self._measure())
        return replace(self._end(done, digest), columns=self._describe_columns(table))

    def _describe_columns(self, table: Table) -> ColumnUse:
        header = tuple(table.header)
        return make_column_use(header, get_columns(header, self._given))

    def _begin(self) -> Journal:
        """Where the run begins: at the first row, or where one was interrupted."""
        path, now = self._paths.journal, self._make_conditions()
        journal = load_journal(path) if path.exists() else None
        if journal is None and self._run.resume:
            _check_unfinished(self._paths.out)
        if journal is None or not journal.totals.rows:
            return Journal(now, Totals(), 0.0, Mark(), Mark())
        if not self._run.resume:
            raise TableRefused(
                "a run to this OUT was interrupted and is unfinished",
                where=str(path),
                remedy="Go on with it with --resume, or remove this file to start again.",
            )
        check_conditions(journal.conditions, now, path)
        return journal

    def _make_conditions(self) -> Conditions:
        settings = {
            "columns": sorted(self._given),
            "defaults": dict(self._run.defaults),
            "batch_rows": self._run.batch_rows,
            "shape": self._paths.shape.shape,
        }
        return Conditions(hash_input(self._paths.source), hash_settings(settings), self._run.engine)

    def _cut(self, table: Table) -> Iterator[list[Record]]:
        while batch := list(islice(table.records, self._run.batch_rows)):
            yield batch

    def _screen_batches(
        self,
        table: Table,
        batches: Iterable[list[Record]],
        begun: Journal,
        rows: GrowingFile,
        errors: ErrorsFile,
    ) -> Journal:
        if not rows.mark.size:
            rows.append(make_encoder(self._paths.shape.shape, self._make_screening().columns)[0])
        journal = begun
        screening = self._make_screening()
        left = self._find_left(table, batches, begun.totals.rows)
        with closing(screen_batches(screening, left, self._run.workers)) as parts:
            for part in parts:
                rows.append(part.rows)
                errors.append(part.problems)
                seconds = begun.seconds + self._measure()
                totals = journal.totals + part.totals
                journal = Journal(begun.conditions, totals, seconds, rows.mark, errors.mark)
                journal.save(self._paths.journal)
                self._run.progress(Progress(totals, part.share, seconds))
        return replace(journal, out=rows.mark)

    def _make_screening(self) -> Screening:
        run, shape = self._run, self._paths.shape.shape
        return Screening(self._find_many, run.defaults, self._dates, shape, run.beside)

    def _find_left(
        self, table: Table, batches: Iterable[list[Record]], done: int
    ) -> Iterator[Batch]:
        """The batches that were not screened before an interruption."""
        seen = 0
        for records in batches:
            first, seen = seen + 1, seen + len(records)
            if seen > done:
                columns = get_columns(tuple(table.header), self._given)
                yield Batch(records, first, columns, table.share())

    def _measure(self) -> float:
        """Seconds since this part of the run began."""
        return self._run.clock() - self._started

    def _end(self, done: Journal, digest: str) -> Summary:
        """The run leaves OUT and the errors file alone; its totals, with all the time it took."""
        paths = self._paths
        paths.journal.unlink()
        if paths.is_spooled:
            paths.rows.unlink()
        return Summary(
            totals=done.totals,
            seconds=done.seconds,
            errors=paths.errors if done.errors.size else None,
            sha256=digest,
            dates=self._dates,
        )


def _check_unfinished(out: Path) -> None:
    """A run that was cut off has its journal; without one, what stands in OUT is whole."""
    if out.exists() and out.stat().st_size:
        raise TableRefused(
            "nothing to resume: OUT is finished, or was made by something else",
            where=str(out),
            remedy="Leave out --resume to screen again.",
        )
