"""Who stood where and when: the small table beside every snapshot that history is read from.

One row a listing, in the order of the parties and of their listings. Imports pyarrow: import this
module late.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from ostraka.model.party import Party
from ostraka.snapshots.history import Seen

KEY_COLUMNS = ("party", "list", "programme")
"""What makes a listing the same one in two snapshots."""

_SEPARATOR = "\x1f"


def make_presence(parties: Sequence[Party], digests: Mapping[str, str]) -> pa.Table:
    """The presence table: party, list, programme, stated date, digest of the party."""
    rows = [(p, listing) for p in parties for listing in p.listings]
    columns = {
        "party": pa.array([p.id for p, _ in rows], pa.string()),
        "list": pa.array([x.list for _, x in rows], pa.string()),
        "programme": pa.array([x.programme for _, x in rows], pa.string()),
        "listed_on": pa.array([x.listed_on for _, x in rows], pa.date32()),
        "digest": pa.array([digests[p.id] for p, _ in rows], pa.string()),
    }
    return pa.table(columns)


def read_digests(presence: pa.Table) -> dict[str, str]:
    """The digest of every party, by id."""
    return dict(
        zip(presence["party"].to_pylist(), presence["digest"].to_pylist(), strict=True),
    )


def select_parties(presence: pa.Table, ids: Iterable[str]) -> pa.Table:
    """The rows of some parties."""
    return presence.filter(pc.is_in(presence["party"], pa.array(list(ids), pa.string())))


def trace(published: date, presence: pa.Table, earlier: Iterable[tuple[date, pa.Table]]) -> Seen:
    """When the listings of a snapshot first stood in the unbroken run that leads up to it.

    Args:
        published: The day of the snapshot.
        presence: Its presence table.
        earlier: Day and presence table of every publication before it, the latest first.
    """
    first: list[date | None] = [None] * len(presence)
    absent: list[date | None] = [None] * len(presence)
    unbroken, run_start = _undated_keys(presence), published
    for day, table in earlier:
        still, gone = _split(unbroken, table)
        for row in gone["row"].to_pylist():
            first[row], absent[row] = run_start, day
        unbroken, run_start = still, day
        if not len(unbroken):
            break
    for row in unbroken["row"].to_pylist():
        first[row] = run_start
    return Seen(tuple(first), tuple(absent))


def _undated_keys(presence: pa.Table) -> pa.Table:
    rows = pa.array(range(len(presence)), pa.int32())
    numbered = pa.table({"key": _keys(presence), "row": rows})
    return numbered.filter(presence["listed_on"].is_null())


def _split(unbroken: pa.Table, presence: pa.Table) -> tuple[pa.Table, pa.Table]:
    here = pc.is_in(unbroken["key"], value_set=_keys(presence))
    return unbroken.filter(here), unbroken.filter(pc.invert(here))


def _keys(presence: pa.Table) -> pa.Array:
    columns = (presence[name] for name in KEY_COLUMNS)
    return pc.binary_join_element_wise(*columns, _SEPARATOR).combine_chunks()
