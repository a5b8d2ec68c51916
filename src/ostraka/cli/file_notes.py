"""What is told of how a file was read: its columns, and the order of its dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ostraka.cli.wording import count
from ostraka.cli.writing import visible

if TYPE_CHECKING:
    from ostraka.screening.tables import Summary
    from ostraka.screening.tables.column_use import ColumnUse

SHOWN_HEADINGS = 40


def describe_columns(use: ColumnUse) -> str:
    """The mapping on one line: `Columns: name = Kunde, country = Land; not used: geboren.`."""
    read = [f"{field} = {visible(h)}" for field, headings in use.read.items() for h in headings]
    unread = [visible(heading) for heading in use.unread[:SHOWN_HEADINGS]]
    more = len(use.unread) - len(unread)
    unread += [f"and {more:,} more"] if more else []
    rest = f"; not used: {', '.join(unread)}" if unread else ""
    return f"Columns: {', '.join(read)}{rest}."


def describe_dates(summary: Summary) -> Iterator[str]:
    """How dates in figures were read, where that can be doubted."""
    if summary.dates.settled and summary.dates.month_first:
        yield "Dates in figures were read month first, as others of the column must be."
    if summary.ambiguous_dates:
        dates = count(summary.ambiguous_dates, "date")
        yield f"{dates} could be read day first or month first: read {summary.dates}."
