"""Snapshots: lists as published, immutable, named by their content, swapped in by one rename.

Importing this room reads no Parquet library; that happens where a snapshot is read or written.
"""

from ostraka.snapshots.difference import Difference, PartyChange, PartyRef, diff_parties
from ostraka.snapshots.publication import Publication
from ostraka.snapshots.store import Store

__all__ = [
    "Difference",
    "PartyChange",
    "PartyRef",
    "Publication",
    "Store",
    "diff_parties",
]
