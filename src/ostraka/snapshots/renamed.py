"""Parties that stand under another id than they did: found by the former id their list keeps.

Imports pyarrow: import this module late.
"""

from __future__ import annotations

from collections.abc import Collection

import pyarrow as pa
import pyarrow.compute as pc

from ostraka.model.identifier import REFERENT
from ostraka.snapshots.delta import join_tables

COLUMNS = ("id", "identifiers")
"""What of the table of parties is read for it."""


def find_renamed(
    own: pa.Table, base: pa.Table | None, gone: Collection[str], former: str
) -> tuple[str, ...]:
    """The ids, sorted, of parties whose list gives `former` as an earlier id of the same entry.

    `own` is joined with what of `base` it does not replace.
    """
    table = own
    if base is not None:
        table = join_tables(base, own, "id", {*own["id"].to_pylist(), *gone})
    lists = table["identifiers"].combine_chunks()
    identifiers = lists.flatten()
    is_meant = pc.and_(
        pc.equal(pc.struct_field(identifiers, "label"), REFERENT),
        pc.equal(pc.struct_field(identifiers, "value"), former),
    )
    rows = pc.list_parent_indices(lists).filter(is_meant)
    return tuple(sorted(set(table["id"].take(rows).to_pylist())))
