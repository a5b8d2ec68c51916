"""A Spark data frame, screened where it lies by the engine that screens files.

Every Python process of an executor maps the index into memory once; the processes of a machine
share its pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

import ostraka
from ostraka.model.errors import ExtraMissing, StoreDamaged
from ostraka.model.hit import Result
from ostraka.model.subject import Subject
from ostraka.screening.tables.arrow import BATCH_ROWS
from ostraka.screening.tables.arrow_text import iter_rows, make_texts
from ostraka.screening.tables.batches import FindMany, Outcome, screen_batch
from ostraka.screening.tables.columns import Columns, get_columns, parse_given
from ostraka.screening.tables.date_order import DateOrder, find_date_order
from ostraka.screening.tables.fields import Field
from ostraka.screening.tables.hit_arrow import make_arrow
from ostraka.screening.tables.records import Record
from ostraka.screening.tables.row_reader import RowProblem

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from ostraka.screening.screener import Screener

Batches = Iterable[pa.RecordBatch]
_Lists = tuple[str | None, tuple[tuple[str, Any], ...]]
_Read = tuple[Columns, DateOrder]
_HITS = (
    "row bigint, id string, query string, party string, source string, name string, "
    "matched_name string, score double, class string, listed_on date, programmes string, "
    "reason string"
)
_PROBLEMS = ", ".join(
    f"`{name}` {'bigint' if name == 'row' else 'string'}" for name in RowProblem._fields
)
_ROWS_OF_A_PARTITION = 1 << 33  # as Spark's own monotonically_increasing_id has it


def screen(
    df: DataFrame,
    *,
    home: str | Path | None = None,
    columns: Mapping[str, str] | None = None,
    **options: Any,  # noqa: ANN401 - what `ostraka.open` takes, and checks
) -> DataFrame:
    """The possible matches of the rows of `df`, lazily: the columns and answers of a file.

    The lists are those of `home`, a folder at the same path on the driver and on every executor;
    `options` are those of `ostraka.open`, but that a row has all its possible matches where no
    `limit` is given, as in a file. `columns` says which column holds a field where its
    heading is not a usual one. `row` rises in the order of the rows, with a gap before each
    partition: it is the row within its partition, from 1, plus 2^33 for every partition before.
    The column of births is read at once, to tell whether its dates have the day or the month first.

    Raises:
        ExtraMissing: PySpark is not installed.
        TableRefused: No column holds a name.
        OstrakaError: Whatever `ostraka.open` raises, here or, for an executor, while it runs.
        StoreDamaged: While it runs: an executor holds other lists than the driver.
    """
    _require_pyspark()
    settings = {"limit": None, **options}
    settings = {k: tuple(v) if isinstance(v, list) else v for k, v in settings.items()}
    lists = (None if home is None else str(home), tuple(sorted(settings.items())))
    read = _read_columns(df, columns)
    index = _open(lists).engine.index  # anew: a list may have come in since the frame before
    return df.mapInArrow(partial(_map_hits, lists, index, read), _HITS)


def find_problems(df: DataFrame, *, columns: Mapping[str, str] | None = None) -> DataFrame:
    """Every value of `df` that `screen` does not understand, and every row that it refuses.

    The columns are those of the errors file beside a screened file. No list is asked.

    Raises:
        ExtraMissing: PySpark is not installed.
        TableRefused: No column holds a name.
    """
    _require_pyspark()
    return df.mapInArrow(partial(_map_problems, _read_columns(df, columns)), _PROBLEMS)


def _require_pyspark() -> None:
    try:
        import pyspark.sql  # noqa: F401
    except ImportError as missing:
        raise ExtraMissing(
            "PySpark is not installed",
            where="ostraka.spark",
            remedy="Install the extra: pip install 'ostraka[spark]'.",
        ) from missing


def _read_columns(df: DataFrame, columns: Mapping[str, str] | None) -> _Read:
    found = get_columns(tuple(df.columns), parse_given((columns or {}).items()))
    place = found.find_place(Field.BORN)
    if place is None:
        return found, DateOrder()
    telling = df.select(df[place]).mapInArrow(_find_telling_dates, "date string")
    return found, find_date_order(row.date for row in telling.distinct().collect())


def _find_telling_dates(batches: Batches) -> Iterator[pa.RecordBatch]:
    """For each order of day and month a date that has no other, if there is one."""
    told: dict[bool, str] = {}
    for batch in batches:
        for text in make_texts(batch.column(0)):
            order = find_date_order((text,))
            if order.settled:
                told.setdefault(order.month_first, text)
    yield pa.record_batch({"date": pa.array(told.values(), pa.string())})


def _open(lists: _Lists) -> Screener:
    home, options = lists
    return ostraka.open(home, **dict(options))


@lru_cache(maxsize=1)
def _open_once(lists: _Lists, index: str) -> Screener:
    """The lists as this process of an executor has them, opened again for a driver's newer index.

    Raises:
        StoreDamaged: This machine holds other lists than the driver.
    """
    screener = _open(lists)
    if screener.engine.index != index:
        raise StoreDamaged(
            "this executor holds other lists than the driver",
            where=str(lists[0]),
            remedy="Give every machine the same home: a shared folder, or one copied before.",
        )
    return screener


def _map_hits(lists: _Lists, index: str, read: _Read, batches: Batches) -> Iterator[pa.RecordBatch]:
    screener = _open_once(lists, index)
    for outcome in _screen(screener.find_rows, read, batches):
        yield from make_arrow(outcome.hits).to_batches()


def _map_problems(read: _Read, batches: Batches) -> Iterator[pa.RecordBatch]:
    for outcome in _screen(_find_nothing, read, batches):
        rows = [problem._asdict() for problem in outcome.problems]
        if rows:
            yield pa.RecordBatch.from_pylist(rows)


def _find_nothing(subjects: Sequence[Subject], row: int) -> list[Result]:
    return [Result(subject, row, (), 0) for subject in subjects]


def _screen(find_many: FindMany, read: _Read, batches: Batches) -> Iterator[Outcome]:
    from pyspark import TaskContext

    task = TaskContext.get()
    row = 1 + _ROWS_OF_A_PARTITION * (task.partitionId() if task else 0)
    for batch in batches:
        for start in range(0, batch.num_rows, BATCH_ROWS):
            part = batch.slice(start, BATCH_ROWS)
            rows: list[Record] = list(iter_rows(part.columns))
            yield screen_batch(find_many, rows, row, read[0], {}, read[1])
            row += len(rows)
