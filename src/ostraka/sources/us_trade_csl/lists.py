"""The table of the lists inside the Consolidated Screening List."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ostraka.model.listing import ListingClass

_CODE = re.compile(r"\(([^()]+)\)")
_SHORT = re.compile(r"^(?:NS-)?([A-Z]+)(?: List)?$")


@dataclass(frozen=True, slots=True)
class LegalList:
    """One of the thirteen lists: its source key, authority, class and legal basis."""

    code: str
    key: str
    authority: str
    listing_class: ListingClass
    legal_basis: tuple[str, ...]


@cache
def load_lists() -> dict[str, LegalList]:
    """Every list by its code."""
    text = resources.files(__package__).joinpath("lists.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["code"]: _make_list(row) for row in rows}


def find_list(source: str) -> LegalList | None:
    """The list that the column `source` names, by the code in its brackets.

    >>> find_list("Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department").code
    'MBS'
    """
    for found in _CODE.findall(source):
        short = _SHORT.match(found.strip())
        if short and short.group(1) in load_lists():
            return load_lists()[short.group(1)]
    return None


def _make_list(row: dict[str, str]) -> LegalList:
    return LegalList(
        row["code"],
        row["key"],
        row["authority"],
        ListingClass(row["class"]),
        tuple(row["legal_basis"].split("; ")),
    )
