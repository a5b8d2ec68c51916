"""Snapshots: lists as published, immutable, named by their content, swapped in by one rename.

Importing this room reads no Parquet library; that happens where a snapshot is read or written.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ostraka.snapshots.store import Store

if TYPE_CHECKING:
    from ostraka.snapshots.difference import Difference, PartyChange, PartyRef, diff_parties
    from ostraka.snapshots.publication import Publication

__all__ = [
    "Difference",
    "PartyChange",
    "PartyRef",
    "Publication",
    "Store",
    "diff_parties",
]

_FROM_DIFFERENCE = {"Difference", "PartyChange", "PartyRef", "diff_parties"}


def __getattr__(name: str) -> object:
    # What compares snapshots is not needed to screen against one.
    if name not in _FROM_DIFFERENCE | {"Publication"}:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = "difference" if name in _FROM_DIFFERENCE else "publication"
    return getattr(import_module(f"{__name__}.{module}"), name)
