"""Rows of one party, found by the number their references begin with.

A number has been given anew to another party in a later block of rows; then the blocks are one
party only where they are of one type and share a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from ostraka.sources.au_dfat.rows import Row
from ostraka.sources.keys import fold


def group_rows(rows: Sequence[Row], unknown: Counter[str]) -> list[tuple[str, list[Row]]]:
    """The rows of each party with its key, in order of the sheet; rows without a name are left."""
    found: dict[str, list[Row]] = {}
    for reference, block in groupby(_usable(rows, unknown), key=lambda row: row.reference):
        own = list(block)
        key = _find_key(found, reference, own)
        if key != reference and key not in found:
            unknown[f"the reference {reference} stands for two parties; one is {key}"] += 1
        found.setdefault(key, []).extend(own)
    return list(found.items())


def _usable(rows: Sequence[Row], unknown: Counter[str]) -> list[Row]:
    usable = [row for row in rows if row.reference and any(c.isalnum() for c in row["name"])]
    if len(usable) < len(rows):
        unknown["a row without a reference or a name is left out"] += len(rows) - len(usable)
    return usable


def _find_key(found: dict[str, list[Row]], reference: str, block: Sequence[Row]) -> str:
    key, count = reference, 1
    while key in found and not _are_one_party(found[key], block):
        count += 1
        key = f"{reference}-{count}"
    return key


def _are_one_party(before: Sequence[Row], after: Sequence[Row]) -> bool:
    types = {row["type"].casefold() for row in (*before, *after) if row["type"]}
    names = ({fold(row["name"]) for row in block} for block in (before, after))
    return len(types) < 2 and not set.isdisjoint(*names)
