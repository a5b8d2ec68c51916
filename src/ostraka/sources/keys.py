"""Ids for rows whose list gives none: derived from what stays when an entry is edited."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """What tells one unnumbered row from another: its list and name first, then the rest."""

    list: str
    kind: str
    name: str
    since: str
    notice: str
    addresses: str


def derive_keys(rows: Sequence[Unnumbered]) -> list[str]:
    """One key of 16 hexadecimal digits a row, distinct, in order of the rows.

    A key hangs on list, kind and folded name alone, so that an edited address or notice does not
    change it. Of namesakes on one list the one listed first has that key; the keys of the others
    hang on date, notice and addresses too, so that a new namesake does not change theirs.
    """
    keys = [""] * len(rows)
    taken: set[str] = set()
    order = sorted(range(len(rows)), key=lambda i: _rank(rows[i]))
    for place in order:
        keys[place] = _distinct_key(rows[place], taken)
        taken.add(keys[place])
    return keys


def fold(name: str) -> str:
    """A name without case, marks and punctuation, for keys only.

    >>> fold("Société  Zenda, S.A.")
    'societe zenda s a'
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", letters))


def _rank(row: Unnumbered) -> tuple[str, str, str, str]:
    # A row without a date has been listed longest; the oldest Entity List entries have none.
    return (row.since, row.notice, row.addresses, row.name)


def _distinct_key(row: Unnumbered, taken: set[str]) -> str:
    basis = [row.list, row.kind, fold(row.name)]
    key = _digest(basis)
    if key in taken:
        basis += [row.since, row.notice, row.addresses]
        key = _digest(basis)
    repeated = 2
    while key in taken:
        key = _digest([*basis, str(repeated)])
        repeated += 1
    return key


def _digest(basis: Sequence[str]) -> str:
    return hashlib.sha256("\x1f".join(basis).encode()).hexdigest()[:16]
