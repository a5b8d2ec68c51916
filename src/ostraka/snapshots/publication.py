"""What became of a list that was handed to the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The outcome of publishing one list.

    `snapshot` is the full id. `added`, `changed` and `removed` count parties against the neighbour
    before it in published order; all three are zero where that content stood already. `current`
    tells whether this snapshot is now the newest of its source.
    """

    source: str
    snapshot: str
    published: date
    parties: int
    added: int
    changed: int
    removed: int
    current: bool
    warnings: tuple[str, ...] = ()
