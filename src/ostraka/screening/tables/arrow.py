"""An Arrow, polars or pandas table in, an Arrow table of possible matches out."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping

import pyarrow as pa

from ostraka.model.errors import TableRefused
from ostraka.screening.tables.arrow_text import iter_rows, make_texts
from ostraka.screening.tables.batches import FindMany, screen_batch
from ostraka.screening.tables.column_use import make_column_use
from ostraka.screening.tables.columns import Columns, get_columns, parse_given
from ostraka.screening.tables.date_order import DateOrder, find_date_order
from ostraka.screening.tables.fields import Field
from ostraka.screening.tables.hit_arrow import make_arrow, make_schema
from ostraka.screening.tables.progress import Totals
from ostraka.screening.tables.records import Record
from ostraka.screening.tables.row_reader import RowProblem

BATCH_ROWS = 8_192
WARNED_PROBLEMS = 5


def screen_table(
    find_many: FindMany,
    table: object,
    *,
    columns: Mapping[str, str] | None = None,
    on_problem: Callable[[RowProblem], None] | None = None,
) -> pa.Table:
    """The possible matches of the rows of a table: the columns and answers of `screen_file`.

    `table` is a pyarrow, polars or pandas table, or anything else that exports an Arrow stream;
    its rows are counted from 1. `columns` says which column holds a field where its heading is not
    a usual one. The totals stand in the metadata of the schema, as text under `ostraka.rows`,
    `ostraka.screened`, `ostraka.refused` and so on; the headings that were read stand under
    `ostraka.column.name` and so on, the order in which dates in figures were read under
    `ostraka.dates`. Every value that was not understood and every row refused goes to
    `on_problem`; without it there is one warning that says how many, and names the first of them.

    Raises:
        TableRefused: It is no table, or no column of it holds a name.
    """
    arrow = _make_table(table)
    found = get_columns(tuple(arrow.column_names), parse_given((columns or {}).items()))
    dates = _find_date_order(arrow, found)
    totals, parts, problems = Totals(), [make_schema().empty_table()], list[RowProblem]()
    for batch in arrow.to_batches(max_chunksize=BATCH_ROWS):
        rows: list[Record] = list(iter_rows(batch.columns))
        outcome = screen_batch(find_many, rows, totals.rows + 1, found, {}, dates)
        totals = totals.add(outcome)
        parts.append(make_arrow(outcome.hits))
        for problem in outcome.problems:
            if on_problem:
                on_problem(problem)
            elif len(problems) < WARNED_PROBLEMS:
                problems.append(problem)
    if problems:
        _warn(totals, problems)
    said = totals.write() | _describe_columns(arrow, found) | {"dates": dates}
    metadata = {f"ostraka.{name}": str(value) for name, value in said.items()}
    return pa.concat_tables(parts).replace_schema_metadata(metadata)


def _find_date_order(table: pa.Table, columns: Columns) -> DateOrder:
    place = columns.find_place(Field.BORN)
    chunks = [] if place is None else table.column(place).chunks
    return find_date_order(text for chunk in chunks for text in make_texts(chunk))


def _describe_columns(table: pa.Table, columns: Columns) -> dict[str, object]:
    use = make_column_use(table.column_names, columns)
    return {f"column.{field}": "; ".join(headings) for field, headings in use.read.items()}


def _make_table(table: object) -> pa.Table:
    if isinstance(table, pa.Table):
        return table
    if isinstance(table, pa.RecordBatch):
        return pa.Table.from_batches([table])
    if hasattr(table, "__arrow_c_stream__"):
        return pa.table(table)
    if type(table).__module__.split(".")[0] == "pandas":  # before pandas 2.2
        return read_pandas(table)
    raise TableRefused(
        f"a {type(table).__name__} is not a table",
        where="table",
        remedy="Give a pyarrow, polars or pandas table, or the path of a file.",
    )


def read_pandas(frame: object) -> pa.Table:
    """A pandas table as an Arrow table, without its index."""
    return pa.Table.from_pandas(frame, preserve_index=False)


def _warn(totals: Totals, first: list[RowProblem]) -> None:
    """Says where, and not what stands there: warnings end up in logs."""
    rows = "; ".join(f"row {p.row}, {p.field}: {p.problem.partition(':')[0]}" for p in first)
    more = totals.refused + totals.field_problems - len(first)
    warnings.warn(
        f"{totals.refused} of {totals.rows} rows were refused, and {totals.field_problems} "
        f"values were not understood ({rows}{f'; and {more} more' if more else ''})",
        stacklevel=3,
    )
