"""Snapshots stored as differences to a whole one, so that a year of daily lists stays small.

A difference is to one whole snapshot, never to another difference, so reading is one join. Parties
count as equal only where every value is, origins and raw texts too: what is read back is what was
published. Imports pyarrow: import this module late.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from ostraka.model.party import Party

LARGEST_SHARE = 0.04
"""A difference holds at most this share of the base's parties; above, a whole snapshot is written.

The space of a run is that of its whole snapshot and of differences that grow from nothing to this
share; where one or two parties in a thousand change a day, as on OFAC's list, the sum is least
about here (`python -m benchmarks.history_space`).
"""

SMALLEST_BASE = 500
"""Below so many parties a whole snapshot costs little more than the frame of a difference."""


@dataclass(frozen=True, slots=True)
class Delta:
    """What makes a snapshot of its base: parties that replace or join, and ids that go."""

    own: tuple[Party, ...]
    gone: tuple[str, ...]


def make_delta(base: Sequence[Party], parties: Sequence[Party]) -> Delta | None:
    """The difference between two lists, `None` where it is too large to be worth it.

    Both must be sorted by id.
    """
    before = {p.id: p for p in base}
    own = tuple(p for p in parties if before.get(p.id) != p)
    gone = tuple(sorted(before.keys() - {p.id for p in parties}))
    if len(base) < SMALLEST_BASE or len(own) + len(gone) > LARGEST_SHARE * len(base):
        return None
    return Delta(own, gone)


def join_tables(base: pa.Table, own: pa.Table, key: str, replaced: Collection[str]) -> pa.Table:
    """The rows of the base but for those replaced, and the own rows, in the order of their ids.

    Rows of one id stay in their order.
    """
    kept = base.filter(pc.invert(pc.is_in(base[key], pa.array(list(replaced), pa.string()))))
    both = pa.concat_tables([kept, own])
    return both.take(pc.sort_indices(both, sort_keys=[(key, "ascending")]))
