"""What is told of a file before its run: how its columns are read, and that it is not done yet."""

# ruff: noqa: PLC0415 - a command imports what it needs when it is called, so it starts at once

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from ostraka.cli.writing import visible
from ostraka.model.errors import TableRefused

if TYPE_CHECKING:
    from ostraka.screening.tables.columns import Columns

SHOWN_HEADINGS = 40


def describe_columns(source: Path, given: Sequence[tuple[str, str]]) -> list[str]:
    """Which column was taken for what, and which are not used.

    Raises:
        TableRefused: The table cannot be opened, or no column holds a name.
    """
    from ostraka.screening.tables.columns import get_columns, parse_given
    from ostraka.screening.tables.opening import located, open_table
    from ostraka.screening.tables.run import BATCH_ROWS

    wanted = parse_given(given)
    with open_table(source, wanted) as table, located(source):
        # JSON lines have their headings in their rows; a run looks at its first batch
        deque(islice(table.records, BATCH_ROWS), maxlen=0)
        header = tuple(table.header)
        return [describe_mapping(header, get_columns(header, wanted))]


def describe_mapping(header: Sequence[str], columns: Columns) -> str:
    """The mapping on one line: `Columns: name = Kunde, country = Land; not used: geboren.`."""
    from ostraka.screening.tables.fields import Field

    used = {place for places in columns.places.values() for place in places}
    read = [
        f"{field} = {visible(header[place])}"
        for field in Field
        for place in columns.places.get(field, ())
    ]
    unused = [visible(heading) for place, heading in enumerate(header) if place not in used]
    shown = unused[:SHOWN_HEADINGS]
    if len(unused) > len(shown):
        shown.append(f"and {len(unused) - len(shown):,} more")
    rest = f"; not used: {', '.join(shown)}" if shown else ""
    return f"Columns: {', '.join(read)}{rest}."


def refuse_finished_run(source: Path, out: Path) -> None:
    """Returns where there is an interrupted run to go on with, or nothing was begun yet.

    Raises:
        TableRefused: OUT is there, and no interrupted run of it.
    """
    from ostraka.screening.tables.paths import make_paths

    paths = make_paths(source, out)
    if out.exists() and not paths.journal.exists():
        raise TableRefused(
            "there is nothing to go on with: the run that wrote this OUT is finished",
            where=str(out),
            remedy="Leave --resume out to screen IN again and overwrite it.",
        )
