"""A batch of rows screened: the one path that files, Arrow tables and clusters share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from ostraka.model.hit import Hit, OwnedBy, Result
from ostraka.model.subject import Subject
from ostraka.screening.tables.columns import Columns
from ostraka.screening.tables.date_order import DateOrder
from ostraka.screening.tables.fields import Field
from ostraka.screening.tables.hit_rows import HitRow, make_hit_rows, make_owned_row
from ostraka.screening.tables.records import Record, refuse_undecodable
from ostraka.screening.tables.row_reader import Asked, RowProblem, RowReader

FindMany = Callable[[Sequence[Subject], int], list[Result]]
"""Screens subjects and gives one result for each, in their order.

The number is the row of the first; the rows between may have been refused, so that the numbers
of the others are known to the caller alone.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a batch. Every row is either screened or refused.

    `held_back` counts the hits that a policy kept out. `found` is what stands behind
    each of the rows of `hits`: a hit, or that the subject is owned.
    """

    screened: int
    refused: int
    rows_with_hits: int
    hits: list[HitRow]
    problems: list[RowProblem]
    ambiguous_dates: int = 0
    held_back: int = 0
    found: tuple[Hit | OwnedBy, ...] = ()


def screen_batch(
    find_many: FindMany,
    records: list[Record],
    first_row: int,
    columns: Columns,
    defaults: Mapping[Field, str],
    dates: DateOrder,
) -> Outcome:
    """The hits of the rows in order, and what was wrong with them.

    Raises:
        ValueError: `find_many` did not give one result for each subject.
    """
    reader = RowReader(columns, defaults, dates)
    rows = enumerate(refuse_undecodable(records), first_row)
    asked = [a for row, record in rows if (a := reader.read_row(row, record))]
    results = find_many([a.subject for a in asked], asked[0].row) if asked else []
    found = [(a, result) for a, result in zip(asked, results, strict=True) if _is_found(result)]
    return Outcome(
        screened=len(asked),
        refused=len(records) - len(asked),
        rows_with_hits=len(found),
        hits=list(chain.from_iterable(_make_rows(a, r) for a, r in found)),
        problems=reader.problems,
        ambiguous_dates=reader.ambiguous_dates,
        held_back=sum(len(result.held_back) for result in results),
        found=tuple(hit for _, result in found for hit in _list_found(result)),
    )


def _is_found(result: Result) -> bool:
    return bool(result.hits or result.owned)


def _list_found(result: Result) -> tuple[Hit | OwnedBy, ...]:
    return (*result.hits, *result.owned)


def _make_rows(asked: Asked, result: Result) -> Iterator[HitRow]:
    """The hits, then under which regimes its owners reach the subject."""
    yield from make_hit_rows(asked.row, asked.key, result)
    for owned in result.owned:
        yield make_owned_row(asked.row, asked.key, result.subject.called, owned)
