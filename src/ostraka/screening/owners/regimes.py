"""Which regime of ownership a listing belongs to, by its list, class and programme."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ostraka.model.listing import Listing, ListingClass
from ostraka.model.ownership import Regime


class Belongs(NamedTuple):
    """One row of the table; `None` and the empty text stand for any."""

    list: str
    listing_class: ListingClass | None
    programme: str
    regime: Regime


def find_regimes(listing: Listing) -> Iterator[Regime]:
    """Every regime that the listing belongs to, each once."""
    found = (row.regime for row in load_regimes() if _fits(row, listing))
    yield from dict.fromkeys(found)


@cache
def load_regimes() -> Sequence[Belongs]:
    """The table of the package."""
    text = (files("ostraka.screening.owners") / "regimes.csv").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return [
        Belongs(
            row["list"],
            ListingClass(row["class"]) if row["class"] else None,
            row["programme"],
            Regime(row["regime"]),
        )
        for row in csv.DictReader(lines)
    ]


def _fits(row: Belongs, listing: Listing) -> bool:
    if row.list != listing.list or row.listing_class not in {None, listing.listing_class}:
        return False
    # with the mark of an end on both sides a whole programme is compared like the start of one
    return f"{listing.programme.upper()}$".startswith(row.programme)
