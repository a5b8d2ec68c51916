"""What a later snapshot says of an earlier day, by its own dates: never claimed to be complete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ostraka.model.hit import Hit
from ostraka.model.listing import Listing
from ostraka.model.party import Party


def read_back(parties: Iterable[Party], day: date) -> Iterator[Party]:
    """The parties that were listed on `day`, or may have been, with the listings that may stand.

    A listing whose acts say that it had not begun, or had ended, is left out; one without dates
    stays, because the list does not tell.
    """
    for party in parties:
        standing = tuple(x for x in party.listings if x.in_force(day) is not False)
        if standing:
            yield replace(party, listings=standing)


def mark_open(hit: Hit, day: date) -> Hit:
    """The hit, for review where none of its listings is dated: it may not have stood on `day`."""
    return replace(hit, review=review) if (review := find_open(hit.listings, day)) else hit


def find_open(listings: Iterable[Listing], day: date) -> str:
    """Why it is open whether a party was listed on a day, a sentence; nothing where it is not."""
    if any(listing.in_force(day) for listing in listings):
        return ""
    return (
        f"The list states no date of listing and no snapshot of {day} is held: whether the "
        "party was listed on that day is open."
    )
