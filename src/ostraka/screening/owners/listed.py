"""Who is listed, of the parties of the stakes: from a table, or from the lists held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ostraka.ownership import Listed, Stakes
from ostraka.ownership.naming import Naming
from ostraka.ownership.readers import read_listed
from ostraka.snapshots import Store


@dataclass(frozen=True, slots=True)
class AskedLists:
    """Where to take the listed parties from: a table, or lists; for which day, and asked when."""

    table: Path | None
    sources: Sequence[str]
    day: date
    now: datetime
    allow_stale_days: int | None = None


@dataclass(frozen=True, slots=True)
class ListsUsed:
    """Which lists said who is listed; `table` is the user's own table in their place."""

    held: Sequence[str] = ()
    not_held: Sequence[str] = ()
    table: str = ""

    def describe(self) -> str:
        """The sentence that says what the answers rest on."""
        if self.table:
            return f"Listed parties from {self.table}."
        return f"Listed parties from {', '.join(self.held)}; not held: {', '.join(self.not_held)}."


def find_listed(
    store: Store,
    stakes: Stakes,
    naming: Naming,
    asked: AskedLists,
) -> tuple[Sequence[Listed], ListsUsed]:
    """The listings by the keys of the stakes, and where they come from.

    Raises:
        StakesRefused: The table cannot be read.
        ListMissing: No table is given, and a list that is asked for is not held.
        ListStale: A list was not checked recently enough, and the day is not in the past.
    """
    table = asked.table
    if table is not None:
        return tuple(naming.resolve(read_listed(table))), ListsUsed(table=table.name)
    from ostraka.screening.owners.identity import find_on_lists

    return find_on_lists(store, stakes, asked.sources, asked.day, asked.now, asked.allow_stale_days)
